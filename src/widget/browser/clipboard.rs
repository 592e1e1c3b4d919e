//! Copying: the clipboard interface, then the command that old browsers and frames still have.

use gloo_utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Puts a text on the clipboard; `host` is where a helper element may stand for a moment.
pub async fn copy(text: &str, host: &Element) -> bool {
    // The interface is missing outside secure contexts, where reading it gives `undefined`.
    let navigator: JsValue = window().navigator().into();
    let has_clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    if has_clipboard {
        let written = window().navigator().clipboard().write_text(text);
        if JsFuture::from(written).await.is_ok() {
            return true;
        }
    }
    copy_by_command(text, host).unwrap_or(false)
}

fn copy_by_command(text: &str, host: &Element) -> Option<bool> {
    let before = document().active_element();
    let area: HtmlTextAreaElement = document()
        .create_element("textarea")
        .ok()?
        .dyn_into()
        .ok()?;
    area.set_value(text);
    area.set_class_name("pd-hidden");
    host.append_child(&area).ok()?;
    area.select();
    let copied = document()
        .dyn_into::<HtmlDocument>()
        .ok()?
        .exec_command("copy")
        .unwrap_or(false);
    area.remove();
    if let Some(before) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = before.focus();
    }
    Some(copied)
}
