//! Which fact of the old version became which fact of the new one.
//!
//! Facts are paired by what they say, never by where they stand, so a statement that only moved
//! is kept.

use std::collections::BTreeMap;

use super::{
    facts::{REQUESTS, Saying, saying},
    languages::retention::{CLOSINGS, END_MARKS, END_OPENERS},
};
use crate::words::{Dictionary, Words};
use model::{Fact, FactChange, FactKind, FactStatus};

/// Pairs the facts of two versions: in the order of the new ones, removed ones last.
pub(super) fn pair(old: &[Fact], new: &[Fact], languages: &[Dictionary<'_>]) -> Vec<FactChange> {
    let mut pairing = Pairing {
        old,
        new,
        used: vec![false; old.len()],
        partners: vec![None; new.len()],
    };
    pairing.keep_equal();
    pairing.pass(FactStatus::Kept, same_period);
    pairing.pass(FactStatus::Changed, |old, new| {
        takes_its_place(old, new, languages)
    });
    pairing.keep_addresses();
    pairing.finish()
}

/// Pairs of facts that one pass may try.
const MAX_TRIES: usize = 1_000_000;

struct Pairing<'f> {
    old: &'f [Fact],
    new: &'f [Fact],
    used: Vec<bool>,
    partners: Vec<Option<(usize, FactStatus)>>,
}

impl Pairing<'_> {
    /// Pairs facts that say the same, first with first.
    fn keep_equal(&mut self) {
        let mut by_saying: BTreeMap<Saying, Vec<usize>> = BTreeMap::new();
        for (i, old) in self.old.iter().enumerate().rev() {
            by_saying.entry(saying(old)).or_default().push(i);
        }
        for (at, new) in self.new.iter().enumerate() {
            if let Some(i) = by_saying.get_mut(&saying(new)).and_then(Vec::pop) {
                self.used[i] = true;
                self.partners[at] = Some((i, FactStatus::Kept));
            }
        }
    }

    /// Pairs what is left and satisfies `fits`, first with first. Beyond the bound, which no
    /// policy comes near, what is left stays added and removed.
    fn pass(&mut self, status: FactStatus, fits: impl Fn(&Fact, &Fact) -> bool) {
        let free_old = self.used.iter().filter(|used| !**used).count();
        let free_new = self.partners.iter().filter(|p| p.is_none()).count();
        if free_old.saturating_mul(free_new) > MAX_TRIES {
            return;
        }
        for (at, new) in self.new.iter().enumerate() {
            if self.partners[at].is_some() {
                continue;
            }
            let free = self.old.iter().enumerate().filter(|(i, _)| !self.used[*i]);
            if let Some((i, _)) = free.into_iter().find(|(_, old)| fits(old, new)) {
                self.used[i] = true;
                self.partners[at] = Some((i, status));
            }
        }
    }

    /// An address that serves another purpose now is still an address given before, though
    /// its old fact may have a new partner already.
    fn keep_addresses(&mut self) {
        for (at, new) in self.new.iter().enumerate() {
            let same = |old: &Fact| {
                old.kind == FactKind::Contact
                    && new.kind == FactKind::Contact
                    && old.value.eq_ignore_ascii_case(&new.value)
            };
            if self.partners[at].is_none()
                && let Some(i) = self.old.iter().position(same)
            {
                self.used[i] = true;
                self.partners[at] = Some((i, FactStatus::Kept));
            }
        }
        for (i, old) in self.old.iter().enumerate() {
            let same = |new: &Fact| {
                old.kind == FactKind::Contact
                    && new.kind == FactKind::Contact
                    && old.value.eq_ignore_ascii_case(&new.value)
            };
            self.used[i] |= self.new.iter().any(same);
        }
    }

    fn finish(self) -> Vec<FactChange> {
        let added = self
            .new
            .iter()
            .zip(&self.partners)
            .enumerate()
            .map(|(at, (fact, partner))| {
                let change = partner.map_or(FactStatus::Added, |(_, status)| status);
                FactChange {
                    kind: fact.kind,
                    change,
                    old: partner.map(|(i, _)| i),
                    new: Some(at),
                }
            });
        let left = self.old.iter().enumerate().filter(|(i, _)| !self.used[*i]);
        let removed = left.map(|(i, fact)| FactChange {
            kind: fact.kind,
            change: FactStatus::Removed,
            old: Some(i),
            new: None,
        });
        added.chain(removed).collect()
    }
}

