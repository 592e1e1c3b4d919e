//! Decides which parts of a page are not the policy.
//!
//! A part is left out only if its markup says so: its element, its role, or a name that its
//! content confirms (a cookie banner has buttons, a menu consists of links). Scoring by text
//! density alone was rejected: it loses short sections and lists of recipients.

use super::elements::heading_level;
use super::tree::{Node, Part, Tree};
use ::text::lexer::length_in_words;
use ::text::lists::{BANNER_SHAPES, BANNER_SUBJECTS, BANNER_WORDS};

/// Fewest words of a hidden part that counts as a closed accordion, which readers can open, and
/// not as a label or a dialog.
const SUBSTANTIAL: usize = 40;

/// Returns the position of the policy's subtree: the main element if it has at least half of the
/// text, else the root.
pub(super) fn content_root(tree: &Tree) -> usize {
    let mut total = 0;
    let mut best: Option<(usize, usize)> = None;
    // Ends of the outermost substantial articles.
    let mut articles: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(item) = tree.items.get(at) {
        if let Node::Text(text) = &item.node {
            total += length_in_words(text);
        } else if is_dropped(tree, at, false) {
            at = item.end;
            continue;
        } else if is_main(&item.node) {
            let words = tree.words(at);
            if best.is_none_or(|(_, most)| words > most) {
                best = Some((at, words));
            }
            let inside = articles.last().is_some_and(|end| at < *end);
            if item.node.name() == "article" && words >= SUBSTANTIAL && !inside {
                articles.push(item.end);
            }
        }
        at += 1;
    }
    let is_article = |at: usize| {
        tree.items
            .get(at)
            .is_some_and(|i| i.node.name() == "article")
    };
    match best {
        // One of several articles is not the whole policy.
        Some((at, words)) if words * 2 >= total && (articles.len() < 2 || !is_article(at)) => at,
        _ => 0,
    }
}

fn is_main(node: &Node) -> bool {
    matches!(node.name(), "main" | "article") || node.attribute("role") == Some("main")
}

/// Whether the element at `at` is left out with everything in it.
///
/// `in_content` tells that it is inside the main element or an article, where headers and footers
/// belong to the text.
pub(super) fn is_dropped(tree: &Tree, at: usize, in_content: bool) -> bool {
    let Some(item) = tree.items.get(at) else {
        return false;
    };
    let node = &item.node;
    let name = node.name();
    if tree.part(at) != Part::Other {
        return false;
    }
    if node.is_code_for_machines()
        || (is_control(name) && !is_unclosed(tree, at))
        || is_hidden(tree, at)
        || is_of_archive(node)
    {
        return true;
    }
    if node.attribute("aria-modal") == Some("true") && tree.words(at) < LONGEST_BANNER {
        return true;
    }
    match node.attribute("role").unwrap_or_default() {
        "navigation" | "search" | "dialog" | "alertdialog" | "menu" | "menubar" | "tablist" => {
            return true;
        }
        "banner" => return !in_content && is_page_header(tree, at),
        "contentinfo" => return !in_content,
        "complementary" if !in_content && mostly_links(tree, at) => return true,
        _ => {}
    }
    match name {
        "nav" => tree.words(at) < LONGEST_BANNER || mostly_links(tree, at),
        "header" => !in_content && is_page_header(tree, at),
        "footer" => !in_content || mostly_links(tree, at),
        "aside" if !in_content && mostly_links(tree, at) => true,
        // Some content management systems wrap the whole page in a form.
        "form" => tree.words(at) < SUBSTANTIAL,
        "div" | "section" | "aside" | "ul" | "ol" | "p" | "span" | "a" => {
            is_named_chrome(tree, at, in_content)
        }
        _ => false,
    }
}

fn is_control(name: &str) -> bool {
    matches!(
        name,
        "button"
            | "input"
            | "select"
            | "textarea"
            | "datalist"
            | "svg"
            | "canvas"
            | "iframe"
            | "object"
            | "video"
            | "audio"
            | "img"
            | "picture"
            | "map"
            | "dialog"
            | "progress"
            | "meter"
    )
}

/// Whether a control was never closed, so that it holds the text behind it.
fn is_unclosed(tree: &Tree, at: usize) -> bool {
    tree.words(at) >= SUBSTANTIAL
        && tree.contains(at, |node| {
            node.name() == "p" || heading_level(node).is_some()
        })
}

/// Whether an element is what a web archive adds to its copies.
fn is_of_archive(node: &Node) -> bool {
    let ids = [
        "wm-ipp-base",
        "wm-ipp",
        "wm-ipp-print",
        "wm-toolbar",
        "donato",
    ];
    node.attribute("id").is_some_and(|id| ids.contains(&id))
}

/// Whether an element is hidden and is not text that readers can open.
fn is_hidden(tree: &Tree, at: usize) -> bool {
    let node = tree.items.get(at).map(|item| &item.node);
    node.is_some_and(|node| is_marked_hidden(node) && !is_panel(node))
        && tree.words(at) < SUBSTANTIAL
}

