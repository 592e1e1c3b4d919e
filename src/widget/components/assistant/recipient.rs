//! To whom the request goes, with the words of the policy that say so.

use yew::prelude::*;

use super::{
    super::{copy::CopyButton, env::Env, runs::live_target, versions::loaded_label},
    AssistantProps,
    reasons::quote,
};
use model::{Contact, ContactType, Right, request::Request};

/// The recipient, or what stands in for one.
pub fn html(env: &Env, props: &AssistantProps, request: &Request) -> Html {
    let l = env.locale;
    html! {
        <div class="pd-recipient">
            <h3>{ l.recipient_title() }</h3>
            if let Some(to) = &request.to {
                <p class="pd-to">
                    <output id={env.id("to")} class="pd-address">{ to }</output>
                    { " " }
                    <CopyButton text={to.clone()} label={l.copy_recipient()} />
                </p>
                if let Some(evidence) = &request.to_evidence {
                    <p class="pd-hint">{ l.recipient_from() }</p>
                    { quote(env, props, evidence) }
                } else {
                    <p class="pd-hint">{ l.recipient_given() }</p>
                }
                { changed(env, props, request, to) }
            } else {
                { other_way(env, props, request.contact.as_ref()) }
            }
        </div>
    }
}

/// What the other version said, where that differs.
fn changed(env: &Env, props: &AssistantProps, request: &Request, to: &str) -> Html {
    let Some((version, reading)) = props.earlier() else {
        return Html::default();
    };
    if request.to_evidence.is_none() {
        return Html::default();
    }
    let right = Right::from_key(request.request);
    let contact = match right {
        Some(right) => reading.contact_for(right),
        None => reading.contacts.iter().find(|c| c.recommended),
    };
    match contact.filter(|c| !c.value.eq_ignore_ascii_case(to)) {
        None => Html::default(),
        Some(contact) => {
            let version = loaded_label(env, version);
            html! {
                <p class="pd-notice">{ env.locale.recipient_changed(&version, &contact.value) }</p>
            }
        }
    }
}

/// Without an e-mail address: a form, an address on paper, a telephone, or nothing.
fn other_way(env: &Env, props: &AssistantProps, contact: Option<&Contact>) -> Html {
    let l = env.locale;
    let Some(contact) = contact else {
        return html! { <p class="pd-notice">{ l.recipient_none() }</p> };
    };
    let value = contact.value.as_str();
    let text = match contact.kind {
        ContactType::Form => html! {
            <>
                <p class="pd-notice">
                    { l.recipient_form() }{ " " }
                    if let Some(href) = live_target(value) {
                        <a {href} target="_blank" rel="noopener noreferrer nofollow">{ value.to_owned() }</a>
                    } else {
                        { value.to_owned() }
                    }
                </p>
                <p class="pd-hint">{ l.recipient_form_warning() }</p>
            </>
        },
        ContactType::Post => html! { <p class="pd-notice">{ l.recipient_post(value) }</p> },
        ContactType::Phone => html! { <p class="pd-notice">{ l.recipient_phone(value) }</p> },
        ContactType::Email => html! { <p class="pd-notice">{ l.recipient_none() }</p> },
    };
    html! { <>{ text }{ quote(env, props, &contact.evidence) }</> }
}
