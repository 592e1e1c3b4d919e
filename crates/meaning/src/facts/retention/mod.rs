//! How long something is kept.
//!
//! A period is a span ("38 months") or an event that ends it ("until you close your account").
//! Either counts where a verb of keeping or deleting governs it ([`verbs`]), or where it stands in a
//! list or table of periods ([`listed`]); vague ones ("as long as necessary") never do.

mod events;
mod listed;
mod periods;
mod subject;
mod verbs;

use std::ops::Range;

use super::Facts;
use crate::{
    languages::{
        grammar::{NEGATIONS, NUMBERS},
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
use model::FactKind;
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
    let mut add = |value: String, about: Option<String>| {
        let about = about
            .or_else(|| listed::label(words))
            .or_else(|| subject::named_in_heading(text, passage));
        facts.add(FactKind::Retention, value, about, passage, sentence);
    };
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(period) = periods::find(words, from) {
        from = period.end;
        if let Some(verb) = governing(words, &period) {
            add(
                value(words, &verb, &period),
                subject::subject(words, &verb, &period),
            );
        } else if is_listed && !is_for_good(words, &period) {
            add(
                words.slice(period.clone()).to_owned(),
                listed::first_cell(words, &period),
            );
        } else {
            continue;
        }
        spans.push(period);
    }
    for event in events::find(words, is_listed) {
        // "After you close your account we delete it within 30 days", "until you leave or 3 years
        // after": the number says more.
        let is_within = |span: &Range<usize>| event.words.contains(&span.start);
        if event.ends() && !spans.is_empty() || spans.iter().any(is_within) {
            continue;
        }
        let about = match &event.verb {
            Some(verb) => subject::subject(words, verb, &event.words),
            None => listed::first_cell(words, &event.words),
        };
        add(words.slice(event.words).to_owned(), about);
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
fn is_for_good(words: &Words<'_>, period: &Range<usize>) -> bool {
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

/// The period in the policy's words; an end with its preposition ("within 90 days"), a limit
/// that the text negates ("not … for more than 25 months") as "no more than".
fn value(words: &Words<'_>, verb: &Verb, period: &Range<usize>) -> String {
    let text = words.slice(period.clone());
    if verb.ends {
        if let Some(mark) = end_mark(words, period.start) {
            return words.slice(mark..period.end).to_owned();
        }
    } else if words.is_negated(verb.words.start) && !words.is(period.start, &NEGATIONS) {
        // "not … for more than 25 months": what is negated is the "more than".
        let number = period.clone().find(|i| is_number(words, *i));
        let number = number.filter(|_| words.any(period.clone(), &LIMITS));
        let from = number.unwrap_or(period.start);
        let mut value: Vec<_> = NO_MORE_THAN.all(words.language()).collect();
        value.push(words.slice(from..period.end));
        return value.join(" ");
    }
    text.to_owned()
}

/// The word that says when data goes, before the period: "within", "innerhalb von".
fn end_mark(words: &Words<'_>, period: usize) -> Option<usize> {
    let passes = |i: &usize| words.is(*i, &HEDGES) || words.is(*i, &MARK_PARTICLES);
    let mark = (0..period).rev().find(|i| !passes(i))?;
    words.is(mark, &END_MARKS).then_some(mark)
}

fn is_number(words: &Words<'_>, at: usize) -> bool {
    words.lower(at).starts_with(|c: char| c.is_ascii_digit()) || words.is(at, &NUMBERS)
}
