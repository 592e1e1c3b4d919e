//! What journalists found worth telling, among the first ten highlights.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "figures are printed; a file that cannot be read fails the test"
)]

use std::{collections::BTreeSet, fs, path::Path};

use policy_diff::{compare, document, meaning};

/// How many highlights a hurried reader looks at.
const FIRST: usize = 10;

/// Share of the listed edits that lie in changes of the first highlights. Reached: see the
/// printed line; the floor leaves room for one edit of the five memos.
const FLOOR: f64 = 0.6;

#[test]
fn the_first_highlights_cover_what_journalists_told() {
    let memos = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/memos");
    let Ok(entries) = fs::read_dir(&memos) else {
        println!("no memos beside the project: skipped");
        return;
    };
    let mut folders: Vec<_> = entries
        .map(|e| e.unwrap().path())
        .filter(|p| p.is_dir())
        .collect();
    folders.sort();
    let (mut covered, mut all) = (0, 0);
    for folder in folders {
        let (hit, of) = measure(&folder);
        println!("{hit} of {of} in {}", folder.display());
        covered += hit;
        all += of;
    }
    println!("{covered} of {all} edits covered");
    assert!(
        f64::from(covered) >= FLOOR * f64::from(all),
        "{covered} of {all}"
    );
}

fn measure(folder: &Path) -> (u32, u32) {
    let read = |name: &str| {
        let bytes = fs::read(folder.join(name)).unwrap();
        document::read(name, &bytes, document::html::parse_native)
    };
    let (old, new) = (read("before.md"), read("after.md"));
    let comparison = compare::compare(&old, &new);
    let meaning = meaning::weigh(&old, &new, &comparison);
    let first = meaning.highlights.iter().take(FIRST);
    let changes: BTreeSet<_> = first.flat_map(|h| h.changes.iter().copied()).collect();
    let (mut old_text, mut new_text) = (String::new(), String::new());
    for id in changes {
        let change = comparison.change(id);
        for block in &change.old {
            old_text.push_str(&folded(&old.block(*block).text));
        }
        for block in &change.new {
            new_text.push_str(&folded(&new.block(*block).text));
        }
    }
    let expected = fs::read_to_string(folder.join("expected.json")).unwrap();
    let expected: serde_json::Value = serde_json::from_str(&expected).unwrap();
    let needles = expected["needles"].as_array().unwrap();
    let holds = |text: &str, needle: &serde_json::Value| {
        let needle = folded(needle.as_str().unwrap_or(""));
        !needle.is_empty() && text.contains(&needle)
    };
    let hit = |n: &&serde_json::Value| {
        let hit = holds(&old_text, &n["old"]) || holds(&new_text, &n["new"]);
        if !hit {
            println!("  missed: {}", n["what"]);
        }
        hit
    };
    let hits = needles.iter().filter(hit).count();
    (
        u32::try_from(hits).unwrap(),
        u32::try_from(needles.len()).unwrap(),
    )
}

/// Letters and digits only: the needles come from Markdown source.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
