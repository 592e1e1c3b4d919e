//! Which section became which, judged from where their content went.
//!
//! The strongest evidence is used first: matched text, then equal headings, then sections that are
//! most similar to each other by subject, then single sentences and similar headings. Weaker
//! evidence is used only for sections without a link so far, so a chance similarity never takes
//! the place of the true counterpart.

use std::collections::{BTreeMap, BTreeSet};

use model::{Document, SectionId, Sections};
use text::sorting::sort_by;

use crate::{
    blocks::matching::Side,
    passages::{
        index::Index,
        profile::{Profile, Space, View},
    },
    sections::{
        describe::describe,
        flow::{Flow, Share, Shares},
        moves::moved,
        subjects::Subjects,
    },
};

/// Share of the smaller section that must be in the other for a link.
const LINKED: f32 = 1.0 / 3.0;
/// The same if the headings are similar.
const LINKED_WITH_HEADING: f32 = 0.05;
/// Share of matched text, about one sentence in ten, at which the rest may be there by meaning
/// even if the section has its main counterpart elsewhere.
const PARTLY_MATCHED: f32 = 0.1;
/// Lowest likeness of headings about the same subject: most of the shorter one is in the other.
const ALIKE: f32 = 0.6;
/// The same if neither section has another counterpart: a word of it is.
const A_WORD_ALIKE: f32 = 1.0 / 3.0;
/// Lowest likeness of headings that differ by a word or so.
const NEARLY_EQUAL: f32 = 0.8;
/// Number of candidates that are compared in full with each heading.
const HEADINGS_TRIED: usize = 12;
/// Lowest likeness by subject of two sections that are most similar to each other. Below it, they
/// may be so only because neither has a counterpart.
const MUTUAL: f32 = 0.15;
/// Likeness by subject below which sections share only the general vocabulary of policies.
const UNRELATED: f32 = 0.1;
/// Share of the best partner's likeness at which another partner counts as equally good.
const AS_GOOD_AS_BEST: f32 = 0.8;
/// The same for the longer of two sections, if the shorter one has no better partner.
const NEARLY_BEST: f32 = 0.9;

/// Links the sections of two documents; `flow` is the measured content between them.
pub(crate) fn link(old: &Side<'_>, new: &Side<'_>, flow: &Flow) -> Sections {
    let mut found = Found {
        old,
        new,
        flow,
        subjects: Subjects::new(old, new, UNRELATED),
        headings: Headings::new(old, new),
        parents: [old, new].map(|side| parents(side.document)),
        pairs: BTreeSet::new(),
    };
    found.by_matched_blocks();
    found.by_equal_heading();
    found.by_subject();
    found.by_like_heading(NEARLY_EQUAL);
    found.by_meaning();
    found.by_opening();
    found.by_like_heading(ALIKE);
    let mut pairs: Vec<_> = found.pairs.into_iter().collect();
    pairs.sort_unstable_by_key(|&(a, b)| (b, a));
    let moved = moved(old.document, new.document, &pairs);
    let links = pairs
        .iter()
        .map(|&pair| describe(old, new, shares(flow, pair), pair, moved.contains(&pair)))
        .collect();
    Sections {
        links,
        added: alone(new.document, pairs.iter().map(|p| p.1)),
        removed: alone(old.document, pairs.iter().map(|p| p.0)),
    }
}

/// Returns the share of the old section in the new one, and of the new one in the old one.
fn shares(flow: &Flow, pair: (usize, usize)) -> (Share, Share) {
    let of = |shares: &Shares| shares.get(&pair).copied().unwrap_or_default();
    (of(&flow.old), of(&flow.new))
}

/// Returns, for each of `count` sections, whether it is not in `taken`.
fn free(count: usize, taken: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut free = vec![true; count];
    for at in taken {
        free[at] = false;
    }
    free
}

/// The evidence, and the links `(old, new)` found so far.
struct Found<'a> {
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    flow: &'a Flow,
    subjects: Subjects,
    headings: Headings,
    /// For the sections of the old and the new document.
    parents: [Vec<Option<usize>>; 2],
    pairs: BTreeSet<(usize, usize)>,
}

