//! Turns pieces into sections and blocks: the last step of every reader.

use crate::normal::normalise;
use crate::piece::{Piece, Role};
use model::{Block, BlockKind, Section, SectionId};

/// Sections and blocks of a document under construction.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    pub(crate) sections: Vec<Section>,
    pub(crate) blocks: Vec<Block>,
    /// Byte range of each section's heading in the source; `None` for text before the first.
    pub(crate) heading_spans: Vec<Option<std::ops::Range<usize>>>,
    /// The headings of the current section and its ancestors, with their levels.
    ancestors: Vec<(u8, String)>,
}

impl Builder {
    /// Builds sections and blocks. The pieces must be in reading order.
    pub(crate) fn build(pieces: Vec<Piece>) -> Self {
        let mut builder = Self::default();
        for piece in pieces {
            match piece.role {
                Role::Heading { level, recovered } => builder.heading(level, recovered, piece),
                Role::Block { kind, depth } => builder.block(kind, depth, piece),
            }
        }
        builder
    }

    fn next_block(&self) -> u32 {
        u32::try_from(self.blocks.len()).unwrap_or(u32::MAX)
    }

    fn heading(&mut self, level: u8, recovered: bool, piece: Piece) {
        let heading = piece.inline.text;
        self.ancestors.retain(|(above, _)| *above < level);
        self.ancestors.push((level, heading.clone()));
        let at = self.next_block();
        self.heading_spans.push(Some(piece.span));
        self.sections.push(Section {
            heading,
            level,
            path: self.ancestors.iter().map(|(_, h)| h.clone()).collect(),
            recovered,
            blocks: at..at,
        });
    }

    fn block(&mut self, kind: BlockKind, depth: u8, piece: Piece) {
        let at = self.next_block();
        if self.sections.is_empty() {
            self.heading_spans.push(None);
            self.sections.push(Section {
                heading: String::new(),
                level: 0,
                path: Vec::new(),
                recovered: false,
                blocks: at..at,
            });
        }
        let section = SectionId(u32::try_from(self.sections.len() - 1).unwrap_or(u32::MAX));
        if let Some(open) = self.sections.last_mut() {
            open.blocks.end = at + 1;
        }
        self.blocks.push(Block {
            section,
            kind,
            depth,
            normal: normalise(&piece.inline.text),
            text: piece.inline.text,
            marks: piece.inline.marks,
            span: piece.span,
        });
    }
}
