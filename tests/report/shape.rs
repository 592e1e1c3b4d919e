//! The printed forms of a small pair, beside this file to be read, and the names that other
//! programs rely on.

#![allow(
    clippy::unwrap_used,
    reason = "a helper of a test may fail as the test does"
)]

use std::{fs, path::PathBuf};

use policy_diff::{
    compare::compare,
    document::{html::parse_native, read},
    meaning,
    messages::Locale,
    model::{
        ChangeId, Comparison, Document, FactKind, Highlight, Meaning, Topic, request::Options,
    },
    report::{self, json},
    rights,
};
use serde::Serialize;
use serde_json::{Value, json};

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/report")
        .join(name)
}

fn document(name: &str) -> Document {
    read(name, &fs::read(fixture(name)).unwrap(), parse_native)
}

fn pair() -> (Document, Document) {
    (document("2020-03-01.md"), document("2023-06-15.md"))
}

/// Which changes matter most is not this file's business, so the highlights are given: one that
/// rests on a fact and one that rests on a change alone.
fn meaning(old: &Document, new: &Document, comparison: &Comparison) -> Meaning {
    let mut meaning = meaning::weigh(old, new, comparison);
    let contact = meaning
        .facts
        .iter()
        .position(|fact| fact.kind == FactKind::Contact);
    let highlight = |headline: &str, topic, change, facts| Highlight {
        headline: headline.to_owned(),
        language: "en",
        topic,
        changes: vec![ChangeId(change)],
        facts,
    };
    meaning.highlights = vec![
        highlight(
            "Questions go to another address",
            Topic::Contact,
            2,
            contact.into_iter().collect(),
        ),
        highlight(
            "The date of birth is collected too",
            Topic::FirstPartyCollection,
            3,
            Vec::new(),
        ),
    ];
    meaning
}

/// Compares with the snapshot of this name beside the texts; `cargo xtask bless` writes it anew.
fn check(name: &str, actual: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../fixtures/report");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, actual));
}

fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

fn erasure(document: &Document) -> model::request::Request {
    let options = Options {
        law: "gdpr".to_owned(),
        request: "erasure".to_owned(),
        ..Options::default()
    };
    rights::compose(document, &meaning::read(document), &options).unwrap()
}

#[test]
fn a_document_is_printed_as_expected() {
    let (_, new) = pair();
    let reading = meaning::read(&new);
    check("document.json", &pretty(&json::document(&new, &reading)));
    let page = report::document(&new, &reading, Locale::En);
    check("document.txt", &page.to_text());
}

#[test]
fn a_comparison_is_printed_as_expected() {
    let (old, new) = pair();
    let comparison = compare(&old, &new);
    let meaning = meaning(&old, &new, &comparison);
    let value = json::comparison(&old, &new, &comparison, &meaning);
    check("comparison.json", &pretty(&value));
    let page = report::comparison(&old, &new, &comparison, &meaning, Locale::En);
    check("comparison.txt", &page.to_text());
    check("comparison.md", &page.to_markdown());
    check("comparison.html", &page.to_html());
}

#[test]
fn a_request_is_printed_as_expected() {
    let (_, new) = pair();
    let request = erasure(&new);
    check("request.json", &pretty(&json::request(&request)));
    let page = report::request(&new, &request, Locale::En);
    check("request.txt", &page.to_text());
}

/// Every name of `shape` is in `value`, with a value of the same sort; further names may be
/// there. The first entry of a list in `shape` stands for every entry. A null in `shape` stands
/// for anything.
fn has_shape(at: &str, shape: &Value, value: &Value) {
    match (shape, value) {
        (Value::Null, _) => {}
        (Value::Object(shape), Value::Object(value)) => {
            for (name, inner) in shape {
                let found = value
                    .get(name)
                    .unwrap_or_else(|| panic!("{at}.{name} is missing"));
                has_shape(&format!("{at}.{name}"), inner, found);
            }
        }
        (Value::Array(shape), Value::Array(values)) => {
            for value in values {
                has_shape(&format!("{at}[]"), &shape[0], value);
            }
        }
        (Value::String(_), Value::String(_))
        | (Value::Number(_), Value::Number(_))
        | (Value::Bool(_), Value::Bool(_)) => {}
        _ => panic!("{at} is {value} where {shape} is expected"),
    }
}

fn evidence() -> Value {
    json!({"block": null, "quote": ""})
}

fn fact() -> Value {
    json!({"kind": "", "value": "", "about": null, "evidence": evidence()})
}

fn document_shape() -> Value {
    json!({
        "format": "", "version": 1, "title": null, "language": "",
        "dates": [{"date": "", "role": "", "evidence": evidence()}],
        "effective_date": null,
        "sections": [{"id": "", "heading": "", "level": 0, "path": [""], "recovered": false, "blocks": [""]}],
        "blocks": [{"id": "", "section": "", "kind": "", "depth": 0, "text": "", "span": [0], "topics": [""]}],
        "contacts": [{"value": "", "type": "", "role": "", "for": [""], "recommended": false, "evidence": evidence()}],
        "facts": [fact()],
        "problems": [{"message": "", "block": null}]
    })
}

#[test]
fn the_published_names_are_there() {
    let (old, new) = pair();
    let reading = meaning::read(&new);
    let printed = serde_json::to_value(json::document(&new, &reading)).unwrap();
    has_shape("document", &document_shape(), &printed);

    let comparison = compare(&old, &new);
    let meaning = meaning(&old, &new, &comparison);
    let printed =
        serde_json::to_value(json::comparison(&old, &new, &comparison, &meaning)).unwrap();
    let segment = json!({"op": "", "text": "", "term": null});
    let shape = json!({
        "format": "", "version": 1, "old": document_shape(), "new": document_shape(),
        "sections": {
            "links": [{"old": "", "new": "", "renamed": false, "moved": false, "edited": false,
                       "share_old": 0.0, "share_new": 0.0}],
            "added": [""], "removed": [""]
        },
        "blocks": [{"id": "", "kind": "", "old": [""], "new": [""], "segments": [segment],
                    "weight": "", "topics": [""]}],
        "terms": [{"old": "", "new": "", "count": 0}],
        "facts": [{"kind": "", "change": "", "old": null, "new": null}],
        "highlights": [{"rank": 0, "headline": "", "language": "", "topic": "", "changes": [""], "facts": [0]}],
        "totals": {"words_old": 0, "words_new": 0, "words_deleted": 0, "words_inserted": 0,
                   "by_kind": {}, "by_weight": {}}
    });
    has_shape("comparison", &shape, &printed);

    let printed = serde_json::to_value(json::request(&erasure(&new))).unwrap();
    let shape = json!({
        "format": "", "version": 1, "law": "", "request": "", "provision": "", "in_force": true,
        "to": "", "to_evidence": evidence(), "subject": "", "body": "", "mailto": "",
        "mailto_length": 0, "mailto_complete": true,
        "deadline": {"term": "", "from": "", "extension": "", "source": ""},
        "granted_by": [evidence()], "authority": {"name": "", "url": ""}
    });
    has_shape("request", &shape, &printed);
}
