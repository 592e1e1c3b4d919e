//! Whether a document speaks of a fact at all.
//!
//! A fact may be read in one version and missed in the other. Before anything is called new or
//! gone, the other version is searched for its mere words: silence there is the proof.

use super::{legal_bases, names, rights, security, statements, transfers};
use crate::{
    pairs::span,
    words::{
        Words,
        text::{Sentence, Text},
    },
};
use model::{Document, Fact, FactKind, MarkKind};

/// True where the text names the fact's value, whatever it says about it.
pub(crate) fn is_mentioned(text: &Text<'_>, fact: &Fact) -> bool {
    if contains(text, &fact.evidence.quote) {
        return true;
    }
    let any = |test: &dyn Fn(&Words<'_>) -> bool| {
        text.sentences()
            .any(|(_, s): (_, &Sentence<'_>)| test(&s.words))
    };
    let value = fact.value.as_str();
    match fact.kind {
        FactKind::Contact => contains(text, value) || links_to(text.document, value),
        FactKind::Recipient => contains(
            text,
            without_ending(names::without_form(text.language, value)),
        ),
        FactKind::Retention if span(value).is_empty() => contains(text, value),
        FactKind::Retention if span(value) == "indefinitely" => {
            contains(text, "indefinitely") || contains(text, "forever")
        }
        FactKind::Retention => contains(text, &span(value)),
        FactKind::Right => names_right(text, value),
        FactKind::LegalBasis => any(&|w| legal_bases::names(w, value)),
        FactKind::Transfer => any(&|w| transfers::names(w, value)),
        FactKind::SecurityMeasure => any(&|w| security::names(w, value)),
        kind => any(&|w| statements::speaks_of(w, kind, value)),
    }
}

/// A name without the ending of an address: "Acme.com" is Acme.
fn without_ending(name: &str) -> &str {
    let cut = name.split_once('.').map_or(name, |(first, _)| first);
    if cut.len() > 2 { cut } else { name }
}

pub(super) fn contains(text: &Text<'_>, words: &str) -> bool {
    text.lower().contains(&words.to_lowercase())
}

fn names_right(text: &Text<'_>, key: &str) -> bool {
    let named = text.rights.get_or_init(|| {
        let mut all: Vec<_> = text
            .sentences()
            .flat_map(|(_, s)| rights::rights_touched(&s.words))
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    });
    named.iter().any(|r| r.key() == key)
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
