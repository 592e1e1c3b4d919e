//! The sections of real policies, as labelled by reading.
//!
//! The policies and labels lie beside the project and are not part of it; without them each
//! test counts as skipped.

use std::collections::BTreeMap;

use policy_diff::model::Document;

use crate::support::{self, folder, shared};

fn read(path: &str) -> Option<Document> {
    Some(support::read(&shared(path)?))
}

fn json(path: &str) -> Option<serde_json::Value> {
    Some(support::labels::json(&shared(path)?))
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
        .filter(|d| d.role == model::DateRole::Archived)
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

/// Words of all headings and blocks, with how often each occurs.
fn words(document: &Document) -> BTreeMap<String, usize> {
    let headings = document.sections.iter().map(|s| s.heading.as_str());
    let texts = headings.chain(document.blocks.iter().map(|b| b.text.as_str()));
    let mut words = BTreeMap::new();
    for word in texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())) {
        if !word.is_empty() {
            *words.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    words
}

/// Of the words of one text, counted as often as they occur, how many per cent the other has, too.
fn share(of: &BTreeMap<String, usize>, with: &BTreeMap<String, usize>) -> f64 {
    let common: usize = of
        .iter()
        .map(|(word, count)| *count.min(with.get(word).unwrap_or(&0)))
        .sum();
    common as f64 * 100.0 / of.values().sum::<usize>().max(1) as f64
}

/// A bag of words rather than a sequence: it shows text lost and chrome kept, which is what is
/// asked here, and not where another tool puts a table or breaks a line. It is taken both ways,
/// since either alone could be had by keeping nothing or everything.
#[test]
fn whole_pages_have_the_words_of_another_extraction() {
    for organisation in ["github-html", "opentermsarchive-html"] {
        let Some(pages) = shared(&format!("corpus/{organisation}")) else {
            return;
        };
        let mut pages = folder(&pages);
        pages.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
        assert!(!pages.is_empty(), "{organisation}");
        for page in pages {
            let version = page.file_stem().unwrap_or_default().to_string_lossy();
            let theirs = format!("corpus/{organisation}/extracted-md/{version}.md");
            let Some(theirs) = read(&theirs) else { return };
            let ours = support::read(&page);
            let name = format!("{organisation}/{version}");
            let (ours, theirs) = (words(&ours), words(&theirs));
            let (kept, wanted) = (share(&theirs, &ours), share(&ours, &theirs));
            eprintln!("{name}: {kept:.2} % of their words read, {wanted:.2} % of ours theirs");
            for (word, count) in &ours {
                let theirs = theirs.get(word).unwrap_or(&0);
                if theirs != count {
                    eprintln!("  {word}: {count} times, theirs {theirs}");
                }
            }
            assert!(kept >= 97.0, "{name}: words lost");
            assert!(wanted >= 97.0, "{name}: words of the page kept");
        }
    }
}

#[test]
fn languages_of_the_translated_notices() {
    for (organisation, language) in [
        ("mozilla-firefox", "en"),
        ("mozilla-firefox-de", "de"),
        ("mozilla-firefox-fr", "fr"),
        ("datenanfragen-de", "de"),
    ] {
        let Some(versions) = shared(&format!("corpus/{organisation}")) else {
            return;
        };
        let mut versions = folder(&versions);
        versions.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
        assert!(!versions.is_empty(), "{organisation}");
        for path in versions {
            let document = support::read(&path);
            assert_eq!(document.language, language, "{}", path.display());
            assert!(document.effective_date.is_some(), "{}", path.display());
            assert!(document.problems.is_empty(), "{}", path.display());
        }
    }
}
