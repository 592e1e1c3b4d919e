//! Finds the most similar passage, by subject rather than by wording.

use crate::passages::{
    index::Index,
    profile::{Profile, Space},
};

/// Number of candidates that are compared in full with each passage.
const CANDIDATES: usize = 12;
/// Similarity up to which passages share only the general vocabulary of policies.
const UNRELATED: f32 = 0.2;
/// Similarity from which two passages are certainly about the same thing.
const SAME: f32 = 0.35;
/// Lead, as a share of its similarity, that the best section must have over every other to count
/// in full: a sentence that resembles everything a little says nothing.
const MARGIN: f32 = 0.4;

/// A sentence or a block, and where it is.
pub(crate) struct Passage<'a> {
    pub section: usize,
    pub block: usize,
    pub profile: &'a Profile,
    pub weight: f32,
    /// Whether it denies something.
    pub denies: bool,
    /// Whether it is all that its section says. Such a denial is not found in what does not deny:
    /// both are about the same subject, and say the contrary.
    pub is_alone: bool,
}

/// The section in which a passage is, and how certain that is, 0 to 1; `None` if it is in none.
pub(crate) type Placed = Option<(usize, f32)>;

/// An index of the passages that can be found.
pub(crate) struct Places<'a> {
    space: &'a Space,
    passages: &'a [Passage<'a>],
    index: Index<'a>,
}

impl<'a> Places<'a> {
    /// Indexes those passages for whose position `open` holds.
    pub fn new(
        space: &'a Space,
        passages: &'a [Passage<'a>],
        open: impl Fn(usize) -> bool + Copy,
    ) -> Self {
        let found = passages.iter().map(|p| p.profile).enumerate();
        Self {
            space,
            passages,
            index: Index::new(space, found.filter(move |&(at, _)| open(at))),
        }
    }

    /// Returns the section with the most similar passage.
    pub fn place(&self, passage: &Passage<'_>) -> Placed {
        let mut best: (usize, f32) = (0, 0.0);
        let mut runner_up = 0.0;
        for at in self.index.sharing_most(passage.profile, CANDIDATES) {
            let other = &self.passages[at];
            if passage.denies && passage.is_alone && !other.denies {
                continue;
            }
            let similarity = self.space.similarity(passage.profile, other.profile);
            if similarity > best.1 {
                if other.section != best.0 {
                    runner_up = best.1;
                }
                best = (other.section, similarity);
            } else if other.section != best.0 && similarity > runner_up {
                runner_up = similarity;
            }
        }
        let sure = likeness(best.1) * ((best.1 - runner_up) / (MARGIN * best.1)).clamp(0.0, 1.0);
        (sure > 0.0).then_some((best.0, sure))
    }
}

/// Converts a similarity by subject to a certainty, 0 to 1.
fn likeness(similarity: f32) -> f32 {
    ((similarity - UNRELATED) / (SAME - UNRELATED)).clamp(0.0, 1.0)
}
