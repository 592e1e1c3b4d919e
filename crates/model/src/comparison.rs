//! The comparison model: plain data that is computed once and used by everything after it.

use std::{collections::BTreeMap, fmt};

use crate::{BlockId, SectionId};

/// Index of a change in [`Comparison::changes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeId(pub u32);

impl ChangeId {
    /// Position in [`Comparison::changes`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Display for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "c{}", self.0)
    }
}

/// The differences between an old and a new document.
///
/// Invariants: every block of either document is in exactly one change; changes are in the order
/// of the new text, with removed blocks next to what their old neighbours became.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Which sections correspond.
    pub sections: Sections,
    /// Which blocks correspond, and how their words differ.
    pub changes: Vec<Change>,
    /// Phrases that were replaced throughout.
    pub terms: Vec<Term>,
    /// Counts over the whole comparison.
    pub totals: Totals,
    /// Limits that made the result coarser, without duplicates; usually empty.
    pub problems: Vec<Limit>,
}

/// A limit on the work of a comparison that was reached. The result is still correct, but a finer
/// search might have paired more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// Too many passages were similar, or rewritten in a row, to compare each with each.
    Passages,
    /// A passage was too long to be compared word by word.
    Words,
}

impl Comparison {
    /// Returns the change with an id of this comparison; panics for an id of another one.
    #[must_use]
    pub fn change(&self, id: ChangeId) -> &Change {
        &self.changes[id.index()]
    }

    /// Whether not even the formatting differs.
    #[must_use]
    pub fn is_identical(&self) -> bool {
        self.changes.iter().all(|c| c.kind == ChangeKind::Unchanged)
            && self.sections.added.is_empty()
            && self.sections.removed.is_empty()
            && self
                .sections
                .links
                .iter()
                .all(|l| !l.renamed && !l.moved && !l.edited)
    }
}

/// Which sections correspond, and which have no counterpart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sections {
    /// Links in the order of the new document, then of the old one. Several links from one old
    /// section are a split, several to one new section are a merge.
    pub links: Vec<SectionLink>,
    /// Sections of the new document without a link.
    pub added: Vec<SectionId>,
    /// Sections of the old document without a link.
    pub removed: Vec<SectionId>,
}

/// Two sections that correspond: usually, at least a third of the smaller one's content is in the
/// other by meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionLink {
    /// Section of the old document.
    pub old: SectionId,
    /// Section of the new document.
    pub new: SectionId,
    /// Whether the words of the heading differ, ignoring case, numbering and punctuation.
    pub renamed: bool,
    /// Whether the section moved: without the moved ones, all one-to-one sections are in order.
    pub moved: bool,
    /// Whether the words under the heading differ, ignoring markup, quotes and white space.
    pub edited: bool,
    /// Share of the old section's text that is in the new one, 0 to 1.
    pub share_old: f64,
    /// Share of the new section's text that is from the old one, 0 to 1.
    pub share_new: f64,
    /// Word-level difference of the two headings.
    pub heading: Vec<Segment>,
}

/// What happened to a block or a group of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Same display text, formatting and place.
    Unchanged,
    /// Same words and place; formatting, punctuation, numbering or link targets differ.
    Reformatted,
    /// Same place; words differ.
    Edited,
    /// Same words in another place.
    Moved,
    /// Other words in another place.
    MovedEdited,
    /// One old block became several new ones.
    Split,
    /// Several old blocks became one new one.
    Merged,
    /// Only in the new version.
    Added,
    /// Only in the old version.
    Removed,
}

impl ChangeKind {
    /// Every kind, in the order of display.
    pub const ALL: [Self; 9] = [
        Self::Unchanged,
        Self::Reformatted,
        Self::Edited,
        Self::Moved,
        Self::MovedEdited,
        Self::Split,
        Self::Merged,
        Self::Added,
        Self::Removed,
    ];

    /// The fixed name used in data.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Reformatted => "reformatted",
            Self::Edited => "edited",
            Self::Moved => "moved",
            Self::MovedEdited => "moved-edited",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

/// How much a change can matter, judged only by its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Can change what the text says; the default unless something less is proved.
    Substantive,
    /// Only function words or inflections differ.
    Wording,
    /// Only phrases that were replaced throughout differ.
    Terminology,
    /// Only a date of the policy differs.
    Date,
    /// Only link targets differ.
    Link,
    /// Only formatting differs, or nothing.
    Formatting,
}

impl Weight {
    /// Every weight, heaviest first.
    pub const ALL: [Self; 6] = [
        Self::Substantive,
        Self::Wording,
        Self::Terminology,
        Self::Date,
        Self::Link,
        Self::Formatting,
    ];

    /// The fixed name used in data.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Substantive => "substantive",
            Self::Wording => "wording",
            Self::Terminology => "terminology",
            Self::Date => "date",
            Self::Link => "link",
            Self::Formatting => "formatting",
        }
    }
}

/// One entry of the redline: corresponding blocks, and how their words differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// Blocks of the old document, in order; empty for an addition.
    pub old: Vec<BlockId>,
    /// Blocks of the new document, in order; empty for a removal.
    pub new: Vec<BlockId>,
    /// The redline. `Equal` and `Delete` together are exactly the display text of the old blocks,
    /// `Equal` and `Insert` that of the new ones; several blocks are joined by a line feed.
    pub segments: Vec<Segment>,
    /// How much the change can matter.
    pub weight: Weight,
}

/// Whether a run of text was kept, deleted or inserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Op {
    /// In both versions.
    Equal,
    /// Only in the old version.
    Delete,
    /// Only in the new version.
    Insert,
}

impl Op {
    /// The fixed name used in data.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Delete => "delete",
            Self::Insert => "insert",
        }
    }
}

/// A run of text in a redline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Whether it was kept, deleted or inserted.
    pub op: Op,
    /// The text; never empty.
    pub text: String,
    /// Position in [`Comparison::terms`] if the run is part of a terminology change.
    pub term: Option<usize>,
    /// Whether only the formatting differs and not the words: quote marks, dashes, white space,
    /// capitals. Always `false` for `Equal`.
    pub formatting: bool,
}

/// A phrase that was replaced nearly everywhere it occurred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The old phrase, in lower case.
    pub old: String,
    /// The new phrase, in lower case.
    pub new: String,
    /// How often it was replaced.
    pub count: usize,
    /// Whether the new phrase covers more or less than the old one, if known.
    pub relation: Option<Relation>,
}

/// Whether a new term covers more or less than the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// More or less.
    pub extent: Extent,
    /// Where the two are defined; `None` if the words speak for themselves.
    pub source: Option<&'static str>,
}

/// Whether a term covers more or less than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything that the other covers, and more.
    Broader,
    /// Only a part of what the other covers.
    Narrower,
}

impl Extent {
    /// The fixed name used in data.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Broader => "broader",
            Self::Narrower => "narrower",
        }
    }
}

/// Counts over the whole comparison, with words as defined by Unicode (UAX #29).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Number of words in the old document's blocks.
    pub words_old: usize,
    /// Number of words in the new document's blocks.
    pub words_new: usize,
    /// Number of words in `Delete` segments, without formatting.
    pub words_deleted: usize,
    /// Number of words in `Insert` segments, without formatting.
    pub words_inserted: usize,
    /// Number of changes of each kind; kinds that do not occur are absent.
    pub by_kind: BTreeMap<ChangeKind, usize>,
    /// Number of changes of each weight, without `Unchanged` ones.
    pub by_weight: BTreeMap<Weight, usize>,
}
