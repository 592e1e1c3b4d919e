//! Named recipients of data.
//!
//! A name alone proves nothing: policies name browsers, laws and themselves. It counts where the
//! construction around it says that data goes there: a list introduced as one of third parties
//! ([`lists`]), the column of a table for them ([`tables`]), a label ([`labels`]), a sentence of
//! handing over, hosting or receiving ([`sentences`]), or a link to the privacy policy of that
//! company's own site ([`links`]).

mod labels;
mod links;
mod lists;
mod mentions;
mod sentences;
mod tables;

use std::ops::Range;

use super::{
    Facts,
    names::{self, Names, Proof},
};
use crate::{
    cue::phrases::Phrases,
    languages::{
        names::{CAPITAL_NOUNS, DETERMINERS, KNOWN, THINGS},
        recipients::{CALL_STOPS, CALLS, LOCATED, MADE_BY, NO_RECIPIENTS, SECOND, SERVICE_OF},
    },
    words::{
        Words,
        text::{Passage, Sentence, Text},
    },
};
use mentions::{Mention, told_apart};
use model::{BlockKind, Statement};

/// Adds the recipients that a document names: all are found first and told apart then, as the one
/// name for a recipient must not depend on which of its names the text has first.
pub(super) fn read(text: &Text<'_>, facts: &mut Facts) {
    let names = Names::of(text);
    let mut found = Vec::new();
    for passage in &text.passages {
        read_passage(text, &names, passage, &mut found);
    }
    for (name, first) in told_apart(&found) {
        let name = name.to_owned();
        facts.add(Statement::Recipient { name }, first.passage, first.sentence);
    }
}

fn read_passage<'p, 'd>(
    text: &'p Text<'d>,
    names: &'p Names,
    passage: &'p Passage<'d>,
    found: &mut Vec<Mention<'p, 'd>>,
) {
    let column = tables::column(text, passage);
    let listed = column.is_none() && lists::is_item(text, passage);
    let announced = lists::is_announced(text, passage);
    let linked = lists::is_linked_item(text, passage);
    for sentence in &passage.sentences {
        let mut place = Place {
            text,
            names,
            passage,
            sentence,
            found: &mut *found,
            barred: Vec::new(),
            announced,
        };
        if let Some(column) = column {
            tables::cell(&mut place, column);
        }
        if linked {
            lists::linked(&mut place);
        }
        if listed {
            lists::item(&mut place);
        }
        if announced && passage.block.kind == BlockKind::Paragraph {
            lists::company(&mut place);
        }
        sentences::apposition(&mut place);
        place.barred = places(&sentence.words, &NO_RECIPIENTS, 0);
        labels::read(&mut place);
        sentences::running(&mut place);
        links::policies(&mut place);
    }
}

/// The sentence that is read, with what names are judged by.
struct Place<'f, 'p, 'd> {
    text: &'p Text<'d>,
    names: &'p Names,
    passage: &'p Passage<'d>,
    sentence: &'p Sentence<'d>,
    found: &'f mut Vec<Mention<'p, 'd>>,
    /// The heading, or what leads to the passage, announces recipients.
    announced: bool,
    /// Words that say of names near them that they are something else.
    barred: Vec<Range<usize>>,
}

/// Words of the longest name that is looked for.
const LONGEST_NAME: usize = 6;

/// Words between a preposition and the name behind what it is called.
const CALLED: usize = 6;

/// Words between "log in with" and the last of the names it is said of; before it, as in "Acme is
/// a trademark", the name itself stands.
const BARRED_BEHIND: usize = 12;
const BARRED_BEFORE: usize = 8;

