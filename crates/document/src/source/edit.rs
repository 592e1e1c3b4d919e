//! A correction of the source before it is parsed.

use std::ops::Range;

/// A piece of the source and what the parser gets instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) with: String,
    /// The parser needs it, but it is not to be seen.
    pub(crate) hidden: bool,
}

impl Edit {
    pub(crate) fn replace(range: Range<usize>, with: impl Into<String>) -> Self {
        Self {
            range,
            with: with.into(),
            hidden: false,
        }
    }

    /// A space that only the parser sees.
    pub(crate) fn hidden_space(at: usize) -> Self {
        Self {
            range: at..at,
            with: " ".to_owned(),
            hidden: true,
        }
    }
}
