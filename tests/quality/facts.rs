//! Facts and contacts of single documents: is what careful readers found read, and nothing else?

use std::{collections::BTreeMap, path::Path};

use policy_diff::{
    meaning,
    model::{Document, FactKind, Reading},
    report::value_in_data,
};
use serde_json::Value;

use crate::support::{
    self,
    labels::{self, document, files, json},
};

/// Least F1 by kind, all documents counted together; what is not named here has no floor.
const FLOORS: [(&str, f64); 8] = [
    ("rights", 0.95),
    ("retention", 0.9),
    ("recipients", 0.9),
    ("legal bases", 0.85),
    ("sale", 0.85),
    ("do not track", 0.85),
    ("age", 0.9),
    ("identity", 0.9),
];

/// The same for the second set, on which less is right.
const SECOND_FLOORS: [(&str, f64); 5] = [
    ("contact", 0.85),
    ("date", 0.85),
    ("rights", 0.9),
    ("retention", 0.7),
    ("recipients", 0.65),
];

/// Right, wrong and missed values of one kind.
#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Count {
    #[expect(clippy::cast_precision_loss, reason = "counts of a few hundred")]
    fn f1(self) -> f64 {
        let all = 2 * self.right + self.wrong + self.missed;
        if all == 0 {
            return 1.0;
        }
        2.0 * self.right as f64 / all as f64
    }
}

type Counts = BTreeMap<&'static str, Count>;

#[test]
fn facts_are_read_as_careful_readers_say() {
    let Some(gold) = support::shared("gold/facts") else {
        return;
    };
    let mut all = files(&gold);
    all.extend(files(&labels::root().join("tests/fixtures/facts")));
    let Some(total) = score(all) else { return };
    for (kind, floor) in FLOORS {
        let f1 = total.get(kind).copied().unwrap_or_default().f1();
        assert!(f1 >= floor, "{kind}: {f1:.3}");
    }
    let of = |kind: &str| total.get(kind).copied().unwrap_or_default();
    assert_eq!((of("contact").wrong, of("contact").missed), (0, 0));
    assert_eq!((of("date").wrong, of("date").missed), (0, 0));
}

/// The second set of labels, of texts that the rules were not written with.
#[test]
fn facts_of_the_second_set_are_read() {
    let Some(gold) = support::shared("gold2/facts") else {
        return;
    };
    let Some(total) = score(files(&gold)) else {
        return;
    };
    for (kind, floor) in SECOND_FLOORS {
        let f1 = total.get(kind).copied().unwrap_or_default().f1();
        assert!(f1 >= floor, "{kind}: {f1:.3}");
    }
}

/// Prints the figures of every document and of all together; nothing to judge by where only some
/// were asked for.
fn score(mut all: Vec<std::path::PathBuf>) -> Option<Counts> {
    let only = std::env::var("POLICY_DIFF_ONLY").unwrap_or_default();
    all.retain(|path| path.to_string_lossy().contains(&only));
    let mut total = Counts::new();
    println!("\nfacts, F1 by document; \"-\" where there is nothing to read");
    let mut rows = Vec::new();
    for path in all {
        let counts = measure(&path);
        rows.push(row(&path, &counts));
        for (kind, count) in counts {
            let sum = total.entry(kind).or_default();
            sum.right += count.right;
            sum.wrong += count.wrong;
            sum.missed += count.missed;
        }
    }
    println!("{}", header());
    rows.iter().for_each(|row| println!("{row}"));
    println!(
        "{:20} {:>6} {:>6} {:>7} {:>6}",
        "facts", "right", "wrong", "missed", "F1"
    );
    for (kind, count) in &total {
        let Count {
            right,
            wrong,
            missed,
        } = count;
        println!(
            "{kind:20} {right:6} {wrong:6} {missed:7} {:6.3}",
            count.f1()
        );
    }
    only.is_empty().then_some(total)
}

/// What is told by document, in the order of the columns.
const COLUMNS: [&str; 6] = [
    "contact",
    "date",
    "rights",
    "retention",
    "recipients",
    "legal bases",
];

fn header() -> String {
    let columns = COLUMNS.map(|kind| format!(" {kind:>11}")).concat();
    format!("{:36}{columns}", "document")
}

fn row(path: &Path, counts: &Counts) -> String {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let figure = |kind: &str| {
        let count = counts.get(kind).copied().unwrap_or_default();
        let nothing = count.right + count.wrong + count.missed == 0;
        let shown = if nothing {
            "-".to_owned()
        } else {
            format!("{:.2}", count.f1())
        };
        format!(" {shown:>11}")
    };
    format!("{name:36}{}", COLUMNS.map(figure).concat())
}

