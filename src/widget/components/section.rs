//! One section with its state and its passages.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    env::{Env, plural, use_env},
    jump::Jump,
    passage::rows_html,
    runs::runs_html,
    section_state::state_label,
};
use crate::widget::state::{
    Action, Anchor, Compared, Entry, EntryKind, Filters, Place, Relation, heading,
};
use model::{ChangeId, SectionId};

/// Properties of [`SectionView`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SectionProps {
    /// The comparison.
    pub compared: Rc<Compared>,
    /// Position of the section in the outline.
    pub at: usize,
    /// Whether its passages are shown.
    pub open: bool,
    /// How many of them.
    pub length: usize,
    /// What is shown of them.
    pub filters: Filters,
    /// The change that the reader is at, if it is here.
    pub current: Option<ChangeId>,
}

/// One section. Closed, it has no passages at all: most of a long policy never becomes elements.
#[component]
pub fn SectionView(props: &SectionProps) -> Html {
    let env = use_env();
    let Some(entry) = props.compared.outline.entries.get(props.at) else {
        return Html::default();
    };
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
            { for entry.relations.iter().map(|relation| relation_html(&env, &props.compared, relation)) }
            { left(&env, props, entry) }
            if props.open {
                { body(&env, props, entry) }
            }
        </section>
    }
}

fn title(env: &Env, props: &SectionProps, entry: &Entry) -> Html {
    let language = match entry.anchor {
        Anchor::New(_) => &props.compared.new.document.language,
        Anchor::Old(_) => &props.compared.old.document.language,
    };
    let body = env.id(&[entry.anchor.to_string().as_str(), "-body"].concat());
    let heading = if entry.heading.is_empty() {
        html! { <span class="pd-unnamed">{ env.locale.before_first_heading() }</span> }
    } else {
        html! { <span lang={language.clone()}>{ runs_html(env, &heading(&entry.heading)) }</span> }
    };
    html! {
        <h3 class="pd-heading">
            <button type="button" class="pd-toggle" aria-expanded={props.open.to_string()}
                aria-controls={props.open.then_some(body)} onclick={env.act(Action::Toggle(entry.anchor))}>
                <span class="pd-heading-text">{ heading }</span>
                <span class="pd-states">
                    { for entry.states.iter().map(|state| state_label(env, *state)) }
                </span>
            </button>
        </h3>
    }
}

/// The heading of a section of either version, in quotation marks.
pub fn anchor_heading(env: &Env, compared: &Compared, anchor: Anchor) -> String {
    let (document, id) = match anchor {
        Anchor::New(id) => (&compared.new.document, id),
        Anchor::Old(id) => (&compared.old.document, id),
    };
    env.heading(document.sections.get(id.index()).map_or("", |s| &s.heading))
}

fn relation_html(env: &Env, compared: &Compared, relation: &Relation) -> Html {
    let l = env.locale;
    let old = |id: &SectionId| anchor_heading(env, compared, Anchor::Old(*id));
    match relation {
        Relation::MergedFrom(sections) => {
            let names: Vec<String> = sections.iter().map(old).collect();
            html! { <p class="pd-relation">{ l.merged_from(&names.join(", ")) }</p> }
        }
        Relation::SplitFrom(section, others) => html! {
            <p class="pd-relation">
                { l.split_from(&old(section)) }{ ". " }
                if !others.is_empty() {
                    { l.split_others() }
                    { for others.iter().map(|id| html! {
                        <>{ " " }{ section_link(env, compared, Anchor::New(*id)) }</>
                    }) }
                }
            </p>
        },
        // The heading shows both names.
        Relation::RenamedFrom(_) => Html::default(),
        Relation::MovedFrom(section) => html! {
            <p class="pd-relation pd-move">
                { l.moved_section() }{ " " }
                <Jump place={Place::Section(Anchor::Old(*section))}>{ l.moved_section_from() }</Jump>
            </p>
        },
    }
}

fn section_link(env: &Env, compared: &Compared, anchor: Anchor) -> Html {
    html! { <Jump place={Place::Section(anchor)}>{ anchor_heading(env, compared, anchor) }</Jump> }
}

/// What is said at the place that a section has left.
fn left(env: &Env, props: &SectionProps, entry: &Entry) -> Html {
    let EntryKind::MovedAway(to) = entry.kind else {
        return Html::default();
    };
    html! {
        <p class="pd-relation pd-move">
            { env.locale.moved_section_to() }{ " " }{ section_link(env, &props.compared, Anchor::New(to)) }
        </p>
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
            { rows_html(&props.compared, shown, props.filters, props.current) }
            if rest > 0 {
                <button type="button" class="pd-button" onclick={env.act(Action::More(entry.anchor))}>
                    { l.more_passages(plural(rest)) }
                </button>
            }
        </div>
    }
}
