//! Keys, focus and time on the page around.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, EventTarget, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent,
    ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot,
};

/// Lets the browser paint before work goes on. A frame is 16 ms; waiting for one by name would
/// wait for ever in a tab that is not shown.
pub async fn breathe() {
    gloo_timers::future::TimeoutFuture::new(16).await;
}

/// The element with this id in the tree that `near` stands in.
fn find(near: &Element, id: &str) -> Option<HtmlElement> {
    // The tree may be a shadow root, where the document finds nothing.
    let root = near.get_root_node();
    let selector = format!("[id=\"{id}\"]");
    let found = match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.query_selector(&selector),
        None => document().query_selector(&selector),
    };
    found.ok()??.dyn_into().ok()
}

/// Takes the reader to an element; false where there is none.
pub fn focus(near: &Element, id: &str) -> bool {
    let Some(element) = find(near, id) else {
        return false;
    };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    let _ = element.focus();
    true
}

/// Selects the whole text of a field, for copying by hand.
pub fn select_all(near: &Element, id: &str) {
    let Some(field) = find(near, id) else { return };
    let _ = field.focus();
    if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        area.select();
    } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.select();
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
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            let is_free = || {
                document()
                    .active_element()
                    .is_none_or(|e| e.tag_name() == "BODY")
            };
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
