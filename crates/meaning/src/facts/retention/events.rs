//! Periods that an event ends: "until you close your account", "while you are a member", "once the
//! event is over".
//!
//! What the event is cannot be listed: a club, a shop and a hospital have others. So it is told by
//! the word that opens the clause and by the verb that governs it, and left out where the clause is
//! vague ("as long as necessary").

use std::ops::Range;

use super::{is_the_readers, period::is_number, verbs, verbs::Verb};
use crate::{
    languages::{
        names::CONJUNCTIONS,
        retention::{
            ACCOUNTS, ASKED, AUXILIARIES, CLOSINGS, END_OPENERS, ENDING, EVENT_STOPS, KEEPING,
            LATE_VERB, OCCASIONS, UNTIL, VAGUE, VERB_ENDS,
        },
    },
    words::Words,
};
use model::Edge;

/// A period that an event ends.
pub(super) struct Event {
    /// The clause, with the word that opens it.
    pub(super) words: Range<usize>,
    /// What governs it; none in a list of periods.
    pub(super) verb: Option<Verb>,
    /// Whether data stays until then or goes then.
    pub(super) edge: Edge,
}

/// Words behind "when" among which the one that says that something ends must come.
const NEAR: usize = 6;

/// Words that a clause of an event has at most; longer ones tell something else beside.
const LONGEST: usize = 14;

/// The events of a sentence in order; in a list of periods they need no verb.
pub(super) fn find(words: &Words<'_>, is_listed: bool) -> Vec<Event> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let next = [(&UNTIL, false), (&END_OPENERS, true)]
            .into_iter()
            .filter_map(|(table, is_end)| Some((words.find_in(table, from..words.len())?, is_end)))
            .min_by_key(|(opener, is_end)| (opener.start, *is_end));
        let Some((opener, is_end)) = next else {
            break;
        };
        from = opener.end;
        let clause = if is_end {
            end_clause(words, &opener)
        } else {
            lasting_clause(words, &opener)
        };
        let Some(clause) = clause else {
            continue;
        };
        let verb = governing(words, &clause, is_end);
        if verb.as_ref().is_some_and(|verb| is_excluded(words, verb)) {
            continue;
        }
        if verb.is_some() || is_listed {
            from = clause.end;
            found.push(Event {
                words: clause,
                verb,
                edge: if is_end { Edge::Deleted } else { Edge::Kept },
            });
        }
    }
    found
}

/// "Until …" up to the end of its clause, or to the verb that it belongs to.
fn lasting_clause(words: &Words<'_>, opener: &Range<usize>) -> Option<Range<usize>> {
    let end = clause_end(words, opener.end);
    let mut clause = opener.start..clear_end(words, opener.end..end);
    if let Some(verb) = words.find_in(&KEEPING, opener.end + 1..clause.end) {
        // "As long as the logs are kept" says nothing.
        if words.is(verb.start - 1, &AUXILIARIES) {
            return None;
        }
        if words.language().has(&LATE_VERB) {
            clause.end = verb.start;
        }
    }
    if clause.end == end && words.is(end - 1, &VERB_ENDS) {
        clause.end -= 1;
    }
    (clause.end > opener.end).then_some(clause)
}

/// "When … close …" up to the end of its clause, or to the next verb of deleting.
fn end_clause(words: &Words<'_>, opener: &Range<usize>) -> Option<Range<usize>> {
    let end = clause_end(words, opener.end);
    let near = end.min(opener.end + NEAR);
    let closes =
        |i: &usize| words.is(*i, &CLOSINGS) || *i + 1 == opener.end && words.is(*i, &OCCASIONS);
    let closing = (opener.end - 1..near).find(closes)?;
    let deletes = words.find_in(&ENDING, closing..closing + 1).is_some();
    if deletes && !words.any(opener.start..end, &ACCOUNTS) {
        return None;
    }
    let verb = verbs::first_behind(words, closing + 1, true);
    let end = verb.map_or(end, |verb| verb.words.start.min(end));
    let is_clear = [&VAGUE, &ASKED]
        .into_iter()
        .all(|list| !words.any(opener.start..end, list));
    let is_event = !(opener.end..end).any(|i| is_number(words, i));
    (is_clear && is_event).then_some(opener.start..end)
}

/// Where the part of a clause ends that fixes something: "as long as your account is active or as
/// needed for our services" does up to the "or".
fn clear_end(words: &Words<'_>, clause: Range<usize>) -> usize {
    let Some(vague) = clause.clone().find(|i| words.is(*i, &VAGUE)) else {
        return clause.end;
    };
    let mut before = (clause.start..vague).rev();
    before
        .find(|i| words.is(*i, &CONJUNCTIONS))
        .unwrap_or(clause.start)
}

fn clause_end(words: &Words<'_>, start: usize) -> usize {
    let last = words.len().min(start + LONGEST);
    let stops = |i: &usize| {
        *i > start && words.before(*i).contains([',', '(', ')'])
            || words.after_break(*i)
            || words.is(*i, &EVENT_STOPS)
    };
    (start..last).find(stops).unwrap_or(last)
}

/// Words before an event among which its verb may stand: what is kept may be a long list.
const BEFORE: usize = 40;

fn governing(words: &Words<'_>, clause: &Range<usize>, is_end: bool) -> Option<Verb> {
    let near = clause.start.saturating_sub(BEFORE)..clause.start;
    let before = verbs::nearest_before(words, near).filter(|verb| verb.ends == is_end);
    before.or_else(|| verbs::first_behind(words, clause.end, is_end))
}

fn is_excluded(words: &Words<'_>, verb: &Verb) -> bool {
    is_the_readers(words, verb) || words.is_negated(verb.words.start)
}
