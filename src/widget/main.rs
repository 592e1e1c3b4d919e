//! The widget's entry into WebAssembly: the one function that the page's script calls.

use std::cell::Cell;

use js_sys::{Function, Reflect};
use policy_diff::{
    messages::Locale,
    widget::{App, Config, set_reader},
};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Element;
use yew::{AppHandle, AttrValue};

fn main() {}

/// A mounted widget.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Handle {
    app: Option<AppHandle<App>>,
}

#[wasm_bindgen]
impl Handle {
    /// Takes the widget out of its element. Further calls do nothing.
    pub fn destroy(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// Mounts a widget into an element, whose content it replaces.
///
/// `config` is an object with
/// * `policies`: the folder of the published policies, as a URL (default `policies/`);
/// * `vocabularies`: the folder of the vocabularies, as a URL (default `vocabularies/`);
/// * `pages`: a function that promises the reader of web pages, to be called for the first one;
/// * `organisation`: id of the organisation to start with (optional);
/// * `language`: BCP 47 tag of the interface language (optional);
/// * `address`: `false` where the page's address is not the widget's to read and write.
#[wasm_bindgen]
pub fn mount(element: Element, config: &JsValue) -> Handle {
    let text = |name: &str| {
        field(config, name)
            .as_string()
            .filter(|text| !text.is_empty())
    };
    let folder = |name: &str| {
        let mut folder = text(name).unwrap_or_else(|| name.to_owned());
        if !folder.ends_with('/') {
            folder.push('/');
        }
        AttrValue::from(folder)
    };
    set_reader(field(config, "pages").dyn_into::<Function>().ok());
    let config = Config {
        policies: folder("policies"),
        vocabularies: folder("vocabularies"),
        organisation: text("organisation").map(AttrValue::from),
        locale: text("language")
            .and_then(|tag| Locale::from_key(&tag))
            .unwrap_or_default(),
        prefix: prefix(),
        address: field(config, "address").as_bool().unwrap_or(true),
    };
    let app = yew::Renderer::<App>::with_root_and_props(element, config).render();
    Handle { app: Some(app) }
}

fn field(config: &JsValue, name: &str) -> JsValue {
    Reflect::get(config, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Ids start differently in every widget of a page.
fn prefix() -> AttrValue {
    thread_local! {
        static MOUNTED: Cell<u32> = const { Cell::new(0) };
    }
    let number = MOUNTED.get() + 1;
    MOUNTED.set(number);
    AttrValue::from(["pd", &number.to_string()].concat())
}