/// Kinds of which a policy states one value.
fn is_single(kind: FactKind) -> bool {
    matches!(
        kind,
        FactKind::EffectiveDate
            | FactKind::MinimumAge
            | FactKind::Sale
            | FactKind::DoNotTrack
            | FactKind::AutomatedDecision
    )
}

/// Another value for the same thing.
fn takes_its_place(old: &Fact, new: &Fact, languages: &[Dictionary<'_>]) -> bool {
    if old.kind != new.kind || fold(old) != fold(new) {
        return false;
    }
    match new.kind {
        FactKind::Contact => {
            matches!(
                new.about.as_deref(),
                Some(REQUESTS | "dpo" | "eu-representative" | "uk-representative")
            )
        }
        FactKind::Retention => new.about.is_some() && ends(old, languages) == ends(new, languages),
        kind => is_single(kind),
    }
}

/// The same period in other words ("within 60 days", "in 60 days") of the same thing.
fn same_period(old: &Fact, new: &Fact) -> bool {
    old.kind == FactKind::Retention
        && new.kind == old.kind
        && span(&old.value) == span(&new.value)
        && !span(&new.value).is_empty()
        && (fold(old) == fold(new) || old.about.is_none() || new.about.is_none())
}

/// True where the period says, in one of these languages, when data goes rather than how long it
/// stays.
pub(super) fn ends(fact: &Fact, languages: &[Dictionary<'_>]) -> bool {
    let mut languages = languages.iter();
    languages.any(|language| {
        let words = Words::new(&fact.value, *language);
        let is_event = || words.find_in(&END_OPENERS, 0..1).is_some();
        words.is(0, &END_MARKS) || is_event() && words.any(0..words.len(), &CLOSINGS)
    })
}

/// Number and unit of a period, the unit by its first three letters, which no inflection
/// touches ("30 Tage", "30 Tagen"); of one without a number, the word for "without end".
pub(super) fn span(period: &str) -> String {
    let lower = period.to_lowercase();
    if matches!(lower.as_str(), "forever" | "indefinitely") {
        return "indefinitely".to_owned();
    }
    let Some(at) = lower.find(|c: char| c.is_ascii_digit()) else {
        return String::new();
    };
    let rest = &lower[at..];
    let unit = rest.rfind(' ').map_or(rest.len(), |space| space + 1);
    let letters = rest[unit..].trim_end_matches('s').chars().take(3);
    [&rest[..unit], &letters.collect::<String>()].concat()
}

fn fold(fact: &Fact) -> Option<String> {
    fact.about.as_deref().map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::spoken;
    use model::Evidence;

    fn fact(kind: FactKind, value: &str, about: Option<&str>) -> Fact {
        let evidence = Evidence {
            block: None,
            quote: String::new(),
        };
        Fact {
            kind,
            value: value.into(),
            about: about.map(Into::into),
            evidence,
        }
    }

    fn statuses(old: &[Fact], new: &[Fact]) -> Vec<&'static str> {
        pair(old, new, &[spoken("en")])
            .iter()
            .map(|c| c.change.key())
            .collect()
    }

    #[test]
    fn another_address_for_requests_is_a_change() {
        let old = [fact(FactKind::Contact, "info@a.org", Some(REQUESTS))];
        let new = [
            fact(FactKind::Contact, "privacy@a.org", Some(REQUESTS)),
            fact(FactKind::Contact, "INFO@a.org", None),
        ];
        assert_eq!(statuses(&old, &new), ["changed", "kept"]);
    }

    #[test]
    fn periods_are_paired_by_what_is_kept() {
        let old = [fact(FactKind::Retention, "38 months", Some("logs"))];
        let new = [
            fact(FactKind::Retention, "26 months", Some("Logs")),
            fact(FactKind::Retention, "60 days", Some("backups")),
        ];
        assert_eq!(statuses(&old, &new), ["changed", "added"]);
    }

    #[test]
    fn rights_have_no_other_value() {
        let old = [fact(FactKind::Right, "access", None)];
        let new = [fact(FactKind::Right, "erasure", None)];
        assert_eq!(statuses(&old, &new), ["added", "removed"]);
    }
}
