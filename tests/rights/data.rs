//! The law data: that it cannot be built without sources, and that `docs/law.md` shows all of it.

#[path = "../../crates/rights/build/laws/mod.rs"]
mod generator;

use std::{fmt::Write as _, fs, path::Path};

use generator::{compile, read_folder};
use policy_diff::{
    model::request::{Basis, Deadline, Law, Rule},
    rights,
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

const LAW: &str = r#"
key = "xx"
order = 1
in_force_from = "2020-01-01"
places = ["XX"]
name.en = "Example Act"
short.en = "EA"
why.en = "You live there."
[sources.act]
title = "Example Act"
url = "https://act.example"
checked = "2026-11-21"
[terms.answer]
provision = "Section 2"
source = "act"
confidence = "read"
count = 1
unit = "months"
[[rights]]
request = "erasure"
provision = "Section 1"
source = "act"
confidence = "read"
term = "answer"
"#;

const PLACES: &str = "elsewhere.en = \"Elsewhere\"\nunknown.en = \"Not known\"\nplace = []\n";

const LETTERS: &str = r#"
language = "en"
full = ["ask"]
short = ["ask-short"]
quote_marks = ["“", "”", "‘", "’"]
ellipsis = "…"
months = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]
date = "{day}"
[units]
months = ["one month", "{count} months"]
days = ["one day", "{count} days"]
business-days = ["one business day", "{count} business days"]
working-days = ["one working day", "{count} working days"]
[calendar]
[requests.erasure]
label = "Delete"
explain = "It is deleted."
[frame]
[letters.erasure]
subject = "Deletion"
ask = ["Please delete it ({provision})."]
ask-short = ["Please delete it."]
"#;

/// The problems of these files with one passage replaced.
fn problems(from: &str, to: &str) -> String {
    assert!(
        LAW.contains(from) != LETTERS.contains(from),
        "{from:?} stands in exactly one file"
    );
    let (law, letters) = (LAW.replacen(from, to, 1), LETTERS.replacen(from, to, 1));
    let result = compile(
        &[("xx.toml", &law)],
        ("places.toml", PLACES),
        &[("en.toml", &letters)],
    );
    result.err().unwrap_or_default().join("\n")
}

#[test]
fn the_example_is_complete() {
    assert_eq!(problems("[calendar]", "[calendar]"), "");
}

#[test]
fn a_cell_without_its_source_is_refused() {
    let right = "provision = \"Section 1\"\nsource = \"act\"\nconfidence = \"read\"";
    let cases = [
        (
            "provision = \"Section 1\"\nconfidence = \"read\"",
            "xx.toml: rights.erasure has no source; every cell names where it was read",
        ),
        (
            "source = \"act\"\nconfidence = \"read\"",
            "xx.toml: rights.erasure has no provision; every cell cites what it rests on",
        ),
        (
            "provision = \"Section 1\"\nsource = \"act\"",
            "xx.toml: rights.erasure does not say how well it is known: read, reported or recalled",
        ),
        (
            "provision = \"Section 1\"\nsource = \"blog\"\nconfidence = \"read\"",
            "xx.toml: rights.erasure refers to the source “blog”, which is not listed",
        ),
    ];
    for (written, problem) in cases {
        assert_eq!(problems(right, written), problem);
    }
}

#[test]
fn a_source_without_date_or_address_is_refused() {
    let dated = problems("checked = \"2026-11-21\"\n", "");
    assert!(dated.contains("terms.answer has no date (YYYY-MM-DD) on which it was checked"));
    assert!(dated.contains("rights.erasure has no date"));
    let linked = problems("https://act.example", "act.example");
    assert_eq!(linked, "xx.toml: the source “act” has no https address");
    let in_force = problems("in_force_from = \"2020-01-01\"\n", "");
    assert!(in_force.contains("rights.erasure does not say from when it is in force"));
}

#[test]
fn misspelt_data_is_refused() {
    let cases = [
        (
            "unit = \"months\"",
            "unit = \"moons\"",
            "terms.answer has the unknown unit “moons”",
        ),
        (
            "term = \"answer\"",
            "term = \"reply\"",
            "rights.erasure refers to the unknown term “reply”",
        ),
        (
            "term = \"answer\"",
            "trem = \"answer\"",
            "rights.erasure has the unknown field “trem”",
        ),
        (
            "term = \"answer\"",
            "kind = \"song\"",
            "rights.erasure has the unknown kind “song”",
        ),
        ("name.en", "name.de", "name has no English text"),
        (
            "({provision})",
            "({provison})",
            "letters.erasure.ask has the unknown placeholder “{provison}”",
        ),
        (
            "({provision})",
            "({provision)",
            "letters.erasure.ask has a brace without its partner",
        ),
        (
            "[letters.erasure]",
            "[letters.deletion]",
            "the letter “erasure” for erasure in xx.toml is missing",
        ),
        (
            "[requests.erasure]",
            "[requests.deletion]",
            "requests.erasure has no label",
        ),
        (
            "ask-short = [",
            "ask-shrt = [",
            "letters.erasure has no “ask-short”, and neither has the frame",
        ),
        (
            "ask-short = [",
            "ask-shrt = [",
            "letters.erasure.ask-shrt is in neither form of the letter",
        ),
        (
            "term = \"answer\"",
            "needs_detail = true",
            "the letter “erasure” has no prompt",
        ),
    ];
    for (from, to, problem) in cases {
        let found = problems(from, to);
        assert!(found.contains(problem), "{to}: {found}");
    }
}

