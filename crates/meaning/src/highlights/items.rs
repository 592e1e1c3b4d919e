//! Changes of facts that a headline may state: those whose words really changed.

use ::text::sorting::set;
use std::collections::BTreeSet;

use super::{
    ground::{Candidate, Ground},
    ranking,
};
use crate::facts::is_mentioned;
use ::text::lexer::bare_words;
use model::{
    ChangeId, Fact, FactChange, FactKind, FactStatus, Period, Reading, Retention, Right, Statement,
    Topic,
};

/// One fact change with its facts.
pub(super) struct Item<'f> {
    position: usize,
    /// The new fact, or the old one where it is gone.
    pub(super) fact: &'f Fact,
    /// True where that is the new one.
    pub(super) is_new: bool,
    /// The fact that it took the place of, if there is one.
    pub(super) before: Option<&'f Fact>,
    changes: Vec<ChangeId>,
}

impl<'f> Item<'f> {
    /// What is stated now, or was where it is gone.
    pub(super) fn statement(&self) -> &'f Statement {
        &self.fact.statement
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
    let fact = new.or(old)?;
    let is_date = fact.kind() == FactKind::EffectiveDate;
    let proven = match (old, new) {
        (Some(old), Some(new)) => {
            is_date || !(is_mentioned(ground.old, new) && is_mentioned(ground.new, old))
        }
        (None, _) => !is_mentioned(ground.old, fact) && !has_like(ground.old_reading, fact),
        (Some(_), None) => !is_mentioned(ground.new, fact) && !has_like(ground.new_reading, fact),
    };
    let new_change = new.and_then(|f| ground.change_of(&f.evidence, true));
    let old_change = old.and_then(|f| ground.change_of(&f.evidence, false));
    let mut changes: Vec<_> = new_change.into_iter().chain(old_change).collect();
    changes.retain(|c| !ground.is_same_text(*c));
    changes.dedup();
    let has_ground = !changes.is_empty() || is_date;
    (proven && has_ground).then_some(Item {
        position,
        fact,
        is_new: new.is_some(),
        before: new.and(old),
        changes,
    })
}

/// True where the other version has a period that tells the same event in other words ("when you
/// close your account", "when you delete your account").
fn has_like(other: &Reading, fact: &Fact) -> bool {
    let event = |f: &'_ Fact| match &f.statement {
        Statement::Retention(Retention {
            period: Period::Event { written },
            ..
        }) => Some(written.clone()),
        _ => None,
    };
    let Some(sought) = event(fact) else {
        return false;
    };
    let mut events = other.facts.iter().filter_map(event);
    events.any(|other| share_words(&other, &sought))
}

/// True where three fifths of the words of the longer one are in the other; words of fewer than
/// four letters say little by themselves.
pub(super) fn share_words(a: &str, b: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let words = bare_words(text).filter(|w| w.chars().nth(3).is_some());
        set(words.map(str::to_lowercase))
    };
    let (a, b) = (words(a), words(b));
    a.intersection(&b).count() * 5 >= a.len().max(b.len()) * 3
}

fn topic(statement: &Statement) -> Topic {
    match statement {
        Statement::Contact { .. } | Statement::Authority { .. } => Topic::Contact,
        Statement::EffectiveDate { .. } => Topic::PolicyChange,
        Statement::Retention(_) => Topic::DataRetention,
        Statement::Recipient { .. } | Statement::Sale { .. } => Topic::ThirdPartySharing,
        Statement::Right {
            right: Right::OptOutOfSale | Right::OptOutOfMarketing | Right::WithdrawConsent,
        } => Topic::ChoiceControl,
        Statement::Right { .. } | Statement::IdentityCheck => Topic::AccessEditDeletion,
        Statement::LegalBasis { .. } | Statement::AutomatedDecision { .. } => {
            Topic::FirstPartyCollection
        }
        Statement::Transfer { .. } | Statement::MinimumAge { .. } => {
            Topic::InternationalSpecificAudiences
        }
        Statement::DoNotTrack { .. } => Topic::DoNotTrack,
        Statement::SecurityMeasure { .. } => Topic::DataSecurity,
    }
}

/// A headline on these items.
pub(super) fn candidate(
    ground: &Ground<'_, '_>,
    headline: String,
    items: &[&Item<'_>],
) -> Option<Candidate> {
    let statement = items.first()?.statement();
    let mut changes: Vec<_> = items
        .iter()
        .flat_map(|i| i.changes.iter().copied())
        .collect();
    changes.sort_unstable();
    changes.dedup();
    let facts = items.iter().map(|i| i.position).collect();
    Some(Candidate {
        importance: ranking::statement(statement),
        highlight: ground.highlight(headline, topic(statement), changes, facts),
    })
}
