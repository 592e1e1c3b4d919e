//! Measures how much of each section's content is, by meaning, in each section of the other
//! version.
//!
//! Content moves in sentences. A sentence of a matched block is in the section of its counterpart;
//! any other is in the section of the most similar sentence, or of the block most similar to its
//! own. Both directions are measured, so that a short section absorbed by a long one shows.

use std::{cell::OnceCell, collections::BTreeMap};

use crate::{
    blocks::matching::{Group, Side},
    passages::{
        interned::Words,
        profile::{Profile, Space, View},
        texts::Texts,
    },
    sections::nearest::{Passage, Placed, Places},
};

/// Share of a sentence that its block's counterpart must contain for the sentence to be there.
const IN_COUNTERPART: f32 = 0.4;

/// How much of a section's text is in another section, 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Share {
    /// By matched blocks or by meaning.
    pub all: f32,
    /// By matched blocks only.
    pub matched: f32,
}

/// For pairs of sections `(old, new)`, the share of one side's section that is in the other.
pub(crate) type Shares = BTreeMap<(usize, usize), Share>;

/// The shares in both directions.
pub(crate) struct Flow {
    pub old: Shares,
    pub new: Shares,
    /// Weight of each section's text.
    pub old_weights: Vec<f32>,
    pub new_weights: Vec<f32>,
}

/// The profiles by subject of the sentences of every distinct text.
struct Sentences {
    space: Space,
    profiles: Vec<Vec<Profile>>,
    /// Whether each sentence denies.
    denials: Vec<Vec<bool>>,
    /// For each text the sum of its sentences, computed on first use.
    wholes: Vec<OnceCell<Profile>>,
}

/// One document, as far as it is needed for measuring.
struct Content<'a> {
    side: &'a Side<'a>,
    sentences: Vec<Passage<'a>>,
    /// For each block, the blocks of the other side that correspond to it.
    counterparts: Vec<&'a [usize]>,
    section_weights: Vec<f32>,
    /// How many sentences each section has.
    said: Vec<usize>,
}

/// Measures the shares in both directions; `groups` are the corresponding blocks.
pub(crate) fn measure(old: &Side<'_>, new: &Side<'_>, groups: &[Group]) -> Flow {
    let all = Sentences::new(old.texts);
    let (mut old, mut new) = (Content::new(old, &all), Content::new(new, &all));
    for group in groups {
        for &a in &group.old {
            old.counterparts[a] = &group.new;
        }
        for &b in &group.new {
            new.counterparts[b] = &group.old;
        }
    }
    let (old_known, new_known) = (old.known(&all, &new), new.known(&all, &old));
    let forth = old.shares(&all, &new, &old_known, &new_known);
    let back = new.shares(&all, &old, &new_known, &old_known);
    Flow {
        old: forth,
        new: back
            .into_iter()
            .map(|((b, a), share)| ((a, b), share))
            .collect(),
        old_weights: old.section_weights,
        new_weights: new.section_weights,
    }
}

impl Sentences {
    fn new(texts: &Texts) -> Self {
        let mut space = Space::new(View::Sense);
        for (words, count) in texts.counted() {
            for sentence in words.sentences() {
                space.count(sentence, count);
            }
        }
        space.weigh();
        let sentences = |(words, _): (&Words, u32)| -> Vec<Profile> {
            words.sentences().map(|s| space.profile(s)).collect()
        };
        let profiles: Vec<_> = texts.counted().map(sentences).collect();
        let denials = texts.counted();
        let denials = denials.map(|(words, _)| words.sentences().map(|s| s.denies()).collect());
        let denials = denials.collect();
        let wholes = vec![OnceCell::new(); profiles.len()];
        Self {
            space,
            profiles,
            denials,
            wholes,
        }
    }

    /// Returns the profile of all sentences of a text.
    fn whole(&self, text: usize) -> &Profile {
        self.wholes[text].get_or_init(|| Profile::sum(&self.profiles[text]))
    }
}

