//! The comparison model: plain data, computed once, read by everything after it.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use crate::{Address, BlockId, ChangeId, SectionId, ids, keyed::keyed_enum};

/// What became of an old document in a new one.
///
/// Invariants: every block of either document occurs in exactly one change; changes are in the
/// order of the new text, removed ones standing where their old neighbours went.
///
/// In the published format the changes are the `blocks` and say their topics.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Correspondence of sections.
    pub sections: Sections,
    /// Correspondence of blocks with their word-level differences.
    #[serde(rename(deserialize = "blocks"), skip_serializing)]
    pub changes: Vec<Change>,
    /// Phrases replaced throughout.
    pub terms: Vec<Term>,
    /// Counts over the whole comparison.
    pub totals: Totals,
    /// Bounds on the work that made the result coarser, each once; mostly empty.
    pub problems: Vec<Limit>,
}

keyed_enum! {
    /// A bound on the work of a comparison that was reached. What is shown is true all the same; a
    /// finer search might have paired more.
    Limit {
        /// So many passages were alike, or rewritten in a row, that not all of them were compared
        /// with each other.
        Passages = "passages",
        /// A passage was too long to be compared word by word throughout.
        Words = "words",
    }
}

impl Comparison {
    /// The change with this id. Ids come from this comparison, so the position exists.
    #[must_use]
    pub fn change(&self, id: ChangeId) -> &Change {
        &self.changes[id.index()]
    }

    /// The changes with their ids, in order.
    pub fn changes(&self) -> impl Iterator<Item = (ChangeId, &Change)> {
        (0..).map(ChangeId).zip(&self.changes)
    }

    /// The change with this address.
    #[must_use]
    pub fn find(&self, address: Address) -> Option<ChangeId> {
        let found = self.changes.iter().position(|c| c.address == address);
        found.map(ChangeId::at)
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sections {
    /// Links in the order of the new document, then of the old one. Several links on one old
    /// section are a split, several on one new section a merge.
    pub links: Vec<SectionLink>,
    /// Sections of the new document without a link.
    #[serde(with = "ids::new")]
    pub added: Vec<SectionId>,
    /// Sections of the old document without a link.
    #[serde(with = "ids::old")]
    pub removed: Vec<SectionId>,
}

/// At least about a third of the smaller section's content is, by meaning, in the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SectionLink {
    /// Section of the old document.
    #[serde(with = "ids::old")]
    pub old: SectionId,
    /// Section of the new document.
    #[serde(with = "ids::new")]
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

keyed_enum! {
    /// What happened to a block or a group of blocks.
    ChangeKind {
        /// Same display text, same formatting, same place.
        Unchanged = "unchanged",
        /// Same words; formatting, punctuation marks, numbering or link targets differ.
        Reformatted = "reformatted",
        /// Words differ.
        Edited = "edited",
        /// Same words in another place.
        Moved = "moved",
        /// Other place and other words.
        MovedEdited = "moved-edited",
        /// One old block became several new ones.
        Split = "split",
        /// Several old blocks became one new one.
        Merged = "merged",
        /// Only in the new version.
        Added = "added",
        /// Only in the old version.
        Removed = "removed",
    }
}

keyed_enum! {
    /// How much a change can matter, judged from its words alone.
    Weight {
        /// May change what the text says. The default: only a proof makes it less.
        Substantive = "substantive",
        /// Only function words or spelling differ.
        Wording = "wording",
        /// Only a phrase that was replaced throughout.
        Terminology = "terminology",
        /// Only a date.
        Date = "date",
        /// Only link targets.
        Link = "link",
        /// Only formatting, or nothing at all.
        Formatting = "formatting",
    }
}

/// One entry of the redline: corresponding blocks and how their words differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// What it is called outside; no two changes of a comparison have the same.
    #[serde(rename = "id")]
    pub address: Address,
    /// What happened.
    pub kind: ChangeKind,
    /// Blocks of the old document, in order; empty for an addition.
    #[serde(with = "ids::old")]
    pub old: Vec<BlockId>,
    /// Blocks of the new document, in order; empty for a removal.
    #[serde(with = "ids::new")]
    pub new: Vec<BlockId>,
    /// The redline. `Equal` and `Delete` together give the old blocks' display text exactly,
    /// `Equal` and `Insert` the new blocks'; several blocks are joined by one line feed.
    pub segments: Vec<Segment>,
    /// How much it can matter.
    pub weight: Weight,
}

keyed_enum! {
    /// Whether a run of text stayed, went or came.
    Op {
        /// In both versions.
        Equal = "equal",
        /// Only in the old one.
        Delete = "delete",
        /// Only in the new one.
        Insert = "insert",
    }
}

/// A run of text of a redline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// Whether it stayed, went or came.
    pub op: Op,
    /// The text, never empty.
    pub text: String,
    /// Position in [`Comparison::terms`] where the run is part of a terminology change.
    pub term: Option<usize>,
    /// True where the words say the same and only their dress differs: quote marks, dashes,
    /// white space, capital letters. Always false for `Equal`. Published only where true.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub formatting: bool,
}

/// A phrase that was replaced nearly everywhere it occurred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The old phrase, in lower case.
    pub old: String,
    /// The new phrase, in lower case.
    pub new: String,
    /// How many times it was replaced.
    pub count: usize,
    /// How much the new phrase covers beside the old one, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation: Option<Relation>,
}

/// How much a new term covers beside the old one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// More or less.
    pub extent: Extent,
    /// The definitions that say so; `None` where the words themselves do.
    pub source: Option<Cow<'static, str>>,
}

keyed_enum! {
    /// Whether a term covers more or less than another.
    Extent {
        /// Everything the other covers, and more.
        Broader = "broader",
        /// Only part of what the other covers.
        Narrower = "narrower",
    }
}

/// Counts over the whole comparison; words by Unicode word rules (UAX #29).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
