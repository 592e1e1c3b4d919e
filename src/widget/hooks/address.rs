//! Keeps the browser's address and the state in step.

use yew::prelude::*;

use crate::widget::{
    browser,
    state::{Choose, Session},
};

/// Follows the browser's address, and writes the reader's choices into it. With `enabled` off the
/// widget leaves the address alone: of several on one page only one can have it.
#[hook]
pub fn use_address(session: &UseReducerHandle<Session>, enabled: bool) {
    let dispatch = session.dispatcher();
    use_effect_with(enabled, move |enabled| {
        let listeners = enabled.then(|| {
            dispatch.dispatch(Choose::Hash(browser::hash()).into());
            browser::on_hash_change(move |hash| dispatch.dispatch(Choose::Hash(hash).into()))
        });
        move || drop(listeners)
    });
    let state = (enabled, session.address.clone(), session.amended);
    use_effect_with(state, |(enabled, address, amended)| {
        let wanted = address.to_string();
        let current = browser::hash();
        // An empty address and `#/` are the same; do not make the reader's longer.
        let same = current == wanted || (current.is_empty() && wanted == "#/");
        if *enabled && !same {
            browser::set_hash(&wanted, !amended);
        }
    });
}
