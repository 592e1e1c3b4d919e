//! What each section is about, and which section of the other version is about the same subject.
//!
//! If a policy was rewritten, no sentence has a counterpart, but a section as a whole is still
//! about cookies and not about children. Two sections that are each *other's* most similar one
//! are almost always the same: a section that was dropped has a best partner too, but that one
//! has a better partner itself. So the rank decides, and the likeness must only be above a
//! minimum.
//!
//! Likeness is the cosine of stems and concepts, weighted by how rare they are among the sections.
//! A single threshold of likeness was tried first: it admits chance partners of small sections
//! before it admits rewritten ones.

use std::collections::BTreeMap;

use crate::{
    blocks::matching::Side,
    passages::profile::{Space, View, log2},
};

/// Most sections that one feature may connect. A feature of more sections says little about any of
/// them, and without a limit the work would be quadratic.
const MAX_HOLDERS: usize = 256;
/// Number of partners that are kept for each section.
const PARTNERS: usize = 32;
/// Count of each word of a heading, the same as for a word that occurs once in the text.
const HEADING: f32 = 1.0;

/// Features with their weights, sorted by feature; the squares of the weights add up to 1.
type Direction = Vec<(u32, f32)>;

/// How similar sections are by subject.
pub(crate) struct Subjects {
    likeness: BTreeMap<(usize, usize), f32>,
    /// The likeness of the best partner of each section.
    best_of_old: Vec<f32>,
    best_of_new: Vec<f32>,
}

impl Subjects {
    /// Compares the sections of two documents; pairs with a likeness below `least` are dropped.
    pub fn new(old: &Side<'_>, new: &Side<'_>, least: f32) -> Self {
        let mut space = Space::new(View::Sense);
        for (words, count) in old.texts.counted() {
            space.count(words.whole(), count);
        }
        for heading in [old, new].iter().flat_map(|side| side.heading_words) {
            space.count(heading.whole(), 1);
        }
        let counts = [old, new].map(|side| counts(side, &space));
        let rarity = rarity(&counts, space.size());
        let [old, new] = counts.map(|side| -> Vec<Direction> {
            side.into_iter().map(|s| direction(s, &rarity)).collect()
        });
        Self::between(&old, &new, space.size(), least)
    }

    /// Compares all sections with a feature in common; `features` is the number of features.
    fn between(old: &[Direction], new: &[Direction], features: usize, least: f32) -> Self {
        let mut holders: Vec<Vec<(usize, f32)>> = vec![Vec::new(); features];
        for (b, direction) in new.iter().enumerate() {
            for &(feature, weight) in direction {
                holders[feature as usize].push((b, weight));
            }
        }
        let mut subjects = Self {
            likeness: BTreeMap::new(),
            best_of_old: vec![0.0; old.len()],
            best_of_new: vec![0.0; new.len()],
        };
        let mut sums = vec![0.0_f32; new.len()];
        for (a, direction) in old.iter().enumerate() {
            let mut met = Vec::new();
            for &(feature, weight) in direction {
                let holders = &holders[feature as usize];
                if holders.len() > MAX_HOLDERS {
                    continue;
                }
                for &(b, other) in holders {
                    if sums[b] == 0.0 {
                        met.push(b);
                    }
                    sums[b] += weight * other;
                }
            }
            let found = met
                .into_iter()
                .map(|b| (std::mem::take(&mut sums[b]), b))
                .filter(|&(likeness, _)| likeness >= least)
                .collect();
            subjects.record(a, found);
        }
        subjects
    }

    /// Records the partners `(likeness, new section)` of the old section `a`.
    fn record(&mut self, a: usize, mut found: Vec<(f32, usize)>) {
        for &(likeness, b) in &found {
            self.best_of_old[a] = self.best_of_old[a].max(likeness);
            self.best_of_new[b] = self.best_of_new[b].max(likeness);
        }
        found.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        found.truncate(PARTNERS);
        let pairs = found.into_iter().map(|(likeness, b)| ((a, b), likeness));
        self.likeness.extend(pairs);
    }

