//! Statements of one sentence each: sale, Do Not Track, age, identity checks, authorities,
//! automated decisions.

use super::Facts;
use crate::{
    languages::{
        grammar::NEGATIONS,
        names::CAPITAL_NOUNS,
        statements::{
            AGE_SUBJECT, AGES, AUTHORITIES, AUTOMATED, COMPLAINT, CONDITION_OPENERS, DENIALS, DNT,
            DNT_ACTIONS, DNT_IGNORED, DNT_KEPT, DNT_OTHERS, DNT_VERBS, IDENTITY, IDENTITY_FAILED,
            IMPERSONAL, NUMBER_VALUES, OTHER_AGE, OURS, QUALIFIED_SALE, REQUEST_CONTEXT, SELLERS,
            SELLING, SIGNALS, SOLD_BY_NONE, SPEAKS_OF_AGE, SPEAKS_OF_AUTOMATION,
            SPEAKS_OF_IDENTITY, SPEAKS_OF_SALE, SUBJECT_VERBS, THEY_SELL, THIRD_PARTIES,
            UNCLEAR_SALE, WE,
        },
    },
    words::{
        Words,
        text::{Passage, Sentence, Text},
    },
};
use model::Statement;

pub(super) fn read(
    text: &Text<'_>,
    passage: &Passage<'_>,
    sentence: &Sentence<'_>,
    facts: &mut Facts,
) {
    sale(text, passage, sentence, facts);
    do_not_track(passage, sentence, facts);
    minimum_age(passage, sentence, facts);
    identity_check(passage, sentence, facts);
    authority(passage, sentence, facts);
    automated_decision(passage, sentence, facts);
}

fn sale(text: &Text<'_>, passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    if words.has(&SOLD_BY_NONE) && !words.has(&QUALIFIED_SALE) {
        facts.add(Statement::Sale { sold: false }, passage, sentence);
        return;
    }
    let Some(found) = words.find(&SELLING) else {
        return;
    };
    // "Data are never sold": the phrase may hold the negation.
    let inside = words.any(found.clone(), &NEGATIONS);
    let denied = found.start == 0 && is_denied_by_lead(text, passage);
    let negated = denied || inside || words.is_negated(found.start);
    // A club that "is sold" sells nothing, but one of which "does not sell" is said denies it.
    let ours = negated && words.any(found.start.saturating_sub(8)..found.start, &SELLERS);
    let subject = denied || ours || subject_before(words, found.start);
    if words.has(&QUALIFIED_SALE) {
        return;
    }
    if negated && subject && !words.has(&THEY_SELL) {
        facts.add(Statement::Sale { sold: false }, passage, sentence);
    } else if !negated && subject && !words.has(&UNCLEAR_SALE) {
        facts.add(Statement::Sale { sold: true }, passage, sentence);
    }
}

/// True for an item under "We do not:".
fn is_denied_by_lead(text: &Text<'_>, passage: &Passage<'_>) -> bool {
    let lead = text.lead(passage).and_then(|l| l.sentences.last());
    lead.is_some_and(|s| {
        let last = s.words.len().saturating_sub(2)..s.words.len();
        s.words.any(last, &NEGATIONS) && s.words.any(0..s.words.len(), &WE)
    })
}

/// True where the sentence says that data is not sold.
pub(crate) fn denies_sale(words: &Words<'_>) -> bool {
    let negated = |found: std::ops::Range<usize>| words.is_negated(found.start);
    words.has(&SOLD_BY_NONE) || words.find(&SELLING).is_some_and(negated)
}

/// True where "we", or a name, is who sells: within eight words before the verb, or right after
/// it where the language may put it there.
fn subject_before(words: &Words<'_>, verb: usize) -> bool {
    let names = !words.language().has(&CAPITAL_NOUNS);
    let before = (verb.saturating_sub(8)..verb).rev().any(|i| {
        let opens = i > 0 || words.is(1, &SUBJECT_VERBS);
        words.is(i, &WE) || (names && words.is_capital(i) && opens)
    });
    before || words.any(verb + 1..verb + 4, &WE)
}

fn do_not_track(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    let named = names_signal(words);
    if !named && !previous(passage, sentence).is_some_and(|p| names_signal(&p.words)) {
        return;
    }
    if words.text().ends_with('?') {
        return;
    }
    let ignored = words.find(&DNT_IGNORED);
    if ignored.is_some_and(|found| !words.is_negated(found.start)) && !words.has(&THIRD_PARTIES) {
        facts.add(Statement::DoNotTrack { honoured: false }, passage, sentence);
        return;
    }
    if words.has(&DNT_KEPT) {
        facts.add(Statement::DoNotTrack { honoured: true }, passage, sentence);
        return;
    }
    let Some(verb) = words.find(&DNT_VERBS) else {
        return;
    };
    let ours = is_our_verb(words, verb.start);
    if !ours || !named && !words.has(&SIGNALS) || words.has(&THIRD_PARTIES) {
        return;
    }
    // The name of the signal holds a "not" of its own.
    let before = words.is_negated_before(verb.start) && !inside_name(words, verb.start);
    let negated = before || words.is_negated_after(verb.start);
    let changes = words.is(verb.start, &DNT_ACTIONS);
    match (negated, changes) {
        (true, _) => facts.add(Statement::DoNotTrack { honoured: false }, passage, sentence),
        (false, false) => facts.add(Statement::DoNotTrack { honoured: true }, passage, sentence),
        (false, true) => {}
    }
}

