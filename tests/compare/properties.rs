//! What holds for the comparison of any two documents.

use crate::support::{
    invariants::{is_complete, is_opened_again, mirrors, text_without},
    markdown, order, transform,
};
use policy_diff::{
    compare::compare,
    meaning,
    model::{Change, ChangeKind, Comparison, Document, Op, Weight},
    report::json,
};
use proptest::prelude::*;

pub fn kinds(comparison: &Comparison) -> Vec<ChangeKind> {
    comparison.totals.by_kind.keys().copied().collect()
}

/// All that must hold for any two documents.
pub fn assert_sound(old: &Document, new: &Document) {
    let comparison = compare(old, new);
    is_complete(old, new, &comparison);
    mirrors(&comparison, &compare(new, old));
    is_bounded(old, new, &comparison);
    assert_eq!(order::moved(old, new, &comparison).standing, 0);
}

/// The result grows with the texts and not with the pairs in them.
fn is_bounded(old: &Document, new: &Document, comparison: &Comparison) {
    let blocks = old.blocks.len() + new.blocks.len();
    assert!(comparison.changes.len() <= blocks);
    let text = |d: &Document| -> usize { d.blocks.iter().map(|b| b.text.len() + 1).sum() };
    let segments = comparison.changes.iter().flat_map(|c| &c.segments);
    let written: usize = segments.map(|s| s.text.len()).sum();
    assert!(written <= text(old) + text(new));
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
        // The words are the same, but not where they stand.
        (
            "We do not sell it and do share it.",
            "We do sell it and do not share it.",
        ),
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

/// The addresses of a comparison's changes, with their words.
fn addresses(old: &Document, new: &Document) -> Vec<(String, String)> {
    let comparison = compare(old, new);
    let own = |change: &Change| match change.new.is_empty() {
        true => text_without(change, Op::Insert),
        false => text_without(change, Op::Delete),
    };
    let changes = comparison.changes.iter();
    changes
        .map(|change| (change.address.to_string(), own(change)))
        .collect()
}

#[test]
fn an_address_survives_other_passages_and_another_old_version() {
    let (old, new) = (policy(&SECTIONS), policy(&SECTIONS[1..]));
    let first = addresses(&markdown(&old), &markdown(&new));
    let more = format!("{new}## More\n\nWe also keep a diary of the weather.\n");
    let other = addresses(&markdown("# Privacy\n\nNothing yet.\n"), &markdown(&more));
    for (address, words) in &first {
        let still = new.contains(words.as_str());
        assert_eq!(
            other.iter().any(|(a, w)| (a, w) == (address, words)),
            still,
            "{words}"
        );
    }
}

/// Texts that make a comparison look at every pair of something, where nobody counts.
#[test]
fn hostile_repetition_is_compared() {
    let same = "We keep your data for as long as we need it.\n\n";
    let item = |n: usize| format!("- We keep item {n} of {} for {} days.\n", n % 7, n % 31);
    let backwards: String = (0..1_500).rev().map(item).collect();
    for (old, new) in [
        (same.repeat(1_000), same.repeat(1_100)),
        (same.repeat(600), same.replace("your", "their").repeat(500)),
        ((0..1_500).map(item).collect(), backwards),
        ("data ".repeat(8_000), "data we ".repeat(4_000)),
        ("a b c d ".repeat(3_000), "d c b a ".repeat(3_000)),
        ("## Cookies\n\n".repeat(800), "## Sharing\n\n".repeat(700)),
    ] {
        let (old, new) = (markdown(&old), markdown(&new));
        let comparison = compare(&old, &new);
        is_complete(&old, &new, &comparison);
        is_bounded(&old, &new, &comparison);
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
        "個人情報を保存します。",
        "بياناتك",
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
    fn any_two_policies_are_sound(a in any_policy(), b in any_policy()) {
        assert_sound(&markdown(&a), &markdown(&b));
    }

    #[test]
    fn any_policy_equals_itself(a in any_policy()) {
        let document = markdown(&a);
        prop_assert!(compare(&document, &document).is_identical());
    }

    #[test]
    fn any_two_policies_give_the_same_bytes_again(a in any_policy(), b in any_policy()) {
        let bytes = || {
            let (old, new) = (markdown(&a), markdown(&b));
            let comparison = compare(&old, &new);
            let meaning = meaning::weigh(&old, &new, &comparison);
            let view = json::comparison(&old, &new, &comparison, &meaning);
            serde_json::to_vec(&view).expect("it can be written")
        };
        prop_assert!(bytes() == bytes());
    }

    #[test]
    fn any_comparison_is_opened_as_it_was_written(a in any_policy(), b in any_policy()) {
        let (old, new) = (markdown(&a), markdown(&b));
        let comparison = compare(&old, &new);
        let meaning = meaning::weigh(&old, &new, &comparison);
        is_opened_again(&old, &new, &comparison, &meaning);
    }

    #[test]
    fn other_quote_marks_in_any_policy_are_only_formatting(a in any_policy()) {
        let plain = transform::without_marks(&markdown(&a));
        let comparison = compare(&plain, &transform::requoted(&plain));
        for change in &comparison.changes {
            let dress = [ChangeKind::Unchanged, ChangeKind::Reformatted];
            prop_assert!(dress.contains(&change.kind), "{:?}", change);
            prop_assert_eq!(change.weight, Weight::Formatting);
        }
    }

    #[test]
    fn sections_of_any_policy_in_any_order_are_only_moves(a in any_policy(), seed in any::<u64>()) {
        let document = markdown(&a);
        let mut order: Vec<usize> = (0..document.sections.len()).collect();
        order.sort_by_key(|at| (*at as u64).wrapping_add(1).wrapping_mul(seed | 1));
        let comparison = compare(&document, &transform::reordered(&document, &order));
        for change in &comparison.changes {
            let stays = matches!(change.kind, ChangeKind::Unchanged | ChangeKind::Moved);
            prop_assert!(stays, "{:?}", change);
        }
        let totals = &comparison.totals;
        prop_assert_eq!(totals.words_deleted + totals.words_inserted, 0);
    }

    #[test]
    fn any_text_is_survived(a in any::<String>(), b in any::<String>()) {
        assert_sound(&markdown(&a), &markdown(&b));
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
