//! Cuts a block's text into sentences.
//!
//! Evidence is quoted by the sentence, so a cut inside "U.S. law" or "Example Inc. shares" would
//! show a reader half a statement. UAX #29 sentence rules cut there; a short list of
//! abbreviations, and a look at the word that follows, does not.

use std::ops::Range;

/// Abbreviations that are followed by more of their sentence, in lower case without final dot.
const INSIDE: &[&str] = &[
    "e.g", "i.e", "cf", "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "art", "arts", "sec",
    "vs", "approx", "p.o", "attn", "ste", "ave", "blvd", "para", "abs", "nr", "bzw", "z.b", "vgl",
    "mme", "ggf", "inkl", "evtl", "ca", "d.h", "u.a", "tel", "str",
];

/// Abbreviations that may end a sentence: only a word that opens sentences says so.
const EITHER: &[&str] = &[
    "inc", "ltd", "corp", "co", "llc", "u.s", "u.k", "e.u", "d.c", "etc", "u.s.a", "usw", "gmbh",
];

/// Words that open sentences far more often than they follow a name.
const OPENERS: &[&str] = &[
    "a", "after", "all", "also", "an", "and", "any", "as", "at", "before", "but", "by", "each",
    "for", "how", "however", "if", "in", "it", "on", "our", "please", "such", "that", "the",
    "their", "there", "these", "they", "this", "those", "to", "under", "unless", "we", "what",
    "when", "where", "while", "with", "you", "your", "die", "wir", "sie", "der", "nous", "vous",
];

/// Byte ranges of the sentences of `text`, without the white space between them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let stop = at + c.len_utf8();
        if matches!(c, '.' | '!' | '?' | '…') {
            let end = stop + closing_length(&text[stop..]);
            if ends_sentence(text, start, at, end) {
                push_trimmed(text, start..end, &mut found);
                start = end;
            }
        } else if c == '\n' {
            push_trimmed(text, start..at, &mut found);
            start = stop;
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

fn ends_sentence(text: &str, start: usize, dot: usize, end: usize) -> bool {
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
    if INSIDE.contains(&before) || is_enumerator(text, start, dot) {
        return false;
    }
    let is_initial = before.chars().count() == 1 && before.chars().all(char::is_alphabetic);
    if EITHER.contains(&before) || is_initial {
        return OPENERS.contains(&word.as_str());
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

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text).into_iter().map(|r| &text[r]).collect();
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
}
