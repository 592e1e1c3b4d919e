//! Which passages moved on their own, as opposed to moving along with their section.

use std::collections::{BTreeMap, BTreeSet};

use model::{Document, Sections};
use text::sorting::sort_by_key;

use crate::blocks::{
    matching::{Group, Side},
    order::heaviest_in_order,
};

/// Marks the groups whose passage moved: those between sections that are not each other's main
/// counterpart, and those out of order between two that are. If a whole section moved, its
/// passages did not move on their own.
pub(crate) fn mark(old: &Side<'_>, new: &Side<'_>, sections: &Sections, groups: &mut [Group]) {
    let main = main_counterparts(sections);
    let mut at_home: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, group) in groups.iter_mut().enumerate() {
        let (Some(&a), Some(&b)) = (group.old.first(), group.new.first()) else {
            continue;
        };
        let pair = (old.section(a), new.section(b));
        if main.contains(&pair) {
            at_home.entry(pair).or_default().push(at);
        } else {
            group.moved = true;
        }
    }
    for mut list in at_home.into_values() {
        sort_by_key(&mut list, |&at| groups[at].new.first().copied());
        let items: Vec<(usize, u64)> = list
            .iter()
            .map(|&at| {
                let group = &groups[at];
                let size = size(old.document, &group.old) + size(new.document, &group.new);
                (group.old.first().copied().unwrap_or_default(), 1 + size)
            })
            .collect();
        let kept = heaviest_in_order(&items);
        for (place, at) in list.into_iter().enumerate() {
            groups[at].moved = kept.binary_search(&place).is_err();
        }
    }
}

/// Total length of the blocks in bytes.
fn size(document: &Document, blocks: &[usize]) -> u64 {
    blocks
        .iter()
        .map(|&b| document.blocks[b].text.len() as u64)
        .sum()
}

/// Returns the pairs of sections `(old, new)` that are each other's main counterpart: the one with
/// the same heading, or else the one with the largest share of the content.
fn main_counterparts(sections: &Sections) -> BTreeSet<(usize, usize)> {
    let mut of_old: BTreeMap<usize, ((bool, f64), usize)> = BTreeMap::new();
    let mut of_new = of_old.clone();
    let note = |map: &mut BTreeMap<usize, ((bool, f64), usize)>, from, to, rank| {
        let best = map.entry(from).or_insert((rank, to));
        if rank > best.0 {
            *best = (rank, to);
        }
    };
    for link in &sections.links {
        let (old, new, kept) = (link.old.index(), link.new.index(), !link.renamed);
        note(&mut of_old, old, new, (kept, link.share_old));
        note(&mut of_new, new, old, (kept, link.share_new));
    }
    of_old
        .into_iter()
        .map(|(a, (_, b))| (a, b))
        .filter(|&(a, b)| of_new.get(&b).is_some_and(|&(_, back)| back == a))
        .collect()
}
