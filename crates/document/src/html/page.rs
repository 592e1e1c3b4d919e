//! The content of a page: what the reader of HTML hands to the passes that know policies.

use crate::piece::Piece;

/// The content of a page or of a fragment of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    pub(crate) pieces: Vec<Piece>,
    /// Text of `<title>`.
    pub(crate) title: Option<String>,
    /// `lang` of the root element.
    pub(crate) language: Option<String>,
}
