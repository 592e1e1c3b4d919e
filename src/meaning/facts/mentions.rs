//! Whether a document speaks of a fact at all.
//!
//! A fact may be read in one version and missed in the other. Before anything is called new or
//! gone, the other version is searched for its mere words: silence there is the proof.

use super::{legal_bases, rights, security, statements, transfers};
use crate::{
    document::{Document, MarkKind},
    meaning::{
        model::{Fact, FactKind},
        pairs::span,
        text::{Sentence, Text},
        words::Words,
    },
};

/// True where the text names the fact's value, whatever it says about it.
pub(in crate::meaning) fn is_mentioned(text: &Text<'_>, fact: &Fact) -> bool {
    if contains(text.document, &fact.evidence.quote) {
        return true;
    }
    let any = |test: &dyn Fn(&Words<'_>) -> bool| {
        text.sentences()
            .any(|(_, s): (_, &Sentence<'_>)| test(&s.words))
    };
    let value = fact.value.as_str();
    match fact.kind {
        FactKind::Contact => contains(text.document, value) || links_to(text.document, value),
        FactKind::Recipient => contains(text.document, value),
        FactKind::Retention if span(value).is_empty() => contains(text.document, value),
        FactKind::Retention if span(value) == "indefinitely" => {
            contains(text.document, "indefinitely") || contains(text.document, "forever")
        }
        FactKind::Retention => contains(text.document, &span(value)),
        FactKind::Right => any(&|w| rights::rights_named(w).iter().any(|r| r.key() == value)),
        FactKind::LegalBasis => any(&|w| legal_bases::names(w, value)),
        FactKind::Transfer => any(&|w| transfers::names(w, value)),
        FactKind::SecurityMeasure => any(&|w| security::names(w, value)),
        kind => any(&|w| statements::speaks_of(w, kind, value)),
    }
}

fn contains(document: &Document, words: &str) -> bool {
    let words = words.to_lowercase();
    document
        .blocks
        .iter()
        .any(|b| b.text.to_lowercase().contains(&words))
}

fn links_to(document: &Document, address: &str) -> bool {
    let bare = address
        .trim_start_matches("https://")
        .trim_start_matches("http://");
    let bare = bare.trim_end_matches('/');
    let marks = document.blocks.iter().flat_map(|b| &b.marks);
    marks
        .into_iter()
        .any(|m| matches!(&m.kind, MarkKind::Link(t) if t.contains(bare)))
}
