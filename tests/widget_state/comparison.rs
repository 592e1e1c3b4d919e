//! A comparison of two texts as the page holds it: its outline, its filters, the way through it.

use std::rc::Rc;

use policy_diff::{
    compare, document, meaning,
    widget::state::{
        Anchor, Browse, Choose, Content, Entry, Failure, Filters, Input, Load, LoadedVersion,
        Place, Redlined, Row, SectionState, Session, Side, Source, Work,
    },
};

use crate::ready;

const OLD: &str = "# Policy\n\nWe collect your name and your e-mail address when you write to us.\n\n\
    ## Cookies\n\nWe set a cookie that remembers the language you have chosen on our site.\n\n\
    ## Security\n\nWe protect the data we hold with locks, with encryption and with care.\n";
const NEW: &str = "# Policy\n\nWe collect your name and your e-mail address when you write to us.\n\n\
    ## Cookies\n\nWe set two cookies that remember the language you have chosen on our site.\n\n\
    ## Your rights\n\nYou can ask us for a copy of everything that we hold about you, at any time.\n\n\
    ## Security\n\nWe protect the data we hold with locks, with encryption and with care.\n";

fn read(text: &str, side: Side) -> Rc<LoadedVersion> {
    let name = if side == Side::Old {
        "old.md"
    } else {
        "new.md"
    };
    let source = Source {
        name: name.into(),
        bytes: text.as_bytes().into(),
    };
    let document = document::read(name, text.as_bytes());
    Rc::new(LoadedVersion {
        input: Input::Own(source),
        document,
    })
}

fn compared(old: &str, new: &str) -> Rc<Redlined> {
    let (old, new) = (read(old, Side::Old), read(new, Side::New));
    let comparison = compare::compare(&old.document, &new.document);
    Rc::new(Redlined::new(old, new, comparison))
}

fn shown(hash: &str, compared: &Rc<Redlined>) -> Rc<Session> {
    let session = ready(hash);
    let ticket = session.ticket;
    let content = Content::Pair(Rc::clone(compared), None);
    session.after(Load::Arrived(ticket, content))
}

fn outline(compared: &Redlined) -> Vec<(String, Vec<SectionState>)> {
    let heading = |entry: &Entry| {
        entry
            .heading
            .iter()
            .map(|run| &*run.text)
            .collect::<String>()
    };
    compared
        .outline
        .entries
        .iter()
        .map(|e| (heading(e), e.states.clone()))
        .collect()
}

#[test]
fn sections_stand_in_the_order_of_the_new_text_with_their_states() {
    let compared = compared(OLD, NEW);
    let expected = [
        ("Policy", SectionState::Unchanged),
        ("Cookies", SectionState::Edited),
        ("Your rights", SectionState::Added),
        ("Security", SectionState::Unchanged),
    ];
    let expected = expected.map(|(heading, state)| (heading.to_owned(), vec![state]));
    assert_eq!(outline(&compared), expected);
}

#[test]
fn a_removed_section_stands_in_its_old_place() {
    let compared = compared(NEW, OLD);
    let states = outline(&compared);
    assert_eq!(
        states[2],
        ("Your rights".to_owned(), vec![SectionState::Removed])
    );
    assert_eq!(states.len(), 4);
}

#[test]
fn every_change_is_shown_exactly_once() {
    for (old, new) in [(OLD, NEW), (NEW, OLD), (OLD, OLD)] {
        let compared = compared(old, new);
        let mut shown: Vec<usize> = Vec::new();
        for entry in &compared.outline.entries {
            for row in &entry.rows {
                if let Row::Change(id) = row {
                    shown.push(id.index());
                }
            }
        }
        shown.sort_unstable();
        let all: Vec<usize> = (0..compared.comparison.changes.len()).collect();
        assert_eq!(shown, all);
    }
}

#[test]
fn identical_versions_are_said_to_be_identical() {
    let compared = compared(OLD, OLD);
    assert!(compared.comparison.is_identical());
    assert!(compared.outline.entries.iter().all(Entry::is_unchanged));
}

