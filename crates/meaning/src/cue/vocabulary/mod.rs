//! The words and phrases by which a language is read, loaded apart from the program.
//!
//! They are most of what meaning weighs, and a reader needs those of one language. So they are
//! texts of their own, which the page fetches and the command line has inside. They are handed in
//! as a value; a table of all languages in the program, or one that is installed once for all,
//! would leave no trace in a signature that reading depends on it.
//!
//! A vocabulary is the very one that this program was built with, or it is refused: a table that
//! lacks half its phrases would call half of the facts gone.

mod reader;

#[cfg(any(test, feature = "vocabularies"))]
use std::sync::OnceLock;
use std::{fmt, ops::Range};

use crate::cue::{bits::Bits, forms::Forms, patterns::Pattern};
use model::Document;
use reader::Reader;
use text::{Language, detection::Shown};

include!(concat!(env!("OUT_DIR"), "/vocabularies.rs"));

/// BCP 47 tags of the languages that have a vocabulary.
pub const VOCABULARIES: [&str; TAGS.len()] = TAGS;

/// Names the vocabularies that belong to this program; part of each one's address.
pub const VOCABULARY_VERSION: &str = VERSION;

/// The text of each vocabulary, in the order of [`VOCABULARIES`], for those who publish them.
#[cfg(feature = "vocabularies")]
pub const VOCABULARY_TEXTS: [&str; TAGS.len()] = TEXTS;

/// The vocabulary of one language.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Position among the languages.
    at: usize,
    /// False for one that is not there: it has no tables, and nothing is found by it.
    is_read: bool,
    lists: Vec<List>,
    phrases: Vec<Range<usize>>,
    cues: Vec<Range<usize>>,
    switches: Vec<bool>,
    /// What headlines say, with the numbers of what is filled in.
    sentences: Vec<Box<str>>,
    /// What headlines call fixed keys.
    names: Vec<Vec<(Box<str>, Box<str>)>>,
    /// The phrases of all tables, one table after the other.
    patterns: Vec<Pattern>,
    keys: Vec<Box<str>>,
    /// The key of each phrase, as a position among them.
    key_of: Vec<usize>,
    forms: Forms,
    /// For each set of words the phrases that are looked for where it occurs, those of whose
    /// words it is the rarest; with each the set of its next rarest word.
    by_set: Vec<Vec<(u16, u16)>>,
    /// The sets that have such phrases.
    filed: Bits,
    /// Phrases without a word that must be there.
    always: Vec<usize>,
}

/// A list of words.
#[derive(Clone, Debug)]
pub(crate) struct List {
    /// The words between blanks.
    pub(crate) words: Box<str>,
    /// Its number among the sets of words.
    pub(crate) set: u16,
}

/// Why a text is no vocabulary for this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is something else.
    Foreign,
    /// It belongs to another version of the program.
    OtherVersion,
    /// It ends before its end.
    CutOff,
    /// This line, counted from one, is not understood.
    Line(usize),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("This is no vocabulary."),
            Self::OtherVersion => {
                f.write_str("The vocabulary belongs to another version of the program.")
            }
            Self::CutOff => f.write_str("The vocabulary did not arrive whole."),
            Self::Line(line) => write!(f, "Line {line} of the vocabulary is not understood."),
        }
    }
}

impl std::error::Error for Unreadable {}

