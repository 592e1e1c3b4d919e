//! Every bound on the work of a comparison, and why it stands where it does.
//!
//! Work is counted, never timed, so that a text is compared alike on every machine. Up to these
//! bounds the result is the best that the method knows; beyond them it is coarser, never wrong:
//! passages may then be shown as removed and added where a finer search would have paired them.
//! Where a bound was reached, [`Comparison::problems`](super::Comparison::problems) says so.

/// Passages that one feature may propose to a look-up. What more passages than this have in
/// common says little about any two of them, and without a bound a text of one repeated word
/// would cost the square of its length. Reaching it is the ordinary case and is not reported: a
/// passage is looked up by its rare features, which are far from it.
pub(super) const POSTINGS: u32 = 64;

/// Competing passages on one side up to which they are assigned optimally, which takes the cube
/// of their number: 40 are 64,000 steps. More compete only in long lists of like entries; those
/// are paired most alike first.
pub(super) const OPTIMAL_ASSIGNMENT: usize = 40;

/// Pairs that are compared between two matched neighbours: 200 rewritten passages against 200.
/// Where more follow each other without a single one recognised, order says little.
pub(super) const GAP_CELLS: usize = 40_000;

/// Pairs of passages tried as evidence for one link between sections: 100 against 100.
pub(super) const EVIDENCE_PAIRS: usize = 10_000;

/// Product of token counts up to which two passages are compared as a whole: 2,000 words against
/// 2,000, ten pages in one paragraph. Longer ones are first cut where they surely agree …
pub(super) const WHOLE: usize = 4_000_000;
/// … into pieces of at least this product, so that a cut is the exception.
pub(super) const PIECE: usize = 1_000_000;

/// Product of token counts above which what remains between two cuts is shown as replaced:
/// hostile repetitive text makes every diff quadratic. 6,000 words against 6,000 are thirty pages
/// that share no phrase.
pub(super) const WORD_WORK: usize = 36_000_000;
