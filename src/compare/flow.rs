//! How much of each section's content is, by meaning, in each section of the other version.
//!
//! Content travels in sentences. A sentence of a matched block is where its counterpart is; any
//! other sentence is where the sentence most like it stands, if it is like it enough. Both
//! directions are measured on their own, so that a short section absorbed by a long one shows.

use std::collections::BTreeMap;

use super::{
    matching::{Group, Side},
    profile::{Profile, Space, View},
    sentences::sentences,
};

/// Share of a sentence that its block's counterpart must hold for the sentence to be there.
const IN_COUNTERPART: f32 = 0.4;
/// Similarity by sense from which a sentence says much the same as another.
const SAME_SUBJECT: f32 = 0.2;
/// Candidates a sentence is compared with in full.
const CANDIDATES: usize = 12;

/// A sentence and where it stands.
struct Sentence {
    section: usize,
    block: usize,
    profile: Profile,
    weight: f32,
}

/// For pairs of sections (this side, other side) the share of this side's section found there.
pub(super) type Shares = BTreeMap<(usize, usize), f32>;

/// The shares in both directions; keys are (old, new) in both.
pub(super) struct Flow {
    pub old: Shares,
    pub new: Shares,
    /// Weight of each section's text.
    pub old_weights: Vec<f32>,
    pub new_weights: Vec<f32>,
}

pub(super) fn measure(old: &Side<'_>, new: &Side<'_>, groups: &[Group]) -> Flow {
    let mut space = Space::new();
    let mut old_sentences = cut(old, &mut space);
    let mut new_sentences = cut(new, &mut space);
    space.weigh();
    for s in old_sentences.iter_mut().chain(&mut new_sentences) {
        s.weight = space.weight(&s.profile);
    }
    let mut old_to = vec![Vec::new(); old.len()];
    let mut new_to = vec![Vec::new(); new.len()];
    for group in groups {
        for &a in &group.old {
            old_to[a] = group.new.clone();
        }
        for &b in &group.new {
            new_to[b] = group.old.clone();
        }
    }
    let old_placed = placed(&space, &old_sentences, &new_sentences, &old_to, new.len());
    let new_placed = placed(&space, &new_sentences, &old_sentences, &new_to, old.len());
    let old_blocks = block_profiles(&old_sentences, old.len());
    let new_blocks = block_profiles(&new_sentences, new.len());
    let (old_to_b, new_to_b) =
        by_block(&space, &old_blocks, &new_blocks, &old_to, &new_to, old, new);
    let forth = shares(
        &space,
        &old_sentences,
        &new_sentences,
        &old_placed,
        &new_placed,
        &old_to_b,
    );
    let back = shares(
        &space,
        &new_sentences,
        &old_sentences,
        &new_placed,
        &old_placed,
        &new_to_b,
    );
    Flow {
        old: forth,
        new: back
            .into_iter()
            .map(|((b, a), share)| ((a, b), share))
            .collect(),
        old_weights: section_weights(old, &old_sentences),
        new_weights: section_weights(new, &new_sentences),
    }
}

fn cut(side: &Side<'_>, space: &mut Space) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (block, normal) in side.normals.iter().enumerate() {
        for sentence in sentences(normal) {
            let profile = space.add(sentence, View::Sense);
            out.push(Sentence {
                section: side.section(block),
                block,
                profile,
                weight: 0.0,
            });
        }
    }
    out
}

fn section_weights(side: &Side<'_>, sentences: &[Sentence]) -> Vec<f32> {
    let mut weights = vec![0.0; side.document.sections.len()];
    for s in sentences {
        weights[s.section] += s.weight;
    }
    weights
}

fn shares(
    space: &Space,
    from: &[Sentence],
    to: &[Sentence],
    forth: &[Placed],
    back: &[Placed],
    blocks: &[Placed],
) -> Shares {
    let mut index: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, s) in to.iter().enumerate().filter(|&(at, _)| back[at].is_none()) {
        for feature in s.profile.features() {
            index.entry(feature).or_default().push(at);
        }
    }
    let mut found: Shares = BTreeMap::new();
    let mut totals: BTreeMap<usize, f32> = BTreeMap::new();
    for (at, s) in from.iter().enumerate() {
        *totals.entry(s.section).or_default() += s.weight;
        let soft = || {
            let sentence = elsewhere(space, s, &index, to);
            let block = blocks[s.block];
            if block.map_or(0.0, |x| x.1) > sentence.map_or(0.0, |x| x.1) {
                block
            } else {
                sentence
            }
        };
        if let Some((section, share)) = forth[at].or_else(soft) {
            *found.entry((s.section, section)).or_default() += s.weight * share;
        }
    }
    for (&(section, _), share) in &mut found {
        *share /= totals
            .get(&section)
            .copied()
            .unwrap_or(1.0)
            .max(f32::MIN_POSITIVE);
    }
    found
}

