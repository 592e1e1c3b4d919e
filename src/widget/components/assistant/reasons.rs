//! Why a request fits: the law with its source, and the policy's own words.

use yew::prelude::*;

use super::{
    super::{env::Env, jump::jump, runs::live_target},
    AssistantProps, today,
};
use crate::widget::browser;
use model::{
    Evidence,
    request::{Basis, Confidence, Law, Request},
};
use report::view;
use rights;

/// What the request rests on.
pub fn why(env: &Env, props: &AssistantProps, law: &'static Law, request: &Request) -> Html {
    let l = env.locale;
    let provision = law.provision(request.request);
    let condition = provision.and_then(|p| p.condition).map(|c| c.get(l.key()));
    html! {
        <div class="pd-step pd-reasons">
            <h3>{ l.why_title() }</h3>
            if !request.provision.is_empty() {
                <p>{ l.why_provision(request.provision) }</p>
            }
            if let Some(condition) = condition {
                <p>{ l.why_condition(condition) }</p>
            }
            if !request.in_force {
                <p class="pd-notice">{ l.why_not_in_force() }</p>
            }
            { granted(env, props, &request.granted_by) }
            if let Some(basis) = provision.and_then(|p| p.basis) {
                { source(env, &basis) }
            }
        </div>
    }
}

/// When an answer is due, and who hears complaints.
pub fn afterwards(env: &Env, request: &Request) -> Html {
    html! {
        <div class="pd-step">
            { deadlines(env, request) }
            { authority(env, request) }
        </div>
    }
}

fn granted(env: &Env, props: &AssistantProps, evidence: &[Evidence]) -> Html {
    let l = env.locale;
    if evidence.is_empty() {
        return html! { <p>{ l.why_not_granted() }</p> };
    }
    html! {
        <>
            <p>{ l.why_granted() }</p>
            { for evidence.iter().map(|e| quote(env, props, e)) }
        </>
    }
}

/// A sentence of the policy, with its section and a link to where it stands.
pub fn quote(env: &Env, props: &AssistantProps, evidence: &Evidence) -> Html {
    let l = env.locale;
    let document = &props.version().document;
    let section = evidence
        .block
        .and_then(|block| document.blocks.get(block.index()))
        .and_then(|block| document.sections.get(block.section.index()))
        .map(|section| l.quote_under(&env.wording().quoted(&section.heading)));
    let place = evidence.block.and_then(|block| props.place_of(block));
    html! {
        <figure class="pd-quote">
            <blockquote lang={document.language.clone()}>{ &evidence.quote }</blockquote>
            <figcaption>
                { section }{ " " }
                if let Some(place) = place {
                    { jump(env, place, None, Html::from(l.summary_show_in_text())) }
                }
            </figcaption>
        </figure>
    }
}

fn deadlines(env: &Env, request: &Request) -> Html {
    let l = env.locale;
    html! {
        <>
            <h3>{ l.deadline_title() }</h3>
            <p>{ view::deadlines(request, l).join(" ") }</p>
            if request.deadline.is_some() {
                { calendar(env, request) }
            }
        </>
    }
}

/// The day on which the answer is due, as a file for the reader's own calendar.
fn calendar(env: &Env, request: &Request) -> Html {
    let l = env.locale;
    let onclick = {
        let request = request.clone();
        Callback::from(move |_: MouseEvent| {
            let file = today().and_then(|day| rights::ics(&request, day, day, l.key()));
            if let Some(file) = file {
                let name = [request.request, ".ics"].concat();
                browser::download(&name, "text/calendar", file.as_bytes());
            }
        })
    };
    html! {
        <p>
            <button type="button" class="pd-button" {onclick}>{ l.deadline_calendar() }</button>
            { " " }<span class="pd-hint">{ l.deadline_calendar_note() }</span>
        </p>
    }
}

fn authority(env: &Env, request: &Request) -> Html {
    let l = env.locale;
    let Some(authority) = &request.authority else {
        return Html::default();
    };
    html! {
        <>
            <h3>{ l.authority_title() }</h3>
            <p>{ l.authority_lead() }{ " " }{ link(authority.url, authority.name) }</p>
            if let Some(note) = authority.note {
                <p class="pd-hint">{ note.get(l.key()) }</p>
            }
        </>
    }
}

fn source(env: &Env, basis: &Basis) -> Html {
    let l = env.locale;
    let confidence = match basis.confidence {
        Confidence::Read => l.why_confidence_read(),
        Confidence::Reported => l.why_confidence_reported(),
        Confidence::Recalled => l.why_confidence_recalled(),
    };
    html! {
        <p class="pd-hint">
            { l.why_source() }{ " " }{ link(basis.url, basis.title) }{ ". " }
            { l.why_checked(&env.wording().day(basis.checked)) }{ " " }{ confidence }
        </p>
    }
}

fn link(url: &'static str, label: &'static str) -> Html {
    match live_target(url) {
        Some(href) => html! { <a {href} target="_blank" rel="noopener noreferrer">{ label }</a> },
        None => html! { label },
    }
}
