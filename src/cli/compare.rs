//! `policy-diff compare`: two versions as a report, or many pairs line by line.

use clap::{Args, ValueEnum};
use policy_diff::{
    compare::compare,
    meaning,
    messages::Locale,
    report::{self, json},
};

use crate::{
    batch,
    files::{Failure, load, print, print_json},
};

#[derive(Args)]
pub struct Arguments {
    /// The old version; `-` for standard input.
    #[arg(required_unless_present = "batch")]
    old: Option<String>,
    /// The new version; `-` for standard input.
    #[arg(required_unless_present = "batch")]
    new: Option<String>,
    /// Compare many pairs, one a line, from a file or standard input.
    ///
    /// A line is a JSON object with `id` (a string or number), `old` and `new`; what is printed
    /// for it, on a line too and in the same order, is the comparison with that `id`, or an
    /// object with `id`, `line` and `error`. A version is the path of a file; or a text, where it
    /// has a line break, or has blanks and neither ends as a policy's file does nor names a file;
    /// or `{"path": …}` or `{"text": …, "name": "policy.md"}`, which leave nothing to guess.
    /// Exit status: 1 where a line could not be compared, after all others are done.
    #[arg(
        long,
        value_name = "FILE",
        num_args = 0..=1,
        default_missing_value = "-",
        conflicts_with_all = ["old", "new"]
    )]
    batch: Option<String>,
    /// What to print: `text` without this option, always `json` for `--batch`.
    #[arg(long, value_enum)]
    format: Option<Format>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading.
    #[default]
    Text,
    /// For programs.
    Json,
    /// For notes and repositories.
    Markdown,
    /// A page of its own, without script or style.
    Html,
}

/// Compares what the arguments name and prints it.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    match (&arguments.batch, &arguments.old, &arguments.new) {
        (Some(file), ..) if arguments.format.is_none_or(|f| f == Format::Json) => batch::run(file),
        (Some(_), ..) => Err(Failure::Usage(
            "many pairs are printed as JSON only".to_owned(),
        )),
        (None, Some(old), Some(new)) => pair(old, new, arguments.format.unwrap_or_default()),
        (None, ..) => Err(Failure::Usage("two versions are needed".to_owned())),
    }
}

fn pair(old: &str, new: &str, format: Format) -> Result<(), Failure> {
    if old == "-" && new == "-" {
        return Err(Failure::Usage(
            "standard input can be only one of the two versions".to_owned(),
        ));
    }
    let (old, new) = (load(old)?, load(new)?);
    let comparison = compare(&old, &new);
    let meaning = meaning::weigh(&old, &new, &comparison);
    let page = || report::comparison(&old, &new, &comparison, &meaning, Locale::default());
    match format {
        Format::Text => print(&page().to_text()),
        Format::Json => print_json(&json::comparison(&old, &new, &comparison, &meaning)),
        Format::Markdown => print(&page().to_markdown()),
        Format::Html => print(&page().to_html()),
    }
}
