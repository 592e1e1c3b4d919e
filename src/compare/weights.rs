//! How much a change can matter, judged from its words alone.
//!
//! The default is "substantive": a change is called less only where its words prove it. "may" for
//! "will", "or" for "and", "only", "not" and "unless" are never mere wording.

use crate::document::{BlockId, Document, MarkKind};

use super::{
    counterparts::is_dateline,
    model::{Change, ChangeKind, Op, Segment, Weight},
    tokens::{is_word, tokens},
    vocabulary::stem,
};

/// Function words that change nothing when they come or go.
const NEUTRAL: [&str; 17] = [
    "a", "also", "an", "das", "der", "des", "die", "hereby", "la", "le", "les", "of", "please",
    "that", "the", "well", "which",
];

pub(super) fn weigh(old: &Document, new: &Document, change: &Change) -> Weight {
    match change.kind {
        ChangeKind::Unchanged | ChangeKind::Moved => return Weight::Formatting,
        ChangeKind::Added | ChangeKind::Removed => {
            let ids = if change.old.is_empty() {
                &change.new
            } else {
                &change.old
            };
            let document = if change.old.is_empty() { new } else { old };
            return if are_datelines(document, ids) {
                Weight::Date
            } else {
                Weight::Substantive
            };
        }
        _ => {}
    }
    let changed: Vec<&Segment> = change
        .segments
        .iter()
        .filter(|s| s.op != Op::Equal && !s.formatting)
        .collect();
    if changed.is_empty() {
        return if targets(old, &change.old) == targets(new, &change.new) {
            Weight::Formatting
        } else {
            Weight::Link
        };
    }
    let datelines = are_datelines(old, &change.old) && are_datelines(new, &change.new);
    if datelines || only_dates(old, new, change, &changed) {
        return Weight::Date;
    }
    let beside_terms: Vec<&Segment> = changed
        .iter()
        .copied()
        .filter(|s| s.term.is_none())
        .collect();
    if beside_terms.is_empty() {
        Weight::Terminology
    } else if only_wording(&beside_terms) {
        Weight::Wording
    } else {
        Weight::Substantive
    }
}

fn targets<'a>(document: &'a Document, blocks: &[BlockId]) -> Vec<&'a str> {
    let marks = blocks.iter().flat_map(|&b| &document.block(b).marks);
    marks
        .filter_map(|m| match &m.kind {
            MarkKind::Link(target) => Some(target.as_str()),
            _ => None,
        })
        .collect()
}

/// True where every changed word is part of a policy date on its own side.
fn only_dates(old: &Document, new: &Document, change: &Change, changed: &[&Segment]) -> bool {
    let quoted = |document: &Document, blocks: &[BlockId]| -> String {
        let dates = document
            .dates
            .iter()
            .filter(|d| d.evidence.block.is_some_and(|b| blocks.contains(&b)));
        dates
            .map(|d| d.evidence.quote.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (of_old, of_new) = (quoted(old, &change.old), quoted(new, &change.new));
    !of_old.is_empty()
        && !of_new.is_empty()
        && changed.iter().all(|s| {
            let quote = if s.op == Op::Delete { &of_old } else { &of_new };
            // Digits or a name of a month: a changed word beside them is not part of the date.
            words(&s.text).all(|w| {
                quote.to_lowercase().contains(&w)
                    && (w.chars().any(|c| c.is_ascii_digit()) || w.chars().count() > 2)
            }) && quote.contains(s.text.trim())
        })
}

fn are_datelines(document: &Document, blocks: &[BlockId]) -> bool {
    blocks.iter().all(|b| is_dateline(document, b.index()))
}

/// True where the changed words are neutral, or the same words inflected otherwise.
fn only_wording(changed: &[&Segment]) -> bool {
    let telling = |op: Op| -> Vec<String> {
        let texts = changed.iter().filter(|s| s.op == op);
        let words = texts.flat_map(|s| words(&s.text).collect::<Vec<_>>());
        words
            .filter(|w| NEUTRAL.binary_search(&w.as_str()).is_err())
            .map(|w| stem(&w).to_owned())
            .collect()
    };
    let (gone, come) = (telling(Op::Delete), telling(Op::Insert));
    gone == come
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    tokens(text)
        .into_iter()
        .filter(|t| is_word(t.text))
        .map(|t| t.key.into_owned())
}
