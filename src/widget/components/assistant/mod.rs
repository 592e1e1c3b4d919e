//! The request: where the reader lives, what they want, and the letter.

mod letter;
mod place;
mod reasons;
mod recipient;
mod want;

use std::rc::Rc;

use yew::prelude::*;

use super::{
    env::{Env, use_env},
    status::not_understood,
    versions::loaded_label,
};
use crate::widget::{
    browser,
    state::{
        Address, Anchor, Assistant, Content, Failure, Input, LetterKey, LoadedVersion,
        Organisation, Place, Route, Side,
    },
};
use model::{
    BlockId, Date, Reading,
    request::{Details, Law, Options, Request},
};
use rights;

/// Properties of [`AssistantView`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AssistantProps {
    /// The texts.
    pub content: Content,
    /// Why a vocabulary did not come, where it is not known for that what the texts say.
    pub unlearnt: Option<Failure>,
    /// The side with the later version, on which the request rests.
    pub side: Side,
    /// Whose policy it is; `None` for the reader's own files.
    pub organisation: Option<Rc<Organisation>>,
    /// What the reader has entered.
    pub assistant: Assistant,
}

impl AssistantProps {
    /// The version on which the request rests.
    fn version(&self) -> &LoadedVersion {
        self.content.version(self.side)
    }

    /// What that version says.
    fn reading(&self) -> Option<&Reading> {
        self.content.reading(self.side)
    }

    /// What the other version says, where there is one.
    fn earlier(&self) -> Option<(&LoadedVersion, &Reading)> {
        let other = self.side.other();
        if matches!(self.content, Content::Single(..)) {
            return None;
        }
        Some((self.content.version(other), self.content.reading(other)?))
    }

    /// The law: the reader's choice, else the first of the place.
    fn law(&self) -> Option<&'static Law> {
        let laws = rights::laws_for(self.assistant.place.as_deref()?);
        let chosen = self.assistant.law.as_deref();
        laws.iter()
            .find(|law| Some(law.key) == chosen)
            .or(laws.first())
            .copied()
    }

    /// The request, if enough is said for one.
    fn request(&self, language: &str) -> Option<Request> {
        let a = &self.assistant;
        let wanted = a.request.as_deref()?;
        let options = Options {
            law: self.law()?.key.to_owned(),
            request: wanted.to_owned(),
            place: a
                .place
                .as_deref()
                .filter(|p| !p.is_empty())
                .map(str::to_owned),
            language: language.to_owned(),
            recipient: self.given_contact(),
            today: today(),
            details: Details {
                name: a.name.to_string(),
                email: a.email.to_string(),
                detail: a.detail.to_string(),
            },
        };
        rights::compose(&self.version().document, self.reading()?, &options).ok()
    }

    /// The contact that the organisation's own entry gives.
    fn given_contact(&self) -> Option<String> {
        let contact = self.organisation.as_ref()?.privacy_contact.as_deref()?;
        rights::mail::Address::parse(contact).map(|_| contact.to_owned())
    }

    /// Where a block of that version is shown.
    fn place_of(&self, block: BlockId) -> Option<Place> {
        match &self.content {
            Content::Single(version, _) => {
                let block = version.document.blocks.get(block.index())?;
                Some(Place::Section(Anchor::New(block.section)))
            }
            Content::Pair(redlined, _) => {
                let mut changes = redlined.comparison.changes.iter();
                let change = changes.find(|change| match self.side {
                    Side::Old => change.old.contains(&block),
                    Side::New => change.new.contains(&block),
                })?;
                Some(Place::Passage(change.address))
            }
        }
    }

    /// For what a letter is edited.
    fn letter_key(&self, request: &Request) -> LetterKey {
        let policy = match &self.version().input {
            Input::Published { file, .. } => Rc::clone(file),
            Input::Own(source) => ["own:", &source.name].concat().into(),
        };
        LetterKey {
            policy,
            law: request.law.into(),
            request: request.request.into(),
        }
    }
}

fn today() -> Option<Date> {
    let (year, month, day) = browser::today();
    Date::new(year, month, day).ok()
}

/// The request.
#[component]
pub fn AssistantView(props: &AssistantProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let title = env.id("request-title");
    let law = props.law();
    let request = props.request(l.key());
    html! {
        <section class="pd-request" id={env.id(&Place::Request.to_string())} tabindex="-1"
            aria-labelledby={title.clone()}>
            <h2 id={title}>{ l.request_title() }</h2>
            <p class="pd-lead">{ l.request_lead() }</p>
            <p>{ l.request_version(&loaded_label(&env, props.version())) }</p>
            { later(&env, props) }
            { place::html(&env, props) }
            if let (Some(law), Some(reading)) = (law, props.reading()) {
                { want::html(&env, props, law, reading) }
            } else if props.reading().is_none() {
                { not_understood(&env, props.unlearnt.as_ref()) }
            }
            if let (Some(law), Some(request)) = (law, &request) {
                { reasons::why(&env, props, law, request) }
                { letter::html(&env, props, request) }
                { reasons::afterwards(&env, request) }
            }
        </section>
    }
}

/// Where a later version than the one shown is published: its address may be another.
fn later(env: &Env, props: &AssistantProps) -> Html {
    let l = env.locale;
    let Some(organisation) = &props.organisation else {
        return Html::default();
    };
    let (Input::Published { version, .. }, Some(latest)) =
        (&props.version().input, organisation.versions.last())
    else {
        return Html::default();
    };
    if latest.id == *version {
        return Html::default();
    }
    let address = Address::from(Route::Pair {
        organisation: Rc::clone(&organisation.id),
        old: Rc::clone(version),
        new: Rc::clone(&latest.id),
    });
    html! {
        <p class="pd-notice">
            { l.request_later() }{ " " }
            <a href={address.to_string()} onclick={env.follow(address)}>{ l.request_later_link() }</a>
        </p>
    }
}
