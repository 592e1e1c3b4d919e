//! Interface messages: the generator's meaning, and that no message is missing or unused.

#![allow(clippy::unwrap_used, reason = "a generator that fails fails the test")]

#[path = "../../crates/messages/build/fluent/mod.rs"]
mod generator;

/// The generator's output for `fixtures/messages`, compiled, so that the cases below run what
/// they describe.
mod generated {
    include!("../fixtures/messages/expected.rs");
}

use std::{
    fs,
    path::{Path, PathBuf},
};

use generated::Locale;
use generator::{LocaleSource, generate, read_folder};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_generated_code_is_the_expected_one() {
    let folder = root().join("tests/fixtures/messages");
    let code = generate(&read_folder(&folder).unwrap()).unwrap().code;
    let file = folder.join("expected.rs");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&file, &code).unwrap();
    }
    assert_eq!(
        code,
        fs::read_to_string(&file).unwrap(),
        "read the difference, then run `cargo xtask bless`"
    );
}

#[test]
fn locales_are_found_by_tag_then_by_language() {
    assert_eq!(Locale::default(), Locale::En);
    assert_eq!(Locale::ALL, [Locale::En, Locale::De, Locale::Fr]);
    assert_eq!(Locale::De.key(), "de");
    assert_eq!(Locale::from_key("de"), Some(Locale::De));
    assert_eq!(Locale::from_key("DE-at"), Some(Locale::De));
    assert_eq!(Locale::from_key("den"), None);
    assert_eq!(Locale::from_key(""), None);
}

#[test]
fn text_terms_and_references_are_put_together() {
    assert_eq!(Locale::En.title(), "Compare with policy-diff");
    assert_eq!(Locale::En.plain(), "A long line\nthat goes on.");
    assert_eq!(Locale::En.open_files_label(), "Open files");
    assert_eq!(
        Locale::En.open_files_hint(),
        "Opens Compare with policy-diff"
    );
    assert_eq!(Locale::En.escaped(), "{\u{a7} \"quoted\" 7");
    assert_eq!(Locale::En.counted(), "section and sections");
    assert_eq!(Locale::En.article(), "a policy-diff");
}

#[test]
fn variables_keep_the_order_of_the_reference() {
    assert_eq!(
        Locale::En.greeting("Ada", "Bonn"),
        "Dear Ada at Bonn, dear Ada"
    );
    assert_eq!(Locale::De.greeting("Ada", "Bonn"), "Bonn: Guten Tag Ada");
}

#[test]
fn plurals_follow_each_language() {
    let en = |count| Locale::En.moved(count);
    assert_eq!(en(0), "Nothing moved");
    assert_eq!(en(1), "One section moved");
    assert_eq!(en(2), "2 sections moved");
    assert_eq!(en(-3), "-3 sections moved");
    let fr = |count| Locale::Fr.moved(count);
    assert_eq!(fr(0), "0 section déplacée");
    assert_eq!(fr(1), "1 section déplacée");
    assert_eq!(fr(2), "2 sections déplacées");
    assert_eq!(fr(2_000_000), "2000000 de sections déplacées");
}

#[test]
fn selects_stand_inside_text_and_inside_each_other() {
    assert_eq!(
        Locale::En.found("May", 1, "Ada"),
        "In May: one change by Ada"
    );
    assert_eq!(
        Locale::En.found("May", 4, "Ada"),
        "In May: 4 changes by Ada"
    );
    assert_eq!(Locale::En.nested(1, "list"), "one item");
    assert_eq!(Locale::En.nested(1, "else"), "one thing");
    assert_eq!(Locale::En.nested(3, "list"), "many");
}

#[test]
fn selects_over_words_take_words() {
    assert_eq!(Locale::En.state("moved", "Cookies"), "Moved from Cookies");
    assert_eq!(Locale::En.state("added", ""), "Added");
    assert_eq!(Locale::En.state("unheard", ""), "Kept");
    assert_eq!(Locale::En.days(30), "30 days");
}

