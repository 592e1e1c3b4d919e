//! The places that links lead to, and how they are written in ids and addresses.

use std::fmt;

use crate::outline::{Anchor, Row};
use model::{Address, Comparison, SectionId};

/// A place in what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A section.
    Section(Anchor),
    /// A passage.
    Passage(Address),
    /// The place that a passage has left.
    Origin(Address),
    /// The request.
    Request,
}

impl Place {
    /// Reads what [`fmt::Display`] writes, and what older addresses hold: `s5` for `ns5`, `o3` for
    /// `os3`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "request" {
            return Some(Self::Request);
        }
        if let Some(words) = text.strip_prefix('c') {
            return Address::parse(words).map(Self::Passage);
        }
        if let Some(words) = text.strip_prefix("mc") {
            return Address::parse(words).map(Self::Origin);
        }
        let digits = text.find(|c: char| c.is_ascii_digit())?;
        let (kind, digits) = text.split_at(digits);
        let section = SectionId(digits.parse().ok()?);
        match kind {
            "ns" | "s" => Some(Self::Section(Anchor::New(section))),
            "os" | "o" => Some(Self::Section(Anchor::Old(section))),
            _ => None,
        }
    }

    /// Where a row of this comparison stands.
    #[must_use]
    pub fn of(row: Row, comparison: &Comparison) -> Self {
        match row {
            Row::Change(id) => Self::Passage(comparison.change(id).address),
            Row::MovedAway(id) => Self::Origin(comparison.change(id).address),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(anchor) => anchor.fmt(f),
            Self::Passage(change) => change.fmt(f),
            Self::Origin(change) => write!(f, "m{change}"),
            Self::Request => f.write_str("request"),
        }
    }
}
