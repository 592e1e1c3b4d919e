//! What holds for any input: the tests' properties and the fuzz targets ask the same questions.
#![allow(dead_code, reason = "each test file and fuzz target uses its own part")]

use std::collections::BTreeMap;

use policy_diff::{
    compare::compare,
    document::{self, Format, html},
    meaning,
    model::{BlockId, Change, ChangeKind, Comparison, Document, Evidence, Meaning, Op, Reading},
    report::json,
};

/// The line between the two versions of a saved pair. Not a sign of Markdown or HTML.
pub const DIVIDER: &str = "\n%%%%%\n";

/// Bytes are read under every name, and what is read is well formed.
pub fn any_bytes(bytes: &[u8]) {
    for name in ["policy.md", "policy.txt", "policy.html", "policy"] {
        let document = document::read(name, bytes);
        is_well_formed(&document, bytes);
        let reading = meaning::read(&document);
        is_quoted(&document, &reading);
        writes(&json::document(&document, &reading));
    }
}

/// Bytes are read as a web page, whose content comes back from the bytes that a program hands over.
pub fn any_page(bytes: &[u8]) {
    let page = html::read(&String::from_utf8_lossy(bytes));
    assert_eq!(
        html::Page::from_bytes(&page.to_bytes()).as_ref(),
        Some(&page)
    );
    let document = document::read_as(Format::Html, bytes);
    is_well_formed(&document, bytes);
    let reading = meaning::read(&document);
    is_quoted(&document, &reading);
}

/// Two texts are compared, both ways and with themselves.
pub fn any_pair(old: &str, new: &str) {
    let read = |text: &str| document::read("policy.md", text.as_bytes());
    let (old, new) = (read(old), read(new));
    let comparison = compare(&old, &new);
    is_complete(&old, &new, &comparison);
    mirrors(&comparison, &compare(&new, &old));
    for document in [&old, &new] {
        let itself = compare(document, document);
        assert!(itself.is_identical(), "{itself:?}");
        is_complete(document, document, &itself);
    }
    let meaning = meaning::weigh(&old, &new, &comparison);
    is_quoted(&old, &meaning.old);
    is_quoted(&new, &meaning.new);
    for highlight in &meaning.highlights {
        assert!(highlight.headline.chars().count() <= 140, "{highlight:?}");
        assert!(
            !highlight.changes.is_empty() || !highlight.facts.is_empty(),
            "{highlight:?} rests on nothing"
        );
        for id in &highlight.changes {
            assert!(id.index() < comparison.changes.len());
        }
    }
    is_opened_again(&old, &new, &comparison, &meaning);
}

/// A comparison is read as it was written, and no two of its changes have one address.
pub fn is_opened_again(old: &Document, new: &Document, comparison: &Comparison, meaning: &Meaning) {
    let text = serde_json::to_string(&json::comparison(old, new, comparison, meaning));
    let read = json::read_comparison(&text.expect("it can be written as JSON"));
    let saved = read.unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!((&saved.old, &saved.new), (old, new));
    assert_eq!((&saved.comparison, &saved.meaning), (comparison, meaning));
}

/// The sections cover the blocks without gap, spans and marks lie inside what they point into.
pub fn is_well_formed(document: &Document, source: &[u8]) {
    let mut next = 0;
    for section in &document.sections {
        assert_eq!(section.blocks.start, next);
        assert!(section.blocks.end >= section.blocks.start);
        next = section.blocks.end;
        assert!(section.level <= 6);
        assert_eq!(section.heading.is_empty(), section.level == 0);
    }
    assert_eq!(next as usize, document.blocks.len());
    // What is not UTF-8 is decoded first, to at most three times the length; so is UTF-16, which
    // is known by its zeros.
    let utf8 = std::str::from_utf8(source).ok();
    let utf8 = utf8.filter(|text| !text.contains('\0'));
    let length = utf8.map_or(source.len() * 3 + 3, str::len);
    for block in &document.blocks {
        assert!(!block.text.trim().is_empty(), "{block:?}");
        assert!(block.section.index() < document.sections.len());
        let span = block.span.clone();
        assert!(span.start <= span.end && span.end <= length, "{block:?}");
        if let Some(text) = utf8 {
            assert!(text.get(span).is_some(), "cuts a character: {block:?}");
        }
        for mark in &block.marks {
            assert!(mark.range.start < mark.range.end, "{block:?}");
            assert!(block.text.get(mark.range.clone()).is_some(), "{block:?}");
        }
    }
    for date in &document.dates {
        quotes(document, &date.evidence);
    }
    if document.blocks.is_empty() {
        assert!(!document.problems.is_empty(), "nothing read, nothing said");
    }
}

/// Every statement rests on words of the document.
pub fn is_quoted(document: &Document, reading: &Reading) {
    for contact in &reading.contacts {
        quotes(document, &contact.evidence);
    }
    for fact in &reading.facts {
        quotes(document, &fact.evidence);
    }
    let recommended = reading.contacts.iter().filter(|c| c.recommended).count();
    assert!(recommended <= 1);
}

