//! Whether a sentence of one version is still, or already, in the other.
//!
//! The comparison pairs passages; what was rewritten, moved and merged at once it pairs with
//! nothing, and a headline would call it gone and new though it still stands. So each sentence is
//! sought in the whole other version, headings and lists of contents included, by its words and
//! how rare they are. Asking only the matched passage was rejected: most of what was wrongly
//! called new stood in another section.

use std::{cell::OnceCell, collections::BTreeMap, ops::Range};

use crate::{
    facts::{denies_sale, rights_named},
    languages::changes::{CONDITIONS, NEGATIVES, PROMISES},
    words::{Words, lexicon::Entry, text::Text},
};
use model::{Reading, Right, Statement};
use rustc_hash::FxHashMap;
use text::{lists::is_small_word, stem::stem};

/// True where the document makes the same statements as this sentence: all rights that it names,
/// or its denial of sale.
pub(super) fn is_said(reading: &Reading, words: &Words<'_>) -> bool {
    let facts = &reading.facts;
    let states = |statement: &Statement| facts.iter().any(|f| f.statement == *statement);
    let rights = rights_named(words);
    let granted = |right: &Right| states(&Statement::Right { right: *right });
    let grants = !rights.is_empty() && rights.iter().all(granted);
    grants || (denies_sale(words) && states(&Statement::Sale { sold: false }))
}

/// One of the two versions.
#[derive(Clone, Copy)]
pub(crate) enum Side {
    Old,
    New,
}

/// The words of every sentence of both versions.
pub(crate) struct Stock<'t, 'd> {
    old: &'t Text<'d>,
    new: &'t Text<'d>,
    // Made when a sentence is first looked for: many comparisons have none.
    index: OnceCell<Index>,
}

/// Share of the weight of a sentence, in percent, that one sentence of the other version holds
/// if it says the same: more than half of it.
const IN_SENTENCE: u32 = 52;

/// The same for a run of neighbouring sentences, where more words meet by chance.
const IN_RUN: u32 = 60;

/// The same for a whole block.
const IN_BLOCK: u32 = 75;

/// Added to these shares for a sentence that promises not to do something with data.
const PROMISED: u32 = 20;

/// The same for a sentence that says part of it.
const IN_PART: u32 = 40;

/// Sentences of a run: a lead-in with the first items of its list, or one long sentence cut in
/// pieces.
const RUN: usize = 4;

/// Sentences of a block that are looked at from one of them on either side: a block of more is a
/// text of its own, in which any words meet.
const BLOCK: usize = 20;

impl<'t, 'd> Stock<'t, 'd> {
    pub(crate) fn new(old: &'t Text<'d>, new: &'t Text<'d>) -> Self {
        Self {
            old,
            new,
            index: OnceCell::new(),
        }
    }

    /// True where this version says what the sentence says, in the same or in other words.
    pub(super) fn holds(&self, side: Side, sentence: &Words<'_>) -> bool {
        let index = self.index.get_or_init(|| Index::new(self.old, self.new));
        index.holds(side, sentence)
    }

    /// Where the words of the sentence stand, first to last, that the sentence of this version
    /// most like it lacks; nowhere if none is like it.
    pub(super) fn missing(&self, side: Side, sentence: &Words<'_>) -> Range<usize> {
        let index = self.index.get_or_init(|| Index::new(self.old, self.new));
        index.missing(side, sentence).unwrap_or_default()
    }
}

/// One sentence or heading: a range of the stems of its version.
struct Unit {
    block: usize,
    stems: (usize, usize),
    is_negative: bool,
    /// It names a condition that is in the reader's hands.
    is_conditional: bool,
}

/// Sentences of one version.
#[derive(Default)]
struct Shelf {
    units: Vec<Unit>,
    /// Those of all units, of each sorted.
    stems: Vec<u32>,
    /// Positions of units by the stem that they hold.
    holding: Vec<Vec<u32>>,
}

struct Index {
    /// Stems by the number of the word; those of small words are missing.
    stems: BTreeMap<u32, u32>,
    /// How rare a stem is, by its number.
    weights: Vec<u32>,
    old: Shelf,
    new: Shelf,
}

