//! Links to places in what is shown.

use yew::prelude::*;

use super::env::Env;
use crate::widget::state::Place;

/// A link to a place. Its address can be copied like any other; following it goes through the
/// state, so that closed sections open, and works where the widget does not own the address.
pub fn jump(env: &Env, place: Place, class: Option<&'static str>, content: Html) -> Html {
    let address = env.at(place);
    html! {
        <a {class} href={address.to_string()} onclick={env.follow(address)}>{ content }</a>
    }
}
