//! Files that the reader opens, drops or takes along.

use gloo_file::{Blob, futures::read_as_bytes};
use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::{BlobPropertyBag, DragEvent, FileList, HtmlAnchorElement, HtmlInputElement, Url};
use yew::prelude::*;

/// A file of the reader's.
pub use web_sys::File;

/// The file chosen in a file picker.
pub fn picked(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target_dyn_into()?;
    let file = first(input.files());
    // So that choosing the same file again is an event again.
    input.set_value("");
    file
}

/// The file dropped.
pub fn dropped(event: &DragEvent) -> Option<File> {
    first(event.data_transfer()?.files())
}

fn first(files: Option<FileList>) -> Option<File> {
    files.and_then(|files| files.get(0))
}

/// The content of a file, or what the browser says of it.
pub async fn read_file(file: File) -> Result<Vec<u8>, String> {
    read_as_bytes(&Blob::from(web_sys::Blob::from(file)))
        .await
        .map_err(|error| error.to_string())
}

/// Hands a file to the reader.
pub fn download(name: &str, media_type: &str, content: &[u8]) -> bool {
    try_download(name, media_type, content).is_some()
}

fn try_download(name: &str, media_type: &str, content: &[u8]) -> Option<()> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(content));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the file over when the click returns, but some read it later.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}
