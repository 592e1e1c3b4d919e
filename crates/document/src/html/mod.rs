//! HTML as a plain tree, so that the browser's parser and the native one share one reader.
//!
//! The reader works on a flat list of the tree's nodes in document order ([`tree`]), so that
//! hostile nesting costs memory but never stack.

mod chrome;
mod elements;
mod locate;
#[cfg(feature = "native")]
mod native;
mod reader;
mod tree;

pub(super) use locate::{markup_length, tag_name};
#[cfg(feature = "native")]
pub use native::parse_native;
pub(super) use reader::{Page, read};

/// Parses HTML source into a tree. This never fails: HTML parsing is defined for every input.
///
/// A parser must limit nesting to 512 levels, as browsers do, because cloning and comparing a
/// [`Node`] is recursive.
pub type Parser = fn(&str) -> Node;

/// A node of a parsed HTML document; comments, doctypes and processing instructions are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element {
        /// Lower-case local name.
        name: String,
        /// Attribute names and values in source order.
        attributes: Vec<(String, String)>,
        /// Child nodes in order.
        children: Vec<Node>,
    },
    /// Text with character references resolved.
    Text(String),
}

impl Node {
    /// The element's name; empty for text.
    fn name(&self) -> &str {
        match self {
            Self::Element { name, .. } => name,
            Self::Text(_) => "",
        }
    }

    /// Returns the value of the attribute named `wanted`.
    fn attribute(&self, wanted: &str) -> Option<&str> {
        match self {
            Self::Element { attributes, .. } => attributes
                .iter()
                .find(|(name, _)| name == wanted)
                .map(|(_, value)| value.as_str()),
            Self::Text(_) => None,
        }
    }
}
