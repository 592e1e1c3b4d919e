//! The passages of a section.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    env::{Env, plural, use_env},
    jump::Jump,
    runs::runs_html,
    section::anchor_heading,
};
use crate::widget::state::{Anchor, Compared, Filters, Fold, Place, Row, is_minor, redline};
use compare::link_targets;
use model::{Block, BlockId, BlockKind, Change, ChangeId, ChangeKind, Document, Weight};

/// How many words of a passage stand at the place that it has left.
const REMINDER: usize = 12;

/// Rows as elements: items of a list together in one list, unchanged ones behind one button where
/// only changes are wanted.
pub fn rows_html(
    compared: &Rc<Compared>,
    rows: &[Row],
    filters: Filters,
    current: Option<ChangeId>,
) -> Html {
    let groups = rows.chunk_by(|a, b| group(compared, *a, filters) == group(compared, *b, filters));
    groups
        .map(|rows| {
            let (is_list, is_quiet) = rows
                .first()
                .map_or((false, false), |r| group(compared, *r, filters));
            let key = rows.first().map_or_else(String::new, |row| row_key(*row));
            let shown = list(compared, rows, is_list, filters, current);
            if is_quiet {
                html! { <Quiet {key} count={rows.len()}>{ shown }</Quiet> }
            } else {
                html! { <div {key}>{ shown }</div> }
            }
        })
        .collect()
}

fn list(
    compared: &Rc<Compared>,
    rows: &[Row],
    is_list: bool,
    filters: Filters,
    current: Option<ChangeId>,
) -> Html {
    let row = |row: &Row| {
        let is_current = current.is_some_and(|current| *row == Row::Change(current));
        html! {
            <RowView key={row_key(*row)} compared={Rc::clone(compared)} row={*row} {is_list}
                hide_minor={filters.hide_minor} {is_current} />
        }
    };
    let rows: Vec<Html> = rows.iter().map(row).collect();
    if is_list {
        html! { <ul class="pd-list">{ for rows }</ul> }
    } else {
        html! { <>{ for rows }</> }
    }
}

fn row_key(row: Row) -> String {
    place(row).to_string()
}

fn place(row: Row) -> Place {
    match row {
        Row::Change(id) => Place::Passage(id),
        Row::MovedAway(id) => Place::Origin(id),
    }
}

/// Whether a row is a list item, and whether it is left out at first.
fn group(compared: &Compared, row: Row, filters: Filters) -> (bool, bool) {
    let (Row::Change(id) | Row::MovedAway(id)) = row;
    let Some(change) = compared.comparison.changes.get(id.index()) else {
        return (false, false);
    };
    let is_list = first_block(compared, change).is_some_and(|b| b.kind == BlockKind::ListItem);
    let quiet = change.kind == ChangeKind::Unchanged || (filters.hide_minor && is_minor(change));
    (
        is_list,
        filters.only_changes && quiet && matches!(row, Row::Change(_)),
    )
}

fn first_block<'a>(compared: &'a Compared, change: &Change) -> Option<&'a Block> {
    let new = change
        .new
        .first()
        .and_then(|b| compared.new.document.blocks.get(b.index()));
    new.or_else(|| {
        compared
            .old
            .document
            .blocks
            .get(change.old.first()?.index())
    })
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct QuietProps {
    count: usize,
    children: Html,
}

/// Unchanged passages behind a button.
#[component]
fn Quiet(props: &QuietProps) -> Html {
    let l = use_env().locale;
    let open = use_state(|| false);
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(true))
    };
    if *open {
        return props.children.clone();
    }
    html! {
        <button type="button" class="pd-quiet" {onclick}>{ l.unchanged_passages(plural(props.count)) }</button>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct RowProps {
    compared: Rc<Compared>,
    row: Row,
    is_list: bool,
    hide_minor: bool,
    is_current: bool,
}

/// One passage, or the pointer that it left behind.
#[component]
fn RowView(props: &RowProps) -> Html {
    let env = use_env();
    let (Row::Change(id) | Row::MovedAway(id)) = props.row;
    let Some(change) = props.compared.comparison.changes.get(id.index()) else {
        return Html::default();
    };
    let block = first_block(&props.compared, change);
    let depth = block.map_or(0, |b| b.depth.min(4));
    let (class, content) = match props.row {
        Row::Change(_) => passage(&env, props, id, change),
        Row::MovedAway(_) => ("pd-moved-away", pointer(&env, &props.compared, id, change)),
    };
    let class = classes!(
        "pd-passage",
        class,
        kind_class(block.map(|b| b.kind)),
        (depth > 0).then(|| ["pd-depth-", &depth.to_string()].concat()),
        props.is_current.then_some("pd-current"),
    );
    let id = env.id(&row_key(props.row));
    if props.is_list {
        html! { <li {class} {id} tabindex="-1">{ content }</li> }
    } else {
        html! { <div {class} {id} tabindex="-1">{ content }</div> }
    }
}

fn kind_class(kind: Option<BlockKind>) -> Option<&'static str> {
    match kind? {
        BlockKind::Paragraph => None,
        BlockKind::ListItem => Some("pd-item"),
        BlockKind::TableRow => Some("pd-row"),
        BlockKind::Quote => Some("pd-blockquote"),
        BlockKind::Code => Some("pd-code"),
    }
}

