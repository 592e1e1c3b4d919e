//! Fetches the list of published policies.

use std::rc::Rc;

use yew::{platform::spawn_local, prelude::*};

use crate::widget::{
    browser,
    state::{Failure, Load, Session},
};

/// Fetches `catalogue.json` from the folder of policies, again for every retry.
#[hook]
pub fn use_catalogue(session: &UseReducerHandle<Session>, policies: &AttrValue) {
    let dispatch = session.dispatcher();
    let deps = (policies.clone(), session.shelf_ticket);
    use_effect_with(deps, move |(policies, _)| {
        let url = format!("{policies}catalogue.json");
        spawn_local(async move {
            let catalogue = match browser::bytes(&url).await {
                Ok(bytes) => browser::catalogue(&String::from_utf8_lossy(&bytes))
                    .map(Rc::new)
                    .ok_or(Failure::Catalogue(None)),
                Err(error) => Err(Failure::Catalogue(error.status())),
            };
            dispatch.dispatch(Load::Shelved(catalogue).into());
        });
    });
}
