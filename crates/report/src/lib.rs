//! Writes what was found down: as JSON for programs, as text, Markdown and HTML for readers.
//!
//! The inner model is never written out directly, so that it can change without breaking
//! whoever reads the output. Nothing here decides anything about the policies; it shows what
//! the layers before it have said.

mod comparison;
mod document;
mod facts;
mod history;
pub mod json;
pub mod outline;
mod page;
mod reading;
mod request;
mod summary;
pub mod view;

pub use comparison::comparison;
pub use document::document;
pub use facts::{about_in_data, value_in_data};
pub use history::{Timeline, history};
pub use page::Page;
pub use reading::{reading_of, reading_of_both};
pub use request::request;
