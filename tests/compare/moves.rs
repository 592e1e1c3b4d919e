//! What counts as a move, and what only looks like one.

use policy_diff::{compare::compare, model::ChangeKind};

use crate::support::{markdown, redline};

/// Compares two policies; only what is not "unchanged" is printed.
#[track_caller]
fn check(old: &str, new: &str, expected: &[&str]) {
    let shown = redline::print(&markdown(old), &markdown(new));
    assert_eq!(shown.lines().collect::<Vec<_>>(), expected);
}

const LEDGER: &str =
    "Order records stay in our ledger for seven years because tax law requires it.";
const COOKIE: &str = "A single cookie remembers which language you picked for this site.";
const BACKUP: &str = "Backups are encrypted and kept in a locked cabinet in Dublin.";
const STATION: &str = "The weather station at the allotment records nothing about visitors.";

/// What stays where it is: a passage that moves is less than a third of its section, so that the
/// sections themselves are neither split nor merged.
const STAYING: [(&str, &str); 2] = [
    (
        "Collection",
        "We note your name and your postal address when you order seeds from the catalogue.\n\n\
         Gardeners who lend a tool sign a card with the number of that tool and the day.\n\n\
         Nobody is asked for a date of birth, a photograph or the name of an employer.",
    ),
    (
        "Security",
        "The reading room is locked at night and only two librarians carry its keys.\n\n\
         Letters that were answered are shredded once the season of sowing has ended.\n\n\
         Computers of the office never leave the building without a written permission.",
    ),
];

fn under(sections: &[(&str, &[&str])]) -> String {
    let section = |(heading, texts): &(&str, &[&str])| {
        let staying = STAYING.iter().find(|(name, _)| name == heading);
        let staying = staying.map_or("", |(_, text)| text);
        format!(
            "## {heading}

{staying}

{}

",
            texts.join(
                "

"
            )
        )
    };
    sections.iter().map(section).collect()
}

#[test]
fn a_passage_in_another_section_moved() {
    check(
        &under(&[("Collection", &[LEDGER, STATION]), ("Security", &[BACKUP])]),
        &under(&[("Collection", &[LEDGER]), ("Security", &[BACKUP, STATION])]),
        &[&format!("moved from “Collection” to “Security”: {STATION}")],
    );
}

#[test]
fn of_two_swapped_passages_one_moved() {
    check(
        &under(&[("Collection", &[STATION, LEDGER, COOKIE])]),
        &under(&[("Collection", &[LEDGER, STATION, COOKIE])]),
        &[&format!(
            "moved from “Collection” to “Collection”: {STATION}"
        )],
    );
}

#[test]
fn an_entry_that_went_to_the_top_of_its_list_is_the_form_of_the_list() {
    check(
        "We collect:\n\n- names of members\n- pictures of gardens\n- dates of visits\n",
        "We collect:\n\n- dates of visits\n- names of members\n- pictures of gardens\n",
        &["reformatted (formatting): dates of visits"],
    );
}

#[test]
fn a_clause_that_went_to_the_top_of_a_list_of_clauses_moved() {
    let list = |clauses: [&str; 3]| clauses.map(|c| format!("1. {c}\n")).concat();
    check(
        &list([STATION, BACKUP, COOKIE]),
        &list([COOKIE, STATION, BACKUP]),
        &[&format!(
            "moved from before the first heading to before the first heading: {COOKIE}"
        )],
    );
}

#[test]
fn rows_that_changed_places_moved() {
    let table = |rows: [&str; 3]| {
        format!(
            "| what | for |\n|---|---|\n{}",
            rows.map(|r| format!("| {r} | a day |\n")).concat()
        )
    };
    check(
        &table(["basket", "tongue", "visit"]),
        &table(["visit", "basket", "tongue"]),
        &["moved from before the first heading to before the first heading: visit | a day"],
    );
}

#[test]
fn the_fewest_passages_moved_however_long_they_are() {
    let long = "The governing law of this notice is the law of the island on which the library \
                stands, whatever the rules about conflicts of laws may say in other places.";
    check(
        &[long, STATION, COOKIE].join("\n\n"),
        &[STATION, COOKIE, long].join("\n\n"),
        &[&format!(
            "moved from before the first heading to before the first heading: {long}"
        )],
    );
}

#[test]
fn short_lines_and_copies_do_not_move() {
    let both = |first: &str, second: &str| {
        under(&[
            ("Collection", &[first, LEDGER]),
            ("Security", &[BACKUP, second]),
        ])
    };
    check(
        &both("Read more.", ""),
        &both("", "Read more."),
        &["nothing changed"],
    );
    let (old, new) = (both("Ask us.", "Call us."), both("Call us.", "Ask us."));
    check(&old, &new, &["nothing changed"]);
    let old = format!("{}## News\n\n{STATION}\n", both(STATION, ""));
    let new = format!("{}## News\n\n{STATION}\n", both("", STATION));
    check(&old, &new, &["nothing changed"]);
}

