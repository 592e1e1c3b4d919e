//! Recipients in the column of a table that its first row says to be theirs.
//!
//! The heading over a table was not enough: it is as often one of purposes or of cookies, and the
//! recipients stand in any column.

use super::{Place, lists};
use crate::{
    facts::names::Proof,
    languages::recipients::{COLUMNS, WEAK_COLUMNS},
    words::{
        Words,
        text::{Passage, Text},
    },
};
use model::BlockKind;

/// The column of recipients, counted from 0, for a row below the first of its table.
pub(super) fn column(text: &Text<'_>, passage: &Passage<'_>) -> Option<usize> {
    let is_row = passage.block.kind == BlockKind::TableRow;
    let first = is_row.then(|| text.lead(passage)).flatten()?;
    named_column(text, first)
}

/// The column that the first row says to be of recipients. "Name" alone says so where the
/// words before the table, or its heading, do.
fn named_column(text: &Text<'_>, passage: &Passage<'_>) -> Option<usize> {
    let first = passage.sentences.first()?;
    let words = &first.words;
    let strong = words.find(&COLUMNS);
    let announced = lists::is_announced(text, passage);
    let weak = || announced.then(|| words.find(&WEAK_COLUMNS))?;
    let found = strong.or_else(weak)?;
    Some(borders(words, found.start))
}

/// Borders of cells before this word.
fn borders(words: &Words<'_>, at: usize) -> usize {
    (0..=at).map(|i| words.before(i).matches('|').count()).sum()
}

/// Adds the names that open the cell in this column.
pub(super) fn cell(place: &mut Place<'_, '_, '_>, column: usize) {
    let words = place.words();
    if place.sentence.range.start > 0 {
        return;
    }
    let Some(at) = (0..words.len()).find(|i| borders(words, *i) == column) else {
        return;
    };
    for name in place.names_at(at, Proof::Given) {
        place.add(name);
    }
}
