//! Turns a parsed page into pieces.

use super::super::piece::{Piece, Role};
use super::chrome::{content_root, is_dropped, text_start};
use super::locate::locate;
use super::page::Page;
use super::panels;
use super::parse::parse;
use super::tree::{Node, Tree};
use super::walk::{Keep, Walk};
use crate::dates::roles::is_date_line;
use ::text::lexer::length_in_words;
use std::ops::Range;

/// Reads a page or a fragment. Spans are byte ranges of `source`.
#[must_use]
pub fn read(source: &str) -> Page {
    let mut tree = Tree::new(parse(source));
    tree.parts = panels::find(&tree);
    let spans = locate(&tree, source);
    let mut page = Page {
        problem: swallowed(&tree, source),
        ..Page::default()
    };
    for (at, item) in tree.items.iter().enumerate() {
        match item.node.name() {
            "html" if page.language.is_none() => {
                page.language = item.node.attribute("lang").map(str::to_owned);
            }
            "title" if page.title.is_none() => page.title = Some(tree.text(at)),
            "body" => break,
            _ => {}
        }
    }
    let start = content_root(&tree);
    let mut walk = Walk::new(&tree, &spans, Keep::Content);
    if is_whole_page(source) {
        walk.text_start = text_start(&tree);
    }
    page.pieces = walk.run(start);
    if start > 0 && !page.pieces.iter().any(is_title) {
        let title = title_above(&tree, &spans, start);
        page.pieces.splice(0..0, title);
    }
    if start > 0 {
        add_dates_beside(&mut page.pieces, &tree, &spans, start);
    }
    let kept: usize = page.pieces.iter().map(words_of).sum();
    // If nearly all text of a page was left out, the rules do not fit it.
    if page.problem.is_none() && kept < PAGE && kept * 3 < tree.words(0) {
        let all = Walk::new(&tree, &spans, Keep::Everything).run(0);
        let prose: usize = all
            .iter()
            .map(words_of)
            .filter(|words| *words > PROSE)
            .sum();
        if prose >= PAGE && prose > kept * 3 {
            page.pieces = all;
        }
    }
    page
}

/// Says which element was never closed and holds the rest of the page as raw source, as browsers
/// read it; `None` for other pages.
fn swallowed(tree: &Tree, source: &str) -> Option<String> {
    /// Bytes by which the end of the source is known.
    const END: usize = 16;
    let texts = tree
        .items
        .iter()
        .rposition(|item| item.node.name().is_empty());
    let [holder, content] = tree.items.get(texts?.checked_sub(1)?..)?.first_chunk()?;
    let (Node::Text(text), holder) = (&content.node, holder.node.name()) else {
        return None;
    };
    // An element that was closed has an end tag behind its text.
    let (end, text_end) = (source.trim_end().as_bytes(), text.trim_end().as_bytes());
    if !end.ends_with(text_end.get(text_end.len().saturating_sub(END)..)?) {
        return None;
    }
    let text = text.to_ascii_lowercase();
    let is_raw = matches!(
        holder,
        "iframe" | "noembed" | "noframes" | "noscript" | "script" | "style" | "textarea" | "title"
    );
    let has_page = ["</body>", "</main>", "</div>", "</p>"]
        .iter()
        .any(|tag| text.contains(tag));
    (is_raw && has_page).then(|| {
        format!(
            "This page could not be read to its end: a <{holder}> in it is never closed, and what follows is hidden in it."
        )
    })
}

/// Fewest words of a policy.
const PAGE: usize = 100;
/// Most words of a label; passages with more are text.
const PROSE: usize = 12;

/// Whether the source has a `body` or `html` tag. Fragments have no menus around them.
fn is_whole_page(source: &str) -> bool {
    let bytes = source.as_bytes();
    let start = bytes.get(..bytes.len().min(65_536)).unwrap_or(bytes);
    let has = |tag: &[u8]| {
        start
            .windows(tag.len())
            .any(|w| w.eq_ignore_ascii_case(tag))
    };
    has(b"<body") || has(b"<html")
}

fn is_title(piece: &Piece) -> bool {
    matches!(piece.role, Role::Heading { level: 1, .. })
}

/// Returns the page's title above the main element at `start`. A title that is a link is a logo.
fn title_above(tree: &Tree, spans: &[Range<usize>], start: usize) -> Option<Piece> {
    let title = (0..start).rev().find(|at| {
        let is_title = tree
            .items
            .get(*at)
            .is_some_and(|item| item.node.name() == "h1");
        is_title && tree.words(*at) > 0 && tree.link_words(*at) == 0
    })?;
    let walk = Walk::new(tree, spans, Keep::Content);
    walk.run(title).into_iter().find(is_title)
}

/// Adds lines such as "Last updated: …" from outside the main element at `start`, above or below.
fn add_dates_beside(pieces: &mut Vec<Piece>, tree: &Tree, spans: &[Range<usize>], start: usize) {
    const LINE: usize = 12;
    // Most words of a date without a label, which could be the date of anything.
    const BARE: usize = 3;
    let is_dated = |at: usize| {
        let words = tree.words(at);
        words > BARE && words <= LINE && is_date_line(tree.text(at).trim())
    };
    let main = tree.range(start);
    let mut above = usize::from(pieces.first().is_some_and(is_title));
    let mut at = 0;
    while let Some(item) = tree.items.get(at) {
        let name = item.node.name();
        let is_line = matches!(name, "p" | "div" | "span" | "time" | "small" | "li");
        if at == main.start || is_dropped(tree, at, true) {
            at = item.end;
        } else if is_line && is_dated(at) {
            let found = Walk::new(tree, spans, Keep::Content).run(at);
            if at < main.start {
                let count = found.len();
                pieces.splice(above..above, found);
                above += count;
            } else {
                pieces.extend(found);
            }
            at = item.end;
        } else {
            at += 1;
        }
    }
}

fn words_of(piece: &Piece) -> usize {
    length_in_words(&piece.inline.text)
}
