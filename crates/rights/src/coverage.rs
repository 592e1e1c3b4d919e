//! Compares the rights that a law grants with those that a policy mentions.

use model::request::{Law, Provision};
use model::{Evidence, Reading, Right, Statement};

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
    for (right, evidence) in granted(reading) {
        if law.is_named() && law.provision(right.key()).is_some() {
            continue;
        }
        match list.iter_mut().find(|c| c.right == right.key()) {
            Some(known) => known.mentions.push(evidence.clone()),
            None => list.push(Coverage {
                right: right.key().to_owned(),
                granted: Granted::ByPolicy,
                provision: None,
                mentions: vec![evidence.clone()],
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
        for (right, evidence) in granted(reading) {
            if right.key() == *key && !found.contains(evidence) {
                found.push(evidence.clone());
            }
        }
    }
    found
}

/// The rights that the policy grants, in reading order, each with its words.
fn granted(reading: &Reading) -> impl Iterator<Item = (Right, &Evidence)> {
    reading.facts.iter().filter_map(|f| match f.statement {
        Statement::Right { right } => Some((right, &f.evidence)),
        _ => None,
    })
}
