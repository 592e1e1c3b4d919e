//! Security measures the policy promises.

use super::Facts;
use crate::{
    languages::security::{MEASURES, READERS_DUTY, UNPROTECTED},
    words::{
        Words,
        text::{Passage, Sentence},
    },
};
use model::{Measure, Statement};

pub(super) fn read(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    let measures = MEASURES.find_all(words);
    for (measure, cue) in measures.filter_map(|(key, cue)| Some((Measure::from_key(key)?, cue))) {
        // One negated measure in a sentence makes its other words about the exception.
        let negated = (cue.start..cue.end).any(|i| words.is_negated(i)) || words.has(&UNPROTECTED);
        let question = words.text().ends_with('?');
        if !negated && !question && !words.is(0, &READERS_DUTY) {
            facts.add(Statement::SecurityMeasure { measure }, passage, sentence);
        }
    }
}

/// True where the sentence names this measure, promised or not.
pub(super) fn names(words: &Words<'_>, measure: Measure) -> bool {
    MEASURES.names(words, measure.key())
}
