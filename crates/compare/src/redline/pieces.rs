//! Cuts two long lists of tokens at anchors, so that each piece can be compared on its own.
//!
//! A diff can cost the product of the two lengths. That is nothing for a paragraph, and too much
//! for a policy of thirty pages that was published as one. A run of several tokens that occurs
//! exactly once on each side is an anchor, as a paragraph that does is one for the blocks; the
//! lists are cut at the anchors that kept their order.

use rustc_hash::FxHashMap;
use std::ops::Range;
use text::hash::fnv;

use crate::{
    blocks::order::heaviest_in_order,
    limits::{PIECE, WHOLE},
};

/// Number of tokens in an anchor: runs of this length are hardly ever equal by chance.
const RUN: usize = 8;

/// Returns corresponding ranges of both lists, in order and without gaps.
pub(crate) fn pieces(a: &[u32], b: &[u32]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut out = Vec::new();
    let mut from = (0, 0);
    if a.len().saturating_mul(b.len()) > WHOLE {
        for (i, j) in anchors(a, b) {
            if (i - from.0).saturating_mul(j - from.1) >= PIECE {
                out.push((from.0..i, from.1..j));
                from = (i, j);
            }
        }
    }
    out.push((from.0..a.len(), from.1..b.len()));
    out
}

/// Returns the start `(in a, in b)` of the runs that occur once in each list and kept their order.
fn anchors(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    let (of_a, of_b) = (once(a), once(b));
    let mut found: Vec<(usize, usize)> = a
        .windows(RUN)
        .enumerate()
        .filter_map(|(i, run)| {
            let hash = hash(run);
            of_a.get(&hash).copied().flatten()?;
            let j = of_b.get(&hash).copied().flatten()?;
            (b.get(j..j + RUN) == Some(run)).then_some((i, j))
        })
        .collect();
    let places: Vec<(usize, u64)> = found.iter().map(|&(_, j)| (j, 1)).collect();
    let mut kept = heaviest_in_order(&places).into_iter().peekable();
    let mut at = 0;
    found.retain(|_| {
        let keep = kept.next_if_eq(&at).is_some();
        at += 1;
        keep
    });
    found
}

/// Maps the hash of each run to its start, or to `None` if the run occurs more than once.
fn once(list: &[u32]) -> FxHashMap<u64, Option<usize>> {
    let mut places = FxHashMap::default();
    for (at, run) in list.windows(RUN).enumerate() {
        places
            .entry(hash(run))
            .and_modify(|place| *place = None)
            .or_insert(Some(at));
    }
    places
}

/// Names a run by its numbers; a collision only loses an anchor.
fn hash(run: &[u32]) -> u64 {
    fnv(run.iter().map(|token| u64::from(*token)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lists_are_one_piece() {
        assert_eq!(pieces(&[1, 2], &[2]), [(0..2, 0..1)]);
        assert_eq!(pieces(&[], &[]), [(0..0, 0..0)]);
    }

    #[test]
    fn long_lists_are_cut_where_they_agree() {
        let a: Vec<u32> = (0..10_000).collect();
        let mut b = a.clone();
        b.splice(4_000..4_100, []);
        let cut = pieces(&a, &b);
        assert!(cut.len() > 5);
        for (x, y) in cut.iter().skip(1) {
            assert_eq!(a[x.start], b[y.start]);
        }
        let ends = cut
            .windows(2)
            .all(|w| w[0].0.end == w[1].0.start && w[0].1.end == w[1].1.start);
        assert!(ends);
    }

    #[test]
    fn one_repeated_word_has_no_anchor() {
        assert_eq!(pieces(&[7; 5_000], &[7; 4_000]).len(), 1);
    }
}
