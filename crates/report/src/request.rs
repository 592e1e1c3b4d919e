//! A request as a page: why it fits, to whom it goes, the letter, and when an answer is due.

use super::{
    page::{Element, Page, plain},
    view::{self, Link, Run},
};
use messages::Locale;
use model::{
    ContactType, Document,
    request::{Kind, Request},
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
    elements.push(Element::heading(locale.why_title()));
    let mut add = |text: &str| elements.push(Element::Paragraph(plain(text)));
    if let Some(text) = request_text(request.request, locale.key()) {
        add(text.explain);
    }
    if !request.provision.is_empty() {
        add(&locale.why_provision(request.provision));
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
        add(locale.why_not_in_force());
    }
    if request.granted_by.is_empty() {
        add(locale.why_not_granted());
    }
    for evidence in &request.granted_by {
        elements.push(Element::quote(locale.why_granted(), &evidence.quote));
    }
}

fn recipient(request: &Request, locale: Locale, elements: &mut Vec<Element>) {
    elements.push(Element::heading(locale.recipient_title()));
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
                ContactType::Phone => locale.recipient_phone(&contact.value),
                ContactType::Post | ContactType::Email => locale.recipient_post(&contact.value),
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
        locale.letter_title()
    } else {
        locale.guide_title()
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
    elements.push(Element::heading(locale.deadline_title()));
    let lines = view::deadlines(request, locale).into_iter();
    elements.extend(lines.map(|line| Element::Paragraph(plain(line))));
}

fn authority(request: &Request, locale: Locale, elements: &mut Vec<Element>) {
    let Some(authority) = &request.authority else {
        return;
    };
    elements.push(Element::heading(locale.authority_title()));
    let name = Run::plain(authority.name).linked(Link::Reference(authority.url.to_owned()));
    elements.push(Element::Paragraph(vec![name]));
    if let Some(note) = authority.note {
        elements.push(Element::Paragraph(plain(note.get(locale.key()))));
    }
}
