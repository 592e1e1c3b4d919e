//! Highlights of pairs: is what journalists told, or would tell, among the first ten?

use std::{collections::BTreeSet, path::PathBuf};

use policy_diff::{compare::compare, meaning, model::BlockId};
use serde_json::Value;

use crate::support::{
    self,
    labels::{self, document, files, json},
};

/// How many highlights a hurried reader looks at.
const FIRST: usize = 10;

/// Least share of the listed edits that lie in changes of the first highlights.
const COVERED: f64 = 0.85;

/// Most characters of a headline.
const LONGEST: usize = 140;

struct Memo {
    name: String,
    before: PathBuf,
    after: PathBuf,
    needles: Vec<Value>,
}

#[test]
fn the_first_highlights_cover_what_journalists_tell() {
    let only = std::env::var("POLICY_DIFF_ONLY").unwrap_or_default();
    let mut memos = memos();
    memos.retain(|m| m.name.contains(&only));
    if memos.is_empty() {
        return;
    }
    println!("\nedits worth telling, among the first {FIRST} highlights");
    let (mut covered, mut all) = (0, 0);
    for memo in &memos {
        let hits = covered_of(memo);
        println!("{hits:3} of {:3}  {}", memo.needles.len(), memo.name);
        covered += hits;
        all += memo.needles.len();
    }
    println!("{covered:3} of {all:3}  together");
    #[expect(clippy::cast_precision_loss, reason = "counts of a few dozen")]
    let share = covered as f64 / all as f64;
    assert!(share >= COVERED || !only.is_empty(), "{share:.2}");
}

/// The published memos, and those of the fixtures.
fn memos() -> Vec<Memo> {
    let mut memos = Vec::new();
    let Some(published) = support::shared("memos") else {
        return memos;
    };
    let entries = std::fs::read_dir(published).into_iter().flatten();
    let mut folders: Vec<_> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
    folders.retain(|p| p.is_dir());
    folders.sort();
    for folder in folders {
        let gold = json(&folder.join("expected.json"));
        let (before, after) = (folder.join("before.md"), folder.join("after.md"));
        memos.push(memo(&folder, before, after, &gold));
    }
    for path in files(&labels::root().join("tests/fixtures/memos")) {
        let gold = json(&path);
        let file = |key: &str| document(&path, gold[key].as_str().unwrap_or_default());
        memos.push(memo(&path, file("before"), file("after"), &gold));
    }
    memos
}

fn memo(path: &std::path::Path, before: PathBuf, after: PathBuf, gold: &Value) -> Memo {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let needles = gold["needles"].as_array().cloned().unwrap_or_default();
    Memo {
        name: name.into_owned(),
        before,
        after,
        needles,
    }
}

fn covered_of(memo: &Memo) -> usize {
    let (old, new) = (support::read(&memo.before), support::read(&memo.after));
    let comparison = compare(&old, &new);
    let meaning = meaning::weigh(&old, &new, &comparison);
    for highlight in &meaning.highlights {
        assert!(
            highlight.headline.chars().count() <= LONGEST,
            "{}",
            highlight.headline
        );
    }
    let first = meaning.highlights.iter().take(FIRST);
    let changes: BTreeSet<_> = first.flat_map(|h| h.changes.iter().copied()).collect();
    let (mut old_text, mut new_text) = (String::new(), String::new());
    for id in changes {
        let change = comparison.change(id);
        let text = |blocks: &[BlockId], of: &model::Document| -> String {
            blocks.iter().map(|b| folded(&of.block(*b).text)).collect()
        };
        old_text.push_str(&text(&change.old, &old));
        new_text.push_str(&text(&change.new, &new));
    }
    let holds = |text: &str, needle: &Value| {
        let needle = folded(needle.as_str().unwrap_or(""));
        !needle.is_empty() && text.contains(&needle)
    };
    let hit = |n: &&Value| {
        let hit = holds(&old_text, &n["old"]) || holds(&new_text, &n["new"]);
        if !hit {
            println!("      missed: {}", n["what"]);
        }
        hit
    };
    memo.needles.iter().filter(hit).count()
}

/// Letters and digits only: some needles come from Markdown source.
fn folded(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// What a reader of the non-profit's change of 2019 must learn first.
#[test]
fn the_first_highlights_of_numfocus_2019_tell_what_matters() {
    let Some(corpus) = support::shared("corpus") else {
        return;
    };
    let read = |name: &str| support::read(&corpus.join("numfocus").join(name));
    let (old, new) = (read("2018-01-12.md"), read("2019-11-26.md"));
    let meaning = meaning::weigh(&old, &new, &compare(&old, &new));
    let first: Vec<_> = meaning
        .highlights
        .iter()
        .take(FIRST)
        .map(|h| h.headline.as_str())
        .collect();
    let told = |words: &[&str]| first.iter().any(|h| words.iter().all(|w| h.contains(w)));
    for words in [
        &["privacy@numfocus.org", "info@numfocus.org"][..],
        &["38 months", "Google Analytics"],
        &["Recipients", "Cloudflare", "Eventbrite", "Zapier"],
        &["portability", "restriction", "objection", "complaint"],
        &["with your consent", "new services"],
        &["a merger", "credit card processing"],
    ] {
        assert!(told(words), "{words:?} in {first:#?}");
    }
    assert!(!told(&["Reworded"]) && !told(&["throughout"]), "{first:#?}");
}
