//! The state of one widget and the actions that change it.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::{
    Action, Address, Anchor, Assistant, Browse, Catalogue, Choose, Content, Failure, Load, Own,
    Place, Route, Row, Side, SlotProblem, Source, Step, Wanted, Work,
};
use model::ChangeId;

/// How many passages of a section are shown before the reader asks for more. Few sections of
/// real policies have more; a five-megabyte text without headings would freeze the page.
pub const PAGE: usize = 200;

/// How many sections are shown before the reader asks for more, for the same reason.
pub const SECTIONS: usize = 300;

/// The list of published policies.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shelf {
    /// On its way.
    #[default]
    Loading,
    /// It could not be had.
    Failed(Failure),
    /// Here.
    Ready(Rc<Catalogue>),
}

/// Something the address asked for that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// No such organisation.
    UnknownOrganisation(Rc<str>),
    /// The organisation has no such version.
    UnknownVersion(Rc<str>),
}

/// What of the redline is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Leave out what is unchanged.
    pub only_changes: bool,
    /// Show formatting, links and replaced terms as if they had not changed.
    pub hide_minor: bool,
}

/// Where the reader is to be taken; a new serial each time, so that the same place counts again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// Counts up.
    pub serial: u32,
    /// Where to.
    pub place: Place,
}

/// How far the page is with the vocabularies, without which it shows what changed but not what
/// that means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learning {
    /// Counts those that came.
    pub arrived: u32,
    /// Counts the attempts of the reader.
    pub attempts: u32,
    /// Why the last one did not come.
    pub failure: Option<Failure>,
}

/// Everything one widget knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The published policies.
    pub shelf: Shelf,
    /// Counts the attempts to fetch them.
    pub shelf_ticket: u32,
    /// The organisation to start with.
    pub preferred: Option<Rc<str>>,
    /// What is shown.
    pub address: Address,
    /// True where the address was completed here, not chosen by the reader: such a step does not
    /// belong in the browser's history.
    pub amended: bool,
    /// What the address asked for in vain.
    pub notice: Option<Notice>,
    /// The reader's own texts.
    pub own: Own,
    /// What is to be loaded.
    pub wanted: Option<Wanted>,
    /// Counts what was wanted, so that late results of earlier wishes are dropped.
    pub ticket: u32,
    /// How far that is.
    pub work: Work,
    /// How far the page is with the vocabularies.
    pub learning: Learning,
    /// What of the redline is shown.
    pub filters: Filters,
    /// Sections that are open although they start closed, or the other way round.
    pub flipped: BTreeSet<Anchor>,
    /// How many passages of long sections are shown.
    pub lengths: BTreeMap<Anchor, usize>,
    /// How many sections are shown.
    pub sections: usize,
    /// The change that the reader stepped to.
    pub current: Option<ChangeId>,
    /// Where the reader is to be taken.
    pub focus: Option<Focus>,
    /// Whether single keys step through the changes.
    pub shortcuts: bool,
    /// The request.
    pub assistant: Assistant,
}

impl Session {
    /// The start of a widget.
    #[must_use]
    pub fn new(preferred: Option<Rc<str>>) -> Self {
        Self {
            shelf: Shelf::Loading,
            shelf_ticket: 0,
            preferred,
            address: Address::default(),
            amended: true,
            notice: None,
            own: Own::default(),
            wanted: None,
            ticket: 0,
            work: Work::Idle,
            learning: Learning::default(),
            filters: Filters::default(),
            flipped: BTreeSet::new(),
            lengths: BTreeMap::new(),
            sections: SECTIONS,
            current: None,
            focus: None,
            shortcuts: true,
            assistant: Assistant::default(),
        }
    }

