//! How files become documents: encodings, Markdown, HTML, headings, dates, spans.

mod converted;
mod dates;
mod encodings;
mod fault_pages;
mod gold;
mod heading_faults;
mod headings;
mod html;
mod markdown;
mod pages;
mod panels;
mod parts;
mod properties;
mod spans;
mod substitutes;
#[path = "../support/mod.rs"]
mod support;
mod tables;