impl<'a> Content<'a> {
    fn new(side: &'a Side<'a>, all: &'a Sentences) -> Self {
        let mut said = vec![0; side.document.sections.len()];
        for (block, &text) in side.text_of.iter().enumerate() {
            said[side.section(block)] += all.denials[text].len();
        }
        let mut sentences = Vec::new();
        let mut section_weights = vec![0.0; side.document.sections.len()];
        for (block, &text) in side.text_of.iter().enumerate() {
            let section = side.section(block);
            for (profile, &denies) in all.profiles[text].iter().zip(&all.denials[text]) {
                let weight = all.space.weight(profile);
                section_weights[section] += weight;
                sentences.push(Passage {
                    section,
                    block,
                    profile,
                    weight,
                    denies,
                    is_alone: said[section] == 1,
                });
            }
        }
        Self {
            side,
            sentences,
            counterparts: vec![&[]; side.len()],
            section_weights,
            said,
        }
    }

    /// Returns where each sentence is according to the matched blocks.
    fn known(&self, all: &Sentences, other: &Self) -> Vec<Placed> {
        let mut out = Vec::with_capacity(self.sentences.len());
        for sentences in self.sentences.chunk_by(|x, y| x.block == y.block) {
            let block = sentences.first().map_or(0, |s| s.block);
            let counterparts = self.counterparts[block];
            let text = |&b: &usize| other.side.text_of[b];
            let Some(section) = counterparts.first().map(|&b| other.side.section(b)) else {
                out.extend(sentences.iter().map(|_| None));
                continue;
            };
            let joined;
            let whole = match counterparts {
                [b] if text(b) == self.side.text_of[block] => None,
                [b] => Some(all.whole(text(b))),
                several => {
                    joined = Profile::sum(several.iter().map(|b| all.whole(text(b))));
                    Some(&joined)
                }
            };
            out.extend(sentences.iter().map(|s| {
                // A block with the same text contains the sentence entirely.
                let share = match whole {
                    Some(whole) => all.space.containment(s.profile, whole),
                    None if s.weight > 0.0 => 1.0,
                    None => 0.0,
                };
                (share >= IN_COUNTERPART).then_some((section, share))
            }));
        }
        out
    }

    /// Returns the share of each section of this side in each of the other; keys are
    /// `(this, other)`. `known` and `other_known` are the results of [`Self::known`].
    fn shares(
        &self,
        all: &Sentences,
        other: &Self,
        known: &[Placed],
        other_known: &[Placed],
    ) -> Shares {
        let open = |at: usize| other_known[at].is_none();
        let sentences = Places::new(&all.space, &other.sentences, open);
        let other_blocks = other.free_blocks(all);
        let blocks = Places::new(&all.space, &other_blocks, |_| true);
        let mut block_places: Vec<Placed> = vec![None; self.side.len()];
        for block in self.free_blocks(all) {
            block_places[block.block] = blocks.place(&block);
        }
        let mut found = Shares::new();
        for (s, known) in self.sentences.iter().zip(known) {
            let whole = self.section_weights[s.section].max(f32::MIN_POSITIVE);
            let place = known.or_else(|| surer(sentences.place(s), block_places[s.block]));
            if let Some((section, sure)) = place {
                let share = found.entry((s.section, section)).or_default();
                share.all += s.weight * sure / whole;
                if known.is_some() {
                    share.matched += s.weight * sure / whole;
                }
            }
        }
        found
    }
}

impl Content<'_> {
    /// Returns the blocks without a counterpart, as passages.
    fn free_blocks<'p>(&self, all: &'p Sentences) -> Vec<Passage<'p>> {
        (0..self.side.len())
            .filter(|&block| self.counterparts[block].is_empty())
            .map(|block| Passage {
                section: self.side.section(block),
                block,
                profile: all.whole(self.side.text_of[block]),
                weight: 0.0,
                denies: all.denials[self.side.text_of[block]].contains(&true),
                is_alone: self.said[self.side.section(block)] == 1,
            })
            .collect()
    }
}

/// Returns the place with the higher certainty, or `x` if they are equal.
fn surer(x: Placed, y: Placed) -> Placed {
    let sure = |p: Placed| p.map_or(0.0, |(_, sure)| sure);
    if sure(y) > sure(x) { y } else { x }
}
