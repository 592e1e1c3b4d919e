//! Numbers of clauses, sections and footnotes are no words of theirs.

use policy_diff::{
    compare::compare,
    document,
    model::{ChangeKind, Document, Op},
};

use crate::support::{markdown, redline};

#[track_caller]
fn check(old: &str, new: &str, expected: &[&str]) {
    let shown = redline::print(&markdown(old), &markdown(new));
    assert_eq!(shown.lines().collect::<Vec<_>>(), expected);
}

fn plain(text: &str) -> Document {
    document::read("policy.txt", text.as_bytes())
}

#[test]
fn a_clause_put_in_at_the_top_rewords_none() {
    let clauses = [
        "The library keeps letters for a year.",
        "Members may read what is kept about them.",
        "Nobody sells the list of members.",
    ];
    let numbered = |first: usize, label: &dyn Fn(usize) -> String, extra: bool| -> String {
        let extra = extra.then(|| format!("{} The garden has a new gate.\n\n", label(first)));
        let rest = clauses.iter().enumerate();
        let start = first + usize::from(extra.is_some());
        let rest = rest.map(|(at, clause)| format!("{} {clause}\n\n", label(start + at)));
        extra.into_iter().chain(rest).collect()
    };
    let labels: [&dyn Fn(usize) -> String; 8] = [
        &|n| format!("4.{n}"),
        &|n| format!("4.1.{n}"),
        &|n| format!("§ {n}"),
        &|n| format!("Art. {n}"),
        &|n| format!("Clause {n}:"),
        &|n| format!("[{n}]"),
        &|n| format!("Q{n}."),
        &|n| ["①", "②", "③", "④", "⑤"][n].to_owned(),
    ];
    for label in labels {
        let (old, new) = (numbered(1, label, false), numbered(1, label, true));
        for read in [markdown, plain] {
            let comparison = compare(&read(&old), &read(&new));
            let count = |kind| comparison.changes.iter().filter(|c| c.kind == kind).count();
            let shown = redline::print(&read(&old), &read(&new));
            assert_eq!(count(ChangeKind::Added), 1, "{shown}");
            assert_eq!(count(ChangeKind::Reformatted), clauses.len(), "{shown}");
        }
    }
}

#[test]
fn headings_with_other_numbers_keep_their_names() {
    for [old, new] in [
        ["§ 2 Letters", "§ 3 Letters"],
        ["Article 2 – Letters", "Article 3 – Letters"],
        ["Section 2: Letters", "Section 3: Letters"],
        ["Artikel 2 Briefe", "Artikel 3 Briefe"],
        ["Part B: Letters", "Part C: Letters"],
        ["Annex 2: Letters", "Annex IV: Letters"],
        ["Q2. Who reads letters?", "Q5. Who reads letters?"],
        ["② Letters", "③ Letters"],
        [
            "SECTION 2 LETTERS OF MEMBERS",
            "SECTION 3 LETTERS OF MEMBERS",
        ],
        ["2 Letters", "3 Letters"],
    ] {
        let text = "The library keeps letters for a year.";
        let of = |heading: &str| markdown(&format!("## {heading}\n\n{text}\n"));
        let comparison = compare(&of(old), &of(new));
        let link = &comparison.sections.links[0];
        assert!(!link.renamed, "{old}");
        assert!(
            link.heading
                .iter()
                .all(|s| s.op == Op::Equal || s.formatting),
            "{:?}",
            link.heading
        );
    }
}

#[test]
fn a_reference_follows_its_clause() {
    check(
        "5.1 Letters are kept for a year.\n\n5.2 What section 5.1 says holds for mail too.\n",
        "6.1 Letters are kept for a year.\n\n6.2 What section 6.1 says holds for mail too.\n",
        &[
            "reformatted (formatting): [~5.1 ~]{~6.1 ~}Letters are kept for a year.",
            "reformatted (formatting): [~5.2 ~]{~6.2 ~}What section [~5.1 ~]{~6.1 ~}says holds for mail too.",
        ],
    );
}

#[test]
fn a_reference_to_something_else_is_words() {
    check(
        "5.1 Letters are kept for a year.\n\n5.2 We rely on Article 6 of the regulation.\n",
        "6.1 Letters are kept for a year.\n\n6.2 We rely on Article 9 of the regulation.\n",
        &[
            "reformatted (formatting): [~5.1 ~]{~6.1 ~}Letters are kept for a year.",
            "edited: [~5.2 ~]{~6.2 ~}We rely on Article [-6 -]{+9 +}of the regulation.",
        ],
    );
}

#[test]
fn marks_of_footnotes_are_formatting() {
    check(
        "The library keeps letters[1] for a year and lists of visitors² for a week.",
        "The library keeps letters[4] for a year and lists of visitors³ for a week.",
        &[
            "reformatted (formatting): The library keeps letters[[~1~]{~4~}] for a year and lists of visitors[~² ~]{~³ ~}for a week.",
        ],
    );
}
