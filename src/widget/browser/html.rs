//! The browser's own HTML parser, as a plain tree.

use web_sys::{DomParser, NodeList, SupportedType};

use super::inert::{STYLE, inert};
use document::html::Node;

/// How deep elements are followed. Browsers stop nesting at 512; a page nested deeper than that
/// by script would only exhaust the stack.
const DEPTH: usize = 600;

/// Turns HTML source into a tree. Nothing in it runs or is fetched.
pub fn parse(source: &str) -> Node {
    let parsed = DomParser::new()
        .and_then(|parser| parser.parse_from_string(&inert(source), SupportedType::TextHtml))
        .ok()
        .and_then(|document| document.document_element())
        .and_then(|root| convert(&root, DEPTH));
    parsed.unwrap_or_else(|| Node::Text(source.to_owned()))
}

fn convert(node: &web_sys::Node, depth: usize) -> Option<Node> {
    match node.node_type() {
        web_sys::Node::TEXT_NODE => Some(Node::Text(node.text_content().unwrap_or_default())),
        web_sys::Node::ELEMENT_NODE => Some(element(wasm_bindgen::JsCast::dyn_ref(node)?, depth)),
        _ => None,
    }
}

fn element(element: &web_sys::Element, depth: usize) -> Node {
    let attributes = element
        .get_attribute_names()
        .iter()
        .filter_map(|name| name.as_string())
        .filter_map(|name| {
            let value = element.get_attribute(&name)?;
            Some((
                if name == STYLE {
                    "style".to_owned()
                } else {
                    name
                },
                value,
            ))
        })
        .collect();
    let children = match depth.checked_sub(1) {
        Some(depth) => children(&element.child_nodes(), depth),
        None => vec![Node::Text(element.text_content().unwrap_or_default())],
    };
    Node::Element {
        name: element.local_name().to_ascii_lowercase(),
        attributes,
        children,
    }
}

fn children(nodes: &NodeList, depth: usize) -> Vec<Node> {
    (0..nodes.length())
        .filter_map(|at| nodes.item(at))
        .filter_map(|node| convert(&node, depth))
        .collect()
}
