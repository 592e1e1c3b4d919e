//! HTML as a plain tree, so that the browser's parser and the native one feed the same reader.
//!
//! The reader works on a flat list of the tree's nodes in document order ([`tree`]): hostile
//! nesting then costs memory and never stack.

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

/// Turns HTML source into a tree. Never fails: HTML parsing is defined for every input.
///
/// Browsers stop nesting at 512 levels, and so must every parser given here: clones and
/// comparisons of a [`Node`] recurse.
pub type Parser = fn(&str) -> Node;

/// A node of a parsed HTML document; comments, doctypes and processing instructions are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element with its lower-case name, its attributes and its children.
    Element {
        /// Lower-case local name.
        name: String,
        /// Attribute names and values in source order.
        attributes: Vec<(String, String)>,
        /// Child nodes in order.
        children: Vec<Node>,
    },
    /// Text, character references resolved.
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

    /// The value of an attribute.
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
