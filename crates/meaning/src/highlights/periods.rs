//! Headlines on how long data is kept.

use super::{
    ground::{Candidate, Ground},
    items::{Item, candidate},
    wording::{TERM, cut, with_list, with_text},
};
use crate::{
    languages::{
        changes::{CONDITION_WORDS, POSSIBLE},
        periods::{BARE, CLAUSES, NOMINAL},
        retention::{ENDING, KEEPING},
    },
    pairs::{ends, span},
    words::{Dictionary, Words},
};
use model::{Fact, FactKind, FactStatus};

/// More periods than this are told together.
const FEW: usize = 2;

pub(super) fn retention(
    ground: &Ground<'_, '_>,
    status: FactStatus,
    items: &[Item<'_>],
) -> Vec<Candidate> {
    if status == FactStatus::Changed {
        let changed = items.iter().filter_map(|i| changed_period(ground, i));
        return changed.collect();
    }
    if status == FactStatus::Added && items.len() <= FEW {
        let new = items.iter().filter_map(|i| new_period(ground, i));
        return new.collect();
    }
    let say = ground.headlines;
    let write = |l: &str| match status {
        FactStatus::Added => say.periods_added(l),
        _ => say.periods_removed(l),
    };
    let periods: Vec<_> = items.iter().map(|i| listed(ground, i)).collect();
    let items: Vec<_> = items.iter().collect();
    let headline = with_list(&write, &periods);
    vec![candidate(ground, FactKind::Retention, headline, &items)]
}

/// A period in a list, with what it is about.
fn listed(ground: &Ground<'_, '_>, item: &Item<'_>) -> String {
    let period = match (item.new, item.old) {
        (Some(fact), _) => bare(ground, fact, ground.language_of(&fact.evidence, true)),
        (None, Some(fact)) => bare(ground, fact, ground.language_of(&fact.evidence, false)),
        (None, None) => String::new(),
    };
    about(&period, item.about())
}

/// A period with what it is about.
fn about(period: &str, about: Option<&str>) -> String {
    match about {
        Some(about) => [period, " (", &cut(about, TERM), ")"].concat(),
        None => period.to_owned(),
    }
}

/// True for a period that is quoted: no part of a sentence, but one of its own.
fn is_clause(fact: &Fact, language: Dictionary<'_>) -> bool {
    Words::new(&fact.value, language).has(&CLAUSES)
}

/// The period as it stands behind no preposition: what is "30 Tagen" behind "von" is "30 Tage"
/// alone. One that says when data goes has its preposition with it.
fn bare(ground: &Ground<'_, '_>, fact: &Fact, language: Dictionary<'_>) -> String {
    let period = uncapitalized(&cut(&fact.value, ROOM));
    let (head, last) = match period.rsplit_once(' ') {
        Some((head, last)) if !ends(fact, &ground.languages) => (head, last),
        _ => return period,
    };
    let lower = last.to_lowercase();
    let mut pairs = BARE.all(language).filter_map(|pair| pair.split_once('='));
    match pairs.find(|(inflected, _)| *inflected == lower) {
        Some((_, form)) => [head, " ", form].concat(),
        None => period,
    }
}

/// The period as it stands within a sentence: what opened one of its own had a capital.
fn uncapitalized(period: &str) -> String {
    let mut chars = period.chars();
    match (chars.next(), chars.as_str()) {
        (Some(first), rest) if rest.starts_with(|c: char| c.is_lowercase() || c == ' ') => {
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => period.to_owned(),
    }
}

/// Characters for a period; longer ones are clauses.
const ROOM: usize = 60;

/// The period as it stands in a sentence: "for the lifetime of the company". Words of another
/// language than the headline's, and clauses, are quoted.
fn spoken(ground: &Ground<'_, '_>, fact: &Fact, is_new: bool) -> String {
    let say = ground.headlines;
    let language = ground.language_of(&fact.evidence, is_new);
    let words = Words::new(&fact.value, language);
    if language.index() != say.index() || is_clause(fact, language) {
        return say.quoted(&cut(&fact.value, ROOM));
    }
    let period = bare(ground, fact, language);
    match words.has(&NOMINAL) {
        true => say.period_nominal(&period),
        false => period,
    }
}

fn new_period(ground: &Ground<'_, '_>, item: &Item<'_>) -> Option<Candidate> {
    let fact = item.new?;
    let say = ground.headlines;
    let language = ground.language_of(&fact.evidence, true);
    let words = Words::new(&fact.evidence.quote, language);
    let possible = words.has(&POSSIBLE);
    let is_end = ends(fact, &ground.languages);
    if possible && is_end {
        return None;
    }
    if !is_end && words.has(&ENDING) && !words.has(&KEEPING) {
        // "We delete it six months after you left": neither kept nor deleted six months.
        let headline = with_list(&|l| say.periods_added(l), &[listed(ground, item)]);
        return Some(candidate(ground, FactKind::Retention, headline, &[item]));
    }
    let period = spoken(ground, fact, true);
    let period = period.as_str();
    if is_clause(fact, language) {
        let period = about(period, fact.about.as_deref());
        let write = |p: &str| match is_end {
            true => say.deletion_clause(p),
            false => say.retention_clause(p),
        };
        let headline = with_list(&write, &[period]);
        return Some(candidate(ground, FactKind::Retention, headline, &[item]));
    }
    let write = |about: &str| match (is_end, about) {
        (false, "") if possible => say.retention_possible_some(period),
        (false, about) if possible => say.retention_possible(period, about),
        (false, "") => say.retention_some(period),
        (true, "") => say.deletion_some(period),
        (false, about) => say.retention(period, about),
        (true, about) => say.deletion(period, about),
    };
    let headline = match (&fact.about, condition(fact, language)) {
        (None, Some(condition)) => with_text(&|c| write(&say.quoted(c)), condition),
        (about, _) => with_list(&write, &[about.clone().unwrap_or_default()]),
    };
    Some(candidate(ground, FactKind::Retention, headline, &[item]))
}

/// The words of a condition at the start of the sentence, before the period: without them the
/// headline would promise to all what is said to some.
fn condition<'f>(fact: &'f Fact, language: Dictionary<'f>) -> Option<&'f str> {
    let words = Words::new(&fact.evidence.quote, language);
    let comma = (1..words.len()).find(|i| words.before(*i).contains(','))?;
    let clause = words.bytes(0..comma);
    let between = fact.evidence.quote.split_once(&fact.value)?.0;
    // What is set apart has conditions of its own.
    let is_apart = between
        .get(clause.end..)?
        .contains(['(', ';', ':', '–', '—']);
    let is_condition = words.is(0, &CONDITION_WORDS) && !is_apart;
    is_condition.then(|| words.slice(0..comma))
}

fn changed_period(ground: &Ground<'_, '_>, item: &Item<'_>) -> Option<Candidate> {
    let (old, new) = (item.old?, item.new?);
    if span(&old.value) == span(&new.value) && !span(&new.value).is_empty() {
        return None;
    }
    let say = ground.headlines;
    let about = new.about.as_deref().or(old.about.as_deref()).unwrap_or("—");
    let (now, before) = (spoken(ground, new, true), spoken(ground, old, false));
    let (now, before) = (cut(&now, TERM), cut(&before, TERM));
    let write = |about: &str| match ends(new, &ground.languages) {
        true => say.deletion_changed(&now, &before, about),
        false => say.retention_changed(&now, &before, about),
    };
    let headline = with_list(&write, &[about.to_owned()]);
    Some(candidate(ground, FactKind::Retention, headline, &[item]))
}
