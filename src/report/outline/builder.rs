//! Assigns every change to the section under which it is read, and puts the sections in order.

use std::collections::BTreeMap;

use super::{Anchor, Entry, Outline, Place, Row, State};
use crate::{
    compare::{Change, ChangeId, ChangeKind, Comparison, Op, SectionLink, Segment},
    document::{Document, SectionId},
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
        let mut left = self.left_behind();
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

    fn left_behind(&self) -> Left {
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
            if !self.has_left(change, block.section) {
                before = Some(id);
            } else if last_left != Some(id) {
                last_left = Some(id);
                let pointers = match before {
                    Some(before) => left.after.entry(before).or_default(),
                    None => {
                        let anchor = self.links.stand_in(block.section);
                        left.at_start.entry(anchor).or_default()
                    }
                };
                pointers.push(Row::MovedAway(id));
            }
        }
        left
    }

    /// True where a passage is shown somewhere else than its old section is.
    fn has_left(&self, change: &Change, from: SectionId) -> bool {
        let first = change.new.first();
        let Some(to) = first.and_then(|b| self.new.blocks.get(b.index())) else {
            return false;
        };
        match self.links.linked(from, to.section) {
            // The section moved as a whole: its own pointer says so for all of its passages.
            Some(link) if link.moved => false,
            Some(_) => matches!(change.kind, ChangeKind::Moved | ChangeKind::MovedEdited),
            None => true,
        }
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
        let (place, state, op) = match self.links.main(id) {
            Some(link) => (Place::MovedAway(link.new), State::Moved, Op::Equal),
            None => (Place::Removed, State::Removed, Op::Delete),
        };
        let (heading, level) = heading(self.old, id, op);
        Entry {
            anchor,
            place,
            level,
            states: vec![state],
            heading,
            from: vec![id],
            rows: rows.remove(&anchor).unwrap_or_default(),
        }
    }

    fn present(&self, id: SectionId, rows: &mut Rows) -> Entry {
        let anchor = Anchor::New(id);
        let own = self.links.of_new(id);
        let rows = rows.remove(&anchor).unwrap_or_default();
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
            place: Place::Present,
            level,
            states: self.states(own, &rows),
            heading,
            from: own.iter().map(|link| link.old).collect(),
            rows,
        }
    }

    fn states(&self, own: &[&SectionLink], rows: &[Row]) -> Vec<State> {
        if own.is_empty() {
            return vec![State::Added];
        }
        let split = own.iter().any(|link| self.links.of_old(link.old).len() > 1);
        // For merged and split sections the sentence that names the old ones says more.
        let renamed = !split && own.len() == 1 && own.iter().any(|link| link.renamed);
        let holds = [
            (State::Merged, own.len() > 1),
            (State::Split, split),
            (State::Renamed, renamed),
            (State::Moved, own.iter().any(|link| link.moved)),
            (State::Edited, own.iter().any(|link| link.edited)),
        ];
        let states: Vec<State> = holds
            .into_iter()
            .filter_map(|(state, holds)| holds.then_some(state))
            .collect();
        if !states.is_empty() {
            return states;
        }
        let unchanged = rows.iter().all(|row| match row {
            Row::Change(id) => self
                .comparison
                .changes
                .get(id.index())
                .is_none_or(|change| change.kind == ChangeKind::Unchanged),
            Row::MovedAway(_) => false,
        });
        vec![if unchanged {
            State::Unchanged
        } else {
            State::Formatting
        }]
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
