//! What each law offers, to whom and from when.

use policy_diff::{
    model::{
        Document, Reading, Right,
        request::{Kind, Options},
    },
    rights::{self, Granted, RequestError, compose},
};

use crate::{grants, must, options, sent_to};

#[test]
fn what_cannot_be_asked_for_is_said() {
    let error = |law, request| {
        compose(
            &Document::default(),
            &Reading::default(),
            &options(law, request),
        )
        .expect_err("no request")
    };
    assert_eq!(
        error("gdrp", "erasure"),
        RequestError::UnknownLaw("gdrp".into())
    );
    assert_eq!(
        error("gdpr", "deletion"),
        RequestError::UnknownRequest("deletion".into())
    );
    assert!(matches!(
        error("gdpr", "opt-out-of-sale"),
        RequestError::NotGiven { law: "GDPR", .. }
    ));
    assert!(matches!(
        error("ccpa", "non-discrimination"),
        RequestError::NotARequest { .. }
    ));
    assert!(matches!(
        error("gdpr", "non-discrimination"),
        RequestError::NotGiven { .. }
    ));
    assert!(
        error("gdrp", "erasure")
            .to_string()
            .contains("gdpr, ccpa, none")
    );
    let bad = Options {
        recipient: Some("a@b, c@d".into()),
        ..options("gdpr", "erasure")
    };
    let bad = compose(&Document::default(), &Reading::default(), &bad);
    assert_eq!(bad, Err(RequestError::BadRecipient("a@b, c@d".into())));
}

#[test]
fn know_is_access_under_the_gdpr() {
    let made = must(
        &Document::default(),
        &Reading::default(),
        &options("gdpr", "know"),
    );
    assert_eq!(
        (made.request, made.provision),
        ("access", "Article 15 GDPR")
    );
}

#[test]
fn a_complaint_is_a_guide_to_the_readers_own_authority() {
    let ask = |place: Option<&str>| {
        let asked = Options {
            place: place.map(Into::into),
            ..sent_to("gdpr", "complaint")
        };
        must(&Document::default(), &Reading::default(), &asked)
    };
    let austria = ask(Some("AT"));
    assert_eq!(austria.kind, Kind::Guide);
    assert!(
        austria.body.contains("https://www.dsb.gv.at"),
        "{}",
        austria.body
    );
    assert!(
        ask(None)
            .authority
            .is_some_and(|a| a.url.contains("edpb.europa.eu"))
    );
    assert!(
        ask(Some("de")).body.contains("authority of the Land"),
        "{}",
        ask(Some("de")).body
    );
}

#[test]
fn laws_are_offered_by_place_and_never_by_default() {
    let keys = |place| {
        rights::laws_for(place)
            .iter()
            .map(|l| l.key)
            .collect::<Vec<_>>()
    };
    assert_eq!(keys("DE"), ["gdpr", "none"]);
    assert_eq!(keys(" is "), ["gdpr", "none"]);
    assert_eq!(keys("US-CA"), ["ccpa", "none"]);
    for place in ["US", "US-TX", "GB", "CH", "BR", "XX", "", "elsewhere"] {
        assert_eq!(keys(place), ["none"], "{place}");
        assert!(rights::choose(place).note.is_some(), "{place}");
    }
    assert_eq!(rights::choose("FR").note, None);
    let texas = rights::choose("US-TX").note.expect("a note");
    assert!(texas.get("en").contains("United States"));
}

#[test]
fn every_place_of_a_law_has_an_authority_of_its_own() {
    let gdpr = rights::law("gdpr").expect("it is there");
    assert_eq!(
        gdpr.places.len(),
        37,
        "27 member states, three more, seven with codes of their own"
    );
    for place in gdpr.places {
        let authority = gdpr.authority(Some(place)).expect("there is one for all");
        assert!(authority.places.contains(place), "{place}");
    }
}

#[test]
fn coverage_sets_law_beside_policy() {
    let reading = Reading {
        facts: vec![
            grants(Right::Erasure, "erase"),
            grants(Right::Know, "know"),
            grants(Right::OptOutOfSale, "sale"),
            grants(Right::OptOutOfSale, "sale again"),
        ],
        ..Reading::default()
    };
    let list = rights::coverage(rights::law("gdpr").expect("it is there"), &reading);
    let of = |right: &str| {
        list.iter()
            .find(|c| c.right == right)
            .map(|c| (c.granted, c.mentions.len()))
    };
    assert_eq!(of("erasure"), Some((Granted::ByBoth, 1)));
    assert_eq!(
        of("access"),
        Some((Granted::ByBoth, 1)),
        "“know” is access here"
    );
    assert_eq!(of("portability"), Some((Granted::ByLaw, 0)));
    assert_eq!(of("opt-out-of-sale"), Some((Granted::ByPolicy, 2)));
    assert_eq!(of("know"), None);

    let none = rights::coverage(rights::law("none").expect("it is there"), &reading);
    assert!(none.iter().all(|c| c.granted == Granted::ByPolicy));
}

#[test]
fn a_right_is_in_force_from_its_day() {
    let on = |year| {
        let asked = Options {
            today: Some(jiff::civil::date(year, 6, 1)),
            ..options("ccpa", "rectification")
        };
        must(&Document::default(), &Reading::default(), &asked).in_force
    };
    assert!(!on(2022) && on(2023));
    assert!(
        must(
            &Document::default(),
            &Reading::default(),
            &options("ccpa", "rectification")
        )
        .in_force
    );
}
