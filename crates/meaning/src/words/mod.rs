//! Words of a sentence, with what a reader of cues asks about them.

pub(crate) mod lexicon;
pub(crate) mod text;

use std::{cell::OnceCell, ops::Range, rc::Rc};

use crate::{
    cue::{
        patterns::Sequence,
        phrases::{Cues, Phrases, WordList},
    },
    languages::grammar,
    words::lexicon::Entry,
};
use ::text::lexer;
pub(crate) use lexicon::Dictionary;

/// One word: where it stands in the text, and what is known of it.
#[derive(Debug)]
struct Word {
    text: Range<usize>,
    entry: Rc<Entry>,
    /// A colon, semicolon, dash or cell border stands before it.
    after_break: bool,
    /// It begins with a capital.
    is_capital: bool,
    /// It begins with a letter, and none of its letters is a capital.
    is_lower: bool,
}

/// A phrase that stands in a sentence: its position in the vocabulary, and its first place.
pub(crate) type Found = (usize, Range<usize>);

/// A sentence cut into words. Addresses and URLs are one word each, so that no cue is found
/// inside them.
#[derive(Debug)]
pub(crate) struct Words<'t> {
    text: &'t str,
    language: Dictionary<'t>,
    words: Vec<Word>,
    /// The phrases of all tables that stand in the sentence, once it was asked for one.
    found: OnceCell<Box<[Found]>>,
}

impl<'t> Words<'t> {
    pub(crate) fn new(text: &'t str, language: Dictionary<'t>) -> Self {
        // Few languages have shorter words, the blank behind them counted.
        let mut words = Vec::with_capacity(text.len() / 5 + 1);
        let mut end = 0;
        for range in lexer::words(text, language.language()) {
            let after_break = text[end..range.start].contains([';', ':', '|', '—', '–']);
            end = range.end;
            let word = &text[range.clone()];
            let entry = language.entry(word);
            let is_lower = word.starts_with(char::is_lowercase)
                && (word == &*entry.lower || !word.contains(char::is_uppercase));
            words.push(Word {
                text: range,
                entry,
                after_break,
                is_capital: word.starts_with(char::is_uppercase),
                is_lower,
            });
        }
        Self {
            text,
            language,
            words,
            found: OnceCell::new(),
        }
    }

    /// The phrases at these positions of the vocabulary that stand in the sentence, in order. All
    /// tables are asked about all sentences, so it is found out for all at once.
    pub(crate) fn found(&self, table: Range<usize>) -> &[Found] {
        let found = self.found.get_or_init(|| self.search());
        let start = found.partition_point(|(at, _)| *at < table.start);
        let (_, found) = found.split_at(start);
        let count = found.iter().take_while(|(at, _)| *at < table.end).count();
        &found[..count]
    }

    fn search(&self) -> Box<[Found]> {
        let vocabulary = self.language.vocabulary();
        let mut present = vocabulary.forms().none();
        for word in &self.words {
            present.extend(word.entry.sets());
        }
        let possible = vocabulary.possible(&present);
        let place = |at| vocabulary.pattern(at)?.find(self, 0);
        let found = possible.iter().filter_map(|at| Some((at, place(at)?)));
        found.collect()
    }

    /// What is known of the word at this position.
    pub(crate) fn entry(&self, at: usize) -> Option<&Entry> {
        self.words.get(at).map(|w| &*w.entry)
    }

    /// What is known of each word that stands in lower case.
    pub(crate) fn in_lower_case(&self) -> impl Iterator<Item = &Entry> {
        let lower = self.words.iter().filter(|w| w.is_lower);
        lower.map(|w| &*w.entry)
    }

    /// What is known of each word, in order.
    pub(crate) fn entries(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.words.iter().map(|w| &*w.entry)
    }

