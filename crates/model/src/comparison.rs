//! The comparison model: plain data, computed once, read by everything after it.

use std::{collections::BTreeMap, fmt};

use crate::{BlockId, SectionId};

/// Index of a change in [`Comparison::changes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeId(pub u32);

impl ChangeId {
    /// The position in [`Comparison::changes`].
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

/// What became of an old document in a new one.
///
/// Invariants: every block of either document occurs in exactly one change; changes are in the
/// order of the new text, removed ones standing where their old neighbours went.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Correspondence of sections.
    pub sections: Sections,
    /// Correspondence of blocks with their word-level differences.
    pub changes: Vec<Change>,
    /// Phrases replaced throughout.
    pub terms: Vec<Term>,
    /// Counts over the whole comparison.
    pub totals: Totals,
    /// Bounds on the work that made the result coarser, each once; mostly empty.
    pub problems: Vec<Limit>,
}

/// A bound on the work of a comparison that was reached. What is shown is true all the same; a
/// finer search might have paired more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// So many passages were alike, or rewritten in a row, that not all of them were compared
    /// with each other.
    Passages,
    /// A passage was too long to be compared word by word throughout.
    Words,
}

impl Comparison {
    /// The change with this id. Ids come from this comparison, so the position exists.
    #[must_use]
    pub fn change(&self, id: ChangeId) -> &Change {
        &self.changes[id.index()]
    }

    /// True where not even the formatting differs.
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

/// Which sections correspond, and which stand alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sections {
    /// Links in the order of the new document, then of the old one. Several links on one old
    /// section are a split, several on one new section a merge.
    pub links: Vec<SectionLink>,
    /// Sections of the new document without a link.
    pub added: Vec<SectionId>,
    /// Sections of the old document without a link.
    pub removed: Vec<SectionId>,
}

/// At least about a third of the smaller section's content is, by meaning, in the other.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionLink {
    /// Section of the old document.
    pub old: SectionId,
    /// Section of the new document.
    pub new: SectionId,
    /// The words of the heading differ (case, numbering and punctuation aside).
    pub renamed: bool,
    /// One of the smallest set of one-to-one sections that, taken out, leaves the rest in order.
    pub moved: bool,
    /// The words under the heading differ (markup, quotes and white space aside).
    pub edited: bool,
    /// Share of the old section's text that corresponds, 0 to 1.
    pub share_old: f64,
    /// Share of the new section's text that corresponds, 0 to 1.
    pub share_new: f64,
    /// Word-level difference of the two headings.
    pub heading: Vec<Segment>,
}

/// What happened to a block or a group of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Same display text, same formatting, same place.
    Unchanged,
    /// Same words; formatting, punctuation marks, numbering or link targets differ.
    Reformatted,
    /// Words differ.
    Edited,
    /// Same words in another place.
    Moved,
    /// Other place and other words.
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
    /// Every kind, in the order in which counts are shown.
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

/// How much a change can matter, judged from its words alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// May change what the text says. The default: only a proof makes it less.
    Substantive,
    /// Only function words or spelling differ.
    Wording,
    /// Only a phrase that was replaced throughout.
    Terminology,
    /// Only a date.
    Date,
    /// Only link targets.
    Link,
    /// Only formatting, or nothing at all.
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

/// One entry of the redline: corresponding blocks and how their words differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// Blocks of the old document, in order; empty for an addition.
    pub old: Vec<BlockId>,
    /// Blocks of the new document, in order; empty for a removal.
    pub new: Vec<BlockId>,
    /// The redline. `Equal` and `Delete` together give the old blocks' display text exactly,
    /// `Equal` and `Insert` the new blocks'; several blocks are joined by one line feed.
    pub segments: Vec<Segment>,
    /// How much it can matter.
    pub weight: Weight,
}

/// Whether a run of text stayed, went or came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Op {
    /// In both versions.
    Equal,
    /// Only in the old one.
    Delete,
    /// Only in the new one.
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

/// A run of text of a redline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Whether it stayed, went or came.
    pub op: Op,
    /// The text, never empty.
    pub text: String,
    /// Position in [`Comparison::terms`] where the run is part of a terminology change.
    pub term: Option<usize>,
    /// True where the words say the same and only their dress differs: quote marks, dashes,
    /// white space, capital letters. Always false for `Equal`.
    pub formatting: bool,
}

/// A phrase that was replaced nearly everywhere it occurred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The old phrase, in lower case.
    pub old: String,
    /// The new phrase, in lower case.
    pub new: String,
    /// How many times it was replaced.
    pub count: usize,
    /// How much the new phrase covers beside the old one, where that is known.
    pub relation: Option<Relation>,
}

/// How much a new term covers beside the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// More or less.
    pub extent: Extent,
    /// The definitions that say so; `None` where the words themselves do.
    pub source: Option<&'static str>,
}

/// Whether a term covers more or less than another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything the other covers, and more.
    Broader,
    /// Only part of what the other covers.
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

/// Counts over the whole comparison; words by Unicode word rules (UAX #29).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Words of the old document's blocks.
    pub words_old: usize,
    /// Words of the new document's blocks.
    pub words_new: usize,
    /// Words in `Delete` segments of changes that are not moves' equal text.
    pub words_deleted: usize,
    /// Words in `Insert` segments.
    pub words_inserted: usize,
    /// Number of changes of each kind; kinds that do not occur are absent.
    pub by_kind: BTreeMap<ChangeKind, usize>,
    /// Number of changes of each weight, `Unchanged` ones left out.
    pub by_weight: BTreeMap<Weight, usize>,
}
