//! Every limit on the work of a comparison, and why it has its value.
//!
//! Work is counted, never timed, so that the result is the same on every machine. Up to these
//! limits the result is the best that the method can find. Beyond them it is coarser, never
//! wrong: passages may be shown as removed and added that a finer search would have paired.
//! [`Comparison::problems`](super::Comparison::problems) tells which limits were reached.

/// Most passages that a look-up considers for one feature. A feature shared by more passages says
/// little about any two of them, and without a limit, a text of one repeated word would cost the
/// square of its length. Reaching this limit is normal and is not reported: passages are looked
/// up by their rare features, which stay far below it.
pub(super) const POSTINGS: u32 = 64;

/// Most competing passages per side that are assigned optimally. That takes the cube of their
/// number: 64,000 steps for 40. More compete only in long lists of similar entries; those are
/// paired greedily, most similar first.
pub(super) const OPTIMAL_ASSIGNMENT: usize = 40;

/// Most pairs that are compared between two matched neighbours: 200 rewritten passages by 200. In
/// a longer run without any match, order says little.
pub(super) const GAP_CELLS: usize = 40_000;

/// Most pairs of passages that are tried as evidence for one link between sections: 100 by 100.
pub(super) const EVIDENCE_PAIRS: usize = 10_000;

/// Most columns of a table that are put in order; each row costs the square of their number.
/// Wider tables are compared word by word, which loses nothing and is not reported.
pub(super) const COLUMNS: usize = 64;

/// Largest product of token counts at which two passages are compared as a whole: 2,000 words by
/// 2,000, ten pages in one paragraph. Longer ones are first cut at anchors …
pub(super) const WHOLE: usize = 4_000_000;
/// … into pieces of at least this product, so that cuts are rare.
pub(super) const PIECE: usize = 1_000_000;

/// Product of token counts above which a piece is shown as replaced without a diff, because
/// hostile repetitive text makes every diff quadratic. 6,000 words by 6,000 are thirty pages that
/// share no phrase.
pub(super) const WORD_WORK: usize = 36_000_000;
