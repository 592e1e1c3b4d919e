//! Composes the request a data subject can send: law, provision, letter, mail link, deadline.
//!
//! Information, not legal advice; never a statement that the law was broken.

mod model;

pub use model::{Deadline, Details, Law, Provision, Request, Term, Unit};
