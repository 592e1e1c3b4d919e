//! How long a text is and how hard it reads, for a reader who weighs whether to.
//!
//! One established measure for each language, because their scales are comparable only within
//! it: Flesch (1948) for English, Amstad (1978) for German, Kandel and Moles (1958) for French.
//! All are linear in words per sentence and syllables per word; their numbers, and the reading
//! speeds of Trauzettel-Klosinski and Dietz (IOVS 2012), are data of the language. Grade levels
//! were rejected: they name schools that other countries do not have.

use crate::words::{Words, text::Text};
use ::text::{
    Language, Readability,
    lexer::{signs, word_count},
};
use model::ReadingHelp;

/// Fewest words that a measure is given for; its authors took samples of a hundred.
const SAMPLE: usize = 100;

/// Words a minute where the language has no measured speed: less than the slowest one measured.
const SLOW: usize = 150;

/// Signs a minute of scripts without spaces: between the 255 measured for Chinese and the 357 for
/// Japanese.
const SIGNS: usize = 300;

pub(super) fn read(text: &Text<'_>) -> ReadingHelp {
    let mut counts = Counts::default();
    for (_, sentence) in text.sentences() {
        counts.add(&sentence.words);
    }
    let sounds = text.language.language().readability();
    let own = Language::of_tag(&text.document.language).and_then(Language::readability);
    let measure = own.filter(|_| counts.words >= SAMPLE);
    let speed = sounds.map_or(SLOW, |s| s.words_per_minute);
    ReadingHelp {
        words: counts.words + counts.unspaced,
        minutes: (counts.words * SIGNS + counts.signs * speed).div_ceil(speed * SIGNS),
        measure: measure.and_then(|m| model::Readability::from_key(m.name)),
        score: measure.map(|m| counts.score(m)),
    }
}

#[derive(Default)]
struct Counts {
    sentences: usize,
    words: usize,
    /// Words in scripts without spaces, as the other counts of a text have them, and their signs.
    unspaced: usize,
    signs: usize,
    syllables: usize,
}

impl Counts {
    fn add(&mut self, words: &Words<'_>) {
        let before = self.words;
        let sounds = words.language().language().readability();
        for entry in words.entries() {
            let signs = signs(&entry.lower);
            if signs > 0 {
                self.signs += signs;
                self.unspaced += word_count(&entry.lower);
                continue;
            }
            let spoken = entry.syllables.get_or_init(|| {
                // Addresses and numbers are not read aloud as they stand.
                let is_read = entry.lower.chars().all(|c| c.is_alphabetic() || c == '\'');
                if is_read {
                    sounds.map_or(1, |sounds| syllables(&entry.lower, sounds))
                } else {
                    0
                }
            });
            self.words += usize::from(*spoken > 0);
            self.syllables += spoken;
        }
        self.sentences += usize::from(self.words > before);
    }

    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "counts of words, far below what a double holds; scores of three digits"
    )]
    fn score(&self, measure: &Readability) -> i32 {
        let (words, sentences) = (self.words as f64, self.sentences.max(1) as f64);
        let per_word = self.syllables as f64 / words;
        let score =
            measure.start - measure.sentence * words / sentences - measure.syllable * per_word;
        score.round() as i32
    }
}

/// Groups of vowels, without a silent one at the end; every word has one at least.
fn syllables(word: &str, sounds: &Readability) -> usize {
    let is_vowel = |c: char| sounds.vowels.contains(c);
    let groups = |text: &str| {
        let mut inside = false;
        let mut count = 0;
        for c in text.chars() {
            count += usize::from(is_vowel(c) && !inside);
            inside = is_vowel(c);
        }
        count
    };
    let mut ends = sounds.silent_ends.iter();
    let silent = ends.find_map(|end| word.strip_suffix(end));
    // The end is silent only behind a consonant: "see" and "idée" are spoken.
    let spoken = silent
        .filter(|rest| !rest.ends_with(is_vowel))
        .unwrap_or(word);
    groups(spoken).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cue::vocabulary::VOCABULARIES;

    fn check(tag: &str, words: &[(&str, usize)]) {
        let sounds = Language::of_tag(tag).and_then(Language::readability);
        let sounds = sounds.expect("the language has a measure");
        for (word, expected) in words {
            assert_eq!(syllables(word, sounds), *expected, "{word}");
        }
    }

    #[test]
    fn syllables_are_groups_of_vowels() {
        check(
            "en",
            &[
                ("data", 2),
                ("we", 1),
                ("service", 2),
                ("privacy", 3),
                ("see", 1),
                ("shared", 1),
            ],
        );
        check(
            "de",
            &[
                ("daten", 2),
                ("wir", 1),
                ("löschen", 2),
                ("einwilligung", 4),
            ],
        );
        check(
            "fr",
            &[
                ("données", 2),
                ("nous", 1),
                ("adresse", 2),
                ("traitement", 3),
            ],
        );
    }

    #[test]
    fn every_language_with_a_vocabulary_has_its_measure() {
        for tag in VOCABULARIES {
            let measure = Language::of_tag(tag).and_then(Language::readability);
            assert!(measure.is_some_and(|m| m.words_per_minute > SLOW), "{tag}");
        }
    }
}
