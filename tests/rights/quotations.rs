//! What a letter quotes from the policy.

use policy_diff::model::{Fact, Reading, Right, Statement, request::Quoted};

use crate::{evidence, grants, must, policy, sent_to};

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
        statement: Statement::IdentityCheck,
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
