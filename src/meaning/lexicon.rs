//! What the vocabularies know of each different word.
//!
//! Policies repeat themselves, and two versions of one policy repeat each other. So each word, as
//! published, is put into lower case and looked up once, however often it stands in the texts;
//! from there on asking whether it fits is a bit.

use std::{cell::RefCell, rc::Rc};

use super::{
    bits::Bits,
    languages::Language,
    vocabulary::{Vocabularies, Vocabulary},
};
use crate::compare::Lookup;

/// What is known of one word.
#[derive(Debug)]
pub(super) struct Entry {
    /// In lower case, `’` written `'`.
    pub(super) lower: Box<str>,
    /// The sets of words that hold it.
    sets: Bits,
}

impl Entry {
    /// True where a set of words holds it.
    pub(super) fn holds(&self, set: u16) -> bool {
        self.sets.holds(usize::from(set))
    }

    pub(super) fn sets(&self) -> &Bits {
        &self.sets
    }
}

/// The words of some texts, looked up in the vocabularies at hand.
#[derive(Debug)]
pub(super) struct Lexicon<'v> {
    vocabularies: &'v Vocabularies,
    /// One for each language.
    shelves: Vec<Shelf>,
}

/// The words of one language.
#[derive(Debug, Default)]
struct Shelf {
    /// By the word as published.
    published: RefCell<Lookup<Box<str>, Rc<Entry>>>,
    /// By the word in lower case.
    lower: RefCell<Lookup<Box<str>, Rc<Entry>>>,
}

impl<'v> Lexicon<'v> {
    /// An empty lexicon over these vocabularies.
    pub(super) fn new(vocabularies: &'v Vocabularies) -> Self {
        let shelves = vocabularies.all().map(|_| Shelf::default()).collect();
        Self {
            vocabularies,
            shelves,
        }
    }

    /// The vocabulary of the language at this position.
    pub(super) fn vocabulary(&self, at: usize) -> &'v Vocabulary {
        self.vocabularies.at(at)
    }

    /// What is known of a word as published.
    pub(super) fn published(&self, language: Language<'_>, word: &str) -> Rc<Entry> {
        let Some(shelf) = self.shelves.get(language.index()) else {
            return Rc::new(Entry::new(word, language));
        };
        if let Some(entry) = shelf.published.borrow().get(word) {
            return Rc::clone(entry);
        }
        let mut lower = String::with_capacity(word.len());
        for c in word.chars() {
            if c == '’' {
                lower.push('\'');
            } else {
                lower.extend(c.to_lowercase());
            }
        }
        let entry = self.lower(language, &lower);
        let mut published = shelf.published.borrow_mut();
        published.insert(word.into(), Rc::clone(&entry));
        entry
    }

    /// What is known of a word in lower case.
    pub(super) fn lower(&self, language: Language<'_>, word: &str) -> Rc<Entry> {
        let Some(shelf) = self.shelves.get(language.index()) else {
            return Rc::new(Entry::new(word, language));
        };
        if let Some(entry) = shelf.lower.borrow().get(word) {
            return Rc::clone(entry);
        }
        let entry = Rc::new(Entry::new(word, language));
        let mut lower = shelf.lower.borrow_mut();
        lower.insert(word.into(), Rc::clone(&entry));
        entry
    }
}

impl Entry {
    fn new(lower: &str, language: Language<'_>) -> Self {
        Self {
            lower: lower.into(),
            sets: language.vocabulary().forms().of(lower),
        }
    }
}
