//! What comes before the text: dates, counts, what matters most, facts and terms.

use std::collections::BTreeSet;

use super::{
    facts,
    page::{Element, plain},
    reading::reading_of_both,
    view::{self, Place, Run, View, plural},
};
use crate::outline::Row;
use model::{Change, Document, Fact, FactStatus, Highlight, Meaning, Op};

/// Quotations under one headline: where it rests on more, the text below has them all.
const QUOTES: usize = 4;

pub(super) fn write(view: &View<'_>, meaning: &Meaning) -> Vec<Element> {
    let mut elements = Vec::new();
    versions(view, &mut elements);
    if view.comparison.is_identical() {
        let text = view.wording.locale.identical();
        elements.push(Element::Paragraph(plain(text)));
        return elements;
    }
    let amount = view::amount(view.comparison, view.wording);
    elements.push(Element::Paragraph(plain(amount)));
    let help = reading_of_both(&meaning.old.help, &meaning.new.help, view.wording);
    elements.push(Element::Paragraph(plain(help.join(" "))));
    highlights(view, meaning, &mut elements);
    let contact = view::contact(meaning, view.wording.locale);
    elements.push(Element::Paragraph(plain(contact)));
    fact_changes(view, meaning, &mut elements);
    terms(view, &mut elements);
    limits(view, &mut elements);
    elements
}

fn versions(view: &View<'_>, elements: &mut Vec<Element>) {
    let (totals, wording) = (&view.comparison.totals, view.wording);
    let said = |document: &Document, words: usize| {
        let date = wording.date(document.effective_date);
        format!("{date}, {}", wording.words(words))
    };
    let old = wording
        .locale
        .old_version(&said(view.old, totals.words_old));
    let new = wording
        .locale
        .new_version(&said(view.new, totals.words_new));
    elements.extend([old, new].map(|line| Element::Item(plain(line))));
}

fn highlights(view: &View<'_>, meaning: &Meaning, elements: &mut Vec<Element>) {
    if meaning.highlights.is_empty() {
        return;
    }
    let locale = view.wording.locale;
    elements.push(Element::heading(locale.highlights()));
    for (position, highlight) in meaning.highlights.iter().enumerate() {
        let number = Run::plain(format!("{}. ", position + 1));
        let headline = match highlight.changes.first() {
            Some(id) => Run::to(
                highlight.headline.as_str(),
                Place::of(Row::Change(*id), view.comparison),
            ),
            None => Run::plain(highlight.headline.as_str()),
        };
        let headline = headline.spoken(highlight.language.to_string());
        elements.push(Element::Paragraph(vec![number, headline]));
        let quotes = quotes(view, meaning, highlight);
        let more = quotes.len().saturating_sub(QUOTES);
        for (is_new, text) in quotes.into_iter().take(QUOTES) {
            let lead = if is_new {
                locale.now()
            } else {
                locale.before()
            };
            elements.push(Element::quote(lead, &text));
        }
        if more > 0 {
            let text = locale.report_more_quotes(plural(more));
            elements.push(Element::Paragraph(plain(text)));
        }
    }
}

/// The words behind a highlight, each once: its statements, or else the passages; `true`: from
/// the new version.
fn quotes(view: &View<'_>, meaning: &Meaning, highlight: &Highlight) -> Vec<(bool, String)> {
    let stated = view::quotes(meaning, highlight).into_iter();
    let mut quotes: Vec<(bool, String)> = stated.map(|(new, text)| (new, text.into())).collect();
    if quotes.is_empty() {
        for change in highlight
            .changes
            .iter()
            .map(|id| view.comparison.change(*id))
        {
            quotes.extend(side(change, Op::Delete).map(|text| (false, text)));
            quotes.extend(side(change, Op::Insert).map(|text| (true, text)));
        }
        let mut seen = BTreeSet::new();
        quotes.retain(|quote| seen.insert(quote.clone()));
    }
    quotes
}

/// One side of a change.
fn side(change: &Change, op: Op) -> Option<String> {
    let blocks = if op == Op::Delete {
        &change.old
    } else {
        &change.new
    };
    let segments = change
        .segments
        .iter()
        .filter(|s| s.op == Op::Equal || s.op == op);
    (!blocks.is_empty()).then(|| segments.map(|segment| segment.text.as_str()).collect())
}

fn fact_changes(view: &View<'_>, meaning: &Meaning, elements: &mut Vec<Element>) {
    let locale = view.wording.locale;
    let shown = |fact: &Fact| facts::value(fact, locale);
    let changed = meaning
        .facts
        .iter()
        .filter(|change| change.change != FactStatus::Kept);
    let mut lines = changed.filter_map(|change| {
        let old = change.old.map(|at| shown(&meaning.old.facts[at]));
        let new = change.new.map(|at| shown(&meaning.new.facts[at]));
        let value = match (old, new) {
            (Some(old), Some(new)) => locale.report_fact_changed(&old, &new),
            (None, Some(new)) => locale.report_fact_added(&new),
            (Some(old), None) => locale.report_fact_removed(&old),
            (None, None) => return None,
        };
        let kind = facts::kind(change.kind, locale);
        Some(Element::Item(plain(format!("{kind}: {value}"))))
    });
    if let Some(first) = lines.next() {
        elements.push(Element::heading(locale.report_facts()));
        elements.push(first);
        elements.extend(lines);
    }
}

fn terms(view: &View<'_>, elements: &mut Vec<Element>) {
    let (locale, terms) = (view.wording.locale, &view.comparison.terms);
    if terms.is_empty() {
        return;
    }
    elements.push(Element::heading(locale.terms()));
    elements.extend(
        terms
            .iter()
            .map(|term| Element::Item(plain(view::term(term, locale)))),
    );
    elements.push(Element::Paragraph(plain(locale.term_note())));
}

fn limits(view: &View<'_>, elements: &mut Vec<Element>) {
    let (locale, limits) = (view.wording.locale, &view.comparison.problems);
    if limits.is_empty() {
        return;
    }
    elements.push(Element::heading(locale.limits()));
    let notes = limits.iter().map(|limit| view::limit_note(*limit, locale));
    elements.extend(notes.map(|note| Element::Item(plain(note))));
}
