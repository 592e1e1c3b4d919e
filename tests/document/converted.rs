//! Texts that other tools wrote: what converters make of bold type and links, and what is left of
//! the pages of a PDF.

use policy_diff::{
    document,
    model::{Document, MarkKind},
};

fn read(name: &str, source: &str) -> Document {
    document::read(name, source.as_bytes())
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
    let document = read("a.md", "Nous écrivons **ceci\n\net,\n\ncela** aussi.");
    assert_eq!(
        lines(&document),
        ["Nous écrivons ceci", "et,", "cela aussi."]
    );
    assert_eq!(bold(&document), ["ceci", "et,", "cela"]);
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

/// A notice of which each line is a paragraph, with the number of the page at its foot.
const PAGED: &str = "The Linnet Society\n\nWhat we keep\n\nThe society keeps the names of those who \
    sing with it, the\n\nvoice they sing, and the address that they gave when they\n\njoined.\n\n\
    Names are kept for two years, and the addresses are kept for as\n\n- 1 -\n\nlong as the law \
    says.\n\nWho else sees it\n\nOur printer sees the addresses, and nobody else does. The per-\n\n\
    sonal letters of singers are opened by the Secretary of the\n\nSociety alone.\n\n- 2 -\n";

#[test]
fn lines_of_a_page_are_paragraphs_again() {
    for name in ["a.txt", "a.md"] {
        let source = if name == "a.md" {
            PAGED.replace("- 1 -", "1").replace("- 2 -", "2")
        } else {
            PAGED.to_owned()
        };
        let found = read(name, &source);
        let found = lines(&found);
        for passage in [
            "The society keeps the names of those who sing with it, the voice they sing, and the \
             address that they gave when they joined.",
            "Names are kept for two years, and the addresses are kept for as long as the law says.",
            "The personal letters of singers are opened by the Secretary of the Society alone.",
        ] {
            assert!(
                found.iter().any(|line| line.ends_with(passage)),
                "{passage} {found:?}"
            );
        }
        assert!(found.contains(&"What we keep") && found.contains(&"Who else sees it"));
        assert!(
            !found.contains(&"1") && !found.contains(&"2 -"),
            "{found:?}"
        );
    }
}

#[test]
fn a_page_ends_in_the_middle_of_a_wrapped_paragraph() {
    let page =
        |number: u32| format!("Linnet e.V. - Seite {number} von 2\n\u{c}Datenschutz im Verein\n");
    let source = format!(
        "Datenschutz im Verein\n\nWir speichern die Namen derer, die bei uns singen, und die\n{}\
         Adressen, an die wir schreiben.\n\nWir geben nichts davon weiter, und wir löschen es nach\n\
         zwei Jahren, wenn niemand\n{}mehr danach fragt.\n",
        page(1),
        page(2)
    );
    check(
        "a.txt",
        &source,
        &[
            "Datenschutz im Verein",
            "Wir speichern die Namen derer, die bei uns singen, und die Adressen, an die wir \
             schreiben.",
            "Wir geben nichts davon weiter, und wir löschen es nach zwei Jahren, wenn niemand mehr \
             danach fragt.",
        ],
    );
}

#[test]
fn what_only_looks_like_a_page_stays() {
    for source in [
        // Articles are no pages, and lines of a list are none that were cut.
        "Article 1\n\nWe keep names.\n\nArticle 2\n\nWe keep letters.\n\nArticle 3\n\nWe keep songs.",
        "We keep:\n\nyour name\n\nyour voice\n\nthe date of your birth\n\nWe keep it for:\n\none year\n\ntwo years",
        "Anna Linnet\n\n5 Mill Road\n\nYork\n\nphone 5\n\nWe answer.",
        "1\n\n2\n\n3\n\nWe count.",
    ] {
        let expected: Vec<&str> = source.split("\n\n").collect();
        check("a.md", source, &expected);
    }
}

#[test]
fn a_clause_begins_a_passage() {
    let source = "TERMS OF THE CHOIR\n\n1. NAMES\n1.1 We collect:\n(a) your name; and\n(b) your\nvoice.\n\
                  1.2 We sell neither, nor did we before, since the\n2.2 million songs of the world \
                  are enough.\n2. SONGS\n2.1 Songs are kept.";
    check(
        "a.txt",
        source,
        &[
            "TERMS OF THE CHOIR",
            "1. NAMES",
            "1.1 We collect:",
            "(a) your name; and",
            "(b) your voice.",
            "1.2 We sell neither, nor did we before, since the 2.2 million songs of the world are \
             enough.",
            "2. SONGS",
            "2.1 Songs are kept.",
        ],
    );
}

/// A file of a kind of fault that was once seen; `None` where the folder is absent.
fn fault(path: &str) -> Option<Document> {
    crate::support::shared(&format!("faults/{path}")).map(|file| crate::support::read(&file))
}

/// The headings of a document that are not its title.
fn titles(document: &Document) -> Vec<&str> {
    let sections = document.sections.iter().filter(|section| section.level > 1);
    sections.map(|section| section.heading.as_str()).collect()
}

#[test]
fn lines_out_of_a_pdf_are_paragraphs() {
    let Some((old, new)) = fault("24-pdf-text/old.txt").zip(fault("24-pdf-text/new.txt")) else {
        return;
    };
    assert_eq!(
        titles(&new),
        ["I. WHAT WE COLLECT", "II. HOW LONG WE KEEP IT"]
    );
    let other: Vec<&str> = lines(&new)
        .into_iter()
        .filter(|l| !lines(&old).contains(l))
        .collect();
    let [line] = other[..] else {
        panic!("one passage is another: {other:?}");
    };
    assert!(
        line.contains(", your trade and your address when you open an account, and your claims")
    );
    assert!(!lines(&new).contains(&"1") && !lines(&new).contains(&"2"));
}

#[test]
fn clauses_without_blank_lines_are_passages() {
    let Some(new) = fault("26-plain-text-clauses/new.txt") else {
        return;
    };
    assert_eq!(titles(&new), ["2. COLLECTION", "3. USE", "4. CONTACT"]);
    assert!(lines(&new).contains(&"2.2 We do not collect data of children."));
    assert!(lines(&new).contains(&"(a) your name; your date of birth; and"));
    let longer = fault("26-plain-text-clauses/longer.txt").expect("it is beside the other");
    assert_eq!(titles(&longer).len(), 7, "{:?}", titles(&longer));
    assert!(lines(&longer).contains(&"1.1 Lantern Energy Ltd wrote these terms."));
}

#[test]
fn bold_titles_before_a_break_are_titles() {
    for (file, expected) in [
        ("page.md", &["Europe", "Norway"][..]),
        (
            "blank-line.md",
            &[
                "Where the list comes from",
                "Cookies",
                "How we use the list",
            ],
        ),
    ] {
        let Some(document) = fault(&format!("35-bold-over-line-break/{file}")) else {
            return;
        };
        assert_eq!(titles(&document), expected);
        assert!(!lines(&document).iter().any(|line| line.contains('*')));
    }
}
