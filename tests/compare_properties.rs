//! What holds for the comparison of any two documents.

mod support;

use std::collections::BTreeMap;

use policy_diff::{
    compare::{Change, ChangeKind, Comparison, Op, Weight, compare},
    document::{BlockId, Document},
};
use proptest::prelude::*;
use support::markdown;

/// Each old block and each new block stands in exactly one change, and the segments give both
/// texts back.
fn assert_complete(old: &Document, new: &Document, comparison: &Comparison) {
    let mut olds: Vec<BlockId> = comparison
        .changes
        .iter()
        .flat_map(|c| c.old.clone())
        .collect();
    let mut news: Vec<BlockId> = comparison
        .changes
        .iter()
        .flat_map(|c| c.new.clone())
        .collect();
    olds.sort();
    news.sort();
    let all =
        |d: &Document| -> Vec<BlockId> { (0..d.blocks.len()).map(|b| BlockId(b as u32)).collect() };
    assert_eq!(olds, all(old));
    assert_eq!(news, all(new));
    for change in &comparison.changes {
        assert_eq!(
            text_without(change, Op::Insert),
            joined(old, &change.old),
            "{change:?}"
        );
        assert_eq!(
            text_without(change, Op::Delete),
            joined(new, &change.new),
            "{change:?}"
        );
    }
}

fn text_without(change: &Change, op: Op) -> String {
    change
        .segments
        .iter()
        .filter(|s| s.op != op)
        .map(|s| s.text.as_str())
        .collect()
}

