//! The reader's own two texts.

use std::rc::Rc;

use web_sys::{DragEvent, HtmlTextAreaElement};
use yew::{platform::spawn_local, prelude::*};

use super::env::{Env, use_env};
use crate::widget::{
    browser,
    state::{Choose, Own, Side, Slot, SlotProblem, Source},
};
use messages::Locale;
use report::view::plural;

/// Properties of [`OwnFiles`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct OwnProps {
    /// The texts.
    pub own: Own,
}

/// The two places for texts.
#[component]
pub fn OwnFiles(props: &OwnProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let own = &props.own;
    html! {
        <div class="pd-own">
            <p class="pd-welcome">
                { l.own_lead() }
                if cfg!(feature = "saved") {
                    { " " }{ l.own_lead_saved() }
                }
            </p>
            <div class="pd-slots">
                <OwnSlot side={Side::Old} slot={own.old.clone()} />
                <OwnSlot side={Side::New} slot={own.new.clone()} />
            </div>
            <p class="pd-actions">
                <button type="button" class="pd-button pd-primary" onclick={env.act(Choose::CompareOwn)}>
                    { l.own_compare() }
                </button>
                <button type="button" class="pd-button" onclick={env.act(Choose::Swap)}>
                    { l.own_swap() }
                </button>
            </p>
        </div>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct SlotProps {
    side: Side,
    slot: Slot,
}

/// One place for a text.
#[component]
fn OwnSlot(props: &SlotProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let (side, slot) = (props.side, &props.slot);
    let over = use_state(|| false);
    let id = |name: &str| env.id(&["own-", side.key(), name].concat());
    let title = match side {
        Side::Old => l.own_old(),
        Side::New => l.own_new(),
    };
    let problem = slot
        .problem
        .as_ref()
        .map(|problem| problem_text(l, problem));
    let described = problem.is_some().then(|| id("-problem"));
    html! {
        <fieldset class={classes!("pd-slot", over.then_some("pd-over"))}
            ondragover={on_over(&over, true)} ondragleave={on_over(&over, false)} ondrop={on_drop(&env, side, &over)}>
            <legend>{ title }</legend>
            <p class="pd-pick">
                <label class="pd-button" for={id("-file")}>{ l.own_pick() }</label>
                <input class="pd-file" type="file" id={id("-file")} aria-describedby={described.clone()}
                    accept=".md,.markdown,.html,.htm,.txt,.json,text/*" onchange={on_pick(&env, side)} />
                <span class="pd-hint">{ l.own_drop() }</span>
            </p>
            { file_line(&env, side, slot) }
            <label for={id("-text")}>{ l.own_paste() }</label>
            <textarea id={id("-text")} class="pd-paste" rows="6" placeholder={l.own_paste_hint()} spellcheck="false"
                aria-describedby={described} value={AttrValue::from(Rc::clone(&slot.pasted))} oninput={on_paste(&env, side)} />
            if let Some(problem) = problem {
                <p id={id("-problem")} class="pd-failure" role="alert">{ problem }</p>
            }
        </fieldset>
    }
}

fn file_line(env: &Env, side: Side, slot: &Slot) -> Html {
    let l = env.locale;
    let Some(file) = &slot.file else {
        return Html::default();
    };
    html! {
        <p class="pd-chosen-file">
            <strong>{ l.own_file(&file.name, &size(env, file.bytes.len())) }</strong>
            { " " }
            <button type="button" class="pd-button" onclick={env.act(Choose::RemoveFile(side))}>
                { l.own_remove() }
            </button>
            if !slot.pasted.is_empty() {
                <span class="pd-hint">{ l.own_remove_kept() }</span>
            }
        </p>
    }
}

fn problem_text(l: Locale, problem: &SlotProblem) -> String {
    match problem {
        SlotProblem::Missing => l.own_missing().to_owned(),
        SlotProblem::Unreadable(reason) => l.own_unreadable(reason),
        SlotProblem::Unusable(reason) => reason.to_string(),
    }
}

fn size(env: &Env, bytes: usize) -> String {
    let l = env.locale;
    match bytes {
        0..1_000 => l.size_bytes(plural(bytes)),
        1_000..1_000_000 => l.size_kilobytes(&env.wording().number(bytes / 1_000)),
        _ => l.size_megabytes(&env.wording().number(bytes / 1_000_000)),
    }
}

fn on_over(over: &UseStateHandle<bool>, is_over: bool) -> Callback<DragEvent> {
    let over = over.clone();
    Callback::from(move |event: DragEvent| {
        event.prevent_default();
        if *over != is_over {
            over.set(is_over);
        }
    })
}

fn on_drop(env: &Env, side: Side, over: &UseStateHandle<bool>) -> Callback<DragEvent> {
    let (env, over) = (env.clone(), over.clone());
    Callback::from(move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(&env, side, browser::dropped(&event));
    })
}

fn on_pick(env: &Env, side: Side) -> Callback<Event> {
    let env = env.clone();
    Callback::from(move |event: Event| {
        take(&env, side, browser::picked(&event));
    })
}

fn on_paste(env: &Env, side: Side) -> Callback<InputEvent> {
    let dispatch = env.dispatch.clone();
    Callback::from(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        dispatch.dispatch(Choose::Paste(side, text.into()).into());
    })
}

fn take(env: &Env, side: Side, file: Option<browser::File>) {
    let Some(file) = file else { return };
    let dispatch = env.dispatch.clone();
    spawn_local(async move {
        let name = Rc::from(file.name());
        let read = match browser::read_file(file).await {
            Ok(bytes) => Ok(Source {
                name,
                bytes: bytes.into(),
            }),
            Err(reason) => Err(reason.into()),
        };
        dispatch.dispatch(Choose::File(side, read).into());
    });
}