/// True where Do Not Track is a name: "we do not track you" is none.
fn names_signal(words: &Words<'_>) -> bool {
    words.find(&DNT).is_some_and(|found| {
        let quoted = words
            .before(found.start)
            .ends_with(['"', '“', '„', '«', '‘', '\'']);
        quoted || words.is_capital(found.end - 1) || words.has(&SIGNALS)
    })
}

/// True where "we", our sites or the company's name is the subject of this verb.
fn is_our_verb(words: &Words<'_>, verb: usize) -> bool {
    for i in (verb.saturating_sub(8)..verb).rev() {
        if words.is(i, &DNT_OTHERS) {
            return false;
        }
        let opens = i == 0 && words.is(1, &SUBJECT_VERBS);
        if words.is(i, &OURS) || words.is(i, &WE) || words.is_capital(i) || opens {
            return true;
        }
    }
    false
}

/// True where the only negation before the verb is that of "Do Not Track".
fn inside_name(words: &Words<'_>, verb: usize) -> bool {
    let start = verb.saturating_sub(8);
    let mut negations = (start..verb).filter(|i| words.is(*i, &NEGATIONS));
    negations.all(|i| words.lower(i) == "not" && words.lower(i + 1) == "track")
}

fn previous<'p, 'd>(passage: &'p Passage<'d>, sentence: &Sentence<'_>) -> Option<&'p Sentence<'d>> {
    let sentences = &passage.sentences;
    let at = sentences.partition_point(|s| s.range.start < sentence.range.start);
    sentences.get(at.checked_sub(1)?)
}

fn minimum_age(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    if !words.has(&AGE_SUBJECT) || words.has(&OTHER_AGE) {
        return;
    }
    let Some(found) = words.find(&AGES) else {
        return;
    };
    let mut ages = found.clone().filter_map(|i| age(words, i));
    // Ages below ten or above twenty-one are no limits of use but part of something else.
    if let Some(age) = ages.next_back().filter(|a| (10..=21).contains(a)) {
        facts.add(Statement::MinimumAge { years: age }, passage, sentence);
    }
}

/// The number that this word writes, in digits or in letters.
fn age(words: &Words<'_>, at: usize) -> Option<u8> {
    let word = words.lower(at);
    let named = || {
        let mut pairs = NUMBER_VALUES.all(words.language());
        pairs.find_map(|pair| pair.split_once('=').filter(|(name, _)| *name == word))
    };
    word.parse()
        .ok()
        .or_else(|| named().and_then(|(_, value)| value.parse().ok()))
}

fn identity_check(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    let Some(found) = words.find(&IDENTITY) else {
        return;
    };
    let on_request = words.has(&REQUEST_CONTEXT) || passage.heading.has(&REQUEST_CONTEXT);
    let required = words.has(&IDENTITY_FAILED) || !words.is_negated(found.start);
    if on_request && required {
        facts.add(Statement::IdentityCheck, passage, sentence);
    }
}

fn authority(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    if !sentence.words.has(&COMPLAINT) {
        return;
    }
    for (name, _) in AUTHORITIES.find_all(&sentence.words) {
        let name = name.to_owned();
        facts.add(Statement::Authority { name }, passage, sentence);
    }
}

fn automated_decision(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    let Some(found) = words.find(&AUTOMATED) else {
        return;
    };
    let by_us = words.has(&IMPERSONAL) || words.any(found.start.saturating_sub(5)..found.end, &WE);
    if !by_us || words.is(0, &CONDITION_OPENERS) {
        return;
    }
    let made = !words.is_negated(found.start) && !words.any(found.clone(), &DENIALS);
    facts.add(Statement::AutomatedDecision { made }, passage, sentence);
}

/// True where the sentence speaks of what is stated at all, whatever it says.
pub(super) fn speaks_of(words: &Words<'_>, statement: &Statement) -> bool {
    match statement {
        Statement::Sale { .. } => words.has(&SPEAKS_OF_SALE),
        Statement::DoNotTrack { .. } => words.has(&DNT),
        Statement::MinimumAge { .. } => words.has(&SPEAKS_OF_AGE),
        Statement::IdentityCheck => words.has(&SPEAKS_OF_IDENTITY),
        Statement::AutomatedDecision { .. } => words.has(&SPEAKS_OF_AUTOMATION),
        Statement::Authority { name } => AUTHORITIES.names(words, name),
        _ => false,
    }
}
