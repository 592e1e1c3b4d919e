//! One version, as it stands.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    env::{Env, use_env},
    runs::runs_html,
    versions::loaded_label,
};
use crate::widget::state::{Anchor, LoadedVersion, PAGE, Place};
use model::{Block, BlockKind, Document, Reading, Section, SectionId};
use report::{
    reading_of,
    view::{block_runs, plural},
};

/// Properties of [`ReadingView`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReadingProps {
    /// The version.
    pub version: Rc<LoadedVersion>,
    /// What it says, once that is known.
    pub reading: Option<Rc<Reading>>,
    /// Whether there is no other version.
    pub only: bool,
}

/// One version to read.
#[component]
pub fn ReadingView(props: &ReadingProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let document = &props.version.document;
    let shown = use_state(|| PAGE);
    let mut left = *shown;
    let mut sections = Vec::new();
    for (id, section) in (0..).map(SectionId).zip(&document.sections) {
        if left == 0 {
            break;
        }
        sections.push(section_html(document, section, id, left, &env));
        left = left.saturating_sub(section.blocks.len().max(1));
    }
    let rest = document.blocks.len().saturating_sub(*shown);
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + PAGE))
    };
    let label = loaded_label(&env, &props.version);
    let reading = props.reading.as_ref();
    let help = reading.map(|reading| reading_of(&reading.help, env.wording()));
    html! {
        <section class="pd-reading">
            <h2>{ document.title.clone().unwrap_or_default() }</h2>
            <p class="pd-from-to">{ l.summary_read(&label) }</p>
            if let Some(help) = help {
                <p class="pd-reading-help">{ help.join(" ") }</p>
            }
            <p class="pd-notice">{ if props.only { l.only_version() } else { l.only_read() } }</p>
            <div lang={document.language.clone()}>{ for sections }</div>
            if rest > 0 {
                <button type="button" class="pd-button" onclick={more}>{ l.more_passages(plural(rest)) }</button>
            }
        </section>
    }
}

fn section_html(
    document: &Document,
    section: &Section,
    id: SectionId,
    limit: usize,
    env: &Env,
) -> Html {
    let blocks: Vec<&Block> = section
        .block_ids()
        .filter_map(|id| document.blocks.get(id.index()))
        .take(limit)
        .collect();
    let groups = blocks.chunk_by(|a, b| is_item(a) == is_item(b));
    let place = Place::Section(Anchor::New(id));
    html! {
        <section class="pd-section" key={id.0} id={env.id(&place.to_string())} tabindex="-1">
            if !section.heading.is_empty() {
                <h3 class="pd-heading">{ &section.heading }</h3>
            }
            { for groups.map(|blocks| group_html(env, blocks)) }
        </section>
    }
}

fn is_item(block: &Block) -> bool {
    block.kind == BlockKind::ListItem
}

fn group_html(env: &Env, blocks: &[&Block]) -> Html {
    let text = |block: &Block| runs_html(env, block_runs(block));
    if blocks.first().is_some_and(|block| is_item(block)) {
        html! {
            <ul class="pd-list">
                { for blocks.iter().map(|block| {
                    let depth = ["pd-depth-", &block.depth.min(4).to_string()].concat();
                    html! { <li class={classes!("pd-item", depth)}>{ text(block) }</li> }
                }) }
            </ul>
        }
    } else {
        html! {
            <>{ for blocks.iter().map(|block| html! { <p class="pd-text">{ text(block) }</p> }) }</>
        }
    }
}
