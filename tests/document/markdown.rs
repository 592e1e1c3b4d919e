//! Markdown and plain text, one small case for each thing that policies do.

use policy_diff::{
    document::{self, normalise, normalise_heading},
    model::{Document, MarkKind},
};
use std::fmt::Write;

fn read(name: &str, source: &str) -> Document {
    document::read(name, source.as_bytes())
}

/// One line for each heading and block: level or kind, then the text.
fn outline(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    for section in &document.sections {
        if section.level > 0 {
            let star = if section.recovered { "*" } else { "" };
            out.push(format!("{}{star} {}", section.level, section.heading));
        }
        for id in section.block_ids() {
            let block = document.block(id);
            let mut line = String::new();
            write!(line, "{:?}{} {}", block.kind, block.depth, block.text)
                .expect("a string takes all");
            out.push(line);
        }
    }
    out
}

fn check_md(source: &str, expected: &[&str]) {
    assert_eq!(outline(&read("a.md", source)), expected, "{source}");
}

fn check_txt(source: &str, expected: &[&str]) {
    assert_eq!(outline(&read("a.txt", source)), expected, "{source}");
}

#[test]
fn front_matter_is_metadata() {
    let document = read(
        "a.md",
        "---\ntitle: Our privacy\nlang: fr\nlast_updated: 2020-05-01\n---\n\nText.",
    );
    assert_eq!(outline(&document), ["Paragraph0 Text."]);
    assert_eq!(document.title.as_deref(), Some("Our privacy"));
    assert_eq!(document.language, "fr");
    assert_eq!(document.dates[0].evidence.quote, "last_updated: 2020-05-01");
    assert_eq!(
        document.effective_date.map(|d| d.to_string()).as_deref(),
        Some("2020-05-01")
    );
}

#[test]
fn attribute_lists_are_metadata_and_other_tags_text() {
    let document = read(
        "a.md",
        "Gültig\n{: datetime=\"2025-12-17\" }\n\n## Daten {: #daten }\n\n{% data variables.name %} speichert.",
    );
    assert_eq!(
        outline(&document),
        [
            "Paragraph0 Gültig",
            "2 Daten",
            "Paragraph0 {% data variables.name %} speichert."
        ]
    );
    assert_eq!(
        document.effective_date.map(|d| d.to_string()).as_deref(),
        Some("2025-12-17")
    );
}

#[test]
fn headings_in_all_dress() {
    check_md(
        "##  **Cookies**  \n\nText.",
        &["2 Cookies", "Paragraph0 Text."],
    );
    check_md("#Cookies\nText.", &["1 Cookies", "Paragraph0 Text."]);
    check_md(
        "Cookies\r\n-------\r\n\r\nText.",
        &["2 Cookies", "Paragraph0 Text."],
    );
    check_md(
        "### [](#a)1\\. <span class=\"x\">Scope</span>\n\nText.",
        &["3 1. Scope", "Paragraph0 Text."],
    );
    check_md("##\n\nText.", &["Paragraph0 Text."]);
}

#[test]
fn lists_keep_their_items_apart() {
    check_md(
        "* One\n  * Two\n    continues\n* Three\n\n  more of three\n",
        &[
            "ListItem0 One",
            "ListItem1 Two continues",
            "ListItem0 Three",
            "Paragraph0 more of three",
        ],
    );
    check_md("Term\n: meaning", &["Paragraph0 Term", "ListItem0 meaning"]);
    check_md("> Said\n>\n> > Again", &["Quote0 Said", "Quote1 Again"]);
}

#[test]
fn tables_and_breaks() {
    check_md(
        "| A | B |\n|---|---|\n| a | **b** |",
        &["TableRow0 A | B", "TableRow0 a | b"],
    );
    check_md(
        "NumFOCUS, Inc.  \nAustin<br>Texas",
        &["Paragraph0 NumFOCUS, Inc. Austin Texas"],
    );
}

#[test]
fn html_inside_is_read_as_html() {
    check_md(
        "<!-- note -->\n\n<div><p>Block <b>one</b></p></div>\n\nInline <i>two</i>. <img alt=\"x\" src=\"y\">\n",
        &["Paragraph0 Block one", "Paragraph0 Inline two."],
    );
    let document = read(
        "a.md",
        "Ask <a href=\"mailto:a@b.example\">us</a> or [them](/them).",
    );
    let targets: Vec<&MarkKind> = document.blocks[0].marks.iter().map(|m| &m.kind).collect();
    let link = |target: &str| MarkKind::Link(target.to_owned());
    assert_eq!(targets, [&link("mailto:a@b.example"), &link("/them")]);
}

