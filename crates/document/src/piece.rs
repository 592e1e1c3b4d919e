//! The flat list that every reader produces and every later pass works on.
//!
//! Readers know their syntax but nothing about policies; the passes (archive notes, tables of
//! contents, recovered headings, sections) know policies but nothing about syntax.

use super::inline::{Inline, InlineBuilder};
use model::BlockKind;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Level of a heading that depends on the headings around it.
pub(super) const LEVEL_UNKNOWN: u8 = 0;

/// What a piece becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Role {
    /// A heading.
    Heading {
        /// 1 to 6, or [`LEVEL_UNKNOWN`] until unmarked headings are recovered.
        level: u8,
        /// Whether no markup marked it as a heading.
        recovered: bool,
    },
    /// A block.
    Block {
        /// Kind of the block.
        kind: BlockKind,
        /// Nesting depth.
        depth: u8,
    },
}

/// The outermost list that contains a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct List {
    /// Number of the list within the document.
    pub(super) number: u32,
    /// Whether its items are numbered.
    pub(super) ordered: bool,
}

/// One heading or block in reading order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Piece {
    pub(super) role: Role,
    pub(super) inline: Inline,
    /// `None` outside a list, and in plain text.
    pub(super) list: Option<List>,
    /// The number that is shown before an item of a numbered list, on its first passage.
    pub(super) ordinal: Option<u32>,
    /// White-space characters before its first line in plain text; 0 elsewhere, where markup says
    /// what belongs together.
    pub(super) indent: u16,
    /// Byte range in the source.
    pub(super) span: Range<usize>,
}

impl Piece {
    pub(super) fn is_heading(&self) -> bool {
        matches!(self.role, Role::Heading { .. })
    }

    pub(super) fn is_paragraph(&self) -> bool {
        matches!(
            self.role,
            Role::Block {
                kind: BlockKind::Paragraph,
                ..
            }
        )
    }
}

/// An open list item or quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Container {
    /// A list item; `started` tells that its first passage is complete.
    Item {
        started: bool,
        ordinal: Option<u32>,
    },
    Quote,
}

/// Turns a stream of text and block boundaries into pieces.
#[derive(Debug, Default)]
pub(super) struct Emitter {
    pub(super) pieces: Vec<Piece>,
    pub(super) inline: InlineBuilder,
    containers: Vec<Container>,
    /// Number of list items among the containers.
    items: usize,
    /// The number of the next item of each open list, if it is numbered; `list` is the outermost of
    /// the most recent ones.
    lists: Vec<Option<u32>>,
    list: Option<List>,
    span: Option<Range<usize>>,
    /// Whether a heading, table row or code is open: one passage, whatever boundaries are in it.
    whole: bool,
}

impl Emitter {
    /// Adds text from the byte range `span` of the source.
    pub(super) fn text(&mut self, text: &str, span: &Range<usize>) {
        if !text.trim().is_empty() {
            self.cover(span);
        }
        self.inline.push(text);
    }

    /// Extends the span of the current passage.
    pub(super) fn cover(&mut self, span: &Range<usize>) {
        self.span = Some(match self.span.take() {
            Some(known) => known.start.min(span.start)..known.end.max(span.end),
            None => span.clone(),
        });
    }

    /// Adds a hard line break. Two in a row end the paragraph.
    pub(super) fn hard_break(&mut self) {
        if self.inline.hard_break() > 1 && !self.whole {
            self.flush();
        }
    }

    /// Starts a heading, table row or code. Returns `false` inside another one.
    pub(super) fn begin_whole(&mut self) -> bool {
        if self.whole {
            return false;
        }
        self.flush();
        self.whole = true;
        true
    }

    /// Ends what [`Self::begin_whole`] started.
    pub(super) fn end_whole(&mut self, role: Role) {
        self.whole = false;
        self.flush_as(role);
    }

    #[cfg(feature = "html")]
    pub(super) fn is_whole(&self) -> bool {
        self.whole
    }

    /// Opens a list; `first` is the number of its first item, if it is numbered.
    pub(super) fn open_list(&mut self, first: Option<u32>) {
        if self.lists.is_empty() {
            let number = self.list.map_or(0, |list| list.number.saturating_add(1));
            let ordered = first.is_some();
            self.list = Some(List { number, ordered });
        }
        self.lists.push(first);
    }

    pub(super) fn close_list(&mut self) {
        self.lists.pop();
    }

    pub(super) fn open_item(&mut self) {
        let next = self.lists.last_mut().and_then(Option::as_mut);
        let ordinal = next.map(|next| {
            let own = *next;
            *next = next.saturating_add(1);
            own
        });
        let started = false;
        self.containers.push(Container::Item { started, ordinal });
        self.items += 1;
    }

    pub(super) fn open_quote(&mut self) {
        self.containers.push(Container::Quote);
    }

    pub(super) fn close_container(&mut self) {
        if let Some(Container::Item { .. }) = self.containers.pop() {
            self.items = self.items.saturating_sub(1);
        }
    }

    /// Ends the current passage as a paragraph, list item or quote, depending on what is open.
    pub(super) fn flush(&mut self) {
        if self.whole {
            return self.inline.push(" ");
        }
        let role = self.block_role();
        if self.flush_as(role)
            && let Some(Container::Item { started, .. }) = self.containers.last_mut()
        {
            *started = true;
        }
    }

    /// Ends the current passage with a given role. Returns whether it had any text.
    pub(super) fn flush_as(&mut self, role: Role) -> bool {
        let inline = self.inline.finish();
        let inline = match role {
            Role::Heading { .. } => inline.without_anchor(),
            Role::Block { .. } => inline,
        };
        let span = self.span.take();
        // Separators and empty table rows have no text.
        if !inline.text.chars().any(char::is_alphanumeric) {
            return false;
        }
        let at = self.pieces.last().map_or(0, |p| p.span.end);
        self.pieces.push(Piece {
            role,
            inline,
            list: self.list.filter(|_| !self.lists.is_empty()),
            ordinal: self.ordinal(),
            indent: 0,
            span: span.unwrap_or(at..at),
        });
        true
    }

    fn ordinal(&self) -> Option<u32> {
        match self.containers.last()? {
            Container::Item {
                started: false,
                ordinal,
            } => *ordinal,
            _ => None,
        }
    }

    fn block_role(&self) -> Role {
        let (kind, same) = match self.containers.last() {
            Some(Container::Item { started: false, .. }) => (BlockKind::ListItem, self.items),
            Some(Container::Item { started: true, .. }) => (BlockKind::Paragraph, self.items),
            Some(Container::Quote) => {
                let quotes = self.containers.len() - self.items;
                (BlockKind::Quote, quotes)
            }
            None => (BlockKind::Paragraph, 1),
        };
        Role::Block {
            kind,
            depth: u8::try_from(same.saturating_sub(1)).unwrap_or(u8::MAX),
        }
    }

    /// Returns the role of a passage of another kind at the current depth.
    pub(super) fn role_of(&self, kind: BlockKind) -> Role {
        let depth = u8::try_from(self.containers.len()).unwrap_or(u8::MAX);
        Role::Block { kind, depth }
    }
}
