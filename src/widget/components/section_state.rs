//! The label that says what became of a section.

use yew::prelude::*;

use super::env::Env;
use crate::widget::state::SectionState;

/// The word for a state, with a sign that tells it apart without colour.
pub fn state_label(env: &Env, state: SectionState) -> Html {
    let l = env.locale;
    let (class, icon, word) = match state {
        SectionState::Added => ("pd-state-added", "+", l.state_added()),
        SectionState::Removed => ("pd-state-removed", "−", l.state_removed()),
        SectionState::Merged => ("pd-state-merged", "⊃", l.state_merged()),
        SectionState::Split => ("pd-state-split", "⊂", l.state_split()),
        SectionState::Renamed => ("pd-state-renamed", "Aa", l.state_renamed()),
        SectionState::Moved => ("pd-state-moved", "⇄", l.state_moved()),
        SectionState::Edited => ("pd-state-edited", "±", l.state_edited()),
        SectionState::Formatting => ("pd-state-formatting", "¶", l.state_formatting()),
        SectionState::Unchanged => ("pd-state-unchanged", "=", l.state_unchanged()),
    };
    html! {
        <span class={classes!("pd-state", class)}>
            <span aria-hidden="true">{ icon }{ " " }</span>{ word }{ " " }
        </span>
    }
}
