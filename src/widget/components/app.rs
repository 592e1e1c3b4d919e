//! The whole page.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    assistant::AssistantView,
    chooser::Chooser,
    env::Env,
    foot::foot,
    own::OwnFiles,
    reading::ReadingView,
    redline::Redline,
    status::{Stage, failure_html, notice_html, progress},
    summary::SummaryView,
};
use crate::widget::{
    hooks::{use_address, use_catalogue, use_focus, use_keys, use_loader, use_vocabularies},
    state::{Address, Choose, Content, Failure, Route, Session, Shelf, Work},
};
use messages::Locale;

/// How a widget is set up.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Config {
    /// Folder of the published policies, with a slash at its end.
    pub policies: AttrValue,
    /// Folder of the vocabularies, with a slash at its end.
    pub vocabularies: AttrValue,
    /// The organisation to start with.
    #[prop_or_default]
    pub organisation: Option<AttrValue>,
    /// Language of the interface.
    #[prop_or_default]
    pub locale: Locale,
    /// Start of every id; must differ between widgets in one tree.
    pub prefix: AttrValue,
    /// Whether the choice stands in the browser's address.
    #[prop_or(true)]
    pub address: bool,
}

/// One widget.
#[component]
pub fn App(config: &Config) -> Html {
    let preferred = config.organisation.as_ref().map(|id| Rc::from(id.as_str()));
    let session = use_reducer(|| Session::new(preferred));
    let root = use_node_ref();
    use_address(&session, config.address);
    use_catalogue(&session, &config.policies);
    let library = use_vocabularies(&session, &config.vocabularies);
    use_loader(&session, &config.policies, &library, config.locale);
    use_focus(&root, &config.prefix, session.focus);
    use_keys(&root, &config.prefix, &session);
    let env = Env {
        locale: config.locale,
        prefix: config.prefix.clone(),
        route: session.address.route.clone(),
        dispatch: session.dispatcher(),
    };
    let l = env.locale;
    html! {
        <ContextProvider<Env> context={env.clone()}>
            <div class="pd-app" ref={root} lang={l.key()}>
                <a class="pd-skip" href={env.href_result()} onclick={env.skip()}>{ l.skip_to_result() }</a>
                <header class="pd-header">
                    <h1>{ l.page_title() }</h1>
                    <p class="pd-lead">{ l.page_lead() }</p>
                </header>
                <main class="pd-main">
                    { ways(&env, session.address.route == Route::Own) }
                    { choosing(&env, &session) }
                    { progress(l, stage(&session)) }
                    <div id={env.id("result")} tabindex="-1" class="pd-result">{ result(&env, &session) }</div>
                </main>
                { foot(&env, session.shortcuts, own_notice(&session)) }
            </div>
        </ContextProvider<Env>>
    }
}

/// The two ways to get texts; `is_own`: the reader's own files are the current one.
fn ways(env: &Env, is_own: bool) -> Html {
    let l = env.locale;
    let way = |own: bool, label: &'static str| {
        let route = if own { Route::Own } else { Route::Home };
        let current = (own == is_own).then_some("true");
        html! {
            <button type="button" class="pd-way" aria-current={current}
                onclick={env.act(Choose::Address(Address::from(route)))}>
                { label }
            </button>
        }
    };
    html! {
        <nav class="pd-ways" aria-label={l.ways_label()}>
            { way(false, l.way_published()) }
            { way(true, l.way_own()) }
        </nav>
    }
}

/// The organisation whose policy is this program's own privacy notice, where the site has it.
fn own_notice(session: &Session) -> Option<&str> {
    match &session.shelf {
        Shelf::Ready(catalogue) => Some(&catalogue.organisation("policy-diff")?.id),
        _ => None,
    }
}

fn stage(session: &Session) -> Stage {
    match (&session.shelf, &session.work) {
        (_, Work::Busy(step)) => Stage::Busy(*step),
        (_, Work::Done(_)) => Stage::Done,
        (Shelf::Loading, _) if session.address.route != Route::Own => Stage::Shelving,
        _ => Stage::Idle,
    }
}

fn choosing(env: &Env, session: &Session) -> Html {
    if session.address.route == Route::Own {
        return html! { <OwnFiles own={session.own.clone()} /> };
    }
    match &session.shelf {
        Shelf::Loading => Html::default(),
        Shelf::Failed(failure) => failure_html(env, failure),
        Shelf::Ready(catalogue) => {
            let chosen = session.chosen();
            html! {
                <Chooser
                    catalogue={Rc::clone(catalogue)}
                    organisation={chosen.organisation.map(|o| Rc::clone(&o.id))}
                    old={chosen.old.map(|v| Rc::clone(&v.id))}
                    new={chosen.new.map(|v| Rc::clone(&v.id))}
                />
            }
        }
    }
}

fn result(env: &Env, session: &Session) -> Html {
    if let Some(notice) = &session.notice {
        return notice_html(env.locale, notice);
    }
    match &session.work {
        Work::Idle | Work::Busy(_) => Html::default(),
        Work::Failed(Failure::Own(..)) if session.address.route != Route::Own => Html::default(),
        Work::Failed(failure) => failure_html(env, failure),
        Work::Done(content) => done(session, content),
    }
}

fn done(session: &Session, content: &Content) -> Html {
    let chosen = session.chosen();
    let text = match content {
        Content::Single(version, reading) => {
            let only = chosen.organisation.is_some_and(|o| o.versions.len() == 1);
            html! { <ReadingView version={Rc::clone(version)} reading={reading.clone()} {only} /> }
        }
        Content::Pair(redlined, meaning) => html! {
            <>
                <SummaryView redlined={Rc::clone(redlined)} meaning={meaning.clone()}
                    unlearnt={session.learning.failure.clone()} />
                <Redline
                    redlined={Rc::clone(redlined)}
                    filters={session.filters}
                    flipped={session.flipped.clone()}
                    lengths={session.lengths.clone()}
                    sections={session.sections}
                    current={session.current}
                />
            </>
        },
    };
    html! {
        <>
            { text }
            <AssistantView
                content={content.clone()}
                unlearnt={session.learning.failure.clone()}
                side={session.latest_side()}
                organisation={chosen.organisation.cloned().map(Rc::new)}
                assistant={session.assistant.clone()}
            />
        </>
    }
}
