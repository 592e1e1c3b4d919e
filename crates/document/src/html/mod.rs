//! Reads web pages, and fragments of them in Markdown.
//!
//! The parser is large, so it is the feature `html`: a program can leave it out and have pages read
//! by another one that has it, which hands over a [`Page`]. The reader works on a flat list of the
//! page's nodes in document order ([`tree`]), so that hostile nesting costs memory but never stack.

#[cfg(feature = "html")]
mod chrome;
#[cfg(feature = "html")]
mod elements;
#[cfg(feature = "html")]
mod locate;
mod markup;
mod page;
#[cfg(feature = "html")]
mod panels;
#[cfg(feature = "html")]
mod parse;
#[cfg(feature = "html")]
mod reader;
#[cfg(feature = "html")]
mod tables;
#[cfg(feature = "html")]
mod tree;
#[cfg(feature = "html")]
mod walk;

pub(super) use markup::{markup_length, tag_name};
pub use page::Page;
#[cfg(feature = "html")]
pub use reader::read;

/// Reads the source of a page or a fragment; spans are byte ranges of the source.
pub type Reader = fn(&str) -> Page;
