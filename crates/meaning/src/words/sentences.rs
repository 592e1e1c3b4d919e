//! Cuts a block's text into sentences.
//!
//! Evidence is quoted by the sentence, so a cut inside "U.S. law" or "Example Inc. shares" would
//! show a reader half a statement. UAX #29 sentence rules cut there; a short list of
//! abbreviations, and a look at the word that follows, does not.

use std::ops::Range;

use crate::languages::{
    Language,
    grammar::{ABBREVIATIONS, DOTTED_ORDINALS, FINAL_ABBREVIATIONS, OPENERS},
};

/// Byte ranges of the sentences of `text`, without the white space between them.
pub(crate) fn sentences(text: &str, language: Language<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['.', '!', '?', '…', '\n']) {
        let stop = at + mark.len();
        if mark == "\n" {
            push_trimmed(text, start..at, &mut found);
            start = stop;
            continue;
        }
        let end = stop + closing_length(&text[stop..]);
        if ends_sentence(text, language, start..at, end) {
            push_trimmed(text, start..end, &mut found);
            start = end;
        }
    }
    push_trimmed(text, start..text.len(), &mut found);
    found
}

/// Bytes of the closing quotes and brackets at the start of `text`.
fn closing_length(text: &str) -> usize {
    let rest = text.trim_start_matches(['”', '’', '"', '\'', ')', ']', '»']);
    text.len() - rest.len()
}

/// True where the mark behind `run` ends the sentence that begins with it; `end` is behind the
/// mark and what closes with it.
fn ends_sentence(text: &str, language: Language, run: Range<usize>, end: usize) -> bool {
    let Range { start, end: dot } = run;
    if end <= start {
        return false;
    }
    let rest = &text[end..];
    let next = rest.trim_start();
    if next.len() == rest.len() {
        return next.is_empty();
    }
    let opens = next.trim_start_matches(['“', '"', '‘', '\'', '(', '[', '„', '«']);
    if opens.starts_with(char::is_lowercase) {
        return false;
    }
    if !text[dot..].starts_with('.') {
        return true;
    }
    let before = text[start..dot]
        .rsplit(|c: char| c.is_whitespace() || "([“\"".contains(c))
        .next();
    let before = before.unwrap_or("").to_lowercase();
    // "EU-U.S." ends as "U.S." does.
    let before = before.rsplit('-').next().unwrap_or("");
    let word = next_word(opens);
    let is_ordinal = language.has(&DOTTED_ORDINALS)
        && before.len() <= 2
        && before.bytes().all(|b| b.is_ascii_digit());
    if ABBREVIATIONS.contains(language, before) || is_ordinal || is_enumerator(text, start, dot) {
        return false;
    }
    let is_initial = before.chars().count() == 1 && before.chars().all(char::is_alphabetic);
    if FINAL_ABBREVIATIONS.contains(language, before) || is_initial {
        return OPENERS.contains(language, &word);
    }
    true
}

/// True for the dot of "1. Retention" or "a. Name" at the start of a sentence.
fn is_enumerator(text: &str, start: usize, dot: usize) -> bool {
    let before = text[start..dot].trim_start();
    !before.is_empty() && before.len() <= 3 && before.chars().all(char::is_alphanumeric)
}

fn next_word(text: &str) -> String {
    let end = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    text[..end].to_lowercase()
}

fn push_trimmed(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    if start < end {
        found.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::spoken;

    fn check(text: &str, expected: &[&str]) {
        check_in("en", text, expected);
    }

    fn check_in(tag: &str, text: &str, expected: &[&str]) {
        let found = sentences(text, spoken(tag));
        let found: Vec<_> = found.into_iter().map(|r| &text[r]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn plain_sentences() {
        check(
            "We keep it. Why? “Because.” So",
            &["We keep it.", "Why?", "“Because.”", "So"],
        );
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        check(
            "Loomio Inc. Privacy, e.g. Name, is U.S. Law here.",
            &["Loomio Inc. Privacy, e.g. Name, is U.S. Law here."],
        );
    }

    #[test]
    fn a_hyphen_does_not_hide_an_abbreviation() {
        check(
            "Under the EU-U.S. Framework we act.",
            &["Under the EU-U.S. Framework we act."],
        );
    }

    #[test]
    fn an_abbreviation_before_an_opener_does() {
        check(
            "It is stored in the U.S. We keep it.",
            &["It is stored in the U.S.", "We keep it."],
        );
    }

    #[test]
    fn numbers_and_addresses_stay_whole() {
        check(
            "1. See a.org for version 2.0 today.",
            &["1. See a.org for version 2.0 today."],
        );
    }

    #[test]
    fn an_ordinal_does_not_end_a_german_sentence() {
        check_in(
            "de",
            "Stand: 3. März 2025, vgl. Art. 6 Abs. 1 lit. f DSGVO. Wir löschen, z. B. Namen.",
            &[
                "Stand: 3. März 2025, vgl. Art. 6 Abs. 1 lit. f DSGVO.",
                "Wir löschen, z. B. Namen.",
            ],
        );
    }
}
