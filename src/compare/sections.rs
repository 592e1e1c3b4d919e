//! Which section became which, judged from where their content went.

use std::collections::BTreeMap;

use crate::document::{Document, SectionId, normalise_heading};

use super::{
    flow::{Flow, Share, Shares},
    matching::Side,
    model::{SectionLink, Sections},
    order::heaviest_in_order,
    profile::{Profile, Space, View, profiles},
    tokens::word_count,
    words::redline,
};

/// A link says that about a third of the smaller section is in the other.
const LINKED: f32 = 1.0 / 3.0;
/// Where the headings are alike, this much of it is enough.
const LINKED_WITH_HEADING: f32 = 0.05;
/// Likeness of headings from which they speak of the same: most of the shorter is in the other.
const ALIKE: f32 = 0.6;
/// Likeness from which they are one heading with a word more or less.
const NEARLY_EQUAL: f32 = 0.8;

/// The correspondence of sections.
pub(super) fn link(old: &Side<'_>, new: &Side<'_>, flow: &Flow) -> Sections {
    let (old, new) = (old.document, new.document);
    let headings = Headings::new(old, new);
    let mut pairs = Vec::new();
    by_matched_blocks(flow, &headings, &mut pairs);
    by_equal_heading(old, new, &mut pairs);
    by_like_heading(flow, &headings, NEARLY_EQUAL, &mut pairs);
    by_meaning(flow, &headings, &mut pairs);
    by_opening(old, new, flow, &mut pairs);
    by_like_heading(flow, &headings, ALIKE, &mut pairs);
    pairs.sort_by_key(|&(a, b)| (b, a));
    pairs.dedup();
    let moved = moved(old, new, &pairs);
    let links = pairs
        .iter()
        .map(|&pair| describe(old, new, flow, pair, moved.contains(&pair)))
        .collect();
    Sections {
        links,
        added: alone(new, pairs.iter().map(|p| p.1)),
        removed: alone(old, pairs.iter().map(|p| p.0)),
    }
}

fn shares(flow: &Flow, pair: (usize, usize)) -> (Share, Share) {
    let of = |shares: &Shares| shares.get(&pair).copied().unwrap_or_default();
    (of(&flow.old), of(&flow.new))
}

/// True where the old section is the smaller one.
fn old_is_smaller(flow: &Flow, (a, b): (usize, usize)) -> bool {
    flow.old_weights[a] <= flow.new_weights[b]
}

/// How much of the smaller of two sections is in the other.
fn smaller_share(flow: &Flow, pair: (usize, usize)) -> Share {
    let (of_old, of_new) = shares(flow, pair);
    if old_is_smaller(flow, pair) {
        of_old
    } else {
        of_new
    }
}

