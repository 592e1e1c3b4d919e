//! Which block became which: the state that the matching steps share.

use model::Document;

use crate::passages::{interned::Words, profile::Profile, texts::Texts};

/// Corresponding blocks: one to one, one to several (a split) or several to one (a merge). Both
/// lists are positions in the document's blocks, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub old: Vec<usize>,
    pub new: Vec<usize>,
    pub order: Order,
}

/// Whether a passage is where it was, beside the passages that it stood beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// It kept its place, or its section took it along.
    Kept,
    /// It is an entry, not a sentence, of a list that is in another order.
    InList,
    Moved,
}

impl Group {
    /// Makes a group that kept its place.
    pub fn new(old: Vec<usize>, new: Vec<usize>) -> Self {
        Self {
            old,
            new,
            order: Order::Kept,
        }
    }

    /// Swaps old and new.
    pub fn mirrored(self) -> Self {
        Self {
            old: self.new,
            new: self.old,
            order: self.order,
        }
    }
}

/// One document, with what the matching steps need to know about its blocks.
pub(crate) struct Side<'a> {
    pub document: &'a Document,
    pub texts: &'a Texts,
    /// For each block, the position of its text in `texts`.
    pub text_of: &'a [usize],
    /// Comparison form of each section's heading.
    pub headings: &'a [String],
    /// The words of each section's heading.
    pub heading_words: &'a [Words],
}

impl<'a> Side<'a> {
    /// Returns both sides; `texts` must have been made from the same documents.
    pub fn both(old: &'a Document, new: &'a Document, texts: &'a Texts) -> (Self, Self) {
        let [of_old, of_new] = texts.of_blocks();
        let [old_headings, new_headings] = &texts.headings;
        let [old_words, new_words] = &texts.heading_words;
        let side = |document, text_of, headings, heading_words| Self {
            document,
            texts,
            text_of,
            headings,
            heading_words,
        };
        (
            side(old, of_old, old_headings, old_words),
            side(new, of_new, new_headings, new_words),
        )
    }

    /// Comparison form of the heading of a block's section.
    pub fn heading(&self, block: usize) -> &str {
        self.headings
            .get(self.section(block))
            .map_or("", String::as_str)
    }

    /// Number of words in a block, separated by white space.
    pub fn size(&self, block: usize) -> usize {
        self.texts.words(self.text_of[block]).size
    }

    /// Whether a block is one sentence that denies.
    pub fn is_denial(&self, block: usize) -> bool {
        let words = self.texts.words(self.text_of[block]);
        words.sentence_ends.len() == 1 && words.whole().denies()
    }

    /// Whether any word of a block denies.
    pub fn denies(&self, block: usize) -> bool {
        self.texts.words(self.text_of[block]).whole().denies()
    }

    /// Profile of a block's wording.
    pub fn profile(&self, block: usize) -> &'a Profile {
        self.texts.profile(self.text_of[block])
    }

    pub fn len(&self) -> usize {
        self.text_of.len()
    }

    /// Relative position of a block: 0 at the start of the document, almost 1 at its end.
    pub fn place(&self, block: usize) -> f32 {
        block as f32 / self.len().max(1) as f32
    }

    pub fn section(&self, block: usize) -> usize {
        self.document.blocks[block].section.index()
    }
}

/// The one-to-one matches found so far.
pub(crate) struct Matching {
    /// For each old block, the new block it became.
    pub old: Vec<Option<usize>>,
    /// For each new block, the old block it was.
    pub new: Vec<Option<usize>>,
    /// Whether pairs were skipped because of a limit on the work.
    pub is_coarse: bool,
}

impl Matching {
    /// Starts without matches; `old` and `new` are the numbers of blocks.
    pub fn new(old: usize, new: usize) -> Self {
        Self {
            old: vec![None; old],
            new: vec![None; new],
            is_coarse: false,
        }
    }

    /// Records a match. Both blocks must still be free.
    pub fn join(&mut self, old: usize, new: usize) {
        debug_assert!(self.old[old].is_none() && self.new[new].is_none());
        self.old[old] = Some(new);
        self.new[new] = Some(old);
    }

    pub fn free_old(&self) -> impl Iterator<Item = usize> + '_ {
        free(&self.old)
    }

    pub fn free_new(&self) -> impl Iterator<Item = usize> + Clone + '_ {
        free(&self.new)
    }
}

fn free(side: &[Option<usize>]) -> impl Iterator<Item = usize> + Clone + '_ {
    side.iter()
        .enumerate()
        .filter(|(_, m)| m.is_none())
        .map(|(at, _)| at)
}
