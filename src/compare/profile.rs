//! Passages as weighted bags of features, so that two of them can be compared in one pass.
//!
//! Features are stems, pairs of neighbouring stems, and concepts. A feature weighs by how rare it
//! is in the two documents at hand (inverse document frequency): the boilerplate of policies
//! ("your information", "our services") weighs little without any list saying so.

use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation;

use super::vocabulary::{Thesaurus, is_function_word, stem};

/// Which features a comparison of passages looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// Stems and pairs of stems: the same words in the same order.
    Wording,
    /// Stems and concepts: the same subject.
    Sense,
}

/// The features of a passage, sorted by number, with how often each occurs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Profile {
    features: Vec<(u32, f32)>,
}

/// Numbers features and knows how much each weighs.
pub(super) struct Space {
    thesaurus: Thesaurus,
    /// By hash, which spares a copy of every pair of words; two features that collide only
    /// shift a score.
    numbers: BTreeMap<u64, u32>,
    /// How many passages hold each feature.
    frequency: Vec<u32>,
    weights: Vec<f32>,
    passages: u32,
}

impl Space {
    /// An empty space; add every passage of both documents, then call [`Self::weigh`].
    pub fn new() -> Self {
        Self {
            thesaurus: Thesaurus::new(),
            numbers: BTreeMap::new(),
            frequency: Vec::new(),
            weights: Vec::new(),
            passages: 0,
        }
    }

    /// The profile of a passage given in comparison form; counts towards the weights.
    pub fn add(&mut self, normal: &str, view: View) -> Profile {
        let profile = self.profile(normal, view);
        self.passages += 1;
        for &(feature, _) in &profile.features {
            self.frequency[feature as usize] += 1;
        }
        profile
    }

    /// The profile of a part of a passage; does not count towards the weights.
    pub fn profile(&mut self, normal: &str, view: View) -> Profile {
        let words: Vec<&str> = normal.unicode_words().collect();
        let stems: Vec<&str> = words.iter().map(|w| stem(w)).collect();
        let mut counts: BTreeMap<u32, f32> = BTreeMap::new();
        for (word, stem) in words.iter().zip(&stems) {
            if !is_function_word(word) {
                *counts.entry(self.number(hash(&[stem]))).or_default() += 1.0;
            }
        }
        match view {
            View::Wording => {
                for pair in stems.windows(2) {
                    *counts.entry(self.number(hash(pair))).or_default() += 1.0;
                }
            }
            View::Sense => {
                let concepts: Vec<u32> = self.thesaurus.concepts_in(&stems).collect();
                for concept in concepts {
                    *counts.entry(self.number(u64::from(concept))).or_default() += 1.0;
                }
            }
        }
        Profile {
            features: counts.into_iter().collect(),
        }
    }

    fn number(&mut self, feature: u64) -> u32 {
        if let Some(&number) = self.numbers.get(&feature) {
            return number;
        }
        let number = u32::try_from(self.frequency.len()).unwrap_or(u32::MAX);
        self.numbers.insert(feature, number);
        self.frequency.push(0);
        number
    }

    /// Fixes the weights. A feature of every passage weighs next to nothing; one of a single
    /// passage weighs most.
    pub fn weigh(&mut self) {
        let passages = self.passages.max(1) as f32;
        self.weights = self
            .frequency
            .iter()
            .map(|&frequency| log2(1.0 + passages / frequency.max(1) as f32))
            .collect();
    }

    fn weight_of(&self, feature: u32) -> f32 {
        self.weights.get(feature as usize).copied().unwrap_or(1.0)
    }

    /// Total weight of a passage.
    pub fn weight(&self, profile: &Profile) -> f32 {
        profile
            .features
            .iter()
            .map(|&(f, count)| self.weight_of(f) * count)
            .sum()
    }

