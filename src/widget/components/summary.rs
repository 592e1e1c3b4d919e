//! What changed, for the reader who has two minutes.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    env::{Env, plural, use_env},
    highlights::Highlights,
    jump::Jump,
    section::anchor_heading,
    section_state::state_label,
    status::not_understood,
    versions::loaded_label,
};
use crate::widget::state::{Compared, Failure, Place, Side};
use model::{Document, Term, Weight};
use report::{contact_line, limit_note, reading_of_both, term_relation};

/// How many sections of one state are listed; of more, the list is no longer read.
const LISTED: usize = 100;

/// Properties of [`SummaryView`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SummaryProps {
    /// The comparison.
    pub compared: Rc<Compared>,
    /// Why a vocabulary did not come, where its meaning is not known for that.
    pub unlearnt: Option<Failure>,
}

/// What changed, in words and counts.
#[component]
pub fn SummaryView(props: &SummaryProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let compared = &props.compared;
    let summary = &compared.summary;
    let old = loaded_label(&env, &compared.old);
    let new = loaded_label(&env, &compared.new);
    let title = env.id("summary-title");
    html! {
        <section class="pd-summary" aria-labelledby={title.clone()}>
            <h2 id={title}>{ l.summary_title() }</h2>
            <p class="pd-from-to">{ l.summary_versions(&old, &new) }</p>
            if summary.identical {
                <p class="pd-identical">{ l.report_identical() }</p>
            } else {
                { amount(&env, compared) }
                if compared.is_understood {
                    <Highlights compared={Rc::clone(compared)} />
                }
                <dl class="pd-counts">
                    { sections(&env, compared) }
                    { terms(&env, compared) }
                    { apart(&env, compared) }
                </dl>
            }
            if !compared.is_understood {
                { not_understood(l, props.unlearnt.as_ref()) }
            }
            <dl class="pd-counts">
                { contact(&env, compared) }
                { dates(&env, compared) }
                { reading(&env, compared) }
            </dl>
            { problems(&env, compared) }
            <p><Jump place={Place::Request} class="pd-button">{ l.summary_request() }</Jump></p>
        </section>
    }
}

/// How many words came and went.
fn amount(env: &Env, compared: &Compared) -> Html {
    let l = env.locale;
    let totals = &compared.comparison.totals;
    let (deleted, inserted) = (totals.words_deleted, totals.words_inserted);
    if deleted == 0 && inserted == 0 && compared.summary.is_light() {
        return html! { <p class="pd-amount">{ l.summary_only_minor() }</p> };
    }
    let deleted = l.summary_words_deleted(plural(deleted), &env.number(deleted));
    let inserted = l.summary_words_inserted(plural(inserted), &env.number(inserted));
    html! {
        <p class="pd-amount">{ l.summary_words(&deleted, &inserted, &env.number(totals.words_old)) }</p>
    }
}

fn sections(env: &Env, compared: &Compared) -> Html {
    let l = env.locale;
    let rows = compared.summary.sections.iter().map(|(state, anchors)| {
        let count = l.summary_section_count(plural(anchors.len()), &env.number(anchors.len()));
        let list = anchors.iter().take(LISTED).map(|anchor| html! {
            <li key={anchor.to_string()}>
                <Jump place={Place::Section(*anchor)}>{ anchor_heading(env, compared, *anchor) }</Jump>
            </li>
        });
        html! {
            <li key={*state as usize}>
                <details class="pd-sections">
                    <summary>{ state_label(env, *state) }{ " " }{ count }</summary>
                    <ul>
                        { for list }
                        if anchors.len() > LISTED {
                            <li>{ l.summary_section_rest(plural(anchors.len() - LISTED)) }</li>
                        }
                    </ul>
                </details>
            </li>
        }
    });
    html! {
        <><dt>{ l.summary_sections() }</dt><dd><ul class="pd-plain">{ for rows }</ul></dd></>
    }
}

