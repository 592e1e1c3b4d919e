//! The changes worth telling first, each with the words it rests on.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    env::{Env, use_env},
    jump::jump,
    runs::runs_html,
};
use crate::widget::state::{Place, Redlined, Row};
use model::{Highlight, Meaning};
use report::view::{Fold, quotes, redline};

/// How many highlights are shown at first: what two minutes allow.
const FIRST: usize = 6;

/// How many passages stand behind one headline at most; the others are in the text.
const SHOWN: usize = 3;

/// Properties of [`Highlights`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HighlightsProps {
    /// The comparison.
    pub redlined: Rc<Redlined>,
    /// What it means.
    pub meaning: Rc<Meaning>,
}

/// The list of highlights: the first ones, the others on request.
#[component]
pub fn Highlights(props: &HighlightsProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let all = use_state(|| false);
    let count = props.meaning.highlights.len();
    if count == 0 {
        return html! { <p class="pd-hint">{ l.summary_no_highlights() }</p> };
    }
    let shown = if *all { count } else { count.min(FIRST) };
    let items = (0..shown).map(|at| {
        let (redlined, meaning) = (Rc::clone(&props.redlined), Rc::clone(&props.meaning));
        html! { <li key={at}><HighlightView {redlined} {meaning} {at} /></li> }
    });
    let onclick = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <>
            <h3>{ l.highlights() }</h3>
            <ol class="pd-highlights">{ for items }</ol>
            if shown < count {
                <button type="button" class="pd-button" {onclick}>
                    { l.summary_more(&env.wording().number(count)) }
                </button>
            }
        </>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct HighlightProps {
    redlined: Rc<Redlined>,
    meaning: Rc<Meaning>,
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
    let Some(highlight) = props.meaning.highlights.get(props.at) else {
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
                    { facts(&env, props, highlight) }
                    { passages(&env, &props.redlined, highlight) }
                }
            </details>
        </>
    }
}

fn facts(env: &Env, props: &HighlightProps, highlight: &Highlight) -> Html {
    let (l, redlined) = (env.locale, &props.redlined);
    let quotes = quotes(&props.meaning, highlight).into_iter();
    let quotes = quotes.map(|(is_new, text)| {
        let (label, version) = if is_new {
            (l.now(), &redlined.new)
        } else {
            (l.before(), &redlined.old)
        };
        html! {
            <figure class="pd-quote">
                <figcaption>{ label }</figcaption>
                <blockquote lang={version.document.language.clone()}>{ text }</blockquote>
            </figure>
        }
    });
    quotes.collect()
}

fn passages(env: &Env, redlined: &Redlined, highlight: &Highlight) -> Html {
    let (old, new) = (&redlined.old.document, &redlined.new.document);
    let passages = highlight.changes.iter().take(SHOWN).map(|id| {
        let runs = redline(old, new, redlined.comparison.change(*id), Fold::Nothing);
        let words = Html::from(env.locale.summary_show_in_text());
        html! {
            <div key={id.0} class="pd-passage-quote">
                <p class="pd-text" lang={new.language.clone()}>{ runs_html(env, runs) }</p>
                { jump(env, Place::of(Row::Change(*id), &redlined.comparison), None, words) }
            </div>
        }
    });
    passages.collect()
}
