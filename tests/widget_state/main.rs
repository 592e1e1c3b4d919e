//! The widget's state, without a browser: what the reader chose, what became of it, and that
//! nothing typed is lost.

#![cfg(feature = "widget")]

mod comparison;

use std::rc::Rc;

use policy_diff::widget::state::{
    Action, Address, Ask, Catalogue, Choose, Failure, Field, Input, Letter, LetterKey, Load,
    Notice, Organisation, Route, Session, Shelf, Side, SlotProblem, Source, Step, Version, Wanted,
    Work,
};

fn version(id: &str) -> Version {
    Version {
        id: id.into(),
        file: format!("acme/{id}.md").into(),
        date: Some(id.into()),
        ..Version::default()
    }
}

fn organisation(id: &str, versions: &[&str]) -> Organisation {
    Organisation {
        id: id.into(),
        name: id.into(),
        versions: versions.iter().map(|v| version(v)).collect(),
        ..Organisation::default()
    }
}

fn catalogue() -> Rc<Catalogue> {
    Rc::new(Catalogue {
        organisations: vec![
            organisation("acme", &["2018", "2019", "2022"]),
            organisation("single", &["2020"]),
            organisation("empty", &[]),
        ],
        problems: Vec::new(),
    })
}

/// A session after one action.
fn after(action: impl Into<Action>) -> Rc<Session> {
    Rc::new(Session::new(None)).after(action)
}

fn ready(hash: &str) -> Rc<Session> {
    after(Choose::Hash(hash.into())).after(Load::Shelved(Ok(catalogue())))
}

fn hash(session: &Session) -> String {
    session.address.to_string()
}

fn files(session: &Session) -> Vec<String> {
    let file = |input: &Input| match input {
        Input::Published { file, .. } => file.to_string(),
        Input::Own(source) => String::from_utf8_lossy(&source.bytes).into_owned(),
    };
    match &session.wanted {
        None => Vec::new(),
        Some(Wanted::Single(one)) => vec![file(one)],
        Some(Wanted::Pair(old, new)) => vec![file(old), file(new)],
        Some(Wanted::Saved(_, source)) => vec![source.name.to_string()],
    }
}

#[test]
fn the_two_latest_versions_are_chosen_first() {
    let session = ready("#/acme");
    assert_eq!(hash(&session), "#/acme/2019..2022");
    assert_eq!(files(&session), ["acme/2019.md", "acme/2022.md"]);
    assert!(
        session.amended,
        "a completed address is no step in the browser's history"
    );
}

#[test]
fn choosing_an_organisation_is_a_step_in_the_history() {
    let session = ready("").after(Choose::Organisation("acme".into()));
    assert_eq!(hash(&session), "#/acme/2019..2022");
    assert!(!session.amended);
}

#[test]
fn several_organisations_wait_for_a_choice() {
    let session = ready("");
    assert_eq!(session.address.route, Route::Home);
    assert_eq!(session.work, Work::Idle);
}

#[test]
fn a_preferred_organisation_is_chosen_at_once() {
    let session = Rc::new(Session::new(Some("acme".into())));
    let session = session.after(Load::Shelved(Ok(catalogue())));
    assert_eq!(hash(&session), "#/acme/2019..2022");
}

#[test]
fn an_address_reproduces_any_two_versions_in_either_order() {
    assert_eq!(
        files(&ready("#/acme/2022..2018")),
        ["acme/2022.md", "acme/2018.md"]
    );
}

#[test]
fn requests_rest_on_the_later_version_in_either_order() {
    assert_eq!(ready("#/acme/2022..2018").latest_side(), Side::Old);
    assert_eq!(ready("#/acme/2018..2022").latest_side(), Side::New);
}

#[test]
fn the_only_version_is_read() {
    let session = ready("#/single");
    assert_eq!(hash(&session), "#/single/2020");
    assert_eq!(files(&session), ["acme/2020.md"]);
}

