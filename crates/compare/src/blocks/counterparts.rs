//! Blocks that correspond although their words differ: lines that date the policy, and the
//! passages that show why two sections are linked when none of the wording was kept.

use std::collections::BTreeSet;

use model::{BlockId, Document, Sections};
use text::sorting::sort_by_key;

use crate::{
    blocks::{
        datelines::Datelines,
        matching::{Group, Matching, Side},
    },
    limits::EVIDENCE_PAIRS,
    passages::profile::{Profile, Space, View},
};

/// Lowest similarity by subject at which two passages are paired. Below it they only share the
/// general vocabulary of privacy policies.
const SAME_SUBJECT: f32 = 0.2;

/// Pairs the lines that date the two versions: "January 12, 2018" became "Updated: November 26,
/// 2019", at any position on the page.
pub(crate) fn join_datelines(old: &Side<'_>, new: &Side<'_>, matching: &mut Matching) {
    let (of_old, of_new) = (Datelines::of(old.document), Datelines::of(new.document));
    let olds = matching.free_old().filter(|&a| of_old.has(BlockId::at(a)));
    let news = matching.free_new().filter(|&b| of_new.has(BlockId::at(b)));
    let pairs: Vec<_> = olds.zip(news).collect();
    for (a, b) in pairs {
        matching.join(a, b);
    }
}

/// For every linked pair of sections without a matched block, pairs the two passages that are
/// most similar by subject: a reader who is told that a section moved must see what moved.
///
/// Returns whether pairs were skipped because of [`EVIDENCE_PAIRS`].
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
    let mut unshown = sections
        .links
        .iter()
        .map(|link| (link.old.index(), link.new.index()))
        .filter(|pair| !shown.contains(pair))
        .peekable();
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

/// Returns the positions of the blocks in a section that are not `used`.
fn free(document: &Document, section: usize, used: &[bool]) -> Vec<usize> {
    let blocks = document.sections[section].block_ids();
    blocks.map(BlockId::index).filter(|&b| !used[b]).collect()
}
