//! Letters: paragraphs with named placeholders that are filled for one request.
//!
//! A paragraph is a list of alternatives, of which the first is used whose placeholders all have a
//! value. So a letter never has an empty bracket, and only the data decides what it says.

use model::Date;
use model::request::{Term, Unit};

/// All texts of one language.
#[derive(Debug)]
pub(crate) struct Wording {
    pub language: &'static str,
    pub full: &'static [&'static str],
    pub short: &'static [&'static str],
    pub quote_marks: &'static [&'static str],
    pub ellipsis: &'static str,
    pub months: &'static [&'static str],
    pub date: &'static str,
    pub units: &'static [(&'static str, &'static [&'static str])],
    pub calendar: &'static [(&'static str, &'static str)],
    pub requests: &'static [RequestText],
    pub frame: Parts,
    pub law_frames: &'static [(&'static str, Parts)],
    pub letters: &'static [Letter],
}

/// Paragraphs by name, each with its alternatives.
pub(crate) type Parts = &'static [(&'static str, &'static [&'static str])];

/// Label and explanation of a request, for the person who chooses it.
#[derive(Debug, PartialEq, Eq)]
pub struct RequestText {
    /// Request key.
    pub key: &'static str,
    /// A few words, in the first person.
    pub label: &'static str,
    /// One plain sentence.
    pub explain: &'static str,
}

/// One letter: its subject and the paragraphs in which it differs from the frame.
#[derive(Debug)]
pub(crate) struct Letter {
    pub key: &'static str,
    pub subject: &'static str,
    pub prompt: Option<&'static str>,
    pub parts: Parts,
}

/// Values of placeholders; an empty value counts as missing.
pub(crate) type Values<'a> = [(&'static str, &'a str)];

impl Wording {
    /// Returns the letter with this key.
    pub fn letter(&self, key: &str) -> Option<&'static Letter> {
        self.letters.iter().find(|letter| letter.key == key)
    }

    /// Returns the body of a letter. `order` lists its paragraphs by name; each is taken from the
    /// letter, or else from the frame of the `law` (a key), or else from the general frame.
    pub fn body(&self, letter: &Letter, law: &str, order: &[&str], values: &Values<'_>) -> String {
        let frames = self
            .law_frames
            .iter()
            .find(|(key, _)| *key == law)
            .map(|(_, parts)| *parts);
        let mut body = String::new();
        for part in order {
            let alternatives = [Some(letter.parts), frames, Some(self.frame)]
                .into_iter()
                .flatten()
                .find_map(|parts| parts.iter().find(|(name, _)| name == part))
                .map_or(&[][..], |(_, alternatives)| alternatives);
            if let Some(text) = alternatives.iter().find_map(|text| fill(text, values)) {
                if !body.is_empty() {
                    body.push_str("\n\n");
                }
                body.push_str(&text);
            }
        }
        body
    }

    /// Returns a date in words.
    pub fn date(&self, date: Date) -> String {
        let month = usize::from(date.month().unsigned_abs()).saturating_sub(1);
        let (day, year) = (date.day().to_string(), date.year().to_string());
        let values = [
            ("day", day.as_str()),
            ("month", self.months.get(month).copied().unwrap_or_default()),
            ("year", year.as_str()),
        ];
        fill(self.date, &values).unwrap_or_default()
    }

    /// Returns a term in words.
    pub fn term(&self, term: Term) -> String {
        let forms = self
            .units
            .iter()
            .find(|(key, _)| *key == Unit::key(term.unit));
        let form = forms.and_then(|(_, forms)| forms.get(usize::from(term.count != 1)));
        let count = term.count.to_string();
        form.and_then(|text| fill(text, &[("count", &count)]))
            .unwrap_or_else(|| term.to_string())
    }

    /// Returns a text of the calendar entry, or `None` if it is unknown or a value is missing.
    pub fn calendar(&self, key: &str, values: &Values<'_>) -> Option<String> {
        let (_, text) = self.calendar.iter().find(|(name, _)| *name == key)?;
        fill(text, values)
    }
}

/// Fills the placeholders of a text; returns `None` if one has no value.
pub(crate) fn fill(text: &str, values: &Values<'_>) -> Option<String> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}')?;
        let (_, value) = values
            .iter()
            .find(|(key, value)| *key == name && !value.is_empty())?;
        filled.push_str(before);
        filled.push_str(value);
        rest = tail;
    }
    filled.push_str(rest);
    Some(filled)
}
