//! Finds the passage that says most nearly the same, by subject rather than by wording.

use crate::passages::{
    index::Index,
    profile::{Profile, Space},
};

/// Passages a passage is compared with in full.
const CANDIDATES: usize = 12;
/// Similarity up to which strangers of one trade meet.
const STRANGERS: f32 = 0.2;
/// Similarity from which two passages surely speak of the same.
const SAME: f32 = 0.35;
/// How far ahead of every other section the best one must be to count in full, as a share of
/// its similarity: a sentence that is a little like everything is like nothing.
const MARGIN: f32 = 0.4;

/// A sentence or a block, and where it stands.
pub(crate) struct Passage<'a> {
    pub section: usize,
    pub block: usize,
    pub profile: &'a Profile,
    pub weight: f32,
}

/// A section, and how surely a passage is there by meaning, 0 to 1.
pub(crate) type Placed = Option<(usize, f32)>;

/// The passages that can be found.
pub(crate) struct Places<'a> {
    space: &'a Space,
    passages: &'a [Passage<'a>],
    index: Index<'a>,
}

impl<'a> Places<'a> {
    /// Those passages for which `open` holds.
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

    /// Where the passage most nearly is.
    pub fn place(&self, passage: &Passage<'_>) -> Placed {
        let mut best: (usize, f32) = (0, 0.0);
        let mut runner_up = 0.0;
        for at in self.index.sharing_most(passage.profile, CANDIDATES) {
            let other = &self.passages[at];
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

/// How surely a similarity by subject says "the same".
fn likeness(similarity: f32) -> f32 {
    ((similarity - STRANGERS) / (SAME - STRANGERS)).clamp(0.0, 1.0)
}
