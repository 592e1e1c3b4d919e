//! First step: blocks that say the same on both sides.
//!
//! A text that stands once on each side is an anchor wherever it stands, so a moved block costs
//! nothing to find. A text that repeats ("Read more") is matched under the same heading first and
//! then in order, so that shuffled sections take their boilerplate along.

use std::collections::BTreeMap;

use super::matching::{Matching, Side};

pub(super) fn join_equal(old: &Side<'_>, new: &Side<'_>, matching: &mut Matching) {
    let mut by_text: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, normal) in old.normals.iter().enumerate() {
        by_text.entry(normal).or_default().0.push(at);
    }
    for (at, normal) in new.normals.iter().enumerate() {
        by_text.entry(normal).or_default().1.push(at);
    }
    for (olds, news) in by_text.into_values() {
        join_alike(old, new, &olds, &news, matching);
    }
}

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
            let key = if same_heading {
                new.headings[b].as_str()
            } else {
                ""
            };
            by_heading.entry(key).or_default().push(b);
        }
        for &a in olds {
            if matching.old[a].is_some() {
                continue;
            }
            let key = if same_heading {
                old.headings[a].as_str()
            } else {
                ""
            };
            if let Some(b) = by_heading.get_mut(key).and_then(Vec::pop) {
                matching.join(a, b);
            }
        }
    }
}
