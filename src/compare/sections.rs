//! Which section became which, judged from where their content went.

use std::collections::BTreeMap;

use crate::document::{Document, SectionId, normalise_heading};

use super::{
    flow::Flow,
    matching::Side,
    model::{SectionLink, Sections},
    order::heaviest_in_order,
    profile::{Profile, Space, View},
    tokens::word_count,
    words::redline,
};

/// A link says that about a third of the smaller section is in the other.
const LINKED: f32 = 1.0 / 3.0;
/// Where the headings say the same, this much of it is enough.
const LINKED_WITH_HEADING: f32 = 0.05;
/// Likeness of headings from which they say the same: most of the shorter one is in the other.
const SAME_HEADING: f32 = 0.6;

/// The correspondence of sections.
pub(super) fn link(old: &Side<'_>, new: &Side<'_>, flow: &Flow) -> Sections {
    let mut pairs = by_content(old.document, new.document, flow);
    by_equal_heading(old.document, new.document, &mut pairs);
    by_position(old.document, new.document, flow, &mut pairs);
    by_similar_heading(old.document, new.document, flow, &mut pairs);
    pairs.sort_by_key(|&(a, b)| (b, a));
    pairs.dedup();
    let moved = moved(old.document, new.document, &pairs);
    let links = pairs
        .iter()
        .map(|&(a, b)| {
            describe(
                old.document,
                new.document,
                flow,
                (a, b),
                moved.contains(&(a, b)),
            )
        })
        .collect();
    Sections {
        links,
        added: alone(new.document, pairs.iter().map(|p| p.1)),
        removed: alone(old.document, pairs.iter().map(|p| p.0)),
    }
}

fn share(flow: &Flow, pair: (usize, usize)) -> (f32, f32) {
    let of = |shares: &super::flow::Shares| shares.get(&pair).copied().unwrap_or(0.0);
    (of(&flow.old), of(&flow.new))
}

/// The share of the smaller of two sections.
fn smaller_share(flow: &Flow, (a, b): (usize, usize)) -> f32 {
    let (of_old, of_new) = share(flow, (a, b));
    if flow.old_weights[a] <= flow.new_weights[b] {
        of_old
    } else {
        of_new
    }
}

fn by_content(old: &Document, new: &Document, flow: &Flow) -> Vec<(usize, usize)> {
    let keys = flow.old.keys().chain(flow.new.keys());
    let mut pairs: Vec<_> = keys.copied().collect();
    pairs.sort_unstable();
    pairs.dedup();
    let headings = HeadingSpace::new(old, new);
    pairs.retain(|&pair| {
        let share = smaller_share(flow, pair);
        share >= LINKED || share >= LINKED_WITH_HEADING && headings.likeness(pair) >= SAME_HEADING
    });
    pairs
}

fn free(count: usize, taken: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut free = vec![true; count];
    for at in taken {
        free[at] = false;
    }
    free
}

/// Sections that only their heading connects: the same words, in order where they repeat. A
/// section that is linked already is left alone, or a split would gain a link by name only.
fn by_equal_heading(old: &Document, new: &Document, pairs: &mut Vec<(usize, usize)>) {
    let free_old = free(old.sections.len(), pairs.iter().map(|p| p.0));
    let free_new = free(new.sections.len(), pairs.iter().map(|p| p.1));
    let mut by_heading: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (b, section) in new.sections.iter().enumerate().rev() {
        if free_new[b] && !section.heading.is_empty() {
            by_heading
                .entry(normalise_heading(&section.heading))
                .or_default()
                .push(b);
        }
    }
    for (a, section) in old.sections.iter().enumerate() {
        if !free_old[a] {
            continue;
        }
        let same = by_heading.get_mut(&normalise_heading(&section.heading));
        if let Some(b) = same.and_then(Vec::pop) {
            pairs.push((a, b));
        }
    }
}

/// The openings of two versions correspond, whatever the title says, unless their text went
/// elsewhere.
fn by_position(old: &Document, new: &Document, flow: &Flow, pairs: &mut Vec<(usize, usize)>) {
    let opening = |d: &Document| d.sections.first().is_some_and(|s| s.level <= 1);
    let open = !pairs.iter().any(|&(a, b)| a == 0 || b == 0);
    let bare = |weights: &[f32]| weights.first().is_some_and(|&w| w == 0.0);
    let alike = smaller_share_of_openings(flow) >= LINKED_WITH_HEADING
        || bare(&flow.old_weights) && bare(&flow.new_weights);
    if open && opening(old) && opening(new) && alike {
        pairs.push((0, 0));
    }
}