impl Found<'_> {
    /// For the sections of the old and the new document, whether they have no link yet.
    fn free(&self) -> (Vec<bool>, Vec<bool>) {
        (
            free(self.old.headings.len(), self.pairs.iter().map(|p| p.0)),
            free(self.new.headings.len(), self.pairs.iter().map(|p| p.1)),
        )
    }

    /// Every pair of sections with any content in common.
    fn connected(&self) -> BTreeSet<(usize, usize)> {
        let pairs = self.flow.old.keys().chain(self.flow.new.keys());
        pairs.copied().collect()
    }

    /// Whether the old section is the smaller one, or both have the same weight.
    fn old_is_smaller(&self, (a, b): (usize, usize)) -> bool {
        self.flow.old_weights[a] <= self.flow.new_weights[b]
    }

    /// The share of the smaller of two sections that is in the other.
    fn smaller_share(&self, pair: (usize, usize)) -> Share {
        let (of_old, of_new) = shares(self.flow, pair);
        if self.old_is_smaller(pair) {
            of_old
        } else {
            of_new
        }
    }

    /// Links sections if enough of the smaller one is in matched blocks.
    fn by_matched_blocks(&mut self) {
        for pair in self.connected() {
            let share = self.smaller_share(pair);
            if share.matched >= LINKED
                || share.all >= LINKED_WITH_HEADING && self.headings.likeness(pair) >= ALIKE
            {
                self.pairs.insert(pair);
            }
        }
    }

    /// Links sections with equal headings, even if the text was rewritten: that is where a reader
    /// who knows the old version looks. If a heading repeats, the sections without a link so far
    /// are paired in order.
    fn by_equal_heading(&mut self) {
        let mut by_heading: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (a, heading) in self.old.headings.iter().enumerate() {
            by_heading.entry(heading).or_default().0.push(a);
        }
        for (b, heading) in self.new.headings.iter().enumerate() {
            by_heading.entry(heading).or_default().1.push(b);
        }
        by_heading.remove("");
        let (free_old, free_new) = self.free();
        for (mut olds, mut news) in by_heading.into_values() {
            if olds.len() > 1 || news.len() > 1 {
                olds.retain(|&a| free_old[a]);
                news.retain(|&b| free_new[b]);
            }
            self.pairs.extend(olds.into_iter().zip(news));
        }
    }

    /// Links sections that are each other's most similar one and have at least a sentence or
    /// similar headings in common; two that only share general vocabulary have neither. Sections
    /// without text are left to the rules about headings.
    fn by_subject(&mut self) {
        let (free_old, free_new) = self.free();
        let is_confirmed = |pair: (usize, usize)| {
            let (of_old, of_new) = shares(self.flow, pair);
            let have_text =
                self.flow.old_weights[pair.0] > 0.0 && self.flow.new_weights[pair.1] > 0.0;
            let least = if free_old[pair.0] && free_new[pair.1] {
                A_WORD_ALIKE
            } else {
                ALIKE
            };
            let titled_alike = have_text && self.headings.likeness(pair) >= least;
            of_old.all > 0.0 || of_new.all > 0.0 || titled_alike
        };
        let mutual = self.subjects.mutual().filter(|&((a, b), likeness)| {
            likeness >= MUTUAL && (free_old[a] || free_new[b]) && is_confirmed((a, b))
        });
        let mutual: Vec<_> = mutual.map(|(pair, _)| pair).collect();
        self.pairs.extend(mutual);
        // A section that went into a longer one is nearly the best of that one.
        let (free_old, free_new) = self.free();
        let absorbed = self.subjects.pairs().filter(|&(pair, likeness)| {
            let (of_old, of_new) = (
                self.subjects.rank_of_old(pair),
                self.subjects.rank_of_new(pair),
            );
            let (open, own, other) = if self.old_is_smaller(pair) {
                (free_old[pair.0], of_old, of_new)
            } else {
                (free_new[pair.1], of_new, of_old)
            };
            let best = own >= 1.0 && other >= NEARLY_BEST;
            open && best && likeness >= MUTUAL && is_confirmed(pair)
        });
        let absorbed: Vec<_> = absorbed.map(|(pair, _)| pair).collect();
        self.pairs.extend(absorbed);
    }

    /// Links sections if enough of the smaller one is in the other by meaning, sentence by
    /// sentence. A small section can be there by chance, so the whole section must match by
    /// subject too, or a part of it word for word.
    fn by_meaning(&mut self) {
        let (free_old, free_new) = self.free();
        let found = self.connected().into_iter().filter(|&pair| {
            let share = self.smaller_share(pair);
            let (open_old, open_new) = (free_old[pair.0], free_new[pair.1]);
            let (open, rank) = if self.old_is_smaller(pair) {
                (open_old, self.subjects.rank_of_old(pair))
            } else {
                (open_new, self.subjects.rank_of_new(pair))
            };
            let partly_matched = share.matched >= PARTLY_MATCHED && (open_old || open_new);
            let believable = || rank >= AS_GOOD_AS_BEST || self.joined_parent(pair);
            share.all >= LINKED && (partly_matched || open && believable())
        });
        let found: Vec<_> = found.collect();
        self.pairs.extend(found);
    }

    /// Whether the smaller of two sections stood below one that is linked with the other: a
    /// section that was cut into parts is joined again. The title of the document says nothing,
    /// since everything stands below it.
    fn joined_parent(&self, pair: (usize, usize)) -> bool {
        let (a, b) = pair;
        let parent = if self.old_is_smaller(pair) {
            self.parents[0][a].map(|parent| (parent, b))
        } else {
            self.parents[1][b].map(|parent| (a, parent))
        };
        parent.is_some_and(|linked| self.pairs.contains(&linked))
    }

    /// Links the first sections of the two versions, whatever their titles, unless their text went
    /// elsewhere. If only one of them has a title, they are linked unless one has a partner that
    /// is clearly better.
    fn by_opening(&mut self) {
        let (Some(old), Some(new)) = (
            self.old.document.sections.first(),
            self.new.document.sections.first(),
        ) else {
            return;
        };
        if old.level > 1 || new.level > 1 {
            return;
        }
        let pair = (0, 0);
        let (free_old, free_new) = self.free();
        let (free_old, free_new) = (free_old[0], free_new[0]);
        let bare = self.flow.old_weights[0] == 0.0 && self.flow.new_weights[0] == 0.0;
        let shared = self.smaller_share(pair).all >= LINKED_WITH_HEADING;
        let retitled = old.heading.is_empty() != new.heading.is_empty();
        let stayed = |best: f32| {
            let likeness = self.subjects.likeness(pair);
            likeness > 0.0 && likeness >= best || retitled && best < MUTUAL
        };
        if free_old && free_new && (bare || shared)
            || free_old && stayed(self.subjects.best_of_old(0))
            || free_new && stayed(self.subjects.best_of_new(0))
        {
            self.pairs.insert(pair);
        }
    }

    /// Links sections without a link on either side whose headings have at least the likeness
    /// `least`, the most similar headings and texts first.
    fn by_like_heading(&mut self, least: f32) {
        let (mut free_old, mut free_new) = self.free();
        let open = (0..free_new.len()).filter(|&b| free_new[b]);
        let index = Index::new(
            &self.headings.space,
            open.map(|b| (b, &self.headings.new[b])),
        );
        let mut found: Vec<((usize, usize), f32)> = Vec::new();
        for a in (0..free_old.len()).filter(|&a| free_old[a]) {
            for b in index.sharing_most(&self.headings.old[a], HEADINGS_TRIED) {
                let likeness = self.headings.likeness((a, b));
                if likeness >= least {
                    found.push(((a, b), likeness + self.subjects.likeness((a, b))));
                }
            }
        }
        drop(index);
        sort_by(&mut found, |x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        for ((a, b), _) in found {
            if free_old[a] && free_new[b] {
                (free_old[a], free_new[b]) = (false, false);
                self.pairs.insert((a, b));
            }
        }
    }
}

