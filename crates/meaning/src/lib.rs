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

    /// Reads both versions and weighs what their comparison means for the reader.
    ///
    /// Nothing is found in passages of a language whose vocabulary is [lacking](Self::lacking).
    #[must_use]
    pub fn weigh(&self, old: &Document, new: &Document, comparison: &Comparison) -> Meaning {
        let lexicon = Lexicon::new(self);
        let cutter = Cutter::new(&lexicon);
        let (old, new) = (Version::read(old, &cutter), Version::read(new, &cutter));
        Weighing {
            lexicon: &lexicon,
            cutter: &cutter,
            old: &old,
            new: &new,
        }
        .weigh(comparison, &[])
    }

    /// The same for neighbours of a history, each version read once: the comparison at a position
    /// is that of the document there and the next one, as is what came back in it to the words of
    /// an earlier version.
    #[must_use]
    pub fn weigh_all(
        &self,
        documents: &[Document],
        comparisons: &[Comparison],
        returned: &[Vec<Returned>],
    ) -> Vec<Meaning> {
        debug_assert_eq!(documents.len(), comparisons.len() + 1);
        debug_assert_eq!(comparisons.len(), returned.len());
        let lexicon = Lexicon::new(self);
        let cutter = Cutter::new(&lexicon);
        let versions = documents.iter().map(|d| Version::read(d, &cutter));
        let versions: Vec<_> = versions.collect();
        let neighbours = versions.iter().zip(versions.iter().skip(1));
        let weighings = neighbours.map(|(old, new)| Weighing {
            lexicon: &lexicon,
            cutter: &cutter,
            old,
            new,
        });
        let compared = comparisons.iter().zip(returned);
        let weighed = weighings.zip(compared);
        weighed
            .map(|(weighing, (comparison, returned))| weighing.weigh(comparison, returned))
            .collect()
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

/// One version of a policy, cut into words, and what it says.
struct Version<'d> {
    text: Text<'d>,
    reading: Reading,
}

impl<'d> Version<'d> {
    fn read(document: &'d Document, cutter: &Cutter<'d>) -> Self {
        let text = Text::new(document, cutter);
        let reading = read_text(&text);
        Self { text, reading }
    }
}

/// Two versions of which the comparison is weighed.
struct Weighing<'w, 'd> {
    lexicon: &'d Lexicon<'d>,
    cutter: &'w Cutter<'d>,
    old: &'w Version<'d>,
    new: &'w Version<'d>,
}

impl Weighing<'_, '_> {
    fn weigh(&self, comparison: &Comparison, returned: &[Returned]) -> Meaning {
        let (old, new) = (&self.old.text, &self.new.text);
        let (old_reading, new_reading) = (&self.old.reading, &self.new.reading);
        let changes = &comparison.changes;
        let topics = changes
            .iter()
            .map(|c| topics_of(c, old_reading, new_reading));
        let topics: Vec<_> = topics.collect();
        let facts = pairs::pair(&old_reading.facts, &new_reading.facts);
        let (old_blocks, new_blocks) = (old.document.blocks.len(), new.document.blocks.len());
        let tags = (&new.document.language, &old.document.language);
        let headlines = Headlines::of(self.lexicon, tags.0, tags.1);
        let highlights = headlines.map(|headlines| {
            highlights::highlights(&Ground {
                cutter: self.cutter,
                old,
                new,
                stock: Stock::new(old, new),
                comparison,
                old_reading,
                new_reading,
                facts: &facts,
                returned,
                headlines,
                topics: &topics,
                of_old: change_of_block(old_blocks, changes.iter().map(|c| c.old.as_slice())),
                of_new: change_of_block(new_blocks, changes.iter().map(|c| c.new.as_slice())),
            })
        });
        Meaning {
            old: old_reading.clone(),
            new: new_reading.clone(),
            topics,
            facts,
            highlights: highlights.unwrap_or_default(),
        }
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
