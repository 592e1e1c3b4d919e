//! Keys, focus and time on the page around.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, EventTarget, HtmlElement, HtmlTextAreaElement, KeyboardEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Lets the browser paint before work goes on. A frame is 16 ms; waiting for one by name would
/// wait for ever in a tab that is not shown.
pub async fn breathe() {
    gloo::timers::future::TimeoutFuture::new(16).await;
}

/// Takes the reader to an element below `root`; false where there is none.
pub fn focus(root: &Element, id: &str) -> bool {
    let Ok(Some(element)) = root.query_selector(&format!("[id=\"{id}\"]")) else { return false };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus();
    }
    true
}

/// Selects the whole text of a field below `root`, for copying by hand.
pub fn select_all(root: &Element, id: &str) {
    let found = root.query_selector(&format!("[id=\"{id}\"]")).ok().flatten();
    if let Some(field) = found {
        if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
            area.select();
        } else if let Some(input) = field.dyn_ref::<web_sys::HtmlInputElement>() {
            input.select();
        }
    }
}

/// Calls back on every key pressed inside `root`, or while nothing on the page has the focus.
/// The callback says whether it used the key.
pub fn on_key(
    root: &Element,
    callback: impl Fn(&KeyboardEvent) -> bool + 'static,
) -> [EventListener; 2] {
    let callback = Rc::new(callback);
    let listen = |target: &EventTarget, only_free: bool| {
        let callback = Rc::clone(&callback);
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(target, "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let is_free = || document().active_element().is_none_or(|e| e.tag_name() == "BODY");
            if (!only_free || is_free()) && callback(event) {
                event.prevent_default();
            }
        })
    };
    // Two, because from outside a closed shadow root nobody sees what has the focus in it.
    [listen(root, false), listen(&document(), true)]
}

/// True where a key pressed belongs to a field or to the browser.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
        return true;
    }
    let target = event.composed_path().get(0).dyn_into::<Element>();
    target.is_ok_and(|element| {
        ["INPUT", "TEXTAREA", "SELECT"].contains(&element.tag_name().as_str())
            || element.has_attribute("contenteditable")
    })
}
