//! Finds phrases that were replaced throughout, so that a reader sees them once and not forty
//! times.
//!
//! A term is a replacement that recurs and covers nearly all occurrences of the old phrase in
//! text that has a counterpart. It is never called "no change": if the new phrase is known to
//! cover more, or less, the term says so.
//!
//! A redline marks only the words that differ: "personal information" became "personal data", but
//! the redline has "information" and "data". A content word that nearly always precedes or follows
//! the pair is therefore part of the term. Singular and plural are one term.

use std::{cmp::Reverse, collections::BTreeMap};

use document::normalise;
use model::{Change, Document, Extent, Op, Relation, Segment, Term};
use text::{
    lists::{is_denying, is_small_word},
    sorting::{sort_by, sort_by_key},
    stem::{is_spelling, singular},
    thesaurus::broader,
};

use crate::redline::tokens::is_word;

/// Fewest occurrences of a term: twice can be chance, the third time it is a decision.
const MIN_COUNT: usize = 3;
/// Share of the old phrase's occurrences that must have been replaced; the rest are places that
/// were overlooked, and quotations.
const MIN_COVERAGE: f64 = 0.75;
/// Most words on either side; longer replacements are rewritten clauses.
const MAX_WORDS: usize = 5;

/// A replacement in comparison form: the old and new words, and the content word (or nothing)
/// directly before and after them.
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

    /// The same replacement without its neighbours.
    fn bare(&self) -> Self {
        self.with("", "")
    }

    /// The same replacement with these neighbours; an empty string means none.
    fn with(&self, before: &str, after: &str) -> Self {
        Self {
            before: before.to_owned(),
            after: after.to_owned(),
            ..self.clone()
        }
    }

    /// Returns the replacement with and without each neighbour, without duplicates, widest first.
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

    /// Returns the replacement in the singular, under which all its forms are counted. A
    /// replacement of a singular by its own plural is returned unchanged.
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

    fn neighbour_count(&self) -> usize {
        usize::from(!self.before.is_empty()) + usize::from(!self.after.is_empty())
    }
}

/// Joins the parts that are not empty by spaces.
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
    /// Returns the form to name the term by: the most frequent, or the shortest of several.
    fn most_frequent_form(&self) -> Option<&Replacement> {
        let rank = |r: &Replacement| Reverse(r.gone.len() + r.come.len());
        let best = self.forms.iter().max_by_key(|&(r, &n)| (n, rank(r)));
        best.map(|(form, _)| form)
    }
}

/// Returns the terms, most frequent first, and marks the segments in which they occur.
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
        let Some(form) = tallies.get(&key).and_then(Tally::most_frequent_form) else {
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
    for change in changes.iter_mut() {
        mark(&mut change.segments, &terms);
    }
    for (position, (key, term)) in terms.iter_mut().enumerate() {
        let written = |op| written(changes, position, key, op);
        (term.old, term.new) = (
            as_published(&term.old, written(Op::Delete)),
            as_published(&term.new, written(Op::Insert)),
        );
    }
    terms.into_iter().map(|(_, term)| term).collect()
}

/// The places of a term as the text writes them, with the neighbours that are part of it.
fn written(changes: &[Change], term: usize, key: &Replacement, op: Op) -> Vec<String> {
    let mut out = Vec::new();
    for segments in changes.iter().map(|change| &change.segments) {
        for (at, own) in segments.iter().enumerate() {
            if own.term != Some(term) || own.op != op {
                continue;
            }
            let equal = |s: &&Segment| s.op == Op::Equal;
            let before = segments[..at]
                .iter()
                .rev()
                .find(equal)
                .filter(|_| !key.before.is_empty());
            let after = segments[at..]
                .iter()
                .find(equal)
                .filter(|_| !key.after.is_empty());
            let before = before.and_then(|s| s.text.split_whitespace().next_back());
            let after = after.and_then(|s| s.text.split_whitespace().next());
            out.push(phrase(&[
                before.unwrap_or_default(),
                own.text.trim(),
                after.unwrap_or_default(),
            ]));
        }
    }
    out
}

/// A phrase in the letters that the text gives it: small ones if it has them anywhere, since a
/// sentence may begin with it, else those that it has most often, as a name does.
fn as_published(folded: &str, written: Vec<String>) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for form in written.into_iter().filter(|w| normalise(w) == folded) {
        *counts.entry(form).or_default() += 1;
    }
    if counts.contains_key(folded) {
        return folded.to_owned();
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map_or_else(|| folded.to_owned(), |(form, _)| form)
}

/// Chooses, among a replacement with and without its neighbours, the widest variant that covers
/// nearly all occurrences, and returns it with its count. If there is none, returns the variants
/// whose meaning is known ("personal information" among other "information"), and the bare
/// replacement for the remaining occurrences.
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
            (Reverse(key.neighbour_count()), Reverse(*count))
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
            .filter(|(key, _)| key.neighbour_count() == 1 && known(key))
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

/// How much the new term covers compared with the old one, if that is known.
fn relation(old: &str, new: &str) -> Option<Relation> {
    let known = |extent| {
        move |source: Option<&'static str>| Relation {
            extent,
            source: source.map(Into::into),
        }
    };
    let wider = broader(old, new).map(known(Extent::Broader));
    wider.or_else(|| broader(new, old).map(known(Extent::Narrower)))
}

