//! The shape of a title, line by line: what a single line says of itself, whoever stands around it.

use crate::dates;
use crate::normal::{numbering, unspaced_label};
use ::text::address;
use ::text::lexer::length_in_words;
use ::text::lists::{COMPANIES, SENTENCE_STARTS};

/// Words of the longest titles; sentences are mostly longer.
pub(crate) const LONGEST_TITLE: usize = 15;

/// How many numbers a title's number has; 0 without one.
pub(crate) fn number_depth(text: &str) -> u8 {
    if unspaced_label(text).is_some() {
        return 1;
    }
    let label = text.split_whitespace().next().unwrap_or_default();
    let label = label.trim_end_matches(['.', ')', ':']);
    let numbers = label.split('.').filter(|part| !part.is_empty());
    if label.is_empty()
        || !numbers
            .clone()
            .all(|n| n.bytes().all(|b| b.is_ascii_digit()))
    {
        return 0;
    }
    u8::try_from(numbers.count()).unwrap_or(u8::MAX)
}

/// Whether a line has the shape of a title, whatever its type.
pub(crate) fn is_title(text: &str) -> bool {
    let length = length_in_words(text);
    let numbered = numbering(text, true).is_some() && number_depth(text) > 0;
    if length == 0 || length > LONGEST_TITLE || !text.chars().any(char::is_alphabetic) {
        return false;
    }
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
    !closed && !is_address(text) && !is_company(text) && dates::find(text).is_empty()
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
fn is_sentence(text: &str) -> bool {
    let first = text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    length_in_words(text) > 3 && SENTENCE_STARTS.contains(&first.as_str())
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