impl Index {
    fn new(old: &Text<'_>, new: &Text<'_>) -> Self {
        let mut numbers = Numbers::default();
        let (old, new) = (shelf(old, &mut numbers), shelf(new, &mut numbers));
        let count = old.units.len() + new.units.len();
        let held = |shelf: &Shelf, at: usize| shelf.holding.get(at).map_or(0, Vec::len);
        let weights = (0..numbers.count as usize).map(|at| {
            let by = held(&old, at) + held(&new, at);
            (count / by.max(1)).max(1).ilog2()
        });
        Self {
            weights: weights.collect(),
            stems: numbers.of_words,
            old,
            new,
        }
    }

    fn holds(&self, side: Side, sentence: &Words<'_>) -> bool {
        let query = self.query(side, sentence);
        // A promise is told rather than taken for kept by half of its words.
        let query = Query {
            more: if sentence.has(&PROMISES) { PROMISED } else { 0 },
            ..query
        };
        let mut places = query.places(IN_SENTENCE).into_iter();
        places.any(|at| query.stands_at(at))
    }

    fn missing(&self, side: Side, sentence: &Words<'_>) -> Option<Range<usize>> {
        let query = self.query(side, sentence);
        let places = query.places(IN_PART).into_iter();
        let found = places.map(|at| query.found(at));
        let best = found.max_by_key(|found| query.weight(*found))?;
        if query.weight(best) * 100 < query.total * IN_PART {
            return None;
        }
        let sought = query.sought.iter().enumerate();
        let lacking: Vec<u32> = sought
            .filter(|(bit, _)| best >> bit & 1 == 0)
            .map(|(_, (stem, _))| *stem)
            .collect();
        let is_lacking = |i: &usize| {
            let stem = sentence.entry(*i).and_then(|e| self.stems.get(&e.number));
            stem.is_some_and(|stem| lacking.contains(stem))
        };
        let first = (0..sentence.len()).find(is_lacking)?;
        let last = (0..sentence.len()).rev().find(is_lacking)?;
        Some(sentence.bytes(first..last + 1))
    }

    fn query(&self, side: Side, sentence: &Words<'_>) -> Query<'_> {
        let shelf = match side {
            Side::Old => &self.old,
            Side::New => &self.new,
        };
        let entries = sentence.entries();
        let mut sought: Vec<u32> = entries
            .filter_map(|e| self.stems.get(&e.number).copied())
            .collect();
        sought.sort_unstable();
        sought.dedup();
        let held = |stem: u32| shelf.holding.get(stem as usize).map_or(0, Vec::len);
        let weight = |stem: u32| self.weights.get(stem as usize).copied().unwrap_or(0);
        sought.retain(|stem| weight(*stem) > 0);
        sought.sort_by_key(|stem| held(*stem));
        sought.truncate(MOST);
        let sought: Vec<(u32, u32)> = sought.into_iter().map(|s| (s, weight(s))).collect();
        Query {
            shelf,
            total: sought.iter().map(|(_, weight)| weight).sum(),
            sought,
            is_negative: sentence.any(0..sentence.len(), &NEGATIVES),
            is_conditional: sentence.has(&CONDITIONS),
            more: 0,
        }
    }
}

/// Stems at most that are sought of one sentence, the rarest ones: as many as a number has bits.
const MOST: usize = 64;

/// A sentence that is sought in one version.
struct Query<'i> {
    shelf: &'i Shelf,
    /// Stems with their weights.
    sought: Vec<(u32, u32)>,
    total: u32,
    /// Percent of the weight that are needed beyond the usual.
    more: u32,
    is_negative: bool,
    is_conditional: bool,
}

