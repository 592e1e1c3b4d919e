//! Copying a text.

use web_sys::Element;
use yew::{platform::spawn_local, prelude::*};

use super::env::use_env;
use crate::widget::browser;

/// Properties of [`CopyButton`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CopyProps {
    /// What is copied.
    pub text: AttrValue,
    /// What the button says.
    pub label: AttrValue,
    /// Id of the field that holds the same text, selected where copying is not allowed.
    #[prop_or_default]
    pub field: Option<AttrValue>,
}

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Done,
    Failed,
}

/// A button that copies a text and says whether that worked.
#[component]
pub fn CopyButton(props: &CopyProps) -> Html {
    let l = use_env().locale;
    let host = use_node_ref();
    let outcome = use_state(|| None::<Outcome>);
    {
        // The word goes when what was copied is no longer what would be copied.
        let outcome = outcome.clone();
        use_effect_with(props.text.clone(), move |_| {
            if outcome.is_some() {
                outcome.set(None);
            }
        });
    }
    let onclick = {
        let (host, outcome, props) = (host.clone(), outcome.clone(), props.clone());
        Callback::from(move |_| {
            let Some(host) = host.cast::<Element>() else {
                return;
            };
            let (outcome, props) = (outcome.clone(), props.clone());
            spawn_local(async move {
                let copied = browser::copy(&props.text, &host).await;
                if let (false, Some(field)) = (copied, &props.field) {
                    browser::select_all(&host, field);
                }
                outcome.set(Some(if copied {
                    Outcome::Done
                } else {
                    Outcome::Failed
                }));
            });
        })
    };
    let said = match *outcome {
        None => "",
        Some(Outcome::Done) => l.copy_done(),
        Some(Outcome::Failed) => l.copy_failed(),
    };
    html! {
        <span class="pd-copy" ref={host}>
            <button type="button" class="pd-button" {onclick}>{ props.label.clone() }</button>
            <span class="pd-copied" role="status">{ said }</span>
        </span>
    }
}
