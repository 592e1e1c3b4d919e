//! Ids in the output: `s3` for a section, `b12` for a block, `c7` for a change.

use serde::{Serialize, Serializer};

use model::{BlockId, Document, SectionId};

/// Where the ids of a document begin.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ids {
    sections: u32,
    blocks: u32,
}

impl Ids {
    /// Ids that follow those of `before`.
    pub(super) fn after(before: &Document) -> Self {
        Self::default().following(before)
    }

    /// Ids that follow those of `before`, whose own are these.
    pub(super) fn following(self, before: &Document) -> Self {
        let count = |list: usize| u32::try_from(list).unwrap_or(u32::MAX);
        Self {
            sections: self.sections.saturating_add(count(before.sections.len())),
            blocks: self.blocks.saturating_add(count(before.blocks.len())),
        }
    }

    pub(super) fn section(self, id: SectionId) -> Id {
        Id('s', id.0.saturating_add(self.sections))
    }

    pub(super) fn block(self, id: BlockId) -> Id {
        Id('b', id.0.saturating_add(self.blocks))
    }

    pub(super) fn section_at(self, position: usize) -> Id {
        self.section(SectionId(u32::try_from(position).unwrap_or(u32::MAX)))
    }

    pub(super) fn block_at(self, position: usize) -> Id {
        self.block(BlockId(u32::try_from(position).unwrap_or(u32::MAX)))
    }
}

/// A letter for what it names, and a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Id(pub(super) char, pub(super) u32);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}{}", self.0, self.1))
    }
}