/// Whether the attributes of an element hide it.
pub(super) fn is_marked_hidden(node: &Node) -> bool {
    let mut style = node
        .attribute("style")
        .unwrap_or_default()
        .to_ascii_lowercase();
    style.retain(|c| !c.is_whitespace());
    node.attribute("hidden").is_some()
        || node.attribute("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// Whether an element is a part that a button or tab shows; it is text even if it is short.
pub(super) fn is_panel(node: &Node) -> bool {
    let names = Names::of(node);
    matches!(node.attribute("role"), Some("region" | "tabpanel"))
        || names.contain(&["accordion", "collaps", "tab-pane"])
        || names.have(&["panel", "answer", "details"])
}

/// Whether a header is chrome: one with the page's title and few links is part of the text.
fn is_page_header(tree: &Tree, at: usize) -> bool {
    mostly_links(tree, at) || !tree.contains(at, |node| node.name() == "h1")
}

/// Whether more than half of the words in a subtree are in links.
pub(super) fn mostly_links(tree: &Tree, at: usize) -> bool {
    tree.link_words(at) * 2 > tree.words(at)
}

/// The id, classes and label of an element, in lower case.
pub(super) struct Names(String);

impl Names {
    pub(super) fn of(node: &Node) -> Self {
        let mut names = String::new();
        for attribute in ["id", "class", "aria-label"] {
            if let Some(value) = node.attribute(attribute) {
                names.push_str(&value.to_ascii_lowercase());
                names.push(' ');
            }
        }
        Self(names)
    }

    /// Whether a whole name is one of `wanted`.
    fn are(&self, wanted: &[&str]) -> bool {
        self.0.split_whitespace().any(|name| wanted.contains(&name))
    }

    /// Whether a part of a name is one of `wanted`: "site-nav_main" has "nav", "shared" does not
    /// have "share".
    pub(super) fn have(&self, wanted: &[&str]) -> bool {
        self.0
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|part| wanted.contains(&part))
    }

    /// Whether one of `wanted` occurs anywhere in the names.
    pub(super) fn contain(&self, wanted: &[&str]) -> bool {
        wanted.iter().any(|part| self.0.contains(part))
    }
}

/// Whether the names of an element say that it is chrome, and its content confirms it.
fn is_named_chrome(tree: &Tree, at: usize, in_content: bool) -> bool {
    let Some(item) = tree.items.get(at) else {
        return false;
    };
    let names = Names::of(&item.node);
    if names.0.is_empty() {
        return false;
    }
    let words = tree.words(at);
    let short = words < SUBSTANTIAL;
    let jumps = ["breadcrumb", "skip-link", "skip-to", "skiplink", "skip-nav"];
    if names.contain(&jumps) || names.are(&["sr-only", "visually-hidden", "screen-reader-text"]) {
        return short;
    }
    // Parts of a sentence can have any name.
    if matches!(item.node.name(), "p" | "span" | "a") {
        return false;
    }
    if is_cookie_banner(&names) {
        return tree.contains(at, is_button) && (short || (!in_content && words < LONGEST_BANNER));
    }
    if !in_content
        && names.are(&[
            "footer",
            "site-footer",
            "page-footer",
            "global-footer",
            "colophon",
        ])
    {
        return short || mostly_links(tree, at);
    }
    if names.are(&["comments", "respond"]) {
        return tree.contains(at, |node| matches!(node.name(), "form" | "textarea"));
    }
    let is_bar = names.have(&[
        "nav",
        "navbar",
        "navigation",
        "menu",
        "submenu",
        "footer",
        "sidebar",
        "toolbar",
        "share",
        "sharing",
        "social",
        "related",
        "pagination",
        "lang",
        "language",
        "languages",
        "locale",
    ]);
    let has_title = tree.contains(at, |node| {
        matches!(node.name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
    });
    let named = (is_bar && !(in_content && has_title)) || (names.have(&["header"]) && !has_title);
    named && mostly_links(tree, at)
}

/// Most words of a banner.
const LONGEST_BANNER: usize = 150;

fn is_cookie_banner(names: &Names) -> bool {
    let vendor = names.contain(&[
        "onetrust",
        "cookiebot",
        "usercentrics",
        "didomi",
        "cc-window",
        "cc-banner",
        "qc-cmp",
        "iubenda-cs",
        "klaro",
        "borlabs",
        "truste-",
        "osano",
    ]);
    let subject = names.contain(BANNER_SUBJECTS);
    let shape = names.contain(BANNER_SHAPES);
    vendor || (subject && (shape || names.have(BANNER_WORDS)))
}

/// Returns the position where the text of a page begins: its first `h1`, `h2` or longer text
/// outside links. Lists of links before it are menus, whatever they are called.
pub(super) fn text_start(tree: &Tree) -> usize {
    const PROSE: usize = 8;
    let begins = |node: &Node| match node {
        Node::Text(text) => length_in_words(text) >= PROSE,
        Node::Element { name, .. } => matches!(name.as_str(), "h1" | "h2"),
    };
    let mut at = 0;
    while let Some(item) = tree.items.get(at) {
        if item.node.is_code_for_machines() || item.node.name() == "a" {
            at = item.end;
        } else if begins(&item.node) {
            return at;
        } else {
            at += 1;
        }
    }
    0
}

/// Whether a part has at least three links and hardly any other text.
pub(super) fn is_menu(tree: &Tree, at: usize) -> bool {
    const LINKS: usize = 3;
    let range = tree.range(at);
    let items = tree.items.get(range).unwrap_or_default();
    let links = items.iter().filter(|item| item.node.name() == "a");
    let (words, link_words) = (tree.words(at), tree.link_words(at));
    link_words * 5 >= words * 4 && links.take(LINKS).count() == LINKS
}

fn is_button(node: &Node) -> bool {
    node.name() == "button"
        || node.attribute("role") == Some("button")
        || matches!(node.attribute("type"), Some("button" | "submit"))
        || node
            .attribute("class")
            .is_some_and(|class| class.contains("btn") || class.contains("button"))
}
