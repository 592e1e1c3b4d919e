//! Postal addresses and telephone numbers.
//!
//! Both are only read where the words around them say what they are: a number is no telephone
//! and a place no address by its looks alone.

use std::ops::Range;

use super::mention::{Mention, links};
use crate::{
    languages::contacts::{
        ADDRESS_CONTEXT, ADDRESS_JOINTS, ADDRESS_OWNERS, ADDRESS_STOPS, PHONE_CONTEXT, STREETS,
    },
    words::{
        Words,
        text::{Passage, Sentence, Text},
    },
};
use ::text::lists::{COMPANIES, is_small_word};
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
    let (name, range) = address_range(sentence)?;
    let address = sentence.words.text().get(range.clone())?;
    let value = match name.and_then(|name| sentence.words.text().get(name)) {
        Some(name) => [name, ", ", address].concat(),
        None => address.to_owned(),
    };
    let parts: Vec<&str> = value
        .split_whitespace()
        .map(|part| part.trim_end_matches([',', '.', ';']))
        .collect();
    let has_code = value
        .split(|c: char| !c.is_ascii_digit())
        .any(|d| d.len() >= 4)
        || (0..parts.len()).any(|at| is_inward(parts[at], at.checked_sub(1).map(|at| parts[at])));
    let words = value.split_whitespace().count();
    // Fewer words than a name, a street and a town is a fragment, more than thirty is prose.
    (has_context && has_code && (5..=30).contains(&words)).then_some(Mention {
        value,
        kind: ContactType::Post,
        passage,
        sentence,
        at: range.start,
    })
}

/// The name of whose address it is, if words stand between, and the address: from the name before
/// the street to the last part that belongs to a place.
fn address_range(sentence: &Sentence<'_>) -> Option<(Option<Range<usize>>, Range<usize>)> {
    let words = &sentence.words;
    let street = words.find(&STREETS)?;
    let mut first = street.start;
    while first > 0 && !words.after_break(first) {
        if words.is(first - 1, &ADDRESS_STOPS) || words.lower(first - 1).contains('@') {
            break;
        }
        first -= 1;
    }
    let stops = |i: &usize| {
        words.word(*i).contains('@')
            || words.before(*i).contains(['+', '“', '|'])
            || words.find_in(&PHONE_CONTEXT, *i..i + 1).is_some()
    };
    let last = (street.start + 1..words.len())
        .find(stops)
        .unwrap_or(words.len());
    let is_code = |i: &usize| {
        let digits = words.word(*i).bytes().filter(u8::is_ascii_digit).count();
        digits >= 4 || is_inward(words.word(*i), i.checked_sub(1).map(|i| words.word(i)))
    };
    // Behind the code come a town and a country; what goes on in lower case is the sentence.
    let last = match (street.end..last).rfind(is_code) {
        Some(code) => {
            let joins = |i: usize| words.is(i, &ADDRESS_JOINTS) && !words.before(i).contains(',');
            let is_place = |i: &usize| {
                let goes_on = words.before(*i) == "-" || is_name(words, *i);
                goes_on || (joins(*i) && is_name(words, *i + 1))
            };
            let end = code + 1 + (code + 1..last).take_while(is_place).count();
            // Behind a code that ends its address, the next sentence begins with a company.
            let mut behind = code + 1..end;
            if behind.any(|i| COMPANIES.contains(&words.lower(i))) {
                code + 1
            } else {
                end
            }
        }
        None => last,
    };
    while first < street.start && is_small_word(words.word(first)) {
        first += 1;
    }
    let range = words.bytes(first..last);
    (!range.is_empty()).then(|| {
        // An address that begins with its house has the name before.
        let is_bare = !is_name(words, first);
        let name = is_bare.then(|| name_before(words, first)).flatten();
        (name, range)
    })
}

/// The name that words in lower case bind to the address from this word on: "Larkspur Ltd, whose
/// office is at …". It is that of a company, or the one that "whose" speaks of.
fn name_before(words: &Words<'_>, first: usize) -> Option<Range<usize>> {
    const BINDING: usize = 8;
    let behind = |end: &usize| is_name(words, end - 1);
    let end = (1..first).rev().take(BINDING).find(behind)?;
    let is_company = COMPANIES.contains(&words.lower(end - 1));
    let is_apart = words.before(end).contains([',', '(']);
    let mut start = end - 1;
    let joined = |at: usize| words.before(at).trim().is_empty();
    while start > 0 && joined(start) && is_name(words, start - 1) {
        start -= 1;
    }
    // The first word of a sentence has a capital anyway.
    if is_small_word(words.lower(start)) {
        start += 1;
    }
    let is_meant = is_company || words.is(end, &ADDRESS_OWNERS);
    (is_meant && is_apart && end > start + 1).then(|| words.bytes(start..end))
}

fn is_name(words: &Words<'_>, at: usize) -> bool {
    words.word(at).starts_with(|c: char| c.is_uppercase())
}

/// The first half of a British or Canadian postcode, or the whole: "YO1", "SW1A", "SE19LQ".
fn is_outward(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = word.get(letters..).unwrap_or_default();
    (1..=2).contains(&letters)
        && (1..=5).contains(&rest.len())
        && rest.starts_with(|c: char| c.is_ascii_digit())
        && rest
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
}

/// The second half of such a postcode behind the first, or the whole: "9AB".
fn is_inward(word: &str, before: Option<&str>) -> bool {
    let is_half = |half: &str| match half.as_bytes() {
        [digit, letter, last] => {
            let is_last = last.is_ascii_uppercase() || last.is_ascii_digit();
            digit.is_ascii_digit() && letter.is_ascii_uppercase() && is_last
        }
        _ => false,
    };
    let whole = word
        .len()
        .checked_sub(3)
        .and_then(|at| word.split_at_checked(at));
    whole.is_some_and(|(first, second)| {
        is_half(second) && (is_outward(first) || first.is_empty() && before.is_some_and(is_outward))
    })
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
        let called = sentence.words.has(&PHONE_CONTEXT) || passage.heading.has(&PHONE_CONTEXT);
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
    fn british_postcodes() {
        for (word, before) in [
            ("9AB", Some("YO1")),
            ("1AA", Some("SW1A")),
            ("SE19LQ", None),
        ] {
            assert!(is_inward(word, before), "{word}");
        }
        for (word, before) in [
            ("9AB", Some("Road")),
            ("9AB", None),
            ("3rd", Some("YO1")),
            ("A1", None),
        ] {
            assert!(!is_inward(word, before), "{word}");
        }
    }

    #[test]
    fn telephone_numbers() {
        let text = "info@numfocus.org+1 (512) 222-5449, Article 2016/679, 90596";
        let found: Vec<_> = numbers(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(found, ["+1 (512) 222-5449"]);
    }
}
