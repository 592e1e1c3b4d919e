//! The history model: plain data over a list of versions and the comparisons of neighbours.

use crate::{BlockId, ChangeId, keyed::keyed_enum};

/// The history of the passages of a policy over all its versions.
///
/// Versions are positions in the list of traced documents, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The origin of each block of the last version, in the order of its blocks.
    pub passages: Vec<Passage>,
    /// Wordings that came back, in the order of the versions and of their text.
    pub returns: Vec<Return>,
}

/// The origin of a block of the last version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The version in which the passage first appeared in any wording, even if it was removed in
    /// between.
    pub first: usize,
    /// The version since which it has always been there, in any wording.
    pub since: usize,
    /// The version since which it has always had its present words.
    pub worded: usize,
    /// The changes that led to it, oldest first: all that are not `Unchanged`, including the one
    /// that added it.
    pub steps: Vec<Step>,
}

/// A change between two neighbouring versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// Position of the older version, which is compared with the next one.
    pub comparison: usize,
    /// The change in that comparison.
    pub change: ChangeId,
}

impl Step {
    /// Returns the position of the newer version.
    #[must_use]
    pub fn version(self) -> usize {
        self.comparison + 1
    }
}

/// A passage that has the wording of an earlier version again, after at least one without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// How the wording had disappeared.
    pub kind: ReturnKind,
    /// The version in which it is back.
    pub version: usize,
    /// Its block in that version.
    pub block: BlockId,
    /// The change that brought it back.
    pub back: Step,
    /// The last earlier version with the wording.
    pub earlier: usize,
    /// Its block in that version.
    pub earlier_block: BlockId,
    /// The change that removed it.
    pub gone: Step,
}

keyed_enum! {
    /// How a wording that came back had disappeared.
    ReturnKind {
        /// The passage had other words in between.
        ChangedBack = "changed-back",
        /// The passage had been removed.
        Restored = "restored",
    }
}
