//! Which sets of words a word belongs to.
//!
//! A list of words is a set, and so is each step of a phrase (`retain*|keep*`). Every different
//! word of a text is looked up once, against all sets together; whether it fits a step is then
//! one bit. Asking each form of each phrase of each sentence was the cost of the whole program.

use crate::cue::bits::Bits;
use rustc_hash::FxHashMap;

/// The words, beginnings, ends and middles of one vocabulary, each with the sets it is in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forms {
    whole: FxHashMap<Box<str>, Vec<u16>>,
    starts: Starts,
    /// Ends of words, turned round.
    ends: Starts,
    middles: Vec<(Box<str>, Vec<u16>)>,
    /// The sets that hold every number in digits.
    digits: Vec<u16>,
    /// How many sets there are.
    sets: usize,
}

impl Forms {
    /// The number of a new set.
    pub(crate) fn new_set(&mut self) -> u16 {
        let set = u16::try_from(self.sets).unwrap_or(u16::MAX);
        self.sets += 1;
        set
    }

    /// Puts a form into a set: `word`, `stem*`, `*end` or `*middle*`.
    pub(crate) fn add(&mut self, form: &str, set: u16) {
        let word = form.trim_matches('*');
        let sets = match (form.starts_with('*'), form.ends_with('*')) {
            (false, false) => self.whole.entry(word.into()).or_default(),
            (false, true) => self.starts.entry(word.into()),
            (true, false) => self.ends.entry(turned(word)),
            (true, true) => {
                self.middles.push((word.into(), vec![set]));
                return;
            }
        };
        sets.push(set);
    }

    /// Puts every number in digits into a set.
    pub(crate) fn add_digits(&mut self, set: u16) {
        self.digits.push(set);
    }

    /// To be called once, when all forms are in.
    pub(crate) fn finish(&mut self) {
        self.starts.finish();
        self.ends.finish();
    }

    /// The sets that hold this word, which is in lower case; empty, without room, where none does.
    pub(crate) fn of(&self, word: &str) -> Bits {
        let whole = self.whole.get(word).map_or(&[][..], Vec::as_slice);
        let start = self.starts.of(word);
        let end = match self.ends.0.is_empty() {
            true => &[][..],
            false => self.ends.of(&turned(word)),
        };
        let middles = self.middles.iter();
        let middles = middles.filter(|(middle, _)| word.contains(&**middle));
        let middles = middles.flat_map(|(_, sets)| sets);
        let digits = match word.starts_with(|c: char| c.is_ascii_digit()) {
            true => self.digits.as_slice(),
            false => &[],
        };
        let all = [whole, start, end, digits];
        let mut all = all.into_iter().flatten().chain(middles).peekable();
        if all.peek().is_none() {
            return Bits::default();
        }
        let mut bits = self.none();
        for set in all {
            bits.insert(usize::from(*set));
        }
        bits
    }

    /// No set, with room for all.
    pub(crate) fn none(&self) -> Bits {
        Bits::with_room(self.sets)
    }

    /// How many sets there are.
    pub(crate) fn sets(&self) -> usize {
        self.sets
    }
}

fn turned(word: &str) -> Box<str> {
    word.chars().rev().collect::<String>().into()
}

/// Beginnings of words in order, each with its sets and those of the beginnings it has itself.
#[derive(Clone, Debug, Default)]
struct Starts(Vec<Start>);

#[derive(Clone, Debug)]
struct Start {
    text: Box<str>,
    sets: Vec<u16>,
    /// The longest other entry that this one begins with.
    parent: Option<usize>,
}

impl Starts {
    fn entry(&mut self, text: Box<str>) -> &mut Vec<u16> {
        let found = self.0.binary_search_by(|start| start.text.cmp(&text));
        let at = found.unwrap_or_else(|at| {
            let (sets, parent) = (Vec::new(), None);
            self.0.insert(at, Start { text, sets, parent });
            at
        });
        &mut self.0[at].sets
    }

    fn finish(&mut self) {
        for at in 1..self.0.len() {
            let (before, rest) = self.0.split_at_mut(at);
            let Some(start) = rest.first_mut() else {
                return;
            };
            // What two neighbours in order share, all between them share too: the longest entry
            // that this one begins with is the one before it, or a parent of that.
            let mut parent = Some(at - 1);
            while let Some(other) = parent.and_then(|at| before.get(at)) {
                if start.text.starts_with(&*other.text) {
                    start.sets.extend(&other.sets);
                    break;
                }
                parent = other.parent;
            }
            start.parent = parent;
        }
    }

    /// The sets of all entries that the word begins with.
    fn of(&self, word: &str) -> &[u16] {
        let behind = self.0.partition_point(|start| &*start.text <= word);
        let mut at = behind.checked_sub(1);
        while let Some(start) = at.and_then(|at| self.0.get(at)) {
            if word.starts_with(&*start.text) {
                return &start.sets;
            }
            at = start.parent;
        }
        &[]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expected: &[&str]) {
        const ALL: [&str; 9] = [
            "data", "d*", "da*", "datum*", "e*", "*ta", "*a", "*at*", "*x*",
        ];
        let mut forms = Forms::default();
        for form in ALL {
            let set = forms.new_set();
            forms.add(form, set);
        }
        forms.finish();
        let bits = forms.of(word);
        let found = ALL.iter().enumerate().filter(|(at, _)| bits.holds(*at));
        let found: Vec<_> = found.map(|(_, form)| *form).collect();
        assert_eq!(found, expected, "{word}");
    }

    #[test]
    fn a_word_is_found_by_all_its_parts() {
        check("data", &["data", "d*", "da*", "*ta", "*a", "*at*"]);
        check("datum", &["d*", "da*", "datum*", "*at*"]);
        check("dbx", &["d*", "*x*"]);
        check("e", &["e*"]);
        check("beta", &["*ta", "*a"]);
        check("nothing", &[]);
        check("", &[]);
    }
}
