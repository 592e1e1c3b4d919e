//! A correction of the source before it is parsed.

use std::ops::Range;

/// A piece of the source and what the parser gets instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) with: String,
    /// The parser needs it, but it is not to be seen.
    pub(super) hidden: bool,
}

impl Edit {
    pub(super) fn replace(range: Range<usize>, with: impl Into<String>) -> Self {
        Self {
            range,
            with: with.into(),
            hidden: false,
        }
    }

    /// A space that only the parser sees.
    pub(super) fn hidden_space(at: usize) -> Self {
        Self {
            range: at..at,
            with: " ".to_owned(),
            hidden: true,
        }
    }
}
