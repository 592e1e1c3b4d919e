//! One section with its state and its passages.

use yew::prelude::*;

use super::{
    env::{Env, use_env},
    passage::{SectionProps, rows_html},
    runs::runs_html,
};
use crate::widget::state::{Anchor, Browse, Entry, EntryKind, Place, Relation, SectionState};
use report::view::{Fold, Run, plural, state_name};

/// One section. Closed, it has no passages at all: most of a long policy never becomes elements.
#[component]
pub fn SectionView(props: &SectionProps) -> Html {
    let env = use_env();
    let Some(entry) = props.redlined.outline.entries.get(props.at) else {
        return Html::default();
    };
    let view = props.redlined.view(env.wording());
    // The heading shows both names.
    let told = |relation: &&Relation| !matches!(relation, Relation::RenamedFrom(_));
    let relations = entry.relations.iter().filter(told).map(|relation| {
        let moved = matches!(relation, Relation::MovedFrom(_));
        relation_html(&env, moved, view.relation(relation))
    });
    let left = view.departure(entry);
    let place = Place::Section(entry.anchor);
    let id = env.id(&place.to_string());
    let level = ["pd-level-", &entry.level.min(4).to_string()].concat();
    let kind = match entry.kind {
        EntryKind::Present => None,
        EntryKind::Removed => Some("pd-gone"),
        EntryKind::MovedAway(_) => Some("pd-left"),
    };
    html! {
        <section class={classes!("pd-section", level, kind)} {id} tabindex="-1">
            { title(&env, props, entry) }
            { for relations }
            { for left.map(|line| relation_html(&env, true, line)) }
            if props.open {
                { body(&env, props, entry) }
            }
        </section>
    }
}

fn relation_html(env: &Env, moved: bool, line: Vec<Run>) -> Html {
    html! { <p class={classes!("pd-relation", moved.then_some("pd-move"))}>{ runs_html(env, line) }</p> }
}

fn title(env: &Env, props: &SectionProps, entry: &Entry) -> Html {
    let view = props.redlined.view(env.wording());
    let language = match entry.anchor {
        Anchor::New(_) => &view.new.language,
        Anchor::Old(_) => &view.old.language,
    };
    let body = env.id(&[entry.anchor.to_string().as_str(), "-body"].concat());
    let heading = runs_html(env, view.title(entry, Fold::Nothing));
    let heading = if entry.heading.is_empty() {
        html! { <span class="pd-unnamed">{ heading }</span> }
    } else {
        html! { <span lang={language.clone()}>{ heading }</span> }
    };
    html! {
        <h3 class="pd-heading">
            <button type="button" class="pd-toggle" aria-expanded={props.open.to_string()}
                aria-controls={props.open.then_some(body)} onclick={env.act(Browse::Toggle(entry.anchor))}>
                <span class="pd-heading-text">{ heading }</span>
                <span class="pd-states">
                    { for entry.states.iter().map(|state| state_label(env, *state)) }
                </span>
            </button>
        </h3>
    }
}

/// The word for a state, with a sign that tells it apart without colour.
pub fn state_label(env: &Env, state: SectionState) -> Html {
    let (class, icon) = match state {
        SectionState::Added => ("pd-state-added", "+"),
        SectionState::Removed => ("pd-state-removed", "−"),
        SectionState::Merged => ("pd-state-merged", "⊃"),
        SectionState::Split => ("pd-state-split", "⊂"),
        SectionState::Renamed => ("pd-state-renamed", "Aa"),
        SectionState::Moved => ("pd-state-moved", "⇄"),
        SectionState::Edited => ("pd-state-edited", "±"),
        SectionState::Formatting => ("pd-state-formatting", "¶"),
        SectionState::Unchanged => ("pd-state-unchanged", "="),
    };
    let word = state_name(state, env.locale);
    html! {
        <span class={classes!("pd-state", class)}>
            <span aria-hidden="true">{ icon }{ " " }</span>{ word }{ " " }
        </span>
    }
}

fn body(env: &Env, props: &SectionProps, entry: &Entry) -> Html {
    let l = env.locale;
    let id = env.id(&[entry.anchor.to_string().as_str(), "-body"].concat());
    let shown = entry.rows.get(..props.length).unwrap_or(&entry.rows);
    let rest = entry.rows.len() - shown.len();
    let is_left = matches!(entry.kind, EntryKind::MovedAway(_));
    html! {
        <div class="pd-body" {id}>
            if entry.rows.is_empty() && !is_left {
                <p class="pd-hint">{ l.empty_section() }</p>
            }
            { rows_html(env, props, shown) }
            if rest > 0 {
                <button type="button" class="pd-button" onclick={env.act(Browse::More(entry.anchor))}>
                    { l.more_passages(plural(rest)) }
                </button>
            }
        </div>
    }
}
