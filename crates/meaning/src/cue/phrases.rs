//! Tables of a vocabulary, as those who read sentences ask them.
//!
//! Cues are data: a phrase is a line of text such as `retain*|keep* _6 # month*`, so that a
//! table of cues can be read, reviewed and extended (to other languages too) without knowing
//! Rust. Regular expressions were rejected: they see bytes instead of words, and their engine
//! would weigh more than everything else in this module.
//!
//! A table here is only a place: what stands there depends on the language of the words, whose
//! vocabulary is loaded apart from the program.

use std::ops::Range;

use crate::{
    cue::patterns::Pattern,
    languages::Language,
    words::{Found, Words},
};

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

    /// All phrases of the table in a language.
    pub(crate) fn patterns<'v>(&self, language: Language<'v>) -> &'v [Pattern] {
        let vocabulary = language.vocabulary();
        vocabulary.patterns(vocabulary.phrases(self.0))
    }

    /// The phrases that stand in the sentence.
    pub(crate) fn found<'w>(&self, words: &'w Words<'_>) -> &'w [Found] {
        words.found(words.language().vocabulary().phrases(self.0))
    }
}

impl Cues {
    pub(crate) const fn new(place: usize) -> Self {
        Self(place)
    }

    /// The key of every phrase that stands in the sentence, with its first place.
    pub(crate) fn find_all<'w, 't: 'w>(
        &self,
        words: &'w Words<'t>,
    ) -> impl Iterator<Item = (&'t str, Range<usize>)> + use<'w, 't> {
        self.find_all_from(words, 0)
    }

    /// The same from this word on.
    pub(crate) fn find_all_from<'w, 't: 'w>(
        &self,
        words: &'w Words<'t>,
        from: usize,
    ) -> impl Iterator<Item = (&'t str, Range<usize>)> + use<'w, 't> {
        let vocabulary = words.language().vocabulary();
        let found = words.found(vocabulary.cues(self.0)).iter();
        found.filter_map(move |(at, first)| {
            let place = match first.start >= from {
                true => first.clone(),
                false => vocabulary.pattern(*at)?.find(words, from)?,
            };
            Some((vocabulary.key(*at), place))
        })
    }

    /// The keys of the table in a language, once for each of their phrases.
    #[cfg(test)]
    pub(crate) fn keys<'v>(
        &self,
        language: Language<'v>,
    ) -> impl Iterator<Item = &'v str> + use<'v> {
        let vocabulary = language.vocabulary();
        vocabulary.cues(self.0).map(|at| vocabulary.key(at))
    }

    /// True where a phrase with this key stands in the sentence.
    pub(crate) fn names(&self, words: &Words<'_>, key: &str) -> bool {
        self.find_all(words).any(|(found, _)| found == key)
    }
}

impl WordList {
    pub(crate) const fn new(place: usize) -> Self {
        Self(place)
    }

    /// True for a word of the list; the word is in lower case.
    pub(crate) fn contains(&self, language: Language<'_>, word: &str) -> bool {
        let set = language.vocabulary().list(self.0);
        set.is_some_and(|list| language.entry(word).holds(list.set))
    }

    /// The place among the lists of a vocabulary.
    pub(crate) fn place(&self) -> usize {
        self.0
    }

    /// The number of the list among the sets of words.
    pub(crate) fn set(&self, language: Language<'_>) -> Option<u16> {
        language.vocabulary().list(self.0).map(|list| list.set)
    }

    /// Every word, in the order of the data.
    pub(crate) fn all<'v>(
        &self,
        language: Language<'v>,
    ) -> impl Iterator<Item = &'v str> + use<'v> {
        let list = language.vocabulary().list(self.0);
        let words = list.map_or("", |list| &list.words);
        words.split_ascii_whitespace()
    }
}

impl Switch {
    pub(crate) const fn new(place: usize) -> Self {
        Self(place)
    }

    /// The number of the switch.
    pub(crate) fn place(self) -> usize {
        self.0
    }
}
