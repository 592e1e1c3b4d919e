//! A correction of the source before it is parsed.

use std::ops::Range;

/// A byte range of the source and the text that replaces it for the parser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) with: String,
    /// Whether the replacement is only for the parser and not for display.
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

    /// Inserts a space that only the parser sees at the byte `at`.
    pub(crate) fn hidden_space(at: usize) -> Self {
        Self {
            range: at..at,
            with: " ".to_owned(),
            hidden: true,
        }
    }
}
