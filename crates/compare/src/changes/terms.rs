//! Phrases that were replaced throughout, so that a reader meets them once and not forty times.
//!
//! A term is a replacement that recurs and covers nearly all occurrences of the old phrase in the
//! text that has a counterpart. It is never called "no change": where it is known that the new
//! term covers more, or less, the term says so.
//!
//! A redline marks only the words that differ: "personal information" became "personal data", but
//! the pair it shows is "information" and "data". A content word that nearly always stands before
//! or behind the pair is therefore part of the term. Singular and plural are one term.

use std::collections::BTreeMap;

use document::normalise;
use model::Document;
use text::{
    lists::is_small_word,
    sorting::{sort_by, sort_by_key},
    stem::singular,
    thesaurus::broader,
};

use crate::redline::tokens::is_word;
use model::{Change, Extent, Op, Relation, Segment, Term};

/// Twice can be chance; the third time it is a decision.
const MIN_COUNT: usize = 3;
/// Share of the old phrase's occurrences that must have been replaced; the rest are overlooked
/// places and quotations.
const MIN_COVERAGE: f64 = 0.75;
/// Longer replacements are rewritten clauses.
const MAX_WORDS: usize = 5;

/// A replacement in comparison form: what went, what came, and the content words around them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Replacement {
    before: String,
    gone: String,
    come: String,
    after: String,
}

impl Replacement {
    fn old_phrase(&self) -> String {
        phrase(&[&self.before, &self.gone, &self.after])
    }

    fn new_phrase(&self) -> String {
        phrase(&[&self.before, &self.come, &self.after])
    }

    /// The same replacement, whatever stands around it.
    fn bare(&self) -> Self {
        self.with("", "")
    }

    fn with(&self, before: &str, after: &str) -> Self {
        Self {
            before: before.to_owned(),
            after: after.to_owned(),
            ..self.clone()
        }
    }

    /// The replacement with and without each of its neighbours, each once, the widest first.
    fn variants(&self) -> Vec<Self> {
        let mut variants: Vec<Self> = Vec::new();
        let widest_first = [
            self.clone(),
            self.with(&self.before, ""),
            self.with("", &self.after),
            self.bare(),
        ];
        for variant in widest_first {
            if !variants.contains(&variant) {
                variants.push(variant);
            }
        }
        variants
    }

    /// What singular and plural have in common; a mere change of number stays what it is.
    fn key(&self) -> Self {
        let (gone, come) = (singular(&self.gone), singular(&self.come));
        if gone == come {
            return self.clone();
        }
        Self {
            before: singular(&self.before),
            gone,
            come,
            after: singular(&self.after),
        }
    }

    fn neighbours(&self) -> usize {
        usize::from(!self.before.is_empty()) + usize::from(!self.after.is_empty())
    }
}

fn phrase(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
    parts.join(" ")
}

/// How often a replacement occurs, and in which forms.
#[derive(Default)]
struct Tally {
    count: usize,
    forms: BTreeMap<Replacement, usize>,
}

impl Tally {
    /// The form that a term is named by: the commonest, of equals the shortest.
    fn commonest(&self) -> Option<&Replacement> {
        let rank = |r: &Replacement| std::cmp::Reverse(r.gone.len() + r.come.len());
        let best = self.forms.iter().max_by_key(|&(r, &n)| (n, rank(r)));
        best.map(|(form, _)| form)
    }
}

/// Finds the terms and marks their segments.
pub(crate) fn find(old: &Document, changes: &mut [Change]) -> Vec<Term> {
    let mut tallies: BTreeMap<Replacement, Tally> = BTreeMap::new();
    for change in changes.iter() {
        for (_, found) in replacements(&change.segments) {
            for variant in found.variants() {
                let tally = tallies.entry(variant.key()).or_default();
                tally.count += 1;
                *tally.forms.entry(variant).or_default() += 1;
            }
        }
    }
    tallies.retain(|_, tally| tally.count >= MIN_COUNT);
    if tallies.is_empty() {
        return Vec::new();
    }
    let sides = both_sides(old, changes);
    let mut terms: Vec<(Replacement, Term)> = Vec::new();
    for (key, count) in chosen(&tallies) {
        let Some(form) = tallies.get(&key).and_then(Tally::commonest) else {
            continue;
        };
        let forms = tallies.get(&key).into_iter().flat_map(|t| t.forms.keys());
        let mut phrases: Vec<String> = forms.map(Replacement::old_phrase).collect();
        phrases.sort_unstable();
        phrases.dedup();
        let kept: usize = phrases.iter().map(|p| occurrences_kept(&sides, p)).sum();
        if count as f64 >= MIN_COVERAGE * (count + kept) as f64 {
            let (old, new) = (form.old_phrase(), form.new_phrase());
            let relation = relation(&old, &new);
            terms.push((
                key,
                Term {
                    old,
                    new,
                    count,
                    relation,
                },
            ));
        }
    }
    sort_by(&mut terms, |(_, x), (_, y)| {
        y.count.cmp(&x.count).then_with(|| x.old.cmp(&y.old))
    });
    for change in changes {
        mark(&mut change.segments, &terms);
    }
    terms.into_iter().map(|(_, term)| term).collect()
}

