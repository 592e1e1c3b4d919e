//! What the page is doing, and why there is nothing to show.

use yew::prelude::*;

use super::env::Env;
use crate::widget::state::{Failure, Load, Notice, Side, Step};
use messages::Locale;

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
pub fn progress(l: Locale, stage: Stage) -> Html {
    let (class, text) = match stage {
        Stage::Idle => ("pd-hidden", ""),
        Stage::Done => ("pd-hidden", l.step_done()),
        Stage::Shelving => ("pd-progress", l.step_catalogue()),
        Stage::Busy(Step::Reading(Side::Old)) => ("pd-progress", l.step_reading_old()),
        Stage::Busy(Step::Reading(Side::New)) => ("pd-progress", l.step_reading_new()),
        Stage::Busy(Step::Comparing) => ("pd-progress", l.step_comparing()),
    };
    html! { <p {class} role="status">{ text }</p> }
}

/// Why there is nothing to show, and what to do.
pub fn failure_html(env: &Env, failure: &Failure) -> Html {
    let l = env.locale;
    let text = match failure {
        Failure::Catalogue(status) => with_status(l, l.failed_catalogue(), *status),
        Failure::Fetch { file, status } => with_status(l, &l.failed_fetch(file), *status),
        Failure::Unusable { file, reason } => l.failed_unusable(file, reason),
        Failure::Vocabulary(status) => with_status(l, l.failed_vocabulary(), *status),
        Failure::UnfitVocabulary(reason) => [l.failed_vocabulary(), " ", reason].concat(),
        Failure::Own(..) => l.failed_own().to_owned(),
    };
    let retry = matches!(
        failure,
        Failure::Catalogue(_)
            | Failure::Fetch { .. }
            | Failure::Vocabulary(_)
            | Failure::UnfitVocabulary(_)
    );
    html! {
        <div class="pd-failure" role="alert">
            <p>{ text }</p>
            if retry {
                <button type="button" class="pd-button" onclick={env.act(Load::Retry)}>
                    { l.failed_retry() }
                </button>
            }
        </div>
    }
}

/// In place of what a text means, while it is not known: that it is looked up, or why it cannot be.
pub fn not_understood(env: &Env, failure: Option<&Failure>) -> Html {
    match failure {
        None => html! { <p class="pd-hint" role="status">{ env.locale.vocabulary_coming() }</p> },
        Some(failure) => failure_html(env, failure),
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

/// What the address asked for and is not there.
pub fn notice_html(l: Locale, notice: &Notice) -> Html {
    let text = match notice {
        Notice::UnknownOrganisation(id) => l.notice_organisation(id),
        Notice::UnknownVersion(id) => l.notice_version(id),
    };
    html! { <p class="pd-notice" role="alert">{ text }</p> }
}
