//! The numbers of clauses and headings, which a comparison leaves aside.
//!
//! One clause put in at the top renumbers all that follow, and not a word of theirs has changed.
//! Reading a document asks less of a number ([`crate::numbering::numbering`]): there it must show
//! that a list or a title begins.

use crate::{
    dates::is_month,
    numbering::{is_roman, numbering},
};
use ::text::lists::DIVISIONS;

/// Longest number of a part: "12.10.2", "XVIII".
const LONGEST: usize = 12;

/// Returns the length in bytes of the number at the start of a clause or, with `heading`, of a
/// title, with the white space after it: "5.1", "§ 2", "Art. 2", "Clause 2:", "[2]", "Q2.", "②".
///
/// "Article 6 GDPR" is part of a law, and "1.5 million" a quantity: neither is a number of a
/// clause. What nothing follows is the name of the passage.
pub(crate) fn number(text: &str, heading: bool) -> Option<usize> {
    let end = numbering(text, heading)
        .or_else(|| circled(text))
        .or_else(|| bracketed(text))
        .or_else(|| question(text))
        .or_else(|| clause(text))
        .or_else(|| part(text))?;
    let rest = text.get(end..)?;
    let inner = rest.trim_start();
    (!inner.is_empty()).then_some(end + rest.len() - inner.len())
}

/// "②", with or without a space after it.
fn circled(text: &str) -> Option<usize> {
    let c = text.chars().next()?;
    matches!(c, '\u{2460}'..='\u{2473}' | '\u{2776}'..='\u{2793}' | '\u{24eb}'..='\u{24f4}')
        .then_some(c.len_utf8())
}

/// "[2]".
fn bracketed(text: &str) -> Option<usize> {
    let (number, _) = text.strip_prefix('[')?.split_once(']')?;
    is_count(number).then_some(number.len() + 2)
}

/// "Q2." and "Q2:".
fn question(text: &str) -> Option<usize> {
    let (label, _) = text.split_once(char::is_whitespace)?;
    let number = label.strip_prefix(['Q', 'q'])?;
    let number = number.strip_suffix(['.', ':', ')'])?;
    is_count(number).then_some(label.len())
}

/// "5.1" or "5.1.1" before a sentence.
fn clause(text: &str) -> Option<usize> {
    let (label, rest) = text.split_once(char::is_whitespace)?;
    let is_date = rest.split_whitespace().next().is_some_and(is_month);
    let opens = !is_date && opens_sentence(rest);
    (label.contains('.') && is_number(label) && opens).then_some(label.len())
}

/// "§ 2", "Art. 2", "Clause 2:", "Part B –".
fn part(text: &str) -> Option<usize> {
    let (first, behind) = match text.strip_prefix('§') {
        Some(behind) => ("§", behind),
        None => text.split_once(char::is_whitespace)?,
    };
    if first != "§" && !is_division(first) {
        return None;
    }
    let behind = behind.trim_start();
    let label = behind.split_whitespace().next()?;
    let core = label.trim_end_matches(['.', ':', ')']);
    let is_ordinal = is_number(core)
        || is_roman(core)
        || matches!(core.as_bytes(), [letter] if letter.is_ascii_uppercase());
    if !is_ordinal {
        return None;
    }
    let end = text.len() - behind.len() + label.len();
    let rest = text.get(end..)?.trim_start();
    // A dash between number and title closes the number as a colon does.
    let title = rest.trim_start_matches(['-', '–', '—', '|', ':']);
    let closed = label.len() > core.len() || title.len() < rest.len();
    let next = title.split_whitespace().next()?;
    let names_law = !closed && !opens_sentence(rest) || is_division(next) || next.ends_with('.');
    (!names_law && !is_month(next)).then_some(text.len() - title.len())
}

/// What a text or a heading says of its own number, without what closes it: "5.1" of "5.1. We …",
/// "2" of "Article 2 – Sharing"; `None` without a number.
#[must_use]
pub fn own_number(text: &str, heading: bool) -> Option<&str> {
    let text = text.trim();
    let label = text.get(..number(text, heading)?)?;
    let words = label.split_whitespace();
    let mut bare = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.rfind(|word| !word.is_empty())
}

/// Whether a word names a part of a document, as before a number: "Section", "Art.".
#[must_use]
pub fn is_division(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    DIVISIONS.contains(&word.as_str())
        || word
            .strip_suffix('s')
            .is_some_and(|one| DIVISIONS.contains(&one))
}

/// Whether a text begins with a word in a capital letter that is not in capitals throughout, as
/// the short names of laws are.
fn opens_sentence(text: &str) -> bool {
    let word = text.split_whitespace().next().unwrap_or_default();
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let first = letters.next();
    let capital = first.is_some_and(|c| c.is_uppercase() || !c.is_lowercase());
    let shouts = letters.clone().count() > 1 && letters.all(char::is_uppercase);
    let all_capitals = !text.chars().any(char::is_lowercase);
    capital && (!shouts || all_capitals)
}

/// "2", "5.1", "3a".
fn is_number(core: &str) -> bool {
    let core = core.trim_end_matches('.');
    let digits = core.trim_end_matches(|c: char| c.is_ascii_lowercase());
    core.len() <= LONGEST && core.len() <= digits.len() + 1 && digits.split('.').all(is_count)
}

/// A number of up to three digits.
fn is_count(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_clauses_are_found() {
        for (label, rest) in [
            ("5.1 ", "We keep bills."),
            ("5.1.1 ", "We keep bills."),
            ("§ 2 ", "Wir speichern."),
            ("§2 ", "Wir speichern."),
            ("§ 3a ", "Wir speichern."),
            ("Art. 2 ", "Nous conservons."),
            ("Clause 2: ", "we keep bills."),
            ("[2] ", "The library."),
            ("Q2. ", "Who reads it?"),
            ("②", "保存期間"),
            ("② ", "Bills"),
            ("(b) ", "bills"),
            ("Part B: ", "Members"),
            ("Annex II – ", "Members"),
            ("SECTION 4 ", "WHAT WE KEEP"),
            ("Artikel 2 ", "Aufbewahrung"),
        ] {
            let text = [label, rest].concat();
            assert_eq!(number(&text, false), Some(label.len()), "{text}");
            assert_eq!(number(&text, true), Some(label.len()), "{text}");
        }
    }

    #[test]
    fn quantities_and_laws_are_no_numbers_of_clauses() {
        for text in [
            "1.5 million people read this.",
            "Article 6 GDPR allows it.",
            "Art. 6 Abs. 1 DSGVO erlaubt es.",
            "§ 25 TDDDG erlaubt es.",
            "Section 230 of the act allows it.",
            "Article 6 Section 2 allows it.",
            "Part of it is kept.",
            "30 days later it is gone.",
            "25. Mai 2018",
            "§ 7",
            "Article 2",
            "[sic] It is kept.",
            "Question everything.",
        ] {
            assert_eq!(number(text, false), None, "{text}");
        }
    }

    #[test]
    fn a_number_is_told_without_what_closes_it() {
        assert_eq!(own_number("5.1. We keep bills.", false), Some("5.1"));
        assert_eq!(own_number("Article 2 – Sharing", true), Some("2"));
        assert_eq!(own_number("(b) bills", false), Some("b"));
        assert_eq!(own_number("• bills", false), None);
        assert_eq!(own_number("Bills", true), None);
    }
}
