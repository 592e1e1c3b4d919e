//! Blocks that correspond although their words do not: lines that date the policy, and the
//! passages on which a link between two sections rests when no wording was kept.

use crate::document::{BlockId, Document};

use super::{
    matching::{Group, Matching, Side},
    model::Sections,
    profile::{Profile, Space, View},
};

/// Similarity by subject below which two passages are strangers of one trade.
const SAME_SUBJECT: f32 = 0.2;

/// Pairs the lines that date the two versions: "January 12, 2018" became "Updated: November 26,
/// 2019", wherever on the page they stand.
pub(super) fn join_datelines(old: &Side<'_>, new: &Side<'_>, matching: &mut Matching) {
    let olds: Vec<usize> = matching
        .free_old()
        .filter(|&a| is_dateline(old.document, a))
        .collect();
    let news: Vec<usize> = matching
        .free_new()
        .filter(|&b| is_dateline(new.document, b))
        .collect();
    for (a, b) in olds.into_iter().zip(news) {
        matching.join(a, b);
    }
}

/// True where the block says little more than a date of the policy.
pub(super) fn is_dateline(document: &Document, block: usize) -> bool {
    let id = BlockId(block as u32);
    let length = document.block(id).text.len();
    document
        .dates
        .iter()
        .any(|d| d.evidence.block == Some(id) && 2 * d.evidence.quote.len() >= length)
}

/// For every linked pair of sections without a matched block, pairs the two passages most alike
/// by subject: a reader who is told that a section went there must be able to see what did.
pub(super) fn join_evidence(
    old: &Side<'_>,
    new: &Side<'_>,
    sections: &Sections,
    groups: &mut Vec<Group>,
) {
    let mut space = Space::new();
    let mut profiles = |side: &Side<'_>| -> Vec<Profile> {
        side.normals
            .iter()
            .map(|n| space.add(n, View::Sense))
            .collect()
    };
    let (of_old, of_new) = (profiles(old), profiles(new));
    space.weigh();
    for link in &sections.links {
        let shown = |g: &Group| {
            g.old.iter().any(|&a| old.section(a) == link.old.index())
                && g.new.iter().any(|&b| new.section(b) == link.new.index())
        };
        if groups.iter().any(shown) {
            continue;
        }
        let free_old = free(old.document, link.old.index(), |a| {
            groups.iter().any(|g| g.old.contains(&a))
        });
        let free_new = free(new.document, link.new.index(), |b| {
            groups.iter().any(|g| g.new.contains(&b))
        });
        let pairs = free_old
            .iter()
            .flat_map(|&a| free_new.iter().map(move |&b| (a, b)));
        let best = pairs
            .map(|(a, b)| (space.similarity(&of_old[a], &of_new[b]), a, b))
            .filter(|&(similarity, ..)| similarity >= SAME_SUBJECT)
            .max_by(|x, y| x.0.total_cmp(&y.0).then((y.1, y.2).cmp(&(x.1, x.2))));
        if let Some((_, a, b)) = best {
            groups.push(Group::new(vec![a], vec![b]));
        }
    }
    groups.sort_by_key(|g| g.old.first().copied());
}

fn free(document: &Document, section: usize, taken: impl Fn(usize) -> bool) -> Vec<usize> {
    document.sections[section]
        .block_ids()
        .map(BlockId::index)
        .filter(|&b| !taken(b))
        .collect()
}
