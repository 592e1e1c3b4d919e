//! The order in which the sections of a comparison are read.

use crate::support::markdown;
use policy_diff::{
    compare::compare,
    messages::Locale,
    report::{
        outline::{Anchor, EntryKind, Outline, Row},
        view::{Fold, Link, View, Wording},
    },
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

/// Every link of every note and pointer, as (from, to).
fn links(old: &str, new: &str) -> Vec<(String, String)> {
    let (old, new) = (markdown(old), markdown(new));
    let comparison = compare(&old, &new);
    let outline = Outline::new(&old, &new, &comparison);
    let view = View {
        old: &old,
        new: &new,
        comparison: &comparison,
        outline: &outline,
        wording: Wording::plain(Locale::En),
    };
    let rows = outline.entries.iter().flat_map(|entry| &entry.rows);
    let links = rows.flat_map(|row| {
        let passage = view.passage(*row, Fold::Nothing);
        let from = passage.place.expect("a row has a place").to_string();
        let targets = passage.note.into_iter().filter_map(|run| run.style.link);
        targets.map(move |link| match link {
            Link::Within(place) => (from.clone(), place.to_string()),
            other => panic!("a note leads to {other:?}"),
        })
    });
    links.collect()
}

#[test]
fn both_ends_of_a_move_lead_to_each_other() {
    let moved = "Our courier reads the bell board of every house before ringing.\n\n";
    let old = [COOKIES, moved, SHARING, SAFETY].concat();
    let new = [COOKIES, SHARING, SAFETY, moved].concat();
    let links = links(&old, &new);
    assert_eq!(links.len(), 2, "{links:?}");
    for (from, to) in &links {
        assert!(links.contains(&(to.clone(), from.clone())), "{links:?}");
    }
}
