//! What must hold for the printed comparison of any two versions, over real policies.
//!
//! The policies lie beside the project and are not part of it; without them each test prints a
//! line and passes.

#![allow(
    clippy::unwrap_used,
    reason = "a helper of a test may fail as the test does"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    thread,
};

use crate::support::{read, shared};
use policy_diff::{
    compare::compare,
    meaning,
    messages::Locale,
    model::Document,
    report::{self, json},
};
use serde_json::Value;

/// Neighbouring versions of every organisation, undated ones first.
fn pairs() -> Vec<(PathBuf, PathBuf)> {
    let Some(corpus) = shared("corpus") else {
        return Vec::new();
    };
    let mut pairs = Vec::new();
    for organisation in entries(&corpus).into_iter().filter(|path| path.is_dir()) {
        let mut versions: Vec<PathBuf> = entries(&organisation)
            .into_iter()
            .filter(|path| {
                let ending = path.extension().and_then(|ending| ending.to_str());
                matches!(ending, Some("md" | "html" | "txt")) && !path.ends_with("SOURCE.txt")
            })
            .collect();
        versions.sort_by_key(|path| (!path.ends_with("undated.md"), path.clone()));
        pairs.extend(
            versions
                .windows(2)
                .map(|pair| (pair[0].clone(), pair[1].clone())),
        );
    }
    pairs
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    entries
}

struct Printed {
    json: Value,
    markdown: String,
    html: String,
}

fn print(old: &Document, new: &Document) -> Printed {
    let comparison = compare(old, new);
    let meaning = meaning::weigh(old, new, &comparison);
    let page = report::comparison(old, new, &comparison, &meaning, Locale::En);
    Printed {
        json: serde_json::to_value(json::comparison(old, new, &comparison, &meaning)).unwrap(),
        markdown: page.to_markdown(),
        html: page.to_html(),
    }
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// Ids in a list of ids.
fn ids<'a>(value: &'a Value, name: &str) -> Vec<&'a str> {
    list(value, name).iter().filter_map(Value::as_str).collect()
}

/// Collects what does not hold, so that one run shows all of it.
#[derive(Default)]
struct Findings(Vec<String>);

