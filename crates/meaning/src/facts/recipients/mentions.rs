//! Which names are those of one recipient, and which of them it goes by.
//!
//! A policy names a recipient in many ways: "Acme, Inc." and "Acme", "Google Analytics" and
//! "Google". None of the rules here asks where a name stands, so a paragraph that moves changes
//! no recipient.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::words::text::{Passage, Sentence};

/// A place where a recipient is named.
pub(super) struct Mention<'p, 'd> {
    /// The name as published.
    pub(super) name: String,
    /// The same in lower case, without form of company.
    pub(super) bare: String,
    /// Its first word is a company that every other policy names.
    pub(super) is_known: bool,
    pub(super) passage: &'p Passage<'d>,
    pub(super) sentence: &'p Sentence<'d>,
}

impl Mention<'_, '_> {
    /// What all names of this recipient share. "Google" says no more than "Google Analytics" or
    /// "Google Maps": all are the same company's.
    fn company(&self) -> &str {
        if self.is_known {
            self.bare.split(' ').next().unwrap_or_default()
        } else {
            &self.bare
        }
    }

    /// Smaller for the name that tells more; equal for the same name alone.
    fn rank(&self) -> impl Ord {
        (
            Reverse(self.bare.len()),
            &self.bare,
            self.name.len(),
            &self.name,
        )
    }
}

/// Each recipient once, in reading order: under the fullest of its names, as "Google Analytics"
/// says more than "Google", without the form of company where it is named so, and with the first
/// mention that holds this name.
pub(super) fn told_apart<'f, 'p, 'd>(
    found: &'f [Mention<'p, 'd>],
) -> Vec<(&'f str, &'f Mention<'p, 'd>)> {
    let mut best: BTreeMap<&str, &Mention<'_, '_>> = BTreeMap::new();
    for mention in found {
        let best = best.entry(mention.company()).or_insert(mention);
        if mention.rank() < best.rank() {
            *best = mention;
        }
    }
    let mut told = Vec::new();
    for mention in found {
        let name = best.get(mention.company()).map(|best| best.name.as_str());
        if let Some(name) = name.filter(|name| mention.name.contains(name)) {
            best.remove(mention.company());
            told.push((name, mention));
        }
    }
    told
}
