//! Reading files that may be web pages: the reader of HTML is a program of its own, which is
//! loaded when the first page is opened.
//!
//! Which file needs it shows only while reading: Markdown holds HTML, too. So a file is read, and
//! once more if HTML was met before the program was there.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{FetchError, encoding};
use document::{Platform, html::Page, read_on};
use model::Document;

/// The file that holds the program's first half, to be named where it did not come.
pub const READER: &str = "policy-diff-html.js";

thread_local! {
    /// Loads the program: a function without arguments that promises the function `read`.
    static LOADER: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// The program's function `read`.
    static LOADED: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// Whether HTML was met without the program.
    static MISSED: Cell<bool> = const { Cell::new(false) };
}

/// Says how the reader of HTML is loaded: by a function that promises it.
pub fn set_reader(loader: Option<Function>) {
    LOADER.set(loader);
}

/// Reads a file, loading the reader of HTML if there is HTML in it.
///
/// # Errors
/// The reader of HTML did not come.
pub async fn read_document(name: &str, bytes: &[u8]) -> Result<Document, FetchError> {
    let platform = Platform {
        read_html,
        decode: encoding::decode,
    };
    MISSED.set(false);
    let document = read_on(platform, name, bytes);
    if !MISSED.get() {
        return Ok(document);
    }
    let read = load().await.ok_or(FetchError::Unreachable)?;
    LOADED.set(Some(read));
    Ok(read_on(platform, name, bytes))
}

async fn load() -> Option<Function> {
    let loader = LOADER.with_borrow(Clone::clone)?;
    let promise: Promise = loader.call0(&JsValue::UNDEFINED).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// Reads HTML with the program, if that is there; a program that broke has read nothing.
fn read_html(source: &str) -> Page {
    let Some(read) = LOADED.with_borrow(Clone::clone) else {
        MISSED.set(true);
        return Page::default();
    };
    read.call1(&JsValue::UNDEFINED, &source.into())
        .ok()
        .and_then(|bytes| Page::from_bytes(&bytes.dyn_into::<Uint8Array>().ok()?.to_vec()))
        .unwrap_or_default()
}
