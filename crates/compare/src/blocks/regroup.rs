//! Fourth step: blocks that were cut in two, or joined.
//!
//! Parts are looked for in one section only. A sentence that went to another section while the
//! rest stayed is an edit here and a passage there; calling it a split would tear one redline
//! across the page.

use crate::{
    blocks::matching::{Group, Matching, Side},
    passages::{
        index::Index,
        profile::{Profile, Space},
    },
};
use text::sorting::sort_by_key;

/// Share of a part that must be found in what the whole has left over.
const PART_IN_REST: f32 = 0.6;
/// Parts of fewer words than this are in many wholes by chance.
const MIN_WORDS: usize = 4;
/// How far, in blocks, a part may stand from its siblings.
const NEAR: usize = 30;
/// Parts that a whole is tried against to begin a group.
const CANDIDATES: usize = 8;

/// The groups that the matching amounts to, with splits and merges, in old order.
pub(crate) fn groups(
    old: &Side<'_>,
    new: &Side<'_>,
    space: &Space,
    matching: &Matching,
) -> Vec<Group> {
    let mut groups: Vec<Group> = matching
        .old
        .iter()
        .enumerate()
        .filter_map(|(a, b)| b.map(|b| Group::new(vec![a], vec![b])))
        .collect();
    let mut free_old: Vec<bool> = matching.old.iter().map(Option::is_none).collect();
    let mut free_new: Vec<bool> = matching.new.iter().map(Option::is_none).collect();
    join_whole(
        old,
        new,
        space,
        &mut free_old,
        &mut free_new,
        &mut groups,
        false,
    );
    join_whole(
        new,
        old,
        space,
        &mut free_new,
        &mut free_old,
        &mut groups,
        true,
    );
    for group in &mut groups {
        if group.old.len() == 1 {
            extend(
                old,
                new,
                space,
                &mut free_new,
                &group.old.clone(),
                &mut group.new,
            );
        }
        if group.new.len() == 1 {
            extend(
                new,
                old,
                space,
                &mut free_old,
                &group.new.clone(),
                &mut group.old,
            );
        }
    }
    sort_by_key(&mut groups, |g| g.old.first().copied());
    groups
}

/// Takes free blocks of the same section into the group while what the whole has left over holds
/// them.
fn extend(
    whole: &Side<'_>,
    parts: &Side<'_>,
    space: &Space,
    free: &mut [bool],
    of: &[usize],
    found: &mut Vec<usize>,
) {
    let (Some(&first), Some(&last)) = (found.first(), found.last()) else {
        return;
    };
    let section = parts.section(first);
    let near = first.saturating_sub(NEAR)..(last + NEAR + 1).min(parts.len());
    let open = near.filter(|&next| free[next] && parts.section(next) == section);
    let open: Vec<usize> = open.collect();
    // Mostly nothing is left open beside a group, and then nothing has to be weighed.
    if open.is_empty() {
        return;
    }
    let mut rest = of
        .iter()
        .fold(Profile::default(), |sum, &a| sum.plus(whole.profile(a)));
    for &b in found.iter() {
        rest = rest.minus(parts.profile(b));
    }
    for next in open {
        if is_part(parts, space, next, &rest) {
            rest = rest.minus(parts.profile(next));
            free[next] = false;
            found.push(next);
        }
    }
    found.sort_unstable();
}

fn is_part(parts: &Side<'_>, space: &Space, part: usize, rest: &Profile) -> bool {
    parts.size(part) >= MIN_WORDS && space.containment(parts.profile(part), rest) >= PART_IN_REST
}

/// Free wholes none of whose parts is alike enough to have been matched: the first two parts
/// found side by side begin the group.
fn join_whole(
    whole: &Side<'_>,
    parts: &Side<'_>,
    space: &Space,
    free_whole: &mut [bool],
    free_parts: &mut [bool],
    groups: &mut Vec<Group>,
    mirrored: bool,
) {
    let free = (0..parts.len()).filter(|&b| free_parts[b]);
    let index = Index::new(space, free.map(|b| (b, parts.profile(b))));
    for (a, free_whole) in free_whole.iter_mut().enumerate() {
        if !*free_whole || whole.size(a) < 2 * MIN_WORDS {
            continue;
        }
        let profile = whole.profile(a);
        let alike = index.sharing_most(profile, CANDIDATES).into_iter();
        let begun = alike.flat_map(|b| [b, b + 1]).find(|&b| {
            let side_by_side = b > 0
                && free_parts.get(b) == Some(&true)
                && free_parts[b - 1]
                && parts.section(b - 1) == parts.section(b);
            side_by_side
                && is_part(parts, space, b - 1, profile)
                && is_part(parts, space, b, &profile.minus(parts.profile(b - 1)))
        });
        if let Some(b) = begun {
            *free_whole = false;
            free_parts[b - 1] = false;
            free_parts[b] = false;
            let (one, several) = (vec![a], vec![b - 1, b]);
            groups.push(if mirrored {
                Group::new(several, one)
            } else {
                Group::new(one, several)
            });
        }
    }
}
