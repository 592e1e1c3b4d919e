//! The order in which the sections of a comparison are read.

use crate::support::markdown;
use policy_diff::{
    compare::compare,
    report::outline::{Anchor, EntryKind, Outline, Row},
};

/// One line for each entry: its heading, its states, and what stands under it.
fn outline(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (markdown(old), markdown(new));
    let comparison = compare(&old, &new);
    let entries = Outline::new(&old, &new, &comparison).entries;
    entries
        .iter()
        .map(|entry| {
            let heading = match entry.anchor {
                Anchor::New(id) => &new.section(id).heading,
                Anchor::Old(id) => &old.section(id).heading,
            };
            let pointers = entry
                .rows
                .iter()
                .filter(|row| matches!(row, Row::MovedAway(_)))
                .count();
            let away = matches!(entry.kind, EntryKind::MovedAway(_));
            format!(
                "{heading}: {:?}{}{}",
                entry.states,
                if away { ", away" } else { "" },
                ", pointer".repeat(pointers),
            )
        })
        .collect()
}

const COOKIES: &str = "## Cookies\n\nA cookie remembers the language that you have chosen.\n\n";
const SHARING: &str = "## Sharing\n\nThe courier learns your postal address and nothing else.\n\n";
const SAFETY: &str = "## Safety\n\nEvery disk in our three offices is encrypted at rest.\n\n";
const CHILDREN: &str = "## Children\n\nNobody under sixteen may open an account with us.\n\n";

#[test]
fn a_removed_section_stands_in_its_old_place() {
    let old = [COOKIES, SHARING, SAFETY].concat();
    let new = [COOKIES, SAFETY].concat();
    assert_eq!(
        outline(&old, &new),
        [
            "Cookies: [Unchanged]",
            "Sharing: [Removed]",
            "Safety: [Unchanged]"
        ]
    );
}

#[test]
fn an_added_section_stands_where_it_was_added() {
    let old = [COOKIES, SAFETY].concat();
    let new = [COOKIES, CHILDREN, SAFETY].concat();
    assert_eq!(
        outline(&old, &new),
        [
            "Cookies: [Unchanged]",
            "Children: [Added]",
            "Safety: [Unchanged]"
        ]
    );
}

#[test]
fn a_moved_section_leaves_a_pointer() {
    let old = [COOKIES, SHARING, SAFETY, CHILDREN].concat();
    let new = [SHARING, SAFETY, CHILDREN, COOKIES].concat();
    assert_eq!(
        outline(&old, &new),
        [
            "Cookies: [Moved], away",
            "Sharing: [Unchanged]",
            "Safety: [Unchanged]",
            "Children: [Unchanged]",
            "Cookies: [Moved]",
        ]
    );
}

#[test]
fn two_equal_texts_are_unchanged_throughout() {
    let text = [COOKIES, SHARING].concat();
    assert_eq!(
        outline(&text, &text),
        ["Cookies: [Unchanged]", "Sharing: [Unchanged]"]
    );
}
