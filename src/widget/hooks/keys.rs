//! The keys that step through the changes.

use web_sys::Element;
use yew::prelude::*;

use crate::widget::{
    browser,
    state::{Browse, Session},
};

/// Listens for `j`, `n` (next), `k`, `p` (previous) and `?` (help), unless they are switched off.
#[hook]
pub fn use_keys(root: &NodeRef, prefix: &AttrValue, session: &UseReducerHandle<Session>) {
    let dispatch = session.dispatcher();
    let deps = (root.clone(), prefix.clone(), session.shortcuts);
    use_effect_with(deps, move |(root, prefix, enabled)| {
        let root = root.cast::<Element>().filter(|_| *enabled);
        let help = format!("{prefix}-help");
        let listeners = root.map(|root| {
            let inside = root.clone();
            browser::on_key(&root, move |event| {
                if browser::is_typing(event) {
                    return false;
                }
                match event.key().as_str() {
                    "j" | "n" => dispatch.dispatch(Browse::Step(true).into()),
                    "k" | "p" => dispatch.dispatch(Browse::Step(false).into()),
                    "?" => return browser::focus(&inside, &help),
                    _ => return false,
                }
                true
            })
        });
        move || drop(listeners)
    });
}
