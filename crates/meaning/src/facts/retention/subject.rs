//! What a period is about, in the policy's words.

use std::ops::Range;

use super::{clause_start, period::is_number, verbs::Verb};
use crate::{
    languages::{
        grammar::NEGATIONS,
        names::{CAPITAL_NOUNS, CONJUNCTIONS},
        retention::{
            ADVERBS, ARTICLES, AUXILIARIES, CLAUSE_OPENERS, COLLECTED, COLLECTED_BY, FRONTED,
            GENERIC, HEADING_DATA, LIMITS, MODALS, OBJECT_STOPS, RETENTION_HEADING, VERBS,
        },
    },
    words::{
        Words,
        text::{Passage, Text},
    },
};

/// What is kept: the object of "we keep …", the subject of "… is kept", the "For …" at the
/// start, or who collects the data.
pub(super) fn subject(words: &Words<'_>, verb: &Verb, period: &Range<usize>) -> Option<String> {
    let object = noun_phrase(words, verb.words.end, period.start);
    let passive = passive_subject(words, verb);
    let fronted = words
        .is(0, &FRONTED)
        .then(|| fronted(words, verb))
        .flatten();
    [passive, object, fronted].into_iter().flatten().next()
}

/// "For NumFOCUS members and donors, personal data is retained …"
fn fronted(words: &Words<'_>, verb: &Verb) -> Option<String> {
    let mut commas = (2..verb.words.start).filter(|i| words.before(*i).contains(','));
    let end = commas.next_back()?;
    named(words, 1..end, 12)
}

/// "Backups are kept …": from the start of the clause to the verb's auxiliary.
fn passive_subject(words: &Words<'_>, verb: &Verb) -> Option<String> {
    let auxiliary = (verb.words.start.saturating_sub(4)..verb.words.start)
        .find(|i| words.is(*i, &AUXILIARIES))?;
    let is_adverb = |i: usize| words.is(i, &ADVERBS);
    if !(auxiliary + 1..verb.words.start).all(is_adverb) {
        return None;
    }
    let modal = auxiliary.checked_sub(1).filter(|i| words.is(*i, &MODALS));
    let end = modal.unwrap_or(auxiliary);
    let start = clause_start(words, end);
    let opens =
        |i: &usize| words.before(*i).contains([',', '(']) || words.is(*i - 1, &CLAUSE_OPENERS);
    let last = (start + 1..=end).rev().find(opens).unwrap_or(start);
    // "Booking, payment and tax records" as a whole, if nothing but names stands there.
    let whole = named(words, start..end, 8).filter(|_| words.is_capital(start));
    // The last of several is not all of them.
    let is_one_of_several = last > start && words.is(last - 1, &CONJUNCTIONS);
    whole.or_else(|| (!is_one_of_several).then(|| named(words, last..end, 8))?)
}

/// "backups of our system" between the verb and its period.
fn noun_phrase(words: &Words<'_>, start: usize, period: usize) -> Option<String> {
    let stop = (start..period).find(|i| {
        *i > start && words.before(*i).contains([',', '(']) || words.is(*i, &OBJECT_STOPS)
    });
    named(words, start..stop.unwrap_or(period), 8)
}

/// The run of words as a name for what is kept: without leading articles, and reduced to the
/// collector in "data collected by Google Analytics". Longer runs are clauses, not names.
pub(super) fn named(words: &Words<'_>, run: Range<usize>, longest: usize) -> Option<String> {
    let collector =
        (run.start..run.end).find(|i| words.is(*i, &COLLECTED) && words.is(*i + 1, &COLLECTED_BY));
    let mut start = collector.map_or(run.start, |i| i + 2);
    // "We keep no addresses longer than" is about addresses.
    let is_enumerator = |i: usize| i == 0 && is_number(words, i);
    let leads = |i: usize| words.is(i, &ARTICLES) || words.is(i, &NEGATIONS) || is_enumerator(i);
    while start < run.end && leads(start) {
        start += 1;
    }
    // What holds a number is another period, or the rest of this one.
    let has_verb =
        words.any(start..run.end, &VERBS) || (start..run.end).any(|i| is_number(words, i));
    let is_limit = words.any(start..run.end, &LIMITS);
    let says = !has_verb && !is_limit && (start..run.end).any(|i| !words.is(i, &GENERIC));
    let fits = run.end > start && run.end - start <= longest;
    // Where every noun has a capital, words without one name nothing.
    let has_noun =
        !words.language().has(&CAPITAL_NOUNS) || (start..run.end).any(|i| words.is_capital(i));
    (fits && says && has_noun).then(|| words.slice(start..run.end).to_owned())
}

/// The heading, where it names a sort of data rather than the subject of retention itself.
pub(super) fn named_in_heading(text: &Text<'_>, passage: &Passage<'_>) -> Option<String> {
    let section = text.document.sections.get(passage.block.section.index())?;
    let heading = passage.heading.text().trim();
    let is_data = passage.heading.has(&HEADING_DATA);
    let is_retention = passage.heading.has(&RETENTION_HEADING);
    let short = passage.heading.len() <= 6 && section.level > 1;
    let is_name = short && !heading.ends_with('?');
    (is_data && is_name && !is_retention).then(|| heading.to_owned())
}
