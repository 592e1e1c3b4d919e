//! Phrases that were replaced throughout, so that a reader meets them once and not forty times.
//!
//! A term is a replacement that recurs and covers nearly all occurrences of the old phrase in the
//! text that has a counterpart. It is never called "no change": the new term may be broader.

use std::collections::BTreeMap;

use crate::document::{Document, normalise};

use super::{
    model::{Change, Op, Segment, Term},
    tokens::is_word,
    vocabulary::is_function_word,
};

/// Twice can be chance; the third time it is a decision.
const MIN_COUNT: usize = 3;
/// Share of the old phrase's occurrences that must have been replaced; the rest are overlooked
/// places and quotations.
const MIN_COVERAGE: f64 = 0.75;
/// Longer replacements are rewritten clauses.
const MAX_WORDS: usize = 5;

/// Finds the terms and marks their segments.
pub(super) fn find(old: &Document, changes: &mut [Change]) -> Vec<Term> {
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for change in changes.iter() {
        for pair in replacements(&change.segments) {
            *counts.entry(pair).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= MIN_COUNT);
    let mut terms: Vec<Term> = counts
        .into_iter()
        .filter(|((phrase, _), count)| {
            let kept = occurrences_kept(old, changes, phrase);
            *count as f64 >= MIN_COVERAGE * (*count + kept) as f64
        })
        .map(|((old, new), count)| Term { old, new, count })
        .collect();
    terms.sort_by(|x, y| y.count.cmp(&x.count).then_with(|| x.old.cmp(&y.old)));
    for change in changes {
        mark(&mut change.segments, &terms);
    }
    terms
}

/// Every deletion directly followed by an insertion, in comparison form, if it can be a term.
fn replacements(segments: &[Segment]) -> impl Iterator<Item = (String, String)> + '_ {
    segments.windows(2).filter_map(replacement)
}

fn replacement(pair: &[Segment]) -> Option<(String, String)> {
    let [gone, come] = pair else { return None };
    if gone.op != Op::Delete || come.op != Op::Insert || gone.formatting || come.formatting {
        return None;
    }
    let phrase = |s: &Segment| {
        let text = normalise(&s.text);
        let words: Vec<&str> = text.split(' ').filter(|w| is_word(w)).collect();
        let content = words
            .iter()
            .any(|w| !is_function_word(w) && !w.chars().any(|c| c.is_ascii_digit()));
        (content
            && words.len() <= MAX_WORDS
            && text
                .chars()
                .all(|c| c.is_alphanumeric() || " -'".contains(c)))
        .then_some(text)
    };
    Some((phrase(gone)?, phrase(come)?))
}

/// How often the phrase still stands in text that both versions have.
fn occurrences_kept(old: &Document, changes: &[Change], phrase: &str) -> usize {
    let inside = |text: &str| -> usize {
        let bounded = |at: usize| {
            let outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            outside(text[..at].chars().next_back())
                && outside(text[at + phrase.len()..].chars().next())
        };
        text.match_indices(phrase)
            .filter(|&(at, _)| bounded(at))
            .count()
    };
    changes
        .iter()
        .filter(|c| !c.old.is_empty() && !c.new.is_empty())
        .map(|c| {
            let before: usize = c.old.iter().map(|&b| inside(&old.block(b).normal)).sum();
            let replaced: usize = c
                .segments
                .iter()
                .filter(|s| s.op == Op::Delete)
                .map(|s| inside(&normalise(&s.text)))
                .sum();
            before.saturating_sub(replaced)
        })
        .sum()
}

fn mark(segments: &mut [Segment], terms: &[Term]) {
    for at in 1..segments.len() {
        let Some((gone, come)) = replacement(&segments[at - 1..=at]) else {
            continue;
        };
        if let Some(term) = terms.iter().position(|t| t.old == gone && t.new == come) {
            segments[at - 1].term = Some(term);
            segments[at].term = Some(term);
        }
    }
}
