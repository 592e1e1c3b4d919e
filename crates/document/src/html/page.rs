//! The content of a page: what the reader of HTML hands to the passes that know policies.

use crate::piece::Piece;
use serde::{Deserialize, Serialize};

/// The content of a page or of a fragment of one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub(crate) pieces: Vec<Piece>,
    /// Text of `<title>`.
    pub(crate) title: Option<String>,
    /// `lang` of the root element.
    pub(crate) language: Option<String>,
    /// A sentence for the reader on what could not be read.
    pub(crate) problem: Option<String>,
}

impl Page {
    /// The page as bytes, for a program that has no reader of HTML.
    #[cfg(feature = "html")]
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Writing to memory cannot fail.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The page of bytes from [`Self::to_bytes`]; `None` for any others.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}