fn block_profiles(sentences: &[Sentence], blocks: usize) -> Vec<Profile> {
    let mut out = vec![Profile::default(); blocks];
    for s in sentences {
        out[s.block] = out[s.block].plus(&s.profile);
    }
    out
}

fn by_block(
    space: &Space,
    old: &[Profile],
    new: &[Profile],
    old_to: &[Vec<usize>],
    new_to: &[Vec<usize>],
    os: &Side<'_>,
    ns: &Side<'_>,
) -> (Vec<Placed>, Vec<Placed>) {
    let mut forth: Vec<Placed> = vec![None; old.len()];
    let mut back: Vec<Placed> = vec![None; new.len()];
    for a in (0..old.len()).filter(|&a| old_to[a].is_empty()) {
        for b in (0..new.len()).filter(|&b| new_to[b].is_empty()) {
            let l = likeness(space.similarity(&old[a], &new[b]));
            if l > forth[a].map_or(0.0, |x| x.1) {
                forth[a] = Some((ns.section(b), l));
            }
            if l > back[b].map_or(0.0, |x| x.1) {
                back[b] = Some((os.section(a), l));
            }
        }
    }
    (forth, back)
}

type Placed = Option<(usize, f32)>;

/// Where each sentence is, as far as the matched blocks say.
fn placed(
    space: &Space,
    from: &[Sentence],
    to: &[Sentence],
    counterparts: &[Vec<usize>],
    blocks: usize,
) -> Vec<Placed> {
    let mut by_block: Vec<Vec<usize>> = vec![Vec::new(); blocks];
    for (at, s) in to.iter().enumerate() {
        by_block[s.block].push(at);
    }
    from.iter()
        .map(|s| in_counterpart(space, s, &counterparts[s.block], &by_block, to))
        .collect()
}

/// How surely a similarity by sense says "the same": not at all below a fifth, where strangers of
/// one trade meet, surely from a third on.
fn likeness(similarity: f32) -> f32 {
    ((similarity - 0.15) / 0.2).clamp(0.0, 1.0)
}

fn in_counterpart(
    space: &Space,
    sentence: &Sentence,
    blocks: &[usize],
    by_block: &[Vec<usize>],
    to: &[Sentence],
) -> Option<(usize, f32)> {
    let mut whole = Profile::default();
    let mut section = None;
    for &at in blocks.iter().flat_map(|&b| &by_block[b]) {
        whole = whole.plus(&to[at].profile);
        section = section.or(Some(to[at].section));
    }
    let share = space.containment(&sentence.profile, &whole);
    section
        .filter(|_| share >= IN_COUNTERPART)
        .map(|section| (section, share))
}

fn elsewhere(
    space: &Space,
    sentence: &Sentence,
    index: &BTreeMap<u32, Vec<usize>>,
    to: &[Sentence],
) -> Option<(usize, f32)> {
    let mut votes: BTreeMap<usize, u32> = BTreeMap::new();
    let postings = space
        .rarest(&sentence.profile)
        .into_iter()
        .filter_map(|f| index.get(&f));
    for list in postings.take(24) {
        for &at in list.iter().take(400) {
            *votes.entry(at).or_default() += 1;
        }
    }
    let mut ranked: Vec<(usize, u32)> = votes.into_iter().collect();
    ranked.sort_by_key(|&(at, count)| (std::cmp::Reverse(count), at));
    ranked
        .into_iter()
        .take(CANDIDATES)
        .map(|(at, _)| (at, space.similarity(&sentence.profile, &to[at].profile)))
        .filter(|&(_, similarity)| similarity >= SAME_SUBJECT)
        .max_by(|x, y| x.1.total_cmp(&y.1).then(y.0.cmp(&x.0)))
        .map(|(at, similarity)| (to[at].section, likeness(similarity)))
}
