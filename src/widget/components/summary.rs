//! What changed, for the reader who has two minutes.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    env::{Env, use_env},
    highlights::Highlights,
    jump::jump,
    section::state_label,
    status::not_understood,
    versions::loaded_label,
};
use crate::widget::state::{Failure, Place, Redlined, SectionState, Side};
use model::{Meaning, Weight};
use report::{
    reading_of_both,
    view::{self, plural},
};

/// How many sections of one state are listed; of more, the list is no longer read.
const LISTED: usize = 100;

/// Properties of [`SummaryView`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SummaryProps {
    /// The comparison.
    pub redlined: Rc<Redlined>,
    /// What it means, once that is known.
    pub meaning: Option<Rc<Meaning>>,
    /// Why a vocabulary did not come, where its meaning is not known for that.
    pub unlearnt: Option<Failure>,
}

/// What changed, in words and counts.
#[component]
pub fn SummaryView(props: &SummaryProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let (redlined, meaning) = (&props.redlined, &props.meaning);
    let old = loaded_label(&env, &redlined.old);
    let new = loaded_label(&env, &redlined.new);
    let title = env.id("summary-title");
    let request = Html::from(l.summary_request());
    html! {
        <section class="pd-summary" aria-labelledby={title.clone()}>
            <h2 id={title}>{ l.summary_title() }</h2>
            <p class="pd-from-to">{ l.summary_versions(&old, &new) }</p>
            if redlined.comparison.is_identical() {
                <p class="pd-identical">{ l.identical() }</p>
            } else {
                <p class="pd-amount">{ view::amount(&redlined.comparison, env.wording()) }</p>
                if let Some(meaning) = meaning {
                    <Highlights redlined={Rc::clone(redlined)} meaning={Rc::clone(meaning)} />
                }
                <dl class="pd-counts">
                    { sections(&env, redlined) }
                    { terms(&env, redlined) }
                    { apart(&env, redlined) }
                </dl>
            }
            if meaning.is_none() {
                { not_understood(&env, props.unlearnt.as_ref()) }
            }
            <dl class="pd-counts">
                if let Some(meaning) = meaning {
                    <dt>{ l.summary_contact() }</dt>
                    <dd class="pd-contact">{ view::contact(meaning, l) }</dd>
                }
                { dates(&env, redlined) }
                if let Some(meaning) = meaning {
                    { reading(&env, meaning) }
                }
            </dl>
            { problems(&env, redlined) }
            <p>{ jump(&env, Place::Request, Some("pd-button"), request) }</p>
        </section>
    }
}

/// A part of the summary: what it is about, and the lines.
fn part(title: &'static str, lines: Vec<Html>) -> Html {
    html! { <><dt>{ title }</dt><dd><ul class="pd-plain">{ for lines }</ul></dd></> }
}

fn sections(env: &Env, redlined: &Redlined) -> Html {
    let view = redlined.view(env.wording());
    let line = |state: SectionState| {
        let count = view.outline.in_state(state).count();
        if count == 0 {
            return None;
        }
        let list = view.outline.in_state(state).take(LISTED).map(|entry| {
            let heading = Html::from(view.quoted(entry.anchor));
            let link = jump(env, Place::Section(entry.anchor), None, heading);
            html! { <li key={entry.anchor.to_string()}>{ link }</li> }
        });
        let shown = view.wording.number(count);
        Some(html! {
            <li key={state as usize}>
                <details class="pd-sections">
                    <summary>
                        { state_label(env, state) }{ " " }
                        { env.locale.summary_section_count(plural(count), &shown) }
                    </summary>
                    <ul>
                        { for list }
                        if count > LISTED {
                            <li>{ env.locale.summary_section_rest(plural(count - LISTED)) }</li>
                        }
                    </ul>
                </details>
            </li>
        })
    };
    let lines = SectionState::ALL.into_iter().filter_map(line).collect();
    part(env.locale.sections(), lines)
}

fn terms(env: &Env, redlined: &Redlined) -> Html {
    let (l, terms) = (env.locale, &redlined.comparison.terms);
    if terms.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <dt>{ l.terms() }</dt>
            <dd>
                <ul class="pd-plain">
                    { for terms.iter().map(|term| html! { <li>{ view::term(term, l) }</li> }) }
                </ul>
                <p class="pd-hint">{ l.term_note() }</p>
            </dd>
        </>
    }
}

/// What is counted apart, so that it drowns nothing.
fn apart(env: &Env, redlined: &Redlined) -> Html {
    let l = env.locale;
    let counts = &redlined.comparison.totals.by_weight;
    let line = |(weight, count): (&Weight, &usize)| {
        let (n, shown) = (plural(*count), env.wording().number(*count));
        let text = match weight {
            _ if *count == 0 => return None,
            Weight::Terminology => l.apart_terminology(n, &shown),
            Weight::Date => l.apart_date(n, &shown),
            Weight::Link => l.apart_link(n, &shown),
            Weight::Formatting => l.apart_formatting(n, &shown),
            Weight::Substantive | Weight::Wording => return None,
        };
        Some(html! { <li key={weight.key()}>{ text }</li> })
    };
    let lines: Vec<Html> = counts.iter().filter_map(line).collect();
    if lines.is_empty() {
        return Html::default();
    }
    part(l.summary_apart(), lines)
}

fn dates(env: &Env, redlined: &Redlined) -> Html {
    let (l, wording) = (env.locale, env.wording());
    let old = wording.date(redlined.old.document.effective_date);
    let new = wording.date(redlined.new.document.effective_date);
    let lines = [l.old_version(&old), l.new_version(&new)];
    let lines = lines.map(|line| html! { <li>{ line }</li> });
    part(l.summary_dates(), lines.into())
}

/// How long and how hard the two versions are to read, in whole sentences for those who listen.
fn reading(env: &Env, meaning: &Meaning) -> Html {
    let lines = reading_of_both(&meaning.old.help, &meaning.new.help, env.wording());
    html! {
        <>
            <dt>{ env.locale.summary_reading() }</dt>
            <dd class="pd-reading-help">
                <ul class="pd-plain">{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            </dd>
        </>
    }
}

/// What the reader of policies could not read well, by version.
fn problems(env: &Env, redlined: &Redlined) -> Html {
    let l = env.locale;
    let rows: Vec<Html> = [Side::Old, Side::New]
        .into_iter()
        .flat_map(|side| {
            let version = redlined.version(side);
            let label = loaded_label(env, version);
            version.document.problems.iter().map(move |problem| {
                html! { <li>{ l.choose_problem(&label, &problem.message) }</li> }
            })
        })
        .collect();
    let limits = redlined.comparison.problems.iter();
    let notes = limits.map(|limit| html! { <li>{ view::limit_note(*limit, l) }</li> });
    html! {
        <>
            { noted(l.problems(), rows) }
            { noted(l.limits(), notes.collect()) }
        </>
    }
}

/// Notes that are there for whoever wants them.
fn noted(title: &'static str, rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <details class="pd-problems">
            <summary>{ title }</summary>
            <ul>{ for rows }</ul>
        </details>
    }
}
