//! Help, and what this page does with data: nothing.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::env::Env;
use crate::widget::state::{Address, Browse, Route};

/// The end of the page; `shortcuts`: single keys step through the changes; `notice`: id of the
/// organisation whose policy is this program's own privacy notice.
pub fn foot(env: &Env, shortcuts: bool, notice: Option<&str>) -> Html {
    let l = env.locale;
    let onchange = {
        let dispatch = env.dispatch.clone();
        Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            dispatch.dispatch(Browse::Shortcuts(on).into());
        })
    };
    let notice = notice.map(|id| {
        let address = Address::from(Route::Organisation(id.into()));
        html! {
            <p><a href={address.to_string()} onclick={env.follow(address)}>{ l.foot_notice() }</a></p>
        }
    });
    let keys = env.id("keys");
    html! {
        <footer class="pd-foot">
            <section id={env.id("help")} tabindex="-1">
                <h2>{ l.help_title() }</h2>
                <p>{ l.help_address() }</p>
                <p>{ l.help_keys() }</p>
                <p>
                    <label class="pd-check" for={keys.clone()}>
                        <input type="checkbox" id={keys} checked={shortcuts} {onchange} />
                        { l.help_keys_switch() }
                    </label>
                </p>
            </section>
            <p>{ l.foot_nothing_sent() }</p>
            { notice }
        </footer>
    }
}
