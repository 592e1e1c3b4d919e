//! What a law grants beside what a policy says it grants.

use model::request::{Law, Provision};
use model::{Evidence, FactKind, Reading};

/// Who grants a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Granted {
    /// The law grants it and the policy mentions it.
    ByBoth,
    /// The law grants it and the policy does not mention it.
    ByLaw,
    /// The policy mentions it and this law has nothing like it.
    ByPolicy,
}

/// One right, and who grants it.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// Key of the right or request.
    pub right: String,
    /// Who grants it.
    pub granted: Granted,
    /// Where the law does; `None` where only the policy mentions it.
    pub provision: Option<&'static Provision>,
    /// Where the policy does.
    pub mentions: Vec<Evidence>,
}

/// The rights of a law in its order (none for the request that names no law), then those that only the policy mentions, in reading order.
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

/// Where the policy itself grants what the provision does: the same right first.
pub(crate) fn mentions(provision: &Provision, reading: &Reading) -> Vec<Evidence> {
    let rights = |key: &str| {
        let key = key.to_owned();
        reading
            .facts
            .iter()
            .filter(move |f| f.kind == FactKind::Right && f.value == key)
    };
    let mut found: Vec<Evidence> = Vec::new();
    for key in std::iter::once(&provision.request).chain(provision.also) {
        for fact in rights(key) {
            if !found.contains(&fact.evidence) {
                found.push(fact.evidence.clone());
            }
        }
    }
    found
}
