//! html5ever's parser with the same interface as the browser's.

use super::Node;
use super::locate::{markup_length, tag_name};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::borrow::Cow;

/// Most levels of nesting, as in browsers.
const DEEPEST: usize = 512;

/// Parses HTML source with html5ever.
///
/// Elements nested deeper than 512 levels are flattened, as in browsers: html5ever's work for
/// every tag grows with its depth.
#[must_use]
pub fn parse_native(source: &str) -> Node {
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts {
            // As in a browser's DOMParser, `noscript` is parsed as content.
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        },
        ..ParseOpts::default()
    };
    let limited = limit_depth(source);
    let dom = parse_document(RcDom::default(), options).one(limited.as_ref());
    convert(&dom.document)
}

/// An element whose children are being converted.
struct Open {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
    source: Handle,
    next: usize,
}

/// Converts html5ever's tree without recursion.
fn convert(document: &Handle) -> Node {
    let mut open = vec![Open {
        name: "#document".to_owned(),
        attributes: Vec::new(),
        children: Vec::new(),
        source: document.clone(),
        next: 0,
    }];
    loop {
        let Some(current) = open.last_mut() else {
            return Node::Text(String::new());
        };
        let child = current.source.children.borrow().get(current.next).cloned();
        current.next += 1;
        match child {
            Some(child) => match &child.data {
                NodeData::Text { contents } => {
                    current
                        .children
                        .push(Node::Text(contents.borrow().to_string()));
                }
                NodeData::Element { name, attrs, .. } => {
                    let attributes = attrs
                        .borrow()
                        .iter()
                        .map(|a| (a.name.local.to_string(), a.value.to_string()))
                        .collect();
                    let name = name.local.to_ascii_lowercase().to_string();
                    open.push(Open {
                        name,
                        attributes,
                        children: Vec::new(),
                        source: child.clone(),
                        next: 0,
                    });
                }
                _ => {}
            },
            None => {
                let Some(done) = open.pop() else {
                    return Node::Text(String::new());
                };
                let node = Node::Element {
                    name: done.name,
                    attributes: done.attributes,
                    children: done.children,
                };
                match open.last_mut() {
                    Some(parent) => parent.children.push(node),
                    None => return node,
                }
            }
        }
    }
}

/// Replaces the tags nested deeper than [`DEEPEST`] by spaces.
fn limit_depth(source: &str) -> Cow<'_, str> {
    let mut blanks = Vec::new();
    let (mut depth, mut excess, mut at) = (0_usize, 0_usize, 0);
    while let Some(found) = source.get(at..).and_then(|rest| rest.find('<')) {
        at += found;
        let rest = source.get(at..).unwrap_or_default();
        let Some(length) = markup_length(rest) else {
            at += 1;
            continue;
        };
        let inside = rest.get(1..).unwrap_or_default();
        let closing = inside.strip_prefix('/');
        if nests(tag_name(closing.unwrap_or(inside))) {
            if closing.is_none() {
                if depth < DEEPEST {
                    depth += 1;
                } else {
                    excess += 1;
                    blanks.push(at..at + length);
                }
            } else if excess > 0 {
                excess -= 1;
                blanks.push(at..at + length);
            } else {
                depth = depth.saturating_sub(1);
            }
        }
        at += length;
    }
    if blanks.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut limited = String::with_capacity(source.len());
    let mut kept = 0;
    for blank in blanks {
        limited.push_str(source.get(kept..blank.start).unwrap_or_default());
        limited.extend(std::iter::repeat_n(' ', blank.len()));
        kept = blank.end;
    }
    limited.push_str(source.get(kept..).unwrap_or_default());
    Cow::Owned(limited)
}

/// Whether an element can contain itself; others have no content or close each other.
fn nests(name: &str) -> bool {
    const FLAT: [&str; 43] = [
        "", "a", "area", "base", "body", "br", "button", "col", "colgroup", "dd", "dt", "embed",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "html", "img", "input", "li", "link",
        "meta", "nobr", "optgroup", "option", "p", "param", "rp", "rt", "script", "source",
        "style", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr",
    ];
    !FLAT.iter().any(|flat| flat.eq_ignore_ascii_case(name))
}
