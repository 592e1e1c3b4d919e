//! Words that the end of a line has cut.
//!
//! A hyphen at the end of a line may belong to the word ("third-party"). The rest of the text says
//! which: where the whole word stands elsewhere the hyphen goes, where both halves do it stays.

use ::text::lexer::bare_words;
use std::collections::BTreeSet;

/// What stands between the ends of two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    Space,
    /// Nothing: the hyphen at the end of the line belongs to the word.
    Hyphen,
    /// Nothing, and the hyphen, of so many bytes, goes.
    Cut(usize),
}

/// The words of a text that has hyphens at the ends of its lines.
pub(crate) struct Hyphens {
    words: BTreeSet<String>,
}

impl Hyphens {
    /// Collects the whole words of all lines, if any of them ends with a hyphen.
    pub(crate) fn of<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> Self {
        let mut words = BTreeSet::new();
        if !lines.clone().any(|line| hyphen(line).is_some()) {
            return Self { words };
        }
        let mut is_second_half = false;
        for line in lines.filter(|line| !line.trim().is_empty()) {
            let is_cut = hyphen(line).is_some();
            let mut whole: Vec<&str> = bare_words(line).skip(usize::from(is_second_half)).collect();
            whole.truncate(whole.len().saturating_sub(usize::from(is_cut)));
            words.extend(whole.into_iter().map(str::to_lowercase));
            is_second_half = is_cut;
        }
        Self { words }
    }

    /// What stands between a line and the one below it.
    pub(crate) fn between(&self, line: &str, below: &str) -> Joint {
        let below = below.trim_start();
        let (Some((start, length)), true) = (hyphen(line), below.starts_with(char::is_lowercase))
        else {
            return Joint::Space;
        };
        // The whole of a long paragraph is not looked through for its last word.
        const LONGEST: usize = 100;
        let tail = &line[line.floor_char_boundary(start.saturating_sub(LONGEST))..start];
        let first = bare_words(tail).last().unwrap_or_default();
        let first = first.to_lowercase();
        let second = bare_words(below).next().unwrap_or_default().to_lowercase();
        let knows = |word: &str| self.words.contains(word);
        let is_whole = knows(&[first.as_str(), &second].concat());
        // A soft hyphen is only there where a line may end.
        let is_soft = line[start..].starts_with('\u{ad}');
        if !is_soft && !is_whole && knows(&first) && knows(&second) {
            Joint::Hyphen
        } else {
            Joint::Cut(length)
        }
    }
}

/// Where the hyphen at the end of a line begins, behind a letter, and the bytes from there.
fn hyphen(line: &str) -> Option<(usize, usize)> {
    let line = line.trim_end();
    let (start, _) = line
        .char_indices()
        .next_back()
        .filter(|(_, c)| matches!(c, '-' | '‐' | '\u{ad}'))?;
    line[..start]
        .ends_with(char::is_alphabetic)
        .then_some((start, line.len() - start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let hyphens = Hyphens::of(text.lines());
        let mut joined = String::new();
        for line in text.lines() {
            match hyphens.between(&joined, line) {
                Joint::Space => joined.push(' '),
                Joint::Hyphen => {}
                Joint::Cut(length) => joined.truncate(joined.len() - length),
            }
            joined.push_str(line);
        }
        assert_eq!(joined.trim_start(), expected);
    }

    #[test]
    fn a_cut_word_is_whole_again() {
        check("your adver-\ntising", "your advertising");
        check("your adver\u{ad}\ntising", "your advertising");
        check("per month, per-\nsonal", "per month, personal");
        check("Daten-\nSchutz", "Daten- Schutz");
    }

    #[test]
    fn a_hyphen_of_its_own_stays() {
        check(
            "a third party is third-\nparty",
            "a third party is third-party",
        );
        check("the sign -\nand more", "the sign - and more");
    }
}
