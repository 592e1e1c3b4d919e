//! Which block became which, and which of them moved.
//!
//! Equal blocks are matched first, then similar ones, then those between matched neighbours. Last
//! come groups for blocks that were split or merged.

pub(crate) mod anchors;
pub(crate) mod candidates;
pub(crate) mod counterparts;
pub(crate) mod datelines;
pub(crate) mod gaps;
pub(crate) mod matching;
pub(crate) mod moves;
pub(crate) mod order;
pub(crate) mod regroup;
