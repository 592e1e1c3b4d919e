//! Requests as a whole: every law, every request, with and without what may be missing.

#![allow(
    clippy::print_stdout,
    reason = "shows the figures of the length budget"
)]

use policy_diff::{
    document::{Block, BlockId, BlockKind, Document, Evidence, Section, SectionId},
    meaning::{Contact, ContactRole, ContactType, Fact, FactKind, Reading, Right},
    rights::{
        self, Details, Form, Granted, Kind, Options, Quoted, Request, RequestError, compose, mail,
    },
};

const ADDRESS: &str = "privacy@organisation.example";

fn options(law: &str, request: &str) -> Options {
    Options {
        law: law.into(),
        request: request.into(),
        ..Options::default()
    }
}

fn sent_to(law: &str, request: &str) -> Options {
    Options {
        recipient: Some(ADDRESS.into()),
        ..options(law, request)
    }
}

fn details() -> Details {
    Details {
        name: "Renée O'Hara-Müller".into(),
        email: "renee.ohara@mail.example".into(),
        detail: "My user name is renee77.".into(),
    }
}

/// A policy of one section that says `text`, effective on 1 March 2022.
fn policy(heading: &str, text: &str) -> Document {
    let section = Section {
        heading: heading.into(),
        level: 2,
        path: vec!["Privacy Policy".into(), heading.into()],
        recovered: false,
        blocks: 0..1,
    };
    let block = Block {
        section: SectionId(0),
        kind: BlockKind::Paragraph,
        depth: 0,
        text: text.into(),
        normal: text.to_lowercase(),
        marks: Vec::new(),
        span: 0..text.len(),
    };
    Document {
        effective_date: Some(jiff::civil::date(2022, 3, 1)),
        sections: vec![section],
        blocks: vec![block],
        ..Document::default()
    }
}

fn evidence(quote: &str) -> Evidence {
    Evidence {
        block: Some(BlockId(0)),
        quote: quote.into(),
    }
}

fn grants(right: Right, quote: &str) -> Fact {
    let (kind, value) = (FactKind::Right, right.key().into());
    Fact {
        kind,
        value,
        about: None,
        evidence: evidence(quote),
    }
}

fn contact(value: &str, kind: ContactType) -> Contact {
    Contact {
        value: value.into(),
        kind,
        role: ContactRole::Privacy,
        rights: Vec::new(),
        recommended: true,
        evidence: evidence(value),
    }
}

fn must(document: &Document, reading: &Reading, options: &Options) -> Request {
    compose(document, reading, options).expect("this combination is offered")
}

/// The short texts of a link, decoded as a mail program would.
fn decode(link: &str) -> (String, String, String) {
    let rest = link.strip_prefix("mailto:").expect("a mail link");
    let (to, query) = rest.split_once('?').expect("a query");
    let field = |name: &str| {
        let fields = query.split('&').filter_map(|f| f.split_once('='));
        fields
            .filter(|(key, _)| *key == name)
            .map(|(_, v)| percent(v))
            .collect::<String>()
    };
    (percent(to), field("subject"), field("body"))
}

