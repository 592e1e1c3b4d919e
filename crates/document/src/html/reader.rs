//! Turns a parsed page into pieces.

use super::super::piece::{Emitter, LEVEL_UNKNOWN, Piece, Role};
use super::chrome::{content_root, is_dropped, is_menu, text_start};
use super::elements::{heading_level, is_block, is_bold};
use super::locate::locate;
use super::page::Page;
use super::parse::parse;
use super::tree::{Node, Tree};
use crate::dates::roles::is_date_line;
use ::text::lexer::length_in_words;
use model::{BlockKind, MarkKind};
use std::ops::Range;

/// Reads a page or a fragment. Spans are byte ranges of `source`.
#[must_use]
pub fn read(source: &str) -> Page {
    let tree = Tree::new(parse(source));
    let spans = locate(&tree, source);
    let mut page = Page::default();
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
    if kept < PAGE && kept * 3 < tree.words(0) {
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keep {
    Content,
    Everything,
}

/// What to do at the end of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Close {
    Block,
    List,
    Container,
    Heading { level: u8, recovered: bool },
    Row,
    Code,
    Strong,
    Emphasis,
    CodeMark,
    Link,
    Content,
}

struct Walk<'a> {
    tree: &'a Tree,
    spans: &'a [Range<usize>],
    keep: Keep,
    emitter: Emitter,
    open: Vec<(usize, Close)>,
    /// Position where the text begins; menus before it are left out.
    text_start: usize,
    /// Number of open `main` and `article` elements.
    content: usize,
    cells: usize,
}

impl<'a> Walk<'a> {
    fn new(tree: &'a Tree, spans: &'a [Range<usize>], keep: Keep) -> Self {
        Self {
            tree,
            spans,
            keep,
            emitter: Emitter::default(),
            open: Vec::new(),
            text_start: 0,
            content: 0,
            cells: 0,
        }
    }

    /// Reads the subtree at `start`.
    fn run(mut self, start: usize) -> Vec<Piece> {
        let Range { mut start, end } = self.tree.range(start);
        while start < end {
            self.close_until(start);
            let Some(item) = self.tree.items.get(start) else {
                break;
            };
            match &item.node {
                Node::Text(text) => self.text(start, text),
                Node::Element { .. } => {
                    if self.is_left_out(start) {
                        start = item.end;
                        continue;
                    }
                    self.element(start, &item.node, item.end);
                }
            }
            start += 1;
        }
        self.close_until(usize::MAX);
        self.emitter.flush();
        self.emitter.pieces
    }

    fn text(&mut self, at: usize, text: &str) {
        match self.spans.get(at) {
            Some(span) if !span.is_empty() => self.emitter.text(text, span),
            _ => self.emitter.inline.push(text),
        }
    }

    /// Whether the element at `at` is skipped with everything in it.
    fn is_left_out(&self, at: usize) -> bool {
        let Some(node) = self.tree.items.get(at).map(|item| &item.node) else {
            return false;
        };
        let name = node.name();
        match self.keep {
            Keep::Everything => node.is_code_for_machines(),
            // The titles of accordions are buttons inside headings.
            Keep::Content if name == "button" && self.emitter.is_whole() => false,
            Keep::Content => {
                let in_content = self.content > 0;
                is_dropped(self.tree, at, in_content) || (!in_content && self.is_menu_above(at))
            }
        }
    }

    fn is_menu_above(&self, at: usize) -> bool {
        let range = self.tree.range(at);
        range.end <= self.text_start && range.len() > 1 && is_menu(self.tree, at)
    }

    /// Closes the open elements that end at or before the position `at`.
    fn close_until(&mut self, at: usize) {
        while let Some((end, close)) = self.open.last().copied() {
            if end > at {
                return;
            }
            self.open.pop();
            self.close(close);
        }
    }

