//! The languages that policies are read in, one data file each.
//!
//! What a policy says is found by phrases, and phrases belong to a language. Tables that mix
//! languages were rejected: "die" is an article in one and a verb in another, and every
//! language would slow down all others.

use std::{fmt, rc::Rc};

use crate::{
    cue::{phrases::Switch, vocabulary::Vocabulary},
    words::lexicon::{Entry, Lexicon},
};
use model::Document;

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// How many languages there are.
const COUNT: usize = TAGS.len();

/// A language that is read, with what is known of its words.
#[derive(Clone, Copy)]
pub(super) struct Language<'v> {
    lexicon: &'v Lexicon<'v>,
    vocabulary: &'v Vocabulary,
    /// Position among the languages.
    at: usize,
}

impl PartialEq for Language<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl fmt::Debug for Language<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(TAGS.get(self.at).copied().unwrap_or(""))
    }
}

impl<'v> Language<'v> {
    /// The language of this BCP 47 tag. One without a vocabulary is read as the first: names,
    /// numbers and borrowed terms are the same in many languages.
    pub(super) fn of_tag(lexicon: &'v Lexicon<'v>, tag: &str) -> Self {
        Self::at(lexicon, position(tag).unwrap_or(0))
    }

    /// The language at this position.
    fn at(lexicon: &'v Lexicon<'v>, at: usize) -> Self {
        let vocabulary = lexicon.vocabulary(at);
        Self {
            lexicon,
            vocabulary,
            at,
        }
    }

    /// The language of a passage, with these small words, of a document in language `self`;
    /// `self` where the vocabulary of another one is not at hand.
    pub(super) fn of_passage(self, small: &SmallWords) -> Self {
        let other = Self::at(self.lexicon, small.language(self.at));
        if other.vocabulary.is_silent() {
            return self;
        }
        other
    }

    /// The position among the languages.
    pub(super) fn index(self) -> usize {
        self.at
    }

    pub(super) fn vocabulary(self) -> &'v Vocabulary {
        self.vocabulary
    }

    /// What is known of a word, as published or in lower case.
    pub(super) fn entry(self, word: &str) -> Rc<Entry> {
        self.lexicon.entry(self, word)
    }

    /// True where the switch is on for this language.
    pub(super) fn has(self, switch: &Switch) -> bool {
        self.vocabulary.switch(switch.place())
    }
}

/// The position of the language with a vocabulary that this tag names.
pub(super) fn position(tag: &str) -> Option<usize> {
    let primary = tag.split('-').next().unwrap_or("");
    TAGS.iter().position(|t| t.eq_ignore_ascii_case(primary))
}

/// The positions of the languages that a document is read in, in order: its own and those of
/// passages in others.
pub(super) fn needed(document: &Document) -> Vec<usize> {
    let own = position(&document.language).unwrap_or(0);
    let passages = document.blocks.iter();
    let mut needed: Vec<_> = passages
        .map(|b| SmallWords::of(&b.text).language(own))
        .collect();
    needed.push(own);
    needed.sort_unstable();
    needed.dedup();
    needed
}

/// How many small words of each language stand in a text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SmallWords([usize; COUNT]);

/// Small words that a passage needs before it can be in another language than its document.
const ENOUGH: usize = 4;

impl SmallWords {
    pub(super) fn of(text: &str) -> Self {
        let mut all = Self::default();
        // Most runs are of ASCII letters, for which no table of letters has to be asked.
        for run in text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()) {
            match run.is_ascii() {
                true => all.count(run),
                false => run
                    .split(|c: char| !c.is_alphabetic())
                    .for_each(|word| all.count(word)),
            }
        }
        all
    }

    fn count(&mut self, word: &str) {
        let languages = languages_of(word);
        for (at, count) in self.0.iter_mut().enumerate() {
            *count += usize::from(languages >> at & 1 == 1);
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (own, others) in self.0.iter_mut().zip(other.0) {
            *own += others;
        }
    }

    /// The language of such a passage of a document in language `own`: another one only where its
    /// small words are there and outnumber those of the document's language two to one, as quotes
    /// and names of other languages hold a few.
    fn language(&self, own: usize) -> usize {
        let counts = &self.0;
        let few = counts.get(own).copied().unwrap_or(0);
        let most = (0..COUNT).max_by_key(|at| (counts[*at], COUNT - at));
        most.filter(|at| counts[*at] >= ENOUGH && counts[*at] > few * 2)
            .unwrap_or(own)
    }
}

/// The languages in which the word is a small one, a bit for each.
fn languages_of(word: &str) -> u32 {
    match word.is_ascii() {
        true => find_small(word),
        false => find_small(&word.to_lowercase()),
    }
}

/// The same for a word in lower case, or of ASCII letters in any case.
fn find_small(word: &str) -> u32 {
    let mut at = FIRST_OF_LOOK[look(word.as_bytes())];
    while let Some((small, languages)) = SMALL_WORDS.get(at) {
        if word.eq_ignore_ascii_case(small) {
            return *languages;
        }
        at = NEXT_OF_LOOK[at];
    }
    0
}

/// The first small word of each look; beyond the last one where there is none, as for most.
const FIRST_OF_LOOK: [usize; LOOKS] = chains().0;

/// For each small word the next one of the same look.
const NEXT_OF_LOOK: [usize; SMALL_WORDS.len()] = chains().1;

const fn chains() -> ([usize; LOOKS], [usize; SMALL_WORDS.len()]) {
    let mut first = [usize::MAX; LOOKS];
    let mut next = [usize::MAX; SMALL_WORDS.len()];
    let mut at = 0;
    while at < SMALL_WORDS.len() {
        let look = look(SMALL_WORDS[at].0.as_bytes());
        next[at] = first[look];
        first[look] = at;
        at += 1;
    }
    (first, next)
}

const LOOKS: usize = 256;

/// What a word looks like at a glance, in any case: length, first and last byte, mixed.
const fn look(word: &[u8]) -> usize {
    let (first, last) = match word {
        [first, .., last] => (*first, *last),
        [only] => (*only, 0),
        [] => (0, 0),
    };
    let (first, last) = (first.to_ascii_lowercase(), last.to_ascii_lowercase());
    (first as usize * 7 + last as usize * 31 + word.len()) % LOOKS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(own: &str, text: &str, expected: &str) {
        let own = position(own).unwrap_or(0);
        assert_eq!(TAGS[SmallWords::of(text).language(own)], expected, "{text}");
    }

    #[test]
    fn a_passage_in_another_language_is_read_in_it() {
        let text = "Wir speichern die Daten, und Sie können sie bei uns löschen.";
        check("en-GB", text, "de");
        let text = "WIR speichern DIE Daten, und SIE können sie bei uns löschen.";
        check("en", text, "de");
        let text = "We use the service “Die Daten der Welt” and keep it.";
        check("en", text, "en");
    }

    #[test]
    fn an_unknown_language_is_read_as_the_first() {
        assert_eq!(position("fi"), None);
        assert_eq!(position(""), None);
        assert_eq!(position("DE-AT"), position("de"));
    }

    #[test]
    fn a_document_needs_its_own_language_and_those_of_its_passages() {
        let document = |text: &str| {
            let parse = document::html::parse_native;
            needed(&document::read("policy.md", text.as_bytes(), parse))
        };
        let english = "We keep the data that you give to us and we use it for your account.";
        let german = "Wir speichern die Daten, und Sie können sie bei uns löschen.";
        assert_eq!(document(english), [0]);
        let both = [english, english, german].join("\n\n");
        assert_eq!(document(&both), [0, position("de").unwrap_or(0)]);
    }
}