    /// The state after an action; the same `Rc` where it changes nothing.
    #[must_use]
    pub fn after(self: Rc<Self>, action: impl Into<Action>) -> Rc<Self> {
        let mut next = (*self).clone();
        next.apply(action.into());
        if next == *self { self } else { Rc::new(next) }
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Load(action) => self.progress(action),
            Action::Choose(action) => self.pick(action),
            Action::Browse(action) => self.browse(action),
            Action::Request(action) => self.assistant.apply(action),
        }
    }

    fn progress(&mut self, action: Load) {
        match action {
            Load::Shelved(Ok(catalogue)) => {
                self.shelf = Shelf::Ready(catalogue);
                self.settle(true);
            }
            Load::Shelved(Err(failure)) => self.shelf = Shelf::Failed(failure),
            Load::Learnt(Ok(())) => {
                self.learning.arrived += 1;
                self.learning.failure = None;
            }
            Load::Learnt(Err(failure)) => self.learning.failure = Some(failure),
            Load::Began(ticket, _)
            | Load::Understood(ticket, _)
            | Load::Arrived(ticket, _)
            | Load::Broke(ticket, _)
                if ticket != self.ticket => {}
            Load::Began(_, step) => self.work = Work::Busy(step),
            Load::Understood(_, content) => self.work = Work::Done(content),
            Load::Arrived(_, content) => {
                self.work = Work::Done(content);
                if let Some(place) = self.address.place {
                    self.reveal(place);
                }
            }
            Load::Broke(_, failure) => {
                if let Failure::Own(side, reason) = &failure {
                    self.own.slot_mut(*side).problem =
                        Some(SlotProblem::Unusable(Rc::clone(reason)));
                }
                self.work = Work::Failed(failure);
            }
            Load::Retry => self.retry(),
        }
    }

    fn retry(&mut self) {
        if matches!(self.shelf, Shelf::Failed(_)) {
            self.shelf = Shelf::Loading;
            self.shelf_ticket += 1;
        }
        if matches!(self.work, Work::Failed(_)) {
            self.load();
        }
        if self.learning.failure.take().is_some() {
            self.learning.attempts += 1;
        }
    }

    fn pick(&mut self, action: Choose) {
        match action {
            Choose::Hash(hash) => {
                if let Some(address) = Address::parse(&hash) {
                    self.go(address, true);
                }
            }
            Choose::Address(address) => self.go(address, false),
            Choose::Organisation(id) => self.go(Route::Organisation(id).into(), false),
            Choose::Version(side, version) => self.choose(side, version),
            Choose::Swap => self.swap(),
            Choose::Paste(side, text) => {
                let slot = self.own.slot_mut(side);
                slot.pasted = text;
                slot.problem = None;
            }
            Choose::File(side, file) => self.take_file(side, file),
            Choose::RemoveFile(side) => {
                let slot = self.own.slot_mut(side);
                slot.file = None;
                slot.problem = None;
            }
            Choose::CompareOwn => {
                self.own.compare();
                self.settle(false);
            }
        }
    }

    fn browse(&mut self, action: Browse) {
        match action {
            Browse::Toggle(anchor) => self.toggle(anchor),
            Browse::ToggleAll(open) => self.toggle_all(open),
            Browse::More(anchor) => *self.lengths.entry(anchor).or_insert(PAGE) += PAGE,
            Browse::MoreSections => self.sections += SECTIONS,
            Browse::Filter(filters) => self.filters = filters,
            Browse::Step(forward) => self.step(forward),
            Browse::Shortcuts(on) => self.shortcuts = on,
        }
    }

    pub(super) fn load(&mut self) {
        self.ticket += 1;
        self.flipped.clear();
        self.lengths.clear();
        self.sections = SECTIONS;
        self.current = None;
        self.focus = None;
        self.work = match &self.wanted {
            None => Work::Idle,
            Some(Wanted::Single(_)) => Work::Busy(Step::Reading(Side::New)),
            Some(Wanted::Pair(..)) => Work::Busy(Step::Reading(Side::Old)),
            Some(Wanted::Saved(side, _)) => Work::Busy(Step::Reading(*side)),
        };
    }

    fn take_file(&mut self, side: Side, file: Result<Source, Rc<str>>) {
        let slot = self.own.slot_mut(side);
        match file {
            Ok(file) => {
                let is_comparison = file.is_comparison();
                slot.file = Some(file);
                slot.problem = None;
                if is_comparison {
                    self.own.compare();
                    self.settle(false);
                }
            }
            Err(reason) => slot.problem = Some(SlotProblem::Unreadable(reason)),
        }
    }

    /// True where a section is open.
    #[must_use]
    pub fn is_open(&self, anchor: Anchor, starts_closed: bool) -> bool {
        starts_closed == self.flipped.contains(&anchor)
    }

    fn toggle(&mut self, anchor: Anchor) {
        if !self.flipped.remove(&anchor) {
            self.flipped.insert(anchor);
        }
    }

    fn toggle_all(&mut self, open: bool) {
        if let Work::Done(Content::Pair(redlined, _)) = &self.work {
            let against = redlined
                .outline
                .entries
                .iter()
                .filter(|e| e.starts_closed() == open);
            self.flipped = against.map(|e| e.anchor).collect();
        }
    }

    fn step(&mut self, forward: bool) {
        let Work::Done(Content::Pair(redlined, _)) = &self.work else {
            return;
        };
        let stops: Vec<ChangeId> = redlined
            .outline
            .stops(&redlined.comparison, self.filters.hide_minor)
            .collect();
        let at = self
            .current
            .and_then(|c| stops.iter().position(|stop| *stop == c));
        let next = match (at, forward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at.wrapping_sub(1),
            (None, true) => 0,
            (None, false) => stops.len().wrapping_sub(1),
        };
        if let Some(change) = stops.get(next).copied() {
            let address = redlined.comparison.change(change).address;
            self.reveal(Place::Passage(address));
        }
    }

    /// Opens what hides a place and takes the reader there.
    pub(super) fn reveal(&mut self, place: Place) {
        if let Some(Target {
            position,
            anchor,
            starts_closed,
            row,
        }) = self.target(place)
        {
            self.sections = self.sections.max(position + SECTIONS / 2);
            if !self.is_open(anchor, starts_closed) {
                self.toggle(anchor);
            }
            let length = self.lengths.entry(anchor).or_insert(PAGE);
            *length = (*length).max(row + PAGE / 2);
        }
        if let Place::Passage(_) = place {
            self.current = self.change_at(place);
        }
        let serial = self.focus.map_or(0, |focus| focus.serial + 1);
        self.focus = Some(Focus { serial, place });
    }

    /// The change of what is shown that is called so.
    fn change_at(&self, place: Place) -> Option<ChangeId> {
        match (&self.work, place) {
            (
                Work::Done(Content::Pair(redlined, _)),
                Place::Passage(address) | Place::Origin(address),
            ) => redlined.comparison.find(address),
            _ => None,
        }
    }

    fn target(&self, place: Place) -> Option<Target> {
        let Work::Done(Content::Pair(redlined, _)) = &self.work else {
            return None;
        };
        let (outline, change) = (&redlined.outline, self.change_at(place));
        let (position, row) = match place {
            Place::Section(anchor) => (outline.entry(anchor, &redlined.comparison)?, 0),
            Place::Passage(_) => outline.find(Row::Change(change?))?,
            Place::Origin(_) => outline.find(Row::MovedAway(change?))?,
            Place::Request => return None,
        };
        let entry = outline.entries.get(position)?;
        Some(Target {
            position,
            anchor: entry.anchor,
            starts_closed: entry.starts_closed(),
            row,
        })
    }

    /// How many passages of a section are shown.
    #[must_use]
    pub fn length(&self, anchor: Anchor) -> usize {
        self.lengths.get(&anchor).copied().unwrap_or(PAGE)
    }
}

/// The section that holds a place, and the place's row in it.
struct Target {
    position: usize,
    anchor: Anchor,
    starts_closed: bool,
    row: usize,
}

impl yew::Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        self.after(action)
    }
}
