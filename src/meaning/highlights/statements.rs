//! Headlines that state what a fact now is, was, or is no longer.

use super::{
    Candidate, Ground,
    periods::retention,
    wording::{LOCALE, with_list},
};
use crate::{
    compare::ChangeId,
    meaning::{
        facts::{REQUESTS, is_mentioned},
        model::{Contact, ContactRole, Fact, FactChange, FactKind, FactStatus, Highlight, Topic},
    },
};

/// One fact change with its facts.
pub(super) struct Item<'f> {
    position: usize,
    pub(super) old: Option<&'f Fact>,
    pub(super) new: Option<&'f Fact>,
    changes: Vec<ChangeId>,
}

impl Item<'_> {
    pub(super) fn value(&self) -> &str {
        self.new.or(self.old).map_or("", |f| f.value.as_str())
    }

    fn old_value(&self) -> &str {
        self.old.map_or("", |f| f.value.as_str())
    }

    pub(super) fn about(&self) -> Option<&str> {
        self.new.or(self.old).and_then(|f| f.about.as_deref())
    }
}

pub(super) fn candidates(ground: &Ground<'_, '_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for kind in FactKind::ALL {
        for status in [FactStatus::Changed, FactStatus::Added, FactStatus::Removed] {
            let items = items(ground, *kind, status);
            if !items.is_empty() {
                found.extend(write(ground, *kind, status, &items));
            }
        }
    }
    found
}

/// The fact changes of one kind and status whose words really changed.
fn items<'g>(ground: &Ground<'g, '_>, kind: FactKind, status: FactStatus) -> Vec<Item<'g>> {
    let of_kind = ground.facts.iter().enumerate();
    let of_kind = of_kind.filter(|(_, f)| f.kind == kind && f.change == status);
    of_kind
        .filter_map(|(position, change)| item(ground, position, change))
        .collect()
}

fn item<'g>(ground: &Ground<'g, '_>, position: usize, change: &FactChange) -> Option<Item<'g>> {
    let old = change.old.and_then(|i| ground.old_reading.facts.get(i));
    let new = change.new.and_then(|i| ground.new_reading.facts.get(i));
    let proven = match (old, new) {
        (Some(old), Some(new)) => {
            old.kind == FactKind::EffectiveDate
                || !(is_mentioned(ground.old, new) && is_mentioned(ground.new, old))
        }
        (None, Some(new)) => !is_mentioned(ground.old, new),
        (Some(old), None) => !is_mentioned(ground.new, old),
        (None, None) => false,
    };
    let new_change = new.and_then(|f| ground.change_of(&f.evidence, true));
    let old_change = old.and_then(|f| ground.change_of(&f.evidence, false));
    let mut changes: Vec<_> = new_change.into_iter().chain(old_change).collect();
    changes.retain(|c| !ground.is_same_text(*c));
    changes.dedup();
    let has_ground = !changes.is_empty() || kind_of(old, new) == Some(FactKind::EffectiveDate);
    (proven && has_ground).then_some(Item {
        position,
        old,
        new,
        changes,
    })
}

fn kind_of(old: Option<&Fact>, new: Option<&Fact>) -> Option<FactKind> {
    new.or(old).map(|f| f.kind)
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
        FactKind::Transfer => transfers(status, items),
        FactKind::Recipient
        | FactKind::Right
        | FactKind::LegalBasis
        | FactKind::Authority
        | FactKind::SecurityMeasure => list(kind, status, items).into_iter().collect(),
        _ => items
            .iter()
            .filter_map(|i| single(kind, status, i))
            .collect(),
    }
}

/// How much a kind of fact matters to a reader who decides whether to act: whom to ask first,
/// then what happens to the data and which choices are honoured, then how the policy justifies
/// and protects it.
fn importance(kind: FactKind) -> u32 {
    match kind {
        FactKind::Contact => 100,
        FactKind::Retention => 95,
        FactKind::Sale => 94,
        FactKind::Recipient => 92,
        FactKind::Right => 90,
        FactKind::DoNotTrack => 84,
        FactKind::Transfer => 80,
        FactKind::MinimumAge | FactKind::AutomatedDecision => 75,
        FactKind::LegalBasis => 64,
        FactKind::Authority | FactKind::IdentityCheck => 55,
        FactKind::SecurityMeasure => 50,
        FactKind::EffectiveDate => 5,
    }
}

