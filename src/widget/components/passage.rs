//! The passages of a section.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    env::{Env, use_env},
    runs::runs_html,
};
use crate::widget::state::{Filters, Place, Redlined, Row};
use model::{BlockKind, ChangeId, ChangeKind};
use report::view::{Fate, Fold, Passage, View, plural};

/// A section as it is shown, with its passages.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SectionProps {
    /// The comparison.
    pub redlined: Rc<Redlined>,
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

/// Rows as elements: items of a list together in one list, unchanged ones behind one button where
/// only changes are wanted.
pub fn rows_html(env: &Env, props: &SectionProps, rows: &[Row]) -> Html {
    let view = props.redlined.view(env.wording());
    let (fold, current) = (fold(props.filters), props.current);
    let group = |row: &Row| (is_item(&view, *row), is_quiet(&view, *row, props.filters));
    let mut from = 0;
    let groups = rows.chunk_by(|a, b| group(a) == group(b));
    groups
        .map(|rows| {
            let key = rows.first().map_or_else(String::new, |row| row_key(&view, *row));
            let start = from;
            from += rows.len();
            if rows.first().is_some_and(|row| group(row).1) {
                let (redlined, at) = (Rc::clone(&props.redlined), props.at);
                html! { <Quiet {key} {redlined} {at} {start} count={rows.len()} {fold} {current} /> }
            } else {
                html! { <div {key}>{ list(env, &view, rows, fold, current) }</div> }
            }
        })
        .collect()
}

fn fold(filters: Filters) -> Fold {
    if filters.hide_minor {
        Fold::Minor
    } else {
        Fold::Nothing
    }
}

fn row_key(view: &View<'_>, row: Row) -> String {
    Place::of(row, view.comparison).to_string()
}

fn is_item(view: &View<'_>, row: Row) -> bool {
    view.block(row)
        .is_some_and(|block| block.kind == BlockKind::ListItem)
}

/// Whether a row is left out at first.
fn is_quiet(view: &View<'_>, row: Row, filters: Filters) -> bool {
    let Row::Change(id) = row else { return false };
    let change = view.comparison.change(id);
    let unchanged = change.kind == ChangeKind::Unchanged;
    filters.only_changes && (unchanged || fold(filters).hides_all(change))
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct QuietProps {
    redlined: Rc<Redlined>,
    /// Position of the section in the outline.
    at: usize,
    /// Position of the first row in it.
    start: usize,
    count: usize,
    fold: Fold,
    current: Option<ChangeId>,
}

/// Unchanged passages behind a button; they become elements only when they are wanted.
#[component]
fn Quiet(props: &QuietProps) -> Html {
    let env = use_env();
    let open = use_state(|| false);
    if *open {
        let view = props.redlined.view(env.wording());
        let entry = view.outline.entries.get(props.at);
        let rows = entry.and_then(|entry| entry.rows.get(props.start..props.start + props.count));
        return list(
            &env,
            &view,
            rows.unwrap_or_default(),
            props.fold,
            props.current,
        );
    }
    let onclick = Callback::from(move |_: MouseEvent| open.set(true));
    let label = env.locale.unchanged_passages(plural(props.count));
    html! { <button type="button" class="pd-quiet" {onclick}>{ label }</button> }
}

/// Rows of one form, all items of a list or none.
fn list(env: &Env, view: &View<'_>, rows: &[Row], fold: Fold, current: Option<ChangeId>) -> Html {
    let is_list = rows.first().is_some_and(|row| is_item(view, *row));
    let row = |row: &Row| {
        let passage = view.passage(*row, fold);
        let key = row_key(view, *row);
        let id = env.id(&key);
        let class = classes!(
            "pd-passage",
            fate_class(passage.fate),
            kind_class(passage.kind),
            (passage.depth > 0).then(|| ["pd-depth-", &passage.depth.min(4).to_string()].concat()),
            current
                .is_some_and(|current| *row == Row::Change(current))
                .then_some("pd-current"),
        );
        let content = content(env, view, passage);
        if is_list {
            html! { <li {key} {class} {id} tabindex="-1">{ content }</li> }
        } else {
            html! { <div {key} {class} {id} tabindex="-1">{ content }</div> }
        }
    };
    let rows = rows.iter().map(row);
    if is_list {
        html! { <ul class="pd-list">{ for rows }</ul> }
    } else {
        rows.collect()
    }
}

fn kind_class(kind: BlockKind) -> Option<&'static str> {
    match kind {
        BlockKind::Paragraph => None,
        BlockKind::ListItem => Some("pd-item"),
        BlockKind::TableRow => Some("pd-row"),
        BlockKind::Quote => Some("pd-blockquote"),
        BlockKind::Code => Some("pd-code"),
    }
}

fn fate_class(fate: Fate) -> &'static str {
    match fate {
        Fate::Unchanged => "pd-unchanged",
        Fate::Edited => "pd-edited",
        Fate::Moved => "pd-moved",
        Fate::Added => "pd-added",
        Fate::Removed => "pd-removed",
        Fate::Left => "pd-moved-away",
    }
}

/// The text with a word on what became of it. Additions and removals are named although their
/// marks show them: a whole passage in one colour is read as a passage, not as a mark.
fn content(env: &Env, view: &View<'_>, passage: Passage) -> Html {
    let (l, fate) = (env.locale, passage.fate);
    let language = match fate {
        Fate::Removed | Fate::Left => &view.old.language,
        _ => &view.new.language,
    };
    let note = match fate {
        Fate::Added => Some(Html::from(l.state_added())),
        Fate::Removed => Some(Html::from(l.state_removed())),
        _ => (!passage.note.is_empty()).then(|| runs_html(env, passage.note)),
    };
    let text = runs_html(env, passage.runs);
    let moves = matches!(fate, Fate::Moved | Fate::Left).then_some("pd-move");
    if fate == Fate::Left {
        return html! {
            <p class={classes!("pd-tag", moves)}>
                { note }{ ": " }<span lang={language.clone()}>{ text }</span>
            </p>
        };
    }
    html! {
        <>
            if let Some(note) = note {
                <p class={classes!("pd-tag", moves)}>{ note }</p>
            }
            <p class="pd-text" lang={language.clone()}>{ text }</p>
        </>
    }
}
