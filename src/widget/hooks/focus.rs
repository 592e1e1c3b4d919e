//! Takes the reader where the state says.

use web_sys::Element;
use yew::prelude::*;

use crate::widget::{browser, state::Focus};

/// Scrolls to the place and gives it the keyboard focus, each time the serial changes.
#[hook]
pub fn use_focus(root: &NodeRef, prefix: &AttrValue, focus: Option<Focus>) {
    let (root, prefix) = (root.clone(), prefix.clone());
    use_effect_with(focus, move |focus| {
        if let (Some(focus), Some(root)) = (focus, root.cast::<Element>()) {
            browser::focus(&root, &format!("{prefix}-{}", focus.place));
        }
    });
}
