//! First step: blocks with the same text on both sides.
//!
//! A text that occurs once on each side is an anchor at any position, so a moved block costs
//! nothing to find. A text that repeats ("Read more") is matched under the same heading first and
//! then in order, so that shuffled sections keep their boilerplate.

use std::collections::BTreeMap;

use crate::blocks::matching::{Matching, Side};

/// Matches free blocks whose comparison forms are equal.
pub(crate) fn join_equal(old: &Side<'_>, new: &Side<'_>, matching: &mut Matching) {
    let mut by_text = vec![(Vec::new(), Vec::new()); old.texts.len()];
    for (at, &text) in old.text_of.iter().enumerate() {
        by_text[text].0.push(at);
    }
    for (at, &text) in new.text_of.iter().enumerate() {
        by_text[text].1.push(at);
    }
    for (olds, news) in by_text {
        match (olds.as_slice(), news.as_slice()) {
            ([], _) | (_, []) => {}
            (&[a], &[b]) => matching.join(a, b),
            (olds, news) => join_alike(old, new, olds, news, matching),
        }
    }
}

/// Matches blocks that all have the same text; `olds` and `news` are their positions.
fn join_alike(
    old: &Side<'_>,
    new: &Side<'_>,
    olds: &[usize],
    news: &[usize],
    matching: &mut Matching,
) {
    for same_heading in [true, false] {
        let mut by_heading: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for &b in news.iter().rev().filter(|&&b| matching.new[b].is_none()) {
            let key = if same_heading { new.heading(b) } else { "" };
            by_heading.entry(key).or_default().push(b);
        }
        for &a in olds {
            if matching.old[a].is_some() {
                continue;
            }
            let key = if same_heading { old.heading(a) } else { "" };
            if let Some(b) = by_heading.get_mut(key).and_then(Vec::pop) {
                matching.join(a, b);
            }
        }
    }
}
