//! Says what the text is about: topics, contacts, facts, and which changes matter most.
//!
//! Evidence or silence: nothing here is stated without an exact quote from the policy.

mod contacts;
mod cue;
mod facts;
mod headlines;
mod highlights;
mod languages;
mod pairs;
mod readability;
#[cfg(test)]
mod testing;
mod topics;
mod words;

use model::{Meaning, Reading, Returned, Topic};

#[cfg(feature = "vocabularies")]
pub use cue::vocabulary::VOCABULARY_TEXTS;
pub use cue::vocabulary::{Unreadable, VOCABULARIES, VOCABULARY_VERSION, Vocabularies, Vocabulary};
use model::{BlockId, Change, Comparison, Document};

use headlines::Headlines;
use highlights::{Ground, Stock, change_of_block};
use words::lexicon::Lexicon;
use words::text::{Cutter, Text};

impl Vocabularies {
    /// Reads what one document says.
    ///
    /// Nothing is found in passages of a language whose vocabulary is [lacking](Self::lacking).
    #[must_use]
    pub fn read(&self, document: &Document) -> Reading {
        let lexicon = Lexicon::new(self);
        read_text(&Text::new(document, &Cutter::new(&lexicon)))
    }

    /// Weighs what a comparison means for the reader.
    ///
    /// Nothing is found in passages of a language whose vocabulary is [lacking](Self::lacking).
    #[must_use]
    pub fn weigh(&self, old: &Document, new: &Document, comparison: &Comparison) -> Meaning {
        self.weigh_within(old, new, comparison, &[])
    }

    /// The same within a history that knows which passages are back to earlier words.
    #[must_use]
    pub fn weigh_within(
        &self,
        old: &Document,
        new: &Document,
        comparison: &Comparison,
        returned: &[Returned],
    ) -> Meaning {
        weigh_texts(old, new, comparison, returned, &Lexicon::new(self))
    }
}

/// Reads what one document says, by the vocabularies inside this program.
#[cfg(feature = "vocabularies")]
#[must_use]
pub fn read(document: &Document) -> Reading {
    Vocabularies::built_in().read(document)
}

/// Weighs what a comparison means for the reader, by the vocabularies inside this program.
#[cfg(feature = "vocabularies")]
#[must_use]
pub fn weigh(old: &Document, new: &Document, comparison: &Comparison) -> Meaning {
    Vocabularies::built_in().weigh(old, new, comparison)
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

fn weigh_texts<'d>(
    old: &'d Document,
    new: &'d Document,
    comparison: &Comparison,
    returned: &[Returned],
    lexicon: &'d Lexicon<'d>,
) -> Meaning {
    let cutter = Cutter::new(lexicon);
    let (old_text, new_text) = (Text::new(old, &cutter), Text::new(new, &cutter));
    let (old_reading, new_reading) = (read_text(&old_text), read_text(&new_text));
    let changes = &comparison.changes;
    let topics: Vec<_> = changes
        .iter()
        .map(|c| topics_of(c, &old_reading, &new_reading))
        .collect();
    let of_old = change_of_block(old.blocks.len(), changes.iter().map(|c| c.old.as_slice()));
    let of_new = change_of_block(new.blocks.len(), changes.iter().map(|c| c.new.as_slice()));
    let facts = pairs::pair(&old_reading.facts, &new_reading.facts);
    let headlines = Headlines::of(lexicon, &new.language, &old.language);
    let highlights = headlines.map(|headlines| {
        highlights::highlights(&Ground {
            cutter: &cutter,
            old: &old_text,
            new: &new_text,
            stock: Stock::new(&old_text, &new_text),
            comparison,
            old_reading: &old_reading,
            new_reading: &new_reading,
            facts: &facts,
            returned,
            headlines,
            topics: &topics,
            of_old,
            of_new,
        })
    });
    Meaning {
        old: old_reading,
        new: new_reading,
        topics,
        facts,
        highlights: highlights.unwrap_or_default(),
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
