//! Changes of facts that a headline may state: those whose words really changed.

use std::collections::BTreeSet;

use super::ground::{Candidate, Ground};
use crate::{facts::is_mentioned, pairs::span};
use model::{ChangeId, Fact, FactChange, FactKind, FactStatus, Reading, Topic};

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

    pub(super) fn old_value(&self) -> &str {
        self.old.map_or("", |f| f.value.as_str())
    }

    pub(super) fn about(&self) -> Option<&str> {
        self.new.or(self.old).and_then(|f| f.about.as_deref())
    }
}

/// The fact changes of one kind and status whose words really changed.
pub(super) fn items<'g>(
    ground: &Ground<'g, '_>,
    kind: FactKind,
    status: FactStatus,
) -> Vec<Item<'g>> {
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
        (None, Some(new)) => !is_mentioned(ground.old, new) && !has_like(ground.old_reading, new),
        (Some(old), None) => !is_mentioned(ground.new, old) && !has_like(ground.new_reading, old),
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

/// True where the other version has a period that tells the same event in other words ("when you
/// close your account", "when you delete your account").
fn has_like(other: &Reading, fact: &Fact) -> bool {
    let is_event = |f: &&Fact| f.kind == FactKind::Retention && span(&f.value).is_empty();
    let mut events = other.facts.iter().filter(is_event);
    is_event(&fact) && events.any(|f| share_words(&f.value, &fact.value))
}

/// True where three fifths of the words of the longer one are in the other; words of fewer than
/// four letters say little by themselves.
pub(super) fn share_words(a: &str, b: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|w| w.chars().nth(3).is_some());
        words.map(str::to_lowercase).collect()
    };
    let (a, b) = (words(a), words(b));
    a.intersection(&b).count() * 5 >= a.len().max(b.len()) * 3
}

fn kind_of(old: Option<&Fact>, new: Option<&Fact>) -> Option<FactKind> {
    new.or(old).map(|f| f.kind)
}

/// How much a kind of fact matters to a reader who decides whether to act: whom to ask first,
/// then what happens to the data and which choices are honoured, then how the policy justifies
/// and protects it.
pub(super) fn importance(kind: FactKind) -> u32 {
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

/// A headline on these facts.
pub(super) fn candidate(
    ground: &Ground<'_, '_>,
    kind: FactKind,
    headline: String,
    items: &[&Item<'_>],
) -> Candidate {
    let mut changes: Vec<_> = items
        .iter()
        .flat_map(|i| i.changes.iter().copied())
        .collect();
    changes.sort_unstable();
    changes.dedup();
    let facts = items.iter().map(|i| i.position).collect();
    let topic = topic(kind, items.first().map_or("", |i| i.value()));
    Candidate {
        importance: importance(kind),
        highlight: ground.highlight(headline, topic, changes, facts),
    }
}
