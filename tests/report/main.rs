//! What is printed: reports, the data format, interface messages.

mod corpus;
mod markup;
mod messages;
mod outline;
mod shape;
#[path = "../support/mod.rs"]
mod support;