impl<'p, 'd> Place<'_, 'p, 'd> {
    fn words(&self) -> &'p Words<'d> {
        &self.sentence.words
    }

    /// The name that begins at this word.
    fn name_at(&self, at: usize) -> Option<Range<usize>> {
        names::name_at(self.text, self.names, self.words(), at, Proof::Needed)
    }

    /// The name that ends before this word, and not a part of a longer one.
    fn name_before(&self, end: usize) -> Option<Range<usize>> {
        let first = end.saturating_sub(LONGEST_NAME);
        let start =
            (first..end).find(|i| names::run_at(self.words(), *i).is_some_and(|r| r.end == end))?;
        self.name_at(start)
    }

    /// The names of the list that begins at this word.
    fn names_at(&self, at: usize, proof: Proof) -> Vec<Range<usize>> {
        names::list_at(self.text, self.names, self.words(), at, proof)
    }

    /// True where the heading begins with this word and has few others.
    fn is_heading(&self, at: usize) -> bool {
        let heading = &self.passage.heading;
        heading.len() <= 2 && heading.lower(0) == self.words().lower(at) && at > 0
    }

    /// The names of the list at this word, or behind what the text calls them: "our insurer
    /// NAME", "a third party - NAME". What is called a company needs no other proof of being one.
    fn names_behind(&self, at: usize, proof: Proof) -> Vec<Range<usize>> {
        let words = self.words();
        // "a Google form"
        let known = words.is(at, &DETERMINERS) && words.is(at + 1, &KNOWN);
        let at = at + usize::from(known);
        let mut is_called = false;
        for i in at..words.len().min(at + CALLED) {
            let broken = words
                .before(i)
                .contains(['.', ';', '(', ')', '|', '"', '„']);
            if i > at && broken {
                break;
            }
            let called = self.is_called(i);
            is_called |= called;
            let proof = match called {
                true => Proof::Given,
                false if i == at => proof,
                false => Proof::Needed,
            };
            let inside = words.is_capital(i) && words.is_capital(i.wrapping_sub(1)) && i > at;
            if i == at || is_called && (called || !inside) {
                let listed = self.names_at(i, proof);
                if !listed.is_empty() {
                    return listed;
                }
            }
            if i > at && words.is(i, &SECOND) {
                return self.names_at(i + 1, Proof::Needed);
            }
            let digits = words.word(i).starts_with(|c: char| c.is_ascii_digit());
            if digits || words.is(i, &CALL_STOPS) {
                break;
            }
        }
        Vec::new()
    }

    /// True where the word before says what kind of recipient the name is. With a capital it is
    /// part of a name, where not every noun has one.
    fn is_called(&self, at: usize) -> bool {
        let words = self.words();
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let has_capital = before > 0 && words.is_capital(before);
        // "Cloud-Sync" is one noun.
        let apart = words.before(at).contains(',') || words.before(at) == "-";
        words.is(before, &CALLS) && !apart && (!has_capital || words.language().has(&CAPITAL_NOUNS))
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
    fn add_list(&mut self, at: usize, proof: Proof) {
        let words = self.words();
        if words.before(at).contains(['.', ';', '(']) {
            return;
        }
        // "in NAME" is a place as often as a service.
        let located = words.is(at.wrapping_sub(1), &LOCATED);
        let fits =
            |name: &Range<usize>| !located || names::is_evident(self.text, words, name.clone());
        let mut names = self.names_behind(at, proof);
        names.retain(fits);
        for name in names {
            self.add(name);
        }
    }

    /// Who makes a service: "NAME by COMPANY", "NAME, a service of COMPANY".
    fn maker(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let words = self.words();
        if words.is(name.end, &MADE_BY) {
            return self.name_at(name.end + 1);
        }
        let made = words.find_in(&SERVICE_OF, name.end..name.end + 1)?;
        let listed = self.names_at(made.end, Proof::Needed);
        listed.into_iter().next()
    }

    /// Adds a name of a recipient, unless words near it say that it is something else.
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
        let name = self.maker(&name).unwrap_or(name);
        if names::is_place(words, &name) || words.is(name.end - 1, &THINGS) {
            return;
        }
        let name = names::head_of_compound(self.text, words, name);
        let is_known = words.is(name.start, &KNOWN);
        let value = words.slice(name);
        let value = value.trim_end_matches("’s").trim_end_matches("'s");
        self.found.push(Mention {
            name: value.to_owned(),
            bare: names::without_form(words.language(), value).to_lowercase(),
            is_known,
            passage: self.passage,
            sentence: self.sentence,
        });
    }
}

/// Every place of the phrases from this word on, one at most for each word it starts at.
fn places(words: &Words<'_>, phrases: &Phrases, from: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = from;
    while let Some(place) = words.find_from(phrases, from) {
        from = place.start + 1;
        found.push(place);
    }
    found
}
