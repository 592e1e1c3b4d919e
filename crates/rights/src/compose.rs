//! Combines a law, a policy and a person into one request.

use super::{
    coverage::mentions,
    data::{law, laws, wording},
    draft::Draft,
    error::RequestError,
    mail,
    quote::quotable,
};
use model::request::{Kind, Law, Missing, Options, Provision, Request};
use model::{Contact, ContactType, Date, Document, Evidence, FactKind, Reading, Right};

/// Composes the request that `options` ask for, from a policy and what it states.
///
/// The recipient is the one in `options`, or else the one that the policy names for this right; it
/// is never guessed. The letter is the longest form that fits into a mail link: with a sentence of
/// the policy, with the beginning of that sentence, or the short form. If none of them fits, the
/// letter is complete and the link has only address and subject.
///
/// # Errors
/// If the law, the request or the given recipient cannot be used. The error says why.
pub fn compose(
    document: &Document,
    reading: &Reading,
    options: &Options,
) -> Result<Request, RequestError> {
    let law = law(&options.law).ok_or_else(|| RequestError::UnknownLaw(options.law.clone()))?;
    let provision = find_provision(law, &options.request)?;
    let wording = wording(&options.language);
    let letter = wording
        .letter(provision.letter)
        .ok_or_else(|| RequestError::UnknownRequest(options.request.clone()))?;
    let contact = contact_for(reading, provision);
    let (to, to_evidence) = recipient(contact, provision, options)?;
    let granted_by = mentions(provision, reading);
    let draft = Draft {
        wording,
        letter,
        law,
        provision,
        place: options.place.as_deref(),
        details: &options.details,
        quote: quotable(document, law, &granted_by),
        date: document.effective_date,
    };
    let written = draft.fit(to.as_deref());
    let missing = draft.prompt().map(|prompt| Missing {
        field: "detail",
        prompt,
    });
    Ok(Request {
        law: law.key,
        request: provision.request,
        kind: provision.kind,
        provision: provision.citation,
        in_force: in_force(provision, options.today),
        to,
        to_evidence,
        contact: contact.cloned(),
        subject: written.subject,
        body: written.body,
        form: written.form,
        quoted: written.quoted,
        mailto_length: written.link.as_ref().map_or(0, |l| l.length),
        mailto_complete: written.link.as_ref().is_some_and(|l| l.complete),
        mailto: written.link.map(|l| l.href),
        confirm: provision.confirm,
        deadline: provision.deadline,
        granted_by,
        identity_check: identity_check(reading),
        authority: law.authority(options.place.as_deref()).copied(),
        missing: missing.into_iter().collect(),
    })
}

/// Returns the provision for a request key, or why the law has none that can be asked for.
fn find_provision(law: &'static Law, request: &str) -> Result<&'static Provision, RequestError> {
    let provision = law.provision(request).ok_or_else(|| {
        let known = laws().iter().any(|l| l.provision(request).is_some());
        if known {
            RequestError::NotGiven {
                law: law.short.get("en"),
                request: request.to_owned(),
            }
        } else {
            RequestError::UnknownRequest(request.to_owned())
        }
    })?;
    if provision.kind == Kind::Protection {
        return Err(RequestError::NotARequest {
            citation: provision.citation,
        });
    }
    Ok(provision)
}

/// Returns the policy's contact for a provision, or `None` if no letter is written.
fn contact_for<'a>(reading: &'a Reading, provision: &Provision) -> Option<&'a Contact> {
    if provision.kind != Kind::Letter {
        return None;
    }
    match Right::from_key(provision.request) {
        Some(right) => reading.contact_for(right),
        None => reading.contacts.iter().find(|c| c.recommended),
    }
}

/// An address, and the words of the policy that it comes from.
type Recipient = (Option<String>, Option<Evidence>);

/// Returns the recipient from the options, or else from the policy's contact.
fn recipient(
    contact: Option<&Contact>,
    provision: &Provision,
    options: &Options,
) -> Result<Recipient, RequestError> {
    if provision.kind != Kind::Letter {
        return Ok((None, None));
    }
    if let Some(given) = options.recipient.as_deref() {
        if mail::Address::parse(given).is_none() {
            return Err(RequestError::BadRecipient(given.to_owned()));
        }
        return Ok((Some(given.trim().to_owned()), None));
    }
    let email = contact
        .filter(|c| c.kind == ContactType::Email && mail::Address::parse(&c.value).is_some());
    Ok((
        email.map(|c| c.value.trim().to_owned()),
        email.map(|c| c.evidence.clone()),
    ))
}

fn identity_check(reading: &Reading) -> Vec<Evidence> {
    reading
        .facts
        .iter()
        .filter(|f| f.kind() == FactKind::IdentityCheck)
        .map(|f| f.evidence.clone())
        .collect()
}

/// Whether the provision applies `today` or, without a date, on the day its data was checked.
fn in_force(provision: &Provision, today: Option<Date>) -> bool {
    let Some(basis) = provision.basis else {
        return true;
    };
    let today = today.map_or_else(|| basis.checked.to_owned(), |date| date.to_string());
    // ISO dates compare as text.
    basis.in_force_from <= today.as_str()
}
