//! What comes before the text: dates, counts, what matters most, facts and terms.

use std::collections::BTreeSet;

use super::{
    comparison::{Pair, number},
    facts,
    page::{Element, Span, plain},
    reading::reading_of_both,
};
use messages::Locale;
use model::{
    Change, Contact, Document, Fact, FactChange, FactStatus, Highlight, Limit, Op, Reading,
};

/// Quotations under one headline: where it rests on more, the text below has them all.
const QUOTES: usize = 4;

pub(super) fn write(pair: &Pair<'_>) -> Vec<Element> {
    let mut elements = Vec::new();
    versions(pair, &mut elements);
    if pair.comparison.is_identical() {
        elements.push(Element::Paragraph(plain(pair.locale.report_identical())));
        return elements;
    }
    counts(pair, &mut elements);
    reading(pair, &mut elements);
    highlights(pair, &mut elements);
    requests(pair, &mut elements);
    fact_changes(pair, &mut elements);
    terms(pair, &mut elements);
    problems(pair, &mut elements);
    elements
}

/// What it means for the reader that a bound on the work was reached.
#[must_use]
pub fn limit_note(limit: Limit, locale: Locale) -> &'static str {
    match limit {
        Limit::Passages => locale.report_limit_passages(),
        Limit::Words => locale.report_limit_words(),
    }
}

fn problems(pair: &Pair<'_>, elements: &mut Vec<Element>) {
    let limits = &pair.comparison.problems;
    if limits.is_empty() {
        return;
    }
    elements.push(Element::heading(pair.locale.report_limits()));
    let notes = limits.iter().map(|&limit| limit_note(limit, pair.locale));
    elements.extend(notes.map(|note| Element::Item(plain(note))));
}

fn versions(pair: &Pair<'_>, elements: &mut Vec<Element>) {
    let totals = &pair.comparison.totals;
    let locale = pair.locale;
    let line = |document: &Document, words: usize| {
        let date = date(document, locale);
        (date, locale.report_words(number(words)))
    };
    let (date, words) = line(pair.old, totals.words_old);
    elements.push(Element::Item(plain(
        locale.report_old_version(&date, &words),
    )));
    let (date, words) = line(pair.new, totals.words_new);
    elements.push(Element::Item(plain(
        locale.report_new_version(&date, &words),
    )));
}

fn date(document: &Document, locale: Locale) -> String {
    document.effective_date.map_or_else(
        || locale.report_no_date().to_owned(),
        |date| date.to_string(),
    )
}

fn counts(pair: &Pair<'_>, elements: &mut Vec<Element>) {
    let totals = &pair.comparison.totals;
    let text = if totals.words_deleted == 0 && totals.words_inserted == 0 {
        pair.locale.report_same_words().to_owned()
    } else {
        pair.locale.report_word_counts(
            &pair.locale.report_words(number(totals.words_deleted)),
            &pair.locale.report_words(number(totals.words_inserted)),
        )
    };
    elements.push(Element::Paragraph(plain(text)));
}

/// How long and how hard the two versions are to read.
fn reading(pair: &Pair<'_>, elements: &mut Vec<Element>) {
    let (old, new) = (&pair.meaning.old.help, &pair.meaning.new.help);
    let lines = reading_of_both(old, new, pair.locale, &|count| count.to_string());
    elements.push(Element::Paragraph(plain(lines.join(" "))));
}

fn highlights(pair: &Pair<'_>, elements: &mut Vec<Element>) {
    if pair.meaning.highlights.is_empty() {
        return;
    }
    elements.push(Element::heading(pair.locale.report_highlights()));
    for (position, highlight) in pair.meaning.highlights.iter().enumerate() {
        let number_shown = Span::plain(format!("{}. ", position + 1));
        let headline = match highlight.changes.first() {
            Some(id) => Span::to(highlight.headline.as_str(), id.to_string()),
            None => Span::plain(highlight.headline.as_str()),
        };
        let headline = headline.spoken(highlight.language.clone());
        elements.push(Element::Paragraph(vec![number_shown, headline]));
        let quotes = quotes(pair, highlight);
        let more = quotes.len().saturating_sub(QUOTES);
        for (is_new, text) in quotes.into_iter().take(QUOTES) {
            let lead = if is_new {
                pair.locale.report_now()
            } else {
                pair.locale.report_before()
            };
            elements.push(Element::quote(lead, &text));
        }
        if more > 0 {
            let text = pair.locale.report_more_quotes(number(more));
            elements.push(Element::Paragraph(plain(text)));
        }
    }
}