#[test]
fn a_heading_that_comes_or_goes_moves_nothing() {
    let old =
        format!("## Collection\n\n{LEDGER}\n\n{STATION}\n\n## Security\n\n{BACKUP}\n\n{COOKIE}\n");
    let new =
        format!("## Collection\n\n{LEDGER}\n\n## Weather\n\n{STATION}\n\n{BACKUP}\n\n{COOKIE}\n");
    for (old, new) in [(&old, &new), (&new, &old)] {
        let (old, new) = (markdown(old), markdown(new));
        assert!(
            compare(&old, &new)
                .changes
                .iter()
                .all(|c| c.kind == ChangeKind::Unchanged)
        );
    }
}

#[test]
fn a_moved_and_edited_passage_is_one_change() {
    let edited = STATION.replace("nothing", "little");
    check(
        &under(&[("Collection", &[LEDGER, STATION]), ("Security", &[BACKUP])]),
        &under(&[("Collection", &[LEDGER]), ("Security", &[BACKUP, &edited])]),
        &[
            "moved-edited from “Collection” to “Security”: The weather station at the allotment \
           records [-nothing -]{+little +}about visitors.",
        ],
    );
}

#[test]
fn passages_that_left_together_moved_together() {
    check(
        &under(&[
            ("Collection", &[LEDGER, STATION, COOKIE]),
            ("Security", &[BACKUP]),
        ]),
        &under(&[
            ("Collection", &[LEDGER]),
            ("Security", &[BACKUP, STATION, COOKIE]),
        ]),
        &[
            &format!("moved from “Collection” to “Security”: {STATION}"),
            &format!("moved from “Collection” to “Security”: {COOKIE}"),
        ],
    );
}

#[test]
fn a_moved_section_takes_its_passages_along() {
    check(
        &under(&[
            ("Collection", &[LEDGER, STATION]),
            ("Security", &[BACKUP]),
            ("Cookies", &[COOKIE]),
        ]),
        &under(&[
            ("Cookies", &[COOKIE]),
            ("Collection", &[LEDGER, STATION]),
            ("Security", &[BACKUP]),
        ]),
        &["section “Cookies” → “Cookies”: moved"],
    );
}

#[test]
fn what_stands_behind_an_insertion_did_not_move() {
    check(
        &under(&[("Collection", &[LEDGER, STATION])]),
        &under(&[("Collection", &[COOKIE, LEDGER, STATION])]),
        &[&format!("added: {{+{COOKIE}+}}")],
    );
}

#[test]
fn a_copied_passage_is_an_addition() {
    check(
        &under(&[("Collection", &[LEDGER, STATION]), ("Security", &[BACKUP])]),
        &under(&[
            ("Collection", &[LEDGER, STATION]),
            ("Security", &[BACKUP, STATION]),
        ]),
        &[&format!("added: {{+{STATION}+}}")],
    );
}

#[test]
fn one_removed_and_another_added_is_no_move() {
    check(
        &under(&[("Collection", &[LEDGER, STATION]), ("Security", &[BACKUP])]),
        &under(&[("Collection", &[LEDGER]), ("Security", &[BACKUP, COOKIE])]),
        &[
            &format!("removed: [-{STATION}-]"),
            &format!("added: {{+{COOKIE}+}}"),
        ],
    );
}

#[test]
fn repeated_lines_stay_where_they_are() {
    let call = "Call the library between nine and five.";
    check(
        &under(&[
            ("Collection", &[LEDGER, call]),
            ("Security", &[BACKUP, call]),
        ]),
        &under(&[
            ("Collection", &[LEDGER, call]),
            ("News", &[STATION, call]),
            ("Security", &[BACKUP, call]),
        ]),
        &[
            "section “News”: added",
            &format!("added: {{+{STATION}+}}"),
            &format!("added: {{+{call}+}}"),
        ],
    );
}

#[test]
fn a_moved_passage_shows_a_new_link_target() {
    let link =
        "Read [the list of partners of the library](https://a.example/list) before you join.";
    let other = link.replace("a.example", "b.example");
    check(
        &under(&[("Collection", &[LEDGER, link]), ("Security", &[BACKUP])]),
        &under(&[("Collection", &[LEDGER]), ("Security", &[BACKUP, &other])]),
        &[
            "moved from “Collection” to “Security”: Read the list of partners of the library before you join.",
            "  link was: https://a.example/list",
            "  link is: https://b.example/list",
        ],
    );
}