    /// Starts an element; `end` is the position after its last descendant.
    fn element(&mut self, at: usize, node: &Node, end: usize) {
        let name = node.name();
        let close = match name {
            "br" => return self.emitter.hard_break(),
            "hr" => return self.emitter.flush(),
            "main" | "article" => {
                self.emitter.flush();
                self.content += 1;
                Close::Content
            }
            "blockquote" => {
                self.emitter.flush();
                self.emitter.open_quote();
                Close::Container
            }
            "ul" | "ol" => {
                self.emitter.flush();
                self.emitter.open_list(name == "ol");
                Close::List
            }
            "li" | "dd" => {
                self.emitter.flush();
                self.emitter.open_item();
                Close::Container
            }
            "pre" if self.emitter.begin_whole() => Close::Code,
            "tr" if self.is_data_row(at) && self.emitter.begin_whole() => {
                self.cells = 0;
                Close::Row
            }
            "td" | "th" => {
                if self.open.iter().any(|(_, close)| *close == Close::Row) {
                    if self.cells > 0 {
                        self.emitter.inline.push(" | ");
                    }
                    self.cells += 1;
                } else {
                    self.emitter.flush();
                }
                Close::Block
            }
            "b" | "strong" => self.mark(MarkKind::Strong, Close::Strong),
            "em" | "i" => self.mark(MarkKind::Emphasis, Close::Emphasis),
            "code" | "kbd" | "samp" | "tt" => self.mark(MarkKind::Code, Close::CodeMark),
            "a" => match node.attribute("href") {
                Some(target) => self.mark(MarkKind::Link(target.to_owned()), Close::Link),
                None => return,
            },
            "span" | "font" if is_bold(node) => self.mark(MarkKind::Strong, Close::Strong),
            _ => match self.heading(at, node) {
                Some(close) => close,
                None if is_block(name) => {
                    self.emitter.flush();
                    Close::Block
                }
                None => return,
            },
        };
        self.open.push((end, close));
    }

    fn mark(&mut self, kind: MarkKind, close: Close) -> Close {
        self.emitter.inline.open(kind);
        close
    }

    /// Starts a heading by element or role, or a summary, which is the title of what it opens.
    fn heading(&mut self, at: usize, node: &Node) -> Option<Close> {
        let name = node.name();
        let (level, recovered) = if name == "summary" {
            let has_heading = self.tree.contains(at, |n| heading_level(n).is_some());
            if has_heading || self.tree.words(at) > 15 {
                return None;
            }
            (LEVEL_UNKNOWN, true)
        } else {
            (heading_level(node)?, false)
        };
        // A heading inside another one does not count.
        self.emitter
            .begin_whole()
            .then_some(Close::Heading { level, recovered })
    }

    /// Whether a row has several cells of one passage each. Pages that use tables for layout have
    /// rows with whole texts in them.
    fn is_data_row(&self, at: usize) -> bool {
        const PASSAGES: usize = 4;
        let range = self.tree.range(at);
        let mut filled = 0;
        let mut child = range.start + 1;
        while child < range.end {
            if self.tree.words(child) > 0 {
                filled += 1;
            }
            let cell = self.tree.range(child);
            let inside = self.tree.items.get(cell.clone()).unwrap_or_default();
            let passages = inside
                .iter()
                .filter(|item| matches!(item.node.name(), "p" | "div" | "section"));
            if passages.take(PASSAGES).count() == PASSAGES {
                return false;
            }
            child = cell.end.max(child + 1);
        }
        let is_layout =
            |n: &Node| matches!(n.name(), "table" | "form") || heading_level(n).is_some();
        filled > 1 && !self.tree.contains(at, is_layout)
    }

    fn close(&mut self, close: Close) {
        match close {
            Close::Block => self.emitter.flush(),
            Close::List => {
                self.emitter.flush();
                self.emitter.close_list();
            }
            Close::Content => {
                self.emitter.flush();
                self.content = self.content.saturating_sub(1);
            }
            Close::Container => {
                self.emitter.flush();
                self.emitter.close_container();
            }
            Close::Heading { level, recovered } => {
                self.emitter.end_whole(Role::Heading { level, recovered });
            }
            Close::Row => {
                let role = self.emitter.role_of(BlockKind::TableRow);
                self.emitter.end_whole(role);
            }
            Close::Code => {
                let role = self.emitter.role_of(BlockKind::Code);
                self.emitter.end_whole(role);
            }
            Close::Strong => self.emitter.inline.close(|k| *k == MarkKind::Strong),
            Close::Emphasis => self.emitter.inline.close(|k| *k == MarkKind::Emphasis),
            Close::CodeMark => self.emitter.inline.close(|k| *k == MarkKind::Code),
            Close::Link => self
                .emitter
                .inline
                .close(|k| matches!(k, MarkKind::Link(_))),
        }
    }
}
