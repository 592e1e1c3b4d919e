//! The sections of a comparison in the order in which they are read.
//!
//! The new text gives the order. What is gone stands where its old neighbours went, and what
//! moved leaves a pointer behind, so that neither end of a move can be missed. Two outlines side
//! by side were rejected: the reader would have to do the matching that has just been done.

mod builder;

use std::{collections::BTreeMap, fmt};

use builder::Builder;
use model::{Change, ChangeId, ChangeKind, Comparison, Document, SectionId, Segment, Weight};

/// A section of either version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// A section of the new version.
    New(SectionId),
    /// A section of the old version.
    Old(SectionId),
}

/// The section's id in the published format.
impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New(id) => write!(f, "n{id}"),
            Self::Old(id) => write!(f, "o{id}"),
        }
    }
}

/// What became of a section; several may hold at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionState {
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

impl SectionState {
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
pub enum EntryKind {
    /// A section of the new version.
    Present,
    /// A section that is gone.
    Removed,
    /// The place that a section has left for another.
    MovedAway(SectionId),
}

/// How a section came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The old sections it was made of.
    MergedFrom(Vec<SectionId>),
    /// The old section it was a part of, and the other parts.
    SplitFrom(SectionId, Vec<SectionId>),
    /// The old section, under its old heading.
    RenamedFrom(SectionId),
    /// The old place it left.
    MovedFrom(SectionId),
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
    pub kind: EntryKind,
    /// Heading level; 0 before the first heading.
    pub level: u8,
    /// Never empty; in the order of [`SectionState::ALL`].
    pub states: Vec<SectionState>,
    /// The heading as redline; empty before the first heading.
    pub heading: Vec<Segment>,
    /// How it came about.
    pub relations: Vec<Relation>,
    /// Its passages.
    pub rows: Vec<Row>,
    /// How many rows are not unchanged.
    pub changed: usize,
    /// How many of them [`is_minor`].
    pub minor: usize,
}

impl Entry {
    /// True where the reader loses nothing if it starts closed.
    #[must_use]
    pub fn starts_closed(&self) -> bool {
        self.changed == 0
    }

    /// True where nothing at all became of the section.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.changed == 0 && self.states == [SectionState::Unchanged]
    }

    /// True where everything that became of it [`is_minor`].
    #[must_use]
    pub fn is_only_minor(&self) -> bool {
        let light = |s: &SectionState| *s >= SectionState::Edited;
        self.changed == self.minor && self.states.iter().all(light)
    }

    /// True where the change is shown here.
    #[must_use]
    pub fn holds(&self, change: ChangeId) -> bool {
        self.rows.contains(&Row::Change(change))
    }
}

/// True where a change is only formatting, links or a term that was replaced throughout.
#[must_use]
pub fn is_minor(change: &Change) -> bool {
    matches!(change.kind, ChangeKind::Reformatted | ChangeKind::Edited)
        && matches!(
            change.weight,
            Weight::Terminology | Weight::Link | Weight::Formatting
        )
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

    /// The sections that have this state. The pointer that a moved section leaves behind is not
    /// one of them: the section is counted where it stands.
    pub fn in_state(&self, state: SectionState) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| {
            !matches!(entry.kind, EntryKind::MovedAway(_)) && entry.states.contains(&state)
        })
    }

    /// The position of the entry with this anchor; for an old section that has no entry of its
    /// own, that of the section it went into.
    #[must_use]
    pub fn entry(&self, anchor: Anchor, comparison: &Comparison) -> Option<usize> {
        let find = |anchor| self.entries.iter().position(|e| e.anchor == anchor);
        find(anchor).or_else(|| match anchor {
            Anchor::New(_) => None,
            Anchor::Old(id) => {
                let link = comparison.sections.links.iter().find(|l| l.old == id)?;
                find(Anchor::New(link.new))
            }
        })
    }

    /// The positions of entry and row.
    #[must_use]
    pub fn find(&self, wanted: Row) -> Option<(usize, usize)> {
        let mut entries = self.entries.iter().enumerate();
        entries.find_map(|(position, entry)| {
            let row = entry.rows.iter().position(|row| *row == wanted)?;
            Some((position, row))
        })
    }

    /// The changes to step through, in reading order.
    pub fn stops(
        &self,
        comparison: &Comparison,
        hide_minor: bool,
    ) -> impl DoubleEndedIterator<Item = ChangeId> {
        let rows = self.entries.iter().flat_map(|entry| entry.rows.iter());
        rows.filter_map(move |row| {
            let Row::Change(id) = row else { return None };
            let change = comparison.changes.get(id.index())?;
            let stop = change.kind != ChangeKind::Unchanged && !(hide_minor && is_minor(change));
            stop.then_some(*id)
        })
    }
}