#[test]
fn the_projects_own_data_is_complete() {
    assert!(read_folder(&root().join("crates/rights")).is_ok());
    let sourced = |law: &Law| law.provisions.iter().all(|p| p.basis.is_some());
    assert!(
        rights::laws()
            .iter()
            .filter(|law| law.key != "none")
            .all(sourced)
    );
}

// ---- docs/law.md --------------------------------------------------------------------------

const START: &str = "<!-- cells: written by the test, do not edit below -->\n";

/// Everything the data says about laws, as tables.
fn tables() -> String {
    let mut text = String::new();
    for law in rights::laws().iter().filter(|law| law.is_named()) {
        let _ = writeln!(text, "\n## {} (`{}`)\n", law.name.get("en"), law.key);
        let _ = writeln!(text, "Offered for: {}.\n", law.places.join(", "));
        text.push_str(
            "| Cell | Says | Provision | Source | Checked | Confidence | In force from |\n",
        );
        text.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
        for provision in law.provisions {
            let says = provision.condition.map_or("", |c| c.get("en"));
            row(
                &mut text,
                &format!("`{}`", provision.request),
                says,
                provision.basis.as_ref(),
            );
        }
        terms(&mut text, law);
        for (name, rule) in [
            ("fee", law.fee),
            ("identity", law.identity),
            ("counting", law.counting),
        ] {
            if let Some(Rule { text: says, basis }) = rule {
                row(&mut text, name, says.get("en"), Some(&basis));
            }
        }
        text.push_str("\n| Authority for | Name | Site | Note |\n| --- | --- | --- | --- |\n");
        for authority in law.authorities {
            let places = authority.places.join(", ");
            let places = if places.is_empty() {
                "everyone else"
            } else {
                &places
            };
            let note = authority.note.map_or("", |n| n.get("en"));
            let _ = writeln!(
                text,
                "| {places} | {} | <{}> | {note} |",
                authority.name, authority.url
            );
        }
    }
    text
}

/// Each term once, with the requests it is for.
fn terms(text: &mut String, law: &Law) {
    let mut seen: Vec<(&str, Deadline, Vec<&str>)> = Vec::new();
    for provision in law.provisions {
        let named = [
            ("confirm", provision.confirm),
            ("answer", provision.deadline),
        ];
        for (what, deadline) in named.into_iter().filter_map(|(w, d)| d.map(|d| (w, d))) {
            match seen.iter_mut().find(|(_, known, _)| *known == deadline) {
                Some((_, _, requests)) => requests.push(provision.request),
                None => seen.push((what, deadline, vec![provision.request])),
            }
        }
    }
    for (what, deadline, requests) in seen {
        let extension = deadline
            .extension
            .map(|e| format!(", may be extended by {e}"))
            .unwrap_or_default();
        let says = format!(
            "{} from receipt{extension}; for {}",
            deadline.term,
            requests.join(", ")
        );
        row(
            text,
            &format!("term to {what}"),
            &says,
            Some(&deadline.basis),
        );
    }
}

fn row(text: &mut String, name: &str, says: &str, basis: Option<&Basis>) {
    let Some(basis) = basis else { return };
    let _ = writeln!(
        text,
        "| {name} | {says} | {} | [{}]({}) | {} | {} | {} |",
        basis.provision,
        basis.title,
        basis.url,
        basis.checked,
        basis.confidence.key(),
        basis.in_force_from,
    );
}

/// `BLESS=1` writes the tables anew.
#[test]
fn the_documentation_shows_the_data() {
    let file = root().join("docs/law.md");
    let text = fs::read_to_string(&file).expect("docs/law.md is there");
    let (intro, shown) = text.split_once(START).expect("docs/law.md has the marker");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&file, format!("{intro}{START}{}", tables())).expect("docs/law.md is writable");
        return;
    }
    assert_eq!(
        shown,
        tables(),
        "run the tests with BLESS=1 and read the difference"
    );
}
