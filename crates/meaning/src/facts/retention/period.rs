//! Where a span of time is understood: which words of a sentence are one, and what it is in numbers.

use std::ops::Range;

use crate::{
    languages::{
        grammar::NUMBERS,
        periods::{BOUNDS, PERIODS, UNITS},
        retention::ENDLESS,
    },
    words::Words,
};
use model::{Bound, Period, Unit};

/// The words of the first span of time from this word on.
pub(super) fn find(words: &Words<'_>, from: usize) -> Option<Range<usize>> {
    words.find_from(&PERIODS, from)
}

/// The span of time at these words, written so for readers.
pub(super) fn read(words: &Words<'_>, at: &Range<usize>, written: String) -> Period {
    if words.find_in(&ENDLESS, at.clone()).is_some() {
        return Period::Endless { written };
    }
    let mut units = UNITS.find_all_from(words, at.start);
    let unit = units.find(|(_, found)| found.end == at.end);
    let unit = unit.and_then(|(key, found)| Some((Unit::from_key(key)?, found)));
    let Some((unit, counted)) = unit else {
        debug_assert!(false, "a period without a unit: {written}");
        return Period::Event { written };
    };
    let mut bounds = BOUNDS.find_all_from(words, at.start);
    let bound = bounds.find(|(_, found)| found.end <= at.end);
    Period::Span {
        number: number(words, at.start..counted.start),
        unit,
        bound: bound.and_then(|(key, _)| Bound::from_key(key)),
        written,
    }
}

/// Every span of time in the sentence, with its words.
pub(crate) fn all<'w>(
    words: &'w Words<'_>,
) -> impl Iterator<Item = (Range<usize>, Period)> + use<'w> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = find(words, from)?;
        from = at.end;
        let period = read(words, &at, words.slice(at.clone()).to_owned());
        Some((at, period))
    })
}

/// True for the same number of the same unit, or for two periods without end, however they are
/// written: "within 60 days" and "in 60 days". Events are told by their words alone.
pub(crate) fn same_span(a: &Period, b: &Period) -> bool {
    match (a, b) {
        (
            Period::Span {
                number: a, unit, ..
            },
            Period::Span {
                number: b,
                unit: other,
                ..
            },
        ) => a == b && unit == other,
        (Period::Endless { .. }, Period::Endless { .. }) => true,
        _ => false,
    }
}

/// True for a number in digits or in letters.
pub(super) fn is_number(words: &Words<'_>, at: usize) -> bool {
    has_digits(words, at) || words.is(at, &NUMBERS)
}

fn has_digits(words: &Words<'_>, at: usize) -> bool {
    words.lower(at).starts_with(|c: char| c.is_ascii_digit())
}

/// The number among these words: from the first figure to the unit. "thirty (30)" is 30.
fn number(words: &Words<'_>, run: Range<usize>) -> String {
    let first = run.clone().find(|at| is_number(words, *at));
    let run = first.unwrap_or(run.start)..run.end;
    let twice = run.len() == 2 && run.clone().all(|at| is_number(words, at));
    let figures = run.clone().find(|at| twice && has_digits(words, *at));
    let said = figures.map_or(run, |at| at..at + 1);
    let said: Vec<_> = said.map(|at| words.lower(at)).collect();
    said.join(" ")
}
