//! The printed forms of a small pair, beside this file to be read, and the names that other
//! programs rely on.

#![allow(
    clippy::unwrap_used,
    reason = "a helper of a test may fail as the test does"
)]

use std::{collections::BTreeSet, fs, path::PathBuf};

use policy_diff::{
    compare::{compare, history},
    document::read,
    meaning,
    messages::Locale,
    model::{
        ChangeId, Comparison, Document, FactKind, Highlight, Meaning, Topic, request::Options,
    },
    report::{
        self, Timeline,
        json::{self, Saved},
    },
    rights,
};
use proptest::prelude::*;
use serde::Serialize;
use serde_json::Value;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/report")
        .join(name)
}

fn document(name: &str) -> Document {
    read(name, &fs::read(fixture(name)).unwrap())
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
        language: "en".into(),
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

/// Checks output against the published schema.
#[track_caller]
fn fits_the_schema(output: &impl Serialize) {
    let schema = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/format.schema.json");
    let schema: Value = serde_json::from_slice(&fs::read(schema).unwrap()).unwrap();
    let output = serde_json::to_value(output).unwrap();
    // Of all forms in the schema the one that the output names: its faults say more.
    let form = output["format"].as_str().unwrap();
    let form = form.strip_prefix("policy-diff/").unwrap();
    let mut own = schema.clone();
    own.as_object_mut().unwrap().remove("oneOf");
    own["$ref"] = format!("#/$defs/{form}").into();
    let faults: Vec<String> = jsonschema::validator_for(&own)
        .unwrap()
        .iter_errors(&output)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{form}:\n{}", faults.join("\n"));
    let names = undescribed(&schema, &schema["$defs"][form], &output);
    assert_eq!(
        names,
        BTreeSet::new(),
        "the schema of {form} does not know these"
    );
}

/// Names in the output that the schema does not describe: it allows them, for later versions.
fn undescribed(schema: &Value, described: &Value, output: &Value) -> BTreeSet<String> {
    let mut described = vec![described.clone()];
    let mut at = 0;
    while let Some(one) = described.get(at).cloned() {
        if let Some(reference) = one["$ref"].as_str() {
            described.extend(schema.pointer(&reference[1..]).cloned());
        }
        for list in ["anyOf", "oneOf"] {
            described.extend(one[list].as_array().into_iter().flatten().cloned());
        }
        at += 1;
    }
    let inner = |name: &str| {
        described
            .iter()
            .map(|one| one[name].clone())
            .find(|one| !one.is_null())
    };
    match output {
        Value::Array(values) => match inner("items") {
            Some(items) => values
                .iter()
                .flat_map(|value| undescribed(schema, &items, value))
                .collect(),
            None => BTreeSet::new(),
        },
        Value::Object(fields) => {
            let free = inner("additionalProperties").is_some_and(|free| free.is_object());
            let fields = fields.iter().filter(|_| !free);
            fields
                .flat_map(|(name, value)| {
                    let known = described.iter().map(|one| one["properties"][name].clone());
                    match known.into_iter().find(|one| !one.is_null()) {
                        Some(known) => undescribed(schema, &known, value),
                        None => BTreeSet::from([name.clone()]),
                    }
                })
                .collect()
        }
        _ => BTreeSet::new(),
    }
}

#[test]
fn what_is_printed_fits_the_schema() {
    let (old, new) = pair();
    let comparison = compare(&old, &new);
    let meaning = meaning(&old, &new, &comparison);
    fits_the_schema(&json::document(&new, &meaning.new));
    fits_the_schema(&json::comparison(&old, &new, &comparison, &meaning));
    fits_the_schema(&json::request(&erasure(&new)));
    let documents = [old, new];
    let comparisons = [comparison];
    let timeline = Timeline {
        names: &["2020-03-01".to_owned(), "2023-06-15".to_owned()],
        readings: &[meaning.old.clone(), meaning.new.clone()],
        meanings: &[meaning],
        history: &history::trace(&documents, &comparisons),
        comparisons: &comparisons,
        documents: &documents,
    };
    fits_the_schema(&json::history(&timeline));
}

#[test]
fn a_comparison_is_opened_as_it_was_written() {
    let (old, new) = pair();
    let comparison = compare(&old, &new);
    let meaning = meaning(&old, &new, &comparison);
    let text = pretty(&json::comparison(&old, &new, &comparison, &meaning));
    let saved = Saved {
        old,
        new,
        comparison,
        meaning,
    };
    assert_eq!(json::read_comparison(&text), Ok(saved));
}

/// The snapshot of a comparison, as the command prints it.
fn saved_text() -> String {
    let snapshot = fs::read_to_string(fixture("comparison.json.snap")).unwrap();
    let (_, text) = snapshot.split_once("---\n{").expect("insta's header");
    format!("{{{text}")
}

/// What is said of a comparison after a change to its text.
fn fault(from: &str, to: &str) -> String {
    let text = saved_text();
    assert!(text.contains(from), "{from}");
    match json::read_comparison(&text.replacen(from, to, 1)) {
        Ok(_) => panic!("{to} was opened"),
        Err(fault) => fault.to_string(),
    }
}

#[test]
fn a_file_that_is_no_comparison_is_refused_in_a_sentence() {
    for text in [
        "",
        "{",
        "[]",
        "null",
        "{\"format\": \"policy-diff/document\", \"version\": 2}",
    ] {
        let refused = json::read_comparison(text).unwrap_err().to_string();
        assert_eq!(refused, "This file is no comparison of policy-diff.");
    }
    let refused = fault("\"version\": 2", "\"version\": 1");
    assert_eq!(
        refused,
        "This comparison is in version 1 of its format; version 2 can be opened."
    );
}

#[test]
fn what_does_not_hold_together_is_refused_in_a_sentence() {
    let cases = [
        (
            "\"ob1\"",
            "\"nb1\"",
            "\"nb1\" is no id that begins with \"ob\"",
        ),
        (
            "\"id\": \"ob1\"",
            "\"id\": \"ob01\"",
            "\"ob01\" is no id that begins with \"ob\"",
        ),
        (
            "\"id\": \"ob1\"",
            "\"id\": \"ob2\"",
            "the ids of a version are out of order",
        ),
        (
            "\"section\": \"ns1\"",
            "\"section\": \"ns2\"",
            "the blocks of section 1 of the new version",
        ),
        (
            "\"op\": \"delete\"",
            "\"op\": \"insert\"",
            "are not those of the old version",
        ),
        (
            "\"op\": \"delete\"",
            "\"op\": \"removed\"",
            "\"removed\" is no name of Op",
        ),
        (
            "\"term\": null",
            "\"term\": 700",
            "a term that is not there",
        ),
        (
            "\"changes\": [\n        \"c",
            "\"changes\": [\n        \"c0123456789\", \"c",
            "rests on a change that is not there",
        ),
        ("\"renamed\"", "\"remained\"", "missing field `renamed`"),
    ];
    for (from, to, expected) in cases {
        let refused = fault(from, to);
        assert!(refused.contains(expected), "{to}: {refused}");
        assert!(
            refused.starts_with("This comparison ") && refused.ends_with('.'),
            "{refused}"
        );
    }
}

proptest! {
    /// A file may say anything: it is opened or refused.
    #[test]
    fn no_damaged_comparison_is_a_fault(at in 0_usize..60_000, byte in any::<u8>(), cut in 0_usize..4) {
        let mut bytes = saved_text().into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        bytes.drain(at..(at + cut).min(bytes.len()));
        let _ = json::read_comparison(&String::from_utf8_lossy(&bytes));
    }
}
