//! The language files: what stops the build, and how headlines are written in each language.

#[path = "../../crates/meaning/build/languages/mod.rs"]
#[allow(
    dead_code,
    reason = "the build script alone writes all of the code out"
)]
mod generator;

use std::{
    fs,
    path::{Path, PathBuf},
};

use generator::{compile, read_folder};

const REFERENCE: &str = r#"
[grammar]
clause-words = "but if"
[headlines]
word-replaced = "“{new}” replaces “{old}”: “{quote}”"
sale-denied = "The policy now says that data is not sold"
[headlines.right]
access = "access"
erasure = "deletion"
[rights.rights]
access = ["right of access"]
"#;

const OTHER: &str = r#"
[grammar]
clause-words = "aber wenn"
[headlines]
word-replaced = "Statt „{old}“ heißt es „{new}“: „{quote}“"
sale-denied = "Der Text sagt jetzt, dass Daten nicht verkauft werden"
[headlines.right]
access = "Auskunft"
erasure = "Löschung"
[rights.rights]
access = ["recht auf auskunft"]
"#;

fn built(other: &str) -> Result<generator::Generated, String> {
    let file = |tag: &str, text: &str| (tag.to_owned(), text.to_owned());
    compile(&[file("en", REFERENCE), file("de", other)])
}

fn check_stops(from: &str, to: &str, expected: &str) {
    let other = OTHER.replace(from, to);
    assert_ne!(other, OTHER, "{from}");
    let reason = built(&other).err().unwrap_or_default();
    assert_eq!(reason, expected);
}

#[test]
fn a_sentence_is_a_function_and_a_line_of_the_vocabulary() {
    let built = built(OTHER).unwrap();
    let function = "fn word_replaced(self, new: &str, old: &str, quote: &str) -> String";
    assert!(
        built.headlines_code.contains(function),
        "{}",
        built.headlines_code
    );
    let (tag, german) = &built.vocabularies[1];
    assert_eq!(tag, "de");
    let line = "\n@sentence headlines.word-replaced\nStatt „{1}“ heißt es „{0}“: „{2}“\n";
    assert!(german.contains(line), "{german}");
    let names = "\n@names headlines.right\naccess=Auskunft\nerasure=Löschung\n";
    assert!(german.contains(names), "{german}");
}

#[test]
fn a_lost_sentence_stops_the_build() {
    check_stops(
        "sale-denied =",
        "sale-dneied =",
        "de.toml: en.toml has no headlines.sale-dneied",
    );
    check_stops(
        "sale-denied = \"Der Text sagt jetzt, dass Daten nicht verkauft werden\"\n",
        "",
        "de.toml: headlines.sale-denied is missing",
    );
}

#[test]
fn another_placeholder_stops_the_build() {
    check_stops(
        "Statt „{old}“ heißt es",
        "Neu ist",
        "de.toml: headlines.word-replaced lacks placeholders that en.toml has: [\"old\"]",
    );
    check_stops(
        "dass Daten",
        "dass {what}",
        "de.toml: headlines.sale-denied has placeholders that en.toml lacks: [\"what\"]",
    );
    check_stops(
        "{quote}",
        "{quote",
        "de.toml: headlines.word-replaced: a brace that is not closed",
    );
}

#[test]
fn a_key_without_a_name_stops_the_build() {
    check_stops(
        "erasure = \"Löschung\"\n",
        "",
        "de.toml: headlines.right lacks keys that en.toml has: [\"erasure\"]",
    );
    check_stops(
        "access = [\"recht auf auskunft\"]",
        "objection = [\"recht auf widerspruch\"]",
        "headlines.right has no name for \"objection\" of rights.rights",
    );
}

#[test]
fn a_sentence_leaves_room_for_what_is_filled_in() {
    check_stops(
        "Statt",
        "Statt dessen, was bisher an dieser Stelle stand, nämlich statt der Worte",
        "de.toml: headlines.word-replaced: leaves no room for [\"old\", \"new\", \"quote\"]",
    );
}

#[test]
fn another_sort_of_table_stops_the_build() {
    check_stops(
        "clause-words = \"aber wenn\"",
        "clause-words = true",
        "de.toml: grammar.clause-words is of another sort than in en.toml",
    );
}

#[test]
fn what_the_text_layer_says_is_not_said_again() {
    check_stops(
        "clause-words = \"aber wenn\"",
        "clause-words = \"aber wenn\"\nnumbers = \"ein zwei\"",
        "de.toml: grammar.numbers is said in the text layer",
    );
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/meaning/languages")
}

#[test]
fn every_vocabulary_has_every_headline() {
    let built = read_folder(&folder()).unwrap();
    let counts = built.vocabularies.iter().map(|(_, text)| {
        let titles = text.lines().filter(|line| line.starts_with("@sentence "));
        titles.count()
    });
    let counts: Vec<_> = counts.collect();
    assert!(counts.len() > 1 && counts[0] > 50, "{counts:?}");
    assert!(counts.iter().all(|c| *c == counts[0]), "{counts:?}");
}

/// The headlines of a language file.
fn sentences(tag: &str) -> Vec<String> {
    let file = folder().join(tag).with_extension("toml");
    let text = fs::read_to_string(file).unwrap_or_default();
    let table: toml::Table = text.parse().unwrap_or_default();
    let headlines = table.get("headlines").and_then(toml::Value::as_table);
    let values = headlines.into_iter().flatten().map(|(_, value)| value);
    let sentences = values.filter_map(toml::Value::as_str);
    sentences.map(str::to_owned).collect()
}

#[test]
fn quotes_are_marked_as_the_language_does() {
    for (tag, open, close) in [
        ("en", "“", "”"),
        ("de", "„", "“"),
        ("fr", "«\u{202f}", "\u{202f}»"),
    ] {
        for sentence in sentences(tag) {
            let placeholders = ["{quote}", "{heading}", "{text}"].into_iter();
            for name in placeholders.filter(|name| sentence.contains(name)) {
                let marked = [open, name, close].concat();
                assert!(sentence.contains(&marked), "{tag}: {sentence}");
            }
            let others = ['"', '“', '”', '„', '«', '»'].into_iter();
            for mark in others.filter(|m| !open.starts_with(*m) && !close.ends_with(*m)) {
                assert!(!sentence.contains(mark), "{tag}: {sentence}");
            }
        }
    }
}

#[test]
fn french_marks_stand_behind_a_space_that_does_not_break() {
    assert!(!sentences("fr").is_empty());
    for sentence in sentences("fr") {
        for (mark, space) in [(':', '\u{a0}'), (';', '\u{202f}')] {
            for (at, _) in sentence.match_indices(mark) {
                assert!(sentence[..at].ends_with(space), "{sentence}");
            }
        }
        assert!(!sentence.contains('\''), "{sentence}");
    }
}
