//! Which block became which, and which of them moved.
//!
//! Equal ones first, then similar ones, then what stands between; groups for blocks that were cut
//! or joined.

pub(crate) mod anchors;
pub(crate) mod candidates;
pub(crate) mod counterparts;
pub(crate) mod datelines;
pub(crate) mod gaps;
pub(crate) mod matching;
pub(crate) mod moves;
pub(crate) mod order;
pub(crate) mod regroup;
