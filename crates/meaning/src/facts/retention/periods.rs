//! Periods of time as policies write them.

use std::ops::Range;

use crate::{languages::periods::PERIODS, words::Words};

/// The first period from this word on.
pub(super) fn find(words: &Words<'_>, from: usize) -> Option<Range<usize>> {
    words.find_from(&PERIODS, from)
}
