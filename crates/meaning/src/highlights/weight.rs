//! How much a sentence matters to the person whose data it is about, and what it is about.

use super::ground::Ground;
use crate::{languages::changes::MATTERS, topics::topic_of, words::Words};
use model::{ChangeId, Topic};

/// The weights of the phrases in it that matter.
pub(super) fn weigh(words: &Words<'_>) -> u32 {
    let found = MATTERS.find_all(words);
    let weights = found.map(|(weight, _)| weight.parse::<u32>());
    weights.filter_map(Result::ok).sum()
}

/// The topic of a sentence; where it has none, that of its change.
pub(super) fn topic(ground: &Ground<'_, '_>, change: ChangeId, sentence: &Words<'_>) -> Topic {
    let of_change = ground
        .topics
        .get(change.index())
        .and_then(|t| t.first())
        .copied();
    topic_of(sentence).or(of_change).unwrap_or(Topic::Other)
}
