//! The letters and figures in which a date may be written.

use ::text::lexer::bare_word_ranges;
use ::text::lists::DATE_SIGNS;
use model::Date;
use std::ops::Range;

/// A run of letters or of digits.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    pub(crate) text: &'a str,
    pub(crate) range: Range<usize>,
    /// What stands between the token before and this one.
    pub(crate) gap: &'a str,
}

impl Token<'_> {
    pub(crate) fn number(&self) -> Option<i16> {
        self.text.parse().ok().filter(|_| self.text.len() <= 4)
    }

    pub(crate) fn year(&self) -> Option<i16> {
        // Policies are a matter of the web's time; "1984" in a policy is no policy date.
        self.number()
            .filter(|year| self.text.len() == 4 && (1990..2100).contains(year))
    }

    pub(crate) fn day(&self) -> Option<i8> {
        if self.text.len() > 2 {
            return None;
        }
        i8::try_from(self.number()?).ok()
    }
}

/// Words of letters and digits, split at every change between the two, and before a capital inside
/// a word ("UpdatedNovember 13" is how flattened pages come).
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::new();
    for word in bare_word_ranges(text) {
        let mut start = word.start;
        let mut before = None;
        let borders = text[word.clone()].char_indices().filter(|(_, c)| {
            before
                .replace(*c)
                .is_some_and(|before| is_border(before, *c))
        });
        let borders: Vec<_> = borders.map(|(at, _)| word.start + at).collect();
        for end in borders.into_iter().chain([word.end]) {
            let behind = out.last().map_or(0, |last| last.range.end);
            out.push(Token {
                text: &text[start..end],
                range: start..end,
                gap: &text[behind..start],
            });
            start = end;
        }
    }
    out
}

/// True where a token ends between two letters or digits.
fn is_border(before: char, after: char) -> bool {
    before.is_numeric() != after.is_numeric()
        || (before.is_lowercase() && after.is_uppercase())
        || DATE_SIGNS.iter().flatten().any(|sign| *sign == before)
}

/// True where four digits stand that could be a year; most passages have none, and need no cutting
/// into tokens.
pub(crate) fn has_year(text: &str) -> bool {
    let century = |digits: &[u8]| matches!(digits, [b'1', b'9', ..] | [b'2', b'0', ..]);
    let mut runs = text.as_bytes().windows(4);
    runs.any(|digits| century(digits) && digits.iter().all(u8::is_ascii_digit))
}

/// The day, if the calendar has it.
pub(crate) fn day_of(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}
