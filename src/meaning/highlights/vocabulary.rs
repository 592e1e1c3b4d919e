//! Whether a sentence of one version is still, or already, in the other.
//!
//! A passage that was rewritten beyond what the comparison pairs would otherwise be called gone
//! and new, though every statement in it still stands.

use std::collections::BTreeMap;

use crate::meaning::{
    languages::Language,
    text::{Passage, Text},
    words::Words,
};

/// The content words of every sentence and of every block of a document.
pub(super) struct Vocabulary<'d> {
    sentences: Lists,
    blocks: Lists,
    language: Language<'d>,
}

impl<'d> Vocabulary<'d> {
    pub(super) fn new(text: &Text<'d>) -> Self {
        let block = |p: &Passage<'_>| content_words(&Words::new(&p.block.text, p.language));
        Self {
            sentences: Lists::new(text.sentences().map(|(_, s)| content_words(&s.words))),
            blocks: Lists::new(text.passages.iter().map(block)),
            language: text.language,
        }
    }

    /// True where the sentence is still there, reworded or spread: three fifths of its content
    /// words in one sentence, or four fifths in one block, where more words meet by chance.
    pub(super) fn has_like(&self, sentence: &str) -> bool {
        let words = content_words(&Words::new(sentence, self.language));
        !words.is_empty() && (self.sentences.hold(&words, 3) || self.blocks.hold(&words, 4))
    }
}

/// Sorted word lists, and which of them hold a word.
struct Lists {
    lists: Vec<Vec<String>>,
    holding: BTreeMap<String, Vec<usize>>,
}

impl Lists {
    fn new(lists: impl Iterator<Item = Vec<String>>) -> Self {
        let lists: Vec<Vec<String>> = lists.collect();
        let mut holding: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, list) in lists.iter().enumerate() {
            for word in list {
                holding.entry(word.clone()).or_default().push(at);
            }
        }
        Self { lists, holding }
    }

    /// True where one of the lists holds this many fifths of the words.
    ///
    /// A list that holds `needed` of the words lacks at most the others, so it holds one of any
    /// `others + 1` words: looking at the lists of the rarest ones finds it.
    fn hold(&self, words: &[String], fifths: usize) -> bool {
        let needed = (words.len() * fifths).div_ceil(5);
        let mut postings: Vec<&[usize]> = words
            .iter()
            .map(|w| self.holding.get(w).map_or(&[][..], Vec::as_slice))
            .collect();
        postings.sort_by_key(|p| p.len());
        postings.truncate(words.len() - needed + 1);
        let mut candidates: Vec<usize> = postings.concat();
        candidates.sort_unstable();
        candidates.dedup();
        candidates.into_iter().any(|at| {
            let list = &self.lists[at];
            let found = words.iter().filter(|w| list.binary_search(w).is_ok());
            list.len() >= needed && found.count() >= needed
        })
    }
}

/// Words of four letters or more, sorted, each once: shorter ones say little by themselves.
fn content_words(words: &Words<'_>) -> Vec<String> {
    let all = (0..words.len()).map(|i| words.lower(i).to_owned());
    let mut content: Vec<_> = all.filter(|w| w.chars().count() >= 4).collect();
    content.sort_unstable();
    content.dedup();
    content
}
