//! First step: blocks with the same text on both sides.
//!
//! A text that occurs once on each side is an anchor at any position, so a moved block costs
//! nothing to find. A text that repeats ("Read more") stays with the anchor that it stands beside
//! in its section, else under the same heading, and only then is it matched in order. So shuffled
//! sections keep their boilerplate, and where one of many copies goes, the others stay.

use std::collections::BTreeMap;

use crate::blocks::matching::{Matching, Side};

/// What two blocks with the same text have in common that are matched, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bond<'a> {
    /// The anchor that they stand behind or before, by its old block.
    Anchor(usize),
    Heading(&'a str),
    Text,
}

/// For each block the old block of the nearest anchor in its section.
type Beside = Vec<Option<usize>>;
/// Tells the bond of a block.
type Bonds<'a, 'f> = &'f dyn Fn(usize) -> Option<Bond<'a>>;

/// Matches free blocks whose comparison forms are equal.
pub(crate) fn join_equal(old: &Side<'_>, new: &Side<'_>, matching: &mut Matching) {
    let mut by_text = vec![(Vec::new(), Vec::new()); old.texts.len()];
    for (at, &text) in old.text_of.iter().enumerate() {
        by_text[text].0.push(at);
    }
    for (at, &text) in new.text_of.iter().enumerate() {
        by_text[text].1.push(at);
    }
    by_text.retain(|(olds, news)| {
        if let (&[a], &[b]) = (olds.as_slice(), news.as_slice()) {
            matching.join(a, b);
        }
        olds.len().min(news.len()) > 0 && olds.len().max(news.len()) > 1
    });
    if by_text.is_empty() {
        return;
    }
    let of_old: Beside = (0..)
        .zip(&matching.old)
        .map(|(a, m)| m.map(|_| a))
        .collect();
    let (behind_old, before_old) = beside(old, &of_old);
    let (behind_new, before_new) = beside(new, &matching.new);
    for (olds, news) in by_text {
        let mut join = |of_old: Bonds<'_, '_>, of_new: Bonds<'_, '_>| {
            let mut waiting: BTreeMap<Bond<'_>, Vec<usize>> = BTreeMap::new();
            for &b in news.iter().rev().filter(|&&b| matching.new[b].is_none()) {
                if let Some(bond) = of_new(b) {
                    waiting.entry(bond).or_default().push(b);
                }
            }
            for &a in &olds {
                let bond = of_old(a).filter(|_| matching.old[a].is_none());
                if let Some(b) = bond.and_then(|b| waiting.get_mut(&b)).and_then(Vec::pop) {
                    matching.join(a, b);
                }
            }
        };
        let anchor = |beside: &Beside, at: usize| beside[at].map(Bond::Anchor);
        join(&|a| anchor(&behind_old, a), &|b| anchor(&behind_new, b));
        join(&|a| anchor(&before_old, a), &|b| anchor(&before_new, b));
        join(&|a| Some(Bond::Heading(old.heading(a))), &|b| {
            Some(Bond::Heading(new.heading(b)))
        });
        join(&|_| Some(Bond::Text), &|_| Some(Bond::Text));
    }
}

/// The nearest anchors that each block stands behind and before; `anchors` has the old block of
/// every block that is one.
fn beside(side: &Side<'_>, anchors: &Beside) -> (Beside, Beside) {
    let nearest = |blocks: &mut dyn Iterator<Item = usize>| {
        let mut found = vec![None; side.len()];
        let (mut section, mut last) = (None, None);
        for at in blocks {
            if section != Some(side.section(at)) {
                (section, last) = (Some(side.section(at)), None);
            }
            found[at] = last;
            last = anchors[at].or(last);
        }
        found
    };
    (
        nearest(&mut (0..side.len())),
        nearest(&mut (0..side.len()).rev()),
    )
}
