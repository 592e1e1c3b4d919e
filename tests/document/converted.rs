//! Texts that other tools wrote: what converters make of bold type and links, and what is left of
//! the pages of a PDF.

use policy_diff::{
    document::{self, html::parse_native},
    model::{Document, MarkKind},
};

fn read(name: &str, source: &str) -> Document {
    document::read(name, source.as_bytes(), parse_native)
}

/// Headings and passages, in order.
fn lines(document: &Document) -> Vec<&str> {
    let sections = document.sections();
    let of = sections.map(|(id, section)| {
        let heading = Some(section.heading.as_str()).filter(|h| !h.is_empty());
        let blocks = document.blocks_of(id).map(|(_, block)| block.text.as_str());
        heading.into_iter().chain(blocks)
    });
    of.flatten().collect()
}

fn check(name: &str, source: &str, expected: &[&str]) {
    assert_eq!(lines(&read(name, source)), expected, "{source}");
}

/// The parts of all passages that are in bold type.
fn bold(document: &Document) -> Vec<&str> {
    let blocks = document.blocks.iter();
    let marked = blocks.flat_map(|block| {
        let strong = block.marks.iter().filter(|m| m.kind == MarkKind::Strong);
        strong.map(|mark| &block.text[mark.range.clone()])
    });
    marked.collect()
}

#[test]
fn bold_type_ends_at_the_break_inside_it() {
    for source in [
        "**Wer  \n**schreibt, **was  \n**er weiß.",
        "**Wer\\\n**schreibt, **was\\\n**er weiß.",
        "**Wer **schreibt, **was **er weiß.",
    ] {
        let document = read("a.md", source);
        assert_eq!(lines(&document), ["Wer schreibt, was er weiß."]);
        assert_eq!(bold(&document), ["Wer", "was"]);
    }
}

#[test]
fn bold_type_over_blank_lines_is_bold_on_both_sides() {
    let document = read("a.md", "Nous écrivons **ceci\n\net\n\ncela** aussi.");
    assert_eq!(
        lines(&document),
        ["Nous écrivons ceci", "et", "cela aussi."]
    );
    assert_eq!(bold(&document), ["ceci", "et", "cela"]);
}

#[test]
fn marks_side_by_side_are_no_words() {
    let document = read(
        "a.md",
        "**Acc****ess**: you can see it**.** Also **[**us**](#u)**.",
    );
    assert_eq!(lines(&document), ["Access: you can see it. Also us."]);
    assert_eq!(bold(&document)[..2], ["Acc", "ess"]);
}

#[test]
fn a_link_around_blocks_leaves_the_blocks() {
    check(
        "a.md",
        "# Privacy\n\n[\n\n### Your data\n\nSee what we keep.\n\n](#keep)\n\nWe keep letters.",
        &[
            "Privacy",
            "Your data",
            "See what we keep.",
            "We keep letters.",
        ],
    );
    check(
        "a.md",
        "[## Names\n\nOf singers.](/a_b_c)[## Notes\n\nOf songs.](/d)",
        &["Names", "Of singers.", "Notes", "Of songs."],
    );
}

#[test]
fn the_mark_of_a_footnote_is_no_word() {
    check(
        "a.md",
        "We keep it for a year.[^1]\n\n[^1]: Longer if you ask.",
        &["We keep it for a year.", "Longer if you ask."],
    );
}