fn topic(kind: FactKind, value: &str) -> Topic {
    match kind {
        FactKind::Contact | FactKind::Authority => Topic::Contact,
        FactKind::EffectiveDate => Topic::PolicyChange,
        FactKind::Retention => Topic::DataRetention,
        FactKind::Recipient | FactKind::Sale => Topic::ThirdPartySharing,
        FactKind::Right if value.starts_with("opt-out") || value == "withdraw-consent" => {
            Topic::ChoiceControl
        }
        FactKind::Right | FactKind::IdentityCheck => Topic::AccessEditDeletion,
        FactKind::LegalBasis | FactKind::AutomatedDecision => Topic::FirstPartyCollection,
        FactKind::Transfer | FactKind::MinimumAge => Topic::InternationalSpecificAudiences,
        FactKind::DoNotTrack => Topic::DoNotTrack,
        FactKind::SecurityMeasure => Topic::DataSecurity,
    }
}

pub(super) fn candidate(kind: FactKind, headline: String, items: &[&Item<'_>]) -> Candidate {
    let mut changes: Vec<_> = items
        .iter()
        .flat_map(|i| i.changes.iter().copied())
        .collect();
    changes.sort_unstable();
    changes.dedup();
    let facts = items.iter().map(|i| i.position).collect();
    let topic = topic(kind, items.first().map_or("", |i| i.value()));
    let highlight = Highlight {
        headline,
        topic,
        changes,
        facts,
    };
    Candidate {
        importance: importance(kind),
        highlight,
    }
}

/// Right after the rights: whom readers in the European Union or the United Kingdom can turn to.
const REPRESENTATIVE: u32 = 88;

fn contact(ground: &Ground<'_, '_>, status: FactStatus, item: &Item<'_>) -> Option<Candidate> {
    let shown = |value: &str| super::wording::cut(value, 50);
    let (new, old) = (shown(item.value()), shown(item.old_value()));
    if bare(item.value()) == bare(item.old_value()) && status == FactStatus::Changed {
        return None;
    }
    // A general address serves for requests, but the text does not say that they go there.
    let requests = item.about() == Some(REQUESTS) && is_for_privacy(ground, item);
    let headline = match (status, item.about()) {
        (FactStatus::Added | FactStatus::Removed, Some(REQUESTS)) if !requests => return None,
        (FactStatus::Changed, Some(REQUESTS)) if !requests => {
            LOCALE.headline_contact_changed(&new, &old)
        }
        (FactStatus::Changed, Some(REQUESTS)) => LOCALE.headline_requests_changed(&new, &old),
        (FactStatus::Added, Some(REQUESTS)) => LOCALE.headline_requests_added(&new),
        (FactStatus::Removed, Some(REQUESTS)) => LOCALE.headline_requests_removed(&new),
        (FactStatus::Changed, _) => LOCALE.headline_contact_changed(&new, &old),
        (FactStatus::Added, Some("dpo")) => LOCALE.headline_officer_named(&new),
        (FactStatus::Added, Some("eu-representative")) => {
            LOCALE.headline_eu_representative_named(&new)
        }
        (FactStatus::Added, Some("uk-representative")) => {
            LOCALE.headline_uk_representative_named(&new)
        }
        _ => return None,
    };
    let mut candidate = candidate(FactKind::Contact, headline, &[item]);
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

fn transfers(status: FactStatus, items: &[Item<'_>]) -> Vec<Candidate> {
    const SAFEGUARDS: &[&str] = &[
        "Standard Contractual Clauses",
        "Data Privacy Framework",
        "Privacy Shield",
        "Binding Corporate Rules",
        "adequacy decision",
    ];
    let (safeguards, countries): (Vec<_>, Vec<_>) =
        items.iter().partition(|i| SAFEGUARDS.contains(&i.value()));
    let mut found = Vec::new();
    for (group, is_safeguard) in [(safeguards, true), (countries, false)] {
        if group.is_empty() {
            continue;
        }
        let names: Vec<_> = group.iter().map(|i| i.value().to_owned()).collect();
        let write = |l: &str| match (is_safeguard, status) {
            (true, FactStatus::Added) => LOCALE.headline_safeguards_added(l),
            (true, _) => LOCALE.headline_safeguards_removed(l),
            (false, FactStatus::Added) => LOCALE.headline_countries_added(l),
            (false, _) => LOCALE.headline_countries_removed(l),
        };
        found.push(candidate(
            FactKind::Transfer,
            with_list(write, &names),
            &group,
        ));
    }
    found
}

fn list(kind: FactKind, status: FactStatus, items: &[Item<'_>]) -> Option<Candidate> {
    let added = status == FactStatus::Added;
    let name = |i: &Item<'_>| match kind {
        FactKind::Right => LOCALE.headline_right(i.value()),
        FactKind::LegalBasis => LOCALE.headline_basis(i.value()),
        _ => i.value().to_owned(),
    };
    let names: Vec<_> = items.iter().map(name).collect();
    let write = |l: &str| match (kind, added) {
        (FactKind::Recipient, true) => LOCALE.headline_recipients_added(l),
        (FactKind::Recipient, false) => LOCALE.headline_recipients_removed(l),
        (FactKind::Right, true) => LOCALE.headline_rights_added(l),
        (FactKind::Right, false) => LOCALE.headline_rights_removed(l),
        (FactKind::LegalBasis, true) => LOCALE.headline_bases_added(l),
        (FactKind::LegalBasis, false) => LOCALE.headline_bases_removed(l),
        (FactKind::Authority, true) => LOCALE.headline_authorities_added(l),
        (FactKind::Authority, false) => LOCALE.headline_authorities_removed(l),
        (_, true) => LOCALE.headline_measures_added(l),
        (_, false) => LOCALE.headline_measures_removed(l),
    };
    (status != FactStatus::Changed).then(|| {
        candidate(
            kind,
            with_list(write, &names),
            &items.iter().collect::<Vec<_>>(),
        )
    })
}

fn single(kind: FactKind, status: FactStatus, item: &Item<'_>) -> Option<Candidate> {
    let (new, old) = (item.value(), item.old_value());
    let stated = status != FactStatus::Removed;
    let headline = match (kind, stated, new) {
        (FactKind::EffectiveDate, true, _) if status == FactStatus::Changed => {
            LOCALE.headline_date_changed(new, old)
        }
        (FactKind::Sale, true, "says-no") => LOCALE.headline_sale_denied().to_owned(),
        (FactKind::Sale, true, _) => LOCALE.headline_sale_stated().to_owned(),
        (FactKind::Sale, false, "says-no") => LOCALE.headline_sale_denial_removed().to_owned(),
        (FactKind::Sale, false, _) => LOCALE.headline_sale_statement_removed().to_owned(),
        (FactKind::DoNotTrack, true, "honours") => LOCALE.headline_signal_honoured().to_owned(),
        (FactKind::DoNotTrack, true, _) => LOCALE.headline_signal_ignored().to_owned(),
        (FactKind::DoNotTrack, false, _) => LOCALE.headline_signal_removed().to_owned(),
        (FactKind::MinimumAge, true, _) if status == FactStatus::Changed => {
            LOCALE.headline_age_changed(new, old)
        }
        (FactKind::MinimumAge, true, _) => LOCALE.headline_age(new),
        (FactKind::MinimumAge, false, _) => LOCALE.headline_age_removed(new),
        (FactKind::IdentityCheck, true, _) => LOCALE.headline_identity_added().to_owned(),
        (FactKind::IdentityCheck, false, _) => LOCALE.headline_identity_removed().to_owned(),
        (FactKind::AutomatedDecision, true, "says-no") => {
            LOCALE.headline_automation_denied().to_owned()
        }
        (FactKind::AutomatedDecision, true, _) => LOCALE.headline_automation_stated().to_owned(),
        (FactKind::AutomatedDecision, false, _) => LOCALE.headline_automation_removed().to_owned(),
        _ => return None,
    };
    Some(candidate(kind, headline, &[item]))
}
