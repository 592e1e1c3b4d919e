//! Organisation and versions.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{
    env::{Env, use_env},
    runs::live_target,
    versions::version_label,
};
use crate::widget::state::{Catalogue, Choose, Organisation, Side};
use report::view::plural;

/// Properties of [`Chooser`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChooserProps {
    /// What is on offer.
    pub catalogue: Rc<Catalogue>,
    /// The organisation chosen.
    pub organisation: Option<Rc<str>>,
    /// The version on the old side.
    pub old: Option<Rc<str>>,
    /// The version on the new side.
    pub new: Option<Rc<str>>,
}

/// Organisation and versions.
#[component]
pub fn Chooser(props: &ChooserProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let catalogue = &props.catalogue;
    let organisation = props
        .organisation
        .as_deref()
        .and_then(|id| catalogue.organisation(id));
    if catalogue.organisations.is_empty() {
        return html! { <><p class="pd-notice">{ l.catalogue_empty() }</p>{ problems(&env, catalogue) }</> };
    }
    let options = catalogue.organisations.iter().map(|o| {
        let example = if o.example {
            [" – ", l.example_mark()].concat()
        } else {
            String::new()
        };
        option(
            &o.id,
            &[&*o.name, &example].concat(),
            props.organisation.as_ref() == Some(&o.id),
        )
    });
    html! {
        <div class="pd-chooser">
            <div class="pd-field">
                <label for={env.id("organisation")}>{ l.choose_organisation() }</label>
                <select id={env.id("organisation")} onchange={on_organisation(&env)}>
                    if props.organisation.is_none() {
                        <option value="" selected=true disabled=true>{ l.choose_organisation_first() }</option>
                    }
                    { for options }
                </select>
            </div>
            if let Some(organisation) = organisation {
                <Versions organisation={Rc::new(organisation.clone())}
                    old={props.old.clone()} new={props.new.clone()} />
            } else {
                <p class="pd-welcome">{ l.welcome() }</p>
            }
            { problems(&env, catalogue) }
        </div>
    }
}

fn option(value: &Rc<str>, label: &str, selected: bool) -> Html {
    html! {
        <option key={value.to_string()} value={AttrValue::from(Rc::clone(value))} {selected}>
            { label.to_owned() }
        </option>
    }
}

fn on_organisation(env: &Env) -> Callback<Event> {
    let dispatch = env.dispatch.clone();
    Callback::from(move |event: Event| {
        let id = event.target_unchecked_into::<HtmlSelectElement>().value();
        dispatch.dispatch(Choose::Organisation(id.into()).into());
    })
}

fn problems(env: &Env, catalogue: &Catalogue) -> Html {
    let (l, count) = (env.locale, catalogue.problems.len());
    if count == 0 {
        return Html::default();
    }
    html! {
        <details class="pd-problems">
            <summary>{ l.choose_problems(plural(count)) }</summary>
            <ul>
                { for catalogue.problems.iter().map(|(file, reason)| html! {
                    <li>{ l.choose_problem(file, reason) }</li>
                }) }
            </ul>
        </details>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct VersionsProps {
    organisation: Rc<Organisation>,
    old: Option<Rc<str>>,
    new: Option<Rc<str>>,
}

/// The two versions of one organisation.
#[component]
fn Versions(props: &VersionsProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let organisation = &props.organisation;
    let swap = (props.old.is_some() && props.new.is_some()).then(|| {
        html! {
            <button type="button" class="pd-button pd-swap" aria-label={l.choose_swap_label()}
                onclick={env.act(Choose::Swap)}>
                <span aria-hidden="true">{ "⇅ " }</span>{ l.choose_swap() }
            </button>
        }
    });
    html! {
        <>
            if organisation.versions.len() > 1 {
                <div class="pd-versions">
                    { version_select(&env, props, Side::Old) }
                    { swap }
                    { version_select(&env, props, Side::New) }
                </div>
            }
            { about(&env, props) }
        </>
    }
}

fn version_select(env: &Env, props: &VersionsProps, side: Side) -> Html {
    let l = env.locale;
    let (label, chosen) = match side {
        Side::Old => (l.choose_old(), &props.old),
        Side::New => (l.choose_new(), &props.new),
    };
    let id = env.id(side.key());
    let dispatch = env.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        let version = (!value.is_empty()).then(|| Rc::from(value));
        dispatch.dispatch(Choose::Version(side, version).into());
    });
    let empty = match side {
        Side::Old => Some(l.choose_none()),
        Side::New => chosen.is_none().then(|| l.choose_version_first()),
    };
    // Newest first: the reader mostly looks for recent ones.
    let versions = props.organisation.versions.iter().rev().map(|version| {
        option(
            &version.id,
            &version_label(env, version),
            chosen.as_ref() == Some(&version.id),
        )
    });
    html! {
        <div class="pd-field">
            <label for={id.clone()}>{ label }</label>
            <select {id} {onchange}>
                { for versions }
                if let Some(empty) = empty {
                    <option key="" value="" selected={chosen.is_none()}>{ empty }</option>
                }
            </select>
        </div>
    }
}

/// Links to the organisation and to the sources, and the mark of an invented example.
fn about(env: &Env, props: &VersionsProps) -> Html {
    let l = env.locale;
    let link = |target: &Rc<str>, label: String| {
        live_target(target).map(|href| {
            html! {
                <li><a {href} target="_blank" rel="noopener noreferrer">{ label }</a></li>
            }
        })
    };
    let organisation = &props.organisation;
    let home = organisation
        .home
        .as_ref()
        .and_then(|t| link(t, l.organisation_home().to_owned()));
    let sources: Vec<Html> = [&props.old, &props.new]
        .into_iter()
        .filter_map(|id| organisation.version(id.as_deref()?))
        .filter_map(|v| link(v.source.as_ref()?, l.version_source(&version_label(env, v))))
        .collect();
    html! {
        <>
            if organisation.example {
                <p class="pd-notice">{ l.example_note() }</p>
            }
            if home.is_some() || !sources.is_empty() {
                <ul class="pd-about">{ home }{ for sources }</ul>
            }
        </>
    }
}
