//! Section correspondence against labels made by careful readers.

#![allow(clippy::print_stdout, reason = "figures and skipped files are printed")]

mod support;

use std::{collections::BTreeSet, path::Path};

use policy_diff::{
    compare::{ChangeKind, compare},
    meaning,
};
use serde_json::Value;

type Link = (String, String, bool, bool);

struct Score {
    precision: f64,
    recall: f64,
    f1: f64,
    missing: Vec<(String, String)>,
    extra: Vec<(String, String)>,
    flags: Vec<String>,
    moved_wrong: Vec<String>,
}

fn score(labels: &Path, base: &Path) -> Score {
    let text = std::fs::read_to_string(labels).expect("labels are readable");
    let gold: Value = serde_json::from_str(&text).expect("labels are JSON");
    let file = |key: &str| base.join(gold[key].as_str().expect("a path"));
    let (old, new) = (support::read(&file("old")), support::read(&file("new")));
    let comparison = compare(&old, &new);
    let (old_names, new_names) = (support::label_names(&old), support::label_names(&new));
    let strings = |key: &str| -> BTreeSet<String> {
        gold[key]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|v| v.as_str().map(str::to_owned))
            .collect()
    };
    let (ignore_old, ignore_new) = (strings("ignore_old"), strings("ignore_new"));
    let counted = |l: &Link| !ignore_old.contains(&l.0) && !ignore_new.contains(&l.1);
    let wanted: BTreeSet<Link> = gold["links"]
        .as_array()
        .expect("links")
        .iter()
        .map(|l| {
            let text = |k: &str| l[k].as_str().unwrap_or_default().to_owned();
            let flag = |k: &str| l[k].as_bool().unwrap_or_default();
            (text("old"), text("new"), flag("renamed"), flag("edited"))
        })
        .filter(counted)
        .collect();
    let found: BTreeSet<Link> = comparison
        .sections
        .links
        .iter()
        .map(|l| {
            (
                old_names[l.old.index()].clone(),
                new_names[l.new.index()].clone(),
                l.renamed,
                l.edited,
            )
        })
        .filter(counted)
        .collect();
    let pairs = |set: &BTreeSet<Link>| -> BTreeSet<(String, String)> {
        set.iter().map(|l| (l.0.clone(), l.1.clone())).collect()
    };
    let (want, have) = (pairs(&wanted), pairs(&found));
    let hits = want.intersection(&have).count() as f64;
    let (precision, recall) = (
        hits / have.len().max(1) as f64,
        hits / want.len().max(1) as f64,
    );
    let moved: BTreeSet<String> = comparison
        .sections
        .links
        .iter()
        .filter(|l| l.moved)
        .map(|l| new_names[l.new.index()].clone())
        .collect();
    Score {
        precision,
        recall,
        f1: 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE),
        missing: want.difference(&have).cloned().collect(),
        extra: have.difference(&want).cloned().collect(),
        flags: wanted
            .iter()
            .filter(|l| have.contains(&(l.0.clone(), l.1.clone())) && !found.contains(l))
            .map(|l| format!("{} → {} should be renamed={} edited={}", l.0, l.1, l.2, l.3))
            .collect(),
        moved_wrong: moved
            .symmetric_difference(&strings("moved"))
            .cloned()
            .collect(),
    }
}

fn show(name: &str, s: &Score) {
    println!(
        "{name}: precision {:.2} recall {:.2} F1 {:.2}",
        s.precision, s.recall, s.f1
    );
    for (a, b) in &s.missing {
        println!("   missing {a} → {b}");
    }
    for (a, b) in &s.extra {
        println!("   extra   {a} → {b}");
    }
    for line in s.flags.iter().chain(&s.moved_wrong) {
        println!("   flag    {line}");
    }
}

#[test]
fn numfocus_links_equal_the_labels() {
    let (Some(labels), Some(base)) = (
        support::shared("gold/numfocus-2018-2019.json"),
        support::shared(""),
    ) else {
        return;
    };
    let s = score(&labels, &base);
    show("numfocus-2018-2019", &s);
    assert!(
        s.missing.is_empty()
            && s.extra.is_empty()
            && s.flags.is_empty()
            && s.moved_wrong.is_empty()
    );
}

#[test]
fn loomio_links_are_close_to_the_labels() {
    for name in ["loomio-2015-2019", "loomio-2019-2022"] {
        let (Some(labels), Some(base)) = (
            support::shared(&format!("gold/{name}.json")),
            support::shared(""),
        ) else {
            return;
        };
        let s = score(&labels, &base);
        show(name, &s);
        assert!(s.f1 >= 0.8, "{name}: F1 {:.2}", s.f1);
    }
}

/// The example policies are in the project, so this one is never skipped.
#[test]
fn the_example_changes_as_its_authors_meant() {
    let base = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["2018-2019", "2019-2022"] {
        let labels = base.join(format!("tests/fixtures/example/{name}.json"));
        let s = score(&labels, base);
        show(name, &s);
        assert!(s.f1 >= 0.95, "{name}: F1 {:.2}", s.f1);

        let text = std::fs::read_to_string(&labels).expect("labels are readable");
        let gold: Value = serde_json::from_str(&text).expect("labels are JSON");
        let read = |key: &str| support::read(&base.join(gold[key].as_str().expect("a path")));
        let (old, new) = (read("old"), read("new"));
        for (key, document) in [("old", &old), ("new", &new)] {
            let date = document.effective_date.map(|d| d.to_string());
            assert_eq!(
                date.as_deref(),
                gold["effective_dates"][key].as_str(),
                "{name} {key}"
            );
            let reading = meaning::read(document);
            let contact = reading.contacts.iter().find(|c| c.recommended);
            let wanted = gold["recommended_contacts"][key].as_str();
            assert_eq!(contact.map(|c| c.value.as_str()), wanted, "{name} {key}");
        }
        let comparison = compare(&old, &new);
        for passage in gold["block_moves"].as_array().into_iter().flatten() {
            let text = passage["text"].as_str().expect("a passage");
            let moved = comparison
                .changes
                .iter()
                .filter(|c| matches!(c.kind, ChangeKind::Moved | ChangeKind::MovedEdited));
            let mut texts = moved.flat_map(|c| &c.new).map(|&b| &new.block(b).text);
            assert!(texts.any(|t| t.starts_with(text)), "{name}: {text} moved");
        }
        let terms: Vec<_> = comparison
            .terms
            .iter()
            .map(|t| format!("{} → {}", t.old, t.new))
            .collect();
        println!("{name}: {terms:?}");
        assert!(!terms.is_empty(), "{name}");
    }
}

/// Scores every label file of a folder, for work on the method: `POLICY_DIFF_LABELS=folder`.
#[test]
fn other_labels() {
    let Ok(folder) = std::env::var("POLICY_DIFF_LABELS") else {
        return;
    };
    let Some(base) = support::shared("") else {
        return;
    };
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "json"))
        .collect();
    files.sort();
    let mut sum = 0.0;
    for file in &files {
        let s = score(file, &base);
        show(&file.file_stem().unwrap_or_default().to_string_lossy(), &s);
        sum += s.f1;
    }
    println!(
        "mean F1 {:.3} over {}",
        sum / files.len().max(1) as f64,
        files.len()
    );
}
