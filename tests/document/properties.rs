//! What holds for any bytes: reading does not fail, and its result is well formed.

use crate::support::invariants::is_well_formed;
use policy_diff::document::{self, Format};
use proptest::prelude::*;

fn check(format: Format, bytes: &[u8]) {
    let document = document::read_as(format, bytes);
    is_well_formed(&document, bytes);
    // The parser of HTML may put text where the source does not have it.
    if format != Format::Html {
        assert!(document.blocks.is_sorted_by_key(|block| block.span.start));
    }
    assert_eq!(document, document::read_as(format, bytes));
}

/// Pieces of the three syntaxes, so that chance puts them together in ways nobody writes.
fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "# ",
            "## **",
            "** ",
            "\n",
            "\n\n",
            "\r\n",
            "- ",
            "  * ",
            "1. ",
            "> ",
            "| a | b |\n|---|---|\n",
            "---\n",
            "===\n",
            "```\n",
            "`",
            "[x](y)",
            "[^1]",
            "[^1]: ",
            "{: datetime=\"2020-01-01\" }",
            "<b>",
            "</b>",
            "<br>",
            "<br><br>",
            "<p>",
            "</p>",
            "<div hidden>",
            "</div>",
            "<li>",
            "<table><tr><td>",
            "<td>",
            "<h2>",
            "</h2>",
            "<a href=\"#x\">",
            "</a>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "&amp;",
            "&nbsp;",
            "&#8217;",
            "<",
            "COOKIES",
            "1.2 Title",
            "Updated: May 3, 2020",
            "21. Mai 2018",
            "e\u{301}",
            "\u{200b}",
            "\u{feff}",
            "“",
            "\t",
            "<details><summary>",
            "</summary>",
            "<pre>",
            "<blockquote>",
            "<button>",
            "<main>",
            "<nav>",
            ": ",
            "\\",
        ])
        .prop_map(str::to_owned),
        "[a-zA-Zäß ,.:;]{0,20}",
        "\\PC{0,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for format in [Format::Markdown, Format::Html, Format::Text] {
            check(format, &bytes);
        }
    }

    #[test]
    fn any_markup_is_read(parts in prop::collection::vec(fragment(), 0..60)) {
        let source = parts.concat();
        for format in [Format::Markdown, Format::Html, Format::Text] {
            check(format, source.as_bytes());
        }
    }

    #[test]
    fn the_comparison_form_is_its_own(text in "\\PC{0,60}") {
        let normal = document::normalise(&text);
        prop_assert!(!normal.contains("  "));
        prop_assert_eq!(normal.trim(), normal.as_str());
    }
}

#[test]
fn deep_nesting_is_read() {
    for (open, close, levels) in [
        ("<div>", "</div>", 100_000),
        ("<b>", "</b>", 5_000),
        ("<ul><li>", "</li></ul>", 2_000),
        ("<blockquote>", "</blockquote>", 5_000),
    ] {
        let source = format!(
            "{}We keep your data.{}",
            open.repeat(levels),
            close.repeat(levels)
        );
        let document = document::read("page.html", source.as_bytes());
        assert_eq!(document.blocks.len(), 1, "{open}");
        assert_eq!(document.blocks[0].text, "We keep your data.");
    }
    let quotes = format!("{}We keep your data.", "> ".repeat(20_000));
    let document = document::read("page.md", quotes.as_bytes());
    assert!(
        document
            .blocks
            .iter()
            .any(|b| b.text.contains("We keep your data."))
    );
}

#[test]
fn large_files_are_read_whole() {
    let paragraph = "We process the personal data that you give to us, and nothing else, for as long as we need it. ";
    let markdown = format!(
        "# Policy\n\n{}",
        format!("## Part\n\n{paragraph}\n\n- {paragraph}\n\n").repeat(2_000)
    );
    let document = document::read("policy.md", markdown.as_bytes());
    assert_eq!(document.blocks.len(), 4_000);
    let html = format!(
        "<h1>Policy</h1>{}",
        format!("<h2>Part</h2><p>{paragraph}</p>").repeat(4_000)
    );
    let document = document::read("policy.html", html.as_bytes());
    assert_eq!(document.blocks.len(), 4_000);
    let line = paragraph.repeat(10_000);
    let document = document::read("policy.txt", line.as_bytes());
    assert_eq!(document.blocks.len(), 1);
}