/// Generates from one file per locale and returns the reason why that fails.
fn refusal(locales: &[(&str, &str)]) -> String {
    let sources: Vec<LocaleSource> = locales
        .iter()
        .map(|(key, text)| LocaleSource {
            key: (*key).to_owned(),
            files: vec![(format!("{key}/a.ftl"), (*text).to_owned())],
        })
        .collect();
    generate(&sources).map_or_else(|reason| reason, |_| "accepted".to_owned())
}

#[test]
fn what_cannot_be_built_is_refused_by_file_and_message() {
    let cases: &[(&[(&str, &str)], &str)] = &[
        (&[("de", "a = x")], "the locale en is missing"),
        (
            &[("en", "a = x\nb = y"), ("de", "a = x")],
            "en/a.ftl: the message b has no counterpart in the locale de",
        ),
        (
            &[("en", "a = x"), ("de", "a = x\nb = y")],
            "de/a.ftl: the message b has no counterpart in the locale en",
        ),
        (
            &[("en", "a = { $x }"), ("de", "a = y")],
            "de/a.ftl: the message a leaves out the variable $x",
        ),
        (
            &[("en", "a = y"), ("de", "a = { $x }")],
            "de/a.ftl: the message a uses a variable the reference lacks: $x",
        ),
        (
            &[("en", "a = { b }")],
            "en/a.ftl: the message a refers to b, which does not exist",
        ),
        (
            &[("en", "a = { -b }")],
            "en/a.ftl: the message a refers to -b, which does not exist",
        ),
        (
            &[("en", "a = { b }\nb = { a }")],
            "en/a.ftl: the message a refers to itself through a",
        ),
        (
            &[("en", "a = x\na = y")],
            "en/a.ftl: the message a is defined twice",
        ),
        (
            &[("en", "a-b = x\na =\n    .b = y")],
            "en/a.ftl: the message a.b and a-b would both become a_b(); rename one",
        ),
        (
            &[("en", "a = { DATETIME($x) }")],
            "en/a.ftl: the message a uses a function other than NUMBER($variable); pass a \
             formatted text instead",
        ),
        (
            &[("en", "a = { $n ->\n    [few] x\n   *[other] y\n}")],
            "en/a.ftl: the message a uses the plural category few, which en does not have or \
             which must stand last",
        ),
        (
            &[("en", "a = { $n ->\n   *[other] y\n    [one] x\n}")],
            "en/a.ftl: the message a has a select whose default variant does not stand last",
        ),
        (
            &[("en", "a = { $n ->\n    [one] x\n   *[two] y\n}")],
            "en/a.ftl: the message a must have *[other] as default of its select on $n",
        ),
        (
            &[(
                "en",
                "a = { NUMBER($n) }{ $n ->\n    [red] x\n   *[blue] y\n}",
            )],
            "en/a.ftl: the message a selects by words over $n, which is a number elsewhere",
        ),
        (
            &[("en", "match = x")],
            "en/a.ftl: the message match uses the name match, which is taken; choose another",
        ),
        (
            &[("en", "Title = x")],
            "en/a.ftl: the message Title uses the name Title; write names in lower case with \
             hyphens",
        ),
    ];
    for (locales, reason) in cases {
        assert_eq!(refusal(locales), *reason);
    }
}

#[test]
fn a_broken_file_is_refused_with_its_line() {
    let reason = refusal(&[("en", "fine = x\nbroken = { $\n")]);
    assert!(
        reason.starts_with("en/a.ftl: the message broken cannot be parsed (line 2): "),
        "{reason}"
    );
}

#[test]
fn every_message_is_used() {
    let locales = read_folder(&root().join("www/locales")).unwrap();
    let names = generate(&locales).unwrap().names;
    let mut code = String::new();
    for folder in ["src", "crates"] {
        collect_rust(&root().join(folder), &mut code);
    }
    let unused: Vec<&String> = names
        .iter()
        .filter(|name| !code.contains(&format!(".{name}(")) && !mentions_path(&code, name))
        .collect();
    assert!(unused.is_empty(), "messages nothing uses: {unused:?}");
}

/// `Locale::name` handed over as a function.
fn mentions_path(code: &str, name: &str) -> bool {
    code.split(&format!("Locale::{name}"))
        .skip(1)
        .any(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
}

fn collect_rust(folder: &Path, code: &mut String) {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect_rust(&path, code);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            code.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}