/// The profiles of all headings. A word that occurs in many headings has little weight here.
struct Headings {
    space: Space,
    old: Vec<Profile>,
    new: Vec<Profile>,
}

impl Headings {
    fn new(old: &Side<'_>, new: &Side<'_>) -> Self {
        let mut space = Space::new(View::Sense);
        for heading in old.heading_words.iter().chain(new.heading_words) {
            space.count(heading.whole(), 1);
        }
        space.weigh();
        let [old, new] = [old, new].map(|side| {
            let headings = side.heading_words.iter();
            headings.map(|h| space.profile(h.whole())).collect()
        });
        Self { space, old, new }
    }

    /// How similar two headings are, 0 to 1: between the shared part of the shorter one and that
    /// of both.
    fn likeness(&self, (a, b): (usize, usize)) -> f32 {
        let (x, y) = (&self.old[a], &self.new[b]);
        self.space.likeness(x, y)
    }
}

/// The section that each section stands below, unless that is the title of the document.
fn parents(document: &Document) -> Vec<Option<usize>> {
    let mut above: Vec<usize> = Vec::new();
    let sections = document.sections.iter().enumerate();
    sections
        .map(|(at, section)| {
            let is_above = |&other: &usize| document.sections[other].level < section.level;
            while above.pop_if(|other| !is_above(other)).is_some() {}
            let parent = above.last().copied();
            above.push(at);
            parent.filter(|&parent| parent > 0 && document.sections[parent].level > 0)
        })
        .collect()
}

/// The sections that are not in `linked`.
fn alone(document: &Document, linked: impl Iterator<Item = usize>) -> Vec<SectionId> {
    let free = free(document.sections.len(), linked);
    (0..document.sections.len())
        .filter(|&at| free[at])
        .map(SectionId::at)
        .collect()
}
