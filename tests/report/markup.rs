//! Policies are hostile: nothing in their words takes effect in a report, and the marks of a
//! report survive whatever stands beside them.

#![allow(
    clippy::unwrap_used,
    reason = "a helper of a test may fail as the test does"
)]

use std::path::Path;

use crate::support::{
    markup::{parse, walk},
    read, shared,
};
use html5ever::Attribute;
use markup5ever_rcdom::NodeData;
use policy_diff::{
    compare::compare,
    meaning,
    messages::Locale,
    model::{ChangeKind, Document, Op},
    report::{self, Page},
};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

fn page(old: &Document, new: &Document) -> Page {
    let comparison = compare(old, new);
    let meaning = meaning::weigh(old, new, &comparison);
    report::comparison(old, new, &comparison, &meaning, Locale::En)
}

fn fixture(name: &str) -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/report");
    read(&folder.join(name))
}

/// The hostile text compared with an innocent one, in both directions.
fn hostile_pages() -> [Page; 2] {
    let (innocent, hostile) = (fixture("2020-03-01.md"), fixture("hostile.md"));
    [page(&innocent, &hostile), page(&hostile, &innocent)]
}

/// Deleted and inserted words as a Markdown reader sees them, without white space.
fn marked_in_markdown(markdown: &str) -> (String, String) {
    let (mut deleted, mut inserted) = (String::new(), String::new());
    let (mut in_deleted, mut in_inserted) = (false, false);
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Strikethrough) => in_deleted = true,
            Event::End(TagEnd::Strikethrough) => in_deleted = false,
            Event::Start(Tag::Strong) => in_inserted = true,
            Event::End(TagEnd::Strong) => in_inserted = false,
            Event::InlineHtml(tag) => match &*tag {
                "<del>" => in_deleted = true,
                "</del>" => in_deleted = false,
                "<ins>" => in_inserted = true,
                "</ins>" => in_inserted = false,
                tag => panic!("{tag} came through"),
            },
            Event::Text(text) if in_deleted => deleted.push_str(&text),
            Event::Text(text) if in_inserted => inserted.push_str(&text),
            Event::Html(html) => panic!("{html} came through"),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                assert_eq!(link_type, LinkType::Inline, "{dest_url}");
                panic!("{dest_url} came through");
            }
            Event::Code(_) | Event::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => {
                panic!("{event:?} came through")
            }
            _ => {}
        }
    }
    (squeezed(&deleted), squeezed(&inserted))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The same from the comparison, in the order of the report.
fn marked_in_comparison(old: &Document, new: &Document) -> (usize, usize) {
    let comparison = compare(old, new);
    let count = |op: Op| -> usize {
        comparison
            .changes
            .iter()
            .filter(|change| change.kind != ChangeKind::Unchanged)
            .flat_map(|change| &change.segments)
            .filter(|segment| segment.op == op && !segment.formatting)
            .map(|segment| squeezed(&segment.text).chars().count())
            .sum()
    };
    (count(Op::Delete), count(Op::Insert))
}

#[test]
fn nothing_hostile_takes_effect_in_markdown() {
    for page in hostile_pages() {
        let markdown = page.to_markdown();
        let (deleted, inserted) = marked_in_markdown(&markdown);
        assert!(!deleted.is_empty() && !inserted.is_empty());
    }
}

#[test]
fn nothing_hostile_takes_effect_in_html() {
    for page in hostile_pages() {
        walk(&parse(&page.to_html()).document, &mut |node| {
            if let NodeData::Element { name, attrs, .. } = &node.data {
                is_harmless(&name.local, attrs.borrow().iter());
            }
        });
    }
}

fn is_harmless<'a>(name: &str, attributes: impl Iterator<Item = &'a Attribute>) {
    assert!(
        !["script", "style", "link", "img", "iframe", "b"].contains(&name),
        "<{name}> came through"
    );
    for attribute in attributes {
        let (name, value) = (&*attribute.name.local, &*attribute.value);
        assert!(
            !name.starts_with("on") && name != "style",
            "{name} came through"
        );
        if name == "href" {
            let live = ["#", "http://", "https://", "mailto:"];
            assert!(live.iter().any(|start| value.starts_with(start)), "{value}");
        }
    }
}

#[test]
fn a_policy_cannot_forge_marks_in_text() {
    let [page, _] = hostile_pages();
    let text = page.to_text();
    assert!(text.contains("{\\+We sell nothing+\\}"), "{text}");
    assert!(text.contains("[\\-we sell all-\\]"), "{text}");
}

#[test]
fn marks_hold_in_markdown_over_real_policies() {
    for (old, new) in [
        ("numfocus/2018-01-12.md", "numfocus/2019-11-26.md"),
        ("loomio/undated.md", "loomio/2019-03-21.md"),
        ("loomio/2019-03-21.md", "loomio/2022-10-24.md"),
        ("github/2019-11-13.md", "github/2021-12-14.md"),
        (
            "mozilla-firefox-de/2023-09-19.md",
            "mozilla-firefox-de/2023-10-31.md",
        ),
        (
            "datenanfragen-de/2018-10-12.md",
            "datenanfragen-de/2019-12-07.md",
        ),
        ("medium/2014-03-18.txt", "medium/2014-04-11.md"),
        (
            "opentermsarchive-html/2023-09-26b.html",
            "opentermsarchive-html/2024-02-13.html",
        ),
    ] {
        let (Some(old_path), Some(new_path)) = (
            shared(&format!("corpus/{old}")),
            shared(&format!("corpus/{new}")),
        ) else {
            continue;
        };
        let (old, new) = (read(&old_path), read(&new_path));
        let markdown = page(&old, &new).to_markdown();
        let (_, text) = markdown.split_once("\n## The text\n").unwrap();
        // The legend shows the marks on words of its own.
        let (_, text) = text.split_once("\n#").unwrap();
        // Headings have marks of their own, which the changes do not count.
        let passages: String = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| format!("{line}\n"))
            .collect();
        let (deleted, inserted) = marked_in_markdown(&passages);
        let seen = (deleted.chars().count(), inserted.chars().count());
        assert_eq!(
            seen,
            marked_in_comparison(&old, &new),
            "{}",
            new_path.display()
        );
    }
}

#[test]
fn the_page_stands_on_its_own() {
    let html = page(&fixture("2020-03-01.md"), &fixture("2023-06-15.md")).to_html();
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"));
    assert!(html.contains("<ins>") && html.contains("<del>"));
    assert!(html.contains("default-src 'none'"));
    assert!(html.contains("<a href=\"https://medipay.example/terms\""));
    for open in ["<link", "<script", "<style", "style=", "src="] {
        assert!(!html.contains(open), "{open}");
    }
}
