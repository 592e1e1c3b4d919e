//! The sections of a comparison in the order in which they are read.
//!
//! The new text gives the order. What is gone stands where its old neighbours went; what moved
//! leaves a pointer behind, so that neither end of a move can be missed. Two columns side by side
//! were rejected: on a telephone they are two columns of nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use super::{
    placing::{Links, place},
    runs::{self, Run},
    section_state::SectionState,
};
use crate::{
    compare::{Change, ChangeId, ChangeKind, Comparison, Op, SectionLink, Weight},
    document::{Document, SectionId},
};

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

/// What an entry of the outline stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A section of the new version.
    Present,
    /// A section that is gone.
    Removed,
    /// The place that a section has left for another.
    MovedAway(SectionId),
}

/// How a section came about, where its state does not say it all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The old sections it was made of.
    MergedFrom(Vec<SectionId>),
    /// The old section it was a part of, and the other parts.
    SplitFrom(SectionId, Vec<SectionId>),
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

/// One section as shown.
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
    pub heading: Vec<Run>,
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

    /// True where the section counts for this state. The pointer that a moved section leaves
    /// behind does not: the section is counted where it stands.
    #[must_use]
    pub fn is_counted_as(&self, state: SectionState) -> bool {
        !matches!(self.kind, EntryKind::MovedAway(_)) && self.states.contains(&state)
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

/// The sections in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Every section of the new version, and what the old one had more.
    pub entries: Vec<Entry>,
    /// Changes with a pointer at the place that their passage has left.
    left: BTreeSet<ChangeId>,
}

impl Outline {
    /// Lays a comparison out.
    #[must_use]
    pub fn new(old: &Document, new: &Document, comparison: &Comparison) -> Self {
        let links = Links::new(old, new, comparison);
        let mut rows = place(old, new, comparison, &links);
        let mut entries = Vec::new();
        let mut gone = gone_sections(old, new, &links).into_iter();
        push_gone(
            &mut entries,
            gone.next(),
            old,
            comparison,
            &links,
            &mut rows,
        );
        for (position, left) in gone.enumerate() {
            let id = section_id(position);
            let rows_here = rows.remove(&Anchor::New(id)).unwrap_or_default();
            entries.push(present(id, new, comparison, &links, rows_here));
            push_gone(&mut entries, Some(left), old, comparison, &links, &mut rows);
        }
        let left = entries
            .iter()
            .flat_map(|entry| &entry.rows)
            .filter_map(|row| match row {
                Row::MovedAway(id) => Some(*id),
                Row::Change(_) => None,
            });
        Self {
            left: left.collect(),
            entries,
        }
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
        self.entries
            .iter()
            .enumerate()
            .find_map(|(position, entry)| {
                let row = entry.rows.iter().position(|row| *row == wanted)?;
                Some((position, row))
            })
    }

    /// The entry that points to a change from the place it has left.
    #[must_use]
    pub fn origin(&self, change: ChangeId) -> Option<&Entry> {
        if !self.left.contains(&change) {
            return None;
        }
        let (position, _) = self.find(Row::MovedAway(change))?;
        self.entries.get(position)
    }

    /// The changes to step through, in reading order.
    pub fn stops(
        &self,
        comparison: &Comparison,
        hide_minor: bool,
    ) -> impl DoubleEndedIterator<Item = ChangeId> {
        self.entries
            .iter()
            .flat_map(|entry| entry.rows.iter())
            .filter_map(move |row| match row {
                Row::Change(id) => {
                    let change = comparison.changes.get(id.index())?;
                    let stop =
                        change.kind != ChangeKind::Unchanged && !(hide_minor && is_minor(change));
                    stop.then_some(*id)
                }
                Row::MovedAway(_) => None,
            })
    }
}

fn section_id(position: usize) -> SectionId {
    SectionId(u32::try_from(position).unwrap_or(u32::MAX))
}

/// Old sections that have left their place, by the new section after which they stood; the
/// first list is for those before everything else.
fn gone_sections(old: &Document, new: &Document, links: &Links<'_>) -> Vec<Vec<SectionId>> {
    let mut gone = vec![Vec::new(); new.sections.len() + 1];
    let mut position = 0;
    for id in (0..old.sections.len()).map(section_id) {
        match links.main(id) {
            Some(link) if !link.moved => position = link.new.index() + 1,
            _ => {
                if let Some(list) = gone.get_mut(position) {
                    list.push(id);
                }
            }
        }
    }
    gone
}

