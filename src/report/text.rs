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

/// One document; not written yet.
#[must_use]
pub fn document(
    _document: &Document,
    _reading: &crate::meaning::Reading,
    _locale: Locale,
) -> String {
    String::new()
}

/// A request; not written yet.
#[must_use]
pub fn request(_document: &Document, request: &crate::rights::Request, _locale: Locale) -> String {
    request.body.clone()
}
