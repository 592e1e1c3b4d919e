//! The sentences of the summary.

use std::collections::BTreeSet;

use super::{Wording, plural};
use messages::Locale;
use model::{Comparison, Contact, Extent, Highlight, Limit, Meaning, Reading, Term};

/// How many words came and went.
#[must_use]
pub fn amount(comparison: &Comparison, wording: Wording) -> String {
    let totals = &comparison.totals;
    if totals.words_deleted == 0 && totals.words_inserted == 0 {
        return wording.locale.same_words().to_owned();
    }
    wording.locale.word_counts(
        &wording.words(totals.words_deleted),
        &wording.words(totals.words_inserted),
    )
}

/// A term that was replaced throughout, with what is known of the new one beside the old one and
/// the definitions that say so.
#[must_use]
pub fn term(term: &Term, locale: Locale) -> String {
    let mut line = locale.term(&term.old, &term.new, plural(term.count));
    if let Some(relation) = &term.relation {
        line.push_str("; ");
        line.push_str(match relation.extent {
            Extent::Broader => locale.term_broader(),
            Extent::Narrower => locale.term_narrower(),
        });
        if let Some(source) = &relation.source {
            line.push_str(&[" (", source, ")"].concat());
        }
    }
    line
}

/// Where requests went and where they go now, which is what a reader needs most often.
#[must_use]
pub fn contact(meaning: &Meaning, locale: Locale) -> String {
    let value = |reading: &Reading| recommended(reading).map(|contact| contact.value.clone());
    match (value(&meaning.old), value(&meaning.new)) {
        (Some(old), Some(new)) if old == new => locale.contact_same(&new),
        (Some(old), Some(new)) => locale.contact_changed(&old, &new),
        (None, Some(new)) => locale.contact_new(&new),
        (Some(old), None) => locale.contact_gone(&old),
        (None, None) => locale.contact_none().to_owned(),
    }
}

/// What it means for the reader that a bound on the work was reached.
#[must_use]
pub fn limit_note(limit: Limit, locale: Locale) -> &'static str {
    match limit {
        Limit::Passages => locale.limit_passages(),
        Limit::Words => locale.limit_words(),
    }
}

/// The statements behind a highlight in the policy's own words, each once, the old before the new
/// one of each; `true`: from the new version.
#[must_use]
pub fn quotes<'a>(meaning: &'a Meaning, highlight: &Highlight) -> Vec<(bool, &'a str)> {
    let mut quotes = Vec::new();
    for at in &highlight.facts {
        let change = &meaning.facts[*at];
        let old = change.old.map(|at| &meaning.old.facts[at]);
        let new = change.new.map(|at| &meaning.new.facts[at]);
        quotes.extend(old.map(|fact| (false, fact.evidence.quote.as_str())));
        quotes.extend(new.map(|fact| (true, fact.evidence.quote.as_str())));
    }
    let mut seen = BTreeSet::new();
    quotes.retain(|quote| seen.insert(*quote));
    quotes
}

fn recommended(reading: &Reading) -> Option<&Contact> {
    reading.contacts.iter().find(|contact| contact.recommended)
}
