//! Security measures the policy promises.

use super::Facts;
use crate::meaning::{
    model::FactKind,
    phrases::{Cues, Phrases},
    text::{Passage, Sentence},
    words::Words,
};

static MEASURES: Cues<&'static str> = Cues::new(&[
    (
        "encryption in transit",
        "encrypt* _8 transit|transmit*|transmission|transport|sent|https|tls|ssl",
    ),
    (
        "encryption in transit",
        "transmit*|transmission|transit _8 encrypt*",
    ),
    ("encryption in transit", "tls|ssl|https _3 encrypt*"),
    ("encryption in transit", "secure sockets|socket layer"),
    ("encryption at rest", "encrypt* _4 at rest"),
    ("encryption at rest", "at rest _4 encrypted"),
    (
        "encryption at rest",
        "database*|backup*|disks|storage|drives _3 encrypted",
    ),
    (
        "restricted access",
        "only _2 employees|personnel|staff|people|representatives|those _10 need*|access",
    ),
    (
        "restricted access",
        "access to|is|are _6 restrict*|limited|controlled _6 employees|personnel|internally|need*|tightly?",
    ),
    (
        "restricted access",
        "restrict|limit access to _6 employees|personnel|staff|those",
    ),
    (
        "organisational safeguards",
        "physical|technical|administrative|electronic|organizational|organisational _6 safeguards|measures|controls",
    ),
    (
        "two-factor authentication",
        "two|multi factor authentication",
    ),
    ("ISO 27001", "iso _2 27001"),
    ("SOC 2", "soc 2"),
    (
        "security audits",
        "regular|periodic|independent|third|annual _3 audits|assessments|pen|penetration",
    ),
    ("pseudonymisation", "pseudonymi*"),
]);

pub(super) fn read(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    for (measure, cue) in MEASURES.find_all(words) {
        // One negated measure in a sentence makes its other words about the exception.
        let negated = (cue.start..cue.end).any(|i| words.is_negated(i)) || words.has(&UNPROTECTED);
        let question = words.text().ends_with('?');
        if !negated && !question && !is_readers_duty(words.lower(0)) {
            facts.add(FactKind::SecurityMeasure, measure, None, passage, sentence);
        }
    }
}

static UNPROTECTED: Phrases = Phrases::new(&[
    "no|not|cannot|can't|never _1 guarantee*|ensure|promise",
    "not|isn't|aren't|never _1 encrypted",
    "unencrypted",
]);

/// "You should use two-factor authentication" promises nothing.
fn is_readers_duty(first: &str) -> bool {
    matches!(first, "you" | "please" | "if" | "your")
}

/// True where the sentence names this measure, promised or not.
pub(super) fn names(words: &Words<'_>, measure: &str) -> bool {
    MEASURES
        .find_all(words)
        .iter()
        .any(|(named, _)| *named == measure)
}