fn measure(path: &Path) -> Counts {
    let gold = json(path);
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    println!("  {name}");
    let text = support::read(&document(path, gold["file"].as_str().unwrap_or_default()));
    let reading = meaning::read(&text);
    every_quote_is_in_its_block(&text, &reading);
    let mut counts = Counts::new();
    let values = |kind: FactKind| -> Vec<String> {
        let facts = reading.facts.iter().filter(|f| f.kind() == kind);
        facts
            .map(|f| value_in_data(&f.statement).into_owned())
            .collect()
    };
    let mut add = |kind: &'static str, found: &[String], wanted: &[String], same: Same| {
        let ignored = strings(&gold["ignore"][key(kind)]);
        counts.insert(kind, count(kind, found, wanted, &ignored, same));
    };
    let equal: Same = |a, b| a == b;
    add(
        "date",
        &values(FactKind::EffectiveDate),
        &one(&gold["effective_date"]),
        equal,
    );
    add(
        "rights",
        &values(FactKind::Right),
        &strings(&gold["rights"]),
        equal,
    );
    add(
        "retention",
        &values(FactKind::Retention),
        &strings(&gold["retention"]),
        same_period,
    );
    add(
        "recipients",
        &values(FactKind::Recipient),
        &strings(&gold["recipients"]),
        same_name,
    );
    add(
        "legal bases",
        &values(FactKind::LegalBasis),
        &strings(&gold["legal_bases"]),
        equal,
    );
    add(
        "age",
        &values(FactKind::MinimumAge),
        &one(&gold["min_age"]),
        equal,
    );
    add(
        "sale",
        &values(FactKind::Sale),
        &spoken(&gold["sells_data"]),
        equal,
    );
    let signal: Vec<_> = spoken(&gold["do_not_track"]);
    let signal: Vec<_> = signal
        .iter()
        .map(|s| s.replace("does-not-honour", "ignores"))
        .collect();
    add(
        "do not track",
        &values(FactKind::DoNotTrack),
        &signal,
        equal,
    );
    let checked = |is: bool| {
        if is {
            vec!["checked".to_owned()]
        } else {
            Vec::new()
        }
    };
    let found = checked(!values(FactKind::IdentityCheck).is_empty());
    let wanted = checked(
        gold["identity_check"]
            .as_str()
            .is_some_and(|s| !s.is_empty()),
    );
    add("identity", &found, &wanted, equal);
    add(
        "contact",
        &[recommended(&reading)],
        &[wanted_contact(&gold, &reading)],
        equal,
    );
    counts
}

fn recommended(reading: &Reading) -> String {
    let best = reading.contacts.iter().find(|c| c.recommended);
    best.map_or("none".to_owned(), |c| c.value.clone())
}

/// The right contact; the one that was found, where readers accept it too.
fn wanted_contact(gold: &Value, reading: &Reading) -> String {
    let found = recommended(reading);
    if strings(&gold["acceptable_request_contacts"]).contains(&found) {
        return found;
    }
    gold["best_request_contact"]
        .as_str()
        .unwrap_or("none")
        .to_owned()
}

type Same = fn(&str, &str) -> bool;

/// Pairs what was found with what is wanted: equal values first, then those that say the same.
fn count(kind: &str, found: &[String], wanted: &[String], ignored: &[String], same: Same) -> Count {
    let mut left: Vec<&String> = wanted.iter().collect();
    // The same words at several places are one statement.
    left.sort_unstable();
    left.dedup();
    let mut count = Count::default();
    let mut rest = Vec::new();
    for value in found {
        match left.iter().position(|w| *w == value) {
            Some(at) => {
                left.remove(at);
                count.right += 1;
            }
            None => rest.push(value),
        }
    }
    for value in rest {
        if let Some(at) = left.iter().position(|w| same(w, value)) {
            left.remove(at);
            count.right += 1;
        } else if !ignored.iter().any(|i| same(i, value)) {
            println!("    {kind}: wrong {value}");
            count.wrong += 1;
        }
    }
    for missed in left {
        println!("    {kind}: missed {missed}");
        count.missed += 1;
    }
    count
}

/// The name of a kind in the label files.
fn key(kind: &str) -> &str {
    match kind {
        "legal bases" => "legal_bases",
        kind => kind,
    }
}

/// A list of values, or of objects with a period.
fn strings(value: &Value) -> Vec<String> {
    let list = value.as_array().into_iter().flatten();
    list.filter_map(|v| v.as_str().or_else(|| v["period"].as_str()))
        .map(str::to_owned)
        .collect()
}

fn one(value: &Value) -> Vec<String> {
    let number = value.as_u64().map(|n| n.to_string());
    value
        .as_str()
        .map(str::to_owned)
        .or(number)
        .into_iter()
        .collect()
}

fn spoken(value: &Value) -> Vec<String> {
    let mut one = one(value);
    one.retain(|v| !matches!(v.as_str(), "silent" | ""));
    one
}

/// The same number and unit; without a number, the same words or part of them.
fn same_period(a: &str, b: &str) -> bool {
    let span = |t: &str| {
        let at = t.find(|c: char| c.is_ascii_digit())?;
        let mut words = t[at..].split_whitespace();
        let unit: String = words.by_ref().nth(1)?.chars().take(3).collect();
        Some((t[at..].split_whitespace().next()?.to_owned(), unit))
    };
    match (span(a), span(b)) {
        (None, None) => {
            let (a, b) = (a.to_lowercase(), b.to_lowercase());
            a.contains(&b) || b.contains(&a)
        }
        (a, b) => a == b,
    }
}

/// The same first word: "Mailjet" and "Mailjet SAS".
fn same_name(a: &str, b: &str) -> bool {
    let first = |t: &str| t.split([' ', ',']).next().map(str::to_lowercase);
    first(a) == first(b)
}

fn every_quote_is_in_its_block(document: &Document, reading: &Reading) {
    let facts = reading.facts.iter().map(|f| &f.evidence);
    for evidence in facts.chain(reading.contacts.iter().map(|c| &c.evidence)) {
        if let Some(block) = evidence.block {
            let text = &document.block(block).text;
            assert!(text.contains(&evidence.quote), "{}", evidence.quote);
        }
    }
}
