//! Spans point into the source: the words of every block stand, in order, where its span says.
//!
//! For Markdown and plain text a span is a range of the file itself. For HTML it is the range that
//! holds the text, tags and character references included; the parser tells no positions, so it
//! is found by reading source and tree side by side.

use markup5ever_rcdom::NodeData;
use policy_diff::{document, model::Document};
use proptest::prelude::*;
use std::{fs, path::Path};

use crate::support::{
    labels,
    markup::{parse, walk},
    shared,
};

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
}

/// The first word of `text` that does not stand behind the others in `place`.
fn missing<'a>(text: &'a str, place: &str) -> Option<&'a str> {
    let mut rest = place;
    for word in words(text) {
        match rest.find(word) {
            Some(at) => rest = &rest[at + word.len()..],
            None => return Some(word),
        }
    }
    None
}

/// Whether all letters stand in order: a link or mark may begin inside a word.
fn letters_in_order(text: &str, place: &str) -> bool {
    let mut place = place.chars();
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .all(|wanted| place.any(|c| c == wanted))
}

/// The text of HTML source, references resolved.
fn resolved(source: &str) -> String {
    let mut out = String::new();
    walk(&parse(source).document, &mut |node| {
        if let NodeData::Text { contents } = &node.data {
            out.push_str(&contents.borrow());
        }
    });
    out
}

/// Blocks whose words are not where the span says, with the first word that is not.
fn wrong_spans(document: &Document, source: &str) -> Vec<String> {
    let wrong = |block: &model::Block| {
        let place = source.get(block.span.clone()).unwrap_or_default();
        let word = missing(&block.text, place)?;
        // "**G**lobally" is one word with a mark inside.
        missing(
            &block.text,
            &resolved(&place.replace(['*', '_', '[', ']'], "")),
        )?;
        if letters_in_order(&block.text, place) {
            return None;
        }
        Some(format!("{word:?} of {:?} is not in {place:?}", block.text))
    };
    document.blocks.iter().filter_map(wrong).collect()
}

fn check(name: &str, source: &str) {
    let document = document::read(name, source.as_bytes());
    assert_eq!(
        wrong_spans(&document, source),
        Vec::<String>::new(),
        "{name}"
    );
}

fn check_folder(folder: &Path, checked: &mut usize) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = path.display().to_string();
        if path.is_dir() {
            check_folder(&path, checked);
        } else if [".md", ".html", ".txt"]
            .iter()
            .any(|end| name.ends_with(end))
            && let Ok(source) = fs::read_to_string(&path)
        {
            check(&name, &source);
            *checked += 1;
        }
    }
}

#[test]
fn spans_of_real_policies() {
    let ours = labels::root().join("tests/fixtures/document");
    let published = ["corpus", "memos"].into_iter().filter_map(shared);
    for folder in published.chain([ours]) {
        let mut checked = 0;
        check_folder(&folder, &mut checked);
        assert!(checked > 0, "{}", folder.display());
    }
}

#[test]
fn spans_under_every_repair() {
    for source in [
        "#Title\n\n**Deletion:**we do **so ** now.\n\n    indented text\n    goes on\n",
        "{{< link slug=\"a\" text=\"Form\" >}} and [page]({{< ref \"b\" >}}) end",
        "\u{feff}---\ntitle: x\n---\nText {: id=\"y\" } here\n\n1. **Bold**  \n   under it\n",
        "a<br>b &amp; c&nbsp;d\n\n<div><p>one &eacute;t&eacute;</p></div>\n\n| a | b |\n|---|---|\n| **c** | d |",
    ] {
        check("a.md", source);
    }
}

fn fragment() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "# One\n",
        "two ",
        "**three** ",
        "**four **five ",
        "\n\n",
        "\n",
        "- six ",
        "1. seven\n",
        "> nine ",
        "[eleven](x) ",
        "<b>twelve</b> ",
        "<br>",
        "&amp; ",
        "{{< link slug=\"x\" text=\"thirteen\" >}} ",
        "{: id=\"z\" } ",
        "ä é ",
        "| a | b |\n|---|---|\n| c | d |\n",
        "\r\n",
        "**fourteen.**fifteen ",
    ])
}

proptest! {
    #[test]
    fn spans_of_any_markdown(parts in prop::collection::vec(fragment(), 0..40)) {
        check("a.md", &parts.concat());
        check("a.txt", &parts.concat());
    }
}
