//! Composes the request that a data subject can send: law, provision, letter, mail link, deadline.
//!
//! Laws, places and letters are data files that are checked and compiled at build time; the code
//! has no wording and no law in it. A request is information, not legal advice, and never states
//! that the law was broken.

mod calendar;
mod compose;
mod coverage;
mod data;
mod deadline;
mod draft;
mod eml;
mod error;
pub mod mail;
mod punycode;
mod quote;
mod wording;

pub use calendar::ics;
pub use compose::compose;
pub use coverage::{Coverage, Granted, coverage};
pub use data::{
    Choice, choose, elsewhere, law, laws, laws_for, places, request_keys, request_text,
};
pub use deadline::{Due, due, last_day};
pub use eml::eml;
pub use error::RequestError;
pub use wording::RequestText;
