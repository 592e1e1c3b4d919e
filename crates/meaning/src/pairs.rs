//! Which fact of the old version became which fact of the new one.
//!
//! Facts are paired by what they say, never by where they stand, so a statement that only moved
//! is kept.

use std::collections::BTreeMap;

use super::facts::{folded, same_span};
use model::{Edge, Fact, FactChange, FactKind, FactStatus, Purpose, Statement};

/// Pairs the facts of two versions: in the order of the new ones, removed ones last.
pub(super) fn pair(old: &[Fact], new: &[Fact]) -> Vec<FactChange> {
    let mut pairing = Pairing {
        old,
        new,
        used: vec![false; old.len()],
        partners: vec![None; new.len()],
    };
    pairing.keep_equal();
    pairing.pass(FactStatus::Kept, same_period);
    pairing.pass(FactStatus::Changed, takes_its_place);
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
        let mut by_statement: BTreeMap<Statement, Vec<usize>> = BTreeMap::new();
        for (i, old) in self.old.iter().enumerate().rev() {
            by_statement.entry(key(&old.statement)).or_default().push(i);
        }
        for (at, new) in self.new.iter().enumerate() {
            if let Some(i) = by_statement
                .get_mut(&key(&new.statement))
                .and_then(Vec::pop)
            {
                self.used[i] = true;
                self.partners[at] = Some((i, FactStatus::Kept));
            }
        }
    }

    /// Pairs what is left and satisfies `fits`, first with first. Beyond the bound, which no
    /// policy comes near, what is left stays added and removed.
    fn pass(&mut self, status: FactStatus, fits: impl Fn(&Statement, &Statement) -> bool) {
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
            if let Some((i, _)) = free
                .into_iter()
                .find(|(_, old)| fits(&old.statement, &new.statement))
            {
                self.used[i] = true;
                self.partners[at] = Some((i, status));
            }
        }
    }

    /// An address that serves another purpose now is still an address given before, though
    /// its old fact may have a new partner already.
    fn keep_addresses(&mut self) {
        for (at, new) in self.new.iter().enumerate() {
            if self.partners[at].is_none()
                && let Some(i) = self.old.iter().position(|old| same_address(old, new))
            {
                self.used[i] = true;
                self.partners[at] = Some((i, FactStatus::Kept));
            }
        }
        for (i, old) in self.old.iter().enumerate() {
            self.used[i] |= self.new.iter().any(|new| same_address(old, new));
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
                    kind: fact.kind(),
                    change,
                    old: partner.map(|(i, _)| i),
                    new: Some(at),
                }
            });
        let left = self.old.iter().enumerate().filter(|(i, _)| !self.used[*i]);
        let removed = left.map(|(i, fact)| FactChange {
            kind: fact.kind(),
            change: FactStatus::Removed,
            old: Some(i),
            new: None,
        });
        added.chain(removed).collect()
    }
}

/// What is said, letter case aside. The same period of the same thing is one, whether it is counted
/// to its end or from it.
fn key(statement: &Statement) -> Statement {
    let mut key = folded(statement);
    if let Statement::Retention(retention) = &mut key {
        retention.edge = Edge::Kept;
    }
    key
}

fn same_address(old: &Fact, new: &Fact) -> bool {
    let address = |fact: &'_ Fact| match &fact.statement {
        Statement::Contact { address, .. } => Some(address.to_ascii_lowercase()),
        _ => None,
    };
    address(old).is_some_and(|old| Some(old) == address(new))
}

/// Another value for the same thing.
fn takes_its_place(old: &Statement, new: &Statement) -> bool {
    match (old, new) {
        (Statement::Contact { purpose: old, .. }, Statement::Contact { purpose: new, .. }) => {
            let is_office = matches!(
                new,
                Purpose::Requests
                    | Purpose::Dpo
                    | Purpose::EuRepresentative
                    | Purpose::UkRepresentative
            );
            old == new && is_office
        }
        (Statement::Retention(old), Statement::Retention(new)) => {
            let same_edge = (old.edge == Edge::Deleted) == (new.edge == Edge::Deleted);
            new.of.is_some() && same_edge && fold(&old.of) == fold(&new.of)
        }
        // Of these a policy states one.
        (old, new) => {
            let is_single = matches!(
                new.kind(),
                FactKind::EffectiveDate
                    | FactKind::MinimumAge
                    | FactKind::Sale
                    | FactKind::DoNotTrack
                    | FactKind::AutomatedDecision
            );
            is_single && old.kind() == new.kind()
        }
    }
}

/// The same period in other words ("within 60 days", "in 60 days") of the same thing.
fn same_period(old: &Statement, new: &Statement) -> bool {
    let (Statement::Retention(old), Statement::Retention(new)) = (old, new) else {
        return false;
    };
    let may_be_same = old.of.is_none() || new.of.is_none() || fold(&old.of) == fold(&new.of);
    may_be_same && same_span(&old.period, &new.period)
}

fn fold(of: &Option<String>) -> Option<String> {
    of.as_deref().map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Evidence, Period, Retention, Right, Unit};

    fn fact(statement: Statement) -> Fact {
        let evidence = Evidence {
            block: None,
            quote: String::new(),
        };
        Fact {
            statement,
            evidence,
        }
    }

    fn contact(address: &str, purpose: Purpose) -> Fact {
        let address = address.into();
        fact(Statement::Contact { address, purpose })
    }

    fn kept(number: &str, unit: Unit, of: &str) -> Fact {
        let period = Period::Span {
            number: number.into(),
            unit,
            bound: None,
            written: [number, " ", unit.key(), "s"].concat(),
        };
        fact(Statement::Retention(Retention {
            period,
            edge: Edge::Kept,
            of: Some(of.into()),
        }))
    }

    fn statuses(old: &[Fact], new: &[Fact]) -> Vec<&'static str> {
        pair(old, new).iter().map(|c| c.change.key()).collect()
    }

    #[test]
    fn another_address_for_requests_is_a_change() {
        let old = [contact("info@a.org", Purpose::Requests)];
        let new = [
            contact("privacy@a.org", Purpose::Requests),
            contact("INFO@a.org", Purpose::General),
        ];
        assert_eq!(statuses(&old, &new), ["changed", "kept"]);
    }

    #[test]
    fn periods_are_paired_by_what_is_kept() {
        let old = [kept("38", Unit::Month, "logs")];
        let new = [
            kept("26", Unit::Month, "Logs"),
            kept("60", Unit::Day, "backups"),
        ];
        assert_eq!(statuses(&old, &new), ["changed", "added"]);
    }

    #[test]
    fn rights_have_no_other_value() {
        let right = |right| [fact(Statement::Right { right })];
        let (old, new) = (right(Right::Access), right(Right::Erasure));
        assert_eq!(statuses(&old, &new), ["added", "removed"]);
    }
}