impl Vocabulary {
    /// Reads the text of a vocabulary, as the build of this program wrote it.
    ///
    /// # Errors
    /// Why the text cannot serve.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let mut lines = text.lines();
        let title = lines.next().unwrap_or("");
        let title = title.strip_prefix("policy-diff/vocabulary ");
        let (version, tag) = title
            .and_then(|title| title.split_once(' '))
            .ok_or(Unreadable::Foreign)?;
        if version != VERSION {
            return Err(Unreadable::OtherVersion);
        }
        let at = TAGS.iter().position(|known| *known == tag);
        let at = at.ok_or(Unreadable::Foreign)?;
        Reader::default().read(at, lines)
    }

    /// BCP 47 tag of the language.
    #[must_use]
    pub fn language(&self) -> &'static str {
        TAGS.get(self.at).copied().unwrap_or("")
    }

    /// The position of the language among those with a vocabulary.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// A vocabulary of one table of phrases.
    #[cfg(test)]
    pub(crate) fn of_phrases(phrases: &[&str]) -> Self {
        let table = ["@phrases test"].into_iter();
        let lines = table.chain(phrases.iter().copied()).chain(["@end"]);
        Reader::default().read(0, lines).unwrap_or_default()
    }

    /// True where there is nothing in it.
    pub(crate) fn is_silent(&self) -> bool {
        !self.is_read
    }

    pub(crate) fn list(&self, place: usize) -> Option<&List> {
        self.lists.get(place)
    }

    /// The positions of the phrases in a table.
    pub(crate) fn phrases(&self, place: usize) -> Range<usize> {
        self.phrases.get(place).cloned().unwrap_or_default()
    }

    /// The positions of the phrases in a table with keys.
    pub(crate) fn cues(&self, place: usize) -> Range<usize> {
        self.cues.get(place).cloned().unwrap_or_default()
    }

    pub(crate) fn patterns(&self, run: Range<usize>) -> &[Pattern] {
        self.patterns.get(run).unwrap_or_default()
    }

    pub(crate) fn pattern(&self, at: usize) -> Option<&Pattern> {
        self.patterns.get(at)
    }

    /// The key that a phrase stands for.
    pub(crate) fn key(&self, pattern: usize) -> &str {
        let key = self.key_of.get(pattern).and_then(|at| self.keys.get(*at));
        key.map_or("", |key| key)
    }

    pub(crate) fn switch(&self, place: usize) -> bool {
        self.switches.get(place).copied().unwrap_or(false)
    }

    pub(crate) fn sentence(&self, place: usize) -> &str {
        self.sentences.get(place).map_or("", |sentence| sentence)
    }

    /// What headlines call a key.
    pub(crate) fn name(&self, place: usize, key: &str) -> Option<&str> {
        let mut names = self.names.get(place)?.iter();
        let found = names.find(|(known, _)| **known == *key);
        found.map(|(_, name)| &**name)
    }

    pub(crate) fn forms(&self) -> &Forms {
        &self.forms
    }

    /// The phrases, of all tables, of which every word that must be there is in one of these
    /// sets.
    pub(crate) fn possible(&self, present: &Bits) -> Bits {
        let mut possible = Bits::with_room(self.patterns.len());
        for pattern in &self.always {
            possible.insert(*pattern);
        }
        for set in present.shared(&self.filed) {
            for (at, next) in self.by_set.get(set).into_iter().flatten() {
                if !present.holds(usize::from(*next)) {
                    continue;
                }
                let at = usize::from(*at);
                let pattern = self.patterns.get(at);
                let mut needed = pattern.into_iter().flat_map(Pattern::needed);
                if needed.all(|set| present.holds(usize::from(*set))) {
                    possible.insert(at);
                }
            }
        }
        possible
    }
}

/// The position of the language with a vocabulary that a BCP 47 tag names.
pub(crate) fn position(tag: &str) -> Option<usize> {
    let primary = tag.split('-').next().unwrap_or("");
    TAGS.iter().position(|t| t.eq_ignore_ascii_case(primary))
}

/// The positions of the languages that a document is read in, in order: its own and those of
/// passages in others.
fn needed(document: &Document) -> Vec<usize> {
    let own = position(&document.language).unwrap_or(0);
    let language = Language::of_tag(TAGS[own]).unwrap_or_default();
    let passages = document.blocks.iter();
    let passages = passages.map(|b| Shown::by(&b.text).language(language));
    let mut needed: Vec<_> = passages.filter_map(|l| position(l.tag())).collect();
    needed.push(own);
    needed.sort_unstable();
    needed.dedup();
    needed
}

/// The vocabularies at hand.
#[derive(Clone, Debug)]
pub struct Vocabularies(Vec<Vocabulary>);

impl Default for Vocabularies {
    /// None: nothing is found in any text.
    fn default() -> Self {
        let none = |at| Vocabulary {
            at,
            ..Vocabulary::default()
        };
        Self((0..TAGS.len()).map(none).collect())
    }
}