fn push_gone(
    entries: &mut Vec<Entry>,
    sections: Option<Vec<SectionId>>,
    old: &Document,
    comparison: &Comparison,
    links: &Links<'_>,
    rows: &mut BTreeMap<Anchor, Vec<Row>>,
) {
    for id in sections.into_iter().flatten() {
        let anchor = Anchor::Old(id);
        let (kind, state) = match links.main(id) {
            Some(link) => (EntryKind::MovedAway(link.new), SectionState::Moved),
            None => (EntryKind::Removed, SectionState::Removed),
        };
        let rows = rows.remove(&anchor).unwrap_or_default();
        let op = if kind == EntryKind::Removed {
            Op::Delete
        } else {
            Op::Equal
        };
        let (heading, level) = heading(old, id, op);
        let (changed, minor) = count(&rows, comparison);
        entries.push(Entry {
            anchor,
            kind,
            level,
            states: vec![state],
            heading,
            relations: Vec::new(),
            rows,
            changed,
            minor,
        });
    }
}

fn present(
    id: SectionId,
    new: &Document,
    comparison: &Comparison,
    links: &Links<'_>,
    rows: Vec<Row>,
) -> Entry {
    let own = links.of_new(id);
    let (changed, minor) = count(&rows, comparison);
    let op = if own.is_empty() {
        Op::Insert
    } else {
        Op::Equal
    };
    let (mut heading, level) = heading(new, id, op);
    if let [link] = own
        && links.of_old(link.old).len() == 1
        && !link.heading.is_empty()
    {
        heading = runs::heading(&link.heading);
    }
    Entry {
        anchor: Anchor::New(id),
        kind: EntryKind::Present,
        level,
        states: states(own, links, changed),
        heading,
        relations: relations(own, links),
        rows,
        changed,
        minor,
    }
}

fn heading(document: &Document, id: SectionId, op: Op) -> (Vec<Run>, u8) {
    let Some(section) = document.sections.get(id.index()) else {
        return (Vec::new(), 0);
    };
    let run = Run {
        op,
        text: section.heading.as_str().into(),
        style: runs::Style::default(),
        faint: false,
    };
    (
        Some(run)
            .into_iter()
            .filter(|run| !run.text.is_empty())
            .collect(),
        section.level,
    )
}

fn count(rows: &[Row], comparison: &Comparison) -> (usize, usize) {
    let (mut changed, mut minor) = (0, 0);
    for row in rows {
        match row {
            Row::MovedAway(_) => changed += 1,
            Row::Change(id) => {
                if let Some(change) = comparison.changes.get(id.index()) {
                    changed += usize::from(change.kind != ChangeKind::Unchanged);
                    minor += usize::from(is_minor(change));
                }
            }
        }
    }
    (changed, minor)
}

fn states(own: &[&SectionLink], links: &Links<'_>, changed: usize) -> Vec<SectionState> {
    if own.is_empty() {
        return vec![SectionState::Added];
    }
    let split = own.iter().any(|link| links.of_old(link.old).len() > 1);
    let mut states = Vec::new();
    let mut add = |holds: bool, state| {
        if holds {
            states.push(state);
        }
    };
    add(own.len() > 1, SectionState::Merged);
    add(split, SectionState::Split);
    // For merged and split sections the sentence that names the old ones says more.
    add(
        !split && own.len() == 1 && own.iter().any(|l| l.renamed),
        SectionState::Renamed,
    );
    add(own.iter().any(|link| link.moved), SectionState::Moved);
    add(own.iter().any(|link| link.edited), SectionState::Edited);
    if states.is_empty() {
        states.push(if changed == 0 {
            SectionState::Unchanged
        } else {
            SectionState::Formatting
        });
    }
    states
}

fn relations(own: &[&SectionLink], links: &Links<'_>) -> Vec<Relation> {
    let mut relations = Vec::new();
    if own.len() > 1 {
        relations.push(Relation::MergedFrom(
            own.iter().map(|link| link.old).collect(),
        ));
    }
    for link in own {
        let parts = links.of_old(link.old);
        if parts.len() > 1 {
            let others = parts
                .iter()
                .map(|p| p.new)
                .filter(|new| *new != link.new)
                .collect();
            relations.push(Relation::SplitFrom(link.old, others));
        }
        if link.moved {
            relations.push(Relation::MovedFrom(link.old));
        }
    }
    relations
}
