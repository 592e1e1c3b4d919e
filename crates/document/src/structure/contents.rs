//! Removes tables of contents: lists that only repeat the document's own headings.
//!
//! As blocks, they would turn every renamed heading into two changes; as headings in plain text,
//! they would duplicate every section.

use crate::normal::normalise_heading;
use crate::numbering::numbering;
use crate::piece::{Piece, Role};
use ::text::lists::CONTENTS;
use model::MarkKind;
use std::collections::BTreeSet;

/// Fewest entries of a table of contents; fewer links are just references.
const SHORTEST: usize = 3;

/// Removes tables of contents, their titles, and links such as "Back to top".
pub(crate) fn drop(pieces: Vec<Piece>) -> Vec<Piece> {
    let headings: BTreeSet<String> = pieces
        .iter()
        .filter(|piece| piece.is_heading())
        .map(|piece| normalise_heading(&piece.inline.text))
        .collect();
    let mut kinds: Vec<Entry> = pieces.iter().map(|piece| entry(piece, &headings)).collect();
    for at in repeated_titles(&pieces) {
        if let Some(kind) = kinds.get_mut(at) {
            *kind = Entry::Words;
        }
    }
    let mut keep = vec![true; pieces.len()];
    let mut at = 0;
    while at < kinds.len() {
        let length = kinds
            .iter()
            .skip(at)
            .take_while(|kind| **kind != Entry::None)
            .count();
        let run = kinds.get(at..at + length).unwrap_or_default();
        let of = |wanted| run.iter().filter(|kind| **kind == wanted).count();
        let repeats = of(Entry::Heading) + of(Entry::Words);
        // For links into the page, half is enough; plain text must repeat headings throughout.
        let is_contents = if of(Entry::Words) > 0 {
            repeats == length
        } else {
            repeats * 2 >= length
        };
        if length >= SHORTEST && is_contents {
            keep[at..at + length].fill(false);
        }
        at += length.max(1);
    }
    for (kept, piece) in keep.iter_mut().zip(&pieces) {
        *kept = *kept && !is_jump(piece);
    }
    drop_titles(&pieces, &mut keep);
    let mut kept = keep.into_iter();
    pieces
        .into_iter()
        .filter(|_| kept.next().unwrap_or(true))
        .collect()
}

/// Returns the positions of headings without text of their own that come again with text: entries of
/// a table of contents in heading size.
fn repeated_titles(pieces: &[Piece]) -> Vec<usize> {
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut found = Vec::new();
    for (at, piece) in pieces
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, p)| p.is_heading())
    {
        let words = normalise_heading(&piece.inline.text);
        if pieces.get(at + 1).is_some_and(|next| !next.is_heading()) {
            told.insert(words);
        } else if told.contains(&words) {
            found.push(at);
        }
    }
    found
}

/// Whether a piece is only a link within the page, such as "Back to top" or "Skip to content".
fn is_jump(piece: &Piece) -> bool {
    const JUMPS: [&str; 8] = [
        "back to top",
        "to top",
        "top",
        "return to top",
        "skip to",
        "nach oben",
        "zum seitenanfang",
        "haut de page",
    ];
    let inner = |kind: &MarkKind| matches!(kind, MarkKind::Link(target) if target.starts_with('#'));
    if piece.is_heading() || !piece.inline.covered_by(inner) {
        return false;
    }
    let text = normalise_heading(&piece.inline.text);
    JUMPS.iter().any(|jump| text == *jump) || text.starts_with("skip to ")
}

/// Removes the title of a removed table of contents, and one whose list the reader of the page has
/// already left out: followed by a heading, or by text that is not a list.
fn drop_titles(pieces: &[Piece], keep: &mut [bool]) {
    for (at, pair) in pieces.windows(2).enumerate() {
        let [title, next] = pair else { continue };
        let over_nothing =
            keep.get(at + 1) == Some(&false) || (title.is_heading() && is_bare(title, next));
        if over_nothing
            && CONTENTS.contains(&normalise_heading(&title.inline.text).as_str())
            && let Some(kept) = keep.get_mut(at)
        {
            *kept = false;
        }
    }
}

/// Whether a title is followed by a heading, or by text that does not look like its content.
fn is_bare(title: &Piece, next: &Piece) -> bool {
    let numbered = numbering(&title.inline.text, true).is_some();
    let announces = next.inline.text.ends_with(':');
    next.is_heading() || (!numbered && next.is_paragraph() && !announces)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    None,
    /// A link into the page.
    Link,
    /// A link with the words of a heading.
    Heading,
    /// Words of a heading without a link.
    Words,
}

/// Says what kind of entry a piece would be; `headings` are the comparison forms of all headings.
fn entry(piece: &Piece, headings: &BTreeSet<String>) -> Entry {
    if !matches!(piece.role, Role::Block { .. }) {
        return Entry::None;
    }
    let inline = &piece.inline;
    let linked = inline.covered_by(|kind| matches!(kind, MarkKind::Link(_)));
    let repeats = || headings.contains(&normalise_heading(&inline.text));
    if !linked {
        return if repeats() { Entry::Words } else { Entry::None };
    }
    if repeats() {
        return Entry::Heading;
    }
    let inner = inline
        .marks
        .iter()
        .any(|mark| matches!(&mark.kind, MarkKind::Link(target) if target.starts_with('#')));
    if inner { Entry::Link } else { Entry::None }
}