impl Vocabularies {
    /// Adds the vocabulary of one language.
    pub fn add(&mut self, vocabulary: Vocabulary) {
        if let Some(place) = self.0.get_mut(vocabulary.at) {
            *place = vocabulary;
        }
    }

    /// Those inside this program.
    #[cfg(any(test, feature = "vocabularies"))]
    #[must_use]
    pub fn built_in() -> &'static Self {
        static ALL: OnceLock<Vocabularies> = OnceLock::new();
        ALL.get_or_init(|| {
            let mut all = Self::default();
            let read = TEXTS.iter().map(|text| Vocabulary::read(text));
            // A test reads each of them.
            read.flatten().for_each(|vocabulary| all.add(vocabulary));
            all
        })
    }

    /// BCP 47 tags of the languages that a document is read in and whose vocabulary is not here.
    #[must_use]
    pub fn lacking(&self, document: &Document) -> Vec<&'static str> {
        let needed = needed(document).into_iter();
        let lacking = needed.filter(|at| self.0.get(*at).is_none_or(Vocabulary::is_silent));
        lacking.filter_map(|at| TAGS.get(at).copied()).collect()
    }

    /// True where the vocabulary of this language is here.
    #[must_use]
    pub fn has(&self, tag: &str) -> bool {
        let at = TAGS.iter().position(|known| *known == tag);
        let vocabulary = at.and_then(|at| self.0.get(at));
        vocabulary.is_some_and(|vocabulary| !vocabulary.is_silent())
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Vocabulary> {
        self.0.iter()
    }

    /// The vocabulary of the language at this position.
    pub(crate) fn at(&self, at: usize) -> &Vocabulary {
        &self.0[at.min(self.0.len() - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vocabulary_inside_is_read() {
        for (text, tag) in TEXTS.iter().zip(TAGS) {
            let read = Vocabulary::read(text).map(|vocabulary| vocabulary.language());
            assert_eq!(read, Ok(tag));
        }
        assert!(Vocabularies::built_in().all().all(|v| !v.is_silent()));
    }

    #[test]
    fn what_cannot_serve_is_refused() {
        let text = TEXTS[0];
        let check = |text: &str, expected: Unreadable| {
            let read = Vocabulary::read(text).map(|_| ());
            assert_eq!(read, Err(expected));
        };
        check("", Unreadable::Foreign);
        check(
            "<!doctype html>\n<title>Not found</title>",
            Unreadable::Foreign,
        );
        check(&text.replacen(VERSION, "0", 1), Unreadable::OtherVersion);
        check(&text.replacen(" en\n", " xx\n", 1), Unreadable::Foreign);
        check(&text.replacen("\n@", "\n@un", 1), Unreadable::Line(2));
        for end in [text.len() / 3, text.len() - 5] {
            check(&text[..text.floor_char_boundary(end)], Unreadable::CutOff);
        }
    }

    #[test]
    fn an_unknown_language_is_read_as_the_first() {
        assert_eq!(position("fi"), None);
        assert_eq!(position(""), None);
        assert_eq!(position("DE-AT"), position("de"));
    }

    #[test]
    fn a_document_needs_its_own_language_and_those_of_its_passages() {
        let document = |text: &str| needed(&document::read("policy.md", text.as_bytes()));
        let english = "We keep the data that you give to us and we use it for your account.";
        let german = "Wir speichern die Daten, und Sie können sie bei uns löschen.";
        assert_eq!(document(english), [0]);
        let both = [english, english, german].join("\n\n");
        assert_eq!(document(&both), [0, position("de").unwrap_or(0)]);
    }

    #[test]
    fn a_vocabulary_that_is_not_there_finds_nothing() {
        let none = Vocabularies::default();
        let text = "We keep your data for 30 days. You have the right of access.";
        let document = document::read("policy.md", text.as_bytes());
        assert_eq!(none.lacking(&document), ["en"]);
        assert!(Vocabularies::built_in().lacking(&document).is_empty());
        let reading = none.read(&document);
        assert!(reading.facts.is_empty() && reading.topics.concat().is_empty());
        assert!(!Vocabularies::built_in().read(&document).facts.is_empty());
    }
}
