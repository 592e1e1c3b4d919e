//! A parsed page as a flat list in document order, with word counts of every subtree.
//!
//! Traversal needs no recursion, and skipping a subtree is one assignment.

use ::text::lexer::length_in_words;
use std::ops::Range;

/// A node of a parsed page; comments, doctypes and processing instructions are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// An element.
    Element {
        /// Local name in lower case.
        name: String,
        /// Attribute names and values in source order.
        attributes: Vec<(String, String)>,
    },
    /// Text with character references resolved.
    Text(String),
}

impl Node {
    /// The element's name; empty for text.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Element { name, .. } => name,
            Self::Text(_) => "",
        }
    }

    /// Returns the value of the attribute named `wanted`.
    pub(super) fn attribute(&self, wanted: &str) -> Option<&str> {
        match self {
            Self::Element { attributes, .. } => attributes
                .iter()
                .find(|(name, _)| name == wanted)
                .map(|(_, value)| value.as_str()),
            Self::Text(_) => None,
        }
    }

    /// Whether an element's text is never shown: it is code, or other source in raw form.
    pub(super) fn is_code_for_machines(&self) -> bool {
        match self.name() {
            "script" | "style" | "noscript" | "head" | "iframe" | "noembed" | "noframes" => true,
            // Browsers show what a template declares as the inside of its parent.
            "template" => self.attribute("shadowrootmode").is_none(),
            _ => false,
        }
    }
}

/// One node and the position after its last descendant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) node: Node,
    pub(super) end: usize,
}

/// What an element has to do with panels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing.
    #[default]
    Other,
    /// A control that is the heading of the panel behind it.
    Title,
    /// A control that holds a heading.
    Holder,
    /// A part that a control or heading opens.
    Panel,
    /// A panel whose title stands elsewhere, at this position.
    Titled(usize),
}

/// All nodes of a page in document order.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) items: Vec<Item>,
    /// Number of words, and of words in links, before each position; one entry more than items.
    words: Vec<usize>,
    link_words: Vec<usize>,
    /// What each item has to do with panels; empty where nobody has looked.
    pub(super) parts: Vec<Part>,
}

impl Tree {
    pub(super) fn new(items: Vec<Item>) -> Self {
        let (words, link_words) = count_words(&items);
        Self {
            items,
            words,
            link_words,
            parts: Vec::new(),
        }
    }

    /// What the node at `at` has to do with panels.
    pub(super) fn part(&self, at: usize) -> Part {
        self.parts.get(at).copied().unwrap_or_default()
    }

    /// The positions of a node and its descendants.
    pub(super) fn range(&self, at: usize) -> Range<usize> {
        at..self.items.get(at).map_or(at, |item| item.end)
    }

    /// Number of words in a subtree, without scripts and styles.
    pub(super) fn words(&self, at: usize) -> usize {
        let range = self.range(at);
        count(&self.words, &range)
    }

    /// Number of words in a subtree that are in links.
    pub(super) fn link_words(&self, at: usize) -> usize {
        let range = self.range(at);
        count(&self.link_words, &range)
    }

    /// Whether `wanted` accepts any descendant of the node at `at`.
    pub(super) fn contains(&self, at: usize, wanted: impl Fn(&Node) -> bool) -> bool {
        let range = self.range(at);
        self.items
            .get(range)
            .is_some_and(|items| items.iter().skip(1).any(|item| wanted(&item.node)))
    }

    /// The text of a subtree.
    pub(super) fn text(&self, at: usize) -> String {
        let range = self.range(at);
        let items = self.items.get(range).unwrap_or_default().iter();
        items
            .filter_map(|item| match &item.node {
                Node::Text(text) => Some(text.as_str()),
                Node::Element { .. } => None,
            })
            .collect()
    }
}

/// Returns the number of words in a range; `before` has their number before each position.
fn count(before: &[usize], range: &Range<usize>) -> usize {
    let at = |i: usize| before.get(i).copied().unwrap_or_default();
    at(range.end).saturating_sub(at(range.start))
}

/// Returns the number of words, and of words in links, before each position.
fn count_words(items: &[Item]) -> (Vec<usize>, Vec<usize>) {
    let (mut words, mut links) = (Vec::new(), Vec::new());
    let (mut total, mut linked) = (0, 0);
    let (mut machine_end, mut link_end) = (0, 0);
    for (at, item) in items.iter().enumerate() {
        words.push(total);
        links.push(linked);
        match &item.node {
            Node::Text(text) if at >= machine_end => {
                let count = length_in_words(text);
                total += count;
                if at < link_end {
                    linked += count;
                }
            }
            Node::Text(_) => {}
            Node::Element { name, .. } => {
                if item.node.is_code_for_machines() {
                    machine_end = machine_end.max(item.end);
                } else if name == "a" && item.node.attribute("href").is_some() {
                    link_end = link_end.max(item.end);
                }
            }
        }
    }
    words.push(total);
    links.push(linked);
    (words, links)
}
