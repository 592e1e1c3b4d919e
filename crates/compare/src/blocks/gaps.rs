//! Third step: rewritten blocks between neighbours that are already matched.
//!
//! Between the same two neighbours little similarity is enough to say "this became that"; across
//! the document it would not be. The order inside a gap is kept, which a small table decides.

use crate::{
    blocks::matching::{Matching, Side},
    limits::GAP_CELLS,
    passages::profile::Space,
};

/// Similarity from which two blocks in the same gap are one passage (the threshold for changed
/// paragraphs in wikidiff2).
const IN_PLACE: f32 = 0.2;

pub(crate) fn join_between(old: &Side<'_>, new: &Side<'_>, space: &Space, matching: &mut Matching) {
    for (olds, news) in gaps(old, new, matching) {
        for (a, b) in in_order(old, new, space, &olds, &news) {
            matching.join(a, b);
        }
    }
}

/// Runs of free blocks on both sides that follow the same matched pair, or, where only the end
/// is shared, lead up to the same one.
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
        let after = match start.checked_sub(1).map(|a| matching.old[a]) {
            None => Some(0),
            Some(partner) => partner.map(|b| b + 1),
        };
        let before = if end == old.len() {
            Some(new.len())
        } else {
            matching.old[end]
        };
        let run_after = after.map_or(Vec::new(), |b| {
            (b..new.len())
                .take_while(|&b| matching.new[b].is_none())
                .collect()
        });
        let mut run_before: Vec<usize> = before.map_or(Vec::new(), |b| {
            (0..b)
                .rev()
                .take_while(|&b| matching.new[b].is_none())
                .collect()
        });
        run_before.reverse();
        let run = if run_after.is_empty() {
            run_before
        } else {
            run_after
        };
        let run: Vec<usize> = run.into_iter().filter(|&b| !taken[b]).collect();
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

/// A gap that is too large is cut to its first blocks.
fn bounded(rows: usize, columns: usize) -> (usize, usize) {
    if rows.saturating_mul(columns) <= GAP_CELLS {
        return (rows, columns);
    }
    let side = GAP_CELLS.isqrt();
    let rows = rows.min(side.max(GAP_CELLS / columns.max(1)));
    (rows, columns.min(GAP_CELLS / rows.max(1)))
}

/// The pairing of two runs, in order on both sides, with the greatest total similarity.
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
            let similarity = space.similarity(old.profile(a), new.profile(b));
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
