//! Legal bases the policy says it relies on (Article 6(1) GDPR and its like).

use super::Facts;
use crate::meaning::{
    languages::bases::{ABSTRACT, BASES, CONTEXT, OUTRIGHT},
    model::FactKind,
    text::{Passage, Text},
    words::Words,
};

pub(super) fn read(text: &Text<'_>, passage: &Passage<'_>, facts: &mut Facts) {
    let lead = text.lead(passage);
    let by_lead = lead.is_some_and(|l| l.sentences.last().is_some_and(|s| s.words.has(&CONTEXT)));
    let by_heading = passage.heading.has(&CONTEXT);
    for sentence in &passage.sentences {
        let words = &sentence.words;
        let listed = by_heading || by_lead || words.has(&CONTEXT);
        let table = if listed { &BASES } else { &OUTRIGHT };
        if !by_heading && !by_lead && words.has(&ABSTRACT) {
            continue;
        }
        for (basis, cue) in table.find_all(words) {
            if !words.is_negated(cue.start) {
                facts.add(FactKind::LegalBasis, basis, None, passage, sentence);
            }
        }
    }
}

/// True where the sentence names this basis, relied on or not.
pub(super) fn names(words: &Words<'_>, basis: &str) -> bool {
    BASES.names(words, basis)
}
