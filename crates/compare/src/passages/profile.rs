//! Passages as weighted bags of features, so that two of them can be compared in one pass.
//!
//! Features are stems, pairs of neighbouring stems, and concepts. A feature weighs by how rare it
//! is in the two documents at hand (inverse document frequency): the boilerplate of policies
//! ("your information", "our services") weighs little without any list saying so.

use std::cell::OnceCell;

use crate::passages::interned::Part;
use rustc_hash::FxHashMap;

/// Which features a comparison of passages looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// Stems and pairs of stems: the same words in the same order.
    Wording,
    /// Stems and concepts: the same subject.
    Sense,
}

/// The features of a passage, sorted by number, with how often each occurs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profile {
    features: Vec<(u32, f32)>,
    /// Total weight, once somebody asked for it.
    weight: OnceCell<f32>,
}

/// Numbers features and knows how much each weighs.
///
/// First every passage of both documents is counted, then the weights are fixed; profiles are
/// made of the few passages that have to be compared.
pub(crate) struct Space {
    view: View,
    of_stems: Vec<u32>,
    /// By the numbers of two neighbouring stems.
    of_pairs: FxHashMap<u64, u32>,
    of_concepts: Vec<u32>,
    /// How many passages hold each feature.
    frequency: Vec<u32>,
    /// The last passage that was seen to hold each feature.
    seen: Vec<u32>,
    weights: Vec<f32>,
    /// How many passages there are, and how many were counted by themselves.
    passages: u32,
    counted: u32,
}

/// How many times longer one passage must be for looking up to be quicker than walking.
const MUCH_SHORTER: usize = 8;
/// Stands for a feature that no passage has.
const UNKNOWN: u32 = u32::MAX;

impl Space {
    /// An empty space; count every passage of both documents, then call [`Self::weigh`].
    pub fn new(view: View) -> Self {
        Self {
            view,
            of_stems: Vec::new(),
            of_pairs: FxHashMap::default(),
            of_concepts: Vec::new(),
            frequency: Vec::new(),
            seen: Vec::new(),
            weights: Vec::new(),
            passages: 0,
            counted: 0,
        }
    }

    /// Counts a passage that stands in the documents so many times.
    pub fn count(&mut self, passage: Part<'_>, times: u32) {
        self.passages += times;
        self.counted += 1;
        for word in passage.words.iter().filter(|w| !w.is_function) {
            let known = slot(&mut self.of_stems, word.stem);
            let feature = number(known, &mut self.frequency, &mut self.seen);
            self.hold(feature, times);
        }
        match self.view {
            View::Wording => {
                for pair in pairs(passage) {
                    let known = self.of_pairs.entry(pair).or_insert(UNKNOWN);
                    let feature = number(known, &mut self.frequency, &mut self.seen);
                    self.hold(feature, times);
                }
            }
            View::Sense => {
                for concept in passage.concepts() {
                    let known = slot(&mut self.of_concepts, concept);
                    let feature = number(known, &mut self.frequency, &mut self.seen);
                    self.hold(feature, times);
                }
            }
        }
    }

    fn hold(&mut self, feature: u32, times: u32) {
        let feature = feature as usize;
        if self.seen[feature] != self.counted {
            self.seen[feature] = self.counted;
            self.frequency[feature] += times;
        }
    }

    /// The profile of a passage whose features were counted.
    pub fn profile(&self, passage: Part<'_>) -> Profile {
        let mut features = Vec::with_capacity(2 * passage.words.len());
        self.features(passage, &mut features);
        Profile::of(features)
    }

    /// Adds the passage's features to a list, each as often as it occurs.
    pub fn features(&self, passage: Part<'_>, out: &mut Vec<u32>) {
        let telling = passage.words.iter().filter(|w| !w.is_function);
        let of_stem = |stem: u32| self.of_stems.get(stem as usize).copied();
        out.extend(telling.filter_map(|w| of_stem(w.stem)));
        match self.view {
            View::Wording => {
                out.extend(pairs(passage).filter_map(|p| self.of_pairs.get(&p).copied()));
            }
            View::Sense => {
                let concepts = passage.concepts();
                out.extend(concepts.filter_map(|c| self.of_concepts.get(c as usize).copied()));
            }
        }
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
        *profile.weight.get_or_init(|| {
            let features = profile.features.iter();
            features.map(|&(f, count)| self.weight_of(f) * count).sum()
        })
    }

