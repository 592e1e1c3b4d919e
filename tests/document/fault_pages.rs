//! Faults that were seen in pages, each with a small page of its kind and what a careful reader
//! expects of it.

use crate::support::{read, shared};
use policy_diff::{compare::compare, model::Document};

/// Headings with their level (0 where it depends on others), and blocks, in order.
fn outline(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for section in &document.sections {
        if section.level > 0 {
            lines.push(format!("# {}", section.heading));
        }
        for id in section.block_ids() {
            lines.push(document.block(id).text.clone());
        }
    }
    lines
}

/// Reads a file of a fault, if the faults are there.
fn fault(file: &str) -> Option<Document> {
    shared(&format!("faults/{file}")).map(|path| read(&path))
}

#[track_caller]
fn check(file: &str, expected: &[&str]) {
    if let Some(document) = fault(file) {
        assert_eq!(outline(&document), expected, "{file}");
    }
}

#[track_caller]
fn check_message(file: &str, expected: &str) {
    if let Some(document) = fault(file) {
        let message = document.problems.first().map(|p| p.message.as_str());
        let message = message.unwrap_or_default();
        assert!(message.contains(expected), "{file}: {message:?}");
    }
}

#[test]
fn fault_01_noscript_iframe() {
    for file in ["page.html", "page-without-end-tag.html"] {
        check(
            &format!("01-noscript-iframe/{file}"),
            &[
                "# Privacy of Alder",
                "We keep a list of singers for two years after they leave the choir.",
            ],
        );
    }
    let file = "01-noscript-iframe/raw-source-as-text.html";
    check(file, &[]);
    check_message(file, "could not be read");
}

#[test]
fn fault_03_closed_panel_lost() {
    for file in ["old", "new", "display-none", "role-button"] {
        check(
            &format!("03-closed-panel-lost/{file}.html"),
            &[
                "# Privacy of Alder",
                "We run a choir and this page says how we treat your data.",
                "# Your rights",
                "You can ask for a copy of your data at any time and you can have it erased.",
                "# Children",
                "Children sing with us only if a parent says yes in writing.",
            ],
        );
    }
}

#[test]
fn fault_04_accordion_title_lost() {
    check(
        "04-accordion-title-lost/page.html",
        &[
            "# Privacy of Alder",
            "We run a choir and this page says how we treat your data.",
            "# What we collect",
            "Your name and your songs, which we need to print the programme.",
            "# How long we keep it",
            "Songs are kept for six years, because the tax law says so.",
            "# Who gets it",
            "The printer gets the list of songs.",
        ],
    );
}

#[test]
fn fault_10_hidden_mail_address() {
    if let Some(document) = fault("10-hidden-mail-address/page.html") {
        let last = document.blocks.last().expect("a block");
        assert!(last.text.contains("privacy@alder.example"), "{}", last.text);
        let marks = format!("{:?}", last.marks);
        assert!(marks.contains("mailto:privacy@alder.example"), "{marks}");
        assert!(marks.contains("mailto:dpo@alder.example"), "{marks}");
        assert_eq!(document.problems, []);
    }
}

#[test]
fn fault_22_layout_table() {
    check(
        "22-layout-table/page.html",
        &[
            "# Privacy Policy",
            "Last modified: 17 April 2004",
            "# Information We Collect",
            "We collect the name and e-mail address of our customers, nothing else.",
            "We do not rent your name to anyone.",
            "# Cookies",
            "Our server sets one cookie which ends with your visit.",
        ],
    );
}

#[test]
fn fault_28_table_columns() {
    let rows = |file: &str| {
        let document = fault(&format!("28-table-columns/{file}.html"))?;
        let last = document.blocks.iter().rev().take(3);
        Some(last.map(|block| block.text.clone()).collect::<Vec<_>>())
    };
    if let (Some(old), Some(new)) = (rows("old"), rows("new")) {
        let lang = "Mallow Books | lang | Keeps your language | 1 year";
        assert_eq!(old.get(1).map(String::as_str), Some(lang));
        let swapped = "lang | Mallow Books | Keeps your language | 1 year";
        assert_eq!(new.get(1).map(String::as_str), Some(swapped));
    }
}

#[test]
fn fault_29_web_archive_copy() {
    let [old, new] = ["old", "new"].map(|side| fault(&format!("29-web-archive-copy/{side}.html")));
    if let (Some(old), Some(new)) = (old, new) {
        assert!(compare(&old, &new).is_identical());
    }
}

#[test]
fn fault_30_error_page() {
    let file = "30-error-page/new.html";
    check(file, &[]);
    check_message(
        file,
        "looks like an error page or a check for robots, not like a policy",
    );
}

#[test]
fn fault_36_word_title() {
    if let Some(document) = fault("36-word-title-and-own-name/page.html") {
        let title = document.title.as_deref();
        assert_eq!(title, Some("Privacy Notice of Heron Bakery"));
    }
}

#[test]
fn fault_37_rich_text() {
    let file = "37-small-ones/page.rtf";
    check(file, &[]);
    check_message(file, "Rich Text");
}
