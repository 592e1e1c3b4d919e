//! The redline of a table row whose columns stand in another order.
//!
//! The words of a column that went elsewhere are the same words in another place, which is
//! formatting; what changed within a cell is marked in both places.

use std::ops::Range;

use model::{Op, Segment};

use crate::{
    blocks::order::heaviest_in_order,
    limits::COLUMNS,
    mirror,
    redline::{append, redline},
};

/// What stands between two cells in the text of a row.
const BORDER: &str = " | ";

/// Returns for each column of the new header the old column with the same name; `None` unless
/// both have the same columns, each once, in another order.
pub(crate) fn order(old: &str, new: &str) -> Option<Vec<usize>> {
    let (old, new) = (cells(old), cells(new));
    if new.len() > COLUMNS {
        return None;
    }
    let names: Vec<String> = old.iter().map(|cell| document::normalise(cell)).collect();
    let place = |cell: &&str| {
        let name = document::normalise(cell);
        let mut found = (0..names.len()).filter(|&at| names[at] == name);
        found.next().filter(|_| found.next().is_none())
    };
    let order: Vec<usize> = new.iter().map(place).collect::<Option<_>>()?;
    let is_whole = (0..old.len()).all(|column| order.contains(&column));
    (is_whole && order.len() == old.len() && !order.is_sorted()).then_some(order)
}

/// Compares two rows of a table whose columns have another order; `None` where one of them has
/// not a cell for each column, or both are the same.
pub(crate) fn of_rows(old: &str, new: &str, order: &[usize]) -> Option<Vec<Segment>> {
    if old > new {
        let inverse = (0..order.len()).map(|column| new_place(order, column));
        let mirrored = of_rows(new, old, &inverse.collect::<Vec<_>>())?;
        return Some(deletions_first(&mirror::segments(mirrored)));
    }
    if old == new {
        return None;
    }
    let (a, b) = (cells(old), cells(new));
    if a.len() != order.len() || b.len() != order.len() {
        return None;
    }
    let places: Vec<(usize, u64)> = order.iter().map(|&column| (column, 1)).collect();
    let kept = heaviest_in_order(&places);
    let mut out = Vec::new();
    let mut next_old = 0;
    let border = |at| border(at, order.len());
    for (at, &column) in order.iter().enumerate() {
        let segments = redline(a[column], b[at]);
        if kept.binary_search(&at).is_err() {
            write(&mut out, &segments, Op::Insert);
            append(&mut out, Op::Insert, border(at), true);
            continue;
        }
        leave(&mut out, &a, &b, order, next_old..column);
        next_old = column + 1;
        for s in &segments {
            append(&mut out, s.op, &s.text, s.formatting);
        }
        if border(column) == border(at) {
            append(&mut out, Op::Equal, border(at), false);
        } else {
            append(&mut out, Op::Delete, border(column), true);
            append(&mut out, Op::Insert, border(at), true);
        }
    }
    leave(&mut out, &a, &b, order, next_old..order.len());
    Some(deletions_first(&out))
}

/// Writes the old cells of columns that stand elsewhere in the new row.
fn leave(out: &mut Vec<Segment>, a: &[&str], b: &[&str], order: &[usize], columns: Range<usize>) {
    for column in columns {
        let to = new_place(order, column);
        write(out, &redline(a[column], b[to]), Op::Delete);
        append(out, Op::Delete, border(column, order.len()), true);
    }
}

/// What stands behind a cell of a row of so many.
fn border(at: usize, cells: usize) -> &'static str {
    if at + 1 < cells { BORDER } else { "" }
}

/// Where an old column stands in the new order.
fn new_place(order: &[usize], column: usize) -> usize {
    let found = order.iter().position(|&from| from == column);
    found.unwrap_or_default()
}

fn cells(row: &str) -> Vec<&str> {
    row.split(BORDER).collect()
}

/// Writes one side of a cell that stands elsewhere on the other: its equal words are formatting.
fn write(out: &mut Vec<Segment>, segments: &[Segment], side: Op) {
    for s in segments
        .iter()
        .filter(|s| s.op == Op::Equal || s.op == side)
    {
        append(out, side, &s.text, s.formatting || s.op == Op::Equal);
    }
}

/// Puts deletions before insertions wherever nothing equal stands between them.
fn deletions_first(segments: &[Segment]) -> Vec<Segment> {
    let mut out = Vec::new();
    for run in segments.chunk_by(|x, y| (x.op == Op::Equal) == (y.op == Op::Equal)) {
        for op in [Op::Equal, Op::Delete, Op::Insert] {
            for s in run.iter().filter(|s| s.op == op) {
                append(&mut out, op, &s.text, s.formatting);
            }
        }
    }
    out
}