fn smaller_share_of_openings(flow: &Flow) -> f32 {
    if flow.old_weights.is_empty() || flow.new_weights.is_empty() {
        0.0
    } else {
        smaller_share(flow, (0, 0))
    }
}

/// Sections still alone on both sides whose headings say nearly the same in other words.
fn by_similar_heading(
    old: &Document,
    new: &Document,
    flow: &Flow,
    pairs: &mut Vec<(usize, usize)>,
) {
    let headings = HeadingSpace::new(old, new);
    let free_old = free(old.sections.len(), pairs.iter().map(|p| p.0));
    let free_new = free(new.sections.len(), pairs.iter().map(|p| p.1));
    let mut found: Vec<((usize, usize), f32)> = Vec::new();
    for a in (0..old.sections.len()).filter(|&a| free_old[a]) {
        for b in (0..new.sections.len()).filter(|&b| free_new[b]) {
            let likeness = headings.likeness((a, b));
            if likeness >= SAME_HEADING {
                found.push(((a, b), likeness + smaller_share(flow, (a, b))));
            }
        }
    }
    found.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    for ((a, b), _) in found {
        if !pairs.iter().any(|&(x, y)| x == a || y == b) {
            pairs.push((a, b));
        }
    }
}

/// Headings as passages of their own: a word that stands in many headings connects none.
struct HeadingSpace {
    space: Space,
    old: Vec<Profile>,
    new: Vec<Profile>,
}

impl HeadingSpace {
    fn new(old: &Document, new: &Document) -> Self {
        let mut space = Space::new();
        let mut profiles = |d: &Document| -> Vec<Profile> {
            d.sections
                .iter()
                .map(|s| space.add(&normalise_heading(&s.heading), View::Sense))
                .collect()
        };
        let (old, new) = (profiles(old), profiles(new));
        space.weigh();
        Self { space, old, new }
    }

    /// Between how much of the shorter heading and how much of both is shared, 0 to 1.
    fn likeness(&self, (a, b): (usize, usize)) -> f32 {
        let (x, y) = (&self.old[a], &self.new[b]);
        let contained = self
            .space
            .containment(x, y)
            .max(self.space.containment(y, x));
        (contained + self.space.similarity(x, y)) / 2.0
    }
}

/// One-to-one pairs outside the heaviest run that kept its order.
fn moved(old: &Document, new: &Document, pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let links =
        |side: fn(&(usize, usize)) -> usize, at| pairs.iter().filter(|p| side(p) == at).count();
    let single: Vec<_> = pairs
        .iter()
        .copied()
        .filter(|&(a, b)| links(|p| p.0, a) == 1 && links(|p| p.1, b) == 1)
        .collect();
    let words = |d: &Document, s: usize| -> usize {
        d.blocks_of(SectionId(s as u32))
            .map(|(_, block)| word_count(&block.text))
            .sum()
    };
    let items: Vec<(usize, u64)> = single
        .iter()
        .map(|&(a, b)| (a, (words(old, a) + words(new, b) + 1) as u64))
        .collect();
    let kept = heaviest_in_order(&items);
    let mut out = single.clone();
    for at in kept.into_iter().rev() {
        out.remove(at);
    }
    out
}

fn describe(
    old: &Document,
    new: &Document,
    flow: &Flow,
    (a, b): (usize, usize),
    moved: bool,
) -> SectionLink {
    let (x, y) = (&old.sections[a], &new.sections[b]);
    let (of_old, of_new) = share(flow, (a, b));
    let untitled = x.heading.is_empty() || y.heading.is_empty();
    SectionLink {
        old: SectionId(a as u32),
        new: SectionId(b as u32),
        renamed: !untitled && normalise_heading(&x.heading) != normalise_heading(&y.heading),
        moved,
        edited: words_of(old, a) != words_of(new, b),
        share_old: rounded(of_old),
        share_new: rounded(of_new),
        heading: redline(&x.heading, &y.heading),
    }
}

/// The words of a section in order, everything else aside.
fn words_of(document: &Document, section: usize) -> String {
    let mut out = String::new();
    for (_, block) in document.blocks_of(SectionId(section as u32)) {
        for word in block
            .normal
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
        {
            out.push_str(word);
            out.push(' ');
        }
    }
    out
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
