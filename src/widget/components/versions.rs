//! What versions are called.

use super::env::Env;
use crate::widget::state::{Input, LoadedVersion, Version};

/// The label of a published version.
pub fn version_label(env: &Env, version: &Version) -> String {
    match (&version.date, &version.text_date) {
        (Some(date), _) => env.wording().day(date),
        (None, Some(date)) => env.locale.version_undated_text(&env.wording().day(date)),
        (None, None) => env.locale.version_undated(&version.id),
    }
}

/// The label of a version that was read, which may be the reader's own.
pub fn loaded_label(env: &Env, version: &LoadedVersion) -> String {
    match &version.input {
        Input::Published {
            date: Some(date), ..
        } => env.wording().day(date),
        Input::Published { version: id, .. } => match version.document.effective_date {
            Some(date) => env
                .locale
                .version_undated_text(&env.wording().date(Some(date))),
            None => env.locale.version_undated(id),
        },
        Input::Own(source) if source.name.is_empty() => env.locale.own_pasted().to_owned(),
        Input::Own(source) => source.name.to_string(),
    }
}
