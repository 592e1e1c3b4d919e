//! Which sections moved.

use std::collections::BTreeSet;

use model::{Document, SectionId};
use text::lexer::word_count;

use crate::blocks::order::heaviest_in_order;

/// Returns the one-to-one pairs outside the heaviest sequence of sections that kept their order.
pub(super) fn moved(
    old: &Document,
    new: &Document,
    pairs: &[(usize, usize)],
) -> BTreeSet<(usize, usize)> {
    let links = |count: usize, ends: &mut dyn Iterator<Item = usize>| {
        let mut links = vec![0_u32; count];
        ends.for_each(|at| links[at] += 1);
        links
    };
    let of_old = links(old.sections.len(), &mut pairs.iter().map(|p| p.0));
    let of_new = links(new.sections.len(), &mut pairs.iter().map(|p| p.1));
    let single = pairs
        .iter()
        .filter(|&&(a, b)| of_old[a] == 1 && of_new[b] == 1);
    // The usual case: every section is still in its place, so their sizes are not needed.
    if single.clone().is_sorted_by_key(|&(a, _)| a) {
        return BTreeSet::new();
    }
    let (old, new) = (sizes(old), sizes(new));
    // A heading without text above or below it cannot be what moved.
    let single: Vec<((usize, usize), u64)> = single
        .map(|&(a, b)| ((a, b), old[a] + new[b]))
        .filter(|&(_, size)| size > 0)
        .collect();
    let places: Vec<(usize, u64)> = single.iter().map(|&((a, _), size)| (a, size)).collect();
    let kept = heaviest_in_order(&places);
    let moved = single
        .iter()
        .enumerate()
        .filter(|(at, _)| kept.binary_search(at).is_err());
    moved.map(|(_, &(pair, _))| pair).collect()
}

/// How many words stand in each section. A heading without text of its own stands for the
/// sections below it: what passed it has left them, or joined them.
fn sizes(document: &Document) -> Vec<u64> {
    let own = |at: usize| -> u64 {
        let blocks = document.blocks_of(SectionId::at(at));
        blocks.map(|(_, b)| word_count(&b.text) as u64).sum()
    };
    let mut sizes: Vec<u64> = (0..document.sections.len()).map(own).collect();
    // From the last to the first, what stands below each level since a heading of a higher one.
    let mut below = [0_u64; 7];
    for (section, size) in document.sections.iter().zip(&mut sizes).rev() {
        let level = usize::from(section.level).min(below.len() - 1);
        let beneath: u64 = below[level + 1..].iter().sum();
        below[level + 1..].fill(0);
        below[level] += *size + beneath;
        if *size == 0 {
            *size = beneath;
        }
    }
    sizes
}
