//! What the vocabularies know of each different word.
//!
//! Policies repeat themselves, and two versions of one policy repeat each other. So each word, as
//! published, is put into lower case and looked up once, however often it stands in the texts;
//! from there on asking whether it fits is a bit.

use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::Rc,
};

use crate::{
    cue::vocabulary::{Vocabularies, Vocabulary},
    languages::{Language, SmallWords},
    words::bits::Bits,
};
use rustc_hash::FxHashMap;

/// What is known of one word.
#[derive(Debug)]
pub(crate) struct Entry {
    /// In lower case, `’` written `'`.
    pub(crate) lower: Box<str>,
    /// Counted over all languages, so that a word of two has one number.
    pub(crate) number: u32,
    /// The number without the ending of possession: that of "user" for "user's".
    pub(crate) owner: u32,
    /// The small words in it: one that is elided, as in "l'adresse", is part of it in other
    /// languages.
    pub(crate) small: SmallWords,
    /// The sets of words that hold it.
    sets: Bits,
    /// Its syllables, once they were asked for.
    pub(crate) syllables: OnceCell<usize>,
}

impl Entry {
    /// True where a set of words holds it.
    pub(crate) fn holds(&self, set: u16) -> bool {
        self.sets.holds(usize::from(set))
    }

    pub(crate) fn sets(&self) -> &Bits {
        &self.sets
    }
}

/// The words of some texts, looked up in the vocabularies at hand.
#[derive(Debug)]
pub(crate) struct Lexicon<'v> {
    vocabularies: &'v Vocabularies,
    /// One for each language.
    shelves: Vec<Shelf>,
    /// The next number of a word.
    numbers: Cell<u32>,
}

/// The words of one language, as published and in lower case.
type Shelf = RefCell<FxHashMap<Box<str>, Rc<Entry>>>;

impl<'v> Lexicon<'v> {
    /// How many words are known.
    pub(crate) fn len(&self) -> usize {
        self.numbers.get() as usize
    }

    /// An empty lexicon over these vocabularies.
    pub(crate) fn new(vocabularies: &'v Vocabularies) -> Self {
        let shelves = vocabularies.all().map(|_| Shelf::default()).collect();
        Self {
            vocabularies,
            shelves,
            numbers: Cell::new(0),
        }
    }

    /// The vocabulary of the language at this position.
    pub(crate) fn vocabulary(&self, at: usize) -> &'v Vocabulary {
        self.vocabularies.at(at)
    }

    /// What is known of a word, as published or in lower case.
    pub(crate) fn entry(&self, language: Language<'_>, word: &str) -> Rc<Entry> {
        let Some(shelf) = self.shelves.get(language.index()) else {
            return self.new_entry(language, word);
        };
        if let Some(entry) = shelf.borrow().get(word) {
            return Rc::clone(entry);
        }
        let lower = lower(word);
        let known = match lower == word {
            true => None,
            false => shelf.borrow().get(lower.as_str()).map(Rc::clone),
        };
        let entry = known.unwrap_or_else(|| self.new_entry(language, &lower));
        let mut shelf = shelf.borrow_mut();
        if lower != word {
            shelf.insert(lower.into(), Rc::clone(&entry));
        }
        shelf.insert(word.into(), Rc::clone(&entry));
        entry
    }

    fn new_entry(&self, language: Language<'_>, lower: &str) -> Rc<Entry> {
        let mut shelves = self.shelves.iter();
        let elsewhere = shelves.find_map(|shelf| Some(shelf.borrow().get(lower)?.number));
        let number = elsewhere.unwrap_or_else(|| {
            let next = self.numbers.get();
            self.numbers.set(next.saturating_add(1));
            next
        });
        let owner = lower.strip_suffix("'s");
        Rc::new(Entry {
            lower: lower.into(),
            number,
            owner: owner.map_or(number, |owner| self.entry(language, owner).number),
            small: SmallWords::of(lower),
            sets: language.vocabulary().forms().of(lower),
            syllables: OnceCell::new(),
        })
    }
}

/// A word in lower case, `’` written `'`.
fn lower(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut lower = String::with_capacity(word.len());
    for c in word.chars() {
        if c == '’' {
            lower.push('\'');
        } else {
            lower.extend(c.to_lowercase());
        }
    }
    lower
}
