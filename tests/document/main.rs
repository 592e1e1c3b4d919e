//! How files become documents: encodings, Markdown, HTML, headings, dates, spans.

mod converted;
mod dates;
mod encodings;
mod fault_pages;
mod gold;
mod headings;
mod html;
mod markdown;
mod pages;
mod parts;
mod properties;
mod spans;
#[path = "../support/mod.rs"]
mod support;
