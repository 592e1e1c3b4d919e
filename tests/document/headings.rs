//! What is a heading and what only looks like one, after real policies.

use policy_diff::{document, model::Document};

fn read(name: &str, source: &str) -> Document {
    document::read(name, source.as_bytes())
}

/// Headings in order; those that nobody marked have a star.
fn check(name: &str, source: &str, expected: &[&str]) {
    let document = read(name, source);
    let headings: Vec<String> = document
        .sections
        .iter()
        .filter(|section| section.level > 0)
        .map(|s| format!("{}{}", if s.recovered { "*" } else { "" }, s.heading))
        .collect();
    assert_eq!(headings, expected, "{source}");
}

const TEXT: &str =
    "We use what you give us to do what you asked us for, and for nothing else at all.";

#[test]
fn items_that_a_sentence_announces_are_no_headings() {
    check(
        "github.md",
        &format!(
            "# Cookies\n\nYou have several options:\n\n 1. **On our marketing pages**\n\n    {TEXT}\n\n 2. **For all websites**\n\n    {TEXT}\n    - One\n    - Two\n"
        ),
        &["Cookies"],
    );
    check(
        "github.html",
        &format!(
            "<h1>Cookies</h1><p>You have several options:</p><ol><li><p><strong>On our marketing pages</strong></p><p>{TEXT}</p></li><li><p><strong>For all websites</strong></p><p>{TEXT}</p></li></ol>"
        ),
        &["Cookies"],
    );
}

#[test]
fn bulleted_lead_ins_are_no_headings() {
    check(
        "firefox.md",
        &format!(
            "### Marketing\n\n* __Campaign data__: {TEXT}\n\n* __Technical & Interaction Data__:\n\n    _On iOS and Android_: {TEXT}\n"
        ),
        &["Marketing"],
    );
}

#[test]
fn sections_written_as_a_numbered_list_are_headings() {
    let source = format!(
        "# Policy\n\n1. **Scope**\n\n   {TEXT}\n\n2. **Cookies**\n\n   {TEXT}\n\n3. **Rights**\n\n   {TEXT}\n"
    );
    check(
        "a.md",
        &source,
        &["Policy", "*Scope", "*Cookies", "*Rights"],
    );
    let plain = format!("# Policy\n\n1. Scope\n\n{TEXT}\n\n2. Cookies\n\n{TEXT}\n");
    check("a.md", &plain, &["Policy", "*Scope", "*Cookies"]);
}

#[test]
fn the_name_of_a_service_with_its_link_is_no_heading() {
    check(
        "firefox.md",
        &format!(
            "### Security\n\n{TEXT}\n\n**[Cloudflare](https://example.org/policy)**\n\n**Updates**: {TEXT}\n"
        ),
        &["Security"],
    );
}

#[test]
fn a_long_title_in_plain_text() {
    check(
        "medium.txt",
        &format!(
            "Medium Privacy\n\n{TEXT}{TEXT}{TEXT}\n\nHow to Delete Your Account and What Happens When You Delete Your Account\n{TEXT}{TEXT}{TEXT}\n\nWe will tell you before we change anything in how we treat your data here\n{TEXT}{TEXT}{TEXT}\n"
        ),
        &[
            "*Medium Privacy",
            "*How to Delete Your Account and What Happens When You Delete Your Account",
        ],
    );
}

#[test]
fn a_title_between_the_lines_of_a_paragraph() {
    check(
        "medium.md",
        &format!(
            "# Policy\n\n{TEXT} {TEXT}\n\npostId: the post that was viewed\nModifying your personal information\n{TEXT} {TEXT}\n"
        ),
        &["Policy", "*Modifying your personal information"],
    );
    let html = format!("<h1>Policy</h1><p>{TEXT}<br><b>Cookies</b><br>{TEXT}</p>");
    check("a.html", &html, &["Policy", "*Cookies"]);
}

#[test]
fn lines_of_addresses_are_no_titles() {
    check(
        "datenanfragen.md",
        &format!(
            "# Kontakt\n\nVertreten durch den Vorstand: Anna Muster und Bea Muster  \n{TEXT} {TEXT}\n\nAutomattic Inc.  \n60 29th Street  \nSan Francisco, {TEXT}\n"
        ),
        &["Kontakt"],
    );
}

#[test]
fn a_text_whose_titles_nobody_marked_at_all() {
    let paragraph = TEXT.repeat(7);
    let markdown = format!(
        "Privacy Policy\n\n{paragraph}\n\nCookies\n\n{paragraph}\n\nYour Rights\n\n{paragraph}\n\nYork\n"
    );
    let expected = ["*Privacy Policy", "*Cookies", "*Your Rights"];
    check("a.md", &markdown, &expected);
    let page = markdown.replace("\n\n", "</p><p>");
    check("a.html", &format!("<div><p>{page}</p></div>"), &expected);
}
