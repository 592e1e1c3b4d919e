//! The words of both documents as numbers.
//!
//! Policies repeat themselves, and two versions of one policy repeat each other. So each run of
//! characters between two spaces is cut into words, stemmed and looked up once, however often it
//! stands in the texts; from there on passages are compared as numbers.

use rustc_hash::FxHashMap;

use text::{
    Language,
    lexer::{length_in_words, unicode_words},
    lists::{is_denying, is_small_word},
    stem::stem,
    thesaurus::concepts,
};

use crate::passages::sentences::{breaks, ends};

/// Words of a run between two spaces; a mark that stands alone counts like one.
fn length(run: &str) -> usize {
    length_in_words(run).max(1)
}

/// One word of a passage.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Number of its stem.
    pub stem: u32,
    /// True where it binds sentences rather than says something.
    pub is_function: bool,
    /// True for one like "not".
    pub denies: bool,
}

/// A concept that words of a passage name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    pub concept: u32,
    /// Positions of the first word and behind the last one.
    pub start: usize,
    pub end: usize,
}

/// A passage as the lexicon reads it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    pub words: Vec<Word>,
    pub mentions: Vec<Mention>,
    /// For each sentence the position behind its last word; no sentence is without words.
    pub sentence_ends: Vec<usize>,
    /// Length in words, by white space; scripts without spaces have a word for two signs.
    pub size: usize,
}

#[derive(Clone, Copy)]
enum Piece {
    Word(Word),
    SentenceEnd,
}

impl Words {
    fn end_sentence(&mut self) {
        let end = self.words.len();
        if self.sentence_ends.last().copied().unwrap_or_default() < end {
            self.sentence_ends.push(end);
        }
    }

    /// The whole passage.
    pub fn whole(&self) -> Part<'_> {
        Part {
            words: &self.words,
            mentions: &self.mentions,
            end: self.words.len(),
        }
    }

    /// Its sentences. A concept whose words belong to two sentences is in neither.
    pub fn sentences(&self) -> impl Iterator<Item = Part<'_>> {
        let starts = [0].into_iter().chain(self.sentence_ends.iter().copied());
        let mut mentions = self.mentions.as_slice();
        starts.zip(&self.sentence_ends).map(move |(start, &end)| {
            let here = mentions.partition_point(|m| m.start < end);
            let (inside, rest) = mentions.split_at(here);
            mentions = rest;
            Part {
                words: &self.words[start..end],
                mentions: inside,
                end,
            }
        })
    }
}

/// A run of words of a passage.
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    pub words: &'a [Word],
    /// Those that begin here.
    mentions: &'a [Mention],
    end: usize,
}

impl Part<'_> {
    /// The concepts named from first to last word within the part, one for each mention.
    pub fn concepts(&self) -> impl Iterator<Item = u32> {
        let inside = self.mentions.iter().filter(|m| m.end <= self.end);
        inside.map(|m| m.concept)
    }

    /// Whether one of its words denies.
    pub fn denies(&self) -> bool {
        self.words.iter().any(|word| word.denies)
    }
}

/// Entries of a concept: the stems behind the first one, and its number.
type Entry = (Vec<u32>, u32);

/// Numbers stems, and remembers what runs of characters consist of.
pub(crate) struct Lexicon<'a> {
    stems: FxHashMap<&'a str, u32>,
    /// For each run of visible characters the end of its pieces, which begin where those of the
    /// run before end.
    runs: FxHashMap<&'a str, (usize, usize)>,
    pieces: Vec<Piece>,
    /// Entries by the number of their first stem.
    entries: Vec<Vec<Entry>>,
    /// Of the first document; versions share one.
    language: Language,
}

impl<'a> Lexicon<'a> {
    pub fn new(language: Language) -> Self {
        let mut lexicon = Self {
            stems: FxHashMap::default(),
            runs: FxHashMap::default(),
            pieces: Vec::new(),
            entries: Vec::new(),
            language,
        };
        for (concept, entry) in concepts() {
            let mut stems = entry.split(' ').map(|word| lexicon.number(stem(word)));
            if let Some(first) = stems.next() {
                let rest = stems.collect();
                let first = first as usize;
                if lexicon.entries.len() <= first {
                    lexicon.entries.resize_with(first + 1, Vec::new);
                }
                lexicon.entries[first].push((rest, concept));
            }
        }
        lexicon
    }

