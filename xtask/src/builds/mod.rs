//! Two builds of the command-line tool, held against each other over real policies.
//!
//! Work inside the engine must not change what a reader sees. [`compare`] runs both builds over
//! every pair of versions and prints each difference; [`time`] measures both in turns, so that
//! whatever else the machine does slows both alike. Both read what the tool prints, never the
//! engine itself: any two builds can be compared, however their insides differ.

mod outcome;
mod texts;
mod timing;

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use clap::Args;
use serde_json::{Value, json};
use similar::{Algorithm, ChangeTag, capture_diff_slices};

use crate::{Result, command};
use outcome::Outcome;

pub use timing::{Options as TimingOptions, rebuilds, time};

#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    builds: Builds,
    /// Look only at pairs whose name holds this text
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
    /// Print at most this many differences of one kind for each pair
    #[arg(long, value_name = "N", default_value_t = 20)]
    most: usize,
}

/// The two builds.
#[derive(Args)]
struct Builds {
    /// The `policy-diff` of the build before
    old: PathBuf,
    /// The `policy-diff` of the build after; built from this work tree where it is not given
    new: Option<PathBuf>,
}

impl Builds {
    /// The paths of both programs.
    fn programs(&self) -> Result<[PathBuf; 2]> {
        let absolute = |path: &Path| std::path::absolute(path).map_err(|error| error.to_string());
        let new = match &self.new {
            Some(path) => absolute(path)?,
            None => release_build()?,
        };
        Ok([absolute(&self.old)?, new])
    }
}

/// Builds the tool as it is released and returns where it lies.
fn release_build() -> Result<PathBuf> {
    command::run(command::cargo().args(["build", "--release", "--bin", "policy-diff"]))?;
    Ok(command::target_folder().join("release/policy-diff"))
}

/// Prints every difference between what two builds find in the same texts.
///
/// # Errors
/// That there is any, or that there are no texts or a build cannot be run.
pub fn compare(options: &Options) -> Result<()> {
    let [old, new] = options.builds.programs()?;
    let mut pairs = texts::pairs()?;
    if let Some(text) = &options.only {
        pairs.retain(|pair| pair.name.contains(text));
    }
    let mut counts: Vec<Count> = Vec::new();
    for pair in &pairs {
        let before = Outcome::read(&json(&old, pair)?);
        let after = Outcome::read(&json(&new, pair)?);
        for (kind, before, after) in before.beside(&after) {
            if !counts.iter().any(|count| count.kind == kind) {
                counts.push(Count::new(kind));
            }
            let Some(count) = counts.iter_mut().find(|count| count.kind == kind) else {
                continue;
            };
            let found = differences(before, after);
            count.add(before.len(), &found);
            for line in found.iter().take(options.most) {
                println!("{}: {kind}: {line}", pair.name);
            }
            if found.len() > options.most {
                let more = found.len() - options.most;
                println!("{}: {kind}: and {more} more", pair.name);
            }
        }
    }
    println!("\n{} pairs", pairs.len());
    for count in &counts {
        println!("{}", count.line());
    }
    let differing: usize = counts.iter().map(|count| count.lines).sum();
    match (pairs.len(), differing) {
        (0, _) => Err("there is no pair of that name".into()),
        (_, 0) => Ok(()),
        _ => Err(format!("{differing} lines differ")),
    }
}

/// How often one kind of result was looked at and how often it differed.
struct Count {
    kind: &'static str,
    all: usize,
    /// Lines that are in one of the builds alone.
    lines: usize,
    pairs: usize,
}

impl Count {
    fn new(kind: &'static str) -> Self {
        Self {
            kind,
            all: 0,
            lines: 0,
            pairs: 0,
        }
    }

    fn add(&mut self, all: usize, found: &[String]) {
        self.all += all;
        self.lines += found.len();
        self.pairs += usize::from(!found.is_empty());
    }

    fn line(&self) -> String {
        format!(
            "{:<14}{:>7} in the old build, {} differ (in {} pairs)",
            self.kind, self.all, self.lines, self.pairs
        )
    }
}

/// What a build says about a pair; `{"refused": reason}` where it refuses a text.
fn json(program: &Path, pair: &texts::Pair) -> Result<Value> {
    let mut tool = Command::new(program);
    tool.arg("compare").args([&pair.old, &pair.new]);
    tool.args(["--format", "json"]);
    let output = tool
        .output()
        .map_err(|error| command::not_started(&tool, &error))?;
    if output.status.code() == Some(1) {
        let reason = String::from_utf8_lossy(&output.stderr);
        return Ok(json!({ "refused": reason.trim() }));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("{}: {error}", pair.name))
}

/// The lines that only one side has: `- …` for the old build, `+ …` for the new one.
fn differences(old: &[String], new: &[String]) -> Vec<String> {
    capture_diff_slices(Algorithm::Patience, old, new)
        .iter()
        .flat_map(|step| step.iter_changes(old, new))
        .filter_map(|change| match change.tag() {
            ChangeTag::Equal => None,
            ChangeTag::Delete => Some(format!("- {}", change.value())),
            ChangeTag::Insert => Some(format!("+ {}", change.value())),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_printed() {
        let lines = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let found = differences(&lines("a b c"), &lines("a x c d"));
        assert_eq!(found, ["- b", "+ x", "+ d"]);
        assert_eq!(differences(&lines("a"), &lines("a")), [""; 0]);
    }
}
