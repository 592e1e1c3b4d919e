//! How long something is kept.

use std::ops::Range;

use super::{Facts, periods};
use crate::meaning::{
    languages::grammar::{NEGATIONS, NUMBERS},
    languages::names::CAPITAL_NOUNS,
    languages::retention::{
        ADVERBS, ARTICLES, AUXILIARIES, CLAUSE_OPENERS, COLLECTED, COLLECTED_BY, DATA, END_MARKS,
        ENDING, FOR, FRONTED, GENERIC, HEADING_DATA, HEDGES, KEEPING, LABELS, LATE_VERB, LIMITS,
        MARK_PARTICLES, MODALS, NO_MORE_THAN, OBJECT_STOPS, OTHER_PERIODS, POSSIBLE_MODALS, READER,
        RETENTION_HEADING, VERBS,
    },
    model::FactKind,
    phrases::WordList,
    text::{Passage, Sentence, Text},
    words::Words,
};

pub(super) fn read(
    text: &Text<'_>,
    passage: &Passage<'_>,
    sentence: &Sentence<'_>,
    facts: &mut Facts,
) {
    let words = &sentence.words;
    if words.has(&OTHER_PERIODS) {
        return;
    }
    let mut from = 0;
    while let Some(period) = periods::find(words, from) {
        from = period.end;
        let Some(verb) = governing_verb(words, &period) else {
            continue;
        };
        let start = verb.words.start.min(period.start);
        let clause = clause_start(words, start)..period.end.max(verb.words.end);
        if !has_data(words, &clause) || is_hypothetical(words, &verb, &period) {
            continue;
        }
        let value = value(words, &verb, &period);
        let about = subject(words, &verb, &period);
        let about = about.or_else(|| named_in_heading(text, passage));
        facts.add(FactKind::Retention, value, about, passage, sentence);
    }
}

struct Verb {
    words: Range<usize>,
    ends: bool,
}

/// The verb nearest before the period, at most fifteen words away ("keep … for about" forty, as
/// what is kept may be a long list) and in the same clause; or,
/// for "within 30 days we will delete", nearest after it; in languages that put the verb last,
/// after any period.
fn governing_verb(words: &Words<'_>, period: &Range<usize>) -> Option<Verb> {
    let lasts = is_before(words, period.start, &HEDGES) || is_before(words, period.start, &FOR);
    let before = period.start.saturating_sub(if lasts { 40 } else { 15 });
    let mut best: Option<Verb> = None;
    for (table, ends) in [(&KEEPING, false), (&ENDING, true)] {
        let mut from = before;
        while let Some(found) = words.find_in(table, from..period.start) {
            from = found.end;
            let broken = (found.end..=period.start).any(|i| words.after_break(i));
            // "Storage period: 30 days": the label speaks of what follows it.
            let is_label = !ends && found.end <= 6 && words.any(found.clone(), &LABELS);
            if (!broken || is_label) && best.as_ref().is_none_or(|b| found.start > b.words.start) {
                best = Some(Verb { words: found, ends });
            }
        }
    }
    if best.is_some() {
        return best;
    }
    let ends = end_mark(words, period.start).is_some();
    let late = words.language().has(&LATE_VERB);
    let after = |table, ends| {
        let near = period.end..words.len().min(period.end + 11);
        let found = words.find_in(table, near)?;
        let broken = (period.end..=found.start).any(|i| words.after_break(i));
        (!broken).then_some(Verb { words: found, ends })
    };
    let ending = (ends || late).then(|| after(&ENDING, true)).flatten();
    let keeping = late.then(|| after(&KEEPING, false)).flatten();
    let both = [ending, keeping].into_iter().flatten();
    both.min_by_key(|verb| verb.words.start)
}

fn clause_start(words: &Words<'_>, at: usize) -> usize {
    (1..=at).rev().find(|i| words.after_break(*i)).unwrap_or(0)
}

fn has_data(words: &Words<'_>, clause: &Range<usize>) -> bool {
    // Where the verbs of keeping are said of data only, the table is empty.
    let any = DATA.patterns(words.language()).is_empty();
    any || words.find_in(&DATA, clause.clone()).is_some()
}

/// "We do not retain" without a limit, "if we kept it for 30 days", "you may store".
fn is_hypothetical(words: &Words<'_>, verb: &Verb, period: &Range<usize>) -> bool {
    let before = verb.words.start.checked_sub(1);
    let is_modal = before.is_some_and(|i| words.is(i, &POSSIBLE_MODALS));
    let you = before
        .and_then(|i| i.checked_sub(usize::from(is_modal)))
        .is_some_and(|i| words.is(i, &READER));
    let limited = has_limit(words, verb, period);
    you || (words.is_negated(verb.words.start) && !limited)
}

/// "not … (for) more than 30 days", "no longer than 30 days".
fn has_limit(words: &Words<'_>, verb: &Verb, period: &Range<usize>) -> bool {
    words.any(verb.words.start..period.end, &LIMITS)
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

fn is_before(words: &Words<'_>, at: usize, list: &WordList) -> bool {
    at.checked_sub(1).is_some_and(|i| words.is(i, list))
}

/// What is kept: the object of "we keep …", the subject of "… is kept", the "For …" at the
/// start, or who collects the data.
fn subject(words: &Words<'_>, verb: &Verb, period: &Range<usize>) -> Option<String> {
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
    let mut start = clause_start(words, end);
    for i in (start + 1..=end).rev() {
        let opens = words.is(i - 1, &CLAUSE_OPENERS);
        if words.before(i).contains([',', '(']) || opens {
            start = i;
            break;
        }
    }
    named(words, start..end, 8)
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
fn named(words: &Words<'_>, run: Range<usize>, longest: usize) -> Option<String> {
    let collector =
        (run.start..run.end).find(|i| words.is(*i, &COLLECTED) && words.is(*i + 1, &COLLECTED_BY));
    let mut start = collector.map_or(run.start, |i| i + 2);
    while start < run.end && words.is(start, &ARTICLES) {
        start += 1;
    }
    // What holds a number is another period, or the rest of this one.
    let has_verb =
        words.any(start..run.end, &VERBS) || (start..run.end).any(|i| is_number(words, i));
    let says = !has_verb && (start..run.end).any(|i| !words.is(i, &GENERIC));
    let fits = run.end > start && run.end - start <= longest;
    // Where every noun has a capital, words without one name nothing.
    let has_noun =
        !words.language().has(&CAPITAL_NOUNS) || (start..run.end).any(|i| words.is_capital(i));
    (fits && says && has_noun).then(|| words.slice(start..run.end).to_owned())
}

/// The heading, where it names a sort of data rather than the subject of retention itself.
fn named_in_heading(text: &Text<'_>, passage: &Passage<'_>) -> Option<String> {
    let section = text.document.sections.get(passage.block.section.index())?;
    let heading = passage.heading.text().trim();
    let is_data = passage.heading.has(&HEADING_DATA);
    let is_retention = passage.heading.has(&RETENTION_HEADING);
    let short = passage.heading.len() <= 6 && section.level > 1;
    (is_data && short && !is_retention).then(|| heading.to_owned())
}