    pub(crate) fn language(&self) -> Dictionary<'t> {
        self.language
    }

    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// The word in lower case, `’` written `'`; empty past the end.
    pub(crate) fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| &w.entry.lower)
    }

    /// The word as published; empty past the end.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        self.words
            .get(at)
            .map_or("", |w| &self.text[w.text.clone()])
    }

    /// The text of a run of words, with what stands between them.
    pub(crate) fn slice(&self, run: Range<usize>) -> &'t str {
        &self.text[self.bytes(run)]
    }

    /// The byte range of a run of words.
    pub(crate) fn bytes(&self, run: Range<usize>) -> Range<usize> {
        match (
            self.words.get(run.start),
            run.end.checked_sub(1).and_then(|i| self.words.get(i)),
        ) {
            (Some(first), Some(last)) if first.text.start < last.text.end => {
                first.text.start..last.text.end
            }
            _ => 0..0,
        }
    }

    /// The characters between this word and the one before it.
    pub(crate) fn before(&self, at: usize) -> &'t str {
        let end = self.words.get(at).map_or(self.text.len(), |w| w.text.start);
        let start = at
            .checked_sub(1)
            .and_then(|i| self.words.get(i))
            .map_or(0, |w| w.text.end);
        self.text.get(start..end).unwrap_or("")
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    pub(crate) fn after_break(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.after_break)
    }

    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| w.is_capital)
    }

    /// The position of the word that contains or follows this byte.
    pub(crate) fn at_byte(&self, byte: usize) -> usize {
        self.words.partition_point(|w| w.text.end <= byte)
    }

    /// The first place where one of the phrases stands.
    pub(crate) fn find(&self, phrases: &Phrases) -> Option<Range<usize>> {
        self.find_from(phrases, 0)
    }

    /// The first place from this word on.
    pub(crate) fn find_from(&self, phrases: &Phrases, from: usize) -> Option<Range<usize>> {
        self.find_in(phrases, from..self.len())
    }

    /// The first place that starts at one of these words, of several the longest. Word by word and
    /// not phrase by phrase: a phrase that does not come again would be looked for up to the end
    /// of the sentence each time.
    pub(crate) fn find_in(&self, phrases: &Phrases, starts: Range<usize>) -> Option<Range<usize>> {
        let vocabulary = self.language.vocabulary();
        let found = phrases.found(self);
        let first = found.iter().map(|(_, place)| place.start).min()?;
        (first.max(starts.start)..starts.end).find_map(|start| {
            let patterns = found.iter().filter_map(|(at, _)| vocabulary.pattern(*at));
            let here = patterns.filter_map(|p| p.at(self, start));
            here.max_by_key(|place| place.end)
        })
    }

    pub(crate) fn has(&self, phrases: &Phrases) -> bool {
        !phrases.found(self).is_empty()
    }

    /// True where the word at this position is in the list.
    pub(crate) fn is(&self, at: usize, list: &WordList) -> bool {
        let set = list.set(self.language);
        set.is_some_and(|set| self.holds(at, set))
    }

    /// True where one of these words is in the list.
    pub(crate) fn any(&self, run: Range<usize>, list: &WordList) -> bool {
        run.into_iter().any(|i| self.is(i, list))
    }

    /// True where a negation governs this word: one of the eight words before it, in the same
    /// clause. Eight spans "do not, have not and never will knowingly or intentionally sell".
    /// Languages whose negation follows the verb are searched forward too, up to a comma.
    pub(crate) fn is_negated(&self, at: usize) -> bool {
        self.is_negated_before(at) || self.is_negated_after(at)
    }

    pub(crate) fn is_negated_before(&self, at: usize) -> bool {
        for back in 1..=8 {
            let Some(i) = at.checked_sub(back) else {
                return false;
            };
            if self.is(i, &grammar::NEGATIONS) {
                return true;
            }
            if self.after_break(i + 1) || self.is(i, &grammar::CLAUSE_WORDS) {
                return false;
            }
        }
        false
    }

    pub(crate) fn is_negated_after(&self, at: usize) -> bool {
        for i in at + 1..self.len().min(at + 11) {
            let ends = self.before(i).contains(',') || self.is(i, &grammar::CLAUSE_WORDS);
            if ends || self.after_break(i) {
                return false;
            }
            if self.is(i, &grammar::TRAILING_NEGATIONS) {
                return true;
            }
        }
        false
    }
}

