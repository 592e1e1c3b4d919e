//! Phrases that are looked for among the words of a sentence.
//!
//! Cues are data: a phrase is a line of text such as `retain*|keep* _6 # month*`, so that a
//! table of cues can be read, reviewed and extended (to other languages too) without knowing
//! Rust. Regular expressions were rejected: they see bytes instead of words, and their engine
//! would weigh more than everything else in this module.

use std::{ops::Range, sync::OnceLock};

use super::words::{Words, letter_bit};

/// A table of phrases, compiled when it is first used.
///
/// A phrase is a line of steps between spaces: `word`; `stem*` for any word that begins so;
/// `one|two*` for either; a final `?` where it may be missing; `#` for a number; `_4` for at
/// most four words of any kind in the same clause; `^` for the start of the sentence.
pub(super) struct Phrases {
    lines: &'static [&'static str],
    patterns: OnceLock<Vec<Pattern>>,
}

impl Phrases {
    pub(super) const fn new(lines: &'static [&'static str]) -> Self {
        Self {
            lines,
            patterns: OnceLock::new(),
        }
    }

    pub(super) fn patterns(&self) -> &[Pattern] {
        self.patterns
            .get_or_init(|| self.lines.iter().map(|l| Pattern::new(l)).collect())
    }
}

/// A table of phrases, each standing for a value.
pub(super) struct Cues<T: 'static> {
    rows: &'static [(T, &'static str)],
    patterns: OnceLock<Vec<Pattern>>,
}

impl<T: Copy> Cues<T> {
    pub(super) const fn new(rows: &'static [(T, &'static str)]) -> Self {
        Self {
            rows,
            patterns: OnceLock::new(),
        }
    }

    /// Every row whose phrase stands in the sentence, with its first place.
    pub(super) fn find_all(&self, words: &Words<'_>) -> Vec<(T, Range<usize>)> {
        self.find_all_from(words, 0)
    }

    /// The same from this word on.
    pub(super) fn find_all_from(&self, words: &Words<'_>, from: usize) -> Vec<(T, Range<usize>)> {
        let patterns = self
            .patterns
            .get_or_init(|| self.rows.iter().map(|r| Pattern::new(r.1)).collect());
        let rows = self.rows.iter().zip(patterns);
        rows.filter_map(|((value, _), pattern)| Some((*value, pattern.find(words, from)?)))
            .collect()
    }
}

/// One step of a phrase.
#[derive(Debug)]
enum Step {
    Start,
    Gap(usize),
    Word {
        forms: Vec<&'static str>,
        optional: bool,
    },
}

#[derive(Debug)]
pub(super) struct Pattern {
    steps: Vec<Step>,
    /// For every step that must be there, the letters its word can begin with.
    letters: Vec<u64>,
}

impl Pattern {
    fn new(line: &'static str) -> Self {
        let steps: Vec<_> = line.split_ascii_whitespace().map(Step::new).collect();
        let letters = steps.iter().filter_map(Step::letters).collect();
        Self { steps, letters }
    }

    pub(super) fn find(&self, words: &Words<'_>, from: usize) -> Option<Range<usize>> {
        if self.letters.iter().any(|l| words.letters() & l == 0) {
            return None;
        }
        (from..words.len()).find_map(|start| {
            let end = match_steps(&self.steps, words, start, start)?;
            (end > start).then_some(start..end)
        })
    }
}

impl Step {
    fn new(step: &'static str) -> Self {
        if step == "^" {
            return Self::Start;
        }
        if let Some(width) = step.strip_prefix('_').and_then(|n| n.parse().ok()) {
            return Self::Gap(width);
        }
        let (forms, optional) = match step.strip_suffix('?') {
            Some(forms) => (forms, true),
            None => (step, false),
        };
        Self::Word {
            forms: forms.split('|').collect(),
            optional,
        }
    }

    fn letters(&self) -> Option<u64> {
        match self {
            Self::Word {
                forms,
                optional: false,
            } if !forms.contains(&"#") => Some(
                forms
                    .iter()
                    .fold(0, |bits, f| bits | letter_bit(f.trim_end_matches('*'))),
            ),
            _ => None,
        }
    }
}

/// The end of a match that begins at `at`.
fn match_steps(steps: &[Step], words: &Words<'_>, start: usize, at: usize) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else {
        return Some(at);
    };
    match step {
        Step::Start => (at == 0).then(|| match_steps(rest, words, start, at))?,
        Step::Gap(width) => {
            for skipped in 0..=*width {
                let next = at + skipped;
                // A gap stays in its clause; a phrase may still begin right after a break.
                if next > words.len() || (next > start && words.after_break(next)) {
                    return None;
                }
                if let Some(end) = match_steps(rest, words, start, next) {
                    return Some(end);
                }
            }
            None
        }
        Step::Word { forms, optional } => {
            let here = at < words.len() && forms.iter().any(|f| fits(f, words.lower(at)));
            here.then(|| match_steps(rest, words, start, at + 1))
                .flatten()
                .or_else(|| {
                    optional
                        .then(|| match_steps(rest, words, start, at))
                        .flatten()
                })
        }
    }
}

fn fits(form: &str, word: &str) -> bool {
    match form.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None if form == "#" => is_number(word),
        None => form == word,
    }
}

const NUMBER_WORDS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "eighteen", "twenty", "thirty",
    "forty", "sixty", "ninety",
];

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || NUMBER_WORDS.contains(&word)
}
