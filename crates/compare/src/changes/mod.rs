//! Turns matched blocks into the list of changes, in reading order.

pub(crate) mod addresses;
pub(crate) mod columns;
pub(crate) mod numbering;
pub(crate) mod terms;
pub(crate) mod totals;
pub(crate) mod weights;

use std::collections::BTreeMap;

use model::{Address, Block, BlockId, Change, ChangeKind, Document, Op, Segment, Weight};
use text::sorting::sort_by_key;

use crate::{
    blocks::matching::{Group, Order},
    redline::{cells, one_sided, redline},
};

/// Returns the changes of a comparison. Addresses and weights are filled in later.
pub(crate) fn list(old: &Document, new: &Document, groups: &[Group]) -> Vec<Change> {
    let mut rows: Vec<((usize, usize), Change)> = Vec::new();
    let mut old_at: BTreeMap<usize, usize> = BTreeMap::new();
    let mut in_old = vec![false; old.blocks.len()];
    let mut in_new = vec![false; new.blocks.len()];
    let orders = columns::orders(old, new, groups);
    for (group, order) in groups.iter().zip(&orders) {
        let place = group.new.first().copied().unwrap_or_default();
        group.old.iter().for_each(|&a| in_old[a] = true);
        group.new.iter().for_each(|&b| in_new[b] = true);
        if group.order != Order::Moved {
            old_at.extend(group.old.iter().map(|&a| (a, place)));
        }
        rows.push((
            (2 * place + 1, 0),
            change(old, new, group, order.as_deref()),
        ));
    }
    for b in (0..new.blocks.len()).filter(|&b| !in_new[b]) {
        rows.push(((2 * b + 1, 0), alone(new, b, Op::Insert)));
    }
    for a in (0..old.blocks.len()).filter(|&a| !in_old[a]) {
        rows.push((place_of_removed(old, a, &old_at), alone(old, a, Op::Delete)));
    }
    sort_by_key(&mut rows, |(place, _)| *place);
    rows.into_iter().map(|(_, change)| change).collect()
}

/// Returns the sort key of the removed block `a`: behind the block that its predecessor became.
/// The first block of a section goes before what its successor became instead, so that it does
/// not end up in the section before. `old_at` has the new place of each old block that stayed.
fn place_of_removed(old: &Document, a: usize, old_at: &BTreeMap<usize, usize>) -> (usize, usize) {
    let same_section = |other: usize| old.blocks[other].section == old.blocks[a].section;
    let (before, after) = (old_at.range(..a).next_back(), old_at.range(a..).next());
    match (before, after) {
        (Some((&at, place)), _) if same_section(at) => (2 * place + 1, 1 + a),
        (_, Some((&at, place))) if same_section(at) => (2 * place, a),
        (Some((_, place)), _) => (2 * place + 1, 1 + a),
        (None, Some((_, place))) => (2 * place, a),
        (None, None) => (0, a),
    }
}

fn ids(blocks: &[usize]) -> Vec<BlockId> {
    blocks.iter().map(|&b| BlockId::at(b)).collect()
}

/// Makes the change for a block that was added (`op` is `Insert`) or removed.
fn alone(document: &Document, block: usize, op: Op) -> Change {
    let segments = one_sided(op, &document.blocks[block].text);
    let (kind, old, new) = match op {
        Op::Insert => (ChangeKind::Added, vec![], ids(&[block])),
        _ => (ChangeKind::Removed, ids(&[block]), vec![]),
    };
    Change {
        address: Address::default(),
        kind,
        old,
        new,
        segments,
        weight: Weight::Substantive,
    }
}

/// Makes the change of a group; `order` is that of the columns of a table if it is another one.
fn change(old: &Document, new: &Document, group: &Group, order: Option<&[usize]>) -> Change {
    let (before, after) = (text(old, &group.old), text(new, &group.new));
    let exchanged = order.and_then(|order| cells::of_rows(&before, &after, order));
    let segments = exchanged.unwrap_or_else(|| redline(&before, &after));
    let same_words = segments.iter().all(|s| s.op == Op::Equal || s.formatting);
    let kind = match (group.old.len(), group.new.len()) {
        (1, 1) => match (same_words, group.order) {
            (true, Order::Moved) => ChangeKind::Moved,
            (false, Order::Moved) => ChangeKind::MovedEdited,
            (false, _) => ChangeKind::Edited,
            // The order of a list is part of its form.
            (true, Order::InList) => ChangeKind::Reformatted,
            (true, Order::Kept) => {
                let (before, after) = (&old.blocks[group.old[0]], &new.blocks[group.new[0]]);
                if same_formatting(before, after, &segments) {
                    ChangeKind::Unchanged
                } else {
                    ChangeKind::Reformatted
                }
            }
        },
        (1, _) => ChangeKind::Split,
        _ => ChangeKind::Merged,
    };
    Change {
        address: Address::default(),
        kind,
        old: ids(&group.old),
        new: ids(&group.new),
        segments,
        weight: Weight::Substantive,
    }
}

/// The display texts of the blocks, joined by line feeds.
fn text(document: &Document, blocks: &[usize]) -> String {
    let texts: Vec<&str> = blocks
        .iter()
        .map(|&b| document.blocks[b].text.as_str())
        .collect();
    texts.join("\n")
}

fn same_formatting(old: &Block, new: &Block, segments: &[Segment]) -> bool {
    segments.iter().all(|s| s.op == Op::Equal)
        && old.marks == new.marks
        && old.kind == new.kind
        && old.depth == new.depth
}
