//! How long something is kept.
//!
//! A period is a span ("38 months") or an event that ends it ("until you close your account").
//! Either counts where a verb of keeping or deleting governs it ([`verbs`]), or where it stands in a
//! list or table of periods ([`listed`]); vague ones ("as long as necessary") never do.

mod events;
mod listed;
pub(super) mod period;
mod subject;
mod verbs;

use std::ops::Range;

use super::Facts;
use crate::{
    languages::{
        grammar::NEGATIONS,
        retention::{
            END_MARKS, ENDING, ENDLESS, EVERY, HEDGES, LIMITS, MARK_PARTICLES, NO_MORE_THAN,
            OTHER_PERIODS, POSSIBLE_MODALS, READER,
        },
    },
    words::{
        Words,
        text::{Passage, Sentence, Text},
    },
};
use model::{Bound, Edge, Period, Retention, Statement};
use period::is_number;
use verbs::Verb;

pub(super) fn read(
    text: &Text<'_>,
    passage: &Passage<'_>,
    sentence: &Sentence<'_>,
    facts: &mut Facts,
) {
    let words = &sentence.words;
    if words.has(&OTHER_PERIODS) || words.text().ends_with('?') {
        return;
    }
    let is_listed = listed::is_listed(text, passage, words);
    let mut add = |period: Period, edge: Edge, of: Option<String>| {
        let of = of
            .or_else(|| listed::label(words))
            .or_else(|| subject::named_in_heading(text, passage));
        let retention = Retention { period, edge, of };
        facts.add(Statement::Retention(retention), passage, sentence);
    };
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(span) = period::find(words, from) {
        from = span.end;
        if let Some(verb) = governing(words, &span) {
            let (period, edge) = stated(words, &verb, &span);
            add(period, edge, subject::subject(words, &verb, &span));
        } else if is_listed && !is_for_good(words, &span) {
            let written = words.slice(span.clone()).to_owned();
            let period = period::read(words, &span, written);
            add(period, Edge::Kept, listed::first_cell(words, &span));
        } else {
            continue;
        }
        spans.push(span);
    }
    for event in events::find(words, is_listed) {
        // "After you close your account we delete it within 30 days", "until you leave or 3 years
        // after": the number says more.
        let is_within = |span: &Range<usize>| event.words.contains(&span.start);
        let is_end = event.edge == Edge::Deleted;
        if is_end && !spans.is_empty() || spans.iter().any(is_within) {
            continue;
        }
        let of = match &event.verb {
            Some(verb) => subject::subject(words, verb, &event.words),
            None => listed::first_cell(words, &event.words),
        };
        let written = words.slice(event.words).to_owned();
        add(Period::Event { written }, event.edge, of);
    }
}

/// The verb that says of this span that data is kept or deleted.
fn governing(words: &Words<'_>, period: &Range<usize>) -> Option<Verb> {
    let verb = verbs::governing(words, period)?;
    let is_repeated = !verb.ends && is_frequency(words, period);
    let is_none =
        is_repeated || is_hypothetical(words, &verb, period) || is_for_good(words, period);
    (!is_none).then_some(verb)
}

/// "A copy is kept every 24 hours" says nothing of how long.
fn is_frequency(words: &Words<'_>, period: &Range<usize>) -> bool {
    let near = period.start.saturating_sub(2)..period.start;
    words.find_in(&EVERY, near).is_some()
}

/// What is "permanently deleted", or "deleted at once and for ever", is not kept for ever.
pub(super) fn is_for_good(words: &Words<'_>, period: &Range<usize>) -> bool {
    let near = period.start.saturating_sub(4)..period.end + 1;
    words.find_in(&ENDLESS, period.clone()).is_some() && words.find_in(&ENDING, near).is_some()
}

fn clause_start(words: &Words<'_>, at: usize) -> usize {
    (1..=at).rev().find(|i| words.after_break(*i)).unwrap_or(0)
}

/// "We do not retain" without a limit, "if we kept it for 30 days", "you may store".
fn is_hypothetical(words: &Words<'_>, verb: &Verb, period: &Range<usize>) -> bool {
    let limited = words.any(verb.words.start..period.end, &LIMITS);
    is_the_readers(words, verb) || (words.is_negated(verb.words.start) && !limited)
}

/// "You may keep a copy."
fn is_the_readers(words: &Words<'_>, verb: &Verb) -> bool {
    let before = verb.words.start.checked_sub(1);
    let is_modal = before.is_some_and(|i| words.is(i, &POSSIBLE_MODALS));
    before
        .and_then(|i| i.checked_sub(usize::from(is_modal)))
        .is_some_and(|i| words.is(i, &READER))
}

/// What the verb says of this span. In the policy's words an end has its preposition ("within 90
/// days"), and a limit that the text negates ("not … for more than 25 months") is "no more than".
fn stated(words: &Words<'_>, verb: &Verb, span: &Range<usize>) -> (Period, Edge) {
    let read = |written: &str| period::read(words, span, written.to_owned());
    let text = words.slice(span.clone());
    if verb.ends {
        return match end_mark(words, span.start) {
            Some(mark) => (read(words.slice(mark..span.end)), Edge::Deleted),
            None if words.is(span.start, &END_MARKS) => (read(text), Edge::Deleted),
            None => (read(text), Edge::Counted),
        };
    }
    if !words.is_negated(verb.words.start) || words.is(span.start, &NEGATIONS) {
        return (read(text), Edge::Kept);
    }
    // "not … for more than 25 months": what is negated is the "more than".
    let number = span.clone().find(|i| is_number(words, *i));
    let number = number.filter(|_| words.any(span.clone(), &LIMITS));
    let from = number.unwrap_or(span.start);
    let mut written: Vec<_> = NO_MORE_THAN.all(words.language()).collect();
    written.push(words.slice(from..span.end));
    let mut period = read(&written.join(" "));
    if let Period::Span { bound, .. } = &mut period {
        *bound = Some(Bound::AtMost);
    }
    (period, Edge::Kept)
}

/// The word that says when data goes, before the period: "within", "innerhalb von".
fn end_mark(words: &Words<'_>, period: usize) -> Option<usize> {
    let passes = |i: &usize| words.is(*i, &HEDGES) || words.is(*i, &MARK_PARTICLES);
    let mark = (0..period).rev().find(|i| !passes(i))?;
    words.is(mark, &END_MARKS).then_some(mark)
}
