//! A place in the text where a contact is given.

use crate::words::text::{Passage, Sentence};
use model::{Block, ContactType, MarkKind};

/// One place where a contact is given.
pub(super) struct Mention<'t, 'd> {
    pub(super) value: String,
    pub(super) kind: ContactType,
    pub(super) passage: &'t Passage<'d>,
    pub(super) sentence: &'t Sentence<'d>,
    /// Byte of the sentence's text where the contact stands.
    pub(super) at: usize,
}

/// The links of a block: range of their text, that text, and the target.
pub(super) fn links(block: &Block) -> impl Iterator<Item = (usize, &str, &str)> {
    block.marks.iter().filter_map(|mark| match &mark.kind {
        MarkKind::Link(target) => Some((
            mark.range.start,
            block.text.get(mark.range.clone())?,
            target.as_str(),
        )),
        _ => None,
    })
}

/// The sentence at this byte of the block, and the byte counted from the sentence's start.
fn locate<'t, 'd>(passage: &'t Passage<'d>, byte: usize) -> Option<(&'t Sentence<'d>, usize)> {
    let sentence = passage.sentences.iter().find(|s| byte < s.range.end)?;
    Some((sentence, byte.saturating_sub(sentence.range.start)))
}

impl<'t, 'd> Mention<'t, 'd> {
    pub(super) fn at(
        passage: &'t Passage<'d>,
        byte: usize,
        kind: ContactType,
        value: String,
    ) -> Option<Self> {
        let (sentence, at) = locate(passage, byte)?;
        Some(Self {
            value,
            kind,
            passage,
            sentence,
            at,
        })
    }
}