impl Sequence for Words<'_> {
    fn len(&self) -> usize {
        self.len()
    }

    fn holds(&self, at: usize, set: u16) -> bool {
        self.words.get(at).is_some_and(|w| w.entry.holds(set))
    }

    fn after_break(&self, at: usize) -> bool {
        self.after_break(at)
    }
}

impl Phrases {
    /// The phrases that stand in the sentence.
    pub(crate) fn found<'w>(&self, words: &'w Words<'_>) -> &'w [Found] {
        words.found(words.language().vocabulary().phrases(self.place()))
    }
}

impl Cues {
    /// The key of every phrase that stands in the sentence, with its first place.
    pub(crate) fn find_all<'w, 't: 'w>(
        &self,
        words: &'w Words<'t>,
    ) -> impl Iterator<Item = (&'t str, Range<usize>)> + use<'w, 't> {
        self.find_all_from(words, 0)
    }

    /// The same from this word on.
    pub(crate) fn find_all_from<'w, 't: 'w>(
        &self,
        words: &'w Words<'t>,
        from: usize,
    ) -> impl Iterator<Item = (&'t str, Range<usize>)> + use<'w, 't> {
        let vocabulary = words.language().vocabulary();
        let found = words.found(vocabulary.cues(self.place())).iter();
        found.filter_map(move |(at, first)| {
            let place = match first.start >= from {
                true => first.clone(),
                false => vocabulary.pattern(*at)?.find(words, from)?,
            };
            Some((vocabulary.key(*at), place))
        })
    }

    /// True where a phrase with this key stands in the sentence.
    pub(crate) fn names(&self, words: &Words<'_>, key: &str) -> bool {
        self.find_all(words).any(|(found, _)| found == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cue::vocabulary::{Vocabularies, Vocabulary},
        testing::spoken,
        words::lexicon::Lexicon,
    };

    fn words(text: &str) -> Words<'_> {
        Words::new(text, spoken("en"))
    }

    fn check(phrase: &str, text: &str, expected: Option<&str>) {
        let mut vocabularies = Vocabularies::default();
        vocabularies.add(Vocabulary::of_phrases(&[phrase]));
        let lexicon = Lexicon::new(&vocabularies);
        let words = Words::new(text, Dictionary::of_tag(&lexicon, "en"));
        let found = words.find(&Phrases::new(0));
        assert_eq!(found.map(|r| words.slice(r)), expected, "in {text}");
    }

    #[test]
    fn stems_gaps_and_alternatives() {
        check(
            "retain*|keep* _3 # day*",
            "We keep it for 30 days.",
            Some("keep it for 30 days"),
        );
        check(
            "retain*|keep* _1 # day*",
            "We keep it for about 30 days.",
            None,
        );
        check("your? data", "the data", Some("data"));
        check("^ right to", "The right to know", None);
    }

    #[test]
    fn a_gap_does_not_leave_its_clause() {
        check("keep _5 # days", "We keep it; after 30 days", None);
    }

    #[test]
    fn negation_reaches_its_verb_only() {
        let words = words("We do not sell data but keep it");
        assert!(words.is_negated(3));
        assert!(!words.is_negated(6));
    }

    #[test]
    fn a_negation_may_follow_its_verb() {
        let text = "Wir verkaufen Ihre Daten nicht, aber wir speichern sie.";
        let words = Words::new(text, spoken("de"));
        assert!(words.is_negated(1));
        assert!(!words.is_negated(7));
    }
}
