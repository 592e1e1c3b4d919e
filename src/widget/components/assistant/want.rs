//! What the reader wants.

use std::rc::Rc;

use yew::prelude::*;

use super::{super::env::Env, AssistantProps};
use crate::widget::state::{Ask, Content, Side};
use model::{
    FactKind, FactStatus, Reading, Statement,
    request::{Law, Provision},
};
use rights::{self, Coverage};

/// The requests that the law offers.
pub fn html(env: &Env, props: &AssistantProps, law: &'static Law, reading: &Reading) -> Html {
    let l = env.locale;
    let coverage = rights::coverage(law, reading);
    let new = new_rights(props);
    let radios = law
        .requests()
        .map(|provision| radio(env, props, provision, &coverage, &new));
    html! {
        <fieldset class="pd-step pd-choices">
            <legend>{ l.want_label() }</legend>
            { for radios }
        </fieldset>
    }
}

fn radio(
    env: &Env,
    props: &AssistantProps,
    provision: &'static Provision,
    coverage: &[Coverage],
    new: &[&str],
) -> Html {
    let l = env.locale;
    let key = provision.request;
    let text = rights::request_text(key, l.key());
    let (label, explain) = text.map_or((key, ""), |text| (text.label, text.explain));
    let is_named = |right: &str| right == key || provision.also.contains(&right);
    let granted = coverage
        .iter()
        .any(|c| is_named(&c.right) && !c.mentions.is_empty());
    let is_new = new.iter().any(|right| is_named(right));
    let id = env.id(&["want-", key].concat());
    let explained = env.id(&["want-", key, "-explain"].concat());
    html! {
        <div class="pd-want" {key}>
            <label class="pd-check" for={id.clone()}>
                <input type="radio" {id} name={env.id("want")} value={key} aria-describedby={explained.clone()}
                    checked={props.assistant.request.as_deref() == Some(key)}
                    onchange={env.act(Ask::For(Rc::from(key)))} />
                <span>{ label }</span>
            </label>
            <p class="pd-hint" id={explained}>
                { explain }
                if is_new {
                    { " " }<span class="pd-mark pd-mark-new">{ l.want_new() }</span>
                } else if granted {
                    { " " }<span class="pd-mark">{ l.want_granted() }</span>
                }
            </p>
        </div>
    }
}

/// Rights that the later version names and the earlier one does not.
fn new_rights(props: &AssistantProps) -> Vec<&'static str> {
    let Content::Pair(_, Some(meaning)) = &props.content else {
        return Vec::new();
    };
    // With the later version on the old side, what the comparison calls removed is new.
    let (status, reading) = match props.side {
        Side::New => (FactStatus::Added, &meaning.new),
        Side::Old => (FactStatus::Removed, &meaning.old),
    };
    let facts = &meaning.facts;
    facts
        .iter()
        .filter(|change| change.kind == FactKind::Right && change.change == status)
        .filter_map(|change| {
            let at = if props.side == Side::New {
                change.new
            } else {
                change.old
            };
            match reading.facts.get(at?)?.statement {
                Statement::Right { right } => Some(right.key()),
                _ => None,
            }
        })
        .collect()
}
