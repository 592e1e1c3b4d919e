//! Follows the chain of changes from the first version to the last.

use std::rc::Rc;

use super::past::{Past, Place};
use crate::word_count;
use model::{Block, BlockId, Change, ChangeId, ChangeKind, Comparison, Document};
use model::{History, Passage, Return, ReturnKind, Step};

/// Passages of fewer words (names, labels, cells of a table) come up again by chance; they count
/// as returned only where one chain of changes leads from the earlier to the later one.
const MIN_WORDS: usize = 4;

/// What is known of a block of some version.
#[derive(Clone, Debug, Default)]
struct State {
    first: usize,
    since: usize,
    worded: usize,
    /// Shared by all blocks that came the same way, so that a long history stays small.
    steps: Rc<Vec<Step>>,
    /// The same number for all blocks of a chain of changes.
    chain: usize,
}

/// Traces every passage of the last version to where it comes from, and finds those that came
/// back.
///
/// `comparisons` are those of each document with the next one. Where some are missing, the
/// history ends with the last document that has been reached.
#[must_use]
pub fn trace(documents: &[Document], comparisons: &[Comparison]) -> History {
    let Some(first) = documents.first() else {
        return History::default();
    };
    let mut tracer = Tracer::new(first);
    for (pair, comparison) in documents.windows(2).zip(comparisons) {
        if let [old, new] = pair {
            tracer.advance(old, new, comparison);
        }
    }
    tracer.finish()
}

struct Tracer<'a> {
    /// For each version so far, the state of each of its blocks.
    states: Vec<Vec<State>>,
    /// For each comparison so far, the change in which each block of its old version is.
    changes_of_old: Vec<Vec<Option<ChangeId>>>,
    past: Past<'a>,
    chains: usize,
    returns: Vec<Return>,
}

impl<'a> Tracer<'a> {
    fn new(first: &'a Document) -> Self {
        let start = |chain| State {
            chain,
            ..State::default()
        };
        let mut past = Past::default();
        past.add(0, first);
        Self {
            states: vec![(0..first.blocks.len()).map(start).collect()],
            changes_of_old: Vec::new(),
            past,
            chains: first.blocks.len(),
            returns: Vec::new(),
        }
    }

    fn advance(&mut self, old: &'a Document, new: &'a Document, comparison: &Comparison) {
        let version = self.states.len();
        self.changes_of_old.push(changes_of(comparison, old));
        let mut states = vec![State::default(); new.blocks.len()];
        for (id, change) in comparison.changes() {
            let step = Step {
                comparison: version - 1,
                change: id,
            };
            let before = self.merged(change, step);
            for id in &change.new {
                let (block, state) = (new.block(*id), &mut states[id.index()]);
                *state = before.clone();
                if !keeps_words(change, block, old) {
                    state.worded = version;
                    self.look_back(*id, block, step, state);
                }
            }
        }
        self.states.push(states);
        self.past.add(version, new);
        self.returns
            .sort_by_key(|found| (found.version, found.block));
    }

    /// The state that the new blocks of a change take over from its old ones.
    fn merged(&mut self, change: &Change, step: Step) -> State {
        let states = self.states.last().map_or(&[][..], Vec::as_slice);
        let before: Vec<&State> = change.old.iter().map(|id| &states[id.index()]).collect();
        let Some(&main) = before.first() else {
            self.chains += 1;
            return State {
                first: step.version(),
                since: step.version(),
                worded: step.version(),
                steps: Rc::new(vec![step]),
                chain: self.chains - 1,
            };
        };
        let least = |of: fn(&State) -> usize| before.iter().map(|s| of(s)).min().unwrap_or(0);
        State {
            first: least(|state| state.first),
            since: least(|state| state.since),
            steps: match change.kind {
                ChangeKind::Unchanged => Rc::clone(&main.steps),
                _ => Rc::new(joined(&before, &[step])),
            },
            ..main.clone()
        }
    }

    /// Looks whether new words are those of an earlier version.
    fn look_back(&mut self, id: BlockId, block: &Block, step: Step, state: &mut State) {
        let places = self.past.last(&block.normal);
        // What also stands in the version before has not come back, it has come once more.
        let gone = places.iter().filter(|p| p.version < step.comparison);
        let gone: Vec<Place> = gone.copied().collect();
        let chain = |place: &&Place| self.state(**place).is_some_and(|s| s.chain == state.chain);
        let own = gone.iter().find(chain).copied();
        let (place, kind) = match (own, gone.first()) {
            (Some(place), _) => (place, ReturnKind::ChangedBack),
            (None, Some(place)) if word_count(&block.text) >= MIN_WORDS => {
                (*place, ReturnKind::Restored)
            }
            _ => return,
        };
        let Some(left) = self.left(place) else { return };
        if kind == ReturnKind::Restored
            && let Some(earlier) = self.state(place)
        {
            state.first = state.first.min(earlier.first);
            state.steps = Rc::new(joined(&[earlier, state], &[left]));
        }
        self.returns.push(Return {
            kind,
            version: step.version(),
            block: id,
            back: step,
            earlier: place.version,
            earlier_block: place.block,
            gone: left,
        });
    }

    fn state(&self, place: Place) -> Option<&State> {
        self.states.get(place.version)?.get(place.block.index())
    }

    /// The change by which the last block with a wording lost it.
    fn left(&self, place: Place) -> Option<Step> {
        let changes = self.changes_of_old.get(place.version)?;
        let change = changes.get(place.block.index()).copied().flatten()?;
        Some(Step {
            comparison: place.version,
            change,
        })
    }

    fn finish(mut self) -> History {
        let last = self.states.pop().unwrap_or_default();
        let passage = |state: State| Passage {
            first: state.first,
            since: state.since,
            worded: state.worded,
            steps: state.steps.to_vec(),
        };
        History {
            passages: last.into_iter().map(passage).collect(),
            returns: self.returns,
        }
    }
}

/// The change in which each block of the old version is.
fn changes_of(comparison: &Comparison, old: &Document) -> Vec<Option<ChangeId>> {
    let mut changes = vec![None; old.blocks.len()];
    for (id, change) in comparison.changes() {
        for block in &change.old {
            changes[block.index()] = Some(id);
        }
    }
    changes
}

/// True where a block has the words of one it came from.
fn keeps_words(change: &Change, block: &Block, old: &Document) -> bool {
    match change.kind {
        ChangeKind::Unchanged | ChangeKind::Reformatted | ChangeKind::Moved => true,
        _ => {
            let mut before = change.old.iter().map(|id| old.block(*id));
            before.any(|before| before.normal == block.normal)
        }
    }
}

/// All steps of several pasts and some more, oldest first, each once.
fn joined(states: &[&State], further: &[Step]) -> Vec<Step> {
    let steps = states.iter().flat_map(|state| state.steps.iter());
    let mut steps: Vec<Step> = steps.chain(further).copied().collect();
    steps.sort_unstable();
    steps.dedup();
    steps
}