/// A passage: its class, and its text with a word on what became of it where the marks do not
/// say it.
fn passage(env: &Env, props: &RowProps, id: ChangeId, change: &Change) -> (&'static str, Html) {
    let compared = &props.compared;
    let (old, new) = (&compared.old.document, &compared.new.document);
    let folded = props.hide_minor && is_minor(change);
    let fold = match (folded, props.hide_minor) {
        (true, _) => Fold::Everything,
        (false, true) => Fold::Minor,
        (false, false) => Fold::Nothing,
    };
    let language = if change.new.is_empty() {
        &old.language
    } else {
        &new.language
    };
    let runs = redline(old, new, change, fold);
    let text = html! { <p class="pd-text" lang={language.clone()}>{ runs_html(env, &runs) }</p> };
    if folded {
        return ("pd-unchanged", text);
    }
    let (class, tag) = tag(env, compared, id, change);
    (
        class,
        html! { <>{ tag }{ text }{ link_hints(env, compared, change) }</> },
    )
}

fn tag(env: &Env, compared: &Compared, id: ChangeId, change: &Change) -> (&'static str, Html) {
    let l = env.locale;
    let word = |word: &'static str| html! { <p class="pd-tag">{ word }</p> };
    match change.kind {
        ChangeKind::Unchanged => ("pd-unchanged", Html::default()),
        ChangeKind::Added => ("pd-added", word(l.passage_added())),
        ChangeKind::Removed => ("pd-removed", word(l.passage_removed())),
        ChangeKind::Split => ("pd-edited", word(l.passage_split())),
        ChangeKind::Merged => ("pd-edited", word(l.passage_merged())),
        ChangeKind::Moved | ChangeKind::MovedEdited => moved_tag(env, compared, id, change),
        ChangeKind::Reformatted | ChangeKind::Edited => {
            let tag = match change.weight {
                Weight::Formatting => word(l.passage_formatting()),
                Weight::Terminology => word(l.passage_terminology()),
                Weight::Link => word(l.passage_link()),
                Weight::Date => word(l.passage_date()),
                Weight::Substantive | Weight::Wording => Html::default(),
            };
            ("pd-edited", tag)
        }
    }
}

fn moved_tag(
    env: &Env,
    compared: &Compared,
    id: ChangeId,
    change: &Change,
) -> (&'static str, Html) {
    let l = env.locale;
    let from = change
        .old
        .first()
        .and_then(|b| section_of(&compared.old.document, *b));
    let to = change
        .new
        .first()
        .and_then(|b| section_of(&compared.new.document, *b));
    let (Some(from), Some(to)) = (from, to) else {
        return ("pd-moved", Html::default());
    };
    let links = &compared.comparison.sections.links;
    let link = links.iter().find(|link| link.old == from && link.new == to);
    let has_origin = compared.outline.origin(id).is_some();
    if !has_origin && link.is_some_and(|link| link.moved) {
        // The section moved as a whole and says so itself.
        return ("pd-edited", Html::default());
    }
    let is_only = links.iter().filter(|link| link.new == to).count() == 1;
    let section = anchor_heading(env, compared, Anchor::Old(from));
    let text = match change.kind {
        _ if link.is_some() && is_only => l.moved_within().to_owned(),
        ChangeKind::MovedEdited => l.passage_moved_edited(&section),
        _ => l.moved_here(&section),
    };
    let tag = if has_origin {
        html! { <Jump place={Place::Origin(id)}>{ text }</Jump> }
    } else {
        html! { { text } }
    };
    ("pd-moved", html! { <p class="pd-tag pd-move">{ tag }</p> })
}

fn section_of(document: &Document, block: BlockId) -> Option<model::SectionId> {
    document
        .blocks
        .get(block.index())
        .map(|block| block.section)
}

/// What stands where a passage has left: where it went, and its first words.
fn pointer(env: &Env, compared: &Compared, id: ChangeId, change: &Change) -> Html {
    let (old, new) = (&compared.old.document, &compared.new.document);
    let to = change.new.first().and_then(|b| section_of(new, *b));
    let section = to
        .map(|id| anchor_heading(env, compared, Anchor::New(id)))
        .unwrap_or_default();
    let text = change
        .old
        .first()
        .and_then(|b| old.blocks.get(b.index()))
        .map_or("", |b| &*b.text);
    let words: Vec<&str> = text.split_whitespace().take(REMINDER + 1).collect();
    let cut = words.len() > REMINDER;
    let reminder = words.get(..REMINDER).unwrap_or(&words).join(" ");
    html! {
        <p class="pd-tag pd-move">
            <Jump place={Place::Passage(id)}>{ env.locale.moved_away(&section) }</Jump>
            { " " }
            <span lang={old.language.clone()}>{ reminder }{ if cut { " …" } else { "" } }</span>
        </p>
    }
}

/// Targets of links that differ, where the text alone would not show it.
fn link_hints(env: &Env, compared: &Compared, change: &Change) -> Html {
    if change.weight != Weight::Link {
        return Html::default();
    }
    let l = env.locale;
    let (old, new) = (&compared.old.document, &compared.new.document);
    let (gone, come) = link_targets(old, new, change);
    let (gone, come) = (gone.join(", "), come.join(", "));
    html! {
        <>
            if !gone.is_empty() {
                <p class="pd-hint">{ l.link_before(&gone) }</p>
            }
            if !come.is_empty() {
                <p class="pd-hint">{ l.link_now(&come) }</p>
            }
        </>
    }
}
