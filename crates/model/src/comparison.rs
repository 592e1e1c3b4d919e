//! The comparison model: plain data that is computed once and used by everything after it.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use crate::{Address, BlockId, ChangeId, SectionId, ids, keyed::keyed_enum};

/// The differences between an old and a new document.
///
/// Invariants: every block of either document is in exactly one change; changes are in the order
/// of the new text, with removed blocks next to what their old neighbours became.
///
/// In the published format the changes are the `blocks`, with their topics.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Which sections correspond.
    pub sections: Sections,
    /// Which blocks correspond, and how their words differ.
    #[serde(rename(deserialize = "blocks"), skip_serializing)]
    pub changes: Vec<Change>,
    /// Phrases that were replaced throughout.
    pub terms: Vec<Term>,
    /// Counts over the whole comparison.
    pub totals: Totals,
    /// Limits that made the result coarser, without duplicates; usually empty.
    pub problems: Vec<Limit>,
}

keyed_enum! {
    /// A limit on the work of a comparison that was reached. The result is still correct, but a finer
    /// search might have paired more.
    Limit {
        /// Too many passages were similar, or rewritten in a row, to compare each with each.
        Passages = "passages",
        /// A passage was too long to be compared word by word.
        Words = "words",
    }
}

impl Comparison {
    /// Returns the change with an id of this comparison; panics for an id of another one.
    #[must_use]
    pub fn change(&self, id: ChangeId) -> &Change {
        &self.changes[id.index()]
    }

    /// Returns the changes with their ids, in order.
    pub fn changes(&self) -> impl Iterator<Item = (ChangeId, &Change)> {
        (0..).map(ChangeId).zip(&self.changes)
    }

    /// Returns the change with this address.
    #[must_use]
    pub fn find(&self, address: Address) -> Option<ChangeId> {
        let found = self.changes.iter().position(|c| c.address == address);
        found.map(ChangeId::at)
    }

    /// Whether not even the formatting differs, or the place of a short line.
    #[must_use]
    pub fn is_identical(&self) -> bool {
        let old = self.changes.iter().flat_map(|c| &c.old);
        old.is_sorted()
            && self.changes.iter().all(|c| c.kind == ChangeKind::Unchanged)
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sections {
    /// Links in the order of the new document, then of the old one. Several links from one old
    /// section are a split, several to one new section are a merge.
    pub links: Vec<SectionLink>,
    /// Sections of the new document without a link.
    #[serde(with = "ids::new")]
    pub added: Vec<SectionId>,
    /// Sections of the old document without a link.
    #[serde(with = "ids::old")]
    pub removed: Vec<SectionId>,
}

/// Two sections that correspond: usually, at least a third of the smaller one's content is in the
/// other by meaning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SectionLink {
    /// Section of the old document.
    #[serde(with = "ids::old")]
    pub old: SectionId,
    /// Section of the new document.
    #[serde(with = "ids::new")]
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

keyed_enum! {
    /// What happened to a block or a group of blocks.
    ChangeKind {
        /// Same display text, formatting and place.
        Unchanged = "unchanged",
        /// Same words and place; formatting, punctuation, numbering or link targets differ.
        Reformatted = "reformatted",
        /// Same place; words differ.
        Edited = "edited",
        /// Same words in another place.
        Moved = "moved",
        /// Other words in another place.
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
    /// How much a change can matter, judged only by its words.
    Weight {
        /// Can change what the text says; the default unless something less is proved.
        Substantive = "substantive",
        /// Only function words or inflections differ.
        Wording = "wording",
        /// Only phrases that were replaced throughout differ.
        Terminology = "terminology",
        /// Only a date of the policy differs.
        Date = "date",
        /// Only link targets differ.
        Link = "link",
        /// Only formatting differs, or nothing.
        Formatting = "formatting",
    }
}

/// One entry of the redline: corresponding blocks, and how their words differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Name of the change outside; no other change of the comparison has the same.
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
    /// The redline. `Equal` and `Delete` together are exactly the display text of the old blocks,
    /// `Equal` and `Insert` that of the new ones; several blocks are joined by a line feed.
    pub segments: Vec<Segment>,
    /// How much the change can matter.
    pub weight: Weight,
}

keyed_enum! {
    /// Whether a run of text was kept, deleted or inserted.
    Op {
        /// In both versions.
        Equal = "equal",
        /// Only in the old version.
        Delete = "delete",
        /// Only in the new version.
        Insert = "insert",
    }
}

/// A run of text in a redline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// Whether it was kept, deleted or inserted.
    pub op: Op,
    /// The text; never empty.
    pub text: String,
    /// Position in [`Comparison::terms`] if the run is part of a terminology change.
    pub term: Option<usize>,
    /// Whether only the formatting differs and not the words: quote marks, dashes, white space,
    /// capitals. Always `false` for `Equal`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub formatting: bool,
}

/// A phrase that was replaced nearly everywhere it occurred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The old phrase: in lower case, unless the text always writes it in other letters.
    pub old: String,
    /// The new phrase, likewise.
    pub new: String,
    /// How often it was replaced.
    pub count: usize,
    /// Whether the new phrase covers more or less than the old one, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relation: Option<Relation>,
}

/// Whether a new term covers more or less than the old one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// More or less.
    pub extent: Extent,
    /// Where the two are defined; `None` if the words speak for themselves.
    pub source: Option<Cow<'static, str>>,
}

keyed_enum! {
    /// Whether a term covers more or less than another.
    Extent {
        /// Everything that the other covers, and more.
        Broader = "broader",
        /// Only a part of what the other covers.
        Narrower = "narrower",
    }
}

/// Counts over the whole comparison, with words as defined by Unicode (UAX #29).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