/// Of a replacement with and without its neighbours, the widest one that covers nearly all.
/// Where none does, a term whose meaning is known ("personal information" among other
/// "information") stands beside what is left.
fn chosen(tallies: &BTreeMap<Replacement, Tally>) -> Vec<(Replacement, usize)> {
    let mut families: BTreeMap<Replacement, Vec<(&Replacement, usize)>> = BTreeMap::new();
    for (key, tally) in tallies {
        families
            .entry(key.bare())
            .or_default()
            .push((key, tally.count));
    }
    let mut chosen = Vec::new();
    for (bare, mut family) in families {
        sort_by_key(&mut family, |(key, count)| {
            (
                std::cmp::Reverse(key.neighbours()),
                std::cmp::Reverse(*count),
            )
        });
        let all = tallies.get(&bare).map_or(0, |tally| tally.count);
        let nearly_all = |count: usize| count as f64 >= MIN_COVERAGE * all as f64;
        if let Some(&(widest, count)) = family.iter().find(|&&(_, count)| nearly_all(count)) {
            chosen.push((widest.clone(), count));
            continue;
        }
        let mut rest = all;
        let known = |key: &Replacement| relation(&key.old_phrase(), &key.new_phrase()).is_some();
        for &(key, count) in family
            .iter()
            .filter(|(key, _)| key.neighbours() == 1 && known(key))
        {
            chosen.push((key.clone(), count.min(rest)));
            rest = rest.saturating_sub(count);
        }
        if rest >= MIN_COUNT {
            chosen.push((bare, rest));
        }
    }
    chosen
}

/// What is known of how much the new term covers beside the old one.
fn relation(old: &str, new: &str) -> Option<Relation> {
    let known = |extent| move |source| Relation { extent, source };
    let wider = broader(old, new).map(known(Extent::Broader));
    wider.or_else(|| broader(new, old).map(known(Extent::Narrower)))
}

/// Every deletion directly followed by an insertion that can be a term, with its position.
fn replacements(segments: &[Segment]) -> Vec<(usize, Replacement)> {
    let mut out = Vec::new();
    for (at, pair) in segments.windows(2).enumerate() {
        let before = at.checked_sub(1).and_then(|i| segments.get(i));
        if let Some((gone, come)) = phrases(pair) {
            let before = before.map(last_content_word).unwrap_or_default();
            let after = segments.get(at + 2).map(first_content_word);
            let after = after.unwrap_or_default();
            out.push((at, trimmed(before, &gone, &come, after)));
        }
    }
    out
}

/// Words that both phrases begin or end with stayed: they are the neighbours.
fn trimmed(before: String, gone: &str, come: &str, after: String) -> Replacement {
    let mut found = Replacement {
        before,
        gone: gone.to_owned(),
        come: come.to_owned(),
        after,
    };
    while let (Some((x, gone)), Some((y, come))) =
        (found.gone.split_once(' '), found.come.split_once(' '))
        && x == y
    {
        let (gone, come) = (gone.to_owned(), come.to_owned());
        found.before = content(x);
        (found.gone, found.come) = (gone, come);
    }
    while let (Some((gone, x)), Some((come, y))) =
        (found.gone.rsplit_once(' '), found.come.rsplit_once(' '))
        && x == y
    {
        let (gone, come) = (gone.to_owned(), come.to_owned());
        found.after = content(x);
        (found.gone, found.come) = (gone, come);
    }
    found
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
            .any(|w| !is_small_word(w) && !w.chars().any(|c| c.is_ascii_digit()));
        let plain = text
            .chars()
            .all(|c| c.is_alphanumeric() || " -'".contains(c));
        (tells && plain && words.len() <= MAX_WORDS).then_some(text)
    };
    Some((phrase(gone)?, phrase(come)?))
}

/// The word at the very end of an equal run, if it is a content word.
fn last_content_word(segment: &Segment) -> String {
    let text = equal_text(segment);
    content(text.rsplit(' ').next().unwrap_or_default())
}

/// The word at the very beginning of an equal run, if it is a content word.
fn first_content_word(segment: &Segment) -> String {
    let text = equal_text(segment);
    content(text.split(' ').next().unwrap_or_default())
}

fn equal_text(segment: &Segment) -> String {
    match segment.op {
        Op::Equal => normalise(&segment.text),
        _ => String::new(),
    }
}

/// The word, if it is nothing but a content word.
fn content(word: &str) -> String {
    let plain = word.chars().all(char::is_alphanumeric);
    if plain && !is_small_word(word) {
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
        // The widest term first: what is left of a family covers what its known part does not.
        let variants = found.variants();
        let mut keys = variants.iter().map(Replacement::key);
        let term = keys.find_map(|key| terms.iter().position(|(term, _)| *term == key));
        if let Some(term) = term {
            segments[at].term = Some(term);
            segments[at + 1].term = Some(term);
        }
    }
}