#[test]
fn what_the_address_names_in_vain_is_said() {
    let session = ready("#/nobody/1..2");
    assert_eq!(
        session.notice,
        Some(Notice::UnknownOrganisation("nobody".into()))
    );
    assert_eq!(session.work, Work::Idle);
    let session = ready("#/acme/2018..1999");
    assert_eq!(session.notice, Some(Notice::UnknownVersion("1999".into())));
    assert_eq!(hash(&session), "#/acme/2018..1999");
    let session = session.after(Choose::Version(Side::New, Some("2019".into())));
    assert_eq!(
        (session.notice.clone(), hash(&session)),
        (None, "#/acme/2018..2019".into())
    );
}

#[test]
fn swapping_twice_is_where_it_began() {
    let session = ready("#/acme/2018..2019");
    let swapped = Rc::clone(&session).after(Choose::Swap);
    assert_eq!(hash(&swapped), "#/acme/2019..2018");
    assert_eq!(hash(&swapped.after(Choose::Swap)), hash(&session));
}

#[test]
fn without_an_old_version_one_is_read() {
    let session = ready("#/acme/2018..2019").after(Choose::Version(Side::Old, None));
    assert_eq!(hash(&session), "#/acme/2019");
    let session = session.after(Choose::Version(Side::Old, Some("2022".into())));
    assert_eq!(hash(&session), "#/acme/2022..2019");
}

#[test]
fn going_back_loads_what_was_there() {
    let session = ready("#/acme/2018..2019").after(Choose::Swap);
    let back = session.after(Choose::Hash("#/acme/2018..2019".into()));
    assert_eq!(files(&back), ["acme/2018.md", "acme/2019.md"]);
}

#[test]
fn an_action_without_effect_gives_the_same_state() {
    let session = ready("#/acme/2018..2019");
    let again = Rc::clone(&session).after(Choose::Hash("#/acme/2018..2019".into()));
    assert!(Rc::ptr_eq(&session, &again));
    let again = Rc::clone(&session).after(Choose::Hash("#elsewhere".into()));
    assert!(Rc::ptr_eq(&session, &again));
    let again = Rc::clone(&session).after(Load::Began(session.ticket + 1, Step::Comparing));
    assert!(Rc::ptr_eq(&session, &again));
}

#[test]
fn results_of_an_earlier_wish_are_dropped() {
    let session = ready("#/acme/2018..2019");
    let late = session.ticket;
    let session = session.after(Choose::Swap);
    let failure = Failure::Catalogue(None);
    let again = Rc::clone(&session).after(Load::Broke(late, failure));
    assert!(Rc::ptr_eq(&session, &again));
}

#[test]
fn a_failed_file_can_be_tried_again() {
    let session = ready("#/acme/2018..2019");
    let ticket = session.ticket;
    let failure = Failure::Fetch {
        file: "acme/2018.md".into(),
        status: Some(404),
    };
    let session = session.after(Load::Broke(ticket, failure.clone()));
    assert_eq!(session.work, Work::Failed(failure));
    let session = session.after(Load::Retry);
    assert_eq!(session.work, Work::Busy(Step::Reading(Side::Old)));
    assert!(session.ticket > ticket);
}

#[test]
fn a_missing_catalogue_can_be_tried_again_and_own_files_still_work() {
    let session = after(Load::Shelved(Err(Failure::Catalogue(Some(500)))));
    assert_eq!(session.shelf, Shelf::Failed(Failure::Catalogue(Some(500))));
    let session = session.after(Load::Retry);
    assert_eq!((&session.shelf, session.shelf_ticket), (&Shelf::Loading, 1));
    let session = own(session, "old text", "new text");
    assert_eq!(files(&session), ["old text", "new text"]);
}

#[test]
fn an_empty_catalogue_and_an_empty_organisation_show_nothing() {
    let session = after(Load::Shelved(Ok(Rc::default())));
    assert_eq!(session.work, Work::Idle);
    let session = ready("#/empty");
    assert_eq!(
        (session.work.clone(), session.notice.clone()),
        (Work::Idle, None)
    );
}

