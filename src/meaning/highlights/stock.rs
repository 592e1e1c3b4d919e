//! Whether a sentence of one version is still, or already, in the other.
//!
//! A passage that was rewritten beyond what the comparison pairs would otherwise be called gone
//! and new, though every statement in it still stands.

use std::cell::OnceCell;

use crate::meaning::{
    facts::{denies_sale, rights_named},
    model::{FactKind, Reading},
    text::Text,
    words::Words,
};

/// True where the document makes the same statements as this sentence: all rights that it names,
/// or its denial of sale.
pub(super) fn is_said(reading: &Reading, words: &Words<'_>) -> bool {
    let facts = &reading.facts;
    let still = |kind, value: &str| facts.iter().any(|f| f.kind == kind && f.value == value);
    let rights = rights_named(words);
    let grants = !rights.is_empty() && rights.iter().all(|r| still(FactKind::Right, r.key()));
    grants || (denies_sale(words) && still(FactKind::Sale, "says-no"))
}

/// Which sentences, and which blocks, of a document hold a content word.
pub(super) struct Stock<'t, 'd> {
    text: &'t Text<'d>,
    // Made when a sentence is first looked for: many comparisons have none.
    sentences: OnceCell<Holders>,
    blocks: OnceCell<Holders>,
}

impl<'t, 'd> Stock<'t, 'd> {
    pub(super) fn new(text: &'t Text<'d>) -> Self {
        Self {
            text,
            sentences: OnceCell::new(),
            blocks: OnceCell::new(),
        }
    }

    /// True where the sentence is still there, reworded or spread: three fifths of its content
    /// words in one sentence, or four fifths in one block, where more words meet by chance.
    pub(super) fn has_like(&self, sentence: &Words<'_>) -> bool {
        let mut words: Vec<_> = content_words(sentence).collect();
        words.sort_unstable();
        words.dedup();
        let all = || self.text.sentences();
        let sentences = || Holders::new((0..).zip(all()).map(|(at, (_, s))| (at, &*s.words)));
        let blocks = || Holders::new(all().map(|(passage, s)| (passage.id.0, &*s.words)));
        !words.is_empty()
            && (self.sentences.get_or_init(sentences).hold(&words, 3)
                || self.blocks.get_or_init(blocks).hold(&words, 4))
    }
}

/// The positions of what holds a word, in order, by the number of the word.
struct Holders(Vec<Vec<u32>>);

impl Holders {
    /// Of words and the positions of what holds them, in order.
    fn new<'w, 't: 'w>(held: impl Iterator<Item = (u32, &'w Words<'t>)>) -> Self {
        let mut all: Vec<Vec<u32>> = Vec::new();
        for (at, words) in held {
            for word in content_words(words) {
                let word = word as usize;
                if all.len() <= word {
                    all.resize_with(word + 1, Vec::new);
                }
                let holders = &mut all[word];
                if holders.last() != Some(&at) {
                    holders.push(at);
                }
            }
        }
        Self(all)
    }

    fn of(&self, word: u32) -> &[u32] {
        self.0.get(word as usize).map_or(&[], Vec::as_slice)
    }

    /// True where one of them holds this many fifths of the words, which are all different.
    ///
    /// Whoever holds `needed` of the words lacks at most the others, so it holds one of any
    /// `others + 1` words: looking at those of the rarest words finds it.
    fn hold(&self, words: &[u32], fifths: usize) -> bool {
        let needed = (words.len() * fifths).div_ceil(5);
        let mut holders: Vec<&[u32]> = words.iter().map(|word| self.of(*word)).collect();
        holders.sort_by_key(|h| h.len());
        let mut candidates = holders[..=words.len() - needed].concat();
        candidates.sort_unstable();
        candidates.dedup();
        candidates.into_iter().any(|at| {
            let held = holders.iter().filter(|h| h.binary_search(&at).is_ok());
            held.count() >= needed
        })
    }
}

/// The numbers of the words of four letters or more: shorter ones say little by themselves.
fn content_words<'w>(words: &'w Words<'_>) -> impl Iterator<Item = u32> + use<'w> {
    words.entries().filter(|e| e.is_long).map(|e| e.number)
}
