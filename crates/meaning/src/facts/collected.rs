//! The statements that are found, each once.

use std::collections::BTreeSet;

use crate::words::text::{Passage, Sentence};
use model::{Fact, Period, Statement};
use text::sorting::sort_by_key;

/// A fact with its place, for reading order.
struct Found {
    fact: Fact,
    at: (usize, usize),
}

/// Collects facts and keeps the first of those that say the same.
#[derive(Default)]
pub(super) struct Facts {
    found: Vec<Found>,
    said: BTreeSet<Statement>,
}

impl Facts {
    /// Adds what this sentence says, unless another one said it already.
    pub(super) fn add(
        &mut self,
        statement: Statement,
        passage: &Passage<'_>,
        sentence: &Sentence<'_>,
    ) {
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

    pub(super) fn push(&mut self, fact: Fact, at: (usize, usize)) {
        if self.said.insert(folded(&fact.statement)) {
            self.found.push(Found { fact, at });
        }
    }

    /// What was collected, in reading order.
    pub(super) fn in_order(mut self) -> Vec<Fact> {
        sort_by_key(&mut self.found, |f| f.at);
        self.found.into_iter().map(|f| f.fact).collect()
    }
}

/// The statement with all words in lower case: those that are equal then say the same.
pub(crate) fn folded(statement: &Statement) -> Statement {
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
