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
    /// Reads what [`fmt::Display`] writes; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "request" {
            return Some(Self::Request);
        }
        let mut chars = text.chars();
        let kind = chars.next()?;
        let digits = chars.as_str();
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let number = digits.parse().ok()?;
        match kind {
            's' => Some(Self::Section(Anchor::New(SectionId(number)))),
            'o' => Some(Self::Section(Anchor::Old(SectionId(number)))),
            'c' => Some(Self::Passage(ChangeId(number))),
            'm' => Some(Self::Origin(ChangeId(number))),
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
