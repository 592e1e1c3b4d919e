//! Letters from real policies, read where they lie beside the project.

use policy_diff::{
    meaning,
    model::{
        Document, Reading,
        request::{Options, Quoted, Request},
    },
    rights::{compose, mail},
};

use crate::support;

fn read(path: &str) -> Option<(Document, Reading)> {
    let document = support::read(&support::shared(&format!("corpus/{path}"))?);
    let reading = meaning::read(&document);
    Some((document, reading))
}

fn ask(policy: &(Document, Reading), law: &str, request: &str) -> Request {
    let options = Options {
        law: law.into(),
        request: request.into(),
        ..Options::default()
    };
    compose(&policy.0, &policy.1, &options).expect("it is offered")
}

#[test]
fn numfocus_2019_erasure_under_the_gdpr() {
    let Some(policy) = read("numfocus/2019-11-26.md") else {
        return;
    };
    let made = ask(&policy, "gdpr", "erasure");
    assert_eq!(made.to.as_deref(), Some("privacy@numfocus.org"));
    assert_eq!(made.quoted, Quoted::Whole);
    assert!(
        made.body
            .contains("Your privacy policy of 26 November 2019 says"),
        "{}",
        made.body
    );
    assert!(made.mailto_complete && made.mailto_length <= mail::BUDGET);
    for evidence in made.to_evidence.iter().chain(&made.granted_by) {
        let block = evidence.block.expect("the words are in the text");
        assert!(
            policy.0.block(block).text.contains(&evidence.quote),
            "{}",
            evidence.quote
        );
    }
}

#[test]
fn numfocus_2018_goes_to_the_address_of_that_time() {
    let Some(policy) = read("numfocus/2018-01-12.md") else {
        return;
    };
    assert_eq!(
        ask(&policy, "gdpr", "erasure").to.as_deref(),
        Some("info@numfocus.org")
    );
}

#[test]
fn loomio_2022_names_an_address_for_deletion() {
    let Some(policy) = read("loomio/2022-10-24.md") else {
        return;
    };
    assert_eq!(
        ask(&policy, "gdpr", "erasure").to.as_deref(),
        Some("dpo@loomio.com")
    );
    assert_eq!(
        ask(&policy, "gdpr", "access").to.as_deref(),
        Some("contact@loomio.com")
    );
}
