//! Compares the rights that a law grants with those that a policy mentions.

use model::request::{Law, Provision};
use model::{Evidence, FactKind, Reading};

/// Who grants a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Granted {
    /// The law grants it and the policy mentions it.
    ByBoth,
    /// The law grants it and the policy does not mention it.
    ByLaw,
    /// The policy mentions it and the law does not grant it.
    ByPolicy,
}

/// One right, and who grants it.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// Key of the right or request.
    pub right: String,
    /// Who grants it.
    pub granted: Granted,
    /// The provision of the law; `None` if only the policy mentions the right.
    pub provision: Option<&'static Provision>,
    /// The words of the policy that mention it.
    pub mentions: Vec<Evidence>,
}

/// Returns the rights of a law, in its order, and then those that only the policy mentions, in
/// reading order. The request that names no law has no rights of its own.
#[must_use]
pub fn coverage(law: &Law, reading: &Reading) -> Vec<Coverage> {
    let mut list: Vec<Coverage> = law
        .provisions
        .iter()
        .filter(|provision| provision.basis.is_some())
        .map(|provision| {
            let mentions = mentions(provision, reading);
            let granted = if mentions.is_empty() {
                Granted::ByLaw
            } else {
                Granted::ByBoth
            };
            Coverage {
                right: provision.request.to_owned(),
                granted,
                provision: Some(provision),
                mentions,
            }
        })
        .collect();
    for fact in reading.facts.iter().filter(|f| f.kind == FactKind::Right) {
        if law.is_named() && law.provision(&fact.value).is_some() {
            continue;
        }
        match list.iter_mut().find(|c| c.right == fact.value) {
            Some(known) => known.mentions.push(fact.evidence.clone()),
            None => list.push(Coverage {
                right: fact.value.clone(),
                granted: Granted::ByPolicy,
                provision: None,
                mentions: vec![fact.evidence.clone()],
            }),
        }
    }
    list
}

/// Returns the words in which the policy grants the right of a provision, then those for the other
/// rights that the provision covers.
pub(crate) fn mentions(provision: &Provision, reading: &Reading) -> Vec<Evidence> {
    let mut found: Vec<Evidence> = Vec::new();
    for key in std::iter::once(&provision.request).chain(provision.also) {
        for fact in reading.facts.iter().filter(|f| f.kind == FactKind::Right) {
            if fact.value == *key && !found.contains(&fact.evidence) {
                found.push(fact.evidence.clone());
            }
        }
    }
    found
}
