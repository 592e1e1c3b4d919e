//! `policy-diff read`: what one version says.

use clap::Args;
use policy_diff::{
    meaning,
    messages::Locale,
    report::{self, json},
};

use crate::{
    files::{Failure, load, print, print_json},
    format::Format,
};

#[derive(Args)]
pub struct Arguments {
    /// The policy; `-` for standard input.
    file: String,
    /// What to print.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Reads a version and prints what it says.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let document = load(&arguments.file)?;
    let reading = meaning::read(&document);
    match arguments.format {
        Format::Text => print(&report::document(&document, &reading, Locale::default()).to_text()),
        Format::Json => print_json(&json::document(&document, &reading)),
    }
}
