//! How good the results are: figures over everything that careful readers labelled.
//!
//! One file for each family of figures; each prints its table and asserts its floors. `cargo
//! xtask quality` runs them with the tables shown. Options come as environment variables, since a
//! test takes no arguments:
//!
//! * `POLICY_DIFF_DETAIL`: every miss is listed under its row;
//! * `POLICY_DIFF_ONLY=text`: rows whose name holds the text; no floors then;
//! * `POLICY_DIFF_LABELS=folder`: label files of that folder instead of the project's; no floors;
//! * `POLICY_DIFF_VERSIONS=folder`: versions of policies among which moves are counted.

#![allow(clippy::print_stdout, reason = "the tables are what this prints")]

#[path = "../support/mod.rs"]
mod support;

mod changes;
mod facts;
mod highlights;
mod moves;
mod sections;
mod tally;
