//! Says since when each passage of a policy has stood there, and which ones came back.
//!
//! Only neighbours are compared; what lies further apart follows from the chain of changes and
//! from equal comparison forms. Comparing every version with every other was rejected: it grows
//! with the square of their number, and says less, since what happened in between is lost.

mod past;
mod trace;
mod versions;

pub use trace::trace;
pub use versions::{ENDINGS, SETTINGS, is_note, name_date, preference, split_ending};
