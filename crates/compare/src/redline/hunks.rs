//! The raw difference of two token lists, before it is repaired for readers.
//!
//! This is a histogram diff. Myers was rejected because it shatters moved passages into thousands
//! of operations. No deadline is ever passed: wasm has no clock to read, and results would differ
//! between machines.

use std::{collections::BTreeMap, ops::Range};

use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};

use crate::{
    limits::WORD_WORK,
    redline::{pieces::pieces, tokens::Token},
};

/// One run of tokens that stayed or changed, as ranges of the two token lists.
///
/// A list of hunks covers both token lists without gaps; equal runs have the same length on both
/// sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hunk {
    pub equal: bool,
    pub old: Range<usize>,
    pub new: Range<usize>,
}

impl Hunk {
    /// Whether the hunk has tokens on both sides.
    pub fn is_both_sided(&self) -> bool {
        !self.old.is_empty() && !self.new.is_empty()
    }
}

/// Appends a hunk unless it is empty, merging it into the last one if both or neither are equal.
pub(crate) fn push(hunks: &mut Vec<Hunk>, hunk: Hunk) {
    if hunk.old.is_empty() && hunk.new.is_empty() {
        return;
    }
    match hunks.last_mut() {
        Some(last) if last.equal == hunk.equal => {
            last.old.end = hunk.old.end;
            last.new.end = hunk.new.end;
        }
        _ => hunks.push(hunk),
    }
}

/// Compares two lists of tokens by their keys.
pub(crate) fn diff(old: &[Token<'_>], new: &[Token<'_>]) -> Vec<Hunk> {
    let (a, b) = numbers(old, new);
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let ends = a[start..].iter().rev().zip(b[start..].iter().rev());
    let end = ends.take_while(|(x, y)| x == y).count();
    let middle = (start..a.len() - end, start..b.len() - end);
    let mut hunks = Vec::new();
    let mut add = |equal, old, new| push(&mut hunks, Hunk { equal, old, new });
    add(true, 0..start, 0..start);
    let (old_middle, new_middle) = (&a[middle.0], &b[middle.1]);
    for (x, y) in pieces(old_middle, new_middle) {
        let shifted = |range: Range<usize>| start + range.start..start + range.end;
        if x.len().saturating_mul(y.len()) > WORD_WORK {
            add(false, shifted(x), shifted(y));
            continue;
        }
        let (from_x, from_y) = (start + x.start, start + y.start);
        let (x, y) = (&old_middle[x], &new_middle[y]);
        for op in capture_diff_slices_deadline(Algorithm::Histogram, x, y, None) {
            let within = |from: usize, range: Range<usize>| from + range.start..from + range.end;
            let equal = matches!(op, DiffOp::Equal { .. });
            add(
                equal,
                within(from_x, op.old_range()),
                within(from_y, op.new_range()),
            );
        }
    }
    add(true, a.len() - end..a.len(), b.len() - end..b.len());
    hunks
}

/// Numbers tokens so that equal keys have equal numbers.
fn numbers<'a>(old: &'a [Token<'_>], new: &'a [Token<'_>]) -> (Vec<u32>, Vec<u32>) {
    let mut known: BTreeMap<&'a str, u32> = BTreeMap::new();
    let mut number = |list: &'a [Token<'_>]| -> Vec<u32> {
        list.iter()
            .map(|token| {
                let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
                *known.entry(&token.key).or_insert(next)
            })
            .collect()
    };
    (number(old), number(new))
}
