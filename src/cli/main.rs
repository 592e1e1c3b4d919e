//! The command-line tool: reads files, calls the library, prints.
//!
//! All that is environmental (files, standard input, threads, exit status) is here and nowhere
//! else. There is no clock: a calendar file needs the day of sending from whoever asks for it.

mod batch;
mod compare;
mod files;
mod format;
mod history;
mod read;
mod rights;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand, error::ErrorKind};

use files::{Failure, note};

/// Shows what changed in a privacy policy and drafts the fitting data-protection request.
///
/// FILE is Markdown, HTML or plain text; `-` reads standard input. Nothing is sent anywhere.
///
/// Exit status: 0 done, also where nothing changed; 1 an input could not be used, with the
/// reason on standard error; 2 wrong usage.
#[derive(Parser)]
#[command(name = "policy-diff", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say what one version of a policy contains.
    Read(read::Arguments),
    /// Say what changed from one version to another.
    Compare(compare::Arguments),
    /// Say what became of a policy over all its versions, and since when each passage stands.
    History(history::Arguments),
    /// Draft a request under a policy. Information, not legal advice.
    Rights(rights::Arguments),
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Read(arguments) => read::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::History(arguments) => history::run(&arguments),
        Command::Rights(arguments) => rights::run(arguments),
    };
    match result {
        Ok(()) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(Failure::Input(reason)) => {
            note(&reason);
            ExitCode::from(1)
        }
        Err(Failure::Usage(reason)) => Cli::command()
            .error(ErrorKind::ValueValidation, reason)
            .exit(),
    }
}
