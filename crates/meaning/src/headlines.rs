//! What headlines say around quotes and facts, in the language of the policy.
//!
//! The sentences are data of the languages, like the phrases that they are read by: each is a
//! function here, written by the build, and its words are in the vocabulary. Messages of the
//! interface were rejected, as headlines are data of the comparison: a reader of a German policy
//! gets them in German on a page in any language.

use crate::{
    cue::vocabulary::{Vocabulary, position},
    words::lexicon::Lexicon,
};

include!(concat!(env!("OUT_DIR"), "/headlines.rs"));

/// The sentences of headlines in one language.
#[derive(Clone, Copy)]
pub(super) struct Headlines<'v> {
    vocabulary: &'v Vocabulary,
    /// Position among the languages.
    at: usize,
}

impl<'v> Headlines<'v> {
    /// Those in the language of the new document, else of the old one, else in the language that
    /// stands in for unknown ones; none where no such vocabulary is at hand.
    pub(super) fn of(lexicon: &Lexicon<'v>, new: &str, old: &str) -> Option<Self> {
        let languages = [position(new), position(old), Some(0)];
        let mut all = languages.into_iter().flatten().map(|at| Self {
            vocabulary: lexicon.vocabulary(at),
            at,
        });
        all.find(|headlines| !headlines.vocabulary.is_silent())
    }

    /// BCP 47 tag of the language.
    pub(super) fn language(self) -> &'static str {
        self.vocabulary.language()
    }

    /// Position among the languages.
    pub(super) fn index(self) -> usize {
        self.at
    }

    /// The sentence at this place, with the values filled in.
    pub(super) fn sentence(self, place: usize, values: &[&str]) -> String {
        fill(self.vocabulary.sentence(place), values)
    }

    /// What the table at this place calls a key; the key where it has no name.
    pub(super) fn name(self, place: usize, key: &str) -> String {
        self.vocabulary.name(place, key).unwrap_or(key).to_owned()
    }
}

/// The sentence with `{0}` as the first value and so on. What stands in a value is left alone.
fn fill(sentence: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    let mut parts = sentence.split('{');
    filled.push_str(parts.next().unwrap_or(""));
    for part in parts {
        let (number, rest) = part.split_once('}').unwrap_or(("", part));
        let value = number.parse().ok().and_then(|at: usize| values.get(at));
        filled.push_str(value.copied().unwrap_or(""));
        filled.push_str(rest);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cue::vocabulary::Vocabularies;

    fn language(at_hand: &Vocabularies, new: &str, old: &str) -> Option<&'static str> {
        Headlines::of(&Lexicon::new(at_hand), new, old).map(Headlines::language)
    }

    #[test]
    fn values_are_filled_in_by_number_and_left_alone() {
        let check = |sentence: &str, expected: &str| {
            assert_eq!(fill(sentence, &["{1}", "b}"]), expected);
        };
        check("“{0}” replaces “{1}”", "“{1}” replaces “b}”");
        check("{1}{0}", "b}{1}");
        check("nothing", "nothing");
        check("{2}{x}{", "");
    }

    #[test]
    fn the_new_document_decides_on_the_language() {
        let check = |new: &str, old: &str, expected: &str| {
            assert_eq!(language(Vocabularies::built_in(), new, old), Some(expected));
        };
        check("de-AT", "fr", "de");
        check("fi", "fr", "fr");
        check("fi", "", "en");
    }

    #[test]
    fn without_its_vocabulary_another_language_serves() {
        let none = Vocabularies::default();
        assert_eq!(language(&none, "de", "fr"), None);
        let mut some = Vocabularies::default();
        let french = position("fr").unwrap_or(0);
        some.add(Vocabularies::built_in().at(french).clone());
        assert_eq!(language(&some, "de", "fr"), Some("fr"));
    }
}