/// Every pair of sections between which any content goes.
fn connected(flow: &Flow) -> Vec<(usize, usize)> {
    let mut pairs: Vec<_> = flow.old.keys().chain(flow.new.keys()).copied().collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Enough of the smaller section is in blocks that were matched.
fn by_matched_blocks(flow: &Flow, headings: &Headings, pairs: &mut Vec<(usize, usize)>) {
    pairs.extend(connected(flow).into_iter().filter(|&pair| {
        let share = smaller_share(flow, pair);
        share.matched >= LINKED
            || share.all >= LINKED_WITH_HEADING && headings.likeness(pair) >= ALIKE
    }));
}

/// Enough of the smaller section is there by meaning. That is weaker evidence, so it speaks only
/// for a smaller section that has found no counterpart yet.
fn by_meaning(flow: &Flow, headings: &Headings, pairs: &mut Vec<(usize, usize)>) {
    let free_old = free(headings.old.len(), pairs.iter().map(|p| p.0));
    let free_new = free(headings.new.len(), pairs.iter().map(|p| p.1));
    pairs.extend(connected(flow).into_iter().filter(|&pair| {
        let open = if old_is_smaller(flow, pair) {
            free_old[pair.0]
        } else {
            free_new[pair.1]
        };
        open && smaller_share(flow, pair).all >= LINKED
    }));
}

fn free(count: usize, taken: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut free = vec![true; count];
    for at in taken {
        free[at] = false;
    }
    free
}

/// Sections under the same heading correspond, even where the text was rewritten: that is what a
/// reader who knows the old version looks for. Where a heading repeats, those that content has
/// not linked are paired in order.
fn by_equal_heading(old: &Document, new: &Document, pairs: &mut Vec<(usize, usize)>) {
    let mut by_heading: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (a, section) in old.sections.iter().enumerate() {
        by_heading
            .entry(normalise_heading(&section.heading))
            .or_default()
            .0
            .push(a);
    }
    for (b, section) in new.sections.iter().enumerate() {
        by_heading
            .entry(normalise_heading(&section.heading))
            .or_default()
            .1
            .push(b);
    }
    by_heading.remove("");
    for (mut olds, mut news) in by_heading.into_values() {
        if olds.len() > 1 || news.len() > 1 {
            olds.retain(|&a| !pairs.iter().any(|p| p.0 == a));
            news.retain(|&b| !pairs.iter().any(|p| p.1 == b));
        }
        pairs.extend(olds.into_iter().zip(news));
    }
}

/// The openings of two versions correspond, whatever the title says, unless their text went
/// elsewhere.
fn by_opening(old: &Document, new: &Document, flow: &Flow, pairs: &mut Vec<(usize, usize)>) {
    let opens = |d: &Document| d.sections.first().is_some_and(|s| s.level <= 1);
    let taken = pairs.iter().any(|&(a, b)| a == 0 || b == 0);
    if taken || !opens(old) || !opens(new) {
        return;
    }
    let bare = flow.old_weights[0] == 0.0 && flow.new_weights[0] == 0.0;
    if bare || smaller_share(flow, (0, 0)).all >= LINKED_WITH_HEADING {
        pairs.push((0, 0));
    }
}

/// Sections still alone on both sides whose headings are alike, most alike first.
fn by_like_heading(flow: &Flow, headings: &Headings, least: f32, pairs: &mut Vec<(usize, usize)>) {
    let mut free_old = free(headings.old.len(), pairs.iter().map(|p| p.0));
    let mut free_new = free(headings.new.len(), pairs.iter().map(|p| p.1));
    let mut found: Vec<((usize, usize), f32)> = Vec::new();
    for a in (0..headings.old.len()).filter(|&a| free_old[a]) {
        for b in (0..headings.new.len()).filter(|&b| free_new[b]) {
            let likeness = headings.likeness((a, b));
            if likeness >= least {
                found.push(((a, b), likeness + smaller_share(flow, (a, b)).all));
            }
        }
    }
    found.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    for ((a, b), _) in found {
        if free_old[a] && free_new[b] {
            (free_old[a], free_new[b]) = (false, false);
            pairs.push((a, b));
        }
    }
}

/// Headings as passages of their own: a word that stands in many headings connects none.
struct Headings {
    space: Space,
    old: Vec<Profile>,
    new: Vec<Profile>,
}

impl Headings {
    fn new(old: &Document, new: &Document) -> Self {
        let sections = old.sections.iter().chain(&new.sections);
        let headings: Vec<String> = sections.map(|s| normalise_heading(&s.heading)).collect();
        let (space, mut old_headings) = profiles(&headings, View::Sense);
        let new = old_headings.split_off(old.sections.len());
        let old = old_headings;
        Self { space, old, new }
    }

    /// Between how much of the shorter heading and how much of both is shared, 0 to 1.
    fn likeness(&self, (a, b): (usize, usize)) -> f32 {
        let (x, y) = (&self.old[a], &self.new[b]);
        self.space.likeness(x, y)
    }
}

/// One-to-one pairs outside the heaviest run that kept its order.
fn moved(old: &Document, new: &Document, pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let (mut of_old, mut of_new) = (vec![0; old.sections.len()], vec![0; new.sections.len()]);
    for &(a, b) in pairs {
        of_old[a] += 1;
        of_new[b] += 1;
    }
    let size = |d: &Document, s: usize| -> u64 {
        d.blocks_of(SectionId(s as u32))
            .map(|(_, block)| word_count(&block.text) as u64)
            .sum()
    };
    // A heading without text cannot be what moved.
    let single: Vec<((usize, usize), u64)> = pairs
        .iter()
        .filter(|&&(a, b)| of_old[a] == 1 && of_new[b] == 1)
        .map(|&(a, b)| ((a, b), size(old, a) + size(new, b)))
        .filter(|&(_, size)| size > 0)
        .collect();
    let places: Vec<(usize, u64)> = single.iter().map(|&((a, _), size)| (a, size)).collect();
    let kept = heaviest_in_order(&places);
    let moved = single
        .iter()
        .enumerate()
        .filter(|(at, _)| kept.binary_search(at).is_err());
    moved.map(|(_, &(pair, _))| pair).collect()
}

fn describe(
    old: &Document,
    new: &Document,
    flow: &Flow,
    (a, b): (usize, usize),
    moved: bool,
) -> SectionLink {
    let (x, y) = (&old.sections[a], &new.sections[b]);
    let (of_old, of_new) = shares(flow, (a, b));
    let untitled = x.heading.is_empty() || y.heading.is_empty();
    SectionLink {
        old: SectionId(a as u32),
        new: SectionId(b as u32),
        renamed: !untitled
            && words(&normalise_heading(&x.heading)).ne(words(&normalise_heading(&y.heading))),
        moved,
        edited: forms(old, a).ne(forms(new, b)) && words_of(old, a).ne(words_of(new, b)),
        share_old: rounded(of_old.all),
        share_new: rounded(of_new.all),
        heading: redline(&x.heading, &y.heading),
    }
}

fn words(normal: &str) -> impl Iterator<Item = &str> {
    normal
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
}

/// The comparison forms of the blocks under a heading.
fn forms(document: &Document, section: usize) -> impl Iterator<Item = &str> {
    let blocks = document.blocks_of(SectionId(section as u32));
    blocks.map(|(_, block)| block.normal.as_str())
}

/// The words under a heading in order, everything else aside.
fn words_of(document: &Document, section: usize) -> impl Iterator<Item = &str> {
    forms(document, section).flat_map(words)
}

/// Two decimals: more would pretend to a precision that a share of meaning does not have.
fn rounded(share: f32) -> f64 {
    f64::from((share.min(1.0) * 100.0).round()) / 100.0
}

fn alone(document: &Document, linked: impl Iterator<Item = usize>) -> Vec<SectionId> {
    let free = free(document.sections.len(), linked);
    (0..document.sections.len())
        .filter(|&at| free[at])
        .map(|at| SectionId(at as u32))
        .collect()
}
