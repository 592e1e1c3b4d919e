//! What became of the parts of two policies, against what careful readers say.
//!
//! The figures over all labelled pairs are in `quality`; here stand the pairs on which nothing
//! may be wrong.

#![allow(clippy::print_stdout, reason = "skipped files and terms are printed")]

use crate::support;
use crate::support::{
    labels::{self, Labels, json},
    sections::score,
};
use policy_diff::{compare::compare, meaning, model::ChangeKind};

#[test]
fn numfocus_sections_equal_the_labels() {
    let Some(file) = support::shared("gold/numfocus-2018-2019.json") else {
        return;
    };
    let labels = Labels::read(&file);
    let (old, new) = (support::read(&labels.old), support::read(&labels.new));
    let row = score(&labels, &old, &new, &compare(&old, &new));
    assert!(row.detail.is_empty(), "{:#?}", row.detail);
}

/// The example policies are in the project, so this one is never skipped.
#[test]
fn the_example_changes_as_its_authors_meant() {
    for name in ["2018-2019", "2019-2022"] {
        let file = labels::root().join(format!("tests/fixtures/example/{name}.json"));
        let gold = json(&file);
        let labels = Labels::read(&file);
        let (old, new) = (support::read(&labels.old), support::read(&labels.new));
        let comparison = compare(&old, &new);
        let row = score(&labels, &old, &new, &comparison);
        assert!(row.detail.is_empty(), "{name}: {:#?}", row.detail);
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
