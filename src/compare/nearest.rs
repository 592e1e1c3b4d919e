//! Finds the passage that says most nearly the same, by subject rather than by wording.

use std::collections::BTreeMap;

use super::profile::{Profile, Space};

/// Passages a passage is compared with in full.
const CANDIDATES: usize = 12;
/// How many of its rarest features a passage is looked up by.
const LOOKED_UP: usize = 24;
/// Passages that one feature may propose; a feature of more says too little.
const MAX_POSTINGS: usize = 400;
/// Similarity up to which strangers of one trade meet.
const STRANGERS: f32 = 0.2;
/// Similarity from which two passages surely speak of the same.
const SAME: f32 = 0.35;
/// How far ahead of every other section the best one must be to count in full, as a share of
/// its similarity: a sentence that is a little like everything is like nothing.
const MARGIN: f32 = 0.4;

/// A sentence or a block, and where it stands.
pub(super) struct Passage {
    pub section: usize,
    pub block: usize,
    pub profile: Profile,
    pub weight: f32,
}

/// A section, and how surely a passage is there by meaning, 0 to 1.
pub(super) type Placed = Option<(usize, f32)>;

/// The passages that can be found, by feature.
pub(super) struct Index<'a> {
    space: &'a Space,
    passages: &'a [Passage],
    postings: BTreeMap<u32, Vec<usize>>,
}

impl<'a> Index<'a> {
    /// An index of those passages for which `open` holds.
    pub fn new(space: &'a Space, passages: &'a [Passage], open: impl Fn(usize) -> bool) -> Self {
        let mut postings: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, passage) in passages.iter().enumerate().filter(|&(at, _)| open(at)) {
            for feature in passage.profile.features() {
                postings.entry(feature).or_default().push(at);
            }
        }
        Self {
            space,
            passages,
            postings,
        }
    }

    /// Where the passage most nearly is.
    pub fn place(&self, passage: &Passage) -> Placed {
        let mut best: (usize, f32) = (0, 0.0);
        let mut runner_up = 0.0;
        for at in self.candidates(passage) {
            let other = &self.passages[at];
            let similarity = self.space.similarity(&passage.profile, &other.profile);
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

    fn candidates(&self, passage: &Passage) -> impl Iterator<Item = usize> {
        let mut votes: BTreeMap<usize, u32> = BTreeMap::new();
        let features = self.space.rarest(&passage.profile).into_iter();
        for list in features
            .filter_map(|f| self.postings.get(&f))
            .take(LOOKED_UP)
        {
            for &at in list.iter().take(MAX_POSTINGS) {
                *votes.entry(at).or_default() += 1;
            }
        }
        let mut ranked: Vec<(usize, u32)> = votes.into_iter().collect();
        ranked.sort_by_key(|&(at, count)| (std::cmp::Reverse(count), at));
        ranked.into_iter().take(CANDIDATES).map(|(at, _)| at)
    }
}

/// How surely a similarity by subject says "the same".
fn likeness(similarity: f32) -> f32 {
    ((similarity - STRANGERS) / (SAME - STRANGERS)).clamp(0.0, 1.0)
}
