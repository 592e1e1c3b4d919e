//! The changes worth telling first, each with the words it rests on.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    env::{Env, use_env},
    jump::Jump,
    runs::runs_html,
};
use crate::widget::state::{Compared, Fold, Place, redline};
use model::{Fact, Highlight};

/// How many highlights are shown at first: what two minutes allow.
const FIRST: usize = 6;

/// How many passages stand behind one headline at most; the others are in the text.
const SHOWN: usize = 3;

/// Properties of [`Highlights`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HighlightsProps {
    /// The comparison.
    pub compared: Rc<Compared>,
}

/// The list of highlights: the first ones, the others on request.
#[component]
pub fn Highlights(props: &HighlightsProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let all = use_state(|| false);
    let compared = &props.compared;
    let count = compared.meaning.highlights.len();
    if count == 0 {
        return html! { <p class="pd-hint">{ l.summary_no_highlights() }</p> };
    }
    let shown = if *all { count } else { count.min(FIRST) };
    let items = (0..shown).map(|at| {
        html! { <li key={at}><HighlightView compared={Rc::clone(compared)} {at} /></li> }
    });
    let onclick = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <>
            <h3>{ l.summary_highlights() }</h3>
            <ol class="pd-highlights">{ for items }</ol>
            if shown < count {
                <button type="button" class="pd-button" {onclick}>
                    { l.summary_more(&env.number(count)) }
                </button>
            }
        </>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct HighlightProps {
    compared: Rc<Compared>,
    at: usize,
}

/// One highlight. The quotes are laid out only once they are asked for.
#[component]
fn HighlightView(props: &HighlightProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let opened = use_state(|| false);
    let ontoggle = {
        let opened = opened.clone();
        Callback::from(move |_: Event| opened.set(true))
    };
    let Some(highlight) = props.compared.meaning.highlights.get(props.at) else {
        return Html::default();
    };
    // Quotes in it are in the policy's language, which is its own in almost all cases.
    let lang = (highlight.language != l.key()).then(|| AttrValue::from(highlight.language.clone()));
    html! {
        <>
            <p class="pd-headline" {lang}>{ &highlight.headline }</p>
            <details class="pd-evidence" {ontoggle}>
                <summary>{ l.summary_evidence() }</summary>
                if *opened {
                    { facts(&env, &props.compared, highlight) }
                    { passages(&env, &props.compared, highlight) }
                }
            </details>
        </>
    }
}

fn facts(env: &Env, compared: &Compared, highlight: &Highlight) -> Html {
    let l = env.locale;
    let meaning = &compared.meaning;
    let quote = |label: &'static str, fact: &Fact, language: &str| {
        html! {
            <figure class="pd-quote">
                <figcaption>{ label }</figcaption>
                <blockquote lang={language.to_owned()}>{ &fact.evidence.quote }</blockquote>
            </figure>
        }
    };
    let changes = highlight
        .facts
        .iter()
        .filter_map(|at| meaning.facts.get(*at));
    changes
        .map(|change| {
            let old = change.old.and_then(|at| meaning.old.facts.get(at));
            let new = change.new.and_then(|at| meaning.new.facts.get(at));
            html! {
                <>
                    if let Some(fact) = old {
                        { quote(l.summary_before(), fact, &compared.old.document.language) }
                    }
                    if let Some(fact) = new {
                        { quote(l.summary_now(), fact, &compared.new.document.language) }
                    }
                </>
            }
        })
        .collect()
}

fn passages(env: &Env, compared: &Compared, highlight: &Highlight) -> Html {
    let l = env.locale;
    let (old, new) = (&compared.old.document, &compared.new.document);
    let passages = highlight.changes.iter().take(SHOWN).filter_map(|id| {
        let change = compared.comparison.changes.get(id.index())?;
        let runs = redline(old, new, change, Fold::Nothing);
        Some(html! {
            <div key={id.0} class="pd-passage-quote">
                <p class="pd-text" lang={new.language.clone()}>{ runs_html(env, &runs) }</p>
                <Jump place={Place::Passage(*id)}>{ l.summary_show_in_text() }</Jump>
            </div>
        })
    });
    passages.collect()
}
