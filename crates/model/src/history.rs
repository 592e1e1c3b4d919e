//! The history model: plain data over a list of versions and the comparisons of neighbours.

use crate::{BlockId, ChangeId, keyed::keyed_enum};

/// What became of the passages of a policy over all its versions.
///
/// Versions are positions in the list of documents that was traced, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Where each block of the last version comes from, in its order.
    pub passages: Vec<Passage>,
    /// Wordings that came back, in the order of the versions and of their text.
    pub returns: Vec<Return>,
}

/// Where a block of the last version comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The version in which the passage first appeared, in whatever wording; also where it was
    /// taken out in between.
    pub first: usize,
    /// The version since which it has stood there without a break, in whatever wording.
    pub since: usize,
    /// The version since which it has had its present words without a break.
    pub worded: usize,
    /// The changes through which it came to be what it is, oldest first: all that are not
    /// `Unchanged`, the one that added it among them.
    pub steps: Vec<Step>,
}

/// A change between two neighbouring versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// The comparison of the version of this position with the next one.
    pub comparison: usize,
    /// The change in it.
    pub change: ChangeId,
}

impl Step {
    /// The version that the change led to.
    #[must_use]
    pub fn version(self) -> usize {
        self.comparison + 1
    }
}

/// A passage that is back to the wording of an earlier version, after at least one without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Return {
    /// How it had gone.
    pub kind: ReturnKind,
    /// The version in which it is back.
    pub version: usize,
    /// The block of that version.
    pub block: BlockId,
    /// The change that brought it back.
    pub back: Step,
    /// The last version before that had the wording.
    pub earlier: usize,
    /// The block of that version.
    pub earlier_block: BlockId,
    /// The change by which the wording had gone.
    pub gone: Step,
}

keyed_enum! {
    /// How a wording that came back had gone.
    ReturnKind {
        /// The passage itself had other words in between.
        ChangedBack = "changed-back",
        /// The passage had been taken out.
        Restored = "restored",
    }
}
