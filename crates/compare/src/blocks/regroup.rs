//! Fourth step: blocks that were split or merged.
//!
//! All parts must be in one section. If a sentence went to another section and the rest stayed,
//! that is an edit here and a new passage there; calling it a split would spread one redline
//! across the page.

use crate::{
    blocks::matching::{Group, Matching, Side},
    passages::{
        index::Index,
        profile::{Profile, Space},
    },
};
use text::sorting::sort_by_key;

/// Share of a part that the unmatched rest of the whole must contain.
const PART_IN_REST: f32 = 0.6;
/// The same for a short part beside another one.
const ENTIRELY: f32 = 0.9;
/// Fewest words in a part that stands by itself; shorter ones are contained in many blocks by chance.
const MIN_WORDS: usize = 4;
/// Largest distance, in blocks, between a part and its siblings.
const NEAR: usize = 30;
/// Number of candidates that are tried as the first part of a whole.
const CANDIDATES: usize = 8;

/// Returns all groups, with splits and merges, in the order of the old document.
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
    let of = |whole, parts| Search {
        whole,
        parts,
        space,
    };
    let (splits, merges) = (of(old, new), of(new, old));
    for (a, found) in splits.begin(&mut free_old, &mut free_new) {
        groups.push(Group::new(vec![a], found));
    }
    for (b, found) in merges.begin(&mut free_new, &mut free_old) {
        groups.push(Group::new(found, vec![b]));
    }
    for group in &mut groups {
        if let [a] = group.old[..] {
            splits.extend(a, &mut group.new, &mut free_new);
        }
        if let [b] = group.new[..] {
            merges.extend(b, &mut group.old, &mut free_old);
        }
    }
    sort_by_key(&mut groups, |g| g.old.first().copied());
    groups
}

/// A search for several blocks of one document (the parts) that are one block of the other (the
/// whole).
struct Search<'a> {
    whole: &'a Side<'a>,
    parts: &'a Side<'a>,
    space: &'a Space,
}

impl Search<'_> {
    /// Finds free wholes, none of whose parts was similar enough to be matched, and for each its
    /// first two adjacent parts. They are cleared in `free_whole` and `free_parts`.
    fn begin(&self, free_whole: &mut [bool], free_parts: &mut [bool]) -> Vec<(usize, Vec<usize>)> {
        let (whole, parts) = (self.whole, self.parts);
        let free = (0..parts.len()).filter(|&b| free_parts[b]);
        let index = Index::new(self.space, free.map(|b| (b, parts.profile(b))));
        let mut found = Vec::new();
        for (a, free_whole) in free_whole.iter_mut().enumerate() {
            if !*free_whole || whole.size(a) < 2 * MIN_WORDS {
                continue;
            }
            let profile = whole.profile(a);
            let alike = index.sharing_most(profile, CANDIDATES).into_iter();
            let second_part = alike.flat_map(|b| [b, b + 1]).find(|&b| {
                let side_by_side = b > 0
                    && free_parts.get(b) == Some(&true)
                    && free_parts[b - 1]
                    && parts.section(b - 1) == parts.section(b);
                side_by_side
                    && self.is_part(b - 1, profile)
                    && self.is_part(b, &profile.minus(parts.profile(b - 1)))
            });
            if let Some(b) = second_part {
                *free_whole = false;
                free_parts[b - 1] = false;
                free_parts[b] = false;
                found.push((a, vec![b - 1, b]));
            }
        }
        found
    }

    /// Adds free blocks of the same section to the parts in `found` as long as the rest of the
    /// block `whole` contains them. They are cleared in `free`.
    fn extend(&self, whole: usize, found: &mut Vec<usize>, free: &mut [bool]) {
        let (Some(&first), Some(&last)) = (found.first(), found.last()) else {
            return;
        };
        let section = self.parts.section(first);
        let near = first.saturating_sub(NEAR)..(last + NEAR + 1).min(self.parts.len());
        let open: Vec<usize> = near
            .filter(|&next| free[next] && self.parts.section(next) == section)
            .collect();
        // The usual case: no free block is near, so the profiles need not be subtracted.
        if open.is_empty() {
            return;
        }
        let mut rest = self.whole.profile(whole).clone();
        for &b in found.iter() {
            rest = rest.minus(self.parts.profile(b));
        }
        // The short entries of a list are parts where they stand beside others: those behind a
        // part are met on the way down, those before the first one on the way up.
        for next in open.iter().chain(open.iter().rev()).copied() {
            let is_beside = || {
                [next.wrapping_sub(1), next + 1]
                    .iter()
                    .any(|at| found.contains(at))
            };
            if free[next]
                && (self.is_part(next, &rest) || is_beside() && self.is_entirely_in(next, &rest))
            {
                rest = rest.minus(self.parts.profile(next));
                free[next] = false;
                found.push(next);
            }
        }
        found.sort_unstable();
    }

    fn is_entirely_in(&self, part: usize, rest: &Profile) -> bool {
        self.space.containment(self.parts.profile(part), rest) >= ENTIRELY
    }

    fn is_part(&self, part: usize, rest: &Profile) -> bool {
        let profile = self.parts.profile(part);
        self.parts.size(part) >= MIN_WORDS && self.space.containment(profile, rest) >= PART_IN_REST
    }
}
