//! Tables: those of data, and those that old pages use for layout.
//!
//! A row of data is one passage. The words of a cell over several rows stand in each of
//! them, and those of a header over several columns over each, so that every row says by itself
//! what it is about and its cells stand under their headers.

use super::elements::heading_level;
use super::tree::{Node, Tree};

/// Whether a table holds data.
///
/// In a table for layout a cell holds a table, headings, or several paragraphs that are more than
/// all the other cells together or stand in the only row. Rows with one cell say nothing: they are titles within the table, or
/// layout themselves.
pub(super) fn is_data(tree: &Tree, table: usize) -> bool {
    let all = tree.words(table);
    let mut at = table + 1;
    let end = tree.range(table).end;
    let (mut rows, mut has_paragraphs) = (0, false);
    let role = tree.items.get(table).and_then(|i| i.node.attribute("role"));
    if matches!(role, Some("presentation" | "none")) {
        return false;
    }
    while at < end {
        let Some(item) = tree.items.get(at) else {
            break;
        };
        match item.node.name() {
            "table" if tree.words(at) > 0 => return false,
            "tr" => {
                let cells = cells(tree, at);
                if cells.len() > 1 {
                    rows += 1;
                    let mut is_layout = |cell: &usize| match passages(tree, *cell) {
                        Passages::One => false,
                        Passages::Several => {
                            has_paragraphs = true;
                            tree.words(*cell) * 2 > all
                        }
                        Passages::Titled => true,
                    };
                    if cells.iter().any(&mut is_layout) {
                        return false;
                    }
                }
            }
            _ => {}
        }
        at += 1;
    }
    rows > usize::from(has_paragraphs)
}

/// The cells of a row that have words.
pub(super) fn cells(tree: &Tree, row: usize) -> Vec<usize> {
    let range = tree.range(row);
    let mut found = Vec::new();
    let mut at = range.start + 1;
    while at < range.end {
        if tree.words(at) > 0 {
            found.push(at);
        }
        at = tree.range(at).end.max(at + 1);
    }
    found
}

/// What is in a cell.
enum Passages {
    One,
    Several,
    /// Headings among them.
    Titled,
}

fn passages(tree: &Tree, cell: usize) -> Passages {
    /// Boxes in a cell that are a layout of their own.
    const BOXES: usize = 4;
    let items = tree.items.get(tree.range(cell)).unwrap_or_default();
    let is_header = items.first().is_some_and(|i| i.node.name() == "th");
    // Words so far; whether a break or the border of a paragraph came after them; breaks in a row.
    let (mut begun, mut parted, mut breaks, mut boxes) = (false, false, 0, 0);
    let mut found = Passages::One;
    let mut paragraph_end = 0;
    for (at, item) in (cell..).zip(items) {
        if paragraph_end == at && at > 0 {
            parted = true;
        }
        match &item.node {
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Text(_) => {
                if begun && parted {
                    found = Passages::Several;
                }
                (begun, parted, breaks) = (true, false, 0);
            }
            node if heading_level(node).is_some() && !is_header => return Passages::Titled,
            node => match node.name() {
                "br" => {
                    breaks += 1;
                    parted |= breaks > 1;
                }
                "p" => {
                    parted = true;
                    paragraph_end = item.end;
                    boxes += 1;
                }
                "div" | "section" => boxes += 1,
                "form" => return Passages::Titled,
                _ => {}
            },
        }
    }
    if boxes >= BOXES {
        return Passages::Several;
    }
    found
}

/// The cells of a table that reach into rows to come, and the place in the current row.
#[derive(Debug, Default)]
pub(super) struct Grid {
    above: Vec<Option<Above>>,
    column: usize,
}

/// A cell of an earlier row.
#[derive(Debug)]
struct Above {
    rows: usize,
    text: String,
}

impl Grid {
    pub(super) fn begin_row(&mut self) {
        self.column = 0;
    }

    /// Begins a group of rows, into which no cell from above reaches.
    pub(super) fn begin_group(&mut self) {
        self.above.clear();
    }

    /// Whether a cell from above reaches into the next row.
    pub(super) fn is_covered(&self) -> bool {
        self.above.iter().any(Option::is_some)
    }

    /// Takes the words of the cells from above that fill the next columns.
    pub(super) fn covered(&mut self) -> Vec<String> {
        let mut texts = Vec::new();
        while let Some(place) = self.above.get_mut(self.column) {
            let Some(cell) = place else {
                break;
            };
            texts.push(cell.text.clone());
            cell.rows -= 1;
            if cell.rows == 0 {
                *place = None;
            }
            self.column += 1;
        }
        texts
    }

    /// Takes the place of a cell and returns the number of further columns that it covers.
    pub(super) fn cell(&mut self, node: &Node, text: impl Fn() -> String) -> usize {
        /// Most columns of a cell; tables with more than this are none.
        const COLUMNS: usize = 16;
        /// Most columns of a table into whose cells those from above are followed.
        const WIDEST: usize = 64;
        /// Longest words, in bytes, that are repeated in the rows below.
        const LONGEST: usize = 300;
        let span = |name: &str| -> Option<usize> { node.attribute(name)?.trim().parse().ok() };
        let columns = span("colspan").unwrap_or(1).clamp(1, COLUMNS);
        let rows = match span("rowspan") {
            // To the end of the group.
            Some(0) => usize::MAX,
            rows => rows.unwrap_or(1),
        };
        if rows > 1 {
            let text = text();
            for column in self.column..(self.column + columns).min(WIDEST) {
                while self.above.len() <= column {
                    self.above.push(None);
                }
                let again = column == self.column || node.name() == "th";
                let shown = (again && text.len() <= LONGEST).then(|| text.clone());
                let (rows, text) = (rows - 1, shown.unwrap_or_default());
                if let Some(place) = self.above.get_mut(column) {
                    *place = Some(Above { rows, text });
                }
            }
        }
        self.column += columns;
        columns - 1
    }
}
