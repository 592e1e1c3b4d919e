//! Whether a sentence of one version is still, or already, in the other.
//!
//! A passage that was rewritten beyond what the comparison pairs would otherwise be called gone
//! and new, though every statement in it still stands.

use crate::meaning::{
    text::{Passage, Text},
    words::Words,
};

/// The content words of every sentence and of every block of a document.
pub(super) struct Vocabulary {
    sentences: Vec<Vec<String>>,
    blocks: Vec<Vec<String>>,
}

impl Vocabulary {
    pub(super) fn new(text: &Text<'_>) -> Self {
        let block = |p: &Passage<'_>| content_words(&Words::new(&p.block.text));
        Self {
            sentences: text
                .sentences()
                .map(|(_, s)| content_words(&s.words))
                .collect(),
            blocks: text.passages.iter().map(block).collect(),
        }
    }

    /// True where the sentence is still there, reworded or spread: three fifths of its content
    /// words in one sentence, or four fifths in one block, where more words meet by chance.
    pub(super) fn has_like(&self, sentence: &str) -> bool {
        let words = content_words(&Words::new(sentence));
        !words.is_empty() && (holds(&self.sentences, &words, 3) || holds(&self.blocks, &words, 4))
    }
}

/// True where one of the lists holds this many fifths of the words.
fn holds(lists: &[Vec<String>], words: &[String], fifths: usize) -> bool {
    let needed = (words.len() * fifths).div_ceil(5);
    lists.iter().any(|list| {
        list.len() >= needed
            && words
                .iter()
                .filter(|w| list.binary_search(w).is_ok())
                .count()
                >= needed
    })
}

/// Words of four letters or more, sorted, each once: shorter ones say little by themselves.
fn content_words(words: &Words<'_>) -> Vec<String> {
    let all = (0..words.len()).map(|i| words.lower(i).to_owned());
    let mut content: Vec<_> = all.filter(|w| w.chars().count() >= 4).collect();
    content.sort_unstable();
    content.dedup();
    content
}
