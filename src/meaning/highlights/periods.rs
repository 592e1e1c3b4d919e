//! Headlines on how long data is kept.

use super::{
    Candidate, Ground,
    statements::{Item, candidate},
    wording::{LOCALE, cut, with_list},
};
use crate::meaning::{
    languages::{Language, changes::POSSIBLE},
    model::{FactKind, FactStatus},
    pairs::{ends, span},
    words::Words,
};

/// More periods than this are told together.
const FEW: usize = 2;

pub(super) fn retention(
    ground: &Ground<'_, '_>,
    status: FactStatus,
    items: &[Item<'_>],
) -> Vec<Candidate> {
    let (language, all) = (ground.new.language, ground.languages.as_slice());
    if status == FactStatus::Changed {
        return items
            .iter()
            .filter_map(|i| changed_period(i, language, all))
            .collect();
    }
    if status == FactStatus::Added && items.len() <= FEW {
        return items
            .iter()
            .filter_map(|i| new_period(i, language, all))
            .collect();
    }
    let write = |l: &str| match status {
        FactStatus::Added => LOCALE.headline_periods_added(l),
        _ => LOCALE.headline_periods_removed(l),
    };
    let periods: Vec<_> = items
        .iter()
        .map(|i| period_of(i.value(), i.about()))
        .collect();
    let headline = with_list(write, &periods);
    vec![candidate(
        FactKind::Retention,
        headline,
        &items.iter().collect::<Vec<_>>(),
    )]
}

fn period_of(period: &str, about: Option<&str>) -> String {
    match about {
        Some(about) => [period, " (", &cut(about, 45), ")"].concat(),
        None => period.to_owned(),
    }
}

/// The period as it follows a verb: "for the lifetime of the company". Words of another
/// language than the headline's are quoted.
fn spoken(period: &str, language: Language<'_>) -> String {
    if !language.is_first() {
        ["“", period, "”"].concat()
    } else if period.starts_with("the ") {
        ["for ", period].concat()
    } else {
        period.to_owned()
    }
}

fn new_period(item: &Item<'_>, language: Language<'_>, all: &[Language<'_>]) -> Option<Candidate> {
    let fact = item.new?;
    let period = spoken(&fact.value, language);
    let period = period.as_str();
    let possible = Words::new(&fact.evidence.quote, language).has(&POSSIBLE);
    if possible && ends(fact, all) {
        return None;
    }
    let write = |about: &str| match (ends(fact, all), about) {
        (false, "") if possible => LOCALE.headline_retention_possible_some(period),
        (false, about) if possible => LOCALE.headline_retention_possible(period, about),
        (false, "") => LOCALE.headline_retention_some(period),
        (true, "") => LOCALE.headline_deletion_some(period),
        (false, about) => LOCALE.headline_retention(period, about),
        (true, about) => LOCALE.headline_deletion(period, about),
    };
    let about = fact.about.clone().unwrap_or_default();
    Some(candidate(
        FactKind::Retention,
        with_list(write, &[about]),
        &[item],
    ))
}

fn changed_period(
    item: &Item<'_>,
    language: Language<'_>,
    all: &[Language<'_>],
) -> Option<Candidate> {
    let (old, new) = (item.old?, item.new?);
    if span(&old.value) == span(&new.value) && !span(&new.value).is_empty() {
        return None;
    }
    let about = new.about.as_deref().or(old.about.as_deref()).unwrap_or("—");
    let (now, before) = (spoken(&new.value, language), spoken(&old.value, language));
    let write = |about: &str| match ends(new, all) {
        true => LOCALE.headline_deletion_changed(&now, &before, about),
        false => LOCALE.headline_retention_changed(&now, &before, about),
    };
    Some(candidate(
        FactKind::Retention,
        with_list(write, &[about.to_owned()]),
        &[item],
    ))
}
