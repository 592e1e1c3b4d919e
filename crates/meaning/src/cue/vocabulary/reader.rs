//! Reads the text of a vocabulary, line by line, and files its phrases for the search.

use rustc_hash::FxHashMap;

use super::{List, Unreadable, Vocabulary};
use crate::cue::patterns::Pattern;
use text::{Language, sorting::sort_by_key};

/// A vocabulary while its lines are read.
#[derive(Default)]
pub(super) struct Reader<'t> {
    vocabulary: Vocabulary,
    /// Sets by the forms in them; those of steps occur in many phrases.
    sets: FxHashMap<&'t str, u16>,
    sort: Option<Sort>,
}

/// What the lines of a table are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Words,
    Phrases,
    Cues,
    Switch,
    Sentence,
    Names,
    End,
}

impl<'t> Reader<'t> {
    /// Reads the tables of the language at this position.
    pub(super) fn read(
        mut self,
        at: usize,
        lines: impl Iterator<Item = &'t str>,
    ) -> Result<Vocabulary, Unreadable> {
        for (number, line) in lines.enumerate() {
            // The title is line one.
            self.line(line).ok_or(Unreadable::Line(number + 2))?;
        }
        if self.sort != Some(Sort::End) {
            return Err(Unreadable::CutOff);
        }
        self.add_forms(super::TAGS[at]);
        let vocabulary = &mut self.vocabulary;
        vocabulary.at = at;
        vocabulary.is_read = true;
        vocabulary.forms.finish();
        vocabulary.index();
        Ok(self.vocabulary)
    }

    fn line(&mut self, line: &'t str) -> Option<()> {
        match line.strip_prefix('@') {
            Some(title) => self.table(title),
            None => self.content(line),
        }
    }

    /// Begins a table: its sort, then its name, which is there for people.
    fn table(&mut self, title: &str) -> Option<()> {
        let Vocabulary {
            lists,
            phrases,
            cues,
            switches,
            sentences,
            names,
            patterns,
            forms,
            ..
        } = &mut self.vocabulary;
        let none = patterns.len()..patterns.len();
        let sort = match title.split(' ').next()? {
            "words" => {
                let set = forms.new_set();
                let words = "".into();
                lists.push(List { words, set });
                Sort::Words
            }
            "phrases" => {
                phrases.push(none);
                Sort::Phrases
            }
            "cues" => {
                cues.push(none);
                Sort::Cues
            }
            "switch" => {
                switches.push(false);
                Sort::Switch
            }
            "sentence" => {
                sentences.push("".into());
                Sort::Sentence
            }
            "names" => {
                names.push(Vec::new());
                Sort::Names
            }
            "end" => Sort::End,
            _ => return None,
        };
        self.sort = Some(sort);
        Some(())
    }

    fn content(&mut self, line: &'t str) -> Option<()> {
        let vocabulary = &mut self.vocabulary;
        match self.sort? {
            Sort::Words => vocabulary.lists.last_mut()?.words = line.into(),
            Sort::Phrases => {
                self.pattern(line);
                let vocabulary = &mut self.vocabulary;
                vocabulary.phrases.last_mut()?.end = vocabulary.patterns.len();
            }
            Sort::Cues => match line.strip_prefix('=') {
                Some(key) => vocabulary.keys.push(key.into()),
                None => {
                    self.pattern(line);
                    let vocabulary = &mut self.vocabulary;
                    vocabulary.cues.last_mut()?.end = vocabulary.patterns.len();
                }
            },
            Sort::Switch => *vocabulary.switches.last_mut()? = line == "on",
            Sort::Sentence => *vocabulary.sentences.last_mut()? = line.into(),
            Sort::Names => {
                let (key, name) = line.split_once('=')?;
                vocabulary.names.last_mut()?.push((key.into(), name.into()));
            }
            Sort::End => return None,
        }
        Some(())
    }

    fn pattern(&mut self, line: &'t str) {
        let Vocabulary {
            patterns,
            keys,
            key_of,
            forms,
            ..
        } = &mut self.vocabulary;
        let pattern = Pattern::new(line, |step| {
            *self.sets.entry(step).or_insert_with(|| forms.new_set())
        });
        patterns.push(pattern);
        key_of.push(keys.len().saturating_sub(1));
    }

    /// Puts the words of all lists and steps into their sets.
    fn add_forms(&mut self, tag: &str) {
        let Vocabulary { lists, forms, .. } = &mut self.vocabulary;
        for list in lists.iter() {
            for form in list.words.split_ascii_whitespace() {
                forms.add(form, list.set);
            }
        }
        let numbers = Language::of_tag(tag).map_or("", Language::numbers);
        for (step, set) in &self.sets {
            for form in step.split('|') {
                if form != "#" {
                    forms.add(form, *set);
                    continue;
                }
                forms.add_digits(*set);
                for number in numbers.split_ascii_whitespace() {
                    forms.add(number, *set);
                }
            }
        }
    }
}

impl Vocabulary {
    /// Files each phrase under the set of words that fewest phrases need: what few phrases speak
    /// of is rare in texts too, so most phrases are never thought of.
    fn index(&mut self) {
        let mut uses = vec![0_usize; self.forms.sets()];
        for set in self.patterns.iter().flat_map(Pattern::needed) {
            if let Some(count) = uses.get_mut(usize::from(*set)) {
                *count += 1;
            }
        }
        self.by_set = vec![Vec::new(); self.forms.sets()];
        self.filed = self.forms.none();
        for (at, pattern) in self.patterns.iter().enumerate() {
            let mut needed = pattern.needed().to_vec();
            sort_by_key(&mut needed, |set| uses.get(usize::from(*set)));
            let rarest = needed.first().map_or(usize::MAX, |set| usize::from(*set));
            let next = needed.get(1).or(needed.first()).copied();
            let phrases = self.by_set.get_mut(rarest);
            match (phrases, next, u16::try_from(at)) {
                (Some(phrases), Some(next), Ok(at)) => {
                    phrases.push((at, next));
                    self.filed.insert(rarest);
                }
                _ => self.always.push(at),
            }
        }
    }
}
