//! What is read from policies and told of their changes.

mod contacts;
mod faults;
mod headline_languages;
mod headlines;
mod languages;
mod properties;
mod sentences;
mod statements;
#[path = "../support/mod.rs"]
mod support;
mod vocabularies;