    /// Weight of what two passages share.
    pub fn shared(&self, a: &Profile, b: &Profile) -> f32 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while let (Some(&(f, x)), Some(&(g, y))) = (a.features.get(i), b.features.get(j)) {
            if f == g {
                sum += self.weight_of(f) * x.min(y);
            }
            i += usize::from(f <= g);
            j += usize::from(g <= f);
        }
        sum
    }

    /// Shared weight over total weight, 0 to 1 (Dice's coefficient).
    pub fn similarity(&self, a: &Profile, b: &Profile) -> f32 {
        ratio(2.0 * self.shared(a, b), self.weight(a) + self.weight(b))
    }

    /// Share of the first passage that is in the second, 0 to 1.
    pub fn containment(&self, part: &Profile, whole: &Profile) -> f32 {
        ratio(self.shared(part, whole), self.weight(part))
    }

    /// Features with how many passages hold each, rarest first: what an index should be asked.
    pub fn rarest<'a>(&'a self, profile: &'a Profile) -> Vec<u32> {
        let mut features: Vec<u32> = profile.features.iter().map(|&(f, _)| f).collect();
        features.sort_by_key(|&f| (self.frequency[f as usize], f));
        features
    }
}

impl Profile {
    /// Both passages together.
    pub fn plus(&self, other: &Self) -> Self {
        self.combine(other, |x, y| x + y)
    }

    /// What is left of this passage once the other is taken out.
    pub fn minus(&self, other: &Self) -> Self {
        self.combine(other, |x, y| (x - y).max(0.0))
    }

    /// The features' numbers.
    pub fn features(&self) -> impl Iterator<Item = u32> + '_ {
        self.features.iter().map(|&(f, _)| f)
    }

    fn combine(&self, other: &Self, op: impl Fn(f32, f32) -> f32) -> Self {
        let mut counts: BTreeMap<u32, (f32, f32)> = BTreeMap::new();
        for &(f, x) in &self.features {
            counts.entry(f).or_default().0 = x;
        }
        for &(f, y) in &other.features {
            counts.entry(f).or_default().1 = y;
        }
        let features = counts.into_iter().map(|(f, (x, y))| (f, op(x, y)));
        Self {
            features: features.filter(|&(_, count)| count > 0.0).collect(),
        }
    }
}

/// FNV-1a over the parts and their borders; small numbers are left to concepts.
fn hash(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Base-2 logarithm of a number from 1 up, linear between powers of two.
///
/// `f32::ln` may differ in its last bit between a browser and a command line, which is enough to
/// turn a tie the other way; exponent and mantissa are the same everywhere.
fn log2(value: f32) -> f32 {
    let bits = value.to_bits();
    let exponent = (bits >> 23) as f32 - 127.0;
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000) - 1.0;
    exponent + mantissa
}

fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn space(passages: &[&str], view: View) -> (Space, Vec<Profile>) {
        let mut space = Space::new();
        let profiles = passages.iter().map(|p| space.add(p, view)).collect();
        space.weigh();
        (space, profiles)
    }

    #[test]
    fn the_logarithm_is_exact_at_powers_of_two() {
        assert_eq!([1.0, 2.0, 3.0, 8.0].map(log2), [0.0, 1.0, 1.5, 3.0]);
    }

    #[test]
    fn rare_words_outweigh_boilerplate() {
        let (space, p) = space(
            &[
                "information goes to cloudflare",
                "information rests today",
                "cloudflare rests today",
                "information information",
            ],
            View::Sense,
        );
        assert!(space.similarity(&p[0], &p[2]) > space.similarity(&p[0], &p[1]));
    }

    #[test]
    fn a_part_is_contained_in_its_whole() {
        let (space, p) = space(
            &["we keep logs", "we keep logs and we sell nothing"],
            View::Wording,
        );
        assert_eq!(space.containment(&p[0], &p[1]), 1.0);
        assert!(space.containment(&p[1], &p[0]) < 1.0);
    }

    #[test]
    fn same_subject_in_other_words_meets_by_sense_only() {
        let texts = [
            "opt out of promotional messages",
            "unsubscribe from newsletters",
            "cookies store preferences",
        ];
        let (sense, p) = space(&texts, View::Sense);
        assert!(sense.similarity(&p[0], &p[1]) > 0.2);
        let (wording, p) = space(&texts, View::Wording);
        assert_eq!(wording.similarity(&p[0], &p[1]), 0.0);
    }
}
