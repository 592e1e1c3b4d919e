//! HTML parsed by html5ever into its own reference tree, to look at markup without our reader.

use html5ever::{ParseOpts, parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, RcDom};

/// Parses a page; the tree lives as long as the result.
pub fn parse(source: &str) -> RcDom {
    parse_document(RcDom::default(), ParseOpts::default()).one(source)
}

/// Shows every node to `look`.
pub fn walk(node: &Handle, look: &mut impl FnMut(&Handle)) {
    look(node);
    for child in node.children.borrow().iter() {
        walk(child, look);
    }
}
