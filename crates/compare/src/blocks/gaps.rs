//! Third step: rewritten blocks between neighbours that are already matched.
//!
//! Between the same two neighbours, a low similarity is enough to say "this became that"; across
//! the document it would not be. A table (dynamic programming) finds the best pairs in order.

use crate::{
    blocks::matching::{Matching, Side},
    limits::GAP_CELLS,
    passages::profile::Space,
};

/// Lowest similarity at which two blocks in the same gap are the same passage (the threshold for
/// changed paragraphs in wikidiff2).
const IN_PLACE: f32 = 0.2;

/// Matches similar free blocks between matched neighbours, in order. Sets `matching.is_coarse` if
/// a gap was larger than [`GAP_CELLS`].
pub(crate) fn join_between(old: &Side<'_>, new: &Side<'_>, space: &Space, matching: &mut Matching) {
    for (olds, news) in gaps(old, new, matching) {
        for (a, b) in in_order(old, new, space, &olds, &news) {
            matching.join(a, b);
        }
    }
}

/// Returns pairs of runs of free blocks that follow the same matched pair or, if nothing follows
/// it on the new side, precede the same one.
fn gaps(old: &Side<'_>, new: &Side<'_>, matching: &mut Matching) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut out = Vec::new();
    let mut taken = vec![false; new.len()];
    let mut start = 0;
    while start < old.len() {
        if matching.old[start].is_some() {
            start += 1;
            continue;
        }
        let end = (start..old.len())
            .find(|&a| matching.old[a].is_some())
            .unwrap_or(old.len());
        let after = match start.checked_sub(1) {
            None => Some(0),
            Some(a) => matching.old[a].map(|b| b + 1),
        };
        let before = matching.old.get(end).copied().unwrap_or(Some(new.len()));
        let is_free = |b: &usize| matching.new[*b].is_none();
        let following = after.into_iter().flat_map(|b| b..new.len());
        let mut run: Vec<usize> = following.take_while(is_free).collect();
        if run.is_empty() {
            let preceding = before.into_iter().flat_map(|b| (0..b).rev());
            run.extend(preceding.take_while(is_free));
            run.reverse();
        }
        run.retain(|&b| !taken[b]);
        if !run.is_empty() {
            let olds: Vec<usize> = (start..end).collect();
            let (rows, columns) = bounded(olds.len(), run.len());
            matching.is_coarse |= (rows, columns) != (olds.len(), run.len());
            run[..columns].iter().for_each(|&b| taken[b] = true);
            out.push((olds[..rows].to_vec(), run[..columns].to_vec()));
        }
        start = end;
    }
    out
}

/// Limits the size of a gap so that `rows * columns` is at most [`GAP_CELLS`].
fn bounded(rows: usize, columns: usize) -> (usize, usize) {
    if rows.saturating_mul(columns) <= GAP_CELLS {
        return (rows, columns);
    }
    let side = GAP_CELLS.isqrt();
    let rows = rows.min(side.max(GAP_CELLS / columns.max(1)));
    (rows, columns.min(GAP_CELLS / rows.max(1)))
}

/// Whether one block is a single sentence that denies, and the other denies nothing. Where more
/// than a little of the wording is the same, they were matched before.
fn is_contrary(old: &Side<'_>, a: usize, new: &Side<'_>, b: usize) -> bool {
    old.is_denial(a) && !new.denies(b) || new.is_denial(b) && !old.denies(a)
}

/// Returns the pairs with the greatest total similarity that are in order on both sides.
fn in_order(
    old: &Side<'_>,
    new: &Side<'_>,
    space: &Space,
    olds: &[usize],
    news: &[usize],
) -> Vec<(usize, usize)> {
    let width = news.len() + 1;
    let mut best = vec![0.0_f32; (olds.len() + 1) * width];
    let mut paired = vec![false; best.len()];
    for (i, &a) in olds.iter().enumerate().rev() {
        for (j, &b) in news.iter().enumerate().rev() {
            let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let similarity = if is_contrary(old, a, new, b) {
                0.0
            } else {
                space.similarity(old.profile(a), new.profile(b))
            };
            let pair = best[(i + 1) * width + j + 1] + similarity;
            let cell = i * width + j;
            paired[cell] = similarity >= IN_PLACE && pair > skip;
            best[cell] = if paired[cell] { pair } else { skip };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < olds.len() && j < news.len() {
        if paired[i * width + j] {
            out.push((olds[i], news[j]));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}
