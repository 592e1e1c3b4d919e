//! The document model: plain data that the readers produce and everything after them uses.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{BlockId, SectionId, keyed::keyed_enum};

/// A day of the proleptic Gregorian calendar, without a time or time zone.
pub type Date = jiff::civil::Date;

/// One version of a policy.
///
/// Invariants: `blocks` are in reading order; every block is in exactly one section; the block
/// ranges of the sections are adjacent and in order; ids are positions in the two lists.
///
/// In the published format, sections and blocks also have their ids, and blocks their topics; a
/// block's comparison form is left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The document's own title: from front matter, `<title>` or a heading.
    pub title: Option<String>,
    /// BCP 47 tag, declared by the file or detected; `und` if neither works.
    pub language: String,
    /// Every date with a role, in reading order.
    pub dates: Vec<DateMention>,
    /// The date by which versions are ordered.
    pub effective_date: Option<Date>,
    /// Sections in document order.
    #[serde(skip_serializing)]
    pub sections: Vec<Section>,
    /// Blocks in document order.
    #[serde(skip_serializing)]
    pub blocks: Vec<Block>,
    /// What could not be read properly; empty for a clean document.
    pub problems: Vec<Problem>,
}

impl Document {
    /// Returns the section with an id of this document; panics for an id of another one.
    #[must_use]
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.index()]
    }

    /// Returns the block with an id of this document; panics for an id of another one.
    #[must_use]
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.index()]
    }

    /// Returns the sections with their ids, in order.
    pub fn sections(&self) -> impl Iterator<Item = (SectionId, &Section)> {
        (0..).map(SectionId).zip(&self.sections)
    }

    /// Returns the blocks with their ids, in order.
    pub fn blocks(&self) -> impl Iterator<Item = (BlockId, &Block)> {
        (0..).map(BlockId).zip(&self.blocks)
    }

    /// Returns the blocks of one section, in order.
    pub fn blocks_of(&self, id: SectionId) -> impl Iterator<Item = (BlockId, &Block)> {
        self.section(id).block_ids().map(|b| (b, self.block(b)))
    }
}

/// A heading and the blocks directly under it, up to the next heading of any level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Display text of the heading; empty for text before the first heading.
    pub heading: String,
    /// Heading level, 1 to 6; 0 for text before the first heading.
    pub level: u8,
    /// Headings from the outermost ancestor to this section's own.
    pub path: Vec<String>,
    /// Whether the heading had no markup and was recovered from its appearance.
    pub recovered: bool,
    /// Positions in [`Document::blocks`].
    #[serde(with = "block_ids")]
    pub blocks: Range<u32>,
}

impl Section {
    /// Returns the ids of the section's blocks, in order.
    pub fn block_ids(&self) -> impl Iterator<Item = BlockId> + use<> {
        self.blocks.clone().map(BlockId)
    }
}

keyed_enum! {
    /// The kind of a block.
    BlockKind {
        /// Running text.
        Paragraph = "paragraph",
        /// One item of a list, without nested items.
        ListItem = "list-item",
        /// One row of a table, with its cells joined by ` | `.
        TableRow = "table-row",
        /// A paragraph inside a block quote.
        Quote = "quote",
        /// Preformatted text.
        Code = "code",
    }
}

/// The smallest unit that is matched between versions: a paragraph, list item or table row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The section that contains it.
    pub section: SectionId,
    /// Kind of the block.
    pub kind: BlockKind,
    /// Nesting depth of a list item or quote; 0 for the outermost.
    pub depth: u8,
    /// Display text: without markup, with white space folded to single spaces, otherwise as
    /// published.
    pub text: String,
    /// Comparison form of `text`: composed, in lower case, with quotes, dashes and white space
    /// unified, without list numbering. If two forms are equal, only the formatting can differ.
    #[serde(skip)]
    pub normal: String,
    /// Emphasis, code and links, ordered by start.
    pub marks: Vec<Mark>,
    /// Byte range in the source; in the decoded text if the file is not UTF-8. For HTML it is
    /// approximate, because the text is searched for in the source.
    #[serde(with = "pair")]
    pub span: Range<usize>,
}

/// Inline formatting over a range of a block's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Byte range in [`Block::text`], on character boundaries.
    #[serde(with = "pair")]
    pub range: Range<usize>,
    /// Kind of formatting.
    pub kind: MarkKind,
}

/// The kinds of inline formatting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// Important (bold) text.
    Strong,
    /// Stressed (italic) text.
    Emphasis,
    /// Inline code.
    Code,
    /// A link with its target exactly as published. It can have any scheme; check it before making
    /// it clickable.
    Link(String),
}

keyed_enum! {
    /// What a date in a document means.
    DateRole {
        /// "Last updated", "revised", "amended".
        Updated = "updated",
        /// "Effective", "in force since", or a date on a line of its own.
        Effective = "effective",
        /// The date of an archive's copy; never the policy's own date.
        Archived = "archived",
        /// "Published", "posted".
        Published = "published",
    }
}

/// A date and the words that it was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// The day.
    pub date: Date,
    /// What the text says about the day.
    pub role: DateRole,
    /// The words it was read from.
    pub evidence: Evidence,
}

/// The words that support a statement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Evidence {
    /// The block that contains the quote; `None` if it is in a heading or in metadata (front
    /// matter, an archive note).
    pub block: Option<BlockId>,
    /// Exact substring of the block's display text or, without a block, of the source.
    pub quote: String,
}

/// Something that could not be read properly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// One plain sentence for the reader.
    pub message: String,
    /// The block concerned, if known.
    pub block: Option<BlockId>,
}

/// A range of bytes as a list of its two ends.
mod pair {
    use std::ops::Range;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(range: &Range<usize>, s: S) -> Result<S::Ok, S::Error> {
        (range.start, range.end).serialize(s)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Range<usize>, D::Error> {
        <(usize, usize)>::deserialize(d).map(|(start, end)| start..end)
    }
}

/// The blocks of a section as a list of ids. An empty list does not say where it is: the reader of
/// a document knows it from the sections before.
mod block_ids {
    use std::ops::Range;

    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::BlockId;

    pub(super) fn serialize<S: Serializer>(range: &Range<u32>, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(range.clone().map(BlockId))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Range<u32>, D::Error> {
        let ids = Vec::<BlockId>::deserialize(d)?;
        let start = ids.first().map_or(0, |id| id.0);
        if ids.iter().zip(start..).any(|(id, at)| id.0 != at) {
            return Err(D::Error::custom(
                "the blocks of a section do not follow each other",
            ));
        }
        Ok(start..start.saturating_add(ids.len() as u32))
    }
}
