//! Walks through a parsed page and emits its headings and passages.

use super::super::piece::{Emitter, LEVEL_UNKNOWN, Piece, Role};
use super::chrome::{is_dropped, is_menu};
use super::elements::{heading_level, is_block, is_bold};
use super::tables::{self, Grid};
use super::tree::{Node, Part, Tree};
use crate::source::targets::revealed;
use model::{BlockKind, MarkKind};
use std::ops::Range;

/// What of a page is emitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    Content,
    Everything,
}

/// What to do at the end of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Close {
    Block,
    List,
    Container,
    Heading {
        level: u8,
        recovered: bool,
    },
    Table,
    Row,
    /// A cell that covers further columns; the words of a header stand over each.
    Cell {
        header: Option<usize>,
        further: usize,
    },
    Code,
    Strong,
    Emphasis,
    CodeMark,
    Link,
    Content,
}

/// The end of a title that only its place shows to be one.
const TITLE: Close = Close::Heading {
    level: LEVEL_UNKNOWN,
    recovered: true,
};

pub(super) struct Walk<'a> {
    tree: &'a Tree,
    spans: &'a [Range<usize>],
    keep: Keep,
    emitter: Emitter,
    open: Vec<(usize, Close)>,
    /// Position where the text begins; menus before it are left out.
    pub(super) text_start: usize,
    /// Number of open `main` and `article` elements.
    content: usize,
    /// The open tables of data.
    tables: Vec<Grid>,
    /// Number of separators before the next cell.
    cells: usize,
    /// Bytes of cells that may still be repeated: all together no more than a page of its length.
    repeats: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn new(tree: &'a Tree, spans: &'a [Range<usize>], keep: Keep) -> Self {
        Self {
            tree,
            spans,
            keep,
            emitter: Emitter::default(),
            open: Vec::new(),
            text_start: 0,
            content: 0,
            tables: Vec::new(),
            cells: 0,
            repeats: spans.last().map_or(0, |span| span.end),
        }
    }

    /// Reads the subtree at `start`.
    pub(super) fn run(mut self, start: usize) -> Vec<Piece> {
        let Range { mut start, end } = self.tree.range(start);
        while start < end {
            self.close_until(start);
            let Some(item) = self.tree.items.get(start) else {
                break;
            };
            match &item.node {
                Node::Text(text) => self.text(start, text),
                Node::Element { .. } => {
                    if self.is_left_out(start) || self.hidden_address(start) {
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

    /// Writes the address that the host hides in an element; false for any other element.
    fn hidden_address(&mut self, at: usize) -> bool {
        let node = self.tree.items.get(at).map(|item| &item.node);
        let code = node.and_then(|node| node.attribute("data-cfemail"));
        let Some(address) = code.and_then(revealed) else {
            return false;
        };
        let in_link = self.open.iter().any(|(_, close)| *close == Close::Link);
        if !in_link {
            let target = format!("mailto:{address}");
            self.emitter.inline.open(MarkKind::Link(target));
        }
        // Its place is that of the mark that stands for it.
        self.text(at + 1, &address);
        if !in_link {
            self.close(Close::Link);
        }
        true
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
            Keep::Content if matches!(name, "td" | "th") => self.is_cell_of_links(at, name),
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
        match self.tree.part(at) {
            Part::Title if self.emitter.begin_whole() => {
                self.open.push((end, TITLE));
                return;
            }
            Part::Titled(title) => self.title_elsewhere(title),
            _ => {}
        }
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
                let first = (name == "ol").then(|| {
                    let start = node.attribute("start").and_then(|start| start.parse().ok());
                    start.unwrap_or(1)
                });
                self.emitter.open_list(first);
                Close::List
            }
            "li" | "dd" => {
                self.emitter.flush();
                self.emitter.open_item();
                Close::Container
            }
            "pre" if self.emitter.begin_whole() => Close::Code,
            "table" if tables::is_data(self.tree, at) => {
                self.emitter.flush();
                self.tables.push(Grid::default());
                Close::Table
            }
            "thead" | "tbody" | "tfoot" => {
                self.emitter.flush();
                if let Some(grid) = self.tables.last_mut() {
                    grid.begin_group();
                }
                Close::Block
            }
            "tr" if self.is_data_row(at) && self.emitter.begin_whole() => {
                self.cells = 0;
                Close::Row
            }
            "td" | "th" => self.cell(at, node),
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

    /// Adds the title of a panel that stands elsewhere, such as that of a tab.
    fn title_elsewhere(&mut self, title: usize) {
        if !self.emitter.begin_whole() {
            return;
        }
        let range = self.tree.range(title);
        for at in range {
            if let Some(Node::Text(text)) = self.tree.items.get(at).map(|item| &item.node) {
                self.emitter.inline.push(text);
            }
        }
        self.close(TITLE);
    }

    /// Whether a cell for layout before the text holds nothing but links.
    fn is_cell_of_links(&self, at: usize, name: &str) -> bool {
        let words = self.tree.words(at);
        name == "td"
            && self.tables.is_empty()
            && self.tree.range(at).end <= self.text_start
            && words > 0
            && self.tree.link_words(at) == words
    }

    /// Whether a row in a table of data has several cells, those from above included.
    fn is_data_row(&mut self, at: usize) -> bool {
        let Some(grid) = self.tables.last_mut() else {
            return false;
        };
        grid.begin_row();
        tables::cells(self.tree, at).len() + usize::from(grid.is_covered()) > 1
    }

    /// Starts a cell of a row of data, or of a table for layout.
    fn cell(&mut self, at: usize, node: &Node) -> Close {
        let Some(grid) = self.tables.last_mut() else {
            self.emitter.flush();
            return Close::Block;
        };
        let above = grid.covered();
        let further = grid.cell(node, || self.tree.text(at));
        if self.open.iter().all(|(_, close)| *close != Close::Row) {
            self.emitter.flush();
            return Close::Block;
        }
        for text in above {
            self.repeat_cell(&text);
        }
        self.begin_cell();
        Close::Cell {
            header: (node.name() == "th").then_some(at),
            further,
        }
    }

    fn begin_cell(&mut self) {
        for _ in 0..std::mem::take(&mut self.cells) {
            self.emitter.inline.push(" | ");
        }
        self.cells = 1;
    }

    /// Adds a cell with the words of another one. Without words its place stays empty, if other
    /// cells follow.
    fn repeat_cell(&mut self, text: &str) {
        let Some(repeats) = self
            .repeats
            .checked_sub(text.len())
            .filter(|_| !text.is_empty())
        else {
            self.cells += 1;
            return;
        };
        self.repeats = repeats;
        self.begin_cell();
        self.emitter.inline.push(text);
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
            Close::Table => {
                self.emitter.flush();
                self.tables.pop();
            }
            Close::Cell { header, further } => {
                let text = header.map(|at| self.tree.text(at)).unwrap_or_default();
                (0..further).for_each(|_| self.repeat_cell(&text));
            }
            Close::Row => {
                let above = self.tables.last_mut().map(Grid::covered);
                for text in above.unwrap_or_default() {
                    self.repeat_cell(&text);
                }
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
