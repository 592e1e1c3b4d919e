//! Fetches, reads and compares what the reader asked for.
//!
//! Reading and comparing run where the page runs: between the steps the browser gets time to
//! paint, so that the page says what it is doing. A worker would need a second copy of the wasm.

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use percent_encoding::{AsciiSet, utf8_percent_encode};
use yew::{platform::spawn_local, prelude::*};

use super::vocabularies::Library;
use crate::widget::{
    browser,
    state::{
        Content, Failure, Input, Load, LoadedVersion, Redlined, Session, Side, Source, Step, Wanted,
    },
};
use messages::Locale;
use model::Document;
use report::json;
use rights::mail::RESERVED;

/// How many texts are kept read: the two shown, and two for going back or swapping.
const KEPT: usize = 4;

/// Longest text, in bytes, that is compared in a page: four times the longest policy tried.
/// A cheap telephone would be busy for minutes with more, and the page with it.
const MAX_TEXT: usize = 1_500_000;

/// What is percent-encoded in the path of a file: the slashes stay.
const IN_PATH: &AsciiSet = &RESERVED.remove(b'/');

type Kept = Rc<RefCell<VecDeque<Rc<LoadedVersion>>>>;

/// Loads what is wanted whenever that changes.
#[hook]
pub fn use_loader(
    session: &UseReducerHandle<Session>,
    policies: &AttrValue,
    library: &Library,
    locale: Locale,
) {
    let kept: Kept = (*use_memo((), |()| Kept::default())).clone();
    let dispatch = session.dispatcher();
    let policies = policies.clone();
    let library = library.clone();
    let wanted = session.wanted.clone();
    use_effect_with(session.ticket, move |ticket| {
        if let Some(wanted) = wanted {
            let loader = Loader {
                ticket: *ticket,
                dispatch,
                policies,
                library,
                locale,
                kept,
            };
            spawn_local(loader.run(wanted));
        }
    });
}

struct Loader {
    ticket: u32,
    dispatch: UseReducerDispatcher<Session>,
    policies: AttrValue,
    library: Library,
    locale: Locale,
    kept: Kept,
}

impl Loader {
    async fn run(self, wanted: Wanted) {
        let result = match wanted {
            Wanted::Single(input) => self.single(input).await,
            Wanted::Pair(old, new) => self.pair(old, new).await,
            Wanted::Saved(side, file) => self.saved(side, &file).await,
        };
        let action = match result {
            Ok(content) => Load::Arrived(self.ticket, content),
            Err(failure) => Load::Broke(self.ticket, failure),
        };
        self.dispatch.dispatch(action.into());
    }

    async fn begin(&self, step: Step) {
        self.dispatch
            .dispatch(Load::Began(self.ticket, step).into());
        browser::breathe().await;
    }

    async fn single(&self, input: Input) -> Result<Content, Failure> {
        let version = self.version(Side::New, input).await?;
        Ok(self.library.understood(Content::Single(version, None)))
    }

    async fn pair(&self, old: Input, new: Input) -> Result<Content, Failure> {
        let old = self.version(Side::Old, old).await?;
        let new = self.version(Side::New, new).await?;
        self.begin(Step::Comparing).await;
        let comparison = compare::compare(&old.document, &new.document);
        browser::breathe().await;
        let redlined = Redlined::new(old, new, comparison);
        Ok(self
            .library
            .understood(Content::Pair(Rc::new(redlined), None)))
    }

    /// Shows a comparison as it was made: nothing is compared or understood again.
    async fn saved(&self, side: Side, file: &Source) -> Result<Content, Failure> {
        self.begin(Step::Reading(side)).await;
        let saved = open(side, file)?;
        let version = |document: Document| {
            let date = document.effective_date.map(|date| date.to_string().into());
            let input = Input::Own(Source {
                name: date.unwrap_or_else(|| Rc::clone(&file.name)),
                bytes: Rc::clone(&file.bytes),
            });
            Rc::new(LoadedVersion { input, document })
        };
        let redlined = Redlined::new(version(saved.old), version(saved.new), saved.comparison);
        let meaning = Some(Rc::new(saved.meaning));
        Ok(Content::Pair(Rc::new(redlined), meaning))
    }

    async fn version(&self, side: Side, input: Input) -> Result<Rc<LoadedVersion>, Failure> {
        let known = self
            .kept
            .borrow()
            .iter()
            .find(|v| v.input == input)
            .map(Rc::clone);
        if let Some(version) = known {
            return Ok(version);
        }
        self.begin(Step::Reading(side)).await;
        let document = match &input {
            Input::Own(source) => browser::read_document(&source.name, &source.bytes).await,
            Input::Published { file, .. } => {
                let url = format!("{}{}", self.policies, utf8_percent_encode(file, IN_PATH));
                let bytes = browser::bytes(&url).await.map_err(|error| Failure::Fetch {
                    file: Rc::clone(file),
                    status: error.status(),
                })?;
                browser::read_document(file, &bytes).await
            }
        };
        let document = document.map_err(|error| Failure::Fetch {
            file: browser::READER.into(),
            status: error.status(),
        })?;
        if document.blocks.is_empty() {
            let reason = document.problems.first();
            let reason = reason.map_or_else(Rc::default, |p| p.message.as_str().into());
            return Err(unusable(side, &input, reason));
        }
        let size: usize = document.blocks.iter().map(|b| b.text.len()).sum();
        if size > MAX_TEXT {
            return Err(unusable(side, &input, self.locale.failed_too_long().into()));
        }
        let version = Rc::new(LoadedVersion { input, document });
        let mut kept = self.kept.borrow_mut();
        kept.push_front(Rc::clone(&version));
        kept.truncate(KEPT);
        Ok(version)
    }
}

fn unusable(side: Side, input: &Input, reason: Rc<str>) -> Failure {
    match input {
        Input::Own(_) => Failure::Own(side, reason),
        Input::Published { file, .. } => Failure::Unusable {
            file: Rc::clone(file),
            reason,
        },
    }
}

/// Reads a saved comparison, in a build that opens those.
fn open(side: Side, file: &Source) -> Result<json::Saved, Failure> {
    // A condition that is known when compiling: the reader of JSON is left out of other builds.
    if !cfg!(feature = "saved") {
        return Err(Failure::Own(side, Rc::clone(&file.name)));
    }
    json::read_comparison(&String::from_utf8_lossy(&file.bytes))
        .map_err(|fault| Failure::Own(side, fault.to_string().into()))
}
