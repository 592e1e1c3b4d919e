//! How long two builds take for the same texts, and how long a changed line takes to compile.
//!
//! The builds run in turns and the shortest of several runs counts: other work on the machine can
//! only make a run longer. A ratio is then worth more than either time.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant, SystemTime},
};

use clap::Args;

use super::{Builds, texts};
use crate::{Result, command, root};

#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    builds: Builds,
    /// Measure only pairs whose name holds this text
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
    /// Runs of each build for each pair
    #[arg(long, default_value_t = 5)]
    rounds: usize,
}

/// Pairs whose times are printed one by one; the sum is over all.
const SLOWEST: usize = 12;

/// Files whose lines people change, and what such a line belongs to.
const CHANGED: [(&str, &str); 4] = [
    ("a language", "crates/meaning/languages/en.toml"),
    ("a law", "crates/rights/laws/gdpr.toml"),
    ("the comparison", "crates/compare/src/lib.rs"),
    ("the command line", "src/cli/main.rs"),
];

/// Measures both builds over all pairs and prints the ratios.
///
/// # Errors
/// That there are no texts, or that a build cannot be run.
pub fn time(options: &Options) -> Result<()> {
    let programs = options.builds.programs()?;
    let mut pairs = texts::pairs()?;
    if let Some(text) = &options.only {
        pairs.retain(|pair| pair.name.contains(text));
    }
    let mut rows = Vec::new();
    for pair in &pairs {
        let mut shortest = [Duration::MAX; 2];
        for _ in 0..options.rounds.max(1) {
            for (program, best) in programs.iter().zip(&mut shortest) {
                *best = run(program, pair)?.min(*best);
            }
        }
        rows.push((pair.name.as_str(), shortest));
    }
    rows.sort_by_key(|(_, [old, _])| std::cmp::Reverse(*old));
    println!("{:>9}{:>9}{:>8}", "old", "new", "ratio");
    for (name, [old, new]) in rows.iter().take(SLOWEST) {
        println!("{}  {name}", line(*old, *new));
    }
    let sum = |side: usize| rows.iter().map(|(_, times)| times[side]).sum();
    println!(
        "{}  all {} pairs, together",
        line(sum(0), sum(1)),
        rows.len()
    );
    let logarithms = rows.iter().map(|(_, [old, new])| ratio(*old, *new).ln());
    let mean = (logarithms.sum::<f64>() / rows.len() as f64).exp();
    println!("{:>18}{mean:>8.3}  geometric mean of the ratios", "");
    Ok(())
}

fn run(program: &Path, pair: &texts::Pair) -> Result<Duration> {
    let mut tool = Command::new(program);
    tool.arg("compare").args([&pair.old, &pair.new]);
    tool.args(["--format", "json"]).stdout(Stdio::null());
    let begin = Instant::now();
    command::run(&mut tool)?;
    Ok(begin.elapsed())
}

fn line(old: Duration, new: Duration) -> String {
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    format!(
        "{:>6.1} ms{:>6.1} ms{:>8.3}",
        ms(old),
        ms(new),
        ratio(old, new)
    )
}

/// What the new build takes of the old one's time.
fn ratio(old: Duration, new: Duration) -> f64 {
    new.as_secs_f64() / old.as_secs_f64()
}

/// Prints how long the command-line tool takes to build after a line was changed.
///
/// # Errors
/// That it cannot be built, or that one of the files was moved.
pub fn rebuilds() -> Result<()> {
    build()?;
    for (what, name) in CHANGED {
        // Cargo goes by the time of the last change.
        let touched = fs::File::options().append(true).open(root().join(name));
        let touched = touched.and_then(|file| file.set_modified(SystemTime::now()));
        touched.map_err(|error| format!("{name}: {error}"))?;
        let begin = Instant::now();
        build()?;
        let seconds = begin.elapsed().as_secs_f64();
        println!("{seconds:>6.1} s after a change of {what} ({name})");
    }
    Ok(())
}

fn build() -> Result<()> {
    command::run(command::cargo().args(["build", "--quiet", "--bin", "policy-diff"]))
}
