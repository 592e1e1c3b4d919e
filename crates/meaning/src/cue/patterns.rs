//! Phrases as steps, and whether they stand in a sentence.

use std::ops::Range;

/// What a phrase asks of the sentence that it is looked for in.
pub(crate) trait Sequence {
    /// How many words there are.
    fn len(&self) -> usize;
    /// True where the word at this position is in a set of words.
    fn holds(&self, at: usize, set: u16) -> bool;
    /// True where a clause ends before the word at this position.
    fn after_break(&self, at: usize) -> bool;
}

/// One step of a phrase.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// The start of the sentence.
    Start,
    /// At most so many words of any kind.
    Gap(usize),
    /// A word of this set.
    Word { set: u16, optional: bool },
}

/// A phrase.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    steps: Vec<Step>,
    /// The sets of the words that must be there.
    needed: Vec<u16>,
}

impl Pattern {
    /// Reads a phrase; `set` gives the number of a set by the forms in it.
    pub(crate) fn new<'l>(line: &'l str, mut set: impl FnMut(&'l str) -> u16) -> Self {
        let steps: Vec<_> = line
            .split_ascii_whitespace()
            .map(|step| Step::new(step, &mut set))
            .collect();
        let needed = steps.iter().filter_map(|step| match step {
            Step::Word {
                set,
                optional: false,
            } => Some(*set),
            _ => None,
        });
        let needed = needed.collect();
        Self { steps, needed }
    }

    /// The sets of the words that must be there.
    pub(crate) fn needed(&self) -> &[u16] {
        &self.needed
    }

    /// The first place of the phrase from this word on.
    pub(crate) fn find(&self, words: &impl Sequence, from: usize) -> Option<Range<usize>> {
        let opens = |start: &usize| match self.steps.first() {
            Some(Step::Word {
                set,
                optional: false,
            }) => words.holds(*start, *set),
            _ => true,
        };
        let mut starts = (from..words.len()).filter(opens);
        starts.find_map(|start| self.at(words, start))
    }

    /// The phrase, if it starts at this word.
    pub(crate) fn at(&self, words: &impl Sequence, start: usize) -> Option<Range<usize>> {
        let end = match_steps(&self.steps, words, start, start)?;
        (end > start).then_some(start..end)
    }
}

impl Step {
    fn new<'l>(step: &'l str, set: &mut impl FnMut(&'l str) -> u16) -> Self {
        if step == "^" {
            return Self::Start;
        }
        if let Some(width) = step.strip_prefix('_').and_then(|n| n.parse().ok()) {
            return Self::Gap(width);
        }
        let (forms, optional) = match step.strip_suffix('?') {
            Some(forms) => (forms, true),
            None => (step, false),
        };
        let set = set(forms);
        Self::Word { set, optional }
    }
}

/// The end of a match that begins at `at`.
fn match_steps(steps: &[Step], words: &impl Sequence, start: usize, at: usize) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else {
        return Some(at);
    };
    match *step {
        Step::Start => (at == 0).then(|| match_steps(rest, words, start, at))?,
        Step::Gap(width) => {
            for skipped in 0..=width {
                let next = at + skipped;
                // A gap stays in its clause; a phrase may still begin right after a break.
                if next > words.len() || (next > start && words.after_break(next)) {
                    return None;
                }
                if let Some(end) = match_steps(rest, words, start, next) {
                    return Some(end);
                }
            }
            None
        }
        Step::Word { set, optional } => {
            let here = words.holds(at, set);
            here.then(|| match_steps(rest, words, start, at + 1))
                .flatten()
                .or_else(|| {
                    optional
                        .then(|| match_steps(rest, words, start, at))
                        .flatten()
                })
        }
    }
}
