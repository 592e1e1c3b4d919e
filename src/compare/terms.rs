//! Phrases that were replaced throughout, so that a reader meets them once and not forty times.
//!
//! A term is a replacement that recurs and covers nearly all occurrences of the old phrase in the
//! text that has a counterpart. It is never called "no change": the new term may be broader.
//!
//! A redline marks only the words that differ: "personal information" became "personal data", but
//! the pair it shows is "information" and "data". A content word that nearly always stands before
//! the pair is therefore part of the term.

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

/// A replacement in comparison form: the content word before it, what went, what came.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Replacement {
    before: String,
    gone: String,
    come: String,
}

impl Replacement {
    fn term(&self, count: usize) -> Term {
        let phrase = |end: &str| format!("{} {end}", self.before).trim().to_owned();
        Term {
            old: phrase(&self.gone),
            new: phrase(&self.come),
            count,
        }
    }

    /// The same replacement, whatever stands before it.
    fn bare(&self) -> Self {
        Self {
            before: String::new(),
            ..self.clone()
        }
    }

    fn covers(&self, other: &Self) -> bool {
        self == other || *self == other.bare()
    }
}

/// Finds the terms and marks their segments.
pub(super) fn find(old: &Document, changes: &mut [Change]) -> Vec<Term> {
    let mut counts: BTreeMap<Replacement, usize> = BTreeMap::new();
    for change in changes.iter() {
        for (_, found) in replacements(&change.segments) {
            let bare = found.bare();
            if bare != found {
                *counts.entry(found).or_default() += 1;
            }
            *counts.entry(bare).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= MIN_COUNT);
    if counts.is_empty() {
        return Vec::new();
    }
    let sides = both_sides(old, changes);
    let mut terms: Vec<(Replacement, Term)> = counts
        .iter()
        .filter(|&(r, &count)| is_widest(r, count, &counts))
        .map(|(r, &count)| (r.clone(), r.term(count)))
        .filter(|(_, term)| {
            let kept = occurrences_kept(&sides, &term.old);
            term.count as f64 >= MIN_COVERAGE * (term.count + kept) as f64
        })
        .collect();
    terms.sort_by(|(_, x), (_, y)| y.count.cmp(&x.count).then_with(|| x.old.cmp(&y.old)));
    for change in changes {
        mark(&mut change.segments, &terms);
    }
    terms.into_iter().map(|(_, term)| term).collect()
}

/// Of a replacement with and without the word before it, the one with it counts if it covers
/// nearly all, else the one without.
fn is_widest(r: &Replacement, count: usize, counts: &BTreeMap<Replacement, usize>) -> bool {
    let nearly_all = |part: usize, whole: usize| part as f64 >= MIN_COVERAGE * whole as f64;
    if r.before.is_empty() {
        !counts.iter().any(|(other, &n)| {
            !other.before.is_empty() && other.bare() == *r && nearly_all(n, count)
        })
    } else {
        counts
            .get(&r.bare())
            .is_some_and(|&whole| nearly_all(count, whole))
    }
}

/// Every deletion directly followed by an insertion that can be a term, with its position.
fn replacements(segments: &[Segment]) -> Vec<(usize, Replacement)> {
    let mut out = Vec::new();
    for (at, pair) in segments.windows(2).enumerate() {
        let before = at.checked_sub(1).and_then(|i| segments.get(i));
        if let Some((gone, come)) = phrases(pair) {
            out.push((
                at,
                Replacement {
                    before: before.map(last_content_word).unwrap_or_default(),
                    gone,
                    come,
                },
            ));
        }
    }
    out
}

fn phrases(pair: &[Segment]) -> Option<(String, String)> {
    let [gone, come] = pair else { return None };
    if gone.op != Op::Delete || come.op != Op::Insert || gone.formatting || come.formatting {
        return None;
    }
    let phrase = |s: &Segment| {
        let text = normalise(&s.text);
        let words: Vec<&str> = text.split(' ').filter(|w| is_word(w)).collect();
        let tells = words
            .iter()
            .any(|w| !is_function_word(w) && !w.chars().any(|c| c.is_ascii_digit()));
        let plain = text
            .chars()
            .all(|c| c.is_alphanumeric() || " -'".contains(c));
        (tells && plain && words.len() <= MAX_WORDS).then_some(text)
    };
    Some((phrase(gone)?, phrase(come)?))
}

/// The word at the very end of an equal run, if it is a content word.
fn last_content_word(segment: &Segment) -> String {
    let text = normalise(&segment.text);
    let word = text.rsplit(' ').next().unwrap_or_default();
    let plain = word.chars().all(char::is_alphanumeric);
    if segment.op == Op::Equal && plain && !is_function_word(word) {
        word.to_owned()
    } else {
        String::new()
    }
}

/// Comparison forms, before and after, of every change that has both.
fn both_sides(old: &Document, changes: &[Change]) -> Vec<(String, String)> {
    let sides = |change: &Change| {
        let before: Vec<&str> = change
            .old
            .iter()
            .map(|&b| old.block(b).normal.as_str())
            .collect();
        let after = change.segments.iter().filter(|s| s.op != Op::Delete);
        let after: String = after.map(|s| s.text.as_str()).collect();
        (before.join("\n"), normalise(&after))
    };
    let paired = changes
        .iter()
        .filter(|c| !c.old.is_empty() && !c.new.is_empty());
    paired.map(sides).collect()
}

/// How often the phrase still stands in text that both versions have.
fn occurrences_kept(sides: &[(String, String)], phrase: &str) -> usize {
    sides
        .iter()
        .map(|(before, after)| occurrences(before, phrase).min(occurrences(after, phrase)))
        .sum()
}

/// Occurrences of a phrase as whole words.
fn occurrences(text: &str, phrase: &str) -> usize {
    let outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let whole = |at: usize| {
        outside(text[..at].chars().next_back()) && outside(text[at + phrase.len()..].chars().next())
    };
    text.match_indices(phrase)
        .filter(|&(at, _)| whole(at))
        .count()
}

fn mark(segments: &mut [Segment], terms: &[(Replacement, Term)]) {
    for (at, found) in replacements(segments) {
        if let Some(term) = terms.iter().position(|(r, _)| r.covers(&found)) {
            segments[at].term = Some(term);
            segments[at + 1].term = Some(term);
        }
    }
}
