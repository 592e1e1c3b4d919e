//! The document model: plain data, filled by the readers, used by everything after them.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{BlockId, SectionId, keyed::keyed_enum};

/// A day of the proleptic Gregorian calendar, without time or zone.
pub type Date = jiff::civil::Date;

/// One version of a policy.
///
/// Invariants: `blocks` are in reading order; every block lies in exactly one section and the
/// sections' block ranges follow each other without gap; ids are positions in the two lists.
///
/// In the published format, sections and blocks also say their ids, and blocks their topics.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The title the document gives itself (front matter, `<title>`, or its first heading of
    /// the top level).
    pub title: Option<String>,
    /// BCP 47 tag, declared by the file or detected; `und` where neither works.
    pub language: String,
    /// Every date with a role, in reading order.
    pub dates: Vec<DateMention>,
    /// The date to order versions by.
    pub effective_date: Option<Date>,
    /// Sections in document order.
    #[serde(skip_serializing)]
    pub sections: Vec<Section>,
    /// Blocks in document order.
    #[serde(skip_serializing)]
    pub blocks: Vec<Block>,
    /// What could not be read as it should; empty for a clean document.
    pub problems: Vec<Problem>,
}

impl Document {
    /// The section with this id. Ids come from this document, so the position exists.
    #[must_use]
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.index()]
    }

    /// The block with this id. Ids come from this document, so the position exists.
    #[must_use]
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.index()]
    }

    /// The sections with their ids, in order.
    pub fn sections(&self) -> impl Iterator<Item = (SectionId, &Section)> {
        (0..).map(SectionId).zip(&self.sections)
    }

    /// The blocks with their ids, in order.
    pub fn blocks(&self) -> impl Iterator<Item = (BlockId, &Block)> {
        (0..).map(BlockId).zip(&self.blocks)
    }

    /// The blocks of one section, in order.
    pub fn blocks_of(&self, id: SectionId) -> impl Iterator<Item = (BlockId, &Block)> {
        self.section(id).block_ids().map(|b| (b, self.block(b)))
    }
}

/// A heading and the blocks directly under it, up to the next heading of any level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Display text of the heading; empty for text before the first heading.
    pub heading: String,
    /// Heading level 1 to 6; 0 for text before the first heading.
    pub level: u8,
    /// Headings from the outermost ancestor down to this section's own.
    pub path: Vec<String>,
    /// True where no markup said that the line was a heading.
    pub recovered: bool,
    /// Half-open range of positions in [`Document::blocks`]; published as the list of their ids.
    #[serde(with = "block_ids")]
    pub blocks: Range<u32>,
}

impl Section {
    /// The ids of the section's blocks, in order.
    pub fn block_ids(&self) -> impl Iterator<Item = BlockId> + use<> {
        self.blocks.clone().map(BlockId)
    }
}

keyed_enum! {
    /// What sort of passage a block is.
    BlockKind {
        /// Running text.
        Paragraph = "paragraph",
        /// One item of a list, without the text of nested items.
        ListItem = "list-item",
        /// One row of a table, cells joined by ` | `.
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
    /// The section it lies in.
    pub section: SectionId,
    /// What sort of passage it is.
    pub kind: BlockKind,
    /// Nesting depth of a list item or quote, 0 at the outermost.
    pub depth: u8,
    /// Display text: markup stripped, white space folded to single spaces, characters as
    /// published.
    pub text: String,
    /// Comparison form of `text`: quotes, dashes, white space, list numbering, NFC and case
    /// folded. Equal comparison forms mean that only the formatting can differ. Not published:
    /// it follows from `text`.
    #[serde(skip)]
    pub normal: String,
    /// Emphasis, code and links, ordered by start; ranges are bytes of `text`.
    pub marks: Vec<Mark>,
    /// Byte range in the source; for HTML as found by locating the text again, and for a file
    /// that is not UTF-8 in the decoded text.
    #[serde(with = "pair")]
    pub span: Range<usize>,
}

/// Inline formatting over a range of a block's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Byte range in [`Block::text`], on character boundaries.
    #[serde(with = "pair")]
    pub range: Range<usize>,
    /// What the range is.
    pub kind: MarkKind,
}

/// The kinds of inline formatting that are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// Important (bold) text.
    Strong,
    /// Stressed (italic) text.
    Emphasis,
    /// Inline code.
    Code,
    /// A link, with its target exactly as published. May be any scheme: never make it live
    /// without checking.
    Link(String),
}

keyed_enum! {
    /// What a date in the document says.
    DateRole {
        /// "Last updated", "revised", "amended".
        Updated = "updated",
        /// "Effective", "in force since", or a bare date line that signs the policy.
        Effective = "effective",
        /// When an archive took its copy; never the policy's own date.
        Archived = "archived",
        /// "Published", "posted".
        Published = "published",
    }
}

/// A date together with the words that give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMention {
    /// The day.
    pub date: Date,
    /// What the text says about that day.
    pub role: DateRole,
    /// The words it was read from.
    pub evidence: Evidence,
}

/// The words a statement rests on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Evidence {
    /// The block that contains the quote; `None` where the words are metadata (front matter,
    /// an archive note, a heading) and `quote` is an exact substring of the source instead.
    pub block: Option<BlockId>,
    /// Exact substring of the block's display text.
    pub quote: String,
}

/// Something that could not be read as it should, in a sentence for the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// One plain sentence.
    pub message: String,
    /// Where, if it can be told.
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

/// The blocks of a section as a list of ids. An empty one says nothing about where it stands: who
/// reads a document looks at the sections before.
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
        Ok(start..start + ids.len() as u32)
    }
}
