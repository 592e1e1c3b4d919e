//! The thin edges towards the browser. Each answers with a plain value; what the browser cannot
//! do is `None`, `false` or an error value, never a panic.

mod address;
mod clipboard;
mod encoding;
mod fetch;
mod files;
mod html;
mod intl;
mod json;
mod page;

pub use address::{hash, on_hash_change, set_hash};
pub use clipboard::copy;
pub use encoding::decode;
pub use fetch::{FetchError, bytes};
pub use files::{File, download, dropped, picked, read_file};
pub use html::{READER, read_document, set_reader};
pub use intl::{date as format_date, number as format_number, today};
pub use json::catalogue;
pub use page::{breathe, focus, is_typing, on_key, select_all};
