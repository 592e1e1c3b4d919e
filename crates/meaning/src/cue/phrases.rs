//! Tables of a vocabulary, as those who read sentences ask them.
//!
//! Cues are data: a phrase is a line of text such as `retain*|keep* _6 # month*`, so that a
//! table of cues can be read, reviewed and extended (to other languages too) without knowing
//! Rust. Regular expressions were rejected: they see bytes instead of words, and their engine
//! would weigh more than everything else in this module.
//!
//! A table here is only a place: what stands there depends on the language of the words, whose
//! vocabulary is loaded apart from the program; whoever has read the words asks there.

/// A table of phrases.
///
/// A phrase is a line of steps between spaces: `word`; `stem*` for any word that begins so,
/// `*end` for any that ends so; `one|two*` for either; a final `?` where it may be missing;
/// `#` for a number; `_4` for at most four words of any kind in the same clause; `^` for the
/// start of the sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrases(usize);

/// A table of phrases, each standing for a key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cues(usize);

/// A set of single words, of which some may be beginnings (`stem*`) or ends (`*end`).
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordList(usize);

/// A yes or no about the grammar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Switch(usize);

impl Phrases {
    pub(crate) const fn new(place: usize) -> Self {
        Self(place)
    }

    /// The place among the tables of this sort.
    pub(crate) const fn place(self) -> usize {
        self.0
    }
}

impl Cues {
    pub(crate) const fn new(place: usize) -> Self {
        Self(place)
    }

    /// The place among the tables of this sort.
    pub(crate) const fn place(self) -> usize {
        self.0
    }
}

impl WordList {
    pub(crate) const fn new(place: usize) -> Self {
        Self(place)
    }

    /// The place among the tables of this sort.
    pub(crate) const fn place(self) -> usize {
        self.0
    }
}

impl Switch {
    pub(crate) const fn new(place: usize) -> Self {
        Self(place)
    }

    /// The place among the tables of this sort.
    pub(crate) const fn place(self) -> usize {
        self.0
    }
}
