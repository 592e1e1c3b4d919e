//! What the page is doing, and why there is nothing to show.

use yew::prelude::*;

use super::env::use_env;
use crate::widget::state::{Action, Failure, Notice, Side, Step};
use messages::Locale;

/// Properties of [`Progress`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ProgressProps {
    /// What the page does.
    pub stage: Stage,
}

/// What the page does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage {
    /// Nothing.
    Idle,
    /// Looking up the list of policies.
    Shelving,
    /// A step towards the result.
    Busy(Step),
    /// The result is there.
    Done,
}

/// What the page is doing. The element is always there: screen readers announce changes inside
/// such an element, not its coming.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let l = use_env().locale;
    let (class, text) = match props.stage {
        Stage::Idle => ("pd-hidden", ""),
        Stage::Done => ("pd-hidden", l.step_done()),
        Stage::Shelving => ("pd-progress", l.step_catalogue()),
        Stage::Busy(Step::Reading(Side::Old)) => ("pd-progress", l.step_reading_old()),
        Stage::Busy(Step::Reading(Side::New)) => ("pd-progress", l.step_reading_new()),
        Stage::Busy(Step::Comparing) => ("pd-progress", l.step_comparing()),
    };
    html! { <p {class} role="status">{ text }</p> }
}

/// Properties of [`FailureView`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FailureProps {
    /// What went wrong.
    pub failure: Failure,
}

/// Why there is nothing to show, and what to do.
#[component]
pub fn FailureView(props: &FailureProps) -> Html {
    let env = use_env();
    let l = env.locale;
    let text = match &props.failure {
        Failure::Catalogue(status) => with_status(l, l.failed_catalogue(), *status),
        Failure::Fetch { file, status } => with_status(l, &l.failed_fetch(file), *status),
        Failure::Unusable { file, reason } => l.failed_unusable(file, reason),
        Failure::Vocabulary(status) => with_status(l, l.failed_vocabulary(), *status),
        Failure::UnfitVocabulary(reason) => [l.failed_vocabulary(), " ", reason].concat(),
        Failure::Own(..) => l.failed_own().to_owned(),
    };
    let retry = matches!(
        &props.failure,
        Failure::Catalogue(_)
            | Failure::Fetch { .. }
            | Failure::Vocabulary(_)
            | Failure::UnfitVocabulary(_)
    );
    html! {
        <div class="pd-failure" role="alert">
            <p>{ text }</p>
            if retry {
                <button type="button" class="pd-button" onclick={env.act(Action::Retry)}>
                    { l.failed_retry() }
                </button>
            }
        </div>
    }
}

/// In place of what a text means, while it is not known: that it is looked up, or why it cannot be.
pub fn not_understood(l: Locale, failure: Option<&Failure>) -> Html {
    match failure {
        None => html! { <p class="pd-hint" role="status">{ l.vocabulary_coming() }</p> },
        Some(failure) => html! { <FailureView failure={failure.clone()} /> },
    }
}

fn with_status(l: Locale, what: &str, status: Option<u16>) -> String {
    let why = match status {
        None => l.failed_offline().to_owned(),
        Some(404) => l.failed_missing().to_owned(),
        Some(status) => l.failed_status(&status.to_string()),
    };
    [what, " ", &why].concat()
}

/// Properties of [`NoticeView`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NoticeProps {
    /// What the address asked for in vain.
    pub notice: Notice,
}

/// What the address asked for and is not there.
#[component]
pub fn NoticeView(props: &NoticeProps) -> Html {
    let l = use_env().locale;
    let text = match &props.notice {
        Notice::UnknownOrganisation(id) => l.notice_organisation(id),
        Notice::UnknownVersion(id) => l.notice_version(id),
    };
    html! { <p class="pd-notice" role="alert">{ text }</p> }
}
