//! The passages of both documents, each different one read once.
//!
//! Most passages of one version stand in the other as they are. What a passage consists of is
//! therefore kept by text, not by block, and its profile is made when it is first asked for: a
//! passage that was found unchanged never needs one.

use rustc_hash::FxHashMap;
use std::cell::OnceCell;

use document::normalise_heading;
use model::Document;
use text::Language;

use crate::passages::{
    interned::{Lexicon, Words},
    profile::{Profile, Space, View},
};

/// The different texts of the blocks of two documents, in order of their first occurrence.
pub(crate) struct Texts {
    /// For each block of the first and of the second document the position of its text.
    of_blocks: [Vec<usize>; 2],
    words: Vec<Words>,
    /// How many blocks have each text.
    counts: Vec<u32>,
    /// Weights by wording.
    pub space: Space,
    profiles: Vec<OnceCell<Profile>>,
    /// Comparison forms of the headings of the first and of the second document.
    pub headings: [Vec<String>; 2],
    /// Their words.
    pub heading_words: [Vec<Words>; 2],
}

impl Texts {
    /// Reads the blocks of both documents.
    pub fn new(old: &Document, new: &Document) -> Self {
        let headings = [old, new].map(|document| -> Vec<String> {
            let sections = document.sections.iter();
            sections.map(|s| normalise_heading(&s.heading)).collect()
        });
        let mut lexicon = Lexicon::new(Language::of_tag(&old.language).unwrap_or_default());
        let mut known: FxHashMap<&str, usize> = FxHashMap::default();
        let mut words: Vec<Words> = Vec::new();
        let mut counts: Vec<u32> = Vec::new();
        let of_blocks = [old, new].map(|document| {
            let blocks = document.blocks.iter();
            blocks
                .map(|block| {
                    let normal = block.normal.as_str();
                    let text = *known.entry(normal).or_insert_with(|| {
                        words.push(lexicon.read(&block.text, normal));
                        counts.push(0);
                        words.len() - 1
                    });
                    counts[text] += 1;
                    text
                })
                .collect()
        });
        let mut space = Space::new(View::Wording);
        for (words, &count) in words.iter().zip(&counts) {
            space.count(words.whole(), count);
        }
        space.weigh();
        let profiles = vec![OnceCell::new(); words.len()];
        let heading_words = headings.each_ref().map(|side| {
            let read = side.iter().map(|heading| lexicon.read_heading(heading));
            read.collect()
        });
        Self {
            of_blocks,
            words,
            counts,
            space,
            profiles,
            headings,
            heading_words,
        }
    }

    /// The positions of the blocks' texts, of the first and of the second document.
    pub fn of_blocks(&self) -> &[Vec<usize>; 2] {
        &self.of_blocks
    }

    /// How many different texts there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The words of a text.
    pub fn words(&self, text: usize) -> &Words {
        &self.words[text]
    }

    /// The words of every text, with the number of blocks that have it.
    pub fn counted(&self) -> impl Iterator<Item = (&Words, u32)> {
        self.words.iter().zip(self.counts.iter().copied())
    }

    /// The profile of a text by wording.
    pub fn profile(&self, text: usize) -> &Profile {
        self.profiles[text].get_or_init(|| self.space.profile(self.words[text].whole()))
    }
}
