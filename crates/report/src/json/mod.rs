//! The data that `--format json` prints.
//!
//! Every value here is a view that borrows the inner model and gives it the published names, in
//! the published order. Deriving the names from the inner model was rejected: renaming a field
//! inside would then rename it outside.

mod comparison;
mod document;
mod history;
mod ids;
mod request;

use serde::Serialize;

use crate::Timeline;
use ids::Ids;
use model::{Comparison, Document, Meaning, Reading, request::Request};

/// The number of the form; it rises when a name changes its meaning.
const VERSION: u32 = 1;

/// One document with what it says, as `policy-diff/document`.
pub fn document<'a>(document: &'a Document, reading: &'a Reading) -> impl Serialize + use<'a> {
    document::View::new(document, reading, Ids::default())
}

/// Two documents and what became of the one in the other, as `policy-diff/comparison`.
///
/// The ids of the new document go on where those of the old one end, so that each is unique
/// within the output.
pub fn comparison<'a>(
    old: &'a Document,
    new: &'a Document,
    comparison: &'a Comparison,
    meaning: &'a Meaning,
) -> impl Serialize + use<'a> {
    comparison::View::new(old, new, comparison, meaning)
}

/// All versions of a policy and what lies between them, as `policy-diff/history`.
///
/// Ids of versions, sections, blocks and changes go on from one version and one comparison to
/// the next, so that each is unique within the output.
pub fn history<'a>(timeline: &'a Timeline<'a>) -> impl Serialize + use<'a> {
    history::View::new(timeline)
}

/// A request, as `policy-diff/request`. Ids are those of the policy's own
/// `policy-diff/document`.
pub fn request(request: &Request) -> impl Serialize + use<'_> {
    request::View::new(request)
}
