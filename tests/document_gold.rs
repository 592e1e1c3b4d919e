//! The sections of real policies, as labelled by reading.
//!
//! The policies and labels lie beside the project and are not part of it; without them each
//! test prints a line and passes.

use policy_diff::document::{self, Document, html::parse_native};
use std::{fs, path::PathBuf};

fn shared(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../shared")
        .join(path)
}

fn read(path: &str) -> Option<Document> {
    match fs::read(shared(path)) {
        Ok(bytes) => Some(document::read(path, &bytes, parse_native)),
        Err(_) => {
            eprintln!("skipped: {path} is not here");
            None
        }
    }
}

fn json(path: &str) -> Option<serde_json::Value> {
    let text = fs::read_to_string(shared(path)).ok();
    if text.is_none() {
        eprintln!("skipped: {path} is not here");
    }
    serde_json::from_str(&text?).ok()
}

/// Headings in order; the text before the first is "(preamble)".
fn headings(document: &Document) -> Vec<String> {
    document
        .sections
        .iter()
        .map(|section| match section.heading.as_str() {
            "" => "(preamble)".to_owned(),
            heading => heading.to_owned(),
        })
        .collect()
}

fn check_pair(label: &str) {
    let Some(gold) = json(&format!("gold/{label}.json")) else {
        return;
    };
    for side in ["old", "new"] {
        let path = gold[side].as_str().unwrap_or_default();
        let Some(document) = read(path) else { return };
        let expected: Vec<&str> = gold[format!("{side}_sections")]
            .as_array()
            .map(|list| list.iter().filter_map(serde_json::Value::as_str).collect())
            .unwrap_or_default();
        assert_eq!(headings(&document), expected, "{path}");
    }
}

#[test]
fn sections_of_numfocus_2018_and_2019() {
    check_pair("numfocus-2018-2019");
}

#[test]
fn sections_of_loomio_2015_and_2019() {
    check_pair("loomio-2015-2019");
}

#[test]
fn sections_of_loomio_2019_and_2022() {
    check_pair("loomio-2019-2022");
}

#[test]
fn language_and_date_of_every_labelled_document() {
    for name in [
        "loomio-undated",
        "loomio-2019-03-21",
        "loomio-2022-10-24",
        "numfocus-2018-01-12",
        "numfocus-2019-11-26",
    ] {
        let Some(gold) = json(&format!("gold/facts/{name}.json")) else {
            continue;
        };
        let Some(document) = gold["file"].as_str().and_then(read) else {
            continue;
        };
        let effective = document.effective_date.map(|date| date.to_string());
        assert_eq!(gold["language"], document.language, "{name}");
        assert_eq!(
            gold["effective_date"].as_str(),
            effective.as_deref(),
            "{name}"
        );
    }
}

#[test]
fn an_archive_note_is_metadata() {
    let Some(document) = read("corpus/numfocus/2019-11-26.md") else {
        return;
    };
    let archived: Vec<_> = document
        .dates
        .iter()
        .filter(|d| d.role == document::DateRole::Archived)
        .collect();
    assert_eq!(archived.len(), 1);
    assert_eq!(archived[0].date.to_string(), "2019-12-09");
    assert_eq!(archived[0].evidence.block, None);
    assert!(
        document
            .blocks
            .iter()
            .all(|b| !b.text.contains("extracted and transformed"))
    );
}
