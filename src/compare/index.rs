//! Finds passages that share rare features, in time linear in the text.
//!
//! Comparing every passage with every other is what makes other tools stop looking at a hundred
//! paragraphs. What two passages of one origin share are above all their rare words; so a passage
//! is looked up by those, and only the few that share most are compared in full.

use std::{cmp::Reverse, collections::BTreeMap};

use super::profile::{Profile, Space};

/// How many of its rarest features a passage is looked up by.
const LOOKED_UP: usize = 40;
/// Passages that one feature may propose; what a feature of more says is little, and without a
/// bound the work would be quadratic in a text of one repeated word.
const MAX_POSTINGS: usize = 64;

/// Passages by feature.
pub(super) struct Index {
    postings: BTreeMap<u32, Vec<usize>>,
}

impl Index {
    /// An index of passages, each with the position that look-ups return.
    pub fn new<'a>(passages: impl Iterator<Item = (usize, &'a Profile)>) -> Self {
        let mut postings: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, profile) in passages {
            for feature in profile.features() {
                let list = postings.entry(feature).or_default();
                if list.len() < MAX_POSTINGS {
                    list.push(at);
                }
            }
        }
        Self { postings }
    }

    /// Positions of the passages that share most rare features, at most `count`, the first of
    /// equals first.
    pub fn sharing_most(&self, profile: &Profile, space: &Space, count: usize) -> Vec<usize> {
        let rarest = space.rarest(profile).into_iter();
        let lists = rarest.filter_map(|f| self.postings.get(&f)).take(LOOKED_UP);
        let mut named: Vec<usize> = lists.flatten().copied().collect();
        named.sort_unstable();
        let runs = named.chunk_by(|x, y| x == y);
        let mut ranked: Vec<(Reverse<usize>, usize)> =
            runs.map(|run| (Reverse(run.len()), run[0])).collect();
        ranked.sort_unstable();
        ranked.into_iter().take(count).map(|(_, at)| at).collect()
    }
}
