//! The letter: the reader's details, the text to edit, and the ways to take it along.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{
    super::{copy::CopyButton, env::Env},
    AssistantProps, recipient,
};
use crate::widget::{
    browser,
    state::{Ask, Field, Letter, LetterKey},
};
use model::request::{Form, Kind, Request};
use rights::{self, mail};

/// The letter and all around it; for what is no letter, how to do it.
pub fn html(env: &Env, props: &AssistantProps, request: &Request) -> Html {
    let l = env.locale;
    if request.kind != Kind::Letter {
        return html! {
            <div class="pd-step">
                <h3>{ l.guide_title() }</h3>
                <p class="pd-hint">{ l.guide_lead() }</p>
                <p class="pd-guide">{ &request.body }</p>
            </div>
        };
    }
    let composed = Letter {
        subject: request.subject.as_str().into(),
        body: request.body.as_str().into(),
    };
    let key = props.letter_key(request);
    let letter = props.assistant.letter(&key, &composed);
    html! {
        <div class="pd-step pd-letter">
            { details(env, props, request) }
            { recipient::html(env, props, request) }
            <h3>{ l.letter_title() }</h3>
            { edited(env, props, &key, &composed) }
            { field(env, Part::Subject, &key, &composed, &letter) }
            { field(env, Part::Body, &key, &composed, &letter) }
            { actions(env, request, &letter) }
        </div>
    }
}

fn details(env: &Env, props: &AssistantProps, request: &Request) -> Html {
    let l = env.locale;
    let missing = request.missing.first().map(|m| l.missing_detail(m.prompt));
    let field = |field: Field| {
        let label = match field {
            Field::Name => l.field_name(),
            Field::Email => l.field_email(),
            Field::Detail => l.field_detail(),
        };
        let id = env.id(field.key());
        let dispatch = env.dispatch.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            dispatch.dispatch(Ask::Enter(field, text.into()).into());
        });
        html! {
            <div class="pd-field" key={field.key()}>
                <label for={id.clone()}>{ label }</label>
                <input {id} type="text" autocomplete={autocomplete(field)} {oninput}
                    value={AttrValue::from(Rc::clone(props.assistant.field(field)))} />
            </div>
        }
    };
    html! {
        <>
            <h3>{ l.details_title() }</h3>
            <p class="pd-hint">{ l.details_note() }</p>
            <div class="pd-fields">{ for Field::ALL.map(field) }</div>
            if let Some(missing) = missing {
                <p class="pd-notice">{ missing }</p>
            }
        </>
    }
}

fn autocomplete(field: Field) -> &'static str {
    match field {
        Field::Name => "name",
        Field::Email => "email",
        Field::Detail => "off",
    }
}

/// What became of the reader's edits, and what to do with them.
fn edited(env: &Env, props: &AssistantProps, key: &LetterKey, composed: &Letter) -> Html {
    let l = env.locale;
    let draft = props.assistant.draft(key);
    let is_edited = draft.is_some_and(|d| d.letter.is_some());
    let is_given_up = !is_edited && draft.is_some_and(|d| d.given_up.is_some());
    let button = |label: &'static str, action: Ask| {
        html! {
            <button type="button" class="pd-button" onclick={env.act(action)}>{ label }</button>
        }
    };
    if props.assistant.is_outdated(key, composed) {
        return html! {
            <div class="pd-notice" role="status">
                <p>{ l.letter_changed() }</p>
                <p class="pd-actions">
                    { button(l.letter_rewrite(), Ask::Rewrite(key.clone())) }
                    { button(l.letter_keep(), Ask::Keep(key.clone(), composed.clone())) }
                </p>
            </div>
        };
    }
    html! {
        <p class="pd-actions">
            if is_edited { { button(l.letter_reset(), Ask::Rewrite(key.clone())) } }
            if is_given_up { { button(l.letter_restore(), Ask::Restore(key.clone())) } }
        </p>
    }
}

/// A part of the letter to edit.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Subject,
    Body,
}

fn field(env: &Env, part: Part, key: &LetterKey, composed: &Letter, letter: &Letter) -> Html {
    let l = env.locale;
    let (id, label, copy, text) = match part {
        Part::Subject => (
            "letter-subject",
            l.letter_subject(),
            l.copy_subject(),
            &letter.subject,
        ),
        Part::Body => (
            "letter-text",
            l.letter_body(),
            l.copy_letter(),
            &letter.body,
        ),
    };
    let (id, text) = (env.id(id), AttrValue::from(Rc::clone(text)));
    let (dispatch, key) = (env.dispatch.clone(), key.clone());
    let (composed, letter) = (composed.clone(), letter.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        let mut letter = letter.clone();
        match part {
            Part::Subject => {
                let field = event.target_unchecked_into::<HtmlInputElement>();
                letter.subject = field.value().into();
            }
            Part::Body => {
                let field = event.target_unchecked_into::<HtmlTextAreaElement>();
                letter.body = field.value().into();
            }
        }
        dispatch.dispatch(Ask::Edit(key.clone(), composed.clone(), letter).into());
    });
    html! {
        <div class="pd-field pd-wide">
            <label for={id.clone()}>{ label }</label>
            if part == Part::Subject {
                <input id={id.clone()} type="text" {oninput} value={text.clone()} />
            } else {
                <textarea id={id.clone()} rows="16" {oninput} value={text.clone()} />
            }
            <CopyButton {text} label={copy} field={Some(id)} />
        </div>
    }
}

/// The mail link, always of what stands in the fields, and the file.
fn actions(env: &Env, request: &Request, letter: &Letter) -> Html {
    let l = env.locale;
    let to = request.to.as_deref().unwrap_or_default();
    let Some(link) = mail::link(to, &letter.subject, &letter.body) else {
        return html! { <p class="pd-notice">{ l.letter_no_link() }</p> };
    };
    let open = if link.complete {
        l.letter_open()
    } else {
        l.letter_open_short()
    };
    let is_short = request.form == Form::Short && *letter.body == *request.body;
    html! {
        <>
            if !link.complete {
                <p class="pd-notice">{ l.letter_too_long() }</p>
            } else if is_short {
                <p class="pd-hint">{ l.letter_short_form() }</p>
            }
            <p class="pd-actions">
                <a class="pd-button pd-primary" href={link.href}>{ open }</a>
                { " " }
                { download(env, request, letter) }
            </p>
            <p class="pd-hint">{ l.letter_check() }</p>
        </>
    }
}

/// The letter as a file that mail programs open as a new message.
fn download(env: &Env, request: &Request, letter: &Letter) -> Html {
    let name = [request.request, ".eml"].concat();
    let onclick = {
        let (to, letter) = (request.to.clone(), letter.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(file) = rights::eml(to.as_deref(), &letter.subject, &letter.body) {
                browser::download(&name, "message/rfc822", file.as_bytes());
            }
        })
    };
    html! {
        <button type="button" class="pd-button" {onclick}>{ env.locale.letter_download() }</button>
    }
}
