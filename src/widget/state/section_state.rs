//! The states that a section is labelled with.

/// What became of a section; several may hold at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionState {
    /// Only in the new version.
    Added,
    /// Only in the old version.
    Removed,
    /// Made of several old sections.
    Merged,
    /// One of several parts of an old section.
    Split,
    /// Has another heading.
    Renamed,
    /// Stands elsewhere.
    Moved,
    /// Its words differ.
    Edited,
    /// Only formatting or link targets differ.
    Formatting,
    /// Nothing differs.
    Unchanged,
}

impl SectionState {
    /// Every state, in the order in which they are counted.
    pub const ALL: [Self; 9] = [
        Self::Added,
        Self::Removed,
        Self::Merged,
        Self::Split,
        Self::Renamed,
        Self::Moved,
        Self::Edited,
        Self::Formatting,
        Self::Unchanged,
    ];

    /// Class name of its label.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Added => "pd-state-added",
            Self::Removed => "pd-state-removed",
            Self::Merged => "pd-state-merged",
            Self::Split => "pd-state-split",
            Self::Renamed => "pd-state-renamed",
            Self::Moved => "pd-state-moved",
            Self::Edited => "pd-state-edited",
            Self::Formatting => "pd-state-formatting",
            Self::Unchanged => "pd-state-unchanged",
        }
    }

    /// A sign that tells it apart without colour; the word always stands beside it.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Self::Added => "+",
            Self::Removed => "−",
            Self::Merged => "⊃",
            Self::Split => "⊂",
            Self::Renamed => "Aa",
            Self::Moved => "⇄",
            Self::Edited => "±",
            Self::Formatting => "¶",
            Self::Unchanged => "=",
        }
    }
}
