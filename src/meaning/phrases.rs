//! Phrases that are looked for among the words of a sentence.
//!
//! Cues are data: a phrase is a line of text such as `retain*|keep* _6 # month*`, so that a
//! table of cues can be read, reviewed and extended (to other languages too) without knowing
//! Rust. Regular expressions were rejected: they see bytes instead of words, and their engine
//! would weigh more than everything else in this module.

use std::{ops::Range, sync::OnceLock};

use super::{
    languages::{COUNT, Language, grammar::NUMBERS},
    words::{Words, letter_bit},
};

/// A table of phrases, compiled for a language when it is first used.
///
/// A phrase is a line of steps between spaces: `word`; `stem*` for any word that begins so,
/// `*end` for any that ends so; `one|two*` for either; a final `?` where it may be missing;
/// `#` for a number; `_4` for at most four words of any kind in the same clause; `^` for the
/// start of the sentence.
pub(super) struct Phrases {
    lines: [&'static str; COUNT],
    patterns: [OnceLock<Vec<Pattern>>; COUNT],
}

impl Phrases {
    pub(super) const fn new(lines: [&'static str; COUNT]) -> Self {
        Self {
            lines,
            patterns: [const { OnceLock::new() }; COUNT],
        }
    }

    pub(super) fn patterns(&self, language: Language) -> &[Pattern] {
        let at = language.index();
        self.patterns[at].get_or_init(|| self.lines[at].lines().map(Pattern::new).collect())
    }
}

/// A table of phrases, each standing for a key.
pub(super) struct Cues {
    lines: [&'static str; COUNT],
    patterns: [OnceLock<Vec<(&'static str, Pattern)>>; COUNT],
}

impl Cues {
    pub(super) const fn new(lines: [&'static str; COUNT]) -> Self {
        Self {
            lines,
            patterns: [const { OnceLock::new() }; COUNT],
        }
    }

    /// The key of every phrase that stands in the sentence, with its first place.
    pub(super) fn find_all(&self, words: &Words<'_>) -> Vec<(&'static str, Range<usize>)> {
        self.find_all_from(words, 0)
    }

    /// The same from this word on.
    pub(super) fn find_all_from(
        &self,
        words: &Words<'_>,
        from: usize,
    ) -> Vec<(&'static str, Range<usize>)> {
        let rows = self.rows(words.language()).iter();
        rows.filter_map(|(key, pattern)| Some((*key, pattern.find(words, from)?)))
            .collect()
    }

    /// True where a phrase with this key stands in the sentence.
    pub(super) fn names(&self, words: &Words<'_>, key: &str) -> bool {
        let mut rows = self.rows(words.language()).iter();
        rows.any(|(k, pattern)| *k == key && pattern.find(words, 0).is_some())
    }

    fn rows(&self, language: Language) -> &[(&'static str, Pattern)] {
        let at = language.index();
        self.patterns[at].get_or_init(|| {
            let mut key = "";
            let mut rows = Vec::new();
            for line in self.lines[at].lines() {
                match line.strip_prefix('=') {
                    Some(name) => key = name,
                    None => rows.push((key, Pattern::new(line))),
                }
            }
            rows
        })
    }
}

/// A set of single words, of which some may be beginnings (`stem*`) or ends (`*end`).
pub(super) struct WordList {
    lines: [&'static str; COUNT],
    words: [OnceLock<Sorted>; COUNT],
}

/// Whole words in order, for looking up; the others to try one by one.
struct Sorted {
    whole: Vec<&'static str>,
    parts: Vec<&'static str>,
}

impl WordList {
    pub(super) const fn new(lines: [&'static str; COUNT]) -> Self {
        Self {
            lines,
            words: [const { OnceLock::new() }; COUNT],
        }
    }

    /// True for a word of the list; the word is in lower case.
    pub(super) fn contains(&self, language: Language, word: &str) -> bool {
        let at = language.index();
        let words = self.words[at].get_or_init(|| {
            let (parts, mut whole): (Vec<_>, Vec<_>) =
                self.lines[at].lines().partition(|w| w.contains('*'));
            whole.sort_unstable();
            Sorted { whole, parts }
        });
        words.whole.binary_search(&word).is_ok() || words.parts.iter().any(|p| is_form(p, word))
    }

    /// Every word, in the order of the data.
    pub(super) fn all(&self, language: Language) -> impl Iterator<Item = &'static str> + use<> {
        self.lines[language.index()].lines()
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
        if !self.may_occur(words) {
            return None;
        }
        (from..words.len()).find_map(|start| self.at(words, start))
    }

    /// False where the sentence has no word that begins as one of the phrase must.
    pub(super) fn may_occur(&self, words: &Words<'_>) -> bool {
        self.letters.iter().all(|l| words.letters() & l != 0)
    }

    /// The phrase, if it starts at this word.
    pub(super) fn at(&self, words: &Words<'_>, start: usize) -> Option<Range<usize>> {
        let end = match_steps(&self.steps, words, start, start)?;
        (end > start).then_some(start..end)
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
            } if !forms.iter().any(|f| f.starts_with(['#', '*'])) => Some(
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
            let here = at < words.len() && forms.iter().any(|f| fits(f, words, at));
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

fn fits(form: &str, words: &Words<'_>, at: usize) -> bool {
    let word = words.lower(at);
    match form {
        "#" => is_number(words, at),
        _ => is_form(form, word),
    }
}

fn is_form(form: &str, word: &str) -> bool {
    match (form.strip_prefix('*'), form.strip_suffix('*')) {
        (None, None) => form == word,
        (None, Some(start)) => word.starts_with(start),
        (Some(end), None) => word.ends_with(end),
        (Some(_), Some(_)) => word.contains(form.trim_matches('*')),
    }
}

fn is_number(words: &Words<'_>, at: usize) -> bool {
    words.lower(at).starts_with(|c: char| c.is_ascii_digit()) || words.is(at, &NUMBERS)
}
