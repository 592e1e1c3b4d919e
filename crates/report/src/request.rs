//! A request as a page: why it fits, to whom it goes, the letter, and when an answer is due.

use super::page::{Element, Link, Page, Span, plain};
use messages::Locale;
use model::{
    ContactType, Document,
    request::{Deadline, Kind, Request, Term, Unit},
};
use rights::{law, request_text};

/// The report of a request that was composed for `document`.
#[must_use]
pub fn request(document: &Document, request: &Request, locale: Locale) -> Page {
    let mut elements = vec![Element::Paragraph(plain(locale.report_not_advice()))];
    why(request, locale, &mut elements);
    if request.kind == Kind::Letter {
        recipient(request, locale, &mut elements);
    }
    letter(request, locale, &mut elements);
    deadlines(request, locale, &mut elements);
    if request.kind == Kind::Letter {
        authority(request, locale, &mut elements);
    }
    let text = request_text(request.request, locale.key());
    Page {
        language: locale.key(),
        policy_language: document.language.clone(),
        title: text.map_or(request.request, |text| text.label).to_owned(),
        elements,
    }
}

fn why(request: &Request, locale: Locale, elements: &mut Vec<Element>) {
    elements.push(Element::heading(locale.report_why()));
    let mut add = |text: &str| elements.push(Element::Paragraph(plain(text)));
    if let Some(text) = request_text(request.request, locale.key()) {
        add(text.explain);
    }
    if !request.provision.is_empty() {
        add(&locale.report_provision(request.provision));
    }
    let law = law(request.law);
    if let Some(law) = law {
        add(law.why.get(locale.key()));
    }
    let provision = law.and_then(|law| law.provision(request.request));
    if let Some(condition) = provision.and_then(|provision| provision.condition) {
        add(condition.get(locale.key()));
    }
    if !request.in_force {
        add(locale.report_not_in_force());
    }
    if request.granted_by.is_empty() {
        add(locale.report_not_granted());
    }
    for evidence in &request.granted_by {
        elements.push(Element::quote(locale.report_granted(), &evidence.quote));
    }
}

fn recipient(request: &Request, locale: Locale, elements: &mut Vec<Element>) {
    elements.push(Element::heading(locale.report_recipient()));
    match (&request.to, &request.contact) {
        (Some(to), _) => {
            elements.push(Element::Paragraph(plain(to.as_str())));
            match &request.to_evidence {
                Some(evidence) => elements.push(Element::quote(
                    locale.report_recipient_from(),
                    &evidence.quote,
                )),
                None => elements.push(Element::Paragraph(plain(locale.report_recipient_given()))),
            }
        }
        (None, Some(contact)) => {
            let text = match contact.kind {
                ContactType::Form => locale.report_recipient_form(&contact.value),
                ContactType::Phone => locale.report_recipient_phone(&contact.value),
                ContactType::Post | ContactType::Email => {
                    locale.report_recipient_post(&contact.value)
                }
            };
            elements.push(Element::Paragraph(plain(text)));
            elements.push(Element::quote(
                locale.report_recipient_from(),
                &contact.evidence.quote,
            ));
        }
        (None, None) => elements.push(Element::Paragraph(plain(locale.report_recipient_none()))),
    }
}

fn letter(request: &Request, locale: Locale, elements: &mut Vec<Element>) {
    let is_letter = request.kind == Kind::Letter;
    elements.push(Element::heading(if is_letter {
        locale.report_letter()
    } else {
        locale.report_guide()
    }));
    if is_letter {
        elements.push(Element::Paragraph(plain(
            locale.report_subject(&request.subject),
        )));
    }
    elements.push(Element::Lines(request.body.clone()));
    for missing in &request.missing {
        elements.push(Element::Paragraph(plain(
            locale.report_missing(missing.prompt),
        )));
    }
    if request.mailto.is_some() && !request.mailto_complete {
        elements.push(Element::Paragraph(plain(locale.report_link_incomplete())));
    }
}

fn deadlines(request: &Request, locale: Locale, elements: &mut Vec<Element>) {
    if request.kind != Kind::Letter {
        return;
    }
    elements.push(Element::heading(locale.report_deadline()));
    let mut add = |text: String| elements.push(Element::Paragraph(plain(text)));
    if let Some(confirm) = &request.confirm {
        add(locale.report_deadline_confirm(&term(confirm.term, locale), confirm.source));
    }
    match &request.deadline {
        Some(deadline) => {
            add(locale.report_deadline_term(&term(deadline.term, locale), deadline.source));
            add_extension(deadline, locale, &mut add);
        }
        None => add(locale.report_deadline_none().to_owned()),
    }
}

fn add_extension(deadline: &Deadline, locale: Locale, add: &mut impl FnMut(String)) {
    if let Some(extension) = deadline.extension {
        add(locale.report_deadline_extension(&term(extension, locale)));
    }
}

fn term(term: Term, locale: Locale) -> String {
    let count = i64::from(term.count);
    match term.unit {
        Unit::Months => locale.report_term_months(count),
        Unit::Days => locale.report_term_days(count),
        Unit::BusinessDays => locale.report_term_business_days(count),
        Unit::WorkingDays => locale.report_term_working_days(count),
    }
}

fn authority(request: &Request, locale: Locale, elements: &mut Vec<Element>) {
    let Some(authority) = &request.authority else {
        return;
    };
    elements.push(Element::heading(locale.report_authority()));
    let name = Span {
        text: authority.name.to_owned(),
        link: Some(Link::Reference(authority.url.to_owned())),
        ..Span::default()
    };
    elements.push(Element::Paragraph(vec![name]));
    if let Some(note) = authority.note {
        elements.push(Element::Paragraph(plain(note.get(locale.key()))));
    }
}
