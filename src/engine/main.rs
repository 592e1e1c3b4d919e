//! The engine alone in the browser: for the comparison with other differs, run by
//! `cargo xtask bench-peers`, and for the test that the page reads files as the command line does.
//!
//! It is compiled as the widget is, with the same profile, with the reader of HTML inside, and
//! hands over what the command line prints as JSON, so that what is measured includes reading,
//! matching of sections and writing down. The page itself spares the last step, and readers never
//! load this binary.

use policy_diff::{
    compare::compare,
    document::{self, Platform, html},
    meaning,
    model::{Comparison, Document, Meaning},
    report::json,
    widget,
};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

const PLATFORM: Platform = Platform {
    read_html: html::read,
    decode: widget::decode,
};

/// Reads and compares two texts; returns a `policy-diff/comparison` without facts and highlights.
///
/// The names decide how the texts are read, as those of files do.
#[wasm_bindgen]
#[must_use]
pub fn compare_texts(old_name: &str, old: &str, new_name: &str, new: &str) -> String {
    let (old, new) = (read(old_name, old), read(new_name, new));
    write(&old, &new, |_, _, _| Meaning::default())
}

/// The same with facts and highlights: the whole `policy-diff compare`.
#[wasm_bindgen]
#[must_use]
pub fn compare_meanings(old_name: &str, old: &str, new_name: &str, new: &str) -> String {
    let (old, new) = (read(old_name, old), read(new_name, new));
    write(&old, &new, meaning::weigh)
}

/// Reads one file as the page does; returns what `policy-diff read --format json` prints.
///
/// What cannot be used gives a document without blocks, whose problems say why.
#[wasm_bindgen]
#[must_use]
pub fn read_document(name: &str, bytes: &[u8]) -> String {
    let document = document::read_on(PLATFORM, name, bytes);
    let reading = meaning::read(&document);
    // Writing to memory cannot fail; an empty text would show as a broken result.
    serde_json::to_string(&json::document(&document, &reading)).unwrap_or_default()
}

fn read(name: &str, text: &str) -> Document {
    document::read_on(PLATFORM, name, text.as_bytes())
}

fn write(
    old: &Document,
    new: &Document,
    weigh: fn(&Document, &Document, &Comparison) -> Meaning,
) -> String {
    let comparison = compare(old, new);
    let meaning = weigh(old, new, &comparison);
    // Writing to memory cannot fail; an empty text would show as a broken result.
    serde_json::to_string(&json::comparison(old, new, &comparison, &meaning)).unwrap_or_default()
}
