//! Builds, serves and tests policy-diff: `cargo xtask --help`.
//!
//! Everything that a shell script would do is Rust here: it runs the same on every system that
//! has Rust, it can be tested, and one lock file pins the tools it links (wasm-bindgen among
//! them). Nothing is installed by hand and nothing but Rust is needed to build and serve.

#![allow(
    clippy::print_stdout,
    reason = "a command-line tool talks to its user on standard output"
)]

mod bless;
mod browser;
mod build;
mod builds;
mod catalogue;
mod check;
mod command;
mod fuzz;
mod peers;
mod quality;
mod serve;
mod sizes;
mod tally;
mod test;
mod wasm;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

/// A result whose error is a sentence that says what happened and what to do.
type Result<T> = std::result::Result<T, String>;

#[derive(Parser)]
#[command(name = "cargo xtask", about, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Write the static site to dist/ and print what a reader downloads
    Build(build::Options),
    /// Build the site and serve it on 127.0.0.1
    Serve {
        #[command(flatten)]
        build: build::Options,
        /// The port; 0 picks a free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Set up what the tests need and run all of them
    Test {
        /// Run only one part
        #[arg(long)]
        only: Option<test::Part>,
    },
    /// Print how well sections are found and linked, against the labels of careful readers
    Quality(quality::Options),
    /// Enforce the rules that the compiler does not: imports, file lengths, words
    Check,
    /// Look for inputs that break what holds for any input, with libFuzzer
    Fuzz {
        /// What to fuzz
        target: fuzz::Target,
        /// How long, unless something is found before
        #[arg(long, default_value_t = 20)]
        minutes: u32,
    },
    /// Rewrite the expected files of the tests from what the code prints now
    Bless,
    /// Print every difference between what two builds of the tool find in real policies
    CompareBuilds(builds::Options),
    /// Measure two builds of the tool in turns, over real policies
    TimeBuilds(builds::TimingOptions),
    /// Print how long a build takes after a line of data or code was changed
    Rebuilds,
    /// Measure the engine beside other differs in Chromium, over real policies
    BenchPeers(peers::Options),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().task {
        Task::Build(options) => build::run(&options).map(drop),
        Task::Serve { build, port } => serve::run(&build, port),
        Task::Test { only } => test::run(only),
        Task::Quality(options) => quality::run(&options),
        Task::Check => check::run(),
        Task::Fuzz { target, minutes } => fuzz::run(target, minutes),
        Task::Bless => bless::run(),
        Task::CompareBuilds(options) => builds::compare(&options),
        Task::TimeBuilds(options) => builds::time(&options),
        Task::Rebuilds => builds::rebuilds(),
        Task::BenchPeers(options) => peers::run(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// The project's root, so that every task works from any folder.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}