impl Findings {
    fn check(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.0.push(what());
        }
    }

    fn document(&mut self, name: &str, document: &Value) {
        let blocks: BTreeMap<&str, &str> = list(document, "blocks")
            .iter()
            .map(|block| (text(block, "id"), text(block, "text")))
            .collect();
        let sections: BTreeSet<&str> = list(document, "sections")
            .iter()
            .map(|section| text(section, "id"))
            .collect();
        self.check(blocks.len() == list(document, "blocks").len(), || {
            format!("{name}: block ids repeat")
        });
        self.check(sections.len() == list(document, "sections").len(), || {
            format!("{name}: section ids repeat")
        });
        let listed: Vec<&str> = list(document, "sections")
            .iter()
            .flat_map(|section| ids(section, "blocks"))
            .collect();
        let in_order: Vec<&str> = list(document, "blocks")
            .iter()
            .map(|block| text(block, "id"))
            .collect();
        self.check(listed == in_order, || {
            format!("{name}: the sections do not list every block once, in order")
        });
        for block in list(document, "blocks") {
            self.check(sections.contains(text(block, "section")), || {
                format!("{name}: {block} is in no section")
            });
        }
        for part in ["dates", "contacts", "facts"] {
            for item in list(document, part) {
                let is_date = part == "dates" || item["kind"] == "effective-date";
                self.evidence(name, &item["evidence"], &blocks, is_date);
            }
        }
        let recommended = list(document, "contacts")
            .iter()
            .filter(|contact| contact["recommended"] == true)
            .count();
        self.check(recommended <= 1, || {
            format!("{name}: {recommended} recommended contacts")
        });
    }

    fn evidence(
        &mut self,
        name: &str,
        evidence: &Value,
        blocks: &BTreeMap<&str, &str>,
        may_be_metadata: bool,
    ) {
        let quote = text(evidence, "quote");
        let holds = match evidence["block"].as_str() {
            Some(id) => blocks.get(id).is_some_and(|block| block.contains(quote)),
            None => may_be_metadata,
        };
        self.check(holds && !quote.is_empty(), || {
            format!("{name}: {evidence} is not in its block")
        });
    }

    fn comparison(&mut self, name: &str, printed: &Value) {
        let texts: Vec<BTreeMap<&str, &str>> = ["old", "new"]
            .iter()
            .map(|side| {
                list(&printed[*side], "blocks")
                    .iter()
                    .map(|block| (text(block, "id"), text(block, "text")))
                    .collect()
            })
            .collect();
        self.check(texts[0].keys().all(|id| !texts[1].contains_key(id)), || {
            format!("{name}: both sides have a block of the same id")
        });
        for (side, (texts, gone)) in texts.iter().zip(["insert", "delete"]).enumerate() {
            let side = ["old", "new"][side];
            let mut seen = BTreeMap::new();
            for change in list(printed, "blocks") {
                let ids = ids(change, side);
                for id in &ids {
                    *seen.entry(*id).or_insert(0) += 1;
                }
                let blocks: Vec<&str> = ids
                    .iter()
                    .map(|id| texts.get(id).copied().unwrap_or("(no such block)"))
                    .collect();
                let rebuilt: String = list(change, "segments")
                    .iter()
                    .filter(|segment| text(segment, "op") != gone)
                    .map(|segment| text(segment, "text"))
                    .collect();
                self.check(rebuilt == blocks.join("\n"), || {
                    format!("{name}: {} does not give its {side} text", change["id"])
                });
            }
            let once = texts.keys().all(|id| seen.get(id) == Some(&1));
            self.check(once && seen.len() == texts.len(), || {
                format!("{name}: an {side} block is not in exactly one change")
            });
        }
        self.references(name, printed);
    }

    fn references(&mut self, name: &str, printed: &Value) {
        let sections = |side: &str| -> BTreeSet<&str> {
            list(&printed[side], "sections")
                .iter()
                .map(|section| text(section, "id"))
                .collect()
        };
        let (old, new) = (sections("old"), sections("new"));
        let links = list(&printed["sections"], "links");
        for link in links {
            let known = old.contains(text(link, "old")) && new.contains(text(link, "new"));
            self.check(known, || format!("{name}: {link} leads nowhere"));
        }
        for (side, alone, all) in [("old", "removed", &old), ("new", "added", &new)] {
            let linked: BTreeSet<&str> = links.iter().map(|link| text(link, side)).collect();
            let alone: BTreeSet<&str> = ids(&printed["sections"], alone).into_iter().collect();
            self.check(linked.is_disjoint(&alone), || {
                format!("{name}: an {side} section is both linked and alone")
            });
            let together: BTreeSet<&str> = linked.union(&alone).copied().collect();
            self.check(together == *all, || {
                format!("{name}: an {side} section is neither linked nor alone")
            });
        }
        let changes: BTreeSet<&str> = list(printed, "blocks")
            .iter()
            .map(|change| text(change, "id"))
            .collect();
        let facts = list(printed, "facts").len();
        for (position, highlight) in list(printed, "highlights").iter().enumerate() {
            self.check(highlight["rank"] == position + 1, || {
                format!("{name}: {highlight} has the wrong rank")
            });
            let known = ids(highlight, "changes")
                .iter()
                .all(|id| changes.contains(id));
            let positions = list(highlight, "facts").iter().filter_map(Value::as_u64);
            let in_range = positions.clone().all(|at| (at as usize) < facts);
            self.check(known && in_range, || {
                format!("{name}: {highlight} points nowhere")
            });
            let rests = !ids(highlight, "changes").is_empty() || positions.count() > 0;
            self.check(rests, || format!("{name}: {highlight} rests on nothing"));
            self.check(text(highlight, "headline").chars().count() <= 140, || {
                format!("{name}: {highlight} is too long")
            });
        }
        let terms = list(printed, "terms").len();
        for segment in list(printed, "blocks")
            .iter()
            .flat_map(|change| list(change, "segments"))
        {
            let term = segment["term"].as_u64();
            self.check(term.is_none_or(|term| (term as usize) < terms), || {
                format!("{name}: {segment} has no such term")
            });
            self.check(!text(segment, "text").is_empty(), || {
                format!("{name}: an empty segment")
            });
        }
    }
}

/// What does not hold for some pairs.
fn findings(pairs: &[(PathBuf, PathBuf)]) -> Vec<String> {
    let mut findings = Findings::default();
    for (old, new) in pairs {
        let name = format!("{} → {}", old.display(), new.display());
        let printed = print(&read(old), &read(new));
        findings.document(&name, &printed.json["old"]);
        findings.document(&name, &printed.json["new"]);
        findings.comparison(&name, &printed.json);
        findings.check(!printed.html.contains(" style="), || {
            format!("{name}: inline style")
        });
        findings.check(!printed.markdown.contains("\n\n\n"), || {
            format!("{name}: empty lines in the Markdown")
        });
    }
    findings.0
}

#[test]
fn every_neighbouring_pair_holds_together() {
    let pairs = pairs();
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let share = pairs.len().div_ceil(workers).max(1);
    let findings: Vec<String> = thread::scope(|scope| {
        let running: Vec<_> = pairs
            .chunks(share)
            .map(|pairs| scope.spawn(|| findings(pairs)))
            .collect();
        running
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    assert!(
        findings.is_empty(),
        "{} findings:\n{}",
        findings.len(),
        findings.join("\n")
    );
}

#[test]
fn numfocus_2018_and_2019() {
    let (Some(old), Some(new)) = (
        shared("corpus/numfocus/2018-01-12.md"),
        shared("corpus/numfocus/2019-11-26.md"),
    ) else {
        return;
    };
    let printed = print(&read(&old), &read(&new)).json;
    assert_eq!(printed["old"]["effective_date"], "2018-01-12");
    assert_eq!(printed["new"]["effective_date"], "2019-11-26");
    let recommended = |side: &str| -> Vec<String> {
        list(&printed[side], "contacts")
            .iter()
            .filter(|contact| contact["recommended"] == true)
            .map(|contact| text(contact, "value").to_owned())
            .collect()
    };
    assert_eq!(recommended("old"), ["info@numfocus.org"]);
    assert_eq!(recommended("new"), ["privacy@numfocus.org"]);
}
