//! Cuts a text into sentences: what is quoted, what tells a date, and the unit in which content
//! travels between sections.
//!
//! A cut inside "U.S. law" or "Example Inc. shares" would show a reader half a statement. UAX #29
//! sentence rules cut there; a short list of abbreviations, and a look at the word that follows,
//! does not.

use std::ops::Range;

use crate::{language::Language, pack::holds};

/// Byte ranges of the sentences of `text`, without the white space between them.
#[must_use]
pub fn sentences(text: &str, language: Language) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in marks(text) {
        let stop = at + mark.len_utf8();
        if mark == '\n' {
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

/// Bytes on either side of a range within which its sentence is looked for: a sentence that says
/// something of a date is shorter, and a list of thousands of dates is one sentence.
const REACH: usize = 1_000;

/// The byte range of the sentence, or cell of a table, around a range; of all sentences that the
/// range touches.
#[must_use]
pub fn around(text: &str, range: &Range<usize>, language: Language) -> Range<usize> {
    let first = text.floor_char_boundary(range.start.saturating_sub(REACH));
    let last = text.floor_char_boundary(range.end.saturating_add(REACH));
    let first = text[first..range.start]
        .rfind('|')
        .map_or(first, |at| first + at + 1);
    let last = text[range.end..last]
        .find('|')
        .map_or(last, |at| range.end + at);
    let near = sentences(&text[first..last], language).into_iter();
    let near = near.map(|found| first + found.start..first + found.end);
    let mut touched = near.filter(|found| found.start < range.end && range.start < found.end);
    let Some(opening) = touched.next() else {
        return range.clone();
    };
    let end = touched
        .next_back()
        .map_or(opening.end, |closing| closing.end);
    opening.start..end
}

/// True for a mark that ends a sentence whatever follows: in scripts without spaces the next one
/// follows at once.
#[must_use]
pub fn ends_without_space(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡')
}

/// True for a text that ends as sentences do, in any script.
#[must_use]
pub fn has_end(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || CLOSING.contains(&c));
    text.ends_with(|c| ends_without_space(c) || matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔'))
}

/// Quotes and brackets that close behind the end of a sentence.
const CLOSING: [char; 13] = [
    '”', '’', '"', '\'', ')', ']', '»', '」', '』', '）', '】', '》', '〉',
];

/// The marks that may end a sentence.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    // Only bytes of ASCII, or the first byte of one of the other marks, are worth a look.
    let may_end = |b: u8| {
        matches!(
            b,
            b'.' | b'!' | b'?' | b'\n' | 0xd8 | 0xdb | 0xe2 | 0xe3 | 0xef
        )
    };
    let bytes = text.bytes().enumerate().filter(move |(_, b)| may_end(*b));
    bytes.filter_map(|(at, b)| {
        let mark = if b.is_ascii() {
            char::from(b)
        } else {
            text[at..].chars().next()?
        };
        let is_mark = b.is_ascii() || ends_without_space(mark) || matches!(mark, '…' | '؟' | '۔');
        is_mark.then_some((at, mark))
    })
}

/// Bytes of the closing quotes and brackets at the start of `text`.
fn closing_length(text: &str) -> usize {
    let rest = text.trim_start_matches(CLOSING);
    text.len() - rest.len()
}

/// True where the mark behind `run` ends the sentence that begins with it; `end` is behind the
/// mark and what closes with it.
fn ends_sentence(text: &str, language: Language, run: Range<usize>, end: usize) -> bool {
    let Range { start, end: dot } = run;
    if end <= start {
        return false;
    }
    if text[dot..].starts_with(ends_without_space) {
        return true;
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
    let pack = language.pack();
    if holds(pack.abbreviations, before)
        || is_ordinal(before, language)
        || is_enumerator(text, start, dot)
    {
        return false;
    }
    let is_initial = before.chars().count() == 1 && before.chars().all(char::is_alphabetic);
    if holds(pack.final_abbreviations, before) || is_initial {
        return holds(pack.openers, &next_word(opens));
    }
    true
}

/// True where a run before a full stop, in lower case, is an abbreviation in this language, or an
/// initial, and more of the sentence may follow.
#[must_use]
pub fn abbreviates(run: &str, language: Language) -> bool {
    let word = run.rsplit('(').next().unwrap_or_default();
    let pack = language.pack();
    word.chars().count() == 1
        || holds(pack.abbreviations, word)
        || holds(pack.final_abbreviations, word)
        || is_ordinal(word, language)
}

/// True for a number whose full stop says "-th".
fn is_ordinal(word: &str, language: Language) -> bool {
    language.pack().dotted_ordinals && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit())
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
        check_in("en", text, expected);
    }

    fn check_in(tag: &str, text: &str, expected: &[&str]) {
        let found = sentences(text, Language::of_tag(tag).unwrap_or_default());
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

    #[test]
    fn sentences_end_in_every_script() {
        check(
            "「保存します。」販売しません。",
            &["「保存します。」", "販売しません。"],
        );
        check("العنوان؟ نعم", &["العنوان؟", "نعم"]);
        check(
            "（保留一年。）《章程》。否｡是",
            &["（保留一年。）", "《章程》。", "否｡", "是"],
        );
        assert!(has_end("لا نبيع؟") && has_end("「販売しません。」 ") && !has_end("Cookies"));
    }

    #[test]
    fn a_date_is_told_by_its_own_sentence() {
        let text = "We moved. Last updated: 3 May 2020. We keep it. | Effective 4 May 2021 | Yes.";
        let check = |date: &str, expected: &str| {
            let at = text.find(date).unwrap_or(0);
            let found = around(text, &(at..at + date.len()), Language::default());
            assert_eq!(&text[found], expected);
        };
        check("3 May 2020", "Last updated: 3 May 2020.");
        check("4 May 2021", "Effective 4 May 2021");
    }
}