    /// How similar the sections `(old, new)` are, 0 to 1.
    pub fn likeness(&self, pair: (usize, usize)) -> f32 {
        self.likeness.get(&pair).copied().unwrap_or_default()
    }

    /// The pairs of partners, with their likeness.
    pub fn pairs(&self) -> impl Iterator<Item = ((usize, usize), f32)> + '_ {
        let pairs = self.likeness.iter();
        pairs.map(|(&pair, &likeness)| (pair, likeness))
    }

    /// The pairs that are each other's best partner, with their likeness.
    pub fn mutual(&self) -> impl Iterator<Item = ((usize, usize), f32)> + '_ {
        self.pairs().filter(|&((a, b), likeness)| {
            likeness >= self.best_of_old[a] && likeness >= self.best_of_new[b]
        })
    }

    /// The likeness of an old section's best partner.
    pub fn best_of_old(&self, old: usize) -> f32 {
        self.best_of_old.get(old).copied().unwrap_or_default()
    }

    /// The likeness of a new section's best partner.
    pub fn best_of_new(&self, new: usize) -> f32 {
        self.best_of_new.get(new).copied().unwrap_or_default()
    }

    /// The likeness of a pair, divided by that of the old section's best pair.
    pub fn rank_of_old(&self, pair: (usize, usize)) -> f32 {
        self.likeness(pair) / self.best_of_old[pair.0].max(f32::MIN_POSITIVE)
    }

    /// The likeness of a pair, divided by that of the new section's best pair.
    pub fn rank_of_new(&self, pair: (usize, usize)) -> f32 {
        self.likeness(pair) / self.best_of_new[pair.1].max(f32::MIN_POSITIVE)
    }
}

/// Counts the features of each section, heading included. Counts are damped by a logarithm: the
/// tenth mention of a word adds less than the second.
fn counts(side: &Side<'_>, space: &Space) -> Vec<Vec<(u32, f32)>> {
    let mut features: Vec<Vec<u32>> = vec![Vec::new(); side.heading_words.len()];
    for (block, &text) in side.text_of.iter().enumerate() {
        let words = side.texts.words(text);
        space.features(words.whole(), &mut features[side.section(block)]);
    }
    let sections = features.into_iter().zip(side.heading_words);
    sections
        .map(|(mut said, heading)| {
            said.sort_unstable();
            let runs = said.chunk_by(|x, y| x == y);
            let damped = runs.filter_map(|r| Some((*r.first()?, 1.0 + log2(r.len() as f32))));
            let mut counts: Vec<(u32, f32)> = damped.collect();
            let mut named = Vec::new();
            space.features(heading.whole(), &mut named);
            counts.extend(named.into_iter().map(|feature| (feature, HEADING)));
            counts.sort_by_key(|&(feature, _)| feature);
            counts.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                kept.1 += if same { next.1 } else { 0.0 };
                same
            });
            counts
        })
        .collect()
}

/// Returns how rare each feature is among the sections; 0 if all have it.
fn rarity(sides: &[Vec<Vec<(u32, f32)>>; 2], features: usize) -> Vec<f32> {
    let mut holders = vec![0_u32; features];
    let sections = sides.iter().flatten();
    for &(feature, _) in sections.clone().flatten() {
        holders[feature as usize] += 1;
    }
    let all = sections.count() as f32;
    let rarity = |&count: &u32| log2(all / (count.max(1) as f32)).max(0.0);
    holders.iter().map(rarity).collect()
}

/// Weights the counts by rarity and scales them to length 1.
fn direction(counts: Vec<(u32, f32)>, rarity: &[f32]) -> Direction {
    let mut direction: Direction = counts
        .into_iter()
        .map(|(feature, count)| (feature, count * rarity[feature as usize]))
        .filter(|&(_, weight)| weight > 0.0)
        .collect();
    let squares: f32 = direction.iter().map(|&(_, weight)| weight * weight).sum();
    let length = squares.sqrt().max(f32::MIN_POSITIVE);
    direction
        .iter_mut()
        .for_each(|(_, weight)| *weight /= length);
    direction
}
