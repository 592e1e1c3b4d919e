//! Says what the text is about: topics, contacts, facts, and which changes matter most.
//!
//! Evidence or silence: nothing here is stated without an exact quote from the policy.

mod contacts;
mod cues;
mod facts;
mod model;
mod sentences;
mod text;
mod topics;
mod words;

pub use model::{
    Contact, ContactRole, ContactType, Fact, FactChange, FactKind, FactStatus, Highlight, Meaning,
    Reading, Right, Topic,
};

use crate::{compare::Comparison, document::Document};

/// Reads what one document says.
#[must_use]
pub fn read(document: &Document) -> Reading {
    let text = text::Text::new(document);
    let contacts = contacts::read(&text);
    let facts = facts::read(&text, &contacts);
    Reading {
        topics: topics::read(&text),
        contacts,
        facts,
    }
}

/// Weighs what a comparison means for the reader.
#[must_use]
pub fn weigh(old: &Document, new: &Document, comparison: &Comparison) -> Meaning {
    Meaning {
        old: read(old),
        new: read(new),
        topics: vec![Vec::new(); comparison.changes.len()],
        ..Meaning::default()
    }
}