#[test]
fn careless_bold_type_is_bold() {
    for source in [
        "**Deletion:**we delete it",
        "**Deletion: **we delete it",
        "** Deletion:** we delete it",
    ] {
        let document = read("a.md", source);
        let block = &document.blocks[0];
        let marked: Vec<&str> = block
            .marks
            .iter()
            .map(|m| &block.text[m.range.clone()])
            .collect();
        assert_eq!(marked, ["Deletion:"], "{source}");
        assert!(!block.text.contains('*'), "{source}");
    }
    check_md("**Deletion:**we", &["Paragraph0 Deletion:we"]);
    check_md("2 ** 3 ** 4", &["Paragraph0 2 ** 3 ** 4"]);
}

#[test]
fn tags_of_hugo_that_are_links() {
    let source = "Our {{< link slug=\"generator\" text=\"form\" >}} or [page]({{< ref \"company/paypal\" >}}).";
    let document = read("a.md", source);
    let block = &document.blocks[0];
    assert_eq!(block.text, "Our form or page.");
    let link = |target: &str| MarkKind::Link(target.to_owned());
    let targets: Vec<&MarkKind> = block.marks.iter().map(|m| &m.kind).collect();
    assert_eq!(targets, [&link("generator"), &link("company/paypal")]);
    check_md(
        "Ask {{ site.name }} or {{< contact >}}.",
        &["Paragraph0 Ask {{ site.name }} or {{< contact >}}."],
    );
}

#[test]
fn indented_text_is_text_and_indented_code_is_code() {
    check_md(
        "  1. One\n\n    You can control [cookies](/c) here:\n     - first item\n     - second item\n",
        &[
            "ListItem0 One",
            "Paragraph0 You can control cookies here:",
            "ListItem0 first item",
            "ListItem0 second item",
        ],
    );
    check_md(
        "Log:\n\n    {\"id\": 1, \"t\": [\"a\", \"b\"]}\n",
        &[
            "Paragraph0 Log:",
            "Code0 {\"id\": 1, \"t\": [\"a\", \"b\"]}",
        ],
    );
}

#[test]
fn unclosed_tags_end_with_their_passage() {
    let document = read("a.md", "* <b>One\n* Two\n\n<i>Three\n\nFour");
    let marked: Vec<usize> = document.blocks.iter().map(|b| b.marks.len()).collect();
    assert_eq!(marked, [1, 0, 1, 0]);
}

#[test]
fn spans_are_those_of_the_source() {
    let source = "---\ntitle: ä\n---\n#Ünter\n\nÄ *b* c.\n\n* d\n";
    let document = read("a.md", source);
    let found: Vec<&str> = document
        .blocks
        .iter()
        .map(|b| &source[b.span.clone()])
        .collect();
    assert_eq!(found, ["Ä *b* c.", "d"]);
}

#[test]
fn an_archive_note_becomes_a_date() {
    let source = "> *The text below was extracted and transformed from a page archived on 2019-12-09, see the [original snapshot](https://web.archive.org/x).*\n\n# Policy\n\nText.";
    let document = read("a.md", source);
    assert_eq!(outline(&document), ["1 Policy", "Paragraph0 Text."]);
    assert_eq!(document.dates[0].evidence.quote, "archived on 2019-12-09");
    assert_eq!(document.effective_date, None);
}

#[test]
fn tables_of_contents_are_left_out() {
    let text = "## Data\n\nText.\n\n## Cookies\n\nText.\n\n## Your rights\n\nText.";
    let rest = [
        "2 Data",
        "Paragraph0 Text.",
        "2 Cookies",
        "Paragraph0 Text.",
        "2 Your rights",
        "Paragraph0 Text.",
    ];
    let linked =
        "## Contents\n\n1. [Data](#data)\n2. [Cookies](#cookies)\n3. [Rights](#your-rights)\n\n";
    check_md(&format!("{linked}{text}"), &rest);
    check_md(
        &format!("- Data\n- Cookies\n- Your Rights\n\n{text}"),
        &rest,
    );
    check_md(
        "- Data\n- Cookies\n- Telephone\n\n## Data\n\nText.",
        &[
            "ListItem0 Data",
            "ListItem0 Cookies",
            "ListItem0 Telephone",
            "2 Data",
            "Paragraph0 Text.",
        ],
    );
}

const PROSE: &str =
    "We use what you give us to do what you asked us for, and for nothing else at all.";

