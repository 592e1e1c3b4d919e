//! The changes worth telling first, each in one sentence that rests on what it names.
//!
//! Two sources: typed facts, which can be stated ("Data is kept 38 months"), and reworded,
//! new or missing sentences, which are quoted. Facts come first because they need no reading
//! between the lines; quotes are ranked by what they speak of.

mod controllers;
mod edits;
mod examples;
mod modality;
mod passages;
mod periods;
mod quotes;
mod signals;
mod statements;
mod stock;
mod wording;

use super::{
    languages::Language,
    model::{FactChange, Highlight, Reading, Returned, Topic},
    text::Text,
};
use crate::{
    compare::{ChangeId, ChangeKind, Comparison},
    document::{BlockId, Evidence},
};

/// Everything a headline can rest on.
pub(super) struct Ground<'a, 'd> {
    pub(super) old: &'a Text<'d>,
    pub(super) new: &'a Text<'d>,
    pub(super) comparison: &'a Comparison,
    pub(super) old_reading: &'a Reading,
    pub(super) new_reading: &'a Reading,
    pub(super) facts: &'a [FactChange],
    /// Passages that are back to the words of an earlier version.
    pub(super) returned: &'a [Returned],
    /// The languages of both documents.
    pub(super) languages: Vec<Language<'d>>,
    /// Topics by change.
    pub(super) topics: &'a [Vec<Topic>],
    /// The change of each block, by block position.
    pub(super) of_old: Vec<Option<ChangeId>>,
    /// The same for the new document.
    pub(super) of_new: Vec<Option<ChangeId>>,
}

/// A highlight with how much it matters; only the order among candidates counts.
struct Candidate {
    importance: u32,
    highlight: Highlight,
}

/// Most important first.
pub(super) fn highlights(ground: &Ground<'_, '_>) -> Vec<Highlight> {
    let mut candidates = statements::candidates(ground);
    candidates.extend(passages::candidates(ground));
    candidates.extend(passages::terms(ground));
    candidates.extend(controllers::candidates(ground));
    candidates.extend(signals::candidates(ground));
    // A stable sort: equals stay in the order of the new text.
    candidates.sort_by_key(|c| u32::MAX - c.importance);
    candidates.into_iter().map(|c| c.highlight).collect()
}

impl Ground<'_, '_> {
    /// The change that carries this evidence of the old or the new document, if its words
    /// changed at all.
    fn change_of(&self, evidence: &Evidence, is_new: bool) -> Option<ChangeId> {
        let map = if is_new { &self.of_new } else { &self.of_old };
        evidence
            .block
            .and_then(|b| map.get(b.index()).copied().flatten())
    }

    /// True where the words under this change are the same in both versions.
    fn is_same_text(&self, change: ChangeId) -> bool {
        let kind = self.comparison.changes.get(change.index()).map(|c| c.kind);
        matches!(
            kind,
            Some(ChangeKind::Unchanged | ChangeKind::Moved | ChangeKind::Reformatted)
        )
    }
}

/// The change of each block.
pub(super) fn change_of_block<'c>(
    count: usize,
    blocks: impl Iterator<Item = &'c [BlockId]>,
) -> Vec<Option<ChangeId>> {
    let mut map = vec![None; count];
    for (position, blocks) in blocks.enumerate() {
        let id = ChangeId(u32::try_from(position).unwrap_or(u32::MAX));
        for block in blocks {
            if let Some(entry) = map.get_mut(block.index()) {
                *entry = Some(id);
            }
        }
    }
    map
}
