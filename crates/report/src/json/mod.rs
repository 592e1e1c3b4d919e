//! The published format, version 2: what `--format json` prints and what the page opens.
//!
//! It is the model's own serialisation. Here is only what the model has apart and readers of the
//! format want together: an id beside each thing, topics beside their blocks, the facts that
//! changed in full. `docs/format.md` describes it; a field of the model that changes its name
//! changes it here, and the schema beside that document says so.

mod history;
mod read;
mod write;

use serde::Serialize;

use crate::Timeline;
use model::{Comparison, Document, Meaning, Reading, request::Request};

pub use read::{Fault, Saved, comparison as read_comparison};

/// The number of the form; it rises when a name changes its meaning.
const VERSION: u32 = 2;

/// The name of a comparison's form.
const COMPARISON: &str = "policy-diff/comparison";

/// What every output begins with.
#[derive(Serialize)]
struct Envelope<T> {
    format: &'static str,
    version: u32,
    #[serde(flatten)]
    content: T,
}

impl<T> Envelope<T> {
    fn new(format: &'static str, content: T) -> Self {
        Self {
            format,
            version: VERSION,
            content,
        }
    }
}

/// One document with what it says, as `policy-diff/document`.
pub fn document<'a>(document: &'a Document, reading: &'a Reading) -> impl Serialize + use<'a> {
    write::document(document, reading)
}

/// Two documents and what became of the one in the other, as `policy-diff/comparison`.
pub fn comparison<'a>(
    old: &'a Document,
    new: &'a Document,
    comparison: &'a Comparison,
    meaning: &'a Meaning,
) -> impl Serialize + use<'a> {
    let content = write::Texts::new(old, new, comparison, meaning);
    Envelope::new(COMPARISON, content)
}

/// All versions of a policy and what lies between them, as `policy-diff/history`.
pub fn history<'a>(timeline: &'a Timeline<'a>) -> impl Serialize + use<'a> {
    Envelope::new("policy-diff/history", history::View::new(timeline))
}

/// A request, as `policy-diff/request`. Ids are those of the policy's own
/// `policy-diff/document`.
pub fn request(request: &Request) -> impl Serialize + use<'_> {
    Envelope::new("policy-diff/request", request)
}
