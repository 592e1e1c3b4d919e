//! The text, section by section.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    env::{Env, use_env},
    section::SectionView,
};
use crate::widget::state::{Anchor, Browse, Entry, Filters, PAGE, Redlined};
use model::ChangeId;
use report::view::plural;

/// Properties of [`Redline`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RedlineProps {
    /// The comparison.
    pub redlined: Rc<Redlined>,
    /// What is shown of it.
    pub filters: Filters,
    /// Sections that are not as they start, open or closed.
    pub flipped: BTreeSet<Anchor>,
    /// How many passages of long sections are shown.
    pub lengths: BTreeMap<Anchor, usize>,
    /// How many sections are shown.
    pub sections: usize,
    /// The change that the reader is at.
    pub current: Option<ChangeId>,
}

/// The text, section by section, with what came and went.
#[component]
pub fn Redline(props: &RedlineProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let title = env.id("redline-title");
    let filters = props.filters;
    let entries = &props.redlined.outline.entries;
    let rest = entries.len().saturating_sub(props.sections);
    let shown: Vec<Html> = entries
        .iter()
        .enumerate()
        .take(props.sections)
        .filter(|(_, entry)| !filters.only_changes || !is_hidden(entry, filters))
        .map(|(at, entry)| section(props, at, entry))
        .collect();
    html! {
        <section class="pd-redline" aria-labelledby={title.clone()}>
            <h2 id={title}>{ l.redline_title() }</h2>
            { legend(&env) }
            { toolbar(&env, filters) }
            if shown.is_empty() {
                <p class="pd-hint">{ l.nothing_changed_here() }</p>
            }
            <div class="pd-entries">{ for shown }</div>
            if rest > 0 {
                <p>
                    <button type="button" class="pd-button" onclick={env.act(Browse::MoreSections)}>
                        { l.more_sections(plural(rest)) }
                    </button>
                </p>
            }
        </section>
    }
}

/// True where a filtered view has nothing to say about a section.
fn is_hidden(entry: &Entry, filters: Filters) -> bool {
    entry.is_unchanged() || (filters.hide_minor && entry.is_only_minor())
}

fn section(props: &RedlineProps, at: usize, entry: &Entry) -> Html {
    let flipped = props.flipped.contains(&entry.anchor);
    let length = props.lengths.get(&entry.anchor).copied().unwrap_or(PAGE);
    let holds = |change: &ChangeId| entry.holds(*change);
    html! {
        <SectionView
            key={entry.anchor.to_string()}
            redlined={Rc::clone(&props.redlined)}
            {at}
            open={entry.starts_closed() == flipped}
            {length}
            filters={props.filters}
            current={props.current.filter(holds)}
        />
    }
}

fn legend(env: &Env) -> Html {
    let l = env.locale;
    html! {
        <p class="pd-legend">
            { l.redline_legend() }{ " " }
            <del class="pd-del">{ l.deleted() }</del>{ " " }
            <ins class="pd-ins">{ l.inserted() }</ins>{ " " }
            <span class="pd-move">{ l.legend_moved() }</span>
        </p>
    }
}

fn toolbar(env: &Env, filters: Filters) -> Html {
    let l = env.locale;
    let button = |label: &'static str, action: Browse| {
        html! {
            <button type="button" class="pd-button" onclick={env.act(action)}>{ label }</button>
        }
    };
    let only = check(
        env,
        "only-changes",
        l.filter_only_changes(),
        filters.only_changes,
        move |on| Filters {
            only_changes: on,
            ..filters
        },
    );
    let minor = check(
        env,
        "hide-minor",
        l.filter_hide_minor(),
        filters.hide_minor,
        move |on| Filters {
            hide_minor: on,
            ..filters
        },
    );
    html! {
        <div class="pd-toolbar" role="group" aria-label={l.redline_title()}>
            <div class="pd-checks">{ only }{ minor }</div>
            <div class="pd-actions">
                { button(l.step_previous(), Browse::Step(false)) }
                { button(l.step_next(), Browse::Step(true)) }
                { button(l.sections_open(), Browse::ToggleAll(true)) }
                { button(l.sections_close(), Browse::ToggleAll(false)) }
            </div>
        </div>
    }
}

fn check(
    env: &Env,
    name: &str,
    label: &'static str,
    checked: bool,
    filters: impl Fn(bool) -> Filters + 'static,
) -> Html {
    let dispatch = env.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let on = event.target_unchecked_into::<HtmlInputElement>().checked();
        dispatch.dispatch(Browse::Filter(filters(on)).into());
    });
    let id = env.id(name);
    html! {
        <label class="pd-check" for={id.clone()}>
            <input type="checkbox" {id} {checked} {onchange} />{ label }
        </label>
    }
}
