//! The verb that a period belongs to.

use std::ops::Range;

use super::period::end_mark;
use crate::{
    cue::phrases::WordList,
    languages::retention::{
        ARTICLES, ENDING, FOR, HEDGES, KEEPING, LABELS, LATE_VERB, POSSIBLE_MODALS, READER,
    },
    words::Words,
};

/// A verb of keeping, or of what ends it.
pub(super) struct Verb {
    pub(super) words: Range<usize>,
    /// Deleting, expiring: its period says when data goes.
    pub(super) ends: bool,
}

/// Words behind a period among which its verb may stand.
const BEHIND: usize = 11;

/// The verb nearest before the period, at most fifteen words away ("keep … for about" forty, as
/// what is kept may be a long list) and in the same clause; or,
/// for "within 30 days we will delete", nearest after it; in languages that put the verb last,
/// after any period.
pub(super) fn governing(words: &Words<'_>, period: &Range<usize>) -> Option<Verb> {
    let lasts = is_before(words, period.start, &HEDGES) || is_before(words, period.start, &FOR);
    let near = period.start.saturating_sub(if lasts { 40 } else { 15 });
    if let Some(verb) = nearest_before(words, near..period.start) {
        return Some(verb);
    }
    let late = words.language().has(&LATE_VERB);
    // "If it was not used for two years we delete it."
    let ends = late || lasts || end_mark(words, period.start).is_some();
    let opens = late || (lasts && period.start <= 2);
    let ending = ends
        .then(|| first_behind(words, period.end, true))
        .flatten();
    let keeping = opens
        .then(|| first_behind(words, period.end, false))
        .flatten();
    let both = [ending, keeping].into_iter().flatten();
    both.min_by_key(|verb| verb.words.start)
}

/// The last verb that begins among these words, with no break behind it.
pub(super) fn nearest_before(words: &Words<'_>, run: Range<usize>) -> Option<Verb> {
    let mut best: Option<Verb> = None;
    for (table, ends) in [(&KEEPING, false), (&ENDING, true)] {
        let mut from = run.start;
        while let Some(found) = words.find_in(table, from..run.end) {
            from = found.end;
            let broken = (found.end..=run.end).any(|i| words.after_break(i));
            // "Storage period: 30 days": the label speaks of what follows it.
            let is_label = !ends && found.end <= 6 && words.any(found.clone(), &LABELS);
            if (!broken || is_label) && best.as_ref().is_none_or(|b| found.start > b.words.start) {
                best = Some(Verb { words: found, ends });
            }
        }
    }
    best
}

/// The first verb of one sort behind this word, with no break before it.
pub(super) fn first_behind(words: &Words<'_>, at: usize, ends: bool) -> Option<Verb> {
    let table = if ends { &ENDING } else { &KEEPING };
    let near = at..words.len().min(at + BEHIND);
    let found = words.find_in(table, near)?;
    // "The deleted content" says of what, and not that it is deleted.
    if is_before(words, found.start, &ARTICLES) {
        return None;
    }
    let broken = (at..=found.start).any(|i| words.after_break(i));
    (!broken).then_some(Verb { words: found, ends })
}

fn is_before(words: &Words<'_>, at: usize, list: &WordList) -> bool {
    at.checked_sub(1).is_some_and(|i| words.is(i, list))
}

/// "You may keep a copy."
pub(super) fn is_the_readers(words: &Words<'_>, verb: &Verb) -> bool {
    let before = verb.words.start.checked_sub(1);
    let is_modal = before.is_some_and(|i| words.is(i, &POSSIBLE_MODALS));
    before
        .and_then(|i| i.checked_sub(usize::from(is_modal)))
        .is_some_and(|i| words.is(i, &READER))
}
