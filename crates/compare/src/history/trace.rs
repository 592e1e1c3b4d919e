//! Follows the chain of changes from the first version to the last.

use std::rc::Rc;

use super::past::{Past, Place};
use document::normalise_heading;
use model::{
    Block, BlockId, BlockKind, Change, ChangeId, ChangeKind, Comparison, Document, History,
    Passage, Return, ReturnKind, Step,
};
use text::lexer::word_count;

/// Fewest words of a passage that can return anywhere. Shorter ones (names, labels, cells of a
/// table) reappear by chance; they return only if a chain of changes connects the two, or as a
/// paragraph below the heading that they stood below.
const MIN_WORDS: usize = 4;

/// What is known about a block of some version; see [`Passage`] for the first three.
#[derive(Clone, Debug, Default)]
struct State {
    first: usize,
    since: usize,
    worded: usize,
    /// Shared by all blocks with the same history, to keep a long history small in memory.
    steps: Rc<Vec<Step>>,
    /// Number of the chain of changes, shared by all blocks in it.
    chain: usize,
}

/// Traces every passage of the last version back to its origin, and finds passages that came back.
///
/// `documents` are the versions, oldest first; `comparisons` are those of each document with the
/// next one. If there are too few of them, the history ends with the last document they reach.
#[must_use]
pub fn trace(documents: &[Document], comparisons: &[Comparison]) -> History {
    let Some(first) = documents.first() else {
        return History::default();
    };
    let mut tracer = Tracer::new(documents, first);
    for (pair, comparison) in documents.windows(2).zip(comparisons) {
        if let [old, new] = pair {
            tracer.advance(old, new, comparison);
        }
    }
    tracer.finish()
}

struct Tracer<'a> {
    documents: &'a [Document],
    /// For each version so far, the state of each of its blocks.
    states: Vec<Vec<State>>,
    /// For each comparison so far, the change of each block of its old version.
    changes_of_old: Vec<Vec<Option<ChangeId>>>,
    past: Past<'a>,
    chains: usize,
    returns: Vec<Return>,
}

impl<'a> Tracer<'a> {
    fn new(documents: &'a [Document], first: &'a Document) -> Self {
        let start = |chain| State {
            chain,
            ..State::default()
        };
        let mut past = Past::default();
        past.add(0, first);
        Self {
            documents,
            states: vec![(0..first.blocks.len()).map(start).collect()],
            changes_of_old: Vec::new(),
            past,
            chains: first.blocks.len(),
            returns: Vec::new(),
        }
    }

    /// Goes on from the version `old` to the next one, `new`.
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

    /// Returns the state that the new blocks of a change inherit from its old ones.
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

    /// Records a return if the words of a new block are those of an earlier version.
    fn look_back(&mut self, id: BlockId, block: &Block, step: Step, state: &mut State) {
        let places = self.past.last(&block.normal);
        // A wording that the version before still has did not come back; it is a duplicate.
        let gone: Vec<Place> = places
            .iter()
            .filter(|p| p.version < step.comparison)
            .copied()
            .collect();
        let chain = |place: &&Place| self.state(**place).is_some_and(|s| s.chain == state.chain);
        let own = gone.iter().find(chain).copied();
        let is_long = word_count(&block.text) >= MIN_WORDS;
        let heading = self.heading(step.version(), block);
        let is_own = block.kind == BlockKind::Paragraph && !heading.is_empty();
        let below = |place: &&Place| {
            let earlier = self.documents[place.version].block(place.block);
            is_long || is_own && self.heading(place.version, earlier) == heading
        };
        let (place, kind) = match (own, gone.iter().find(below)) {
            (Some(place), _) => (place, ReturnKind::ChangedBack),
            (None, Some(place)) => (*place, ReturnKind::Restored),
            (None, None) => return,
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

    /// The comparison form of the heading that a block of a version stands below.
    fn heading(&self, version: usize, block: &Block) -> String {
        normalise_heading(&self.documents[version].section(block.section).heading)
    }

    fn state(&self, place: Place) -> Option<&State> {
        self.states.get(place.version)?.get(place.block.index())
    }

    /// Returns the change by which the block at `place` lost its wording.
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

/// Returns the change of each block of the old version.
fn changes_of(comparison: &Comparison, old: &Document) -> Vec<Option<ChangeId>> {
    let mut changes = vec![None; old.blocks.len()];
    for (id, change) in comparison.changes() {
        for block in &change.old {
            changes[block.index()] = Some(id);
        }
    }
    changes
}

/// Whether a block has the same words as one of the old blocks of its change.
fn keeps_words(change: &Change, block: &Block, old: &Document) -> bool {
    match change.kind {
        ChangeKind::Unchanged | ChangeKind::Reformatted | ChangeKind::Moved => true,
        _ => {
            let mut before = change.old.iter().map(|id| old.block(*id));
            before.any(|before| before.normal == block.normal)
        }
    }
}

/// Returns the steps of several states and further ones, oldest first, without duplicates.
fn joined(states: &[&State], further: &[Step]) -> Vec<Step> {
    let known = states.iter().flat_map(|state| state.steps.iter());
    let mut steps: Vec<Step> = known.chain(further).copied().collect();
    steps.sort_unstable();
    steps.dedup();
    steps
}
