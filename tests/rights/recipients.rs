//! To whom a letter goes.

use policy_diff::model::{Contact, ContactType, Reading, Right};

use crate::{ADDRESS, contact, evidence, must, options, policy, sent_to};

#[test]
fn the_recipient_comes_from_the_policy_or_there_is_none() {
    let document = policy("Contact", ADDRESS);
    let with = |contact: Contact| Reading {
        contacts: vec![contact],
        ..Reading::default()
    };

    let mail = must(
        &document,
        &with(contact(ADDRESS, ContactType::Email)),
        &options("gdpr", "erasure"),
    );
    assert_eq!(mail.to.as_deref(), Some(ADDRESS));
    assert_eq!(mail.to_evidence, Some(evidence(ADDRESS)));

    let form = with(contact(
        "https://organisation.example/ask",
        ContactType::Form,
    ));
    let made = must(&document, &form, &options("gdpr", "erasure"));
    assert_eq!((made.to, made.mailto, made.mailto_length), (None, None, 0));
    assert_eq!(made.contact.map(|c| c.kind), Some(ContactType::Form));

    let hostile = with(contact("a@b.example?cc=c@d.example", ContactType::Email));
    assert_eq!(
        must(&document, &hostile, &options("gdpr", "erasure")).to,
        None
    );

    let nothing = must(&document, &Reading::default(), &options("gdpr", "erasure"));
    assert_eq!((nothing.to, nothing.contact), (None, None));

    let given = must(&document, &form, &sent_to("gdpr", "erasure"));
    assert_eq!(
        (given.to.as_deref(), given.to_evidence),
        (Some(ADDRESS), None)
    );
}

#[test]
fn an_address_named_for_a_right_goes_first() {
    let mut dpo = contact("dpo@organisation.example", ContactType::Email);
    dpo.rights = vec![Right::Erasure];
    dpo.recommended = false;
    let reading = Reading {
        contacts: vec![contact(ADDRESS, ContactType::Email), dpo],
        ..Reading::default()
    };
    let to = |request| must(&policy("Contact", ""), &reading, &options("gdpr", request)).to;
    assert_eq!(to("erasure").as_deref(), Some("dpo@organisation.example"));
    assert_eq!(to("access").as_deref(), Some(ADDRESS));
}
