//! Turns matched blocks into the list of changes, in the order in which it is read.

use std::collections::BTreeMap;

use crate::document::{Block, BlockId, Document};

use super::{
    matching::Group,
    model::{Change, ChangeKind, Op, Sections, Segment, Weight},
    order::heaviest_in_order,
    words::{one_sided, redline},
};

/// The changes of a comparison; weights are filled in later.
pub(super) fn list(
    old: &Document,
    new: &Document,
    groups: &[Group],
    sections: &Sections,
) -> Vec<Change> {
    let moved = moved(old, new, groups, sections);
    let mut rows: Vec<((usize, usize), Change)> = Vec::new();
    let mut old_at: BTreeMap<usize, usize> = BTreeMap::new();
    let mut in_old = vec![false; old.blocks.len()];
    let mut in_new = vec![false; new.blocks.len()];
    for (group, moved) in groups.iter().zip(moved) {
        let place = group.new.first().copied().unwrap_or_default();
        group.old.iter().for_each(|&a| in_old[a] = true);
        group.new.iter().for_each(|&b| in_new[b] = true);
        if !moved {
            group.old.iter().for_each(|&a| {
                old_at.insert(a, place);
            });
        }
        rows.push(((2 * place + 1, 0), change(old, new, group, moved)));
    }
    for b in (0..new.blocks.len()).filter(|&b| !in_new[b]) {
        rows.push(((2 * b + 1, 0), alone(new, b, Op::Insert)));
    }
    for a in (0..old.blocks.len()).filter(|&a| !in_old[a]) {
        rows.push((place_of_removed(old, a, &old_at), alone(old, a, Op::Delete)));
    }
    rows.sort_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, change)| change).collect()
}

/// Behind the block that its old predecessor became; a removed first block of a section stands
/// before what its successor became, so that it does not end the section before.
fn place_of_removed(old: &Document, a: usize, old_at: &BTreeMap<usize, usize>) -> (usize, usize) {
    let same_section = |other: usize| old.blocks[other].section == old.blocks[a].section;
    let before = old_at
        .range(..a)
        .next_back()
        .map(|(&at, &place)| (at, place));
    let after = old_at.range(a..).next().map(|(&at, &place)| (at, place));
    match (before, after) {
        (Some((at, place)), _) if same_section(at) => (2 * place + 1, 1 + a),
        (_, Some((at, place))) if same_section(at) => (2 * place, a),
        (Some((_, place)), _) => (2 * place + 1, 1 + a),
        (None, Some((_, place))) => (2 * place, a),
        (None, None) => (0, a),
    }
}

fn ids(blocks: &[usize]) -> Vec<BlockId> {
    blocks.iter().map(|&b| BlockId(b as u32)).collect()
}

fn alone(document: &Document, block: usize, op: Op) -> Change {
    let segments = one_sided(op, &document.blocks[block].text);
    let (kind, old, new) = match op {
        Op::Insert => (ChangeKind::Added, vec![], ids(&[block])),
        _ => (ChangeKind::Removed, ids(&[block]), vec![]),
    };
    Change {
        kind,
        old,
        new,
        segments,
        weight: Weight::Substantive,
    }
}

fn change(old: &Document, new: &Document, group: &Group, moved: bool) -> Change {
    let segments = redline(&text(old, &group.old), &text(new, &group.new));
    let same_words = segments.iter().all(|s| s.op == Op::Equal || s.formatting);
    let kind = match (group.old.len(), group.new.len()) {
        (1, 1) => match (same_words, moved) {
            (true, true) => ChangeKind::Moved,
            (false, true) => ChangeKind::MovedEdited,
            (false, false) => ChangeKind::Edited,
            (true, false)
                if same_dress(
                    &old.blocks[group.old[0]],
                    &new.blocks[group.new[0]],
                    &segments,
                ) =>
            {
                ChangeKind::Unchanged
            }
            (true, false) => ChangeKind::Reformatted,
        },
        (1, _) => ChangeKind::Split,
        _ => ChangeKind::Merged,
    };
    Change {
        kind,
        old: ids(&group.old),
        new: ids(&group.new),
        segments,
        weight: Weight::Substantive,
    }
}

fn text(document: &Document, blocks: &[usize]) -> String {
    let texts: Vec<&str> = blocks
        .iter()
        .map(|&b| document.blocks[b].text.as_str())
        .collect();
    texts.join("\n")
}

fn same_dress(old: &Block, new: &Block, segments: &[Segment]) -> bool {
    segments.iter().all(|s| s.op == Op::Equal)
        && old.marks == new.marks
        && old.kind == new.kind
        && old.depth == new.depth
}

/// For each group whether its passage went elsewhere: to a section that is not a main counterpart
/// of its own, or out of order between the same two sections.
fn moved(old: &Document, new: &Document, groups: &[Group], sections: &Sections) -> Vec<bool> {
    let mut main_of_old: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    let mut main_of_new: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    for link in &sections.links {
        let (a, b) = (link.old.index(), link.new.index());
        let best = main_of_old.entry(a).or_insert((link.share_old, b));
        if link.share_old > best.0 {
            *best = (link.share_old, b);
        }
        let best = main_of_new.entry(b).or_insert((link.share_new, a));
        if link.share_new > best.0 {
            *best = (link.share_new, a);
        }
    }
    let section_pair = |group: &Group| -> Option<(usize, usize)> {
        let (&a, &b) = (group.old.first()?, group.new.first()?);
        Some((old.blocks[a].section.index(), new.blocks[b].section.index()))
    };
    let mut inside: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    let mut out = vec![false; groups.len()];
    for (at, group) in groups.iter().enumerate() {
        let Some((a, b)) = section_pair(group) else {
            continue;
        };
        let at_home = main_of_old.get(&a).is_some_and(|m| m.1 == b)
            || main_of_new.get(&b).is_some_and(|m| m.1 == a);
        if at_home {
            inside.entry((a, b)).or_default().push(at);
        } else {
            out[at] = true;
        }
    }
    for mut list in inside.into_values() {
        list.sort_by_key(|&at| groups[at].new.first().copied());
        let items: Vec<(usize, u64)> = list
            .iter()
            .map(|&at| {
                let group = &groups[at];
                let size: usize = group.old.iter().map(|&a| old.blocks[a].text.len()).sum();
                (
                    group.old.first().copied().unwrap_or_default(),
                    1 + size as u64,
                )
            })
            .collect();
        let kept = heaviest_in_order(&items);
        for (place, at) in list.into_iter().enumerate() {
            out[at] = kept.binary_search(&place).is_err();
        }
    }
    out
}
