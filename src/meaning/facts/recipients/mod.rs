//! Named recipients of data.
//!
//! A name alone proves nothing: policies name browsers, laws and themselves. It counts where the
//! construction around it says that data goes there: a list introduced as one of third parties
//! ([`lists`]), a sentence of handing over, hosting or receiving ([`sentences`]), or a link to
//! the privacy policy of that company's own site ([`links`]).

mod links;
mod lists;
mod sentences;

use std::{collections::BTreeSet, ops::Range};

use super::{Facts, names};
use crate::meaning::{
    languages::recipients::{MADE_BY, NO_RECIPIENTS},
    model::FactKind,
    phrases::Phrases,
    text::{Passage, Sentence, Text},
    words::Words,
};

/// What is known of the recipients while the document is read.
pub(super) struct Known {
    /// The company whose policy this is, in lower case; see [`names::own_names`].
    own: BTreeSet<String>,
    /// Recipients found so far: lower case, without form of company.
    found: BTreeSet<String>,
}

impl Known {
    pub(super) fn new(text: &Text<'_>) -> Self {
        Self {
            own: names::own_names(text),
            found: BTreeSet::new(),
        }
    }
}

/// Adds the recipients that a passage names.
pub(super) fn read(text: &Text<'_>, known: &mut Known, passage: &Passage<'_>, facts: &mut Facts) {
    let listed = lists::is_item(text, passage);
    let linked = lists::is_linked_item(text, passage);
    for sentence in &passage.sentences {
        let mut place = Place {
            text,
            known: &mut *known,
            passage,
            sentence,
            facts: &mut *facts,
            barred: Vec::new(),
        };
        if linked {
            lists::linked(&mut place);
        }
        if listed {
            lists::item(&mut place);
        }
        sentences::apposition(&mut place);
        place.barred = places(&sentence.words, &NO_RECIPIENTS, 0);
        sentences::running(&mut place);
        links::policies(&mut place);
    }
}

/// The sentence that is read, with what names are judged by.
struct Place<'p, 'd> {
    text: &'p Text<'d>,
    known: &'p mut Known,
    passage: &'p Passage<'d>,
    sentence: &'p Sentence<'d>,
    facts: &'p mut Facts,
    /// Words that say of names near them that they are something else.
    barred: Vec<Range<usize>>,
}

/// Words between "log in with" and the last of the names it is said of; before it, as in "Acme is
/// a trademark", the name itself stands.
const BARRED_BEHIND: usize = 12;
const BARRED_BEFORE: usize = 8;

impl<'p, 'd> Place<'p, 'd> {
    fn words(&self) -> &'p Words<'d> {
        &self.sentence.words
    }

    /// The name that begins at this word.
    fn name_at(&self, at: usize) -> Option<Range<usize>> {
        names::name_at(self.text, &self.known.own, self.words(), at)
    }

    /// The names of the list that begins at this word.
    fn names_at(&self, at: usize) -> Vec<Range<usize>> {
        names::list_at(self.text, &self.known.own, self.words(), at)
    }

    /// Every place of the phrases that no negation governs.
    fn affirmed(&self, phrases: &Phrases) -> Vec<Range<usize>> {
        let words = self.words();
        let mut found = places(words, phrases, 0);
        found.retain(|f| !words.is_negated(f.start));
        found
    }

    /// Adds the list of names that begins at this word. In "the service NAME by COMPANY" the
    /// company is who receives.
    fn add_list(&mut self, at: usize) {
        let words = self.words();
        if words.before(at).contains(['.', ';', '(']) {
            return;
        }
        for name in self.names_at(at) {
            let made = words.is(name.end, &MADE_BY);
            let maker = made.then(|| self.name_at(name.end + 1)).flatten();
            self.add(maker.unwrap_or(name));
        }
    }

    /// Adds a recipient unless it is known. "Acme, Inc." and "Acme" are one, under the name that
    /// is given first.
    fn add(&mut self, name: Range<usize>) {
        let words = self.words();
        let is_barred = |by: &Range<usize>| {
            let behind = by.start <= name.start && name.start <= by.end + BARRED_BEHIND;
            let before = name.end <= by.start && by.start <= name.end + BARRED_BEFORE;
            behind || before && !(name.end..=by.start).any(|i| words.before(i).contains(','))
        };
        if self.barred.iter().any(is_barred) {
            return;
        }
        let value = words.slice(name);
        let value = value.trim_end_matches("’s").trim_end_matches("'s");
        let bare = names::without_form(words.language(), value).to_lowercase();
        // "Google" says no more where "Google Analytics" is known.
        let longer = [bare.as_str(), " "].concat();
        let is_part = self.known.found.range(longer.clone()..).next();
        if is_part.is_some_and(|known| known.starts_with(&longer)) {
            return;
        }
        if self.known.found.insert(bare) {
            let (kind, passage, sentence) = (FactKind::Recipient, self.passage, self.sentence);
            self.facts.add(kind, value, None, passage, sentence);
        }
    }
}

/// Every place of the phrases from this word on, each behind the one before it.
fn places(words: &Words<'_>, phrases: &Phrases, from: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = from;
    while let Some(place) = words.find_from(phrases, from) {
        from = place.end;
        found.push(place);
    }
    found
}
