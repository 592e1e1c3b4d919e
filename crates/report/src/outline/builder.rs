//! Assigns every change to the section under which it is read, and puts the sections in order.

use std::collections::BTreeMap;

use super::{Anchor, Entry, EntryKind, Outline, Relation, Row, SectionState, is_minor};
use model::{
    Change, ChangeId, ChangeKind, Comparison, Document, Op, SectionId, SectionLink, Segment,
};

/// Section links by either end.
struct Links<'a> {
    of_old: Vec<Vec<&'a SectionLink>>,
    of_new: Vec<Vec<&'a SectionLink>>,
}

impl<'a> Links<'a> {
    fn new(old: &Document, new: &Document, comparison: &'a Comparison) -> Self {
        let mut links = Self {
            of_old: vec![Vec::new(); old.sections.len()],
            of_new: vec![Vec::new(); new.sections.len()],
        };
        for link in &comparison.sections.links {
            if let (Some(of_old), Some(of_new)) = (
                links.of_old.get_mut(link.old.index()),
                links.of_new.get_mut(link.new.index()),
            ) {
                of_old.push(link);
                of_new.push(link);
            }
        }
        links
    }

    fn of_old(&self, id: SectionId) -> &[&'a SectionLink] {
        self.of_old.get(id.index()).map_or(&[], Vec::as_slice)
    }

    fn of_new(&self, id: SectionId) -> &[&'a SectionLink] {
        self.of_new.get(id.index()).map_or(&[], Vec::as_slice)
    }

    /// Where most of an old section went.
    fn main(&self, id: SectionId) -> Option<&'a SectionLink> {
        let more = |a: &'a SectionLink, b: &'a SectionLink| {
            if b.share_old > a.share_old { b } else { a }
        };
        self.of_old(id).iter().copied().reduce(more)
    }

    fn is_merged(&self, anchor: Anchor) -> bool {
        matches!(anchor, Anchor::New(id) if self.of_new(id).len() > 1)
    }

    fn linked(&self, old: SectionId, new: SectionId) -> Option<&'a SectionLink> {
        self.of_old(old).iter().copied().find(|l| l.new == new)
    }

    /// The entry that stands for an old section.
    fn stand_in(&self, section: SectionId) -> Anchor {
        self.main(section)
            .map_or(Anchor::Old(section), |link| Anchor::New(link.new))
    }
}

type Rows = BTreeMap<Anchor, Vec<Row>>;

