//! Blocks that correspond although their words do not: lines that date the policy, and the
//! passages on which a link between two sections rests when no wording was kept.

use std::collections::BTreeSet;

use model::{BlockId, Document};
use text::sorting::sort_by_key;

use crate::{
    blocks::{
        datelines::Datelines,
        matching::{Group, Matching, Side},
    },
    limits::EVIDENCE_PAIRS,
    passages::profile::{Profile, Space, View},
};
use model::Sections;

/// Similarity by subject below which two passages are strangers of one trade.
const SAME_SUBJECT: f32 = 0.2;

/// Pairs the lines that date the two versions: "January 12, 2018" became "Updated: November 26,
/// 2019", wherever on the page they stand.
pub(crate) fn join_datelines(old: &Side<'_>, new: &Side<'_>, matching: &mut Matching) {
    let (of_old, of_new) = (Datelines::of(old.document), Datelines::of(new.document));
    let olds: Vec<usize> = matching
        .free_old()
        .filter(|&a| of_old.has(BlockId::at(a)))
        .collect();
    let news: Vec<usize> = matching
        .free_new()
        .filter(|&b| of_new.has(BlockId::at(b)))
        .collect();
    for (a, b) in olds.into_iter().zip(news) {
        matching.join(a, b);
    }
}

/// For every linked pair of sections without a matched block, pairs the two passages most alike
/// by subject: a reader who is told that a section went there must be able to see what did.
///
/// True where a bound kept pairs from being looked at.
pub(crate) fn join_evidence(
    old: &Side<'_>,
    new: &Side<'_>,
    sections: &Sections,
    groups: &mut Vec<Group>,
) -> bool {
    let mut shown = BTreeSet::new();
    let (mut used_old, mut used_new) = (vec![false; old.len()], vec![false; new.len()]);
    for group in groups.iter() {
        group.old.iter().for_each(|&a| used_old[a] = true);
        group.new.iter().for_each(|&b| used_new[b] = true);
        let pairs = group
            .old
            .iter()
            .flat_map(|&a| group.new.iter().map(move |&b| (a, b)));
        shown.extend(pairs.map(|(a, b)| (old.section(a), new.section(b))));
    }
    let links = sections.links.iter();
    let links = links.map(|link| (link.old.index(), link.new.index()));
    let mut unshown = links.filter(|pair| !shown.contains(pair)).peekable();
    if unshown.peek().is_none() {
        return false;
    }
    let mut is_coarse = false;
    let mut space = Space::new(View::Sense);
    for (words, count) in old.texts.counted() {
        space.count(words.whole(), count);
    }
    space.weigh();
    let profile = |side: &Side<'_>, block: usize| {
        space.profile(side.texts.words(side.text_of[block]).whole())
    };
    for (from, to) in unshown {
        let profiles = |side: &Side<'_>, free: Vec<usize>| -> Vec<(usize, Profile)> {
            free.into_iter().map(|b| (b, profile(side, b))).collect()
        };
        let free_old = profiles(old, free(old.document, from, &used_old));
        let free_new = profiles(new, free(new.document, to, &used_new));
        is_coarse |= free_old.len().saturating_mul(free_new.len()) > EVIDENCE_PAIRS;
        let pairs = free_old
            .iter()
            .flat_map(|a| free_new.iter().map(move |b| (a, b)));
        let best = pairs
            .take(EVIDENCE_PAIRS)
            .map(|((a, of_old), (b, of_new))| (space.similarity(of_old, of_new), *a, *b))
            .filter(|&(similarity, ..)| similarity >= SAME_SUBJECT)
            .max_by(|x, y| x.0.total_cmp(&y.0).then((y.1, y.2).cmp(&(x.1, x.2))));
        if let Some((_, a, b)) = best {
            (used_old[a], used_new[b]) = (true, true);
            groups.push(Group::new(vec![a], vec![b]));
        }
    }
    sort_by_key(groups, |g| g.old.first().copied());
    is_coarse
}

fn free(document: &Document, section: usize, used: &[bool]) -> Vec<usize> {
    let blocks = document.sections[section].block_ids();
    blocks.map(BlockId::index).filter(|&b| !used[b]).collect()
}
