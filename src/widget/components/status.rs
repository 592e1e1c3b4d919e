//! What the page is doing, and why there is nothing to show.

use yew::prelude::*;

use super::env::use_env;
use crate::{
    messages::Locale,
    widget::state::{Action, Failure, Notice, Side, Step},
};

/// Properties of [`Progress`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ProgressProps {
    /// The step; `None`: the list of policies is on its way.
    pub step: Option<Step>,
}

/// What the page is doing.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let l = use_env().locale;
    let text = match props.step {
        None => l.step_catalogue(),
        Some(Step::Reading(Side::Old)) => l.step_reading_old(),
        Some(Step::Reading(Side::New)) => l.step_reading_new(),
        Some(Step::Comparing) => l.step_comparing(),
    };
    html! { <p class="pd-progress" role="status">{ text }</p> }
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
        Failure::Own(..) => l.failed_own().to_owned(),
    };
    let retry = matches!(&props.failure, Failure::Catalogue(_) | Failure::Fetch { .. });
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
