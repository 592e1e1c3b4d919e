//! What the vocabularies know of each different word.
//!
//! Policies repeat themselves, and two versions of one policy repeat each other. So each word, as
//! published, is put into lower case and looked up once, however often it stands in the texts;
//! from there on asking whether it fits is a bit.

use std::{
    cell::{Cell, OnceCell, RefCell},
    rc::Rc,
};

use crate::cue::{
    bits::Bits,
    patterns::Pattern,
    phrases::{Phrases, Switch, WordList},
    vocabulary::{Vocabularies, Vocabulary, position},
};
use rustc_hash::FxHashMap;
use text::{Language, detection::Shown};

/// What is known of one word.
#[derive(Debug)]
pub(crate) struct Entry {
    /// In lower case, `’` written `'`.
    pub(crate) lower: Box<str>,
    /// Counted over all languages, so that a word of two has one number.
    pub(crate) number: u32,
    /// The number without the ending of possession: that of "user" for "user's".
    pub(crate) owner: u32,
    /// The languages that it shows: one that is elided, as in "l'adresse", is part of it in other
    /// languages.
    pub(crate) shown: Shown,
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
    pub(crate) fn entry(&self, dictionary: Dictionary<'_>, word: &str) -> Rc<Entry> {
        let Some(shelf) = self.shelves.get(dictionary.index()) else {
            return self.new_entry(dictionary, word);
        };
        if let Some(entry) = shelf.borrow().get(word) {
            return Rc::clone(entry);
        }
        let lower = lower(word);
        let known = if lower == word {
            None
        } else {
            shelf.borrow().get(lower.as_str()).map(Rc::clone)
        };
        let entry = known.unwrap_or_else(|| self.new_entry(dictionary, &lower));
        let mut shelf = shelf.borrow_mut();
        if lower != word {
            shelf.insert(lower.into(), Rc::clone(&entry));
        }
        shelf.insert(word.into(), Rc::clone(&entry));
        entry
    }

    fn new_entry(&self, dictionary: Dictionary<'_>, lower: &str) -> Rc<Entry> {
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
            owner: owner.map_or(number, |owner| self.entry(dictionary, owner).number),
            shown: Shown::by(lower),
            sets: dictionary.vocabulary().forms().of(lower),
            syllables: OnceCell::new(),
        })
    }
}

/// The words of one language, as a lexicon looks them up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dictionary<'v> {
    lexicon: &'v Lexicon<'v>,
    vocabulary: &'v Vocabulary,
    language: Language,
    /// Whether it stands in for a language without a vocabulary.
    is_foreign: bool,
}

impl<'v> Dictionary<'v> {
    /// That of the language that a BCP 47 tag names. One without a vocabulary is read as the
    /// first: names, numbers and borrowed terms are the same in many languages.
    pub(crate) fn of_tag(lexicon: &'v Lexicon<'v>, tag: &str) -> Self {
        let vocabulary = lexicon.vocabulary(position(tag).unwrap_or(0));
        Self {
            lexicon,
            vocabulary,
            language: Language::of_tag(vocabulary.language()).unwrap_or_default(),
            is_foreign: position(tag).is_none(),
        }
    }

    /// True where it stands in for a language without a vocabulary: what is not found in a text
    /// then says nothing of it.
    pub(crate) fn is_foreign(self) -> bool {
        self.is_foreign
    }

    /// That of a passage, whose words show these languages, in a document that is read by `self`;
    /// `self` where the vocabulary of another language is not at hand.
    pub(crate) fn of_passage(self, shown: &Shown) -> Self {
        let other = shown.language(self.language);
        match position(other.tag()) {
            Some(at) if !self.lexicon.vocabulary(at).is_silent() => {
                Self::of_tag(self.lexicon, other.tag())
            }
            _ => self,
        }
    }

    /// The position of its language among those with a vocabulary.
    pub(crate) fn index(self) -> usize {
        self.vocabulary.position()
    }

    /// The language of the words.
    pub(crate) fn language(self) -> Language {
        self.language
    }

    pub(crate) fn vocabulary(self) -> &'v Vocabulary {
        self.vocabulary
    }

    /// What is known of a word, as published or in lower case.
    pub(crate) fn entry(self, word: &str) -> Rc<Entry> {
        self.lexicon.entry(self, word)
    }

    /// True where the switch is on for this language.
    pub(crate) fn has(self, switch: &Switch) -> bool {
        self.vocabulary.switch(switch.place())
    }
}

impl Phrases {
    /// All phrases of the table in a language.
    pub(crate) fn patterns<'v>(&self, language: Dictionary<'v>) -> &'v [Pattern] {
        let vocabulary = language.vocabulary();
        vocabulary.patterns(vocabulary.phrases(self.place()))
    }
}

impl WordList {
    /// True for a word of the list; the word is in lower case.
    pub(crate) fn contains(&self, language: Dictionary<'_>, word: &str) -> bool {
        let set = language.vocabulary().list(self.place());
        set.is_some_and(|list| language.entry(word).holds(list.set))
    }

    /// The number of the list among the sets of words.
    pub(crate) fn set(&self, language: Dictionary<'_>) -> Option<u16> {
        language
            .vocabulary()
            .list(self.place())
            .map(|list| list.set)
    }

    /// Every word, in the order of the data.
    pub(crate) fn all<'v>(
        &self,
        language: Dictionary<'v>,
    ) -> impl Iterator<Item = &'v str> + use<'v> {
        let list = language.vocabulary().list(self.place());
        let words = list.map_or("", |list| &list.words);
        words.split_ascii_whitespace()
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
