//! Finds since when each passage of a policy has been in it, and which passages came back.
//!
//! Only neighbouring versions are compared; the rest follows from the chain of changes and from
//! equal comparison forms. Comparing every version with every other was rejected: the work grows
//! with the square of their number, and the result says less, as it skips what happened between.

mod past;
mod trace;
mod versions;

pub use trace::trace;
pub use versions::{ENDINGS, SETTINGS, is_note, name_date, preference, split_ending};
