//! The letters themselves: what each says, asks for and never does.

use policy_diff::{
    model::{
        Document, Reading,
        request::{Details, Kind, Options},
    },
    rights,
};

use crate::{ADDRESS, decode, details, must, offered, sent_to};

#[test]
fn the_link_decodes_to_address_subject_and_body() {
    for (law, request) in offered() {
        let made = must(
            &Document::default(),
            &Reading::default(),
            &Options {
                details: details(),
                ..sent_to(law, request)
            },
        );
        if made.kind != Kind::Letter {
            assert_eq!((made.to, made.mailto), (None, None), "{law} {request}");
            continue;
        }
        let link = made.mailto.expect("a recipient was given");
        let body = made.body.replace('\n', "\r\n");
        assert_eq!(
            decode(&link),
            (ADDRESS.into(), made.subject, body),
            "{law} {request}"
        );
        assert!(made.mailto_complete, "{law} {request}");
    }
}

#[test]
fn every_letter_is_finished() {
    for (law, request) in offered() {
        for details in [details(), Details::default()] {
            let made = must(
                &Document::default(),
                &Reading::default(),
                &Options {
                    details: details.clone(),
                    ..sent_to(law, request)
                },
            );
            let name = format!("{law} {request}\n{}", made.body);
            assert!(!made.body.contains(['{', '}']), "{name}");
            assert!(
                !made.body.contains("\n\n\n") && made.body.trim() == made.body,
                "{name}"
            );
            assert!(
                !made.subject.is_empty() && !made.subject.contains(['{', '\n']),
                "{name}"
            );
            assert_eq!(made.body.contains('['), !made.missing.is_empty(), "{name}");
            if made.kind == Kind::Letter {
                assert!(made.body.contains(&details.name), "{name}");
                let cites =
                    made.body.contains(made.provision) || made.subject.contains(made.provision);
                assert!(cites || request == "opt-out-of-marketing", "{name}");
            }
        }
    }
}

#[test]
fn letters_never_accuse_and_offer_no_identity_card() {
    let accusing = [
        "violat",
        "infring",
        "breach",
        "unlawful",
        "illegal",
        "passport",
        "identity card",
        "ID card",
        "licence",
    ];
    for (law, request) in offered() {
        let made = must(
            &Document::default(),
            &Reading::default(),
            &sent_to(law, request),
        );
        for word in accusing {
            assert!(!made.body.contains(word), "{law} {request} says “{word}”");
        }
    }
}

#[test]
fn letters_ask_for_an_answer_within_the_term_of_the_law() {
    let body = |law, request| {
        must(
            &Document::default(),
            &Reading::default(),
            &sent_to(law, request),
        )
        .body
    };
    assert!(
        body("gdpr", "erasure")
            .contains("within one month of receiving this message (Article 12(3) GDPR)")
    );
    assert!(body("ccpa", "know").contains("within 10 business days"));
    assert!(body("ccpa", "know").contains("within 45 days of receipt (11 CCR § 7021(b))"));
    assert!(body("ccpa", "opt-out-of-sale").contains("15 business days"));
    // Article 12(3) GDPR covers Articles 15 to 22 only.
    assert!(!body("gdpr", "withdraw-consent").contains("12(3)"));
}

#[test]
fn a_request_without_a_law_cites_none() {
    for law in ["none"] {
        for provision in rights::law(law).expect("it is there").requests() {
            let made = must(
                &Document::default(),
                &Reading::default(),
                &sent_to(law, provision.request),
            );
            assert_eq!(
                (made.provision, made.deadline, made.authority),
                ("", None, None)
            );
            assert!(
                !made.body.contains("Article") && !made.body.contains('§'),
                "{}",
                made.body
            );
        }
    }
}

#[test]
fn a_missing_detail_is_asked_for() {
    let made = must(
        &Document::default(),
        &Reading::default(),
        &sent_to("gdpr", "objection"),
    );
    assert_eq!(made.missing.len(), 1);
    assert_eq!(made.missing[0].field, "detail");
    assert!(
        made.body.contains(&format!("[{}]", made.missing[0].prompt)),
        "{}",
        made.body
    );

    let given = Options {
        details: details(),
        ..sent_to("gdpr", "objection")
    };
    let made = must(&Document::default(), &Reading::default(), &given);
    assert!(made.missing.is_empty());
    assert!(
        made.body
            .contains("My reasons, from my particular situation: My user name is renee77.")
    );

    let marketing = must(
        &Document::default(),
        &Reading::default(),
        &sent_to("gdpr", "opt-out-of-marketing"),
    );
    assert!(marketing.missing.is_empty());
}
