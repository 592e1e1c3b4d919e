//! The reader of web pages as a program of its own, which the widget loads when the first page is
//! opened: the parser is half as large as all the rest, and published policies rarely need it.

use policy_diff::document::html;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Reads the source of a page or a fragment; returns the bytes of an [`html::Page`].
#[wasm_bindgen]
#[must_use]
pub fn read(source: &str) -> Vec<u8> {
    html::read(source).to_bytes()
}