/// The words behind a highlight, each once, the old before the new ones of each change; `true`: from the new version.
fn quotes(pair: &Pair<'_>, highlight: &Highlight) -> Vec<(bool, String)> {
    let mut quotes = Vec::new();
    let facts = highlight.facts.iter();
    for change in facts.filter_map(|at| pair.meaning.facts.get(*at)) {
        let (old, new) = both(pair, change);
        quotes.extend(old.map(|fact| (false, fact.evidence.quote.clone())));
        quotes.extend(new.map(|fact| (true, fact.evidence.quote.clone())));
    }
    if quotes.is_empty() {
        let changes = highlight.changes.iter();
        for change in changes.filter_map(|id| pair.comparison.changes.get(id.index())) {
            quotes.extend(side(change, Op::Delete).map(|text| (false, text)));
            quotes.extend(side(change, Op::Insert).map(|text| (true, text)));
        }
    }
    let mut seen = BTreeSet::new();
    quotes.retain(|quote| seen.insert(quote.clone()));
    quotes
}

/// One side of a change.
fn side(change: &Change, op: Op) -> Option<String> {
    let text: String = change
        .segments
        .iter()
        .filter(|segment| segment.op == Op::Equal || segment.op == op)
        .map(|segment| segment.text.as_str())
        .collect();
    let is_there = match op {
        Op::Delete => !change.old.is_empty(),
        _ => !change.new.is_empty(),
    };
    is_there.then_some(text)
}

fn both<'a>(pair: &Pair<'a>, change: &FactChange) -> (Option<&'a Fact>, Option<&'a Fact>) {
    (
        change.old.and_then(|at| pair.meaning.old.facts.get(at)),
        change.new.and_then(|at| pair.meaning.new.facts.get(at)),
    )
}

/// Where requests go, which is what a reader needs most often.
fn requests(pair: &Pair<'_>, elements: &mut Vec<Element>) {
    let (old, new) = (
        recommended(&pair.meaning.old),
        recommended(&pair.meaning.new),
    );
    if old.is_some() || new.is_some() {
        let text = contact_line(old, new, pair.locale);
        elements.push(Element::Paragraph(plain(text)));
    }
}

/// Where requests went and where they go now.
#[must_use]
pub fn contact_line(old: Option<&Contact>, new: Option<&Contact>, locale: Locale) -> String {
    match (old.map(|c| &c.value), new.map(|c| &c.value)) {
        (Some(old), Some(new)) if old == new => locale.report_contact_same(new),
        (Some(old), Some(new)) => locale.report_contact_changed(old, new),
        (None, Some(new)) => locale.report_contact_new(new),
        (Some(old), None) => locale.report_contact_gone(old),
        (None, None) => locale.report_contact_none().to_owned(),
    }
}

fn recommended(reading: &Reading) -> Option<&Contact> {
    reading.contacts.iter().find(|contact| contact.recommended)
}

fn fact_changes(pair: &Pair<'_>, elements: &mut Vec<Element>) {
    let changed: Vec<&FactChange> = pair
        .meaning
        .facts
        .iter()
        .filter(|change| change.change != FactStatus::Kept)
        .collect();
    if changed.is_empty() {
        return;
    }
    elements.push(Element::heading(pair.locale.report_facts()));
    for change in changed {
        let locale = pair.locale;
        let shown = |fact: &Fact| facts::value(fact, locale);
        let value = match both(pair, change) {
            (Some(old), Some(new)) => locale.report_fact_changed(&shown(old), &shown(new)),
            (None, Some(new)) => locale.report_fact_added(&shown(new)),
            (Some(old), None) => locale.report_fact_removed(&shown(old)),
            (None, None) => continue,
        };
        let kind = facts::kind(change.kind, locale);
        elements.push(Element::Item(plain(format!("{kind}: {value}"))));
    }
}

fn terms(pair: &Pair<'_>, elements: &mut Vec<Element>) {
    if pair.comparison.terms.is_empty() {
        return;
    }
    elements.push(Element::heading(pair.locale.report_terms()));
    for term in &pair.comparison.terms {
        let mut text = pair
            .locale
            .report_term(&term.old, &term.new, number(term.count));
        if let Some(relation) = &term.relation {
            text.push_str("; ");
            text.push_str(&super::terms::relation(relation, pair.locale));
        }
        elements.push(Element::Item(plain(text)));
    }
    elements.push(Element::Paragraph(plain(pair.locale.report_term_note())));
}
