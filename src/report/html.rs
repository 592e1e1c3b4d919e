//! A comparison as a report.
use crate::{compare::Comparison, document::Document, meaning::Meaning, messages::Locale};

/// The comparison; not written yet.
#[must_use]
pub fn comparison(
    _old: &Document,
    _new: &Document,
    _comparison: &Comparison,
    _meaning: &Meaning,
    _locale: Locale,
) -> String {
    String::new()
}
