//! The comparison form of a text: the text without formatting.
//!
//! Two texts with the same form may differ in markup, quotes, dashes, white space, case or list
//! numbering, but never in words. Numbers that can be content ("25. Mai 2018", "1.5 million") are
//! therefore kept.

use super::compose::{compose, is_joining};
use crate::numbers::number;
use ::text::script::is_invisible;

/// Returns the comparison form of a block's text.
#[must_use]
pub fn normalise(text: &str) -> String {
    fold(without_numbering(text.trim(), false))
}

/// Returns the comparison form of a heading, which also ignores numbering and punctuation.
#[must_use]
pub fn normalise_heading(text: &str) -> String {
    let folded = fold(without_numbering(text.trim(), true));
    let mut out = String::with_capacity(folded.len());
    let mut chars = folded.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let inside_word =
            before.is_alphanumeric() && chars.peek().is_some_and(|n| n.is_alphanumeric());
        // The signs in "e-mail" and "don't" are kept, the hyphen in "privacy - cookies" is not.
        if c.is_alphanumeric() || c == '&' || (inside_word && matches!(c, '-' | '\'' | '.')) {
            out.push(c);
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
        before = c;
    }
    out.truncate(out.trim_end().len());
    out
}

/// Composes characters, and unifies case, white space, quotes and dashes.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pending_space = false;
    for c in text.chars() {
        if c.is_whitespace() {
            pending_space = true;
            continue;
        }
        // A fast path for nearly every character of nearly every policy.
        if c.is_ascii() {
            if pending_space && !out.is_empty() && !closes(c) {
                out.push(' ');
            }
            pending_space = false;
            out.push(if c == '`' {
                '\''
            } else {
                c.to_ascii_lowercase()
            });
            continue;
        }
        let folded = match fold_char(c) {
            Folded::Nothing => continue,
            Folded::Char(c) => c,
            Folded::Dots => {
                pending_space = false;
                out.push_str("...");
                continue;
            }
        };
        if is_joining(folded)
            && !pending_space
            && let Some(whole) = out
                .chars()
                .next_back()
                .and_then(|base| compose(base, folded))
        {
            out.pop();
            out.push(whole);
            continue;
        }
        if pending_space && !out.is_empty() && !closes(folded) {
            out.push(' ');
        }
        pending_space = false;
        out.extend(folded.to_lowercase());
    }
    out
}

/// Whether white space before this punctuation is only typography ("contacts : " in French).
fn closes(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']')
}

enum Folded {
    Nothing,
    Char(char),
    Dots,
}

fn fold_char(c: char) -> Folded {
    match c {
        c if is_invisible(c) => Folded::Nothing,
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' | '\u{2039}'
        | '\u{203a}' | '\u{b4}' => Folded::Char('\''),
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' => {
            Folded::Char('"')
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Folded::Char('-'),
        '\u{2026}' => Folded::Dots,
        other => Folded::Char(other),
    }
}

/// Returns the bullet or list number at the start of running text, with the white space after it,
/// or an empty string if there is none.
#[must_use]
pub fn list_label(text: &str) -> &str {
    label(text, false)
}

/// Returns the number at the start of a heading, with the white space after it, or an empty string
/// if there is none.
#[must_use]
pub fn heading_label(text: &str) -> &str {
    label(text, true)
}

fn label(text: &str, heading: bool) -> &str {
    let length = number(text, heading).unwrap_or_default();
    text.get(..length).unwrap_or_default()
}

/// Returns the text without a bullet or list number at the start. A number in a `heading` needs no
/// closing mark ("1.2 Cookies"); in running text it would be a quantity.
fn without_numbering(text: &str, heading: bool) -> &str {
    match number(text, heading) {
        Some(length) => text.get(length..).unwrap_or(text).trim_start(),
        None => text,
    }
}
