//! The places that links lead to, and how they are written in ids and addresses.

use std::fmt;

use crate::outline::{Anchor, Row};
use model::{ChangeId, SectionId};

/// A place in what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A section.
    Section(Anchor),
    /// A passage.
    Passage(ChangeId),
    /// The place that a passage has left.
    Origin(ChangeId),
    /// The request.
    Request,
}

impl Place {
    /// Reads what [`fmt::Display`] writes, and what older addresses hold: `s5` for `ns5`, `o3` for
    /// `os3`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(text.len());
        let (kind, digits) = text.split_at(digits);
        if kind == "request" && digits.is_empty() {
            return Some(Self::Request);
        }
        let number = digits.parse().ok()?;
        match kind {
            "ns" | "s" => Some(Self::Section(Anchor::New(SectionId(number)))),
            "os" | "o" => Some(Self::Section(Anchor::Old(SectionId(number)))),
            "c" => Some(Self::Passage(ChangeId(number))),
            "m" => Some(Self::Origin(ChangeId(number))),
            _ => None,
        }
    }
}

impl From<Row> for Place {
    fn from(row: Row) -> Self {
        match row {
            Row::Change(id) => Self::Passage(id),
            Row::MovedAway(id) => Self::Origin(id),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(anchor) => anchor.fmt(f),
            Self::Passage(change) => change.fmt(f),
            Self::Origin(change) => write!(f, "m{}", change.0),
            Self::Request => f.write_str("request"),
        }
    }
}
