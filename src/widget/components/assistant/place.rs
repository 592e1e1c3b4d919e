//! Where the reader lives, and which law follows from that.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{super::env::Env, AssistantProps};
use crate::widget::state::Ask;
use model::request::Law;
use rights;

/// The value of the choice "somewhere else".
const ELSEWHERE: &str = "";

/// The choice of place and law.
pub fn html(env: &Env, props: &AssistantProps) -> Html {
    let l = env.locale;
    let id = env.id("place");
    let chosen = props.assistant.place.as_deref();
    let dispatch = env.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let place = event.target_unchecked_into::<HtmlSelectElement>().value();
        // The first entry asks; it has a value so that "somewhere else" can have none.
        dispatch.dispatch(Ask::LiveIn(place.into()).into());
    });
    let places = rights::places().iter().map(|place| {
        option(
            place.code,
            place.name.get(l.key()),
            chosen == Some(place.code),
        )
    });
    html! {
        <div class="pd-step">
            <div class="pd-field">
                <label for={id.clone()}>{ l.place_label() }</label>
                <select id={id.clone()} {onchange} aria-describedby={env.id("place-why")}>
                    if chosen.is_none() {
                        <option value="?" selected=true disabled=true>{ l.place_first() }</option>
                    }
                    { for places }
                    { option(ELSEWHERE, rights::elsewhere().get(l.key()), chosen == Some(ELSEWHERE)) }
                </select>
            </div>
            <p class="pd-hint" id={env.id("place-why")}>{ l.place_why() }</p>
            if let Some(place) = chosen {
                { laws(env, props, place) }
            }
        </div>
    }
}

fn option(value: &'static str, label: &'static str, selected: bool) -> Html {
    html! { <option key={value} {value} {selected}>{ label }</option> }
}

fn laws(env: &Env, props: &AssistantProps, place: &str) -> Html {
    let l = env.locale;
    let choice = rights::choose(place);
    let current = props.law().map(|law| law.key);
    let radios = choice.laws.iter().map(|law| law_radio(env, law, current));
    html! {
        <>
            if let Some(note) = choice.note {
                <p class="pd-notice">{ note.get(l.key()) }</p>
            }
            if choice.laws.len() > 1 {
                <fieldset class="pd-choices">
                    <legend>{ l.law_label() }</legend>
                    { for radios }
                </fieldset>
            }
            if let Some(law) = props.law() {
                <details class="pd-why">
                    <summary>{ l.law_why() }</summary>
                    <p>{ law.why.get(l.key()) }</p>
                </details>
            }
        </>
    }
}

fn law_radio(env: &Env, law: &'static Law, current: Option<&'static str>) -> Html {
    let id = env.id(&["law-", law.key].concat());
    html! {
        <label class="pd-check" key={law.key} for={id.clone()}>
            <input type="radio" {id} name={env.id("law")} value={law.key} checked={current == Some(law.key)}
                onchange={env.act(Ask::Law(Rc::from(law.key)))} />
            { law.name.get(env.locale.key()) }
        </label>
    }
}
