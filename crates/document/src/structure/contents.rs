//! Tables of contents: lists that only repeat the document's own headings.
//!
//! They are page chrome. As blocks they would make every renamed heading two changes, and as
//! headings in plain text they would double every section.

use crate::normal::{normalise_heading, numbering};
use crate::piece::{Piece, Role};
use ::text::lists::CONTENTS;
use model::MarkKind;
use std::collections::BTreeSet;

/// Entries from which a run of links is a table of contents rather than two references.
const SHORTEST: usize = 3;

/// Leaves out tables of contents.
pub(crate) fn drop(pieces: Vec<Piece>) -> Vec<Piece> {
    let headings: BTreeSet<String> = pieces
        .iter()
        .filter(|piece| piece.is_heading())
        .map(|piece| normalise_heading(&piece.inline.text))
        .collect();
    let kinds: Vec<Entry> = pieces.iter().map(|piece| entry(piece, &headings)).collect();
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
        // Links into the page say what they are; bare words have to repeat headings one by one.
        let is_contents = if of(Entry::Words) > 0 {
            repeats == length
        } else {
            repeats * 2 >= length
        };
        if length >= SHORTEST && is_contents {
            keep.iter_mut()
                .skip(at)
                .take(length)
                .for_each(|k| *k = false);
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

/// "Back to top", "Skip to content": a link into the page that says so.
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

/// A title over a table of contents goes with it, and one whose list the page's reader has left
/// out before: over nothing, or over text that is no list.
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

fn is_bare(title: &Piece, next: &Piece) -> bool {
    let numbered = numbering(&title.inline.text, true).is_some();
    let announces = next.inline.text.ends_with(':');
    next.is_heading() || (!numbered && next.is_paragraph() && !announces)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    None,
    /// Only a link into the page.
    Link,
    /// A link with the words of a heading.
    Heading,
    /// A list item with the words of a heading.
    Words,
}

fn entry(piece: &Piece, headings: &BTreeSet<String>) -> Entry {
    if !matches!(piece.role, Role::Block { .. }) {
        return Entry::None;
    }
    let inline = &piece.inline;
    let linked = inline.covered_by(|kind| matches!(kind, MarkKind::Link(_)));
    let repeats = || headings.contains(&normalise_heading(&inline.text));
    if !linked {
        let is_item = !piece.is_paragraph() && repeats();
        return if is_item { Entry::Words } else { Entry::None };
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
