//! Sections: are headings read, is each linked with what it became, and are the links described
//! rightly?

use std::path::{Path, PathBuf};

use policy_diff::compare::compare;

use crate::support::{
    self,
    labels::{self, Labels},
    score::{Tally, mean},
    sections::{Row, score},
};

/// Least F1 with the sections of all pairs counted together (micro).
const LINKS: f64 = 0.975;
const HEADINGS: f64 = 0.98;
/// Added and removed sections.
const ALONE: f64 = 0.92;
const MOVED: f64 = 0.86;
/// Most links whose `edited` is wrong; whether one is renamed is never wrong.
const EDITED_WRONG: usize = 2;

#[test]
fn sections_are_read_and_linked_as_careful_readers_say() {
    let rows: Vec<Row> = files().iter().filter_map(|f| row(f)).collect();
    print(&rows);
    if rows.is_empty() || is_partial() {
        return;
    }
    let total = |tally: fn(&Row) -> Tally| -> Tally { rows.iter().map(tally).sum() };
    assert!(total(|r| r.links).f1() >= LINKS, "links");
    assert!(total(|r| r.headings).f1() >= HEADINGS, "headings");
    assert!(total(|r| r.alone).f1() >= ALONE, "added and removed");
    assert!(total(|r| r.moved).f1() >= MOVED, "moved");
    let edited_wrong: usize = rows.iter().map(|r| r.edited_wrong.len()).sum();
    assert!(edited_wrong <= EDITED_WRONG, "edited");
    assert!(rows.iter().all(|r| r.renamed_wrong.is_empty()), "renamed");
}

fn is_partial() -> bool {
    ["POLICY_DIFF_ONLY", "POLICY_DIFF_LABELS"]
        .iter()
        .any(|name| std::env::var_os(name).is_some())
}

fn files() -> Vec<PathBuf> {
    if let Some(folder) = std::env::var_os("POLICY_DIFF_LABELS") {
        return labels::files(&PathBuf::from(folder));
    }
    let fixtures = labels::root().join("tests/fixtures");
    let mut files = labels::files(&fixtures.join("example"));
    if support::shared("corpus").is_some() {
        files.extend(labels::files(&fixtures.join("labels")));
        let gold = ["gold", "gold2/sections"]
            .into_iter()
            .flat_map(support::shared);
        files.extend(gold.flat_map(|folder| labels::files(&folder)));
    }
    files
}

fn row(file: &Path) -> Option<Row> {
    let labels = Labels::read(file);
    let only = std::env::var("POLICY_DIFF_ONLY").unwrap_or_default();
    labels.name.contains(&only).then(|| {
        let (old, new) = (support::read(&labels.old), support::read(&labels.new));
        score(&labels, &old, &new, &compare(&old, &new))
    })
}

fn print(rows: &[Row]) {
    println!(
        "\n{:33} {:>9} {:>6} {:>6} {:>9} {:>14} {:>7} {:>8} {:>7}",
        "sections",
        "precision",
        "recall",
        "F1",
        "headings",
        "added/removed",
        "edited",
        "renamed",
        "moved"
    );
    for row in rows {
        println!(
            "{:33} {:9.2} {:6.2} {:6.2} {:9.2} {:14.2} {:>7} {:>8} {:7.2}",
            row.name,
            row.links.precision(),
            row.links.recall(),
            row.links.f1(),
            row.headings.f1(),
            row.alone.f1(),
            wrong(row.edited_wrong.len()),
            wrong(row.renamed_wrong.len()),
            row.moved.f1(),
        );
        if std::env::var_os("POLICY_DIFF_DETAIL").is_some() {
            row.detail.iter().for_each(|line| println!("    {line}"));
        }
    }
    let sum = |tally: fn(&Row) -> Tally| -> Tally { rows.iter().map(tally).sum() };
    let links = sum(|r| r.links);
    println!(
        "{:33} {:9.3} {:6.3} {:6.3} {:9.3} {:14.3} {:>7} {:>8} {:7.3}",
        format!("all {} pairs, counted together", rows.len()),
        links.precision(),
        links.recall(),
        links.f1(),
        sum(|r| r.headings).f1(),
        sum(|r| r.alone).f1(),
        wrong(rows.iter().map(|r| r.edited_wrong.len()).sum()),
        wrong(rows.iter().map(|r| r.renamed_wrong.len()).sum()),
        sum(|r| r.moved).f1(),
    );
    let average = |figure: fn(&Row) -> f64| mean(rows.iter().map(figure));
    println!(
        "{:33} {:9.3} {:6.3} {:6.3} {:9.3} {:14.3} {:>7} {:>8} {:7.3}",
        "mean of the pairs",
        average(|r| r.links.precision()),
        average(|r| r.links.recall()),
        average(|r| r.links.f1()),
        average(|r| r.headings.f1()),
        average(|r| r.alone.f1()),
        "",
        "",
        average(|r| r.moved.f1()),
    );
    println!(
        "floors (counted together): links {LINKS}, headings {HEADINGS}, added/removed {ALONE}, \
         moved {MOVED}; `edited` wrong {EDITED_WRONG} times at most, `renamed` never"
    );
}

fn wrong(count: usize) -> String {
    match count {
        0 => "right".into(),
        n => format!("{n} wrong"),
    }
}
