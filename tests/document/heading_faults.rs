//! Kinds of faults in headings, each with a small text and what a careful reader expects of it.

use policy_diff::model::Document;

use crate::support;

/// Reads a file of a kind of fault.
fn read(file: &str) -> Option<Document> {
    support::shared(&format!("faults/{file}")).map(|path| support::read(&path))
}

/// Headings in order.
fn headings(document: &Document) -> Vec<&str> {
    let titled = document.sections.iter().filter(|s| s.level > 0);
    titled.map(|s| s.heading.as_str()).collect()
}

#[track_caller]
fn check(file: &str, expected: &[&str]) {
    let Some(document) = read(file) else { return };
    assert_eq!(headings(&document), expected, "{file}");
}

#[test]
fn bold_titles_over_a_line_break() {
    for file in ["page.html", "page.md"] {
        let file = format!("23-bold-title-before-br/{file}");
        check(&file, &["Privacy of Alder", "1. Data", "2. Sharing"]);
    }
}

#[test]
fn lines_of_a_printed_text_are_no_headings() {
    for file in ["old.txt", "new.txt"] {
        let expected = [
            "Privacy Statement",
            "I. WHAT WE COLLECT",
            "II. HOW LONG WE KEEP IT",
        ];
        check(&format!("24-pdf-text/{file}"), &expected);
    }
}

#[test]
fn unmarked_titles_below_a_marked_one() {
    check(
        "25-unmarked-headings-below-title/page.md",
        &[
            "Privacy policy of Alder",
            "Collection of information",
            "Privacy of children",
            "Use of collected information",
        ],
    );
    check(
        "25-unmarked-headings-below-title/numbered-outline.md",
        &[
            "Alder Privacy Policy",
            "1. Data we collect",
            "2. How we use data",
            "3. Who gets data",
        ],
    );
}

#[test]
fn clauses_in_plain_text_are_no_headings() {
    let title = "PRIVACY TERMS OF LANTERN ENERGY";
    for file in ["old.txt", "new.txt"] {
        let expected = [title, "2. COLLECTION", "3. USE", "4. CONTACT"];
        let file = format!("26-plain-text-clauses/{file}");
        check(&file, &expected);
        if let Some(document) = read(&file) {
            let levels: Vec<u8> = document.sections.iter().map(|s| s.level).collect();
            assert_eq!(levels, [1, 2, 2, 2], "{file}");
        }
    }
    check(
        "26-plain-text-clauses/longer.txt",
        &[
            title,
            "1. ABOUT THESE TERMS",
            "2. DEFINITIONS",
            "3. COLLECTION",
            "4. USE",
            "5. SHARING",
            "6. RETENTION",
            "7. CONTACT",
        ],
    );
}

#[test]
fn bold_titles_that_a_converter_ended_behind_the_break() {
    check(
        "35-bold-over-line-break/page.md",
        &["Alder Privacy Policy", "Europe", "Norway"],
    );
}

#[test]
fn the_title_of_a_text_processor() {
    let Some(document) = read("36-word-title-and-own-name/page.html") else {
        return;
    };
    let title = "Privacy Notice of Heron Bakery";
    assert_eq!(document.title.as_deref(), Some(title));
    assert_eq!(headings(&document), [title, "1. Who we are"]);
}
