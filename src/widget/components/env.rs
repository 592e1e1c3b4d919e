//! What every component of one widget shares: language, ids, and the way to act.

use yew::prelude::*;

use crate::widget::{
    browser,
    state::{Action, Address, Choose, Place, Route, Session},
};
use messages::Locale;
use report::view::Wording;

/// Shared by context; it changes only when another comparison is opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Env {
    /// Language of the interface.
    pub locale: Locale,
    /// Start of every id, so that several widgets on a page never share one.
    pub prefix: AttrValue,
    /// What is shown, for links to places in it.
    pub route: Route,
    /// Takes actions.
    pub dispatch: UseReducerDispatcher<Session>,
}

impl Env {
    /// An id of this widget.
    pub fn id(&self, name: &str) -> AttrValue {
        AttrValue::from([self.prefix.as_str(), "-", name].concat())
    }

    /// A callback that does one action.
    pub fn act<E>(&self, action: impl Into<Action>) -> Callback<E> {
        let (dispatch, action) = (self.dispatch.clone(), action.into());
        Callback::from(move |_| dispatch.dispatch(action.clone()))
    }

    /// Follows a link inside the page, unless it is to open elsewhere.
    pub fn follow(&self, address: Address) -> Callback<MouseEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
            if event.button() == 0 && !elsewhere {
                event.prevent_default();
                dispatch.dispatch(Choose::Address(address.clone()).into());
            }
        })
    }

    /// The address of a place in what is shown.
    pub fn at(&self, place: Place) -> Address {
        Address {
            route: self.route.clone(),
            place: Some(place),
        }
    }

    /// The address behind the link that skips to the result.
    pub fn href_result(&self) -> AttrValue {
        AttrValue::from(["#", self.prefix.as_str(), "-result"].concat())
    }

    /// Skips to the result without changing the address.
    pub fn skip(&self) -> Callback<MouseEvent> {
        let id = self.id("result");
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            if let Some(link) = event.target_dyn_into() {
                browser::focus(&link, &id);
            }
        })
    }

    /// The reader's language, as this browser writes it.
    pub fn wording(&self) -> Wording {
        Wording {
            locale: self.locale,
            number: browser::format_number,
            day: browser::format_date,
        }
    }
}

/// The shared values.
#[hook]
pub fn use_env() -> Env {
    #[allow(
        clippy::expect_used,
        reason = "the application provides it around every component"
    )]
    use_context::<Env>().expect("components live inside the application")
}