fn terms(env: &Env, compared: &Compared) -> Html {
    let l = env.locale;
    let terms = &compared.comparison.terms;
    if terms.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <dt>{ l.summary_terms() }</dt>
            <dd>
                <ul class="pd-plain">
                    { for terms.iter().map(|t| html! { <li>{ term_line(env, t) }</li> }) }
                </ul>
                <p class="pd-hint">{ l.report_term_note() }</p>
            </dd>
        </>
    }
}

/// A replaced term, with what is known of the new one beside the old one.
fn term_line(env: &Env, term: &Term) -> String {
    let l = env.locale;
    let line = l.summary_term(&term.old, &term.new, plural(term.count));
    match &term.relation {
        Some(relation) => format!("{line}; {}", term_relation(relation, l)),
        None => line,
    }
}

/// What is counted apart, so that it drowns nothing.
fn apart(env: &Env, compared: &Compared) -> Html {
    let l = env.locale;
    let rows: Vec<Html> = compared
        .summary
        .apart
        .iter()
        .filter_map(|(weight, count)| {
            let (n, shown) = (plural(*count), env.number(*count));
            let text = match weight {
                Weight::Terminology => l.apart_terminology(n, &shown),
                Weight::Date => l.apart_date(n, &shown),
                Weight::Link => l.apart_link(n, &shown),
                Weight::Formatting => l.apart_formatting(n, &shown),
                Weight::Substantive | Weight::Wording => return None,
            };
            Some(html! { <li key={weight.key()}>{ text }</li> })
        })
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <><dt>{ l.summary_apart() }</dt><dd><ul class="pd-plain">{ for rows }</ul></dd></>
    }
}

fn contact(env: &Env, compared: &Compared) -> Html {
    let l = env.locale;
    if !compared.is_understood {
        return Html::default();
    }
    let (old, new) = compared.summary.contact.of(&compared.meaning);
    let text = contact_line(old, new, l);
    html! { <><dt>{ l.summary_contact() }</dt><dd class="pd-contact">{ text }</dd></> }
}

fn dates(env: &Env, compared: &Compared) -> Html {
    let l = env.locale;
    let date = |document: &Document| match document.effective_date {
        Some(date) => env.date(date),
        None => l.summary_date_none().to_owned(),
    };
    html! {
        <>
            <dt>{ l.summary_dates() }</dt>
            <dd>
                <ul class="pd-plain">
                    <li>{ l.summary_date_old(&date(&compared.old.document)) }</li>
                    <li>{ l.summary_date_new(&date(&compared.new.document)) }</li>
                </ul>
            </dd>
        </>
    }
}

/// How long and how hard the two versions are to read, in whole sentences for those who listen.
fn reading(env: &Env, compared: &Compared) -> Html {
    if !compared.is_understood {
        return Html::default();
    }
    let (old, new) = (&compared.meaning.old.help, &compared.meaning.new.help);
    let lines = reading_of_both(old, new, env.locale, &|count| env.number(count));
    html! {
        <>
            <dt>{ env.locale.report_reading() }</dt>
            <dd class="pd-reading-help">
                <ul class="pd-plain">{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            </dd>
        </>
    }
}

/// What the reader of policies could not read well, by version.
fn problems(env: &Env, compared: &Compared) -> Html {
    let l = env.locale;
    let rows: Vec<Html> = [Side::Old, Side::New]
        .into_iter()
        .flat_map(|side| {
            let version = compared.version(side);
            let label = loaded_label(env, version);
            version.document.problems.iter().map(move |problem| {
                html! { <li>{ l.choose_problem(&label, &problem.message) }</li> }
            })
        })
        .collect();
    let limits = compared.comparison.problems.iter();
    let notes = limits.map(|&limit| html! { <li>{ limit_note(limit, l) }</li> });
    html! {
        <>
            { noted(l.summary_problems(), rows) }
            { noted(l.report_limits(), notes.collect()) }
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