#[test]
fn unchanged_sections_start_closed_and_open() {
    let session = shown("#/acme", &compared(OLD, NEW));
    let open = |session: &Session, at: usize| {
        let Work::Done(Content::Pair(compared, _)) = &session.work else {
            panic!("not loaded")
        };
        let entry = &compared.outline.entries[at];
        session.is_open(entry.anchor, entry.starts_closed())
    };
    assert_eq!(
        [0, 1, 2, 3].map(|at| open(&session, at)),
        [false, true, true, false]
    );
    let all = Rc::clone(&session).after(Browse::ToggleAll(true));
    assert_eq!([0, 1, 2, 3].map(|at| open(&all, at)), [true; 4]);
    let none = session.after(Browse::ToggleAll(false));
    assert_eq!([0, 1, 2, 3].map(|at| open(&none, at)), [false; 4]);
}

#[test]
fn stepping_goes_through_the_changes_and_stops_at_the_ends() {
    let compared = compared(OLD, NEW);
    let stops: Vec<_> = compared
        .outline
        .stops(&compared.comparison, false)
        .collect();
    assert!(stops.len() >= 2, "{stops:?}");
    let mut session = shown("#/acme", &compared);
    for stop in &stops {
        session = session.after(Browse::Step(true));
        assert_eq!(session.current, Some(*stop));
        assert_eq!(
            session.focus.unwrap().place,
            Place::Passage(compared.comparison.change(*stop).address)
        );
    }
    let end = Rc::clone(&session).after(Browse::Step(true));
    assert!(Rc::ptr_eq(&session, &end));
    let back = session.after(Browse::Step(false));
    assert_eq!(back.current, stops.iter().rev().nth(1).copied());
}

#[test]
fn a_link_to_a_place_opens_its_section_once_the_texts_are_there() {
    let compared = compared(OLD, NEW);
    let security = compared.outline.entries[3].anchor;
    assert!(matches!(security, Anchor::New(_)));
    let session = shown(&format!("#/acme/2018..2019/{security}"), &compared);
    assert!(session.is_open(security, true));
    assert_eq!(session.focus.unwrap().place, Place::Section(security));
}

#[test]
fn filters_stay_for_the_next_comparison() {
    let filters = Filters {
        only_changes: true,
        hide_minor: true,
    };
    let session = ready("#/acme")
        .after(Browse::Filter(filters))
        .after(Choose::Swap);
    assert_eq!(session.filters, filters);
}

#[test]
fn the_redline_does_not_wait_for_what_it_means() {
    let bare = compared(OLD, NEW);
    let (old, new) = (&bare.old.document, &bare.new.document);
    let meaning = Rc::new(meaning::weigh(old, new, &bare.comparison));
    let session = shown("#/acme", &bare);
    let content = Content::Pair(Rc::clone(&bare), None);
    assert!(!content.is_understood());
    assert_eq!(content.reading(Side::New), None);
    assert_eq!(session.work, Work::Done(content.clone()));

    let failure = Failure::Vocabulary(Some(404));
    let session = session.after(Load::Learnt(Err(failure.clone())));
    assert_eq!(session.learning.failure, Some(failure));
    assert_eq!(session.work, Work::Done(content), "the redline stays");

    let session = session.after(Load::Retry);
    assert_eq!(session.learning.failure, None);
    assert_eq!(session.learning.attempts, 1);
    let session = session.after(Load::Learnt(Ok(())));
    assert_eq!(session.learning.arrived, 1);

    let full = Content::Pair(Rc::clone(&bare), Some(Rc::clone(&meaning)));
    assert_eq!(full.reading(Side::New), Some(&meaning.new));
    let late = Load::Understood(session.ticket + 1, full.clone());
    assert_eq!(
        Rc::clone(&session).after(late),
        session,
        "of another comparison"
    );
    let ticket = session.ticket;
    let session = session.after(Load::Understood(ticket, full.clone()));
    assert_eq!(session.work, Work::Done(full));
    let Work::Done(Content::Pair(redlined, _)) = &session.work else {
        panic!("not loaded")
    };
    assert!(Rc::ptr_eq(redlined, &bare), "the redline is the same");
}
