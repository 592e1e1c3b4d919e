//! A request with its letter.

use serde::Serialize;

use super::{
    VERSION,
    document::{ContactView, EvidenceView},
    ids::Ids,
};
use model::request::{Authority, Deadline, Form, Kind, Missing, Quoted, Request};

/// `policy-diff/request`.
#[derive(Serialize)]
pub(super) struct View<'a> {
    format: &'static str,
    version: u32,
    law: &'static str,
    request: &'static str,
    provision: &'static str,
    in_force: bool,
    to: Option<&'a str>,
    to_evidence: Option<EvidenceView<'a>>,
    subject: &'a str,
    body: &'a str,
    mailto: Option<&'a str>,
    mailto_length: usize,
    mailto_complete: bool,
    deadline: Option<DeadlineView>,
    granted_by: Vec<EvidenceView<'a>>,
    authority: Option<AuthorityView>,
    kind: &'static str,
    contact: Option<ContactView<'a>>,
    form: &'static str,
    quoted: &'static str,
    confirm: Option<DeadlineView>,
    missing: Vec<MissingView>,
}

impl<'a> View<'a> {
    pub(super) fn new(request: &'a Request) -> Self {
        let evidence = |evidence| EvidenceView::new(evidence, Ids::default());
        let contact = |contact| ContactView::new(contact, Ids::default());
        Self {
            format: "policy-diff/request",
            version: VERSION,
            law: request.law,
            request: request.request,
            provision: request.provision,
            in_force: request.in_force,
            to: request.to.as_deref(),
            to_evidence: request.to_evidence.as_ref().map(evidence),
            subject: &request.subject,
            body: &request.body,
            mailto: request.mailto.as_deref(),
            mailto_length: request.mailto_length,
            mailto_complete: request.mailto_complete,
            deadline: request.deadline.as_ref().map(DeadlineView::new),
            granted_by: request.granted_by.iter().map(evidence).collect(),
            authority: request.authority.as_ref().map(AuthorityView::new),
            kind: kind(request.kind),
            contact: request.contact.as_ref().map(contact),
            form: form(request.form),
            quoted: quoted(request.quoted),
            confirm: request.confirm.as_ref().map(DeadlineView::new),
            missing: request.missing.iter().map(MissingView::new).collect(),
        }
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Letter => "letter",
        Kind::Guide => "guide",
        Kind::Protection => "protection",
    }
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Full => "full",
        Form::Short => "short",
    }
}

fn quoted(quoted: Quoted) -> &'static str {
    match quoted {
        Quoted::Nothing => "nothing",
        Quoted::Whole => "whole",
        Quoted::Trimmed => "trimmed",
        Quoted::LeftOut => "left-out",
    }
}

#[derive(Serialize)]
struct DeadlineView {
    term: String,
    from: &'static str,
    extension: Option<String>,
    source: &'static str,
}

impl DeadlineView {
    fn new(deadline: &Deadline) -> Self {
        Self {
            term: deadline.term.to_string(),
            from: Deadline::FROM,
            extension: deadline.extension.map(|term| term.to_string()),
            source: deadline.source,
        }
    }
}

#[derive(Serialize)]
struct AuthorityView {
    name: &'static str,
    url: &'static str,
}

impl AuthorityView {
    fn new(authority: &Authority) -> Self {
        Self {
            name: authority.name,
            url: authority.url,
        }
    }
}

#[derive(Serialize)]
struct MissingView {
    field: &'static str,
    prompt: &'static str,
}

impl MissingView {
    fn new(missing: &Missing) -> Self {
        Self {
            field: missing.field,
            prompt: missing.prompt,
        }
    }
}