fn joined(document: &Document, blocks: &[BlockId]) -> String {
    blocks
        .iter()
        .map(|&b| document.block(b).text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

fn kinds(comparison: &Comparison) -> Vec<ChangeKind> {
    comparison.totals.by_kind.keys().copied().collect()
}

/// Swaps old and new everywhere, in the order that a comparison the other way round has.
fn swapped(comparison: &Comparison) -> Vec<(Vec<BlockId>, Vec<BlockId>, String, String)> {
    let mut rows: Vec<_> = comparison
        .changes
        .iter()
        .map(|c| {
            (
                c.new.clone(),
                c.old.clone(),
                text_without(c, Op::Delete),
                text_without(c, Op::Insert),
            )
        })
        .collect();
    rows.sort();
    rows
}

fn rows(comparison: &Comparison) -> Vec<(Vec<BlockId>, Vec<BlockId>, String, String)> {
    let mut rows: Vec<_> = comparison
        .changes
        .iter()
        .map(|c| {
            (
                c.old.clone(),
                c.new.clone(),
                text_without(c, Op::Insert),
                text_without(c, Op::Delete),
            )
        })
        .collect();
    rows.sort();
    rows
}

fn mirrored_kinds(comparison: &Comparison) -> BTreeMap<ChangeKind, usize> {
    let mirrored = |kind| match kind {
        ChangeKind::Added => ChangeKind::Removed,
        ChangeKind::Removed => ChangeKind::Added,
        ChangeKind::Split => ChangeKind::Merged,
        ChangeKind::Merged => ChangeKind::Split,
        same => same,
    };
    comparison
        .totals
        .by_kind
        .iter()
        .map(|(&kind, &n)| (mirrored(kind), n))
        .collect()
}

fn assert_mirrors(old: &Document, new: &Document) {
    let (forth, back) = (compare(old, new), compare(new, old));
    assert_eq!(forth.totals.by_kind, mirrored_kinds(&back));
    assert_eq!(rows(&forth), swapped(&back));
    let links = |c: &Comparison| -> Vec<_> {
        let mut all: Vec<_> = c
            .sections
            .links
            .iter()
            .map(|l| (l.old, l.new, l.renamed, l.moved, l.edited))
            .collect();
        all.sort();
        all
    };
    let mut mirrored: Vec<_> = links(&back)
        .into_iter()
        .map(|(a, b, r, m, e)| (b, a, r, m, e))
        .collect();
    mirrored.sort();
    assert_eq!(links(&forth), mirrored);
    assert_eq!(forth.sections.added, back.sections.removed);
}

/// A policy of sections with distinct subjects.
fn policy(sections: &[(&str, &str)]) -> String {
    sections
        .iter()
        .map(|(heading, text)| format!("## {heading}\n\n{text}\n\n"))
        .collect()
}

const SECTIONS: [(&str, &str); 5] = [
    (
        "Collection",
        "We collect your name and postal address when you order seeds from our catalogue.\n\nThe weather station at the allotment records nothing about visitors.",
    ),
    (
        "Cookies",
        "A single cookie remembers which language you picked for this site.",
    ),
    (
        "Retention",
        "Order records stay in our ledger for seven years because tax law requires it.",
    ),
    (
        "Security",
        "Backups are encrypted and kept in a locked cabinet in Dublin.",
    ),
    (
        "Contact",
        "Write to the librarian if anything here worries you.",
    ),
];

#[test]
fn a_document_compared_with_itself_has_no_change() {
    let document = markdown(&policy(&SECTIONS));
    let comparison = compare(&document, &document);
    assert!(comparison.is_identical());
    assert_eq!(kinds(&comparison), [ChangeKind::Unchanged]);
    assert_eq!(
        (
            comparison.totals.words_deleted,
            comparison.totals.words_inserted
        ),
        (0, 0)
    );
}

#[test]
fn changed_quote_marks_are_formatting() {
    let old = markdown("## Terms\n\nThe \"Services\" aren't yours - they're ours.\n");
    let new = markdown("## Terms\n\nThe “Services” aren’t yours – they’re ours.\n");
    let comparison = compare(&old, &new);
    assert_eq!(kinds(&comparison), [ChangeKind::Reformatted]);
    assert_eq!(comparison.changes[0].weight, Weight::Formatting);
    assert!(!comparison.sections.links[0].edited);
}

#[test]
fn a_changed_link_target_is_a_link_change() {
    let old = markdown("## More\n\nRead [the list](https://a.example/list).\n");
    let new = markdown("## More\n\nRead [the list](https://b.example/list).\n");
    let comparison = compare(&old, &new);
    assert_eq!(comparison.changes[0].kind, ChangeKind::Reformatted);
    assert_eq!(comparison.changes[0].weight, Weight::Link);
}

#[test]
fn one_word_that_binds_is_substantive() {
    for (a, b) in [
        ("We will tell you first.", "We may tell you first."),
        ("We do not sell data.", "We do sell data."),
        (
            "We share it with partners.",
            "We share it with partners only.",
        ),
        ("We share logs and mail.", "We share logs or mail."),
        ("We keep logs for 30 days.", "We keep logs for 60 days."),
    ] {
        let comparison = compare(&markdown(a), &markdown(b));
        assert_eq!(
            comparison.changes[0].weight,
            Weight::Substantive,
            "{a} → {b}"
        );
    }
}

#[test]
fn an_article_is_wording() {
    let comparison = compare(
        &markdown("We keep the records of a visit."),
        &markdown("We keep records of the visit."),
    );
    assert_eq!(comparison.changes[0].weight, Weight::Wording);
}

#[test]
fn a_new_date_alone_is_a_date_change() {
    let comparison = compare(
        &markdown("# Privacy\n\nLast updated: 1 March 2018\n\nWe keep nothing."),
        &markdown("# Privacy\n\nLast updated: 15 September 2019\n\nWe keep nothing."),
    );
    assert_eq!(comparison.changes[0].weight, Weight::Date);
}

#[test]
fn a_paragraph_cut_in_two_is_a_split() {
    let whole = "We keep order records for seven years because tax law requires it. Letters to the librarian are thrown away after one reply has been sent.";
    let parts = "We keep order records for seven years because tax law requires it.\n\nLetters to the librarian are thrown away after one reply has been sent.";
    let split = compare(&markdown(whole), &markdown(parts));
    assert_eq!(kinds(&split), [ChangeKind::Split]);
    assert_eq!(split.totals.words_deleted + split.totals.words_inserted, 0);
    assert_eq!(
        kinds(&compare(&markdown(parts), &markdown(whole))),
        [ChangeKind::Merged]
    );
}

#[test]
fn a_paragraph_in_another_section_is_a_move() {
    let moved = "The weather station at the allotment records nothing about visitors.";
    let old = policy(&SECTIONS);
    let new = old
        .replace(moved, "")
        .replace("in Dublin.", &format!("in Dublin.\n\n{moved}"));
    let comparison = compare(&markdown(&old), &markdown(&new));
    let change = comparison
        .changes
        .iter()
        .find(|c| c.kind == ChangeKind::Moved)
        .expect("a move");
    assert_eq!(text_without(change, Op::Insert), moved);
}

#[test]
fn a_phrase_replaced_throughout_is_a_term() {
    let sentence = |n: &str, what: &str| {
        format!("Our {n} team looks after {what} with great care and a ledger.\n\n")
    };
    let text = |what: &str| {
        ["seed", "tool", "soil", "water"]
            .map(|n| sentence(n, what))
            .concat()
    };
    let comparison = compare(
        &markdown(&text("personal information")),
        &markdown(&text("personal data")),
    );
    assert_eq!(comparison.terms.len(), 1);
    assert_eq!(comparison.terms[0].old, "personal information");
    assert_eq!(comparison.terms[0].new, "personal data");
    assert_eq!(comparison.terms[0].count, 4);
    assert!(
        comparison
            .changes
            .iter()
            .all(|c| c.weight == Weight::Terminology)
    );
}

#[test]
fn real_policies_are_complete_and_mirrored() {
    let Some(corpus) = support::shared("corpus") else {
        return;
    };
    for (name, old, new) in [
        ("numfocus", "2018-01-12.md", "2019-11-26.md"),
        ("loomio", "2019-03-21.md", "2022-10-24.md"),
        ("medium", "2014-03-18.txt", "2014-04-11.md"),
        ("mozilla-firefox-de", "2024-05-11.md", "2025-03-03.md"),
    ] {
        let folder = corpus.join(name);
        if !folder.join(old).exists() || !folder.join(new).exists() {
            continue;
        }
        let (old, new) = (
            support::read(&folder.join(old)),
            support::read(&folder.join(new)),
        );
        assert_complete(&old, &new, &compare(&old, &new));
        assert_mirrors(&old, &new);
        assert!(compare(&old, &old).is_identical(), "{name}");
    }
}

fn any_policy() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "data",
        "seeds",
        "cookie",
        "share",
        "keep",
        "not",
        "may",
        "partner",
        "“quoted”",
        "years",
        "law",
        "30",
        "e-mail",
        "—",
    ]);
    let sentence = prop::collection::vec(word, 1..14).prop_map(|words| words.join(" ") + ".");
    let paragraph = prop::collection::vec(sentence, 1..4).prop_map(|s| s.join(" "));
    let heading = prop::sample::select(vec![
        "## Sharing",
        "## Cookies",
        "### Your rights",
        "# Privacy",
        "",
        "- ",
    ]);
    prop::collection::vec((heading, paragraph), 0..10).prop_map(|rows| {
        rows.iter()
            .map(|(h, p)| {
                if *h == "- " {
                    format!("- {p}\n")
                } else {
                    format!("{h}\n\n{p}\n\n")
                }
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_two_policies_are_complete(a in any_policy(), b in any_policy()) {
        let (old, new) = (markdown(&a), markdown(&b));
        assert_complete(&old, &new, &compare(&old, &new));
    }

    #[test]
    fn any_swap_mirrors(a in any_policy(), b in any_policy()) {
        assert_mirrors(&markdown(&a), &markdown(&b));
    }

    #[test]
    fn any_policy_equals_itself(a in any_policy()) {
        let document = markdown(&a);
        prop_assert!(compare(&document, &document).is_identical());
    }

    #[test]
    fn any_text_is_survived(a in any::<String>(), b in any::<String>()) {
        let (old, new) = (markdown(&a), markdown(&b));
        assert_complete(&old, &new, &compare(&old, &new));
    }

    #[test]
    fn shuffled_sections_only_move(order in Just([0_usize, 1, 2, 3, 4]).prop_shuffle()) {
        let shuffled: Vec<(&str, &str)> = order.iter().map(|&at| SECTIONS[at]).collect();
        let (old, new) = (markdown(&policy(&SECTIONS)), markdown(&policy(&shuffled)));
        let comparison = compare(&old, &new);
        prop_assert_eq!(comparison.sections.links.len(), SECTIONS.len());
        prop_assert!(comparison.sections.links.iter().all(|l| !l.renamed && !l.edited));
        prop_assert_eq!(comparison.totals.words_deleted + comparison.totals.words_inserted, 0);
        prop_assert_eq!(kinds(&comparison), vec![ChangeKind::Unchanged]);
    }

    #[test]
    fn renamed_headings_are_only_renamed(at in 0_usize..5) {
        let mut renamed = SECTIONS;
        renamed[at].0 = "Quite another matter";
        let comparison = compare(&markdown(&policy(&SECTIONS)), &markdown(&policy(&renamed)));
        let names: Vec<bool> = comparison.sections.links.iter().map(|l| l.renamed).collect();
        prop_assert_eq!(names.iter().filter(|r| **r).count(), 1);
        prop_assert_eq!(kinds(&comparison), vec![ChangeKind::Unchanged]);
    }
}
