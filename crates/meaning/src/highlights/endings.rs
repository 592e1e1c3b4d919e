//! How a quote that is cut ends.
//!
//! Never behind a word that waits for another; with the exception, or the late verb of a German
//! clause, that decides what is said, where they belong to what shows.

use std::ops::Range;

use super::cut::cut;
use crate::{
    cue::phrases::WordList,
    languages::{
        changes::{EXCEPTIONS, NEGATIVES, OPEN_WORDS},
        grammar::{CLAUSE_WORDS, SMALL_WORDS, TRAILING_NEGATIONS, VERBS},
        names::CONJUNCTIONS,
        retention::{LATE_VERB, READER},
        statements::WE,
    },
    words::Words,
};

/// What ends a clause.
pub(super) const MARKS: [char; 6] = [',', ';', ':', '|', '–', '—'];

pub(super) fn length(text: &str) -> usize {
    text.chars().count()
}

/// What there is room for of the text, and its ending; nothing where the ending leaves no room
/// for what has to show.
pub(super) fn ended(
    words: &Words<'_>,
    range: Range<usize>,
    ending: Range<usize>,
    room: usize,
    seen: usize,
) -> Option<String> {
    let whole = words.text().get(range.clone()).unwrap_or("");
    let tail = closed(words, cut(words.slice(ending.clone()), room * 2 / 5));
    let head = closed(words, cut(whole, room.saturating_sub(length(&tail) + 1)));
    let end = range.start + head.trim_end_matches('…').len();
    // What is left out must not turn the ending, nor begin a clause that the ending belongs to.
    let between = words.at_byte(end)..ending.start;
    let begins = |i: usize| {
        let follows = i > 0 && is_verb(words, i - 1);
        let subject = words.is(i + 1, &WE) || words.is(i + 1, &READER);
        words.is(i, &CONJUNCTIONS) && (follows || subject)
    };
    let is_other = between.clone().any(begins) || words.any(between, &NEGATIVES);
    let is_open = head.matches('(').count() > head.matches(')').count();
    let is_enough = head.split_whitespace().count() >= ENOUGH && end >= seen;
    let says = tail.split_whitespace().count() >= ENOUGH || !tail.ends_with('…');
    (is_enough && says && !is_open && !is_other).then(|| [&head, " ", &tail].concat())
}

/// Words of the head of a sentence that say who does what.
const ENOUGH: usize = 4;

/// The exception that ends what is left of the clause: without it the quote would promise too
/// much. Nothing where another clause begins before, which it may belong to.
pub(super) fn exception(words: &Words<'_>, left: Range<usize>) -> Option<Range<usize>> {
    let is_other = |i: usize| {
        words.before(i).contains([';', ':', '|', '–', '—', '.'])
            || words.is(i, &NEGATIVES) && !words.is(i, &EXCEPTIONS)
            || words.is(i, &CONJUNCTIONS) && (words.is(i + 1, &WE) || words.is(i + 1, &READER))
    };
    let opener = left
        .clone()
        .find(|i| words.is(*i, &EXCEPTIONS) || is_other(*i))?;
    let is_opener = words.is(opener, &EXCEPTIONS) && !is_other(opener);
    is_opener.then_some(opener..left.end)
}

/// The verb at the end of a clause in a language like German, which holds what is done.
pub(super) fn late_verb(words: &Words<'_>, left: Range<usize>) -> Option<Range<usize>> {
    let ends = |i: &usize| {
        let mark = words
            .before(*i)
            .contains([',', ';', ':', '|', '–', '—', '.', ')']);
        *i >= left.end || mark || words.is(*i, &CONJUNCTIONS) && is_verb(words, i - 1)
    };
    if ends(&left.start) || words.is(left.start, &CONJUNCTIONS) {
        // The clause is whole, or what follows is another one.
        return None;
    }
    let end = (left.start + 1..=left.end).find(ends)?;
    let last = end.checked_sub(1)?;
    is_verb(words, last).then_some(last..end)
}

fn is_verb(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &VERBS) && !words.is_capital(at) && !words.is(at, &NEGATIVES)
}

/// The negation that a clause in a language like German has at its end, among these words: none
/// that only names the other case ("oder nicht").
pub(super) fn negation_behind(words: &Words<'_>, left: Range<usize>) -> Option<usize> {
    let same_clause = |i: &usize| !words.before(*i).contains(MARKS) && !words.after_break(*i);
    let mut clause = left.take_while(same_clause);
    let is_other = |i: usize| i > 0 && words.is(i - 1, &CONJUNCTIONS);
    clause.find(|i| words.is(*i, &TRAILING_NEGATIONS) && !is_other(*i))
}

/// Small words at most that are left out before an ellipsis.
const LOOSE: usize = 6;

/// Words of a bracket that say nothing without the rest.
const OPENING: usize = 2;

/// What was cut, without small words at its end that only join what follows, and without a
/// bracket that only opens.
pub(super) fn closed(words: &Words<'_>, shown: String) -> String {
    let Some(mut text) = shown.strip_suffix('…') else {
        return shown;
    };
    let is = |list: &WordList, word: &str| list.contains(words.language(), &word.to_lowercase());
    for _ in 0..LOOSE {
        let Some((head, last)) = text.rsplit_once(' ') else {
            break;
        };
        let turns = is(&NEGATIVES, last);
        let joins = (is(&SMALL_WORDS, last) || is(&OPEN_WORDS, last)) && !turns;
        // A negation before its verb says nothing; one behind it turns what stands there.
        let before = head.rsplit_once(' ').map_or(head, |(_, word)| word);
        let is_trailing = words.language().has(&LATE_VERB) || is(&TRAILING_NEGATIONS, last);
        let is_left = turns && (!is_trailing || is(&CONJUNCTIONS, before));
        if !joins && !is_left && !last.starts_with('(') {
            break;
        }
        text = head;
    }
    // A bracket of which only the first words are left, such as "(e.g.".
    if let Some((head, opened)) = text.rsplit_once('(')
        && !opened.contains(')')
        && opened.split_whitespace().count() <= OPENING
    {
        text = head;
    }
    // "…, but not" of which the rest is cut off says nothing either.
    if let Some((head, rest)) = text.rsplit_once(MARKS) {
        let is_loose = |w: &str| {
            [SMALL_WORDS, NEGATIVES, CLAUSE_WORDS]
                .iter()
                .any(|l| is(l, w))
        };
        if rest.split_whitespace().all(is_loose) {
            text = head;
        }
    }
    [text.trim_end_matches([',', ';', ':', ' ', '(']), "…"].concat()
}
