//! The shape of a title, line by line: what a single line says of itself, whoever stands around it.

use crate::dates;
use crate::numbering::unspaced_label;
use crate::numbers::{self, is_division};
use ::text::address;
use ::text::lexer::{bare_words, length_in_words};
use ::text::lists::{COMPANIES, DIVISIONS, OWN_NAMES, SENTENCE_STARTS};
use ::text::script::is_unspaced;

/// Words of the longest titles; sentences are mostly longer.
pub(crate) const LONGEST_TITLE: usize = 15;
/// Words of the longest titles that are known as such by other signs than their length.
pub(crate) const LONGEST_SENTENCE: usize = 25;

/// How a title is numbered. Titles with different kinds do not belong to one series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// "1." or "1.2", with the mark behind it, if any.
    Digits(Option<char>),
    /// "A." or "II.", with the mark behind it.
    Upper(char),
    /// "a)" or "ii.", with the mark behind it.
    Lower(char),
    /// "§ 3".
    Paragraph,
    /// "Article 3": the place of the word among [`DIVISIONS`].
    Division(usize),
    /// "Q2.", "Q:".
    Question,
    /// "第3条", "三、": the mark behind the number.
    Unspaced(char),
}

/// The number at the start of a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number<'a> {
    pub(crate) kind: Kind,
    /// How many numbers it consists of: 2 for "1.2".
    pub(crate) depth: u8,
    /// The number without what closes it: "1.2", "ii".
    pub(crate) core: &'a str,
    /// Byte position of the title behind it.
    pub(crate) end: usize,
}

impl Kind {
    /// Whether the number shows by itself that a title follows. "12 New Street" may be anything.
    pub(crate) fn is_explicit(self) -> bool {
        !matches!(self, Self::Digits(_) | Self::Upper(_) | Self::Lower(_))
    }
}

impl Number<'_> {
    /// The value of its last figure: 3 of "1.3", 10 of "10A".
    pub(crate) fn last(&self) -> Option<u32> {
        let figure = self.core.rsplit('.').next()?;
        let digits = figure.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        digits.parse().ok()
    }
}

/// Returns the number at the start of a line, or `None` if there is none.
pub(crate) fn number(text: &str) -> Option<Number<'_>> {
    let end = glued(text).or_else(|| numbers::number(text, true))?;
    let label = text.get(..end)?.trim_end();
    let core = label.trim_end_matches(|c: char| !c.is_alphanumeric());
    let mark = label.get(core.len()..)?.chars().next();
    let core = core.rsplit([' ', '(', '[', '§']).next()?;
    let first = label.split_whitespace().next()?;
    let kind = if unspaced_label(text).is_some() {
        Kind::Unspaced(label.chars().next_back()?)
    } else if label.starts_with('§') {
        Kind::Paragraph
    } else if is_division(first) && first.len() < label.len() {
        Kind::Division(
            DIVISIONS
                .iter()
                .position(|name| first.to_lowercase().starts_with(name))?,
        )
    } else if core.starts_with(|c: char| c.is_ascii_digit()) {
        Kind::Digits(mark)
    } else if core.len() > 1 && core.starts_with('Q') {
        Kind::Question
    } else if core.starts_with(|c: char| c.is_ascii_uppercase()) {
        Kind::Upper(mark?)
    } else if core.starts_with(|c: char| c.is_ascii_lowercase()) {
        Kind::Lower(mark?)
    } else {
        // A bullet has nothing between its marks; "②" has no mark.
        Kind::Unspaced(core.chars().next()?)
    };
    Some(Number {
        kind,
        depth: u8::try_from(core.split('.').count()).unwrap_or(u8::MAX),
        core,
        end,
    })
}

/// Returns the length of a number without a space behind it: "3.Cookies".
fn glued(text: &str) -> Option<usize> {
    let figures = text
        .bytes()
        .take_while(|b| b.is_ascii_digit() || *b == b'.');
    let length = figures.count();
    let label = text.get(..length)?;
    let is_label = label.ends_with('.') && label.split('.').all(|group| group.len() <= 2);
    (is_label && text.get(length..).is_some_and(begins_title)).then_some(length)
}

/// Whether a line begins as a title does: with a capital, or in a script that has none.
pub(crate) fn begins_title(text: &str) -> bool {
    let text = text.trim_start_matches(['"', '“', '„', '«', '¿', '¡', '‘', '(', '「', '（', '#']);
    text.trim_start().starts_with(|c: char| {
        c.is_uppercase() || is_unspaced(c) || (c.is_alphabetic() && !c.is_lowercase())
    })
}

/// Whether a line has the shape of a title, whatever its type.
pub(crate) fn is_title(text: &str) -> bool {
    let length = length_in_words(text);
    if length == 0 || length > LONGEST_TITLE || !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let numbered = number(text).is_some();
    let last = text
        .trim_end_matches(['"', '”', '“', '»', ')'])
        .chars()
        .next_back();
    let closed = match last {
        Some('.') => !numbered && !is_capitals(text),
        Some(';' | ',' | '。' | '；' | '，' | '、') => true,
        Some(':' | '!') => is_sentence(text),
        _ => false,
    };
    !closed && (numbered || !is_address(text)) && !is_company(text) && dates::find(text).is_empty()
}

/// Whether a line names the document: "Privacy notice of …", "Datenschutzerklärung".
pub(crate) fn names_document(text: &str) -> bool {
    let text = text.to_lowercase();
    let is_name = |word: &str| {
        let mut names = OWN_NAMES.iter();
        names.any(|name| word == *name || (name.len() > 8 && word.ends_with(name)))
    };
    bare_words(&text).any(is_name)
}

/// "Larkspur Press Ltd.": the first line of an address.
fn is_company(text: &str) -> bool {
    let last = text
        .rsplit(' ')
        .next()
        .unwrap_or_default()
        .trim_end_matches(['.', ',']);
    COMPANIES.iter().any(|form| last.eq_ignore_ascii_case(form))
}

/// A line that begins like a sentence and goes on for a while.
pub(crate) fn is_sentence(text: &str) -> bool {
    length_in_words(text) > 3 && begins_sentence(text)
}

/// Whether the first word is one that begins sentences and hardly ever titles.
pub(crate) fn begins_sentence(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    SENTENCE_STARTS.contains(&first.to_lowercase().as_str())
}

/// E-mail addresses, links and telephone numbers are set in bold to be found, not as titles.
pub(crate) fn is_address(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    text.starts_with('@') || address::is_address(text) || digits > letters
}

/// All letters are capitals, and there are enough of them not to be an abbreviation.
pub(crate) fn is_capitals(text: &str) -> bool {
    let mut letters = 0;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        // Nearly every passage is told by its second letter.
        if !c.is_uppercase() {
            return false;
        }
        letters += 1;
    }
    letters >= 5
}
