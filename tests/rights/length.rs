//! What a mail link carries, and what gives way where it is too long.

use policy_diff::{
    model::{
        Document, Reading, Right,
        request::{Details, Form, Kind, Options, Quoted, Request},
    },
    rights::mail,
};

use crate::{ADDRESS, decode, details, grants, must, offered, policy, sent_to};

#[test]
fn a_long_quotation_is_trimmed_and_the_request_is_not() {
    let sentence =
        "You have the right to ask us to erase the data we hold about you, as follows; ".repeat(30);
    let document = policy("Your rights", &sentence);
    let reading = Reading {
        facts: vec![grants(Right::Erasure, &sentence)],
        ..Reading::default()
    };
    let made = must(&document, &reading, &sent_to("gdpr", "erasure"));
    assert_eq!(
        (made.form, made.quoted, made.mailto_complete),
        (Form::Full, Quoted::Trimmed, true)
    );
    assert!(made.mailto_length <= mail::BUDGET);
    assert!(made.body.contains(" …”"), "{}", made.body);
    let whole = must(
        &Document::default(),
        &Reading::default(),
        &sent_to("gdpr", "erasure"),
    );
    for paragraph in whole.body.split("\n\n") {
        assert!(made.body.contains(paragraph), "lost: {paragraph}");
    }
}

#[test]
fn what_does_not_fit_stays_whole_beside_the_link() {
    let detail = "我的账户名称和我要求删除的内容。".repeat(40);
    let asked = Options {
        details: Details {
            detail: detail.clone(),
            ..Details::default()
        },
        ..sent_to("gdpr", "erasure")
    };
    let made = must(&Document::default(), &Reading::default(), &asked);
    assert!(!made.mailto_complete);
    assert_eq!(made.form, Form::Full);
    assert!(made.body.contains(&detail));
    let link = made.mailto.expect("a recipient was given");
    assert_eq!(decode(&link), (ADDRESS.into(), made.subject, String::new()));
    assert!(!link.contains("body="));
}

#[test]
fn every_form_fits_the_budget() {
    let sentence =
        "You have the right to ask us for this at any time and free of charge; ".repeat(30);
    let document = policy("Your choices and your rights", &sentence);
    for (law, request) in offered() {
        let plain = must(
            &Document::default(),
            &Reading::default(),
            &sent_to(law, request),
        );
        if plain.kind != Kind::Letter {
            continue;
        }
        let granted = Right::from_key(request).map(|right| grants(right, &sentence));
        let reading = Reading {
            facts: granted.into_iter().collect(),
            ..Reading::default()
        };
        let signed = Options {
            details: details(),
            ..sent_to(law, request)
        };
        let quoting = must(&document, &reading, &signed);
        // A detail that leaves no room for anything but the short form.
        let filler = "x".repeat(mail::BUDGET - full_without_quote(law, request));
        let detail = format!("{} {filler}", details().detail);
        let crowded = Options {
            details: Details {
                detail,
                ..details()
            },
            ..sent_to(law, request)
        };
        let crowded = must(&document, &reading, &crowded);
        let show = |r: &Request| format!("{:4} {:?} {:?}", r.mailto_length, r.form, r.quoted);
        println!(
            "{law:4} {request:20} alone {} | long quotation, name, address, detail {} | crowded {}",
            show(&plain),
            show(&quoting),
            show(&crowded)
        );
        for made in [&plain, &quoting, &crowded] {
            assert!(
                made.mailto_complete && made.mailto_length <= mail::BUDGET,
                "{law} {request}"
            );
        }
        assert_eq!(plain.form, Form::Full, "{law} {request}");
        assert_eq!(crowded.form, Form::Short, "{law} {request}");
    }
}

fn full_without_quote(law: &str, request: &str) -> usize {
    let asked = Options {
        details: details(),
        ..sent_to(law, request)
    };
    must(&Document::default(), &Reading::default(), &asked).mailto_length
}
