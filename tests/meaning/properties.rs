//! What holds for the statements of any document: the order of its sections and paragraphs changes
//! none of them, and a sentence that is turned around says what the turn makes of it.

use std::{collections::BTreeSet, path::Path};

use crate::{
    sentences::FILLERS,
    support::{self, markdown, transform},
};
use policy_diff::{
    meaning,
    model::{Document, Fact, FactKind},
    report::{about_in_data, value_in_data},
};
use proptest::prelude::*;
use serde::Deserialize;

/// What a document states: kind, value and subject, letter case aside.
type Statements = BTreeSet<(&'static str, String, Option<String>)>;

fn statements(document: &Document) -> Statements {
    let said = |fact: &Fact| {
        let value = value_in_data(&fact.statement).to_lowercase();
        let about = about_in_data(&fact.statement).map(str::to_lowercase);
        // Of two addresses that serve as well, the first is recommended.
        let about = about.filter(|_| fact.kind() != FactKind::Contact);
        (fact.kind().key(), value, about)
    };
    meaning::read(document).facts.iter().map(said).collect()
}

/// Sections by heading, with parts that may stand in any order: a list goes with its lead.
const SECTIONS: [(&str, &[&str]); 6] = [
    (
        "Who receives data",
        &[
            "We share your data with Zorblax, our hosting provider.",
            "We use Zorblax Analytics to count visits.",
            "We share your data with Quillmark, Inc., our mail provider.",
            "Payments are processed by Quillmark.",
            "We use Google Analytics to measure how the site is used.",
            "We share your data with Google.",
            "We use Google Maps to show where we are.",
        ],
    ),
    (
        "Processors",
        &[
            "We disclose personal data to the following providers:\n\n- Tallowby (U.S.)\n- Fernhollow: mail",
            "| Recipient | Purpose |\n|---|---|\n| Plumbridge | hosting |\n| Stonecrop Ltd | mail |",
        ],
    ),
    (
        "How long we keep data",
        &[
            "We keep server logs for 30 days.",
            "Server logs are kept 30 days.",
            "Backups are deleted after 30 days.",
            "Invoices: 7 years",
            "We keep your profile until you close your account.",
        ],
    ),
    (
        "Your rights",
        &[
            "You have the right to access your personal data.",
            "You may ask us to erase your personal data.",
            "Right to object.",
            "You can:\n\n- correct your data\n- export your data",
        ],
    ),
    (
        "Promises",
        &[
            "We never sell your personal data.",
            "We do not respond to Do Not Track signals.",
            "Our service is not intended for children under 13.",
            "Your data is stored in the United States under Standard Contractual Clauses.",
            "All data is encrypted in transit.",
        ],
    ),
    (
        "Contact",
        &[
            "Write to privacy@example.org about requests.",
            "Our data protection officer is reached at dpo@example.org.",
            "For anything about privacy write to dpo@example.org too.",
        ],
    ),
];

type Written = Vec<(&'static str, Vec<&'static str>)>;

/// The sections in some order, and the parts of each.
fn shuffled() -> impl Strategy<Value = Written> {
    let section = |(heading, parts): (&'static str, &'static [&'static str])| {
        let parts = Just(parts.to_vec()).prop_shuffle();
        parts.prop_map(move |parts| (heading, parts))
    };
    let sections: Vec<_> = SECTIONS.into_iter().map(section).collect();
    sections.prop_shuffle()
}

fn document(sections: &Written) -> Document {
    let mut source = String::from("# Privacy policy\n\n");
    for (heading, parts) in sections {
        source.push_str(&format!("## {heading}\n\n{}\n\n", parts.join("\n\n")));
    }
    markdown(&source)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn order_changes_no_statement(sections in shuffled()) {
        let plain = SECTIONS.map(|(heading, parts)| (heading, parts.to_vec()));
        let plain = statements(&document(&plain.to_vec()));
        let shuffled = statements(&document(&sections));
        prop_assert_eq!(plain, shuffled);
    }
}

#[test]
fn the_shuffled_policy_states_something_of_each_kind() {
    let plain = SECTIONS.map(|(heading, parts)| (heading, parts.to_vec()));
    let said = statements(&document(&plain.to_vec()));
    let names: Vec<_> = said
        .iter()
        .filter(|(kind, ..)| *kind == "recipient")
        .collect();
    assert!(names.len() >= 8, "{names:?}");
    assert!(said.len() >= 23, "{said:?}");
}

#[test]
fn a_swapped_paragraph_takes_no_recipient_away() {
    let first = "We share your data with Zorblax, our hosting provider.";
    let second = "We use Zorblax Analytics to count visits.";
    let read = |a: &str, b: &str| statements(&markdown(&[a, "\n\n", b].concat()));
    assert_eq!(read(first, second), read(second, first));
}

#[test]
fn real_policies_state_the_same_in_another_order() {
    let Some(folder) = support::shared("corpus") else {
        return;
    };
    let mut read = 0;
    for organisation in support::folder(&folder) {
        let files = support::folder(&organisation).into_iter();
        for path in files.filter(|path| path.is_file()).step_by(3) {
            let document = support::read(&path);
            // The dates of both go, as their evidence names blocks by place.
            let plain = transform::reordered(&document, &order(&document, false));
            let turned = transform::reordered(&plain, &order(&plain, true));
            assert_eq!(
                statements(&plain),
                statements(&turned),
                "{}",
                path.display()
            );
            read += 1;
        }
    }
    assert!(read > 10, "only {read} policies");
}

/// The sections as they are, or the last one first.
fn order(document: &Document, turned: bool) -> Vec<usize> {
    let all = 0..document.sections.len();
    if turned {
        all.rev().collect()
    } else {
        all.collect()
    }
}

/// One file of `tests/fixtures/turns`; its `README.md` tells the format.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Turns {
    pair: Vec<Turn>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Turn {
    turn: Kind,
    kind: String,
    plain: String,
    says: BTreeSet<String>,
    plain_today: Option<BTreeSet<String>>,
    turned: String,
    then: Option<BTreeSet<String>>,
    today: Option<BTreeSet<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Negation,
    Voice,
    Clause,
}

#[test]
fn a_turned_sentence_says_what_its_turn_makes_of_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/turns");
    let mut wrong = Vec::new();
    for (language, filler) in FILLERS {
        let path = root.join(language).with_extension("toml");
        let source = std::fs::read_to_string(&path).expect("a readable file");
        let turns: Turns = toml::from_str(&source).unwrap_or_else(|e| panic!("{language}: {e}"));
        for turn in &turns.pair {
            wrong.extend(misread(language, filler, turn));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with a pair.
fn misread(language: &str, filler: &str, turn: &Turn) -> Option<String> {
    let kind = FactKind::from_key(&turn.kind).expect("a kind of fact");
    let read = |text: &str| -> BTreeSet<String> {
        let document = markdown(&[filler, "\n\n", text].concat());
        assert_eq!(document.language, language, "in: {text}");
        let facts = meaning::read(&document).facts.into_iter();
        let of_kind = facts.filter(|f| f.kind() == kind);
        of_kind
            .map(|f| value_in_data(&f.statement).into_owned())
            .collect()
    };
    let right = turn.then.as_ref().unwrap_or(&turn.says);
    assert!(
        turn.then.is_some() || turn.turn != Kind::Negation,
        "{}",
        turn.turned
    );
    let plain = differs(&read, &turn.plain, &turn.says, turn.plain_today.as_ref());
    plain.or_else(|| differs(&read, &turn.turned, right, turn.today.as_ref()))
}

/// How what is read differs from what is right, or from what is known to be read instead.
fn differs(
    read: &dyn Fn(&str) -> BTreeSet<String>,
    text: &str,
    right: &BTreeSet<String>,
    today: Option<&BTreeSet<String>>,
) -> Option<String> {
    let found = read(text);
    match today {
        Some(_) if found == *right => Some(format!("read now, take `today` out: {text}")),
        today if found != *today.unwrap_or(right) => Some(format!("{found:?} in: {text}")),
        _ => None,
    }
}
