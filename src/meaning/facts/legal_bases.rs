//! Legal bases the policy says it relies on (Article 6(1) GDPR and its like).

use super::Facts;
use crate::meaning::{
    model::FactKind,
    phrases::{Cues, Phrases},
    text::{Passage, Text},
    words::Words,
};

/// Bases, by the words used where bases are listed.
static BASES: Cues<&'static str> = Cues::new(&[
    ("consent", "consent"),
    (
        "contract",
        "perform*|performance|fulfil*|enter*|necessary _6 contract*|agreement*",
    ),
    ("contract", "contractual necessity|obligation*|performance"),
    ("contract", "execution|provision of _4 contract"),
    (
        "legal-obligation",
        "legal|regulatory|statutory _3 obligation*|requirement*|duty",
    ),
    (
        "legal-obligation",
        "comply|compliance with _3 law|laws|legal",
    ),
    ("vital-interests", "vital interest*"),
    ("public-task", "public interest*|task*"),
    ("public-task", "official authority"),
    ("legitimate-interests", "legitimate _2 interest*"),
]);

/// Words that make a sentence, a heading or an introduction one about legal bases.
static CONTEXT: Phrases = Phrases::new(&[
    "legal|lawful basis|bases|ground|grounds|justification*",
    "bases|basis|grounds for _2 processing|collecting|using",
    "article|art 6",
    "rechtsgrundlage*",
    "base|bases légale|légales|juridique",
]);

/// Statements of a basis that need no such surroundings.
static OUTRIGHT: Cues<&'static str> = Cues::new(&[
    (
        "legitimate-interests",
        "we|our|us _3 legitimate _1 interest*",
    ),
    (
        "legitimate-interests",
        "based on|upon _3 legitimate _1 interest*",
    ),
    ("legitimate-interests", "legitimate _1 interest* of|in"),
    ("consent", "based on|upon your _2 consent"),
    ("consent", "on the basis of your _2 consent"),
    (
        "consent",
        "only _4 if|with you _2 give? _1 your? express|explicit consent",
    ),
    (
        "consent",
        "where|if you have given|provided us? your? _1 consent",
    ),
    ("consent", "rely on _2 consent"),
]);

/// Talk about bases in general, or about what a right depends on.
static ABSTRACT: Phrases = Phrases::new(&[
    "right|rights|decision|object",
    "withdraw*|withdrawal",
    "without|other than|not|override _3 consent",
]);

pub(super) fn read(text: &Text<'_>, passage: &Passage<'_>, facts: &mut Facts) {
    let lead = text.lead(passage);
    let by_lead = lead.is_some_and(|l| l.sentences.last().is_some_and(|s| s.words.has(&CONTEXT)));
    let by_heading = passage.heading.has(&CONTEXT);
    for sentence in &passage.sentences {
        let words = &sentence.words;
        let listed = by_heading || by_lead || words.has(&CONTEXT);
        let table = if listed { &BASES } else { &OUTRIGHT };
        if !listed && words.has(&ABSTRACT) {
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
    BASES
        .find_all(words)
        .iter()
        .any(|(named, _)| *named == basis)
}
