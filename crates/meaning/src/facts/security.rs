//! Security measures the policy promises.

use super::Facts;
use crate::{
    languages::security::{MEASURES, READERS_DUTY, UNPROTECTED},
    words::{
        Words,
        text::{Passage, Sentence},
    },
};
use model::FactKind;

pub(super) fn read(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    for (measure, cue) in MEASURES.find_all(words) {
        // One negated measure in a sentence makes its other words about the exception.
        let negated = (cue.start..cue.end).any(|i| words.is_negated(i)) || words.has(&UNPROTECTED);
        let question = words.text().ends_with('?');
        if !negated && !question && !words.is(0, &READERS_DUTY) {
            facts.add(FactKind::SecurityMeasure, measure, None, passage, sentence);
        }
    }
}

/// True where the sentence names this measure, promised or not.
pub(super) fn names(words: &Words<'_>, measure: &str) -> bool {
    MEASURES.names(words, measure)
}