    fn number(&mut self, stem: &'a str) -> u32 {
        let next = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
        *self.stems.entry(stem).or_insert(next)
    }

    /// Reads the passage of a text in comparison form, `published` being its text as published.
    pub fn read(&mut self, published: &str, normal: &'a str) -> Words {
        self.read_in_sentences(normal, &ends(published, normal, self.language))
    }

    /// Reads a heading in comparison form: one sentence, whatever marks are in it.
    pub fn read_heading(&mut self, normal: &'a str) -> Words {
        self.read_in_sentences(normal, &[])
    }

    /// With each end of a sentence within the passage comes the number of runs before it.
    fn read_in_sentences(&mut self, normal: &'a str, ends: &[usize]) -> Words {
        let mut out = Words::default();
        let mut ends = ends.iter().peekable();
        for (at, run) in normal.split(' ').enumerate() {
            out.size += if run.is_ascii() { 1 } else { length(run) };
            let (start, end) = self.run(run);
            for piece in &self.pieces[start..end] {
                match piece {
                    Piece::Word(word) => out.words.push(*word),
                    Piece::SentenceEnd => out.end_sentence(),
                }
            }
            if ends.next_if(|end| **end == at + 1).is_some() {
                out.end_sentence();
            }
        }
        out.end_sentence();
        out.mentions = self.mentions(&out.words);
        out
    }

    /// Where the pieces of a run are.
    fn run(&mut self, run: &'a str) -> (usize, usize) {
        if let Some(&known) = self.runs.get(run) {
            return known;
        }
        let first = self.pieces.len();
        let mut start = 0;
        for end in breaks(run, self.language) {
            self.cut(&run[start..end]);
            self.pieces.push(Piece::SentenceEnd);
            start = end;
        }
        self.cut(&run[start..]);
        let range = (first, self.pieces.len());
        self.runs.insert(run, range);
        range
    }

    fn cut(&mut self, text: &'a str) {
        for word in unicode_words(text) {
            let word = Word {
                stem: self.number(stem(word)),
                is_function: is_small_word(word),
                denies: is_denying(word),
            };
            self.pieces.push(Piece::Word(word));
        }
    }

    /// The concepts that a passage mentions, in order, one for each mention.
    fn mentions(&self, words: &[Word]) -> Vec<Mention> {
        let mut out = Vec::new();
        for (start, first) in words.iter().enumerate() {
            let Some(entries) = self.entries.get(first.stem as usize) else {
                continue;
            };
            for (rest, concept) in entries {
                let end = start + 1 + rest.len();
                let follow = words.get(start + 1..end).unwrap_or_default();
                if follow.len() == rest.len()
                    && follow.iter().map(|w| w.stem).eq(rest.iter().copied())
                {
                    out.push(Mention {
                        concept: *concept,
                        start,
                        end,
                    });
                }
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concepts(text: &str) -> Vec<u32> {
        Lexicon::new(Language::ENGLISH)
            .read_heading(text)
            .whole()
            .concepts()
            .collect()
    }

    #[test]
    fn different_words_for_the_same_thing_meet() {
        let declined = concepts("opting out of it");
        assert_eq!(declined.len(), 1);
        assert_eq!(concepts("you may unsubscribe"), declined);
    }

    #[test]
    fn a_phrase_needs_all_its_words() {
        assert!(concepts("party time").is_empty());
    }

    #[test]
    fn a_phrase_does_not_reach_across_sentences() {
        let words = Lexicon::new(Language::ENGLISH).read_heading("you opt. out of step");
        let sentences: Vec<_> = words.sentences().collect();
        assert_eq!(
            sentences.iter().map(|s| s.words.len()).collect::<Vec<_>>(),
            [2, 3]
        );
        assert!(sentences.iter().all(|s| s.concepts().count() == 0));
    }
}
