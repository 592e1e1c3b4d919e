//! The sections of a comparison in the order in which they are read.
//!
//! The new text gives the order. What is gone stands where its old neighbours went, and what
//! moved leaves a pointer behind, so that neither end of a move can be missed. Two outlines side
//! by side were rejected: the reader would have to do the matching that has just been done.

mod builder;

use std::{collections::BTreeMap, fmt};

use crate::{
    compare::{ChangeId, Comparison, Segment},
    document::{Document, SectionId},
};
use builder::Builder;

/// A section of either version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// A section of the new version.
    New(SectionId),
    /// A section of the old version.
    Old(SectionId),
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New(id) => write!(f, "s{}", id.0),
            Self::Old(id) => write!(f, "o{}", id.0),
        }
    }
}

/// What became of a section; several may hold at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Only in the new version.
    Added,
    /// Only in the old version.
    Removed,
    /// Made of several old sections.
    Merged,
    /// One of several parts of an old section.
    Split,
    /// Has another heading.
    Renamed,
    /// Stands elsewhere.
    Moved,
    /// Its words differ.
    Edited,
    /// Only formatting or link targets differ.
    Formatting,
    /// Nothing differs.
    Unchanged,
}

impl State {
    /// Every state, in the order in which they are counted.
    pub const ALL: [Self; 9] = [
        Self::Added,
        Self::Removed,
        Self::Merged,
        Self::Split,
        Self::Renamed,
        Self::Moved,
        Self::Edited,
        Self::Formatting,
        Self::Unchanged,
    ];
}

/// What an entry stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A section of the new version.
    Present,
    /// A section that is gone.
    Removed,
    /// The place that a section has left for another.
    MovedAway(SectionId),
}

/// A line of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The change itself.
    Change(ChangeId),
    /// The place that the passage has left.
    MovedAway(ChangeId),
}

/// One section as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which section.
    pub anchor: Anchor,
    /// What the entry stands for.
    pub place: Place,
    /// Heading level; 0 before the first heading.
    pub level: u8,
    /// Never empty; in the order of [`State::ALL`].
    pub states: Vec<State>,
    /// The heading as redline; empty before the first heading.
    pub heading: Vec<Segment>,
    /// The old sections that it has text from; for one that was neither merged, split nor
    /// renamed only itself.
    pub from: Vec<SectionId>,
    /// Its passages.
    pub rows: Vec<Row>,
}

/// The sections in reading order: every section of the new version, and what the old one had
/// more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// One entry for each.
    pub entries: Vec<Entry>,
    /// Where the pointer to a passage that has left stands.
    left: BTreeMap<ChangeId, Anchor>,
}

impl Outline {
    /// Lays a comparison out.
    #[must_use]
    pub fn new(old: &Document, new: &Document, comparison: &Comparison) -> Self {
        Builder::new(old, new, comparison).build()
    }

    /// The entry at whose place the passage stood before, if it is shown elsewhere now.
    #[must_use]
    pub fn origin(&self, change: ChangeId) -> Option<Anchor> {
        self.left.get(&change).copied()
    }

    /// How many sections have this state. The pointer that a moved section leaves behind does
    /// not count: the section is counted where it stands.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        let counts =
            |e: &&Entry| !matches!(e.place, Place::MovedAway(_)) && e.states.contains(&state);
        self.entries.iter().filter(counts).count()
    }
}
