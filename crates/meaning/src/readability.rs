//! How long a text is and how hard it reads, for a reader who weighs whether to.
//!
//! One established measure for each language, because their scales are comparable only within
//! it: Flesch (1948) for English, Amstad (1978) for German, Kandel and Moles (1958) for French.
//! All are linear in words per sentence and syllables per word; their numbers, and the reading
//! speeds of Trauzettel-Klosinski and Dietz (IOVS 2012), are data of the language. Grade levels
//! were rejected: they name schools that other countries do not have.

use super::languages::{
    Language, position,
    readability::{MEASURE, SILENT_ENDS, VOWELS, WORDS_PER_MINUTE},
};
use crate::words::{Words, text::Text};
use model::{Readability, ReadingHelp};

/// Fewest words that a measure is given for; its authors took samples of a hundred.
const SAMPLE: usize = 100;

/// A linear measure: start, minus words per sentence and syllables per word by their weights.
struct Formula {
    measure: Readability,
    start: f64,
    sentence: f64,
    word: f64,
}

pub(super) fn read(text: &Text<'_>) -> ReadingHelp {
    let mut counts = Counts::default();
    let mut voices: Vec<Voice<'_>> = Vec::new();
    for (_, sentence) in text.sentences() {
        let language = sentence.words.language();
        let voice = match voices.iter().position(|v| v.language == language) {
            Some(at) => at,
            None => {
                voices.push(Voice::new(language));
                voices.len() - 1
            }
        };
        counts.add(&sentence.words, &voices[voice]);
    }
    let language = position(&text.document.language).map(|_| text.language);
    let formula = language
        .and_then(formula)
        .filter(|_| counts.words >= SAMPLE);
    ReadingHelp {
        words: counts.words,
        minutes: counts.words.div_ceil(speed(text.language)),
        measure: formula.as_ref().map(|f| f.measure),
        score: formula.map(|f| counts.score(&f)),
    }
}

#[derive(Default)]
struct Counts {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Counts {
    fn add(&mut self, words: &Words<'_>, voice: &Voice<'_>) {
        let before = self.words;
        for entry in words.entries() {
            let spoken = entry.syllables.get_or_init(|| {
                // Addresses and numbers are not read aloud as they stand.
                let is_read = entry.lower.chars().all(|c| c.is_alphabetic() || c == '\'');
                match is_read {
                    true => voice.syllables(&entry.lower),
                    false => 0,
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
    fn score(&self, formula: &Formula) -> i32 {
        let (words, sentences) = (self.words as f64, self.sentences.max(1) as f64);
        let per_word = self.syllables as f64 / words;
        let score = formula.start - formula.sentence * words / sentences - formula.word * per_word;
        score.round() as i32
    }
}

/// How the words of a language sound.
struct Voice<'v> {
    language: Language<'v>,
    vowels: Vec<char>,
    silent_ends: Vec<&'v str>,
}

impl<'v> Voice<'v> {
    fn new(language: Language<'v>) -> Self {
        Self {
            language,
            vowels: VOWELS.all(language).flat_map(str::chars).collect(),
            silent_ends: SILENT_ENDS.all(language).collect(),
        }
    }

    /// Groups of vowels, without a silent one at the end; every word has one at least.
    fn syllables(&self, word: &str) -> usize {
        let is_vowel = |c: char| self.vowels.contains(&c);
        let groups = |text: &str| {
            let mut inside = false;
            let mut count = 0;
            for c in text.chars() {
                count += usize::from(is_vowel(c) && !inside);
                inside = is_vowel(c);
            }
            count
        };
        let mut ends = self.silent_ends.iter();
        let silent = ends.find_map(|end| word.strip_suffix(end));
        // The end is silent only behind a consonant: "see" and "idée" are spoken.
        let spoken = silent
            .filter(|rest| !rest.ends_with(is_vowel))
            .unwrap_or(word);
        groups(spoken).max(1)
    }
}

fn formula(language: Language<'_>) -> Option<Formula> {
    let mut parts = MEASURE.all(language);
    let written = parts.next()?;
    let measure = Readability::from_key(written)?;
    let mut number = || parts.next()?.parse().ok();
    Some(Formula {
        measure,
        start: number()?,
        sentence: number()?,
        word: number()?,
    })
}

fn speed(language: Language<'_>) -> usize {
    let written = WORDS_PER_MINUTE.all(language).next();
    // The slowest of the measured languages where the data says nothing.
    written
        .and_then(|w| w.parse().ok())
        .filter(|n| *n > 0)
        .unwrap_or(150)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{all_spoken, spoken};

    fn check(tag: &str, words: &[(&str, usize)]) {
        for (word, expected) in words {
            assert_eq!(Voice::new(spoken(tag)).syllables(word), *expected, "{word}");
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
    fn every_language_has_its_measure() {
        for language in all_spoken() {
            assert!(measure(language).is_some());
            assert!(speed(language) > 150);
        }
    }
}
