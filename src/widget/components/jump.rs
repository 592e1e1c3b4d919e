//! Links to places in what is shown.

use yew::prelude::*;

use super::env::use_env;
use crate::widget::state::Place;

/// Properties of [`Jump`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct JumpProps {
    /// Where to.
    pub place: Place,
    /// Class names.
    #[prop_or_default]
    pub class: AttrValue,
    /// The text of the link.
    pub children: Html,
}

/// A link to a place. Its address can be copied like any other; following it goes through the
/// state, so that closed sections open, and works where the widget does not own the address.
#[component]
pub fn Jump(props: &JumpProps) -> Html {
    let env = use_env();
    let address = env.at(props.place);
    html! {
        <a class={props.class.clone()} href={address.to_string()} onclick={env.follow(address)}>
            { props.children.clone() }
        </a>
    }
}