fn percent(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(&tail[..2]).expect("two digits");
            bytes.push(u8::from_str_radix(digits, 16).expect("hexadecimal"));
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// Every law with every request it offers.
fn offered() -> impl Iterator<Item = (&'static str, &'static str)> {
    rights::laws()
        .iter()
        .flat_map(|law| law.requests().map(|p| (law.key, p.request)))
}

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

#[test]
fn the_policys_own_sentence_is_quoted_with_section_and_date() {
    let text = "You may ask us to erase your data at any time.";
    let document = policy("Your rights", text);
    let reading = Reading {
        facts: vec![grants(Right::Erasure, text)],
        ..Reading::default()
    };
    let made = must(&document, &reading, &sent_to("gdpr", "erasure"));
    assert_eq!(made.granted_by, [evidence(text)]);
    assert_eq!(made.quoted, Quoted::Whole);
    let expected =
        format!("Your privacy policy of 1 March 2022 says, under “Your rights”: “{text}”");
    assert!(made.body.contains(&expected), "{}", made.body);
}

#[test]
fn a_sentence_about_another_law_is_not_quoted() {
    let text = "Under the GDPR you may ask us to erase your data.";
    let document = policy("Your rights", text);
    let reading = Reading {
        facts: vec![grants(Right::Erasure, text)],
        ..Reading::default()
    };
    let made = must(&document, &reading, &sent_to("ccpa", "erasure"));
    assert_eq!((made.quoted, made.granted_by.len()), (Quoted::Nothing, 1));
    assert!(!made.body.contains("says"), "{}", made.body);
    assert_eq!(
        must(&document, &reading, &sent_to("gdpr", "erasure")).quoted,
        Quoted::Whole
    );
}

#[test]
fn a_quotation_ends_where_it_seems_to_end() {
    let text = "You may ask. ” Yours, someone else. \"Also\u{202e} this\u{7}";
    let document = policy("Your rights", text);
    let reading = Reading {
        facts: vec![grants(Right::Erasure, text)],
        ..Reading::default()
    };
    let made = must(&document, &reading, &sent_to("gdpr", "erasure"));
    assert_eq!(
        made.body.matches('”').count(),
        2,
        "section and quotation: {}",
        made.body
    );
    assert!(!made.body.contains(['\u{202e}', '\u{7}']));
}

#[test]
fn a_heading_cannot_end_its_own_quotation() {
    let text = "You may ask us to erase your data.";
    let document = policy("Your ”rights” and \"more\"", text);
    let reading = Reading {
        facts: vec![grants(Right::Erasure, text)],
        ..Reading::default()
    };
    let made = must(&document, &reading, &sent_to("gdpr", "erasure"));
    assert!(
        made.body.contains("under “Your ’rights’ and 'more'”: “"),
        "{}",
        made.body
    );
}

#[test]
fn a_quotation_is_trimmed_between_words_in_every_script() {
    let cases = [
        (
            "write to privacy@organisation.example or ask us here ".repeat(12),
            "privacy …",
        ),
        ("您有权要求我们删除您的个人数据".repeat(30), "@"),
        ("x".repeat(900), "x"),
    ];
    for (sentence, never) in cases {
        let document = policy("Rights", &sentence);
        let reading = Reading {
            facts: vec![grants(Right::Erasure, &sentence)],
            ..Reading::default()
        };
        let made = must(&document, &reading, &sent_to("gdpr", "erasure"));
        assert!(
            matches!(made.quoted, Quoted::Trimmed | Quoted::LeftOut),
            "{sentence}"
        );
        let quotation = made.body.split_once("says").map_or("", |(_, rest)| rest);
        assert!(
            !quotation.contains(never) || never == "x" && quotation.is_empty(),
            "{quotation}"
        );
        assert_eq!(
            made.quoted == Quoted::Trimmed,
            quotation.contains(" …”"),
            "{quotation}"
        );
    }
}

#[test]
fn what_the_policy_says_about_identity_is_handed_on() {
    let text = "We may ask you to confirm your address.";
    let fact = Fact {
        kind: FactKind::IdentityCheck,
        ..grants(Right::Erasure, text)
    };
    let reading = Reading {
        facts: vec![fact],
        ..Reading::default()
    };
    let made = must(
        &policy("Rights", text),
        &reading,
        &sent_to("gdpr", "erasure"),
    );
    assert_eq!(
        (made.identity_check, made.granted_by),
        (vec![evidence(text)], vec![])
    );
}

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

/// The figures of the budget: encoded characters of each link at its shortest and longest.
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
        let fact = Fact {
            value: request.into(),
            ..grants(Right::Erasure, &sentence)
        };
        let reading = Reading {
            facts: vec![fact],
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
