//! Whether a document speaks of a fact at all.
//!
//! A fact may be read in one version and missed in the other. Before anything is called new or
//! gone, the other version is searched for its mere words: silence there is the proof.

use super::{
    legal_bases, names,
    retention::{is_for_good, period, period::same_span},
    rights, security, statements, transfers,
};
use crate::words::{
    Words,
    text::{Sentence, Text},
};
use model::{Document, Fact, MarkKind, Period, Right, Statement};

/// True where the text names the fact's value, whatever it says about it.
pub(crate) fn is_mentioned(text: &Text<'_>, fact: &Fact) -> bool {
    if contains(text, &fact.evidence.quote) {
        return true;
    }
    let any = |test: &dyn Fn(&Words<'_>) -> bool| {
        text.sentences()
            .any(|(_, s): (_, &Sentence<'_>)| test(&s.words))
    };
    match &fact.statement {
        Statement::Contact { address, .. } => {
            contains(text, address) || links_to(text.document, address)
        }
        Statement::Recipient { name } => contains(
            text,
            without_ending(names::without_form(text.language, name)),
        ),
        Statement::Retention(retention) => match &retention.period {
            Period::Event { written } => contains(text, written),
            period => any(&|w| names_period(w, period)),
        },
        Statement::Right { right } => names_right(text, *right),
        Statement::LegalBasis { basis } => any(&|w| legal_bases::names(w, *basis)),
        Statement::Transfer { transfer } => any(&|w| transfers::names(w, transfer)),
        Statement::SecurityMeasure { measure } => any(&|w| security::names(w, *measure)),
        statement => any(&|w| statements::speaks_of(w, statement)),
    }
}

/// True where the sentence has the same span of time, whatever it is said of.
fn names_period(words: &Words<'_>, sought: &Period) -> bool {
    period::all(words).any(|(at, found)| same_span(&found, sought) && !is_for_good(words, &at))
}

/// A name without the ending of an address: "Acme.com" is Acme.
fn without_ending(name: &str) -> &str {
    let cut = name.split_once('.').map_or(name, |(first, _)| first);
    if cut.len() > 2 { cut } else { name }
}

pub(super) fn contains(text: &Text<'_>, words: &str) -> bool {
    text.lower().contains(&words.to_lowercase())
}

fn names_right(text: &Text<'_>, right: Right) -> bool {
    let named = text.rights.get_or_init(|| {
        let mut all: Vec<_> = text
            .sentences()
            .flat_map(|(_, s)| rights::rights_touched(&s.words))
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    });
    named.contains(&right)
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
