//! Says which section and which block of the old version became which of the new one, and
//! which words changed inside them.

mod model;

pub use model::{
    Change, ChangeId, ChangeKind, Comparison, Op, SectionLink, Sections, Segment, Term, Totals,
    Weight,
};

use crate::document::Document;

/// Compares two versions.
///
/// Work is bounded by counting it, never by a clock, so the result is the same on every machine.
#[must_use]
pub fn compare(old: &Document, new: &Document) -> Comparison {
    let _ = (old, new);
    Comparison::default()
}
