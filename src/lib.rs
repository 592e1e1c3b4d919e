//! Compares versions of a privacy policy section by section and drafts the fitting
//! data-protection request.
//!
//! Data flows one way; a module never imports from one further down this list:
//!
//! 1. [`document`] reads Markdown, HTML or plain text into sections and blocks.
//! 2. [`compare`] says which section and which block became which, and which words changed.
//! 3. [`history`] says since when each passage has stood there, over all versions.
//! 4. [`meaning`] says what the text is about: topics, facts, contacts, highlights.
//! 5. [`rights`] composes the request a data subject can send; [`report`] writes a comparison
//!    down as JSON, text, Markdown or HTML.
//! 6. `widget` (feature `widget`) is the browser application.
//!
//! Everything above the widget is free of clocks, storage, randomness, locale and browser:
//! the same input gives the same bytes on every machine.

pub mod compare;
pub mod document;
pub mod history;
pub mod meaning;
pub mod messages;
pub mod report;
pub mod rights;
mod sorting;
#[cfg(feature = "widget")]
pub mod widget;
