//! One version as a page: what it is, how it is built and what it says.

use super::{
    facts,
    page::{Element, Page, plain},
    reading::reading_of,
    view::Wording,
};
use messages::Locale;
use model::{Contact, DateMention, DateRole, Document, Reading, Section};
use text::lexer::word_count;

/// The report of one document: dates, contacts, sections, facts with their quotes, problems.
#[must_use]
pub fn document(document: &Document, reading: &Reading, locale: Locale) -> Page {
    let mut elements = Vec::new();
    about(document, reading, locale, &mut elements);
    contacts(reading, locale, &mut elements);
    fact_list(reading, locale, &mut elements);
    sections(document, locale, &mut elements);
    problems(document, locale, &mut elements);
    let title = document.title.as_deref();
    Page {
        language: locale.key(),
        policy_language: document.language.clone(),
        title: title.unwrap_or(locale.report_untitled()).to_owned(),
        elements,
    }
}

fn about(document: &Document, reading: &Reading, locale: Locale, elements: &mut Vec<Element>) {
    let words = document.blocks.iter().map(|b| word_count(&b.text)).sum();
    let words = Wording::plain(locale).words(words);
    elements.push(Element::Item(plain(
        locale.report_language(&document.language, &words),
    )));
    let lines = reading_of(&reading.help, Wording::plain(locale));
    elements.push(Element::Item(plain(lines.join(" "))));
    let date = Wording::plain(locale).date(document.effective_date);
    elements.push(Element::Item(plain(locale.report_dated(&date))));
    for mention in &document.dates {
        elements.push(Element::quote(
            date_lead(mention, locale),
            &mention.evidence.quote,
        ));
    }
}

fn date_lead(mention: &DateMention, locale: Locale) -> String {
    let date = mention.date.to_string();
    match mention.role {
        DateRole::Updated => locale.report_date_updated(&date),
        DateRole::Effective => locale.report_date_effective(&date),
        DateRole::Archived => locale.report_date_archived(&date),
        DateRole::Published => locale.report_date_published(&date),
    }
}

fn contacts(reading: &Reading, locale: Locale, elements: &mut Vec<Element>) {
    elements.push(Element::heading(locale.report_contacts()));
    if reading.contacts.is_empty() {
        elements.push(Element::Paragraph(plain(locale.report_no_contacts())));
    }
    for contact in &reading.contacts {
        elements.push(Element::Paragraph(plain(contact_line(contact, locale))));
        elements.push(Element::quote(
            locale.report_quote(),
            &contact.evidence.quote,
        ));
    }
}

fn contact_line(contact: &Contact, locale: Locale) -> String {
    let (reached, role) = (
        facts::reached(contact.kind, locale),
        facts::role(contact.role, locale),
    );
    let mut line = format!("{} ({reached}, {role})", contact.value);
    if contact.recommended {
        line.push_str(": ");
        line.push_str(locale.report_recommended());
    }
    if !contact.rights.is_empty() {
        let rights: Vec<&str> = contact
            .rights
            .iter()
            .map(|right| facts::right(*right, locale))
            .collect();
        line.push_str("; ");
        line.push_str(&locale.report_named_for(&rights.join(", ")));
    }
    line
}

fn fact_list(reading: &Reading, locale: Locale, elements: &mut Vec<Element>) {
    elements.push(Element::heading(locale.report_what_it_says()));
    if reading.facts.is_empty() {
        elements.push(Element::Paragraph(plain(locale.report_no_facts())));
    }
    for fact in &reading.facts {
        let kind = facts::kind(fact.kind(), locale);
        let value = facts::value(fact, locale);
        elements.push(Element::Paragraph(plain(format!("{kind}: {value}"))));
        elements.push(Element::quote(locale.report_quote(), &fact.evidence.quote));
    }
}

fn sections(document: &Document, locale: Locale, elements: &mut Vec<Element>) {
    elements.push(Element::heading(locale.sections()));
    for section in &document.sections {
        let words: usize = section
            .block_ids()
            .filter_map(|id| document.blocks.get(id.index()))
            .map(|block| word_count(&block.text))
            .sum();
        let words = Wording::plain(locale).words(words);
        let name = section_name(section, locale);
        elements.push(Element::Item(plain(format!("{name}: {words}"))));
    }
}

/// The heading, behind those it stands under.
fn section_name(section: &Section, locale: Locale) -> String {
    if section.heading.is_empty() {
        locale.before_first_heading().to_owned()
    } else {
        section.path.join(" › ")
    }
}

fn problems(document: &Document, locale: Locale, elements: &mut Vec<Element>) {
    if document.problems.is_empty() {
        return;
    }
    elements.push(Element::heading(locale.problems()));
    let line = |problem: &model::Problem| Element::Item(plain(problem.message.as_str()));
    elements.extend(document.problems.iter().map(line));
}
