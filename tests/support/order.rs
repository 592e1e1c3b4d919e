//! Which passages kept their order, found without the code that is tested.
#![allow(dead_code, reason = "each test file uses its own part")]

use policy_diff::model::{BlockId, Change, ChangeKind, Comparison, Document};

/// Passages called moved, and how many of them lie on the heaviest run of passages that kept
/// their order.
pub struct Moved {
    pub told: usize,
    pub standing: usize,
}

/// A change with text on both sides.
struct Item<'a> {
    old: usize,
    change: &'a Change,
    /// One passage, and its text in bytes.
    weight: (usize, usize),
}

/// Counts the passages called moved.
///
/// The heaviest run has the most passages, and among runs of equal number the most text. Where
/// several are equally heavy, one without any passage called moved is taken.
pub fn moved(old: &Document, new: &Document, comparison: &Comparison) -> Moved {
    let bytes = |d: &Document, ids: &[BlockId]| -> usize {
        ids.iter().map(|id| d.block(*id).text.len()).sum()
    };
    let mut items: Vec<(usize, Item<'_>)> = Vec::new();
    for change in &comparison.changes {
        if let (Some(a), Some(b)) = (change.old.first(), change.new.first()) {
            let text = bytes(old, &change.old) + bytes(new, &change.new);
            let item = Item {
                old: a.index(),
                change,
                weight: (1, text),
            };
            items.push((b.index(), item));
        }
    }
    items.sort_by_key(|(new, _)| *new);
    let all: Vec<Item<'_>> = items.into_iter().map(|(_, item)| item).collect();
    let told = all.iter().filter(|item| is_moved(item.change)).count();
    if told == 0 {
        return Moved { told, standing: 0 };
    }
    let (weight, run) = heaviest(&all.iter().collect::<Vec<_>>());
    let staying: Vec<&Item<'_>> = all.iter().filter(|item| !is_moved(item.change)).collect();
    let standing = if heaviest(&staying).0 == weight {
        0
    } else {
        run.iter().filter(|&&at| is_moved(all[at].change)).count()
    };
    Moved { told, standing }
}

pub fn is_moved(change: &Change) -> bool {
    matches!(change.kind, ChangeKind::Moved | ChangeKind::MovedEdited)
}

/// The weight of the heaviest run in the old order, and the positions of its items. Every pair
/// is looked at.
fn heaviest(items: &[&Item<'_>]) -> ((usize, usize), Vec<usize>) {
    let mut runs: Vec<((usize, usize), Option<usize>)> = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let before = (0..at).filter(|&b| items[b].old < item.old);
        let best = before.max_by_key(|&b| (runs[b].0, std::cmp::Reverse(b)));
        let (passages, text) = best.map_or((0, 0), |b| runs[b].0);
        runs.push(((passages + item.weight.0, text + item.weight.1), best));
    }
    let mut last = (0..runs.len()).max_by_key(|&at| runs[at].0);
    let weight = last.map_or((0, 0), |at| runs[at].0);
    let mut run = Vec::new();
    while let Some(at) = last {
        run.push(at);
        last = runs[at].1;
    }
    (weight, run)
}
