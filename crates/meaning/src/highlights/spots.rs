//! Where in a policy something changed: an edit with its place and its weight.

use super::{
    edits::{Edit, Piece},
    ground::Ground,
    ranking::weigh,
};
use crate::words::Words;
use model::{Change, ChangeId, SectionId};

/// An edit that may be quoted for its section.
pub(super) struct Spot<'v> {
    pub(super) change: ChangeId,
    pub(super) edit: Edit<'v>,
    /// The piece of it that matters most.
    pub(super) piece: Piece,
    /// How much it matters.
    pub(super) score: u32,
}

/// The section where a reader looks for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    New(SectionId),
    /// A section of the old version that has no successor.
    Gone(SectionId),
}

/// An edit with what matters in it.
pub(super) fn spot(change: ChangeId, edit: Edit<'_>) -> Spot<'_> {
    let sentence = weigh(edit.sentence());
    let pieces = edit.pieces.iter().map(|p| {
        let changed = [p.deleted.as_str(), " ", p.inserted.as_str()].concat();
        let weight = if changed.trim() == edit.sentence().text() {
            sentence
        } else {
            weigh(&Words::new(&changed, edit.language))
        };
        (weight, changed.split_whitespace().count(), p)
    });
    let pieces: Vec<_> = pieces.collect();
    let words: usize = pieces.iter().map(|(_, count, _)| count).sum();
    let changed: u32 = pieces.iter().map(|(weight, _, _)| weight).sum();
    let best = pieces
        .iter()
        .max_by_key(|(weight, count, _)| (*weight, *count));
    let piece = best.map(|(_, _, p)| (*p).clone()).unwrap_or_default();
    // What changed counts in full, what stands around it by a third; length counts by its
    // logarithm, so that long boilerplate does not outrank a short clause that matters.
    let score = changed * 3 + sentence + 2 * (words + 1).ilog2().min(6);
    Spot {
        change,
        edit,
        piece,
        score,
    }
}

/// Where a change is shown: its new section, or the successor of its old one.
pub(super) fn place(ground: &Ground<'_, '_>, change: &Change) -> Option<Place> {
    if let Some(block) = change.new.first() {
        return ground
            .new
            .document
            .blocks
            .get(block.index())
            .map(|b| Place::New(b.section));
    }
    let block = change
        .old
        .first()
        .and_then(|b| ground.old.document.blocks.get(b.index()))?;
    let links = ground
        .comparison
        .sections
        .links
        .iter()
        .filter(|l| l.old == block.section);
    let successor = links
        .max_by(|a, b| a.share_old.total_cmp(&b.share_old))
        .map(|l| l.new);
    Some(successor.map_or(Place::Gone(block.section), Place::New))
}
