//! How much of each section's content is, by meaning, in each section of the other version.
//!
//! Content travels in sentences. A sentence of a matched block is where its counterpart is; any
//! other sentence is where the sentence, or its block where the block, most like it stands. Both
//! directions are measured on their own, so that a short section absorbed by a long one shows.

use std::collections::BTreeMap;

use super::{
    matching::{Group, Side},
    nearest::{Passage, Placed, Places},
    profile::{Profile, Space, View},
    sentences::sentences,
};

/// Share of a sentence that its block's counterpart must hold for the sentence to be there.
const IN_COUNTERPART: f32 = 0.4;

/// How much of a section is in another.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Share {
    /// By matched blocks and by meaning, 0 to 1.
    pub all: f32,
    /// By matched blocks alone.
    pub matched: f32,
}

/// For pairs of sections (old, new) the share of one side's section found in the other.
pub(super) type Shares = BTreeMap<(usize, usize), Share>;

/// The shares in both directions.
pub(super) struct Flow {
    pub old: Shares,
    pub new: Shares,
    /// Weight of each section's text.
    pub old_weights: Vec<f32>,
    pub new_weights: Vec<f32>,
}

/// One side as the measuring sees it.
struct Content {
    sentences: Vec<Passage>,
    blocks: Vec<Passage>,
    /// For each block the blocks of the other side it corresponds to.
    counterparts: Vec<Vec<usize>>,
    section_weights: Vec<f32>,
}

pub(super) fn measure(old: &Side<'_>, new: &Side<'_>, groups: &[Group]) -> Flow {
    let mut space = Space::new();
    let (mut old, mut new) = (Content::new(old, &mut space), Content::new(new, &mut space));
    space.weigh();
    for group in groups {
        for &a in &group.old {
            old.counterparts[a].clone_from(&group.new);
        }
        for &b in &group.new {
            new.counterparts[b].clone_from(&group.old);
        }
    }
    old.weigh(&space);
    new.weigh(&space);
    let (old_known, new_known) = (old.known(&space, &new), new.known(&space, &old));
    let forth = old.shares(&space, &new, &old_known, &new_known);
    let back = new.shares(&space, &old, &new_known, &old_known);
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

impl Content {
    fn new(side: &Side<'_>, space: &mut Space) -> Self {
        let (mut all, mut blocks) = (Vec::new(), Vec::new());
        for (block, normal) in side.normals.iter().enumerate() {
            let section = side.section(block);
            let mut whole = Profile::default();
            for sentence in sentences(normal) {
                let profile = space.add(sentence, View::Sense);
                whole = whole.plus(&profile);
                all.push(Passage {
                    section,
                    block,
                    profile,
                    weight: 0.0,
                });
            }
            blocks.push(Passage {
                section,
                block,
                profile: whole,
                weight: 0.0,
            });
        }
        let counterparts = vec![Vec::new(); blocks.len()];
        let section_weights = vec![0.0; side.document.sections.len()];
        Self {
            sentences: all,
            blocks,
            counterparts,
            section_weights,
        }
    }

    fn weigh(&mut self, space: &Space) {
        for sentence in &mut self.sentences {
            sentence.weight = space.weight(&sentence.profile);
            self.section_weights[sentence.section] += sentence.weight;
        }
    }

    /// Where each sentence is, as far as the matched blocks say.
    fn known(&self, space: &Space, other: &Self) -> Vec<Placed> {
        let sentence = |s: &Passage| -> Placed {
            let counterparts = &self.counterparts[s.block];
            let first = &other.blocks[*counterparts.first()?];
            let whole = counterparts.iter().fold(Profile::default(), |sum, &b| {
                sum.plus(&other.blocks[b].profile)
            });
            let share = space.containment(&s.profile, &whole);
            (share >= IN_COUNTERPART).then_some((first.section, share))
        };
        self.sentences.iter().map(sentence).collect()
    }

    /// The share of each section of this side in each of the other; keys (this, other).
    fn shares(
        &self,
        space: &Space,
        other: &Self,
        known: &[Placed],
        other_known: &[Placed],
    ) -> Shares {
        let sentences = Places::new(space, &other.sentences, |at| other_known[at].is_none());
        let blocks = Places::new(space, &other.blocks, |at| other.counterparts[at].is_empty());
        let block_places: Vec<Placed> = self
            .blocks
            .iter()
            .map(|b| {
                if self.counterparts[b.block].is_empty() {
                    blocks.place(b)
                } else {
                    None
                }
            })
            .collect();
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

fn surer(x: Placed, y: Placed) -> Placed {
    let sure = |p: Placed| p.map_or(0.0, |(_, sure)| sure);
    if sure(y) > sure(x) { y } else { x }
}