/// Returns every deletion directly followed by an insertion that can be a term, with the position
/// of the deletion.
fn replacements(segments: &[Segment]) -> Vec<(usize, Replacement)> {
    let mut out = Vec::new();
    for (at, pair) in segments.windows(2).enumerate() {
        if let Some((gone, come)) = phrases(pair) {
            let (before, after) = (
                at.checked_sub(1).map(|i| &segments[i]),
                segments.get(at + 2),
            );
            let before = before.map(last_content_word).unwrap_or_default();
            let after = after.map(first_content_word).unwrap_or_default();
            out.push((at, trimmed(before, &gone, &come, after)));
        }
    }
    out
}

/// Makes a replacement without the words that both phrases begin or end with: those stayed, so
/// they replace the neighbours `before` and `after`.
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

/// Returns the two phrases of a deletion and an insertion, or `None` if they cannot be a term.
fn phrases(pair: &[Segment]) -> Option<(String, String)> {
    let [gone, come] = pair else { return None };
    if gone.op != Op::Delete || come.op != Op::Insert || gone.formatting || come.formatting {
        return None;
    }
    let (gone, come) = (normalise(&gone.text), normalise(&come.text));
    let words = |text: &str| text.split(' ').filter(|w| is_word(w)).count();
    let is_plain = |text: &str| {
        let plain = |c: char| c.is_alphanumeric() || " -'".contains(c);
        (1..=MAX_WORDS).contains(&words(text)) && text.chars().all(plain)
    };
    let tells = |text: &str| {
        let figure = |w: &str| w.chars().any(|c| c.is_ascii_digit());
        text.split(' ')
            .any(|w| is_word(w) && !is_small_word(w) && !figure(w))
    };
    // "such as" for "like"; a single small word ("may", "or") binds.
    let stands_for = |small: &str, other: &str| words(small) > 1 && tells(other);
    let denies = |text: &str| text.split(' ').any(is_denying);
    let is_term =
        tells(&gone) && tells(&come) || stands_for(&gone, &come) || stands_for(&come, &gone);
    let is_term = is_term
        && denies(&gone) == denies(&come)
        && is_plain(&gone)
        && is_plain(&come)
        && !is_respelled(&gone, &come);
    is_term.then_some((gone, come))
}

/// Whether the words are the same in the spelling of another country.
fn is_respelled(gone: &str, come: &str) -> bool {
    let same = |(x, y): (&str, &str)| x == y || is_spelling(x, y);
    gone.split(' ').count() == come.split(' ').count()
        && gone.split(' ').zip(come.split(' ')).all(same)
}

/// Returns the word at the very end of an equal run, or nothing if it is not a content word.
fn last_content_word(segment: &Segment) -> String {
    let text = equal_text(segment);
    content(text.rsplit(' ').next().unwrap_or_default())
}

/// Returns the word at the very start of an equal run, or nothing if it is not a content word.
fn first_content_word(segment: &Segment) -> String {
    let text = equal_text(segment);
    content(text.split(' ').next().unwrap_or_default())
}

/// Returns the comparison form of an equal run, or nothing for other segments.
fn equal_text(segment: &Segment) -> String {
    match segment.op {
        Op::Equal => normalise(&segment.text),
        _ => String::new(),
    }
}

/// Returns the word, or nothing if it is a function word or has signs in it.
fn content(word: &str) -> String {
    let plain = word.chars().all(char::is_alphanumeric);
    if plain && !is_small_word(word) {
        word.to_owned()
    } else {
        String::new()
    }
}

/// Returns the comparison forms of the old and the new text of every change that has both.
fn both_sides(old: &Document, changes: &[Change]) -> Vec<(String, String)> {
    let sides = |change: &Change| {
        let before: Vec<&str> = change
            .old
            .iter()
            .map(|&b| old.block(b).normal.as_str())
            .collect();
        let after: String = change
            .segments
            .iter()
            .filter(|s| s.op != Op::Delete)
            .map(|s| s.text.as_str())
            .collect();
        (before.join("\n"), normalise(&after))
    };
    changes
        .iter()
        .filter(|c| !c.old.is_empty() && !c.new.is_empty())
        .map(sides)
        .collect()
}

/// Counts how often a phrase occurs in both the old and the new text of a change.
fn occurrences_kept(sides: &[(String, String)], phrase: &str) -> usize {
    sides
        .iter()
        .map(|(before, after)| occurrences(before, phrase).min(occurrences(after, phrase)))
        .sum()
}

/// Counts the occurrences of a phrase as whole words.
fn occurrences(text: &str, phrase: &str) -> usize {
    let outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let whole = |at: usize| {
        outside(text[..at].chars().next_back()) && outside(text[at + phrase.len()..].chars().next())
    };
    text.match_indices(phrase)
        .filter(|&(at, _)| whole(at))
        .count()
}

/// Sets the term of each segment that is part of one.
fn mark(segments: &mut [Segment], terms: &[(Replacement, Term)]) {
    for (at, found) in replacements(segments) {
        // The widest term comes first: a bare one is only for what the others do not cover.
        let variants = found.variants();
        let mut keys = variants.iter().map(Replacement::key);
        let term = keys.find_map(|key| terms.iter().position(|(term, _)| *term == key));
        if let Some(term) = term {
            segments[at].term = Some(term);
            segments[at + 1].term = Some(term);
        }
    }
}
