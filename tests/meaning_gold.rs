//! Facts and contacts measured against the answers that readers labelled.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "figures are printed; labels that cannot be read fail the test"
)]

use std::{collections::BTreeSet, fs, path::Path};

use policy_diff::{
    document,
    meaning::{self, FactKind, Reading},
};
use serde_json::Value;

/// Right, wrong and missed values of one kind of answer.
#[derive(Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    fn add(&mut self, what: &str, found: &BTreeSet<String>, expected: &BTreeSet<String>) {
        self.right += found.intersection(expected).count();
        for wrong in found.difference(expected) {
            println!("  {what}: wrong {wrong}");
            self.wrong += 1;
        }
        for missed in expected.difference(found) {
            println!("  {what}: missed {missed}");
            self.missed += 1;
        }
    }

    fn precision(&self) -> f64 {
        share(self.right, self.wrong)
    }

    fn recall(&self) -> f64 {
        share(self.right, self.missed)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of a few dozen")]
fn share(part: usize, rest: usize) -> f64 {
    if part + rest == 0 {
        1.0
    } else {
        part as f64 / (part + rest) as f64
    }
}

#[test]
fn facts_agree_with_the_labelled_answers() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let Ok(entries) = fs::read_dir(shared.join("gold/facts")) else {
        println!("no labelled facts beside the project: skipped");
        return;
    };
    let mut paths: Vec<_> = entries.map(|e| e.unwrap().path()).collect();
    paths.sort();
    let mut tally = Tally::default();
    for path in paths {
        let gold: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let file = gold["file"].as_str().unwrap();
        println!("{file}");
        let bytes = fs::read(shared.join(file)).unwrap();
        let document = document::read(file, &bytes, document::html::parse_native);
        let reading = meaning::read(&document);
        every_quote_is_in_its_block(&document, &reading);
        compare(&gold, &reading, &mut tally);
        let best = reading
            .contacts
            .iter()
            .find(|c| c.recommended)
            .map(|c| c.value.as_str());
        assert_eq!(
            best,
            gold["best_request_contact"].as_str(),
            "where a request goes, {file}"
        );
    }
    println!(
        "precision {:.3}, recall {:.3}",
        tally.precision(),
        tally.recall()
    );
    // Reached when written: see the line above. A wrong fact costs a reader more than a missed
    // one, so the first floor is the higher.
    assert!(tally.precision() >= 0.97, "precision {}", tally.precision());
    assert!(tally.recall() >= 0.95, "recall {}", tally.recall());
}

fn compare(gold: &Value, reading: &Reading, tally: &mut Tally) {
    let values = |kind: FactKind| -> BTreeSet<String> {
        reading
            .facts
            .iter()
            .filter(|f| f.kind == kind)
            .map(|f| f.value.clone())
            .collect()
    };
    let strings = |v: &Value| -> BTreeSet<String> {
        v.as_array()
            .into_iter()
            .flatten()
            .map(|s| s.as_str().unwrap().to_owned())
            .collect()
    };
    tally.add("right", &values(FactKind::Right), &strings(&gold["rights"]));
    tally.add(
        "recipient",
        &values(FactKind::Recipient),
        &strings(&gold["recipients"]),
    );
    tally.add(
        "legal basis",
        &values(FactKind::LegalBasis),
        &strings(&gold["legal_bases"]),
    );
    let periods = gold["retention"].as_array().into_iter().flatten();
    let periods = periods
        .map(|r| r["period"].as_str().unwrap().to_owned())
        .collect();
    tally.add("retention", &values(FactKind::Retention), &periods);
    let one = |v: &Value, silent: &str| -> BTreeSet<String> {
        v.as_str()
            .filter(|s| *s != silent && !s.is_empty())
            .map(str::to_owned)
            .into_iter()
            .collect()
    };
    tally.add(
        "sale",
        &values(FactKind::Sale),
        &one(&gold["sells_data"], "silent"),
    );
    let signal = one(&gold["do_not_track"], "silent");
    let signal = signal
        .iter()
        .map(|s| s.replace("does-not-honour", "ignores"))
        .collect();
    tally.add("do not track", &values(FactKind::DoNotTrack), &signal);
    tally.add(
        "date",
        &values(FactKind::EffectiveDate),
        &one(&gold["effective_date"], ""),
    );
    let checked = |found: bool| -> BTreeSet<String> {
        found.then(|| "checked".to_owned()).into_iter().collect()
    };
    let found = checked(!values(FactKind::IdentityCheck).is_empty());
    let expected = checked(!gold["identity_check"].as_str().unwrap_or("").is_empty());
    tally.add("identity", &found, &expected);
    let written = |kind: &str| matches!(kind, "email" | "form");
    let found = reading.contacts.iter().filter(|c| written(c.kind.key()));
    let found = found.map(|c| c.value.clone()).collect();
    let expected = gold["privacy_contacts"].as_array().into_iter().flatten();
    let expected = expected
        .map(|c| c["value"].as_str().unwrap().to_owned())
        .collect();
    tally.add("contact", &found, &expected);
}

fn every_quote_is_in_its_block(document: &document::Document, reading: &Reading) {
    let facts = reading.facts.iter().map(|f| &f.evidence);
    for evidence in facts.chain(reading.contacts.iter().map(|c| &c.evidence)) {
        if let Some(block) = evidence.block {
            assert!(
                document.block(block).text.contains(&evidence.quote),
                "{}",
                evidence.quote
            );
        }
    }
}