fn own(session: Rc<Session>, old: &str, new: &str) -> Rc<Session> {
    let actions = [
        Choose::Address(Route::Own.into()),
        Choose::Paste(Side::Old, old.into()),
        Choose::Paste(Side::New, new.into()),
        Choose::CompareOwn,
    ];
    actions.into_iter().fold(session, Session::after)
}

#[test]
fn own_texts_stay_when_the_reader_looks_elsewhere() {
    let session = own(ready("#/acme"), "old text", "new text");
    let away = session.after(Choose::Address(
        Address::parse("#/acme/2018..2019").unwrap(),
    ));
    let back = away.after(Choose::Address(Route::Own.into()));
    assert_eq!(&*back.own.old.pasted, "old text");
    assert_eq!(files(&back), ["old text", "new text"]);
}

#[test]
fn a_missing_text_is_said_at_its_place_and_the_other_stays() {
    let session = own(ready(""), "old text", "  ");
    assert_eq!(session.own.old.problem, None);
    assert_eq!(session.own.new.problem, Some(SlotProblem::Missing));
    assert_eq!(&*session.own.old.pasted, "old text");
    assert_eq!(session.wanted, None);
}

#[test]
fn an_unusable_text_is_said_at_its_place_and_stays() {
    let session = own(ready(""), "old text", "\u{0}\u{0}");
    let ticket = session.ticket;
    let session = session.after(Load::Broke(
        ticket,
        Failure::Own(Side::New, "Binary.".into()),
    ));
    assert_eq!(
        session.own.new.problem,
        Some(SlotProblem::Unusable("Binary.".into()))
    );
    assert_eq!(&*session.own.new.pasted, "\u{0}\u{0}");
    let session = session.after(Choose::Paste(Side::New, "better".into()));
    assert_eq!(session.own.new.problem, None);
}

#[test]
fn a_file_goes_before_pasted_text_and_gives_it_back() {
    let file = Source {
        name: "policy.md".into(),
        bytes: b"from file".as_slice().into(),
    };
    let session = own(ready(""), "pasted", "new text");
    let session = session.after(Choose::File(Side::Old, Ok(file)));
    let session = session.after(Choose::CompareOwn);
    assert_eq!(files(&session), ["from file", "new text"]);
    let session = session
        .after(Choose::RemoveFile(Side::Old))
        .after(Choose::CompareOwn);
    assert_eq!(files(&session), ["pasted", "new text"]);
}

#[test]
fn an_unreadable_file_replaces_nothing() {
    let session = own(ready(""), "pasted", "new text");
    let session = session.after(Choose::File(Side::Old, Err("gone".into())));
    assert_eq!(
        session.own.old.problem,
        Some(SlotProblem::Unreadable("gone".into()))
    );
    assert_eq!(&*session.own.old.pasted, "pasted");
}

#[test]
fn own_texts_are_swapped_with_their_comparison() {
    let session = own(ready(""), "old text", "new text").after(Choose::Swap);
    assert_eq!(&*session.own.old.pasted, "new text");
    assert_eq!(files(&session), ["new text", "old text"]);
}

#[test]
fn an_edited_letter_survives_another_comparison() {
    let key = LetterKey {
        policy: "a".into(),
        law: "gdpr".into(),
        request: "erasure".into(),
    };
    let composed = Letter {
        subject: "Erasure".into(),
        body: "Please delete.".into(),
    };
    let mine = Letter {
        body: "Please delete everything.".into(),
        ..composed.clone()
    };
    let session = ready("#/acme")
        .after(Ask::LiveIn("DE".into()))
        .after(Ask::For("erasure".into()))
        .after(Ask::Edit(key.clone(), composed.clone(), mine.clone()))
        .after(Ask::Enter(Field::Name, "Ada".into()))
        .after(Choose::Swap)
        .after(Choose::Swap);
    assert_eq!(session.assistant.letter(&key, &composed), mine);
    assert_eq!(&*session.assistant.name, "Ada");
    assert_eq!(session.assistant.place.as_deref(), Some("DE"));
}
