//! What changed, in numbers, for the reader who has two minutes.

use super::{Anchor, Outline, SectionState};
use model::{Comparison, Contact, Meaning, Reading, Weight};

/// The counts of a comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// True where not even the formatting differs.
    pub identical: bool,
    /// Sections by what became of them, without empty states; a section may occur in several.
    pub sections: Vec<(SectionState, Vec<Anchor>)>,
    /// Changes that are only of this weight, lightest last, without empty ones.
    pub apart: Vec<(Weight, usize)>,
    /// Where requests go, before and after.
    pub contact: ContactChange,
}

/// The recommended contacts, as positions in the two readings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactChange {
    /// In the old version.
    pub old: Option<usize>,
    /// In the new version.
    pub new: Option<usize>,
}

impl Summary {
    /// Counts.
    #[must_use]
    pub fn new(comparison: &Comparison, meaning: &Meaning, outline: &Outline) -> Self {
        let with = |state: SectionState| -> Vec<Anchor> {
            let entries = outline.entries.iter().filter(|e| e.is_counted_as(state));
            entries.map(|e| e.anchor).collect()
        };
        let sections = SectionState::ALL
            .into_iter()
            .map(|state| (state, with(state)))
            .filter(|(_, anchors)| !anchors.is_empty())
            .collect();
        let apart = [
            Weight::Terminology,
            Weight::Date,
            Weight::Link,
            Weight::Formatting,
        ]
        .into_iter()
        .filter_map(|weight| Some((weight, *comparison.totals.by_weight.get(&weight)?)))
        .filter(|(_, count)| *count > 0)
        .collect();
        Self {
            identical: comparison.is_identical(),
            sections,
            apart,
            contact: ContactChange {
                old: recommended(&meaning.old),
                new: recommended(&meaning.new),
            },
        }
    }
}

impl Summary {
    /// True where no section changed but in its formatting.
    #[must_use]
    pub fn is_light(&self) -> bool {
        self.sections
            .iter()
            .all(|(state, _)| *state >= SectionState::Formatting)
    }
}

fn recommended(reading: &Reading) -> Option<usize> {
    reading
        .contacts
        .iter()
        .position(|contact| contact.recommended)
}

impl ContactChange {
    /// The two contacts.
    #[must_use]
    pub fn of<'a>(&self, meaning: &'a Meaning) -> (Option<&'a Contact>, Option<&'a Contact>) {
        (
            self.old.and_then(|at| meaning.old.contacts.get(at)),
            self.new.and_then(|at| meaning.new.contacts.get(at)),
        )
    }
}