    /// Weight of what two passages share.
    fn shared(&self, a: &Profile, b: &Profile) -> f32 {
        let (few, many) = if a.features.len() <= b.features.len() {
            (&a.features, &b.features)
        } else {
            (&b.features, &a.features)
        };
        if few.len() * MUCH_SHORTER < many.len() {
            return self.shared_with_long(few, many);
        }
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

    /// A sentence against a paragraph of many pages: looked up rather than walked through.
    fn shared_with_long(&self, few: &[(u32, f32)], many: &[(u32, f32)]) -> f32 {
        let mut sum = 0.0;
        for &(f, x) in few {
            if let Ok(at) = many.binary_search_by_key(&f, |&(g, _)| g) {
                sum += self.weight_of(f) * x.min(many[at].1);
            }
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

    /// Between how much of the shorter passage and how much of both is shared, 0 to 1.
    pub fn likeness(&self, a: &Profile, b: &Profile) -> f32 {
        let shared = self.shared(a, b);
        if shared == 0.0 {
            return 0.0;
        }
        let (x, y) = (self.weight(a), self.weight(b));
        let contained = ratio(shared, x).max(ratio(shared, y));
        (contained + ratio(2.0 * shared, x + y)) / 2.0
    }

    /// How many passages hold a feature.
    pub fn frequency(&self, feature: u32) -> u32 {
        self.frequency.get(feature as usize).copied().unwrap_or(0)
    }

    /// How many features there are; their numbers are smaller.
    pub fn size(&self) -> usize {
        self.frequency.len()
    }
}

/// Neighbouring stems, each pair as one number.
fn pairs(passage: Part<'_>) -> impl Iterator<Item = u64> {
    let pairs = passage.words.windows(2);
    pairs.filter_map(|pair| match pair {
        [x, y] => Some(u64::from(x.stem) << 32 | u64::from(y.stem)),
        _ => None,
    })
}

fn slot(list: &mut Vec<u32>, at: u32) -> &mut u32 {
    let at = at as usize;
    if list.len() <= at {
        list.resize(at + 1, UNKNOWN);
    }
    &mut list[at]
}

/// The number of a feature, given the place where it is remembered.
fn number(known: &mut u32, frequency: &mut Vec<u32>, seen: &mut Vec<u32>) -> u32 {
    if *known == UNKNOWN {
        *known = u32::try_from(frequency.len()).unwrap_or(UNKNOWN);
        frequency.push(0);
        seen.push(0);
    }
    *known
}

impl Profile {
    /// The profile with these features, each given as often as it occurs.
    pub fn of(mut features: Vec<u32>) -> Self {
        features.sort_unstable();
        let runs = features.chunk_by(|x, y| x == y);
        let counted = runs.filter_map(|run| Some((*run.first()?, run.len() as f32)));
        Self::new(counted.filter(|&(f, _)| f != UNKNOWN).collect())
    }

    fn new(features: Vec<(u32, f32)>) -> Self {
        Self {
            features,
            weight: OnceCell::new(),
        }
    }

    /// Several passages together.
    pub fn sum<'p>(profiles: impl IntoIterator<Item = &'p Self>) -> Self {
        let profiles = profiles.into_iter();
        let mut features: Vec<(u32, f32)> = profiles.flat_map(|p| p.features.clone()).collect();
        features.sort_unstable_by_key(|&(f, _)| f);
        features.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        Self::new(features)
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
        let mut features = Vec::with_capacity(self.features.len() + other.features.len());
        let (mut i, mut j) = (0, 0);
        loop {
            let (x, y) = (self.features.get(i), other.features.get(j));
            let feature = match (x, y) {
                (Some(x), Some(y)) => x.0.min(y.0),
                (Some(one), None) | (None, Some(one)) => one.0,
                (None, None) => break,
            };
            let of = |side: Option<&(u32, f32)>| side.filter(|s| s.0 == feature).map(|s| s.1);
            let (x, y) = (of(x), of(y));
            i += usize::from(x.is_some());
            j += usize::from(y.is_some());
            let count = op(x.unwrap_or_default(), y.unwrap_or_default());
            if count > 0.0 {
                features.push((feature, count));
            }
        }
        Self::new(features)
    }
}

/// Base-2 logarithm of a number from 1 up, linear between powers of two.
///
/// `f32::ln` may differ in its last bit between a browser and a command line, which is enough to
/// turn a tie the other way; exponent and mantissa are the same everywhere.
pub(crate) fn log2(value: f32) -> f32 {
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
    use crate::passages::interned::Lexicon;

    fn space(passages: &[&str], view: View) -> (Space, Vec<Profile>) {
        let mut lexicon = Lexicon::new(text::Language::ENGLISH);
        let mut space = Space::new(view);
        let words: Vec<_> = passages
            .iter()
            .map(|text| lexicon.read_heading(text))
            .collect();
        for passage in &words {
            space.count(passage.whole(), 1);
        }
        space.weigh();
        let profiles = words.iter().map(|w| space.profile(w.whole())).collect();
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
