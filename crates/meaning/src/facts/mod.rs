//! Typed statements a policy makes, each with the sentence that makes it.
//!
//! One file a kind of statement. Precision comes before recall: a reader forgives a missing
//! fact, not a wrong one, so every reader looks for a whole construction (who does what to
//! which data) and stops at negations and conditions that turn it around.

mod controllers;
mod legal_bases;
mod mentions;
mod names;
mod recipients;
mod retention;
mod rights;
mod security;
mod statements;
mod transfers;

pub(super) use controllers::{Controller, controllers, names_company};
pub(super) use mentions::is_mentioned;
pub(super) use rights::rights_named;
pub(super) use statements::denies_sale;

use std::collections::BTreeSet;

use crate::words::text::{Passage, Sentence, Text};
use model::{BlockId, DateRole, Document};
use model::{Contact, ContactRole, Fact, FactKind};
use text::sorting::sort_by_key;

/// A fact with its place, for reading order.
struct Found {
    fact: Fact,
    at: (usize, usize),
}

/// Collects facts and keeps the first of those that say the same.
#[derive(Default)]
struct Facts {
    found: Vec<Found>,
    said: BTreeSet<Saying>,
}

impl Facts {
    /// Adds what this sentence says, unless another one said it already.
    fn add(
        &mut self,
        kind: FactKind,
        value: impl Into<String>,
        about: Option<String>,
        passage: &Passage<'_>,
        sentence: &Sentence<'_>,
    ) {
        let evidence = passage.evidence(sentence);
        let at = (passage.id.index(), sentence.range.start);
        self.push(
            Fact {
                kind,
                value: value.into(),
                about,
                evidence,
            },
            at,
        );
    }

    fn push(&mut self, fact: Fact, at: (usize, usize)) {
        if self.said.insert(saying(&fact)) {
            self.found.push(Found { fact, at });
        }
    }
}

/// What a fact says: kind, value and subject, letter case aside.
pub(super) type Saying = (FactKind, String, Option<String>);

/// Facts with equal sayings say the same.
pub(super) fn saying(fact: &Fact) -> Saying {
    let about = fact.about.as_deref().map(str::to_lowercase);
    (fact.kind, fact.value.to_lowercase(), about)
}

/// Facts in reading order.
pub(super) fn read(text: &Text<'_>, contacts: &[Contact]) -> Vec<Fact> {
    let mut facts = Facts::default();
    effective_date(text.document, &mut facts);
    contact_facts(contacts, &mut facts);
    let mut known = recipients::Known::new(text);
    for passage in &text.passages {
        recipients::read(text, &mut known, passage, &mut facts);
        legal_bases::read(text, passage, &mut facts);
        for sentence in &passage.sentences {
            retention::read(text, passage, sentence, &mut facts);
            transfers::read(passage, sentence, &mut facts);
            statements::read(text, passage, sentence, &mut facts);
            security::read(passage, sentence, &mut facts);
        }
    }
    rights::read(text, &mut facts);
    sort_by_key(&mut facts.found, |f| f.at);
    facts.found.into_iter().map(|f| f.fact).collect()
}

fn effective_date(document: &Document, facts: &mut Facts) {
    let Some(date) = document.effective_date else {
        return;
    };
    let mentions = document.dates.iter();
    let own = mentions.filter(|m| m.date == date && m.role != DateRole::Archived);
    let Some(mention) = own.min_by_key(|m| m.role != DateRole::Effective) else {
        return;
    };
    let at = (mention.evidence.block.map_or(0, BlockId::index), 0);
    let fact = Fact {
        kind: FactKind::EffectiveDate,
        value: date.to_string(),
        about: None,
        evidence: mention.evidence.clone(),
    };
    facts.push(fact, at);
}

/// What the recommended contact is for, as the subject of its fact.
pub(super) const REQUESTS: &str = "requests";

fn contact_facts(contacts: &[Contact], facts: &mut Facts) {
    for contact in contacts {
        let about = match contact.role {
            _ if contact.recommended => Some(REQUESTS),
            ContactRole::General => None,
            role => Some(role.key()),
        };
        let fact = Fact {
            kind: FactKind::Contact,
            value: contact.value.clone(),
            about: about.map(str::to_owned),
            evidence: contact.evidence.clone(),
        };
        facts.push(fact, (contact.evidence.block.map_or(0, BlockId::index), 0));
    }
}
