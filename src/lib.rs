//! Compares versions of a privacy policy section by section and drafts the fitting
//! data-protection request.
//!
//! The engine is a crate for each phase, re-exported here in the order in which data flows; the
//! compiler keeps that order. [`text`] knows words, [`model`] is the data that flows.
//!
//! 1. [`document`] reads Markdown, HTML or plain text into sections and blocks.
//! 2. [`compare`] says which section and which block became which, and which words changed, and
//!    over all versions since when each passage has stood there.
//! 3. [`meaning`] says what the text is about: topics, facts, contacts, highlights.
//! 4. [`rights`] composes the request a data subject can send; [`report`] writes a comparison
//!    down as JSON, text, Markdown or HTML, in the words of [`messages`].
//! 5. `widget` (feature `widget`) is the browser application.
//!
//! Everything but the widget is free of clocks, storage, randomness, locale and browser: the same
//! input gives the same bytes on every machine.

pub use compare;
pub use document;
pub use meaning;
pub use messages;
pub use model;
pub use report;
pub use rights;
pub use text;

#[cfg(feature = "widget")]
pub mod widget;
