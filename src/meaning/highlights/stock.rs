//! Whether a sentence of one version is still, or already, in the other.
//!
//! A passage that was rewritten beyond what the comparison pairs would otherwise be called gone
//! and new, though every statement in it still stands.

use std::cell::OnceCell;

use crate::meaning::{
    facts::{denies_sale, rights_named},
    model::{FactKind, Reading},
    text::{Passage, Text},
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

/// The content words of every sentence and of every block of a document.
pub(super) struct Stock<'t, 'd> {
    text: &'t Text<'d>,
    // Made when a sentence is first looked for: many comparisons have none.
    sentences: OnceCell<Lists>,
    blocks: OnceCell<Lists>,
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
        let words = content_words([sentence]);
        let sentences = || {
            let sentences = self.text.sentences();
            Lists::new(sentences.map(|(_, s)| content_words([&*s.words])))
        };
        let blocks = || {
            let block = |p: &Passage<'_>| content_words(p.sentences.iter().map(|s| &*s.words));
            Lists::new(self.text.passages.iter().map(block))
        };
        !words.is_empty()
            && (self.sentences.get_or_init(sentences).hold(&words, 3)
                || self.blocks.get_or_init(blocks).hold(&words, 4))
    }
}

/// Sorted lists of words by their numbers, and which of them hold a word.
struct Lists {
    lists: Vec<Vec<u32>>,
    /// Positions of lists, grouped by the word that they hold.
    holding: Vec<u32>,
    /// Where the group of each word ends; it begins where that of the word before ends.
    ends: Vec<usize>,
}

impl Lists {
    fn new(lists: impl Iterator<Item = Vec<u32>>) -> Self {
        let lists: Vec<Vec<u32>> = lists.collect();
        let highest = lists.iter().filter_map(|list| list.last()).max();
        let mut ends = vec![0; highest.map_or(0, |word| *word as usize + 1)];
        for word in lists.iter().flatten() {
            ends[*word as usize] += 1;
        }
        let mut total = 0;
        for end in &mut ends {
            let count = *end;
            *end = total;
            total += count;
        }
        let mut holding = vec![0; total];
        for (at, list) in (0..).zip(&lists) {
            for word in list {
                let end = &mut ends[*word as usize];
                holding[*end] = at;
                *end += 1;
            }
        }
        Self {
            lists,
            holding,
            ends,
        }
    }

    /// The lists that hold a word.
    fn holding(&self, word: u32) -> &[u32] {
        let at = word as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let end = self.ends.get(at).copied().unwrap_or(0);
        let run = start.copied().unwrap_or(0)..end;
        self.holding.get(run).unwrap_or_default()
    }

    /// True where one of the lists holds this many fifths of the words.
    ///
    /// A list that holds `needed` of the words lacks at most the others, so it holds one of any
    /// `others + 1` words: looking at the lists of the rarest ones finds it.
    fn hold(&self, words: &[u32], fifths: usize) -> bool {
        let needed = (words.len() * fifths).div_ceil(5);
        let mut postings: Vec<&[u32]> = words.iter().map(|word| self.holding(*word)).collect();
        postings.sort_by_key(|p| p.len());
        postings.truncate(words.len() - needed + 1);
        let mut candidates: Vec<u32> = postings.concat();
        candidates.sort_unstable();
        candidates.dedup();
        candidates.into_iter().any(|at| {
            let list = self.lists.get(at as usize).map_or(&[][..], Vec::as_slice);
            let found = words.iter().filter(|w| list.binary_search(w).is_ok());
            list.len() >= needed && found.count() >= needed
        })
    }
}

/// Words of four letters or more, sorted, each once: shorter ones say little by themselves.
fn content_words<'w, 't: 'w>(all: impl IntoIterator<Item = &'w Words<'t>>) -> Vec<u32> {
    let mut content = Vec::new();
    for words in all {
        let entries = words.entries();
        content.reserve(entries.len());
        content.extend(entries.filter(|e| e.is_long).map(|e| e.number));
    }
    content.sort_unstable();
    content.dedup();
    content
}
