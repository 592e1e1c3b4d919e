//! Headlines on how long data is kept.

use super::{
    ground::{Candidate, Ground},
    items::{Item, candidate},
    wording::{TERM, cut, with_list, with_text},
};
use crate::{
    facts::same_span,
    headlines::Headlines,
    languages::{
        changes::{CONDITION_WORDS, POSSIBLE},
        periods::{BARE, CLAUSES, NOMINAL},
        retention::{ENDING, KEEPING},
    },
    words::{Dictionary, Words},
};
use model::{Edge, Fact, FactStatus, Retention, Statement};

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
    let told = items
        .iter()
        .filter_map(|i| Told::of(ground, i.fact, i.is_new));
    let periods: Vec<_> = told.map(|told| told.listed()).collect();
    let items: Vec<_> = items.iter().collect();
    let headline = with_list(&write, &periods);
    candidate(ground, headline, &items).into_iter().collect()
}

/// A period of which a headline tells, by its words and their language.
struct Told<'f> {
    retention: &'f Retention,
    language: Dictionary<'f>,
    /// The policy's words for the period alone.
    words: Words<'f>,
}

impl<'f> Told<'f> {
    fn of<'d: 'f>(ground: &Ground<'_, 'd>, fact: &'f Fact, is_new: bool) -> Option<Self> {
        let Statement::Retention(retention) = &fact.statement else {
            return None;
        };
        let language = ground.language_of(&fact.evidence, is_new);
        Some(Self {
            retention,
            language,
            words: Words::new(retention.period.written(), language),
        })
    }

    /// True where it says when data goes: then its words have their preposition with them.
    fn is_end(&self) -> bool {
        self.retention.edge == Edge::Deleted
    }

    fn of_what(&self) -> Option<&'f str> {
        self.retention.of.as_deref()
    }

    /// The period in a list, with what it is about.
    fn listed(&self) -> String {
        with_subject(&self.bare(), self.of_what())
    }

    /// True for a period that is quoted: no part of a sentence, but one of its own.
    fn is_clause(&self) -> bool {
        self.words.has(&CLAUSES)
    }

    /// The period as it stands behind no preposition: what is "30 Tagen" behind "von" is "30
    /// Tage" alone.
    fn bare(&self) -> String {
        let period = uncapitalized(&cut(self.words.text(), ROOM));
        let (head, last) = match period.rsplit_once(' ') {
            Some((head, last)) if !self.is_end() => (head, last),
            _ => return period,
        };
        let lower = last.to_lowercase();
        let mut pairs = BARE.all(self.language).filter_map(|p| p.split_once('='));
        match pairs.find(|(inflected, _)| *inflected == lower) {
            Some((_, form)) => [head, " ", form].concat(),
            None => period,
        }
    }

    /// The period as it stands in a sentence: "for the lifetime of the company". Words of another
    /// language than the headline's, and clauses, are quoted.
    fn spoken(&self, say: Headlines<'_>) -> String {
        if self.language.index() != say.index() || self.is_clause() {
            return say.quoted(&cut(self.words.text(), ROOM));
        }
        let period = self.bare();
        if self.words.has(&NOMINAL) {
            say.period_nominal(&period)
        } else {
            period
        }
    }
}

/// A period with what it is about.
fn with_subject(period: &str, of: Option<&str>) -> String {
    match of {
        Some(of) => [period, " (", &cut(of, TERM), ")"].concat(),
        None => period.to_owned(),
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

fn new_period(ground: &Ground<'_, '_>, item: &Item<'_>) -> Option<Candidate> {
    let told = Told::of(ground, item.fact, true)?;
    let say = ground.headlines;
    let quote = ground
        .cutter
        .look_up(&item.fact.evidence.quote, told.language);
    let possible = quote.has(&POSSIBLE);
    let is_end = told.is_end();
    if possible && is_end {
        return None;
    }
    if !is_end && quote.has(&ENDING) && !quote.has(&KEEPING) {
        // "We delete it six months after you left": neither kept nor deleted six months.
        let headline = with_list(&|l| say.periods_added(l), &[told.listed()]);
        return candidate(ground, headline, &[item]);
    }
    let period = told.spoken(say);
    let period = period.as_str();
    if told.is_clause() {
        let period = with_subject(period, told.of_what());
        let write = |p: &str| {
            if is_end {
                say.deletion_clause(p)
            } else {
                say.retention_clause(p)
            }
        };
        return candidate(ground, with_list(&write, &[period]), &[item]);
    }
    let write = |of: &str| match (is_end, of) {
        (false, "") if possible => say.retention_possible_some(period),
        (false, of) if possible => say.retention_possible(period, of),
        (false, "") => say.retention_some(period),
        (true, "") => say.deletion_some(period),
        (false, of) => say.retention(period, of),
        (true, of) => say.deletion(period, of),
    };
    let headline = match (told.of_what(), condition(&quote, told.words.text())) {
        (None, Some(condition)) => with_text(&|c| write(&say.quoted(c)), condition),
        (of, _) => with_list(&write, &[of.unwrap_or_default().to_owned()]),
    };
    candidate(ground, headline, &[item])
}

/// The words of a condition at the start of the sentence, before the period: without them the
/// headline would promise to all what is said to some.
fn condition<'w>(sentence: &'w Words<'_>, period: &str) -> Option<&'w str> {
    let comma = (1..sentence.len()).find(|i| sentence.before(*i).contains(','))?;
    let clause = sentence.bytes(0..comma);
    let between = sentence.text().split_once(period)?.0;
    // What is set apart has conditions of its own.
    let is_apart = between
        .get(clause.end..)?
        .contains(['(', ';', ':', '–', '—']);
    let is_condition = sentence.is(0, &CONDITION_WORDS) && !is_apart;
    is_condition.then(|| sentence.slice(0..comma))
}

fn changed_period(ground: &Ground<'_, '_>, item: &Item<'_>) -> Option<Candidate> {
    let new = Told::of(ground, item.fact, true)?;
    let old = Told::of(ground, item.before?, false)?;
    if same_span(&old.retention.period, &new.retention.period) {
        return None;
    }
    let say = ground.headlines;
    let of = new.of_what().or(old.of_what()).unwrap_or("—");
    let (now, before) = (cut(&new.spoken(say), TERM), cut(&old.spoken(say), TERM));
    let write = |of: &str| {
        if new.is_end() {
            say.deletion_changed(&now, &before, of)
        } else {
            say.retention_changed(&now, &before, of)
        }
    };
    let headline = with_list(&write, &[of.to_owned()]);
    candidate(ground, headline, &[item])
}
