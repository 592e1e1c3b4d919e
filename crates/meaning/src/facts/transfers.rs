//! Transfers to other countries, and the safeguards named for them.

use std::ops::Range;

use super::collected::Facts;
use crate::{
    languages::transfers::{
        ABANDONED, COUNTRIES, ENUMERATION, LOCATED, MOVING, OF_DATA, OF_LAW, OTHER_PLACES,
        PRONOUN_LIKE, RELIED_ON, SAFEGUARDS, SUBJECT_TO,
    },
    words::{
        Words,
        text::{Passage, Sentence},
    },
};
use model::{Safeguard, Statement, Transfer};

pub(super) fn read(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    safeguards(passage, sentence, facts);
    countries(passage, sentence, facts);
}

fn safeguards(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    if !words.has(&RELIED_ON) || words.has(&ABANDONED) {
        return;
    }
    for (safeguard, cue) in SAFEGUARDS.find_all(words) {
        if words.is_negated(cue.start) {
            continue;
        }
        let safeguard = Safeguard::from_key(safeguard).map(Transfer::Safeguard);
        if let Some(safeguard) = safeguard {
            facts.add(
                Statement::Transfer {
                    transfer: safeguard,
                },
                passage,
                sentence,
            );
        }
    }
}

fn countries(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    let holds_verb = MOVING.patterns(words.language()).is_empty() || words.has(&MOVING);
    let mut from = 0;
    while let Some(located) = words.find_from(&LOCATED, from).filter(|_| holds_verb) {
        from = located.start + 1;
        countries_at(&located, passage, sentence, facts);
    }
}

/// The countries right behind a place where data is said to be or to go.
fn countries_at(
    located: &Range<usize>,
    passage: &Passage<'_>,
    sentence: &Sentence<'_>,
    facts: &mut Facts,
) {
    let words = &sentence.words;
    let subject_to = located.end >= 2 && words.is(located.end - 2, &SUBJECT_TO);
    if subject_to
        || words.find(&OF_DATA).is_none_or(|d| d.start >= located.end)
        || is_about_other_places(words, located.end)
    {
        return;
    }
    for (country, cue) in COUNTRIES.find_all_from(words, located.end) {
        let is_pronoun = is_pronoun(words, cue.start);
        let of_law = words.is(cue.end, &OF_LAW);
        if !is_pronoun && !of_law && in_enumeration(words, located.end, cue.start) {
            let country = Transfer::Country(country.to_owned());
            facts.add(Statement::Transfer { transfer: country }, passage, sentence);
        }
    }
}

fn is_about_other_places(words: &Words<'_>, located: usize) -> bool {
    words
        .find(&OTHER_PLACES)
        .is_some_and(|f| f.start <= located + 3)
}

/// True where only names of an enumeration stand between the preposition and the country.
fn in_enumeration(words: &Words<'_>, from: usize, country: usize) -> bool {
    (from..country).all(|i| words.is_capital(i) || words.is(i, &ENUMERATION))
        && from <= country
        && (from..=country).all(|i| !words.before(i).contains(['.', ';', '(']))
}

/// True where the sentence names this safeguard or country.
pub(super) fn names(words: &Words<'_>, transfer: &Transfer) -> bool {
    let (table, key) = match transfer {
        Transfer::Safeguard(safeguard) => (&SAFEGUARDS, safeguard.key()),
        Transfer::Country(country) => (&COUNTRIES, country.as_str()),
    };
    let mut named = table.find_all(words);
    named.any(|(name, cue)| name == key && !is_pronoun(words, cue.start))
}

/// True for "us", which is a country only in capitals.
fn is_pronoun(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &PRONOUN_LIKE) && !words.is_capital(at)
}
