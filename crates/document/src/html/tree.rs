//! A parsed page as a flat list in document order, with word counts of every subtree.
//!
//! Traversal needs no recursion, and skipping a subtree is one assignment.

use super::Node;
use ::text::lexer::length_in_words;
use std::ops::Range;

/// One node and the position after its last descendant.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub(super) node: &'a Node,
    pub(super) end: usize,
}

/// All nodes of a page in document order.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub(super) items: Vec<Item<'a>>,
    /// Number of words, and of words in links, before each position; one entry more than items.
    words: Vec<usize>,
    link_words: Vec<usize>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(root: &'a Node) -> Self {
        let items = flatten(root);
        let (words, link_words) = count_words(&items);
        Self {
            items,
            words,
            link_words,
        }
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
            .is_some_and(|items| items.iter().skip(1).any(|item| wanted(item.node)))
    }

    /// The text of a subtree.
    pub(super) fn text(&self, at: usize) -> String {
        let range = self.range(at);
        let items = self.items.get(range).unwrap_or_default().iter();
        items
            .filter_map(|item| match item.node {
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

/// Lists all nodes in document order, without recursion.
fn flatten(root: &Node) -> Vec<Item<'_>> {
    let mut items = vec![Item { node: root, end: 1 }];
    let mut open = vec![(children(root), 0)];
    while let Some((siblings, parent)) = open.last_mut() {
        let parent = *parent;
        if let Some(node) = siblings.next() {
            let at = items.len();
            items.push(Item { node, end: at + 1 });
            open.push((children(node), at));
        } else {
            let end = items.len();
            if let Some(item) = items.get_mut(parent) {
                item.end = end;
            }
            open.pop();
        }
    }
    items
}

fn children(node: &Node) -> std::slice::Iter<'_, Node> {
    match node {
        Node::Element { children, .. } => children.iter(),
        Node::Text(_) => [].iter(),
    }
}

/// Whether an element's text is never shown.
pub(super) fn is_code_for_machines(name: &str) -> bool {
    matches!(name, "script" | "style" | "template" | "noscript" | "head")
}

/// Returns the number of words, and of words in links, before each position.
fn count_words(items: &[Item<'_>]) -> (Vec<usize>, Vec<usize>) {
    let (mut words, mut links) = (Vec::new(), Vec::new());
    let (mut total, mut linked) = (0, 0);
    let (mut machine_end, mut link_end) = (0, 0);
    for (at, item) in items.iter().enumerate() {
        words.push(total);
        links.push(linked);
        match item.node {
            Node::Text(text) if at >= machine_end => {
                let count = length_in_words(text);
                total += count;
                if at < link_end {
                    linked += count;
                }
            }
            Node::Text(_) => {}
            Node::Element { name, .. } => {
                if is_code_for_machines(name) {
                    machine_end = machine_end.max(item.end);
                } else if name == "a" {
                    link_end = link_end.max(item.end);
                }
            }
        }
    }
    words.push(total);
    links.push(linked);
    (words, links)
}