fn quotes(document: &Document, evidence: &Evidence) {
    assert!(!evidence.quote.is_empty(), "{evidence:?}");
    if let Some(id) = evidence.block {
        let text = &document.block(id).text;
        assert!(text.contains(&evidence.quote), "{evidence:?} in {text:?}");
    }
}

fn writes(view: &impl serde::Serialize) {
    serde_json::to_writer(std::io::sink(), view).expect("it can be written as JSON");
}

/// Each old block and each new block stands in exactly one change, and the segments give both
/// texts back.
pub fn is_complete(old: &Document, new: &Document, comparison: &Comparison) {
    let standing = |side: fn(&Change) -> &Vec<BlockId>| {
        let mut ids: Vec<BlockId> = comparison.changes.iter().flat_map(side).copied().collect();
        ids.sort();
        ids
    };
    let all =
        |d: &Document| -> Vec<BlockId> { (0..d.blocks.len()).map(|b| BlockId(b as u32)).collect() };
    assert_eq!(standing(|c| &c.old), all(old));
    assert_eq!(standing(|c| &c.new), all(new));
    for change in &comparison.changes {
        assert_eq!(
            text_without(change, Op::Insert),
            joined(old, &change.old),
            "{change:?}"
        );
        assert_eq!(
            text_without(change, Op::Delete),
            joined(new, &change.new),
            "{change:?}"
        );
        for segment in &change.segments {
            assert!(!segment.text.is_empty(), "{change:?}");
            assert!(
                segment.term.is_none_or(|t| t < comparison.terms.len()),
                "{change:?}"
            );
        }
    }
    let count: usize = comparison.totals.by_kind.values().sum();
    assert_eq!(count, comparison.changes.len());
}

/// The old text of a change (without insertions) or the new one (without deletions).
pub fn text_without(change: &Change, op: Op) -> String {
    let kept = change.segments.iter().filter(|s| s.op != op);
    kept.map(|s| s.text.as_str()).collect()
}

fn joined(document: &Document, blocks: &[BlockId]) -> String {
    let texts: Vec<&str> = blocks
        .iter()
        .map(|&b| document.block(b).text.as_str())
        .collect();
    texts.join("\n")
}

/// Reading the comparison backwards gives the comparison of the swapped versions.
pub fn mirrors(forth: &Comparison, back: &Comparison) {
    assert_eq!(forth.totals.by_kind, mirrored_kinds(back));
    // "A became B throughout" has a direction: where B stood elsewhere all along, B did not become
    // A throughout.
    if forth.terms.is_empty() && back.terms.is_empty() {
        assert_eq!(forth.totals.by_weight, back.totals.by_weight);
    }
    assert_eq!(rows(forth, false), rows(back, true));
    assert_eq!(links(forth, false), links(back, true));
    assert_eq!(forth.sections.added, back.sections.removed);
    assert_eq!(forth.sections.removed, back.sections.added);
}

type Row = (Vec<BlockId>, Vec<BlockId>, Vec<(usize, String)>);

/// The changes with their words, in an order that both directions share.
fn rows(comparison: &Comparison, swap: bool) -> Vec<Row> {
    let row = |change: &Change| {
        let mut words: Vec<(usize, String)> = Vec::new();
        for op in [Op::Equal, Op::Delete, Op::Insert] {
            let side = match (op, swap) {
                (Op::Equal, _) => 0,
                (Op::Delete, false) | (Op::Insert, true) => 1,
                _ => 2,
            };
            let of_op = change.segments.iter().filter(|s| s.op == op);
            words.extend(of_op.map(|s| (side, s.text.clone())));
        }
        // Stable: the words of one side stay in their order.
        words.sort_by_key(|(side, _)| *side);
        match swap {
            true => (change.new.clone(), change.old.clone(), words),
            false => (change.old.clone(), change.new.clone(), words),
        }
    };
    let mut rows: Vec<Row> = comparison.changes.iter().map(row).collect();
    rows.sort();
    rows
}

fn mirrored_kinds(comparison: &Comparison) -> BTreeMap<ChangeKind, usize> {
    let mirrored = |kind| match kind {
        ChangeKind::Added => ChangeKind::Removed,
        ChangeKind::Removed => ChangeKind::Added,
        ChangeKind::Split => ChangeKind::Merged,
        ChangeKind::Merged => ChangeKind::Split,
        same => same,
    };
    let counts = comparison.totals.by_kind.iter();
    counts.map(|(&kind, &n)| (mirrored(kind), n)).collect()
}

fn links(comparison: &Comparison, swap: bool) -> Vec<(u32, u32, bool, bool, bool)> {
    let mut all: Vec<_> = comparison
        .sections
        .links
        .iter()
        .map(|l| match swap {
            true => (l.new.0, l.old.0, l.renamed, l.moved, l.edited),
            false => (l.old.0, l.new.0, l.renamed, l.moved, l.edited),
        })
        .collect();
    all.sort();
    all
}
