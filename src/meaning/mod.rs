//! Says what the text is about: topics, contacts, facts, and which changes matter most.
//!
//! Evidence or silence: nothing here is stated without an exact quote from the policy.

mod contacts;
mod facts;
mod highlights;
mod languages;
mod model;
mod pairs;
mod phrases;
mod readability;
mod sentences;
mod text;
mod topics;
mod words;

pub use model::{
    Contact, ContactRole, ContactType, Fact, FactChange, FactKind, FactStatus, Highlight, Meaning,
    Reading, ReadingHelp, Right, Topic,
};

use crate::{
    compare::{Change, Comparison},
    document::{BlockId, Document},
};
use highlights::{Ground, change_of_block};
use text::Text;

/// Reads what one document says.
#[must_use]
pub fn read(document: &Document) -> Reading {
    read_text(&Text::new(document))
}

fn read_text(text: &Text<'_>) -> Reading {
    let contacts = contacts::read(text);
    let facts = facts::read(text, &contacts);
    Reading {
        topics: topics::read(text),
        help: readability::read(text),
        contacts,
        facts,
    }
}

/// Weighs what a comparison means for the reader.
#[must_use]
pub fn weigh(old: &Document, new: &Document, comparison: &Comparison) -> Meaning {
    let (old_text, new_text) = (Text::new(old), Text::new(new));
    let (old_reading, new_reading) = (read_text(&old_text), read_text(&new_text));
    let changes = &comparison.changes;
    let topics: Vec<_> = changes
        .iter()
        .map(|c| topics_of(c, &old_reading, &new_reading))
        .collect();
    let of_old = change_of_block(old.blocks.len(), changes.iter().map(|c| c.old.as_slice()));
    let of_new = change_of_block(new.blocks.len(), changes.iter().map(|c| c.new.as_slice()));
    let facts = pairs::pair(&old_reading.facts, &new_reading.facts);
    let highlights = highlights::highlights(&Ground {
        old: &old_text,
        new: &new_text,
        comparison,
        old_reading: &old_reading,
        new_reading: &new_reading,
        facts: &facts,
        topics: &topics,
        of_old,
        of_new,
    });
    Meaning {
        old: old_reading,
        new: new_reading,
        topics,
        facts,
        highlights,
    }
}

/// Topics of a change: those of its new blocks, then of its old ones.
fn topics_of(change: &Change, old: &Reading, new: &Reading) -> Vec<Topic> {
    let of = |reading: &Reading, block: &BlockId| {
        reading
            .topics
            .get(block.index())
            .cloned()
            .unwrap_or_default()
    };
    let all = change.new.iter().flat_map(|b| of(new, b));
    let all = all.chain(change.old.iter().flat_map(|b| of(old, b)));
    let mut topics = Vec::new();
    for topic in all {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics
}
