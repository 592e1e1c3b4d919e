//! What a headline can rest on, and what it becomes.

use super::stock::Stock;
use crate::{
    headlines::Headlines,
    topics::topic_of,
    words::{
        Dictionary, Words,
        text::{Cutter, Text},
    },
};
use model::{
    BlockId, ChangeId, ChangeKind, Comparison, Evidence, FactChange, Highlight, Reading, Returned,
    Topic,
};

/// Everything a headline can rest on.
pub(crate) struct Ground<'a, 'd> {
    pub(crate) cutter: &'a Cutter<'d>,
    pub(crate) old: &'a Text<'d>,
    pub(crate) new: &'a Text<'d>,
    /// What every sentence of either version says.
    pub(crate) stock: Stock<'a, 'd>,
    pub(crate) comparison: &'a Comparison,
    pub(crate) old_reading: &'a Reading,
    pub(crate) new_reading: &'a Reading,
    pub(crate) facts: &'a [FactChange],
    /// Passages that are back to the words of an earlier version.
    pub(crate) returned: &'a [Returned],
    /// What headlines say, in their language.
    pub(crate) headlines: Headlines<'d>,
    /// Topics by change.
    pub(crate) topics: &'a [Vec<Topic>],
    /// The change of each block, by block position.
    pub(crate) of_old: Vec<Option<ChangeId>>,
    /// The same for the new document.
    pub(crate) of_new: Vec<Option<ChangeId>>,
}

/// A highlight with how much it matters; only the order among candidates counts.
pub(super) struct Candidate {
    pub(super) importance: u32,
    pub(super) highlight: Highlight,
}

impl<'d> Ground<'_, 'd> {
    /// The change that carries this evidence of the old or the new document, if its words
    /// changed at all.
    pub(super) fn change_of(&self, evidence: &Evidence, is_new: bool) -> Option<ChangeId> {
        let map = if is_new { &self.of_new } else { &self.of_old };
        evidence
            .block
            .and_then(|b| map.get(b.index()).copied().flatten())
    }

    /// True where the words under this change are the same in both versions.
    pub(super) fn is_same_text(&self, change: ChangeId) -> bool {
        let kind = self.comparison.changes.get(change.index()).map(|c| c.kind);
        matches!(
            kind,
            Some(ChangeKind::Unchanged | ChangeKind::Moved | ChangeKind::Reformatted)
        )
    }

    /// The topic of a sentence of this change; where it has none, that of the change.
    pub(super) fn topic(&self, change: ChangeId, sentence: &Words<'_>) -> Topic {
        let of_change = self.topics.get(change.index()).and_then(|t| t.first());
        let topic = topic_of(sentence).or(of_change.copied());
        topic.unwrap_or(Topic::Other)
    }

    /// The language of the passage that this evidence of the old or the new document is from.
    pub(super) fn language_of(&self, evidence: &Evidence, is_new: bool) -> Dictionary<'d> {
        let text = if is_new { self.new } else { self.old };
        let passage = evidence.block.and_then(|b| text.passages.get(b.index()));
        passage.map_or(text.language, |p| p.language)
    }

    /// A highlight in the language of the headlines.
    pub(super) fn highlight(
        &self,
        headline: String,
        topic: Topic,
        changes: Vec<ChangeId>,
        facts: Vec<usize>,
    ) -> Highlight {
        Highlight {
            headline,
            language: self.headlines.language().into(),
            topic,
            changes,
            facts,
        }
    }
}

/// The change of each block.
pub(crate) fn change_of_block<'c>(
    count: usize,
    blocks: impl Iterator<Item = &'c [BlockId]>,
) -> Vec<Option<ChangeId>> {
    let mut map = vec![None; count];
    for (id, blocks) in (0..).map(ChangeId).zip(blocks) {
        for block in blocks {
            if let Some(entry) = map.get_mut(block.index()) {
                *entry = Some(id);
            }
        }
    }
    map
}
