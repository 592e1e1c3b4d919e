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
pub(super) use retention::period::same_span;
pub(super) use rights::rights_named;
pub(super) use statements::denies_sale;

use std::collections::BTreeSet;

use crate::words::text::{Passage, Sentence, Text};
use model::{BlockId, Contact, ContactRole, DateRole, Document, Fact, Period, Purpose, Statement};
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
    said: BTreeSet<Statement>,
}

impl Facts {
    /// Adds what this sentence says, unless another one said it already.
    fn add(&mut self, statement: Statement, passage: &Passage<'_>, sentence: &Sentence<'_>) {
        let evidence = passage.evidence(sentence);
        let at = (passage.id.index(), sentence.range.start);
        self.push(
            Fact {
                statement,
                evidence,
            },
            at,
        );
    }

    fn push(&mut self, fact: Fact, at: (usize, usize)) {
        if self.said.insert(folded(&fact.statement)) {
            self.found.push(Found { fact, at });
        }
    }
}

/// The statement with all words in lower case: those that are equal then say the same.
pub(super) fn folded(statement: &Statement) -> Statement {
    let mut folded = statement.clone();
    let fold = |text: &mut String| *text = text.to_lowercase();
    match &mut folded {
        Statement::Contact { address: text, .. }
        | Statement::Recipient { name: text }
        | Statement::Authority { name: text } => fold(text),
        Statement::Retention(retention) => {
            let (Period::Span { written, .. }
            | Period::Event { written }
            | Period::Endless { written }) = &mut retention.period;
            fold(written);
            retention.of.iter_mut().for_each(fold);
        }
        _ => {}
    }
    folded
}

/// Facts in reading order.
pub(super) fn read(text: &Text<'_>, contacts: &[Contact]) -> Vec<Fact> {
    let mut facts = Facts::default();
    effective_date(text.document, &mut facts);
    contact_facts(contacts, &mut facts);
    recipients::read(text, &mut facts);
    for passage in &text.passages {
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
        statement: Statement::EffectiveDate { date },
        evidence: mention.evidence.clone(),
    };
    facts.push(fact, at);
}

fn contact_facts(contacts: &[Contact], facts: &mut Facts) {
    for contact in contacts {
        let fact = Fact {
            statement: Statement::Contact {
                address: contact.value.clone(),
                purpose: purpose(contact),
            },
            evidence: contact.evidence.clone(),
        };
        facts.push(fact, (contact.evidence.block.map_or(0, BlockId::index), 0));
    }
}

fn purpose(contact: &Contact) -> Purpose {
    match contact.role {
        _ if contact.recommended => Purpose::Requests,
        ContactRole::Privacy => Purpose::Privacy,
        ContactRole::Dpo => Purpose::Dpo,
        ContactRole::EuRepresentative => Purpose::EuRepresentative,
        ContactRole::UkRepresentative => Purpose::UkRepresentative,
        ContactRole::Security => Purpose::Security,
        ContactRole::General => Purpose::General,
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        cue::{phrases::Cues, vocabulary::Vocabularies},
        languages::{bases, periods, rights, security, transfers},
    };
    use model::{Bound, LegalBasis, Measure, Right, Safeguard, Unit};

    #[test]
    fn every_key_of_a_vocabulary_is_a_value() {
        for vocabulary in Vocabularies::built_in().all() {
            let all = |table: &Cues, is_known: fn(&str) -> bool| {
                let phrases = vocabulary.cues(table.place());
                let mut keys = phrases.map(|phrase| vocabulary.key(phrase));
                assert_eq!(keys.find(|key| !is_known(key)), None);
            };
            for table in [&rights::RIGHTS, &rights::NAMES, &rights::VERBS] {
                all(table, |key| Right::from_key(key).is_some());
            }
            for table in [&bases::BASES, &bases::NAMES, &bases::OUTRIGHT] {
                all(table, |key| LegalBasis::from_key(key).is_some());
            }
            all(&periods::UNITS, |key| Unit::from_key(key).is_some());
            all(&periods::BOUNDS, |key| Bound::from_key(key).is_some());
            all(&security::MEASURES, |key| Measure::from_key(key).is_some());
            all(&transfers::SAFEGUARDS, |key| {
                Safeguard::from_key(key).is_some()
            });
        }
    }
}
