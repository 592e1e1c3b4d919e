//! Headlines that state what a fact now is, was, or is no longer.

use super::{
    ground::{Candidate, Ground},
    groups::{group, replaced},
    items::{Item, candidate, importance, items},
    periods::retention,
    wording::{TERM, cut, with_list, with_text, with_two},
};
use crate::facts::REQUESTS;
use model::{Contact, ContactRole, Fact, FactKind, FactStatus, Right};
use text::sorting::sort_by_key;

pub(super) fn candidates(ground: &Ground<'_, '_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for kind in FactKind::ALL {
        let [changed, mut added, mut removed] =
            [FactStatus::Changed, FactStatus::Added, FactStatus::Removed]
                .map(|status| items(ground, *kind, status));
        if *kind == FactKind::Recipient {
            found.extend(replaced(ground, &mut added, &mut removed));
        }
        for (status, items) in [
            (FactStatus::Changed, changed),
            (FactStatus::Added, added),
            (FactStatus::Removed, removed),
        ] {
            if !items.is_empty() {
                found.extend(write(ground, *kind, status, &items));
            }
        }
    }
    found
}

fn write(
    ground: &Ground<'_, '_>,
    kind: FactKind,
    status: FactStatus,
    items: &[Item<'_>],
) -> Vec<Candidate> {
    match kind {
        FactKind::Contact => items
            .iter()
            .filter_map(|i| contact(ground, status, i))
            .collect(),
        FactKind::Retention => retention(ground, status, items),
        FactKind::Transfer => transfers(ground, status, items),
        FactKind::Recipient
        | FactKind::Right
        | FactKind::LegalBasis
        | FactKind::Authority
        | FactKind::SecurityMeasure => list(ground, kind, status, items).into_iter().collect(),
        _ => items
            .iter()
            .filter_map(|i| single(ground, kind, status, i))
            .collect(),
    }
}

/// Right after the rights: whom readers in the European Union or the United Kingdom can turn to.
const REPRESENTATIVE: u32 = 88;

fn contact(ground: &Ground<'_, '_>, status: FactStatus, item: &Item<'_>) -> Option<Candidate> {
    let say = ground.headlines;
    // Behind that many characters an address is the same to a reader.
    let shown = |address: &str| cut(address, TERM + 10);
    let (new, old) = (&shown(item.value()), &shown(item.old_value()));
    if bare(item.value()) == bare(item.old_value()) && status == FactStatus::Changed {
        return None;
    }
    // A general address serves for requests, but the text does not say that they go there.
    let requests = item.about() == Some(REQUESTS) && is_for_privacy(ground, item);
    let headline = match (status, item.about()) {
        (FactStatus::Added | FactStatus::Removed, Some(REQUESTS)) if !requests => return None,
        (FactStatus::Changed, Some(REQUESTS)) if !requests => {
            with_two(&|n, o| say.contact_changed(n, o), new, old)
        }
        (FactStatus::Changed, Some(REQUESTS)) => {
            with_two(&|n, o| say.requests_changed(n, o), new, old)
        }
        (FactStatus::Added, Some(REQUESTS)) => with_text(&|n| say.requests_added(n), new),
        (FactStatus::Removed, Some(REQUESTS)) => with_text(&|o| say.requests_removed(o), new),
        (FactStatus::Changed, _) => with_two(&|n, o| say.contact_changed(n, o), new, old),
        (FactStatus::Added, Some("dpo")) => with_text(&|n| say.officer_named(n), new),
        (FactStatus::Added, Some("eu-representative")) => {
            with_text(&|n| say.eu_representative_named(n), new)
        }
        (FactStatus::Added, Some("uk-representative")) => {
            with_text(&|n| say.uk_representative_named(n), new)
        }
        _ => return None,
    };
    let mut candidate = candidate(ground, FactKind::Contact, headline, &[item]);
    candidate.importance = match item.about() {
        Some(REQUESTS) => candidate.importance,
        Some("eu-representative" | "uk-representative") => REPRESENTATIVE,
        _ => importance(FactKind::IdentityCheck),
    };
    Some(candidate)
}

/// True where every version's own words make the contact one for privacy.
fn is_for_privacy(ground: &Ground<'_, '_>, item: &Item<'_>) -> bool {
    let is_private = |contacts: &[Contact], fact: Option<&Fact>| {
        fact.is_none_or(|f| {
            contacts.iter().any(|c| {
                c.value == f.value && matches!(c.role, ContactRole::Privacy | ContactRole::Dpo)
            })
        })
    };
    is_private(&ground.new_reading.contacts, item.new)
        && is_private(&ground.old_reading.contacts, item.old)
}

/// An address without scheme and final slash, which readers do not tell apart.
fn bare(address: &str) -> String {
    let lower = address.to_lowercase();
    let bare = lower
        .trim_start_matches("https://")
        .trim_start_matches("http://");
    bare.trim_end_matches('/').to_owned()
}

fn transfers(ground: &Ground<'_, '_>, status: FactStatus, items: &[Item<'_>]) -> Vec<Candidate> {
    const SAFEGUARDS: &[&str] = &[
        "Standard Contractual Clauses",
        "Data Privacy Framework",
        "Privacy Shield",
        "Binding Corporate Rules",
        "adequacy decision",
    ];
    let say = ground.headlines;
    let (safeguards, countries): (Vec<_>, Vec<_>) =
        items.iter().partition(|i| SAFEGUARDS.contains(&i.value()));
    let mut found = Vec::new();
    for (group, is_safeguard) in [(safeguards, true), (countries, false)] {
        if group.is_empty() {
            continue;
        }
        let name = |i: &&Item<'_>| match is_safeguard {
            true => say.safeguard(i.value()),
            false => say.country(i.value()),
        };
        let names: Vec<_> = group.iter().map(name).collect();
        let write = |l: &str| match (is_safeguard, status) {
            (true, FactStatus::Added) => say.safeguards_added(l),
            (true, _) => say.safeguards_removed(l),
            (false, FactStatus::Added) => say.countries_added(l),
            (false, _) => say.countries_removed(l),
        };
        found.push(candidate(
            ground,
            FactKind::Transfer,
            with_list(&write, &names),
            &group,
        ));
    }
    found
}

fn list(
    ground: &Ground<'_, '_>,
    kind: FactKind,
    status: FactStatus,
    items: &[Item<'_>],
) -> Option<Candidate> {
    let say = ground.headlines;
    let added = status == FactStatus::Added;
    let name = |i: &Item<'_>| match kind {
        FactKind::Right => say.right(i.value()),
        FactKind::LegalBasis => say.basis(i.value()),
        FactKind::SecurityMeasure => say.measure(i.value()),
        _ => i.value().to_owned(),
    };
    let mut named: Vec<_> = items.iter().collect();
    if kind == FactKind::Right {
        // In the order in which laws name them, whatever order the text has.
        sort_by_key(&mut named, |i| Right::from_key(i.value()));
    }
    let names: Vec<_> = named.into_iter().map(name).collect();
    let write = |l: &str| match (kind, added) {
        (FactKind::Recipient, true) => say.recipients_added(l),
        (FactKind::Recipient, false) => say.recipients_removed(l),
        (FactKind::Right, true) => say.rights_added(l),
        (FactKind::Right, false) => say.rights_removed(l),
        (FactKind::LegalBasis, true) => say.bases_added(l),
        (FactKind::LegalBasis, false) => say.bases_removed(l),
        (FactKind::Authority, true) => say.authorities_added(l),
        (FactKind::Authority, false) => say.authorities_removed(l),
        (_, true) => say.measures_added(l),
        (_, false) => say.measures_removed(l),
    };
    let items: Vec<_> = items.iter().collect();
    let group = match kind {
        FactKind::Right | FactKind::LegalBasis => group(ground, &items),
        _ => None,
    };
    let write = |l: &str| match &group {
        Some(group) => [&write(l), " (", &say.quoted(group), ")"].concat(),
        None => write(l),
    };
    (status != FactStatus::Changed)
        .then(|| candidate(ground, kind, with_list(&write, &names), &items))
}

fn single(
    ground: &Ground<'_, '_>,
    kind: FactKind,
    status: FactStatus,
    item: &Item<'_>,
) -> Option<Candidate> {
    let say = ground.headlines;
    let (new, old) = (item.value(), item.old_value());
    let stated = status != FactStatus::Removed;
    let headline = match (kind, stated, new) {
        (FactKind::EffectiveDate, true, _) if status == FactStatus::Changed => {
            say.date_changed(new, old)
        }
        (FactKind::Sale, true, "says-no") => say.sale_denied(),
        (FactKind::Sale, true, _) => say.sale_stated(),
        (FactKind::Sale, false, "says-no") => say.sale_denial_removed(),
        (FactKind::Sale, false, _) => say.sale_statement_removed(),
        (FactKind::DoNotTrack, true, "honours") => say.signal_honoured(),
        (FactKind::DoNotTrack, true, _) => say.signal_ignored(),
        (FactKind::DoNotTrack, false, _) => say.signal_removed(),
        (FactKind::MinimumAge, true, _) if status == FactStatus::Changed => {
            say.age_changed(new, old)
        }
        (FactKind::MinimumAge, true, _) => say.age(new),
        (FactKind::MinimumAge, false, _) => say.age_removed(new),
        (FactKind::IdentityCheck, true, _) => say.identity_added(),
        (FactKind::IdentityCheck, false, _) => say.identity_removed(),
        (FactKind::AutomatedDecision, true, "says-no") => say.automation_denied(),
        (FactKind::AutomatedDecision, true, _) => say.automation_stated(),
        (FactKind::AutomatedDecision, false, _) => say.automation_removed(),
        _ => return None,
    };
    Some(candidate(ground, kind, headline, &[item]))
}
