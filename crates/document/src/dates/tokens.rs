//! The letters and figures in which a date may be written.

use model::Date;
use std::ops::Range;

/// Behind the numbers of year, month and day.
pub(crate) const SIGNS: [[char; 3]; 2] = [['年', '月', '日'], ['년', '월', '일']];

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

/// Splits at every change between letters and digits, and before a capital inside a word
/// ("UpdatedNovember 13" is how flattened pages come).
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::new();
    let mut start: Option<usize> = None;
    let mut before = ' ';
    let mut end = 0;
    let mut last_end = 0;
    let mut push = |from: usize, to: usize, last_end: &mut usize| {
        if let (Some(word), Some(gap)) = (text.get(from..to), text.get(*last_end..from)) {
            out.push(Token {
                text: word,
                range: from..to,
                gap,
            });
        }
        *last_end = to;
    };
    for (at, c) in text.char_indices() {
        let borders = c.is_numeric() != before.is_numeric()
            || (c.is_uppercase() && before.is_lowercase())
            || SIGNS.iter().flatten().any(|sign| *sign == before);
        if let Some(from) = start
            && (!c.is_alphanumeric() || borders)
        {
            push(from, at, &mut last_end);
            start = None;
        }
        if c.is_alphanumeric() && start.is_none() {
            start = Some(at);
        }
        before = c;
        end = at + c.len_utf8();
    }
    if let Some(from) = start {
        push(from, end, &mut last_end);
    }
    out
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
