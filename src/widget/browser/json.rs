//! The list of policies, read with the browser's own JSON parser: one file with a dozen fields
//! does not pay for a second one in the wasm.

use std::rc::Rc;

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::widget::state::{Catalogue, Organisation, Version};

/// Reads `catalogue.json`; `None` where it is none.
pub fn catalogue(text: &str) -> Option<Catalogue> {
    let root = JSON::parse(text).ok()?;
    if string(&root, "format").as_deref() != Some("policy-diff/catalogue") {
        return None;
    }
    Some(Catalogue {
        organisations: list(&root, "organisations")
            .iter()
            .filter_map(organisation)
            .collect(),
        problems: list(&root, "problems")
            .iter()
            .filter_map(|problem| Some((string(problem, "file")?, string(problem, "reason")?)))
            .collect(),
    })
}

fn organisation(value: &JsValue) -> Option<Organisation> {
    let id = string(value, "id")?;
    Some(Organisation {
        name: string(value, "name").unwrap_or_else(|| Rc::clone(&id)),
        home: string(value, "home"),
        privacy_contact: string(value, "privacy_contact"),
        example: field(value, "example").is_truthy(),
        versions: list(value, "versions").iter().filter_map(version).collect(),
        id,
    })
}

fn version(value: &JsValue) -> Option<Version> {
    Some(Version {
        id: string(value, "id")?,
        file: string(value, "file")?,
        date: string(value, "date"),
        text_date: string(value, "text_date"),
        source: string(value, "source"),
        languages: list(value, "languages")
            .iter()
            .filter_map(|tag| tag.as_string().map(Rc::from))
            .collect(),
    })
}

fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn string(value: &JsValue, name: &str) -> Option<Rc<str>> {
    field(value, name).as_string().map(Rc::from)
}

fn list(value: &JsValue, name: &str) -> Vec<JsValue> {
    field(value, name)
        .dyn_into::<Array>()
        .map(|array| array.to_vec())
        .unwrap_or_default()
}
