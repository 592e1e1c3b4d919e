//! Says what the text is about: topics, contacts, facts, and which changes matter most.
//!
//! Evidence or silence: nothing here is stated without an exact quote from the policy.

mod model;

pub use model::{
    Contact, ContactRole, ContactType, Fact, FactChange, FactKind, FactStatus, Highlight, Meaning,
    Reading, Right, Topic,
};

use crate::{compare::Comparison, document::Document};

/// Reads what one document says.
#[must_use]
pub fn read(document: &Document) -> Reading {
    Reading {
        topics: vec![Vec::new(); document.blocks.len()],
        ..Reading::default()
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
