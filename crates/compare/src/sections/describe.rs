//! What is said of a link between two sections: whether it was renamed or edited.

use std::collections::BTreeSet;

use model::{Document, SectionId, SectionLink};
use text::lexer::bare_words;

use crate::{blocks::matching::Side, redline::of_headings, sections::flow::Share};

/// Makes the link between the old section `a` and the new section `b`, of which these shares are in
/// each other.
pub(super) fn describe(
    old: &Side<'_>,
    new: &Side<'_>,
    (of_old, of_new): (Share, Share),
    (a, b): (usize, usize),
    moved: bool,
) -> SectionLink {
    let headings = (&old.headings[a], &new.headings[b]);
    let (old, new) = (old.document, new.document);
    let (x, y) = (&old.sections[a], &new.sections[b]);
    let untitled = x.heading.is_empty() || y.heading.is_empty();
    SectionLink {
        old: SectionId::at(a),
        new: SectionId::at(b),
        renamed: !untitled && bare_words(headings.0).ne(bare_words(headings.1)),
        moved,
        edited: forms(old, a).ne(forms(new, b)) && words_of(old, a).ne(words_of(new, b)),
        share_old: rounded(of_old.all),
        share_new: rounded(of_new.all),
        heading: of_headings(&x.heading, &y.heading),
    }
}

/// The comparison forms of the blocks under a heading.
fn forms(document: &Document, section: usize) -> impl Iterator<Item = &str> {
    let blocks = document.blocks_of(SectionId::at(section));
    blocks.map(|(_, block)| block.normal.as_str())
}

/// The words under a heading in order, without labels of lists.
fn words_of(document: &Document, section: usize) -> impl Iterator<Item = &str> {
    forms(document, section).flat_map(unnumbered)
}

/// Returns the words of a passage without the labels of an inline list, "(1) … (2) …". The labels
/// of a list with one item per line are not words either.
fn unnumbered(normal: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut series, mut labels) = (Vec::new(), BTreeSet::new());
    let mut rest = normal;
    for word in bare_words(normal) {
        let (before, behind) = rest.split_once(word).unwrap_or_default();
        rest = behind;
        if before.ends_with('(') && behind.starts_with(')') {
            let number = ordinal(word);
            if number == Some(1) {
                series.clear();
            }
            if number == Some(series.len() + 1) {
                series.push(found.len());
            }
            if series.len() > 1 {
                labels.extend(series.iter().copied());
            }
        }
        found.push(word);
    }
    found
        .into_iter()
        .enumerate()
        .filter(|(at, _)| !labels.contains(at))
        .map(|(_, word)| word)
        .collect()
}

/// Returns the number that a list label stands for: 3 for "3" and for "c".
fn ordinal(label: &str) -> Option<usize> {
    match label.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(usize::from(letter - b'a') + 1),
        [_] | [_, _] => label.parse().ok(),
        _ => None,
    }
}

/// Rounds to two decimals; more would suggest a precision that a share of meaning does not have.
fn rounded(share: f32) -> f64 {
    f64::from((share.min(1.0) * 100.0).round()) / 100.0
}
