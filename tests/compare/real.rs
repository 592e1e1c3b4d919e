//! What holds for the comparison of any two documents, on real policies.

use std::path::{Path, PathBuf};

use policy_diff::{
    compare::compare,
    meaning,
    model::{ChangeKind, Document, Weight},
    report::json,
};

use crate::{
    properties::{assert_sound, kinds},
    support::{self, invariants::is_opened_again, transform},
};

/// Two neighbouring versions of each organisation: the smallest pair, since these tests run
/// without optimisation.
fn real_pairs() -> Vec<(String, Document, Document)> {
    let Some(corpus) = support::shared("corpus") else {
        return Vec::new();
    };
    let mut pairs = Vec::new();
    for organisation in support::folder(&corpus) {
        let files = support::folder(&organisation);
        let is_policy = |p: &&PathBuf| p.extension().is_some_and(|e| e == "md" || e == "html");
        let files: Vec<_> = files.iter().filter(is_policy).collect();
        let size = |path: &Path| path.metadata().map_or(0, |m| m.len());
        let smallest = files.windows(2).min_by_key(|w| size(w[0]) + size(w[1]));
        if let Some([old, new]) = smallest {
            let name = organisation.to_string_lossy().into_owned();
            pairs.push((name, support::read(old), support::read(new)));
        }
    }
    pairs
}

#[test]
fn real_policies_are_complete_and_mirrored() {
    for (_, old, new) in real_pairs() {
        assert_sound(&old, &new);
    }
}

#[test]
fn real_policies_equal_themselves() {
    for (name, _, document) in real_pairs() {
        assert!(compare(&document, &document).is_identical(), "{name}");
    }
}

#[test]
fn real_policies_give_the_same_bytes_again() {
    for (name, old, new) in real_pairs() {
        let bytes = || {
            let comparison = compare(&old, &new);
            let meaning = meaning::weigh(&old, &new, &comparison);
            let view = json::comparison(&old, &new, &comparison, &meaning);
            serde_json::to_vec(&view).expect("it can be written")
        };
        assert!(bytes() == bytes(), "{name}");
    }
}

#[test]
fn real_comparisons_are_opened_as_they_were_written() {
    for (_, old, new) in real_pairs() {
        let comparison = compare(&old, &new);
        let meaning = meaning::weigh(&old, &new, &comparison);
        is_opened_again(&old, &new, &comparison, &meaning);
    }
}

#[test]
fn other_quote_marks_in_real_policies_are_only_formatting() {
    for (name, _, document) in real_pairs() {
        let plain = transform::without_marks(&document);
        let comparison = compare(&plain, &transform::requoted(&document));
        let only = [ChangeKind::Unchanged, ChangeKind::Reformatted];
        for change in &comparison.changes {
            assert!(only.contains(&change.kind), "{name}: {change:?}");
            assert_eq!(change.weight, Weight::Formatting, "{name}: {change:?}");
        }
        assert!(
            comparison
                .sections
                .links
                .iter()
                .all(|l| !l.edited && !l.moved),
            "{name}"
        );
    }
}

#[test]
fn other_headings_in_real_policies_are_only_renames() {
    for (name, _, document) in real_pairs() {
        let renamed = transform::renamed(&document);
        let comparison = compare(&document, &renamed);
        assert_eq!(kinds(&comparison), [ChangeKind::Unchanged], "{name}");
        for link in &comparison.sections.links {
            let differ = document.section(link.old).heading != renamed.section(link.new).heading;
            assert_eq!(link.renamed, differ, "{name}: {link:?}");
            assert!(!link.moved && !link.edited, "{name}: {link:?}");
        }
        assert_eq!(comparison.sections.added, [], "{name}");
        assert_eq!(comparison.sections.removed, [], "{name}");
    }
}

#[test]
fn other_orders_of_real_sections_are_only_moves() {
    for (name, _, document) in real_pairs() {
        let count = document.sections.len();
        let turned: Vec<usize> = (0..count)
            .map(|at| (at + count / 3) % count.max(1))
            .collect();
        let backwards: Vec<usize> = (0..count).rev().collect();
        for order in [turned, backwards] {
            let comparison = compare(&document, &transform::reordered(&document, &order));
            for change in &comparison.changes {
                let stays = matches!(change.kind, ChangeKind::Unchanged | ChangeKind::Moved);
                assert!(stays, "{name}: {change:?}");
            }
            assert_eq!(comparison.totals.words_deleted, 0, "{name}");
            assert_eq!(comparison.totals.words_inserted, 0, "{name}");
            assert!(
                comparison.sections.links.iter().all(|l| !l.edited),
                "{name}"
            );
            assert_eq!(comparison.sections.added, [], "{name}");
        }
    }
}