pub(super) struct Builder<'a> {
    old: &'a Document,
    new: &'a Document,
    comparison: &'a Comparison,
    links: Links<'a>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(old: &'a Document, new: &'a Document, comparison: &'a Comparison) -> Self {
        Self {
            old,
            new,
            comparison,
            links: Links::new(old, new, comparison),
        }
    }

    pub(super) fn build(&self) -> Outline {
        let mut rows = self.place();
        let mut entries = Vec::new();
        for (position, gone) in self.gone().into_iter().enumerate() {
            // The first list is for what stood before everything else.
            if let Some(position) = position.checked_sub(1) {
                entries.push(self.present(section_id(position), &mut rows));
            }
            entries.extend(gone.into_iter().map(|id| self.absent(id, &mut rows)));
        }
        let left = entries.iter().flat_map(|entry: &Entry| {
            entry.rows.iter().filter_map(|row| match row {
                Row::MovedAway(id) => Some((*id, entry.anchor)),
                Row::Change(_) => None,
            })
        });
        Outline {
            left: left.collect(),
            entries,
        }
    }

    /// Assigns every change to the section under which it is shown, with pointers where passages
    /// have left.
    fn place(&self) -> Rows {
        let mut homes = Vec::with_capacity(self.comparison.changes.len());
        let mut previous = None;
        for change in &self.comparison.changes {
            let home = self.home(change, previous);
            if let Some(Anchor::New(section)) = home {
                previous = Some(section);
            }
            homes.push(home);
        }
        let mut left = self.left_behind(&homes);
        let mut rows = std::mem::take(&mut left.at_start);
        for (position, home) in homes.into_iter().enumerate() {
            if let Some(anchor) = home {
                let id = change_id(position);
                let here = rows.entry(anchor).or_default();
                here.push(Row::Change(id));
                here.extend(left.after.remove(&id).unwrap_or_default());
            }
        }
        rows
    }

    /// The section under which a change is shown.
    fn home(&self, change: &Change, previous: Option<SectionId>) -> Option<Anchor> {
        if let Some(block) = change.new.first() {
            return Some(Anchor::New(self.new.blocks.get(block.index())?.section));
        }
        let section = self.old.blocks.get(change.old.first()?.index())?.section;
        let here = previous.filter(|new| self.links.linked(section, *new).is_some());
        Some(here.map_or_else(|| self.links.stand_in(section), Anchor::New))
    }

    fn left_behind(&self, homes: &[Option<Anchor>]) -> Left {
        let mut change_of = vec![None; self.old.blocks.len()];
        for (position, change) in self.comparison.changes.iter().enumerate() {
            for block in &change.old {
                if let Some(slot) = change_of.get_mut(block.index()) {
                    *slot = Some((change_id(position), change));
                }
            }
        }
        let mut left = Left::default();
        let (mut section, mut before, mut last_left) = (None, None, None);
        for (block, change) in self.old.blocks.iter().zip(change_of) {
            if section != Some(block.section) {
                (section, before, last_left) = (Some(block.section), None, None);
            }
            let Some((id, change)) = change else { continue };
            if !matches!(change.kind, ChangeKind::Moved | ChangeKind::MovedEdited) {
                before = Some(id);
            } else if last_left != Some(id) {
                last_left = Some(id);
                let start = self.links.stand_in(block.section);
                let pointers = match before {
                    Some(before) => left.after.entry(before).or_default(),
                    // All of a merged section went where the passage went: there is no place
                    // left to point from.
                    None if homes.get(id.index()) == Some(&Some(start))
                        && self.links.is_merged(start) =>
                    {
                        continue;
                    }
                    None => left.at_start.entry(start).or_default(),
                };
                pointers.push(Row::MovedAway(id));
            }
        }
        left
    }

    /// Old sections that have left their place, by how many new sections stand before them.
    fn gone(&self) -> Vec<Vec<SectionId>> {
        let mut gone = vec![Vec::new(); self.new.sections.len() + 1];
        let mut position = 0;
        for id in (0..self.old.sections.len()).map(section_id) {
            match self.links.main(id) {
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

    fn absent(&self, id: SectionId, rows: &mut Rows) -> Entry {
        let anchor = Anchor::Old(id);
        let (kind, state, op) = match self.links.main(id) {
            Some(link) => (
                EntryKind::MovedAway(link.new),
                SectionState::Moved,
                Op::Equal,
            ),
            None => (EntryKind::Removed, SectionState::Removed, Op::Delete),
        };
        let (heading, level) = heading(self.old, id, op);
        let rows = rows.remove(&anchor).unwrap_or_default();
        let (changed, minor) = self.count(&rows);
        Entry {
            anchor,
            kind,
            level,
            states: vec![state],
            heading,
            relations: Vec::new(),
            rows,
            changed,
            minor,
        }
    }

    fn present(&self, id: SectionId, rows: &mut Rows) -> Entry {
        let anchor = Anchor::New(id);
        let own = self.links.of_new(id);
        let rows = rows.remove(&anchor).unwrap_or_default();
        let (changed, minor) = self.count(&rows);
        let op = if own.is_empty() {
            Op::Insert
        } else {
            Op::Equal
        };
        let (mut heading, level) = heading(self.new, id, op);
        if let [link] = own
            && self.links.of_old(link.old).len() == 1
            && !link.heading.is_empty()
        {
            heading.clone_from(&link.heading);
        }
        Entry {
            anchor,
            kind: EntryKind::Present,
            level,
            states: self.states(own, changed),
            heading,
            relations: self.relations(own),
            rows,
            changed,
            minor,
        }
    }

    /// How many rows are not unchanged, and how many of these are minor.
    fn count(&self, rows: &[Row]) -> (usize, usize) {
        let (mut changed, mut minor) = (0, 0);
        for row in rows {
            match row {
                Row::MovedAway(_) => changed += 1,
                Row::Change(id) => {
                    if let Some(change) = self.comparison.changes.get(id.index()) {
                        changed += usize::from(change.kind != ChangeKind::Unchanged);
                        minor += usize::from(is_minor(change));
                    }
                }
            }
        }
        (changed, minor)
    }

    fn is_split(&self, own: &[&SectionLink]) -> bool {
        own.iter().any(|link| self.links.of_old(link.old).len() > 1)
    }

    fn states(&self, own: &[&SectionLink], changed: usize) -> Vec<SectionState> {
        if own.is_empty() {
            return vec![SectionState::Added];
        }
        let split = self.is_split(own);
        // For merged and split sections the sentence that names the old ones says more.
        let renamed = !split && own.len() == 1 && own.iter().any(|link| link.renamed);
        let holds = [
            (SectionState::Merged, own.len() > 1),
            (SectionState::Split, split),
            (SectionState::Renamed, renamed),
            (SectionState::Moved, own.iter().any(|link| link.moved)),
            (SectionState::Edited, own.iter().any(|link| link.edited)),
        ];
        let states = holds
            .into_iter()
            .filter_map(|(state, holds)| holds.then_some(state));
        let states: Vec<SectionState> = states.collect();
        if !states.is_empty() {
            return states;
        }
        vec![if changed == 0 {
            SectionState::Unchanged
        } else {
            SectionState::Formatting
        }]
    }

    fn relations(&self, own: &[&SectionLink]) -> Vec<Relation> {
        let mut relations = Vec::new();
        if own.len() > 1 {
            let merged = own.iter().map(|link| link.old);
            relations.push(Relation::MergedFrom(merged.collect()));
        }
        for link in own {
            let parts = self.links.of_old(link.old);
            if parts.len() > 1 {
                let others = parts.iter().map(|part| part.new);
                let others = others.filter(|new| *new != link.new).collect();
                relations.push(Relation::SplitFrom(link.old, others));
            } else if own.len() == 1 && link.renamed {
                relations.push(Relation::RenamedFrom(link.old));
            }
            if link.moved {
                relations.push(Relation::MovedFrom(link.old));
            }
        }
        relations
    }
}

/// Pointers to passages that went elsewhere: at the start of an entry, or after a change.
#[derive(Default)]
struct Left {
    at_start: Rows,
    after: BTreeMap<ChangeId, Vec<Row>>,
}

fn section_id(position: usize) -> SectionId {
    SectionId(u32::try_from(position).unwrap_or(u32::MAX))
}

fn change_id(position: usize) -> ChangeId {
    ChangeId(u32::try_from(position).unwrap_or(u32::MAX))
}

fn heading(document: &Document, id: SectionId, op: Op) -> (Vec<Segment>, u8) {
    let Some(section) = document.sections.get(id.index()) else {
        return (Vec::new(), 0);
    };
    let segment = Segment {
        op,
        text: section.heading.clone(),
        term: None,
        formatting: false,
    };
    let shown = Some(segment).filter(|segment| !segment.text.is_empty());
    (shown.into_iter().collect(), section.level)
}
