//! Which passages moved on their own: those out of order.
//!
//! A passage moved if it is not on the run of passages that kept their order across the whole
//! document. That says nothing of headings: where one came, went or was renamed, the passages
//! below it stay where they stand, and the change is told of the section. First comes the order
//! of the sections, then that of the passages: what a section took along is told of the section.
//!
//! The run is the one that leaves the fewest passages out, and among those of equal number the
//! least text. Least text alone was tried first: it tells of one long clause at the end that all
//! shorter ones behind it moved.

use std::collections::BTreeMap;

use model::{BlockKind, Document, Sections};
use text::{
    lexer::length_in_words,
    sorting::{set, sort_by_key},
};

use crate::blocks::{
    matching::{Group, Order, Side},
    order::heaviest_in_order,
};

/// Fewest words of a passage that can move. Shorter ones ("Read more", the entries of a menu)
/// stand in many places, and where is no news.
const MIN_WORDS: usize = 4;
/// Weight of a passage, more than all the text of a document in bytes.
const PASSAGE: u64 = 1 << 40;

/// Sets [`Group::order`] of every group.
pub(crate) fn mark(old: &Side<'_>, new: &Side<'_>, sections: &Sections, groups: &mut [Group]) {
    let order_of_new = |groups: &[Group], list: &mut Vec<usize>| {
        sort_by_key(list, |&at| groups[at].new.first().copied());
    };
    let mut all: Vec<usize> = (0..groups.len()).collect();
    order_of_new(groups, &mut all);
    // The usual case: every passage is still in its place.
    if all.is_sorted_by_key(|&at| groups[at].old.first()) {
        return;
    }
    let moved = sections.links.iter().filter(|link| link.moved);
    let taken_along = set(moved.map(|link| (link.old.index(), link.new.index())));
    let mut runs: BTreeMap<Option<(usize, usize)>, Vec<usize>> = BTreeMap::new();
    for &at in &all {
        let (a, b) = ends(&groups[at]);
        let pair = (old.section(a), new.section(b));
        let own = taken_along.contains(&pair).then_some(pair);
        runs.entry(own).or_default().push(at);
    }
    let repeated = [old, new].map(repeated);
    let is_long = |side: &Side<'_>, block: usize| {
        let block = &side.document.blocks[block];
        block.kind == BlockKind::TableRow || length_in_words(&block.text) >= MIN_WORDS
    };
    // Of a text that repeats in both versions nobody can say which one moved.
    let can_move = |group: &Group| {
        let (a, b) = ends(group);
        is_long(old, a) && is_long(new, b) && !(repeated[0][a] && repeated[1][b])
    };
    let can_move: Vec<bool> = groups.iter().map(can_move).collect();
    let weight = |at: usize, passage: u64| {
        passage + 1 + size(old.document, &groups[at].old) + size(new.document, &groups[at].new)
    };
    let mut kept = vec![false; groups.len()];
    let mut keep = |list: &[usize], weights: &dyn Fn(usize) -> u64| {
        let places: Vec<(usize, u64)> = list
            .iter()
            .map(|&at| (ends(&groups[at]).0, weights(at)))
            .collect();
        for place in heaviest_in_order(&places) {
            kept[list[place]] = true;
        }
    };
    for list in runs.values() {
        keep(list, &|at| {
            weight(at, if can_move[at] { PASSAGE } else { 0 })
        });
    }
    // What only seems to have moved because a section beside it did, or because of a short line.
    keep(&all, &|at| weight(at, PASSAGE));
    let lists = [old.document, new.document].map(lists);
    let list_of = |group: &Group| {
        let (a, b) = ends(group);
        lists[0][a].zip(lists[1][b])
    };
    let still = all.iter().filter(|&&at| kept[at]);
    let staying = set(still.filter_map(|&at| list_of(&groups[at])));
    for at in all {
        let group = &groups[at];
        let in_list = || list_of(group).is_some_and(|pair| staying.contains(&pair));
        let is_entry = || {
            let text = &new.document.blocks[ends(group).1].text;
            !can_move[at] || !text.ends_with(['.', '!', '?', '。', '！', '？', '؟', '۔'])
        };
        groups[at].order = if kept[at] {
            Order::Kept
        } else if in_list() && is_entry() {
            Order::InList
        } else if can_move[at] {
            Order::Moved
        } else {
            Order::Kept
        };
    }
}

/// The first old and the first new block of a group.
fn ends(group: &Group) -> (usize, usize) {
    let first = |blocks: &[usize]| blocks.first().copied().unwrap_or_default();
    (first(&group.old), first(&group.new))
}

/// For each block whether its text stands there more than once.
fn repeated(side: &Side<'_>) -> Vec<bool> {
    let mut counts = vec![0_u32; side.texts.len()];
    side.text_of.iter().for_each(|&text| counts[text] += 1);
    side.text_of.iter().map(|&text| counts[text] > 1).collect()
}

/// For each block that is an item of a list, where the list begins.
fn lists(document: &Document) -> Vec<Option<usize>> {
    let mut start = None;
    let blocks = document.blocks.iter().enumerate();
    blocks
        .map(|(at, block)| {
            let is_item = block.kind == BlockKind::ListItem;
            let begins = at == 0 || document.blocks[at - 1].section != block.section;
            start = is_item.then(|| start.filter(|_| !begins).unwrap_or(at));
            start
        })
        .collect()
}

/// Total length of the blocks in bytes.
fn size(document: &Document, blocks: &[usize]) -> u64 {
    blocks
        .iter()
        .map(|&b| document.blocks[b].text.len() as u64)
        .sum()
}
