//! Under which section every change is shown, and where passages leave a pointer behind.

use std::collections::BTreeMap;

use super::outline::{Anchor, Row};
use crate::{
    compare::{Change, ChangeId, ChangeKind, Comparison, SectionLink},
    document::{Document, SectionId},
};

/// Section links by either end.
pub(super) struct Links<'a> {
    of_old: Vec<Vec<&'a SectionLink>>,
    of_new: Vec<Vec<&'a SectionLink>>,
}

impl<'a> Links<'a> {
    pub(super) fn new(old: &Document, new: &Document, comparison: &'a Comparison) -> Self {
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

    pub(super) fn of_old(&self, id: SectionId) -> &[&'a SectionLink] {
        self.of_old.get(id.index()).map_or(&[], Vec::as_slice)
    }

    pub(super) fn of_new(&self, id: SectionId) -> &[&'a SectionLink] {
        self.of_new.get(id.index()).map_or(&[], Vec::as_slice)
    }

    /// Where most of an old section went.
    pub(super) fn main(&self, id: SectionId) -> Option<&'a SectionLink> {
        self.of_old(id)
            .iter()
            .copied()
            .reduce(|a, b| if b.share_old > a.share_old { b } else { a })
    }

    fn is_merged(&self, anchor: Anchor) -> bool {
        matches!(anchor, Anchor::New(id) if self.of_new(id).len() > 1)
    }

    fn linked(&self, old: SectionId, new: SectionId) -> Option<&'a SectionLink> {
        self.of_old(old)
            .iter()
            .copied()
            .find(|link| link.new == new)
    }
}

/// Assigns every change to the section under which it is shown, with pointers where passages
/// have left.
pub(super) fn place(
    old: &Document,
    new: &Document,
    comparison: &Comparison,
    links: &Links<'_>,
) -> BTreeMap<Anchor, Vec<Row>> {
    let mut homes = Vec::with_capacity(comparison.changes.len());
    let mut previous = None;
    for change in &comparison.changes {
        let home = home(old, new, change, links, previous);
        if let Some(Anchor::New(section)) = home {
            previous = Some(section);
        }
        homes.push(home);
    }
    let mut left = left_behind(old, new, comparison, links, &homes);
    let mut rows: BTreeMap<Anchor, Vec<Row>> = BTreeMap::new();
    for (anchor, pointers) in std::mem::take(&mut left.at_start) {
        rows.entry(anchor).or_default().extend(pointers);
    }
    for (position, home) in homes.iter().enumerate() {
        let id = ChangeId(u32::try_from(position).unwrap_or(u32::MAX));
        if let Some(anchor) = home {
            let here = rows.entry(*anchor).or_default();
            here.push(Row::Change(id));
            here.extend(left.after.remove(&id).unwrap_or_default());
        }
    }
    rows
}

/// The section under which a change is shown.
fn home(
    old: &Document,
    new: &Document,
    change: &Change,
    links: &Links<'_>,
    previous: Option<SectionId>,
) -> Option<Anchor> {
    if let Some(block) = change.new.first() {
        return Some(Anchor::New(new.blocks.get(block.index())?.section));
    }
    let section = old.blocks.get(change.old.first()?.index())?.section;
    Some(
        match previous.filter(|new| links.linked(section, *new).is_some()) {
            Some(new) => Anchor::New(new),
            None => stand_in(section, links),
        },
    )
}

/// The entry that stands for an old section.
fn stand_in(section: SectionId, links: &Links<'_>) -> Anchor {
    links
        .main(section)
        .map_or(Anchor::Old(section), |link| Anchor::New(link.new))
}

/// Pointers to passages that went elsewhere.
#[derive(Default)]
struct Left {
    at_start: BTreeMap<Anchor, Vec<Row>>,
    after: BTreeMap<ChangeId, Vec<Row>>,
}

fn left_behind(
    old: &Document,
    new: &Document,
    comparison: &Comparison,
    links: &Links<'_>,
    homes: &[Option<Anchor>],
) -> Left {
    let mut change_of = vec![None; old.blocks.len()];
    for (position, change) in comparison.changes.iter().enumerate() {
        for block in &change.old {
            if let Some(slot) = change_of.get_mut(block.index()) {
                *slot = Some(position);
            }
        }
    }
    let mut left = Left::default();
    let (mut section, mut before, mut last_left) = (None, None, None);
    for (block, position) in old.blocks.iter().zip(change_of) {
        if section != Some(block.section) {
            (section, before, last_left) = (Some(block.section), None, None);
        }
        let Some((position, change)) = position.and_then(|p| Some((p, comparison.changes.get(p)?)))
        else {
            continue;
        };
        let id = ChangeId(u32::try_from(position).unwrap_or(u32::MAX));
        if !has_left(change, block.section, new, links) {
            if homes.get(position).copied().flatten().is_some() {
                before = Some(id);
            }
        } else if last_left != Some(id) {
            last_left = Some(id);
            let start = stand_in(block.section, links);
            let pointers = match before {
                Some(before) => left.after.entry(before).or_default(),
                // All of a merged section went where the passage went: there is no place left
                // to point from.
                None if homes.get(position) == Some(&Some(start)) && links.is_merged(start) => {
                    continue;
                }
                None => left.at_start.entry(start).or_default(),
            };
            pointers.push(Row::MovedAway(id));
        }
    }
    left
}

/// True where a passage is shown somewhere else than its old section is.
fn has_left(change: &Change, from: SectionId, new: &Document, links: &Links<'_>) -> bool {
    let Some(to) = change.new.first().and_then(|b| new.blocks.get(b.index())) else {
        return false;
    };
    match links.linked(from, to.section) {
        // The section moved as a whole: its own pointer says so for all of its passages.
        Some(link) if link.moved => false,
        Some(_) => matches!(change.kind, ChangeKind::Moved | ChangeKind::MovedEdited),
        None => true,
    }
}
