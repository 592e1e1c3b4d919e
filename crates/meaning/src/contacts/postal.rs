//! Postal addresses and telephone numbers.
//!
//! Both are only read where the words around them say what they are: a number is no telephone
//! and a place no address by its looks alone.

use std::ops::Range;

use super::mention::{Mention, links};
use crate::{
    languages::contacts::{ADDRESS_CONTEXT, ADDRESS_STOPS, PHONE_CONTEXT, STREETS},
    words::text::{Passage, Sentence, Text},
};
use model::ContactType;

/// Every postal address.
pub(super) fn post<'t, 'd>(text: &Text<'d>, passage: &'t Passage<'d>) -> Option<Mention<'t, 'd>> {
    let sentence = passage.sentences.iter().find(|s| s.words.has(&STREETS))?;
    let before = passage
        .sentences
        .iter()
        .take_while(|s| s.range.end <= sentence.range.start)
        .last();
    let has_context = sentence.words.has(&ADDRESS_CONTEXT)
        || passage.heading.has(&ADDRESS_CONTEXT)
        || text
            .lead(passage)
            .is_some_and(|l| l.sentences.iter().any(|s| s.words.has(&ADDRESS_CONTEXT)))
        || before.is_some_and(|s| s.words.has(&ADDRESS_CONTEXT));
    let range = address_range(sentence)?;
    let value = sentence.words.text().get(range.clone())?;
    let has_code = value
        .split(|c: char| !c.is_ascii_digit())
        .any(|d| d.len() >= 4);
    let words = value.split_whitespace().count();
    // Fewer words than a name, a street and a town is a fragment, more than thirty is prose.
    (has_context && has_code && (5..=30).contains(&words)).then(|| Mention {
        value: value.to_owned(),
        kind: ContactType::Post,
        passage,
        sentence,
        at: range.start,
    })
}

/// From the name before the street to the end of the sentence or the first other contact.
fn address_range(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let words = &sentence.words;
    let street = words.find(&STREETS)?;
    let mut first = street.start;
    while first > 0 && !words.after_break(first) {
        if words.is(first - 1, &ADDRESS_STOPS) || words.lower(first - 1).contains('@') {
            break;
        }
        first -= 1;
    }
    let stops = |i: &usize| words.word(*i).contains('@') || words.before(*i).contains(['+', '“']);
    let last = (street.start + 1..words.len())
        .find(stops)
        .unwrap_or(words.len());
    let range = words.bytes(first..last);
    (!range.is_empty()).then_some(range)
}

/// Every telephone number.
pub(super) fn phones<'t, 'd>(passage: &'t Passage<'d>) -> Vec<Mention<'t, 'd>> {
    let mut found = Vec::new();
    for (start, label, target) in links(passage.block) {
        if target.starts_with("tel:") {
            found.extend(Mention::at(
                passage,
                start,
                ContactType::Phone,
                label.to_owned(),
            ));
        }
    }
    if !found.is_empty() {
        return found;
    }
    for sentence in &passage.sentences {
        let text = sentence.words.text();
        if text.bytes().filter(u8::is_ascii_digit).count() < FEWEST_DIGITS {
            continue;
        }
        let called = sentence.words.has(&PHONE_CONTEXT);
        for range in numbers(text) {
            let is_phone = text[range.clone()].starts_with('+') || called;
            if is_phone
                && !text[..range.start]
                    .to_lowercase()
                    .trim_end()
                    .ends_with("fax:")
            {
                let value = text[range.clone()].to_owned();
                let kind = ContactType::Phone;
                found.push(Mention {
                    value,
                    kind,
                    passage,
                    sentence,
                    at: range.start,
                });
            }
        }
    }
    found
}

/// Digits of a telephone number; E.164 allows as many as that, fewer are some other number.
const FEWEST_DIGITS: usize = 8;
const MOST_DIGITS: usize = 15;

/// Runs of digits with the marks that telephone numbers are set with.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(skip) = text[at..].find(|c: char| c.is_ascii_digit() || "+(".contains(c)) {
        let start = at + skip;
        let run = &text[start..];
        let end = run.find(|c: char| !c.is_ascii_digit() && !"+()-. /".contains(c));
        let run = &run[..end.unwrap_or(run.len())];
        let trimmed = run.trim_end_matches(|c: char| !c.is_ascii_digit());
        let digits = trimmed.bytes().filter(u8::is_ascii_digit).count();
        let glued = text[..start].ends_with(|c: char| c.is_alphanumeric());
        let glued = glued && !trimmed.starts_with('+');
        if (FEWEST_DIGITS..=MOST_DIGITS).contains(&digits) && !glued && !trimmed.contains("  ") {
            found.push(start..start + trimmed.len());
        }
        at = start + run.len().max(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers() {
        let text = "info@numfocus.org+1 (512) 222-5449, Article 2016/679, 90596";
        let found: Vec<_> = numbers(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(found, ["+1 (512) 222-5449"]);
    }
}
