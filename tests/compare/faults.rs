//! Kinds of fault in matching that were once seen, each with its expected result.

use std::path::PathBuf;

use policy_diff::{
    compare::compare,
    model::{ChangeKind, Comparison, Document, Op, Weight},
};

use crate::support::{self, redline};

/// Both versions of a fault and their comparison; `None` where the folder is absent.
fn fault(folder: &str, old: &str, new: &str) -> Option<(Document, Document, Comparison)> {
    let folder: PathBuf = support::shared(&format!("faults/{folder}"))?;
    let (old, new) = (
        support::read(&folder.join(old)),
        support::read(&folder.join(new)),
    );
    let comparison = compare(&old, &new);
    Some((old, new, comparison))
}

#[test]
fn only_the_clause_that_jumped_moved() {
    let Some((old, new, comparison)) = fault("31-one-clause-moved", "old.md", "new.md") else {
        return;
    };
    let moved: Vec<_> = comparison
        .changes
        .iter()
        .filter(|c| c.kind != ChangeKind::Unchanged)
        .collect();
    assert_eq!(moved.len(), 1, "{}", redline::print(&old, &new));
    assert_eq!(moved[0].kind, ChangeKind::MovedEdited);
    assert!(new.block(moved[0].new[0]).text.contains("governing law"));
}

#[test]
fn other_numbers_are_formatting() {
    for (old, new) in [("old.md", "new.md"), ("old2.md", "new2.md")] {
        let Some((old, new, comparison)) = fault("08-clause-numbers", old, new) else {
            return;
        };
        let shown = redline::print(&old, &new);
        for change in &comparison.changes {
            let kinds = [ChangeKind::Unchanged, ChangeKind::Reformatted];
            assert!(kinds.contains(&change.kind), "{shown}");
            assert_eq!(change.weight, Weight::Formatting, "{shown}");
        }
        let links = &comparison.sections.links;
        assert!(
            links.iter().all(|l| !l.renamed && !l.edited && !l.moved),
            "{shown}"
        );
        assert_eq!(links.len(), old.sections.len());
        assert!(
            links
                .iter()
                .all(|l| l.heading.iter().all(|s| s.formatting || s.op == Op::Equal))
        );
    }
}

#[test]
fn a_denial_that_is_gone_is_a_section_removed() {
    let Some((old, new, comparison)) = fault("14-denial-gone-into-table", "old.md", "new.md")
    else {
        return;
    };
    let removed: Vec<_> = comparison
        .sections
        .removed
        .iter()
        .map(|&s| old.section(s).heading.as_str())
        .collect();
    assert_eq!(
        removed,
        ["2. Advertising"],
        "{}",
        redline::print(&old, &new)
    );
}

#[test]
fn exchanged_columns_bring_no_new_words() {
    let Some((old, new, comparison)) = fault("28-table-columns", "old.html", "new.html") else {
        return;
    };
    let shown = redline::print(&old, &new);
    let totals = &comparison.totals;
    assert_eq!(totals.words_deleted + totals.words_inserted, 0, "{shown}");
}

#[test]
fn the_same_swap_everywhere_is_one_term() {
    let Some((old, new, comparison)) = fault("27-same-swap-everywhere", "old.md", "new.md") else {
        return;
    };
    let term = &comparison.terms[0];
    let found = (term.old.as_str(), term.new.as_str(), term.count);
    assert_eq!(
        found,
        ("like", "such as", 12),
        "{}",
        redline::print(&old, &new)
    );
    assert_eq!(comparison.terms.len(), 1);
    assert!(
        comparison
            .changes
            .iter()
            .all(|c| c.weight != Weight::Substantive)
    );
}

#[test]
fn the_names_of_a_company_keep_their_capitals() {
    let Some((_, _, comparison)) = fault("32-names-in-lower-case", "old.md", "new.md") else {
        return;
    };
    let term = &comparison.terms[0];
    assert_eq!((term.old.as_str(), term.new.as_str()), ("Chirrup", "Zed"));
}