#[test]
fn plain_text_with_a_paragraph_a_line() {
    let long = PROSE.repeat(3);
    check_txt(
        &format!(
            "Privacy Policy\n\n{long}\nCookies\n{long}\n\n- one\n- two\n\nLarkspur Press\n12 Stonegate\nYork"
        ),
        &[
            "1* Privacy Policy",
            &format!("Paragraph0 {long}"),
            "2* Cookies",
            &format!("Paragraph0 {long}"),
            "ListItem0 one",
            "ListItem0 two",
            "Paragraph0 Larkspur Press",
            "Paragraph0 12 Stonegate",
            "Paragraph0 York",
        ],
    );
}

#[test]
fn plain_text_wrapped_by_hand() {
    check_txt(
        "PRIVACY\n=======\n\nWe use what you give us to do what you asked us for, and\nfor nothing else at all.\n\n1. Cookies\n\nThere are none. We have never needed them, since nobody\nlogs in here.\n\n  * first item that goes on to\n    the next line\n  * second item\n",
        &[
            "1* PRIVACY",
            "Paragraph0 We use what you give us to do what you asked us for, and for nothing else at all.",
            "2* 1. Cookies",
            "Paragraph0 There are none. We have never needed them, since nobody logs in here.",
            "ListItem0 first item that goes on to the next line",
            "ListItem0 second item",
        ],
    );
}

#[test]
fn plain_text_numbered_in_other_ways() {
    let long = PROSE.repeat(3);
    check_txt(
        &format!(
            "Acme Privacy\nUpdated: 3 May 2020\n\n§ 1 Scope\n\n{long}\n\nII. Cookies\n\n{long}\n\na) Kinds\n\n{long}\n\nWe keep:\n\n1. Name\n2. Address\n\n{long}"
        ),
        &[
            "1* Acme Privacy",
            "Paragraph0 Updated: 3 May 2020",
            "2* § 1 Scope",
            &format!("Paragraph0 {long}"),
            "3* II. Cookies",
            &format!("Paragraph0 {long}"),
            "4* a) Kinds",
            &format!("Paragraph0 {long}"),
            "Paragraph0 We keep:",
            "ListItem0 1. Name",
            "ListItem0 2. Address",
            &format!("Paragraph0 {long}"),
        ],
    );
}

#[test]
fn no_headings_is_one_section() {
    let document = read("a.txt", PROSE);
    assert_eq!(document.sections.len(), 1);
    assert_eq!(document.sections[0].level, 0);
    assert_eq!(document.sections[0].heading, "");
}

#[test]
fn nothing_to_read_has_a_reason() {
    for (bytes, reason) in [
        (&b""[..], "empty"),
        (b" \n", "empty"),
        (b"\0\x01\x02", "not text"),
        (b"# \n", "no text"),
    ] {
        let document = document::read("a.md", bytes);
        assert!(document.blocks.is_empty() && document.sections.is_empty());
        assert!(
            document.problems[0].message.contains(reason),
            "{:?}",
            document.problems
        );
    }
}

#[test]
fn paths_lead_from_the_outermost_heading() {
    let document = read("a.md", "# A\n\n## B\n\n### C\n\nText.\n\n## D\n\nText.");
    let paths: Vec<String> = document
        .sections
        .iter()
        .map(|s| s.path.join(" / "))
        .collect();
    assert_eq!(paths, ["A", "A / B", "A / B / C", "A / D"]);
}

#[test]
fn the_comparison_form_keeps_words_and_drops_dress() {
    let same = |a: &str, b: &str| assert_eq!(normalise(a), normalise(b));
    let other = |a: &str, b: &str| assert_ne!(normalise(a), normalise(b));
    same("“We’re” – here…", "\"we're\" - here...");
    same("Cafe\u{301}\u{a0}bar", "café bar");
    same("1. We keep data", "(a) We keep data");
    same("Contact :", "contact:");
    same("e\u{ad}mail\u{200b}s", "emails");
    other("25. Mai 2018", "24. Mai 2018");
    other("1.5 million", "2.5 million");
    other("we may", "we will");
}

#[test]
fn headings_compare_without_numbers_and_punctuation() {
    let same = |a: &str, b: &str| assert_eq!(normalise_heading(a), normalise_heading(b));
    same("1.2 Cookies & logs:", "3. COOKIES & LOGS");
    same("Who we are?", "who we are");
    assert_ne!(normalise_heading("E-mail"), normalise_heading("Mail"));
}
