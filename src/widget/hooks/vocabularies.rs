//! Fetches the vocabularies by which the texts are read, each once and only when a text in its
//! language is wanted, and says what the texts mean as soon as they are here.
//!
//! The redline does not wait for them: it needs none, and is shown also where they never come.

use std::{
    cell::{Ref, RefCell},
    collections::BTreeSet,
    rc::Rc,
};

use yew::{platform::spawn_local, prelude::*};

use crate::widget::{
    browser,
    state::{Content, Failure, Input, Load, Route, Session, Wanted, Work},
};
use meaning::{VOCABULARIES, VOCABULARY_VERSION, Vocabularies, Vocabulary};

/// The vocabularies of one widget.
#[derive(Clone)]
pub struct Library {
    shelf: Rc<Shelf>,
    dispatch: UseReducerDispatcher<Session>,
    folder: AttrValue,
}

#[derive(Default)]
struct Shelf {
    here: RefCell<Vocabularies>,
    coming: RefCell<BTreeSet<&'static str>>,
}

/// Keeps vocabularies: fetches those of what is wanted, along with the policies, and makes what
/// is shown understood.
#[hook]
pub fn use_vocabularies(session: &UseReducerHandle<Session>, folder: &AttrValue) -> Library {
    let library = Library {
        shelf: (*use_memo((), |()| Rc::<Shelf>::default())).clone(),
        dispatch: session.dispatcher(),
        folder: folder.clone(),
    };
    let own = session.address.route == Route::Own;
    let wanted = (own, session.wanted.clone());
    {
        let library = library.clone();
        use_effect_with(wanted, move |(own, wanted)| {
            library.ask(expected(*own, wanted.as_ref()));
        });
    }
    let shown = match &session.work {
        Work::Done(content) if !content.is_understood() => Some(content.clone()),
        _ => None,
    };
    let ticket = session.ticket;
    let learning = (session.learning.arrived, session.learning.attempts);
    {
        let library = library.clone();
        use_effect_with((shown, learning), move |(shown, _)| {
            if let Some(content) = shown {
                library.explain(ticket, content.clone());
            }
        });
    }
    library
}

/// The languages of what is wanted. Of the reader's own texts nothing may show in a request, not
/// even their language: all vocabularies are fetched before there is a text.
fn expected(own: bool, wanted: Option<&Wanted>) -> Vec<&'static str> {
    if own {
        return VOCABULARIES.to_vec();
    }
    let inputs: &[&Input] = match wanted {
        None | Some(Wanted::Saved(..)) => &[],
        Some(Wanted::Single(input)) => &[input],
        Some(Wanted::Pair(old, new)) => &[old, new],
    };
    let tags = inputs.iter().flat_map(|input| match input {
        Input::Published { languages, .. } => languages.iter(),
        Input::Own(_) => [].iter(),
    });
    let known = tags.filter_map(|tag| VOCABULARIES.into_iter().find(|known| *known == &**tag));
    known.collect()
}

impl Library {
    fn vocabularies(&self) -> Ref<'_, Vocabularies> {
        self.shelf.here.borrow()
    }

    fn lacking(&self, content: &Content) -> Vec<&'static str> {
        let here = self.vocabularies();
        match content {
            Content::Single(version, _) => here.lacking(&version.document),
            Content::Pair(redlined, _) => {
                let mut lacking = here.lacking(&redlined.old.document);
                lacking.extend(here.lacking(&redlined.new.document));
                lacking
            }
        }
    }

    /// Fetches these vocabularies, unless they are here or coming.
    fn ask(&self, tags: Vec<&'static str>) {
        for tag in tags {
            let is_here = self.vocabularies().has(tag);
            if !is_here && self.shelf.coming.borrow_mut().insert(tag) {
                let library = self.clone();
                spawn_local(async move {
                    let learnt = library.fetch(tag).await;
                    library.shelf.coming.borrow_mut().remove(tag);
                    library.dispatch.dispatch(Load::Learnt(learnt).into());
                });
            }
        }
    }

    async fn fetch(&self, tag: &str) -> Result<(), Failure> {
        // The version in the address keeps a browser from serving an older build's file.
        let url = format!("{}{tag}.txt?{VOCABULARY_VERSION}", self.folder);
        let bytes = browser::bytes(&url).await;
        let bytes = bytes.map_err(|error| Failure::Vocabulary(error.status()))?;
        let vocabulary = Vocabulary::read(&String::from_utf8_lossy(&bytes))
            .map_err(|reason| Failure::UnfitVocabulary(reason.to_string().into()))?;
        self.shelf.here.borrow_mut().add(vocabulary);
        Ok(())
    }

    /// Says what is shown means, or fetches what is lacking for that.
    fn explain(&self, ticket: u32, content: Content) {
        let lacking = self.lacking(&content);
        if !lacking.is_empty() {
            self.ask(lacking);
            return;
        }
        let library = self.clone();
        spawn_local(async move {
            // The redline first.
            browser::breathe().await;
            let content = library.understood(content);
            library
                .dispatch
                .dispatch(Load::Understood(ticket, content).into());
        });
    }

    /// The same with what it means, where the vocabularies for that are here.
    pub fn understood(&self, content: Content) -> Content {
        if !self.lacking(&content).is_empty() {
            return content;
        }
        let here = self.vocabularies();
        match content {
            Content::Single(version, _) => {
                let reading = here.read(&version.document);
                Content::Single(version, Some(Rc::new(reading)))
            }
            Content::Pair(redlined, _) => {
                let (old, new) = (&redlined.old.document, &redlined.new.document);
                let meaning = here.weigh(old, new, &redlined.comparison);
                Content::Pair(redlined, Some(Rc::new(meaning)))
            }
        }
    }
}