impl Query<'_> {
    /// Sentences that may hold this share of the weight: one that does holds one of the rarest
    /// words that make up the rest.
    fn places(&self, percent: u32) -> Vec<usize> {
        let mut rest = self.total * (100 - percent) / 100 + 1;
        let rarest = self.sought.iter().take_while(|(_, weight)| {
            let is_needed = rest > 0;
            rest = rest.saturating_sub(*weight);
            is_needed
        });
        let units = rarest.filter_map(|(stem, _)| self.shelf.holding.get(*stem as usize));
        let mut places: Vec<usize> = units.flatten().map(|at| *at as usize).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The weight of these stems.
    fn weight(&self, found: u64) -> u32 {
        let weights = self.sought.iter().enumerate();
        let held = weights.filter(|(bit, _)| found >> bit & 1 == 1);
        held.map(|(_, (_, weight))| weight).sum()
    }

    /// True where enough of it stands in the sentence at this position, in a run of sentences
    /// around it, or in its block.
    fn stands_at(&self, at: usize) -> bool {
        let own = self.found(at);
        if self.is_enough(own, at..at + 1, IN_SENTENCE) {
            return true;
        }
        let runs = (0..RUN).map(|back| at.saturating_sub(back)..at + RUN - back);
        let mut runs = runs.map(|run| (run.clone(), run.fold(0, |all, i| all | self.found(i))));
        if runs.any(|(run, found)| self.is_enough(found, run, IN_RUN)) {
            return true;
        }
        let block = |i: usize| self.shelf.units.get(i).map(|u| u.block);
        let near = at.saturating_sub(BLOCK)..at + BLOCK;
        let inside = near.clone().filter(|i| block(*i) == block(at));
        let found = inside.fold(0, |all, i| all | self.found(i));
        self.is_enough(found, at..at + 1, IN_BLOCK)
    }

    /// Which of the stems stand in the sentence at this position, one bit each.
    fn found(&self, at: usize) -> u64 {
        let unit = self.shelf.units.get(at);
        let stems = unit.and_then(|u| self.shelf.stems.get(u.stems.0..u.stems.1));
        let stems = stems.unwrap_or_default();
        let bits = self.sought.iter().enumerate();
        bits.filter(|(_, (stem, _))| stems.binary_search(stem).is_ok())
            .fold(0, |all, (bit, _)| all | 1 << bit)
    }

    /// True where these stems are enough and say as much: what one version denies, or makes
    /// depend on the reader's consent, and the other does not is not the same.
    fn is_enough(&self, found: u64, run: Range<usize>, percent: u32) -> bool {
        if self.total == 0 || self.weight(found) * 100 < self.total * (percent + self.more) {
            return false;
        }
        let units = || run.clone().filter_map(|i| self.shelf.units.get(i));
        if self.is_conditional && !units().any(|u| u.is_conditional) {
            return false;
        }
        let mut units = units();
        if self.is_negative {
            units.any(|u| u.is_negative)
        } else {
            units.any(|u| !u.is_negative)
        }
    }
}

/// Numbers of stems.
#[derive(Default)]
struct Numbers {
    of_words: BTreeMap<u32, u32>,
    of_stems: FxHashMap<Box<str>, u32>,
    /// Words that were looked at and say nothing.
    small: FxHashMap<u32, ()>,
    count: u32,
}

impl Numbers {
    /// The number of the stem of a word that says something.
    fn of(&mut self, word: &Entry) -> Option<u32> {
        if let Some(number) = self.of_words.get(&word.number) {
            return Some(*number);
        }
        if self.small.contains_key(&word.number) {
            return None;
        }
        let lower = &*word.lower;
        let is_short = lower.chars().nth(2).is_none() && !lower.contains(|c: char| c.is_numeric());
        if is_short || is_small_word(lower) {
            self.small.insert(word.number, ());
            return None;
        }
        let stem = stem(lower);
        let number = match self.of_stems.get(stem) {
            Some(number) => *number,
            None => {
                let number = self.count;
                self.count += 1;
                self.of_stems.insert(stem.into(), number);
                number
            }
        };
        self.of_words.insert(word.number, number);
        Some(number)
    }
}

/// The sentences of a version, each heading before the first block of its section.
fn shelf(text: &Text<'_>, numbers: &mut Numbers) -> Shelf {
    let mut shelf = Shelf::default();
    let mut section = None;
    for (at, passage) in text.passages.iter().enumerate() {
        if section != Some(passage.block.section) {
            section = Some(passage.block.section);
            put(&mut shelf, at, &passage.heading, numbers);
        }
        for sentence in &passage.sentences {
            put(&mut shelf, at, &sentence.words, numbers);
        }
    }
    shelf
}

fn put(shelf: &mut Shelf, block: usize, words: &Words<'_>, numbers: &mut Numbers) {
    let mut stems: Vec<u32> = words.entries().filter_map(|e| numbers.of(e)).collect();
    stems.sort_unstable();
    stems.dedup();
    let at = u32::try_from(shelf.units.len()).unwrap_or(u32::MAX);
    shelf.holding.resize(numbers.count as usize, Vec::new());
    for stem in &stems {
        if let Some(units) = shelf.holding.get_mut(*stem as usize) {
            units.push(at);
        }
    }
    let start = shelf.stems.len();
    shelf.stems.extend(stems);
    shelf.units.push(Unit {
        block,
        stems: (start, shelf.stems.len()),
        is_negative: words.any(0..words.len(), &NEGATIVES),
        is_conditional: words.has(&CONDITIONS),
    });
}
