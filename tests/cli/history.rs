//! `history`: a folder of versions as a report and as data.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::{Value, json};

use super::{fails, run, stderr, stdout, succeeds};

const ORCHARD: &str = "tests/fixtures/history/orchard";

fn data(folder: &str) -> Value {
    let json = succeeds(&["history", folder, "--format", "json"]);
    serde_json::from_str(&json).unwrap()
}

/// A new folder with these files.
fn folder(name: &str, files: &[(&str, &[u8])]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    for (name, bytes) in files {
        fs::write(path.join(name), bytes).unwrap();
    }
    path.to_string_lossy().into_owned()
}

fn names(history: &Value) -> Vec<&str> {
    let versions = history["versions"].as_array().unwrap().iter();
    versions.map(|v| v["name"].as_str().unwrap()).collect()
}

/// The headlines of all comparisons.
fn headlines(history: &Value) -> Vec<&str> {
    let comparisons = history["comparisons"].as_array().unwrap().iter();
    let highlights = comparisons.flat_map(|c| c["highlights"].as_array().unwrap());
    highlights
        .map(|h| h["headline"].as_str().unwrap())
        .collect()
}

const TEXT: &[u8] = b"# Privacy\n\nWe keep your name for two years after the last order.\n";

#[test]
fn the_data_has_versions_comparisons_and_passages() {
    let history = data(ORCHARD);
    assert_eq!(history["format"], "policy-diff/history");
    assert_eq!(history["version"], 2);
    assert_eq!(
        names(&history),
        ["first", "2019-03-01", "2020-06-15", "2022-01-10"]
    );
    let pairs: Vec<_> = history["comparisons"].as_array().unwrap().iter().collect();
    let pairs: Vec<_> = pairs.iter().map(|c| (&c["old"], &c["new"])).collect();
    let id = |text: &str| json!(text);
    let (v0, v1, v2, v3) = (id("v0"), id("v1"), id("v2"), id("v3"));
    assert_eq!(pairs, [(&v0, &v1), (&v1, &v2), (&v2, &v3)]);
    let latest = &history["versions"][3]["document"]["blocks"];
    let passages = history["blocks"].as_array().unwrap();
    assert_eq!(passages.len(), latest.as_array().unwrap().len());
    for (passage, block) in passages.iter().zip(latest.as_array().unwrap()) {
        assert_eq!(passage["block"], block["id"]);
    }
    let kinds: Vec<&Value> = history["returns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| &r["kind"])
        .collect();
    assert_eq!(kinds, ["restored", "changed-back"]);
    let told = headlines(&history);
    let back = told
        .iter()
        .filter(|h| h.starts_with("Back to the words of version first: “"));
    assert_eq!(back.count(), 2, "{told:#?}");
    // What came back is not called new besides.
    assert!(
        !told.iter().any(|h| h.starts_with("New in “Visits")),
        "{told:#?}"
    );
}

#[test]
fn ids_are_unique_and_lead_somewhere() {
    let history = data(ORCHARD);
    let mut ids = BTreeSet::new();
    let mut declared = |list: &Value| {
        for entry in list.as_array().unwrap() {
            let id = entry["id"].as_str().unwrap().to_owned();
            assert!(ids.insert(id.clone()), "{id} twice");
        }
    };
    declared(&history["versions"]);
    for version in history["versions"].as_array().unwrap() {
        declared(&version["document"]["sections"]);
        declared(&version["document"]["blocks"]);
    }
    for comparison in history["comparisons"].as_array().unwrap() {
        declared(&comparison["blocks"]);
    }
    let mut used = Vec::new();
    for comparison in history["comparisons"].as_array().unwrap() {
        for change in comparison["blocks"].as_array().unwrap() {
            used.extend(change["old"].as_array().unwrap());
            used.extend(change["new"].as_array().unwrap());
        }
        for highlight in comparison["highlights"].as_array().unwrap() {
            used.extend(highlight["changes"].as_array().unwrap());
        }
    }
    for passage in history["blocks"].as_array().unwrap() {
        used.extend([
            &passage["block"],
            &passage["first"],
            &passage["since"],
            &passage["wording_since"],
        ]);
        used.extend(passage["changes"].as_array().unwrap());
    }
    for found in history["returns"].as_array().unwrap() {
        used.extend([&found["version"], &found["block"], &found["change"]]);
        used.extend([
            &found["earlier_version"],
            &found["earlier_block"],
            &found["gone_change"],
        ]);
    }
    assert!(used.len() > 50);
    for id in used {
        assert!(ids.contains(id.as_str().unwrap()), "{id} leads nowhere");
    }
}

#[test]
fn the_text_tells_since_when() {
    let text = succeeds(&["history", ORCHARD]);
    for told in [
        "History: Orchard Privacy Notice",
        "» since first; moved 2020-06-15",
        "since 2020-06-15, and once before from first",
        "2022-01-10 changed a passage back to the words of first, which 2019-03-01 had replaced.",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
}

#[test]
fn versions_are_ordered_as_in_the_catalogue() {
    let dated = b"# Privacy\n\nEffective date: 5 May 2019\n\nWe keep your name.\n";
    let folder = folder(
        "history-order",
        &[
            ("2020-01-01.md", TEXT),
            (
                "2018-01-01.html",
                b"<h1>Privacy</h1><p>We keep your name.</p>",
            ),
            ("web.md", dated),
            ("undated.txt", TEXT),
            ("SOURCE.txt", b"from somewhere"),
            ("organisation.toml", b"name = \"Orchard\""),
            (".hidden.md", TEXT),
        ],
    );
    let output = run(&["history", &folder, "--format", "json"]);
    assert_eq!(stderr(&output), "");
    let history: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(
        names(&history),
        ["undated", "2018-01-01", "web", "2020-01-01"]
    );
}

#[test]
fn what_cannot_be_used_is_named_and_the_rest_goes_on() {
    let folder = folder(
        "history-odd",
        &[
            ("2018-01-01.md", TEXT),
            ("2018-01-01.txt", TEXT),
            ("2019-01-01.md", b""),
            ("2020-01-01.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
            ("2021-01-01.pdf", TEXT),
            ("2022-01-01.md", TEXT),
        ],
    );
    fs::create_dir(Path::new(&folder).join("2023-01-01.md")).unwrap();
    let output = run(&["history", &folder, "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let history: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(names(&history), ["2018-01-01", "2022-01-01"]);
    let noted = stderr(&output);
    for file in [
        "2018-01-01.txt",
        "2019-01-01.md",
        "2020-01-01.md",
        "2021-01-01.pdf",
        "2023-01-01.md",
    ] {
        assert!(noted.contains(file), "{file}\n{noted}");
    }
    // Two equal versions: nothing happened.
    assert_eq!(history["blocks"][0]["since"], "v0");
    assert_eq!(history["blocks"][0]["changes"], json!([]));
}

#[test]
fn one_version_is_a_history_and_none_is_not() {
    let one = folder("history-one", &[("2018-01-01.md", TEXT)]);
    let history = data(&one);
    assert_eq!(history["comparisons"], json!([]));
    assert_eq!(history["blocks"][0]["first"], "v0");
    assert!(succeeds(&["history", &one]).contains("since 2018-01-01"));
    let none = folder("history-none", &[]);
    fails(&["history", &none], 1, "holds no version");
    fails(&["history", "absent-folder"], 1, "cannot be read");
    fails(
        &["history", &format!("{one}/2018-01-01.md")],
        1,
        "cannot be read",
    );
}
