//! The part of the page's address that belongs to the widget.

use gloo_events::EventListener;
use gloo_utils::window;
use wasm_bindgen::JsValue;

/// The address from `#` on; empty where there is none.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Writes it. A new entry in the browser's history only with `push`.
pub fn set_hash(hash: &str, push: bool) {
    let Ok(history) = window().history() else {
        return;
    };
    // Not `location.hash`: that scrolls, and always makes a new entry.
    let written = if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(hash))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(hash))
    };
    if written.is_err() {
        // A page from a file or in a sandbox may not write its history.
        let _ = window().location().set_hash(hash);
    }
}

/// Calls back when the reader goes back, forward or types an address.
pub fn on_hash_change(callback: impl Fn(String) + 'static) -> [EventListener; 2] {
    let callback = std::rc::Rc::new(callback);
    ["hashchange", "popstate"].map(|event| {
        let callback = std::rc::Rc::clone(&callback);
        EventListener::new(&window(), event, move |_| callback(hash()))
    })
}
