//! How much a change can matter, judged from its words alone.
//!
//! The default is "substantive"; a change gets a lower weight only if its words prove it. "may"
//! for "will", "or" for "and", "only", "not" and "unless" are never mere wording.

use std::collections::BTreeSet;
use text::sorting::set;

use model::{BlockId, Change, ChangeKind, Document, MarkKind, Op, Segment, Weight};
use text::{
    lists::is_neutral,
    stem::{is_spelling, stem},
};

use crate::{
    blocks::datelines::Datelines,
    redline::tokens::{is_word, tokens},
};

/// Returns the weight of a change. `old` and `new` are the datelines of the two documents; the
/// change's segments must have their terms.
pub(crate) fn weigh(old: &Datelines<'_>, new: &Datelines<'_>, change: &Change) -> Weight {
    match change.kind {
        ChangeKind::Unchanged => return Weight::Formatting,
        ChangeKind::Added | ChangeKind::Removed => {
            let (dates, ids) = if change.old.is_empty() {
                (new, &change.new)
            } else {
                (old, &change.old)
            };
            return if are_datelines(dates, ids) {
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
        let (gone, come) = link_targets(old.document, new.document, change);
        return if gone.is_empty() && come.is_empty() {
            Weight::Formatting
        } else {
            Weight::Link
        };
    }
    let datelines = are_datelines(old, &change.old) && are_datelines(new, &change.new);
    if datelines || only_dates(old, new, change, &changed) {
        return Weight::Date;
    }
    if changed.iter().all(|s| s.term.is_some()) {
        Weight::Terminology
    } else if only_wording(&change.segments) {
        Weight::Wording
    } else {
        Weight::Substantive
    }
}

/// Returns the link targets of a changed passage that only the old version has, and those that
/// only the new one has. If both have the same targets on different words, returns all of them.
///
/// The ids in `change` must be those of `old` and `new`.
#[must_use]
pub fn link_targets<'a>(
    old: &'a Document,
    new: &'a Document,
    change: &Change,
) -> (Vec<&'a str>, Vec<&'a str>) {
    let (old, new) = (targets(old, &change.old), targets(new, &change.new));
    if old == new {
        return (Vec::new(), Vec::new());
    }
    let only = |of: &[&'a str], other: &[&str]| -> Vec<&'a str> {
        let known = set(other.iter().copied());
        let mut seen = BTreeSet::new();
        let new = of.iter().copied().filter(|t| !known.contains(t));
        new.filter(|t| seen.insert(*t)).collect()
    };
    match (only(&old, &new), only(&new, &old)) {
        (gone, come) if gone.is_empty() && come.is_empty() => (old, new),
        lists => lists,
    }
}

/// Returns the targets of all links in the blocks, in order.
fn targets<'a>(document: &'a Document, blocks: &[BlockId]) -> Vec<&'a str> {
    blocks
        .iter()
        .flat_map(|id| &document.block(*id).marks)
        .filter_map(|m| match &m.kind {
            MarkKind::Link(target) => Some(target.as_str()),
            _ => None,
        })
        .collect()
}

/// Whether every segment in `changed` is part of a date of the policy on its own side.
fn only_dates(
    old: &Datelines<'_>,
    new: &Datelines<'_>,
    change: &Change,
    changed: &[&Segment],
) -> bool {
    let quoted = |dates: &Datelines<'_>, blocks: &[BlockId]| -> (String, String) {
        let quotes: Vec<&str> = blocks
            .iter()
            .flat_map(|block| dates.quotes(*block))
            .map(|(_, quote)| *quote)
            .collect();
        let quote = quotes.join(" ");
        let folded = quote.to_lowercase();
        (quote, folded)
    };
    let (of_old, of_new) = (quoted(old, &change.old), quoted(new, &change.new));
    !of_old.0.is_empty()
        && !of_new.0.is_empty()
        && changed.iter().all(|s| {
            let (quote, folded) = if s.op == Op::Delete { &of_old } else { &of_new };
            // Only digits and names of months count; other short words are not part of the date.
            words(&s.text).all(|w| {
                folded.contains(&w)
                    && (w.chars().any(|c| c.is_ascii_digit()) || w.chars().count() > 2)
            }) && quote.contains(s.text.trim())
        })
}

fn are_datelines(dates: &Datelines<'_>, blocks: &[BlockId]) -> bool {
    blocks.iter().all(|b| dates.has(*b))
}

/// Whether all changed words are neutral, or the same words in another inflection or spelling.
///
/// Each place is checked on its own: over the whole passage, a "not" that went from one sentence
/// to another would cancel out.
fn only_wording(segments: &[Segment]) -> bool {
    let mut places = segments.split(|s| s.op == Op::Equal);
    places.all(|place| {
        let telling = |op: Op| -> Vec<String> {
            let changed = |s: &&Segment| s.op == op && !s.formatting && s.term.is_none();
            let words = place.iter().filter(changed).flat_map(|s| words(&s.text));
            words.filter(|w| !is_neutral(w)).collect()
        };
        let (gone, come) = (telling(Op::Delete), telling(Op::Insert));
        let same = |(x, y): (&String, &String)| is_spelling(x, y) || stem(x) == stem(y);
        gone.len() == come.len() && gone.iter().zip(&come).all(same)
    })
}

/// The comparison forms of the words in a text.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    tokens(text)
        .into_iter()
        .filter(|t| is_word(t.text))
        .map(|t| t.key.into_owned())
}
