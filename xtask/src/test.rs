//! All tests, with the set-up they need and one closing line of counts.

use std::{
    io::{BufRead, BufReader},
    process::Stdio,
};

use clap::ValueEnum;

use crate::{
    Result, browser, check,
    command::{self, cargo},
    wasm::{self, Toolchain},
};

/// A part of the tests, for those who work on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Formatting, clippy, unit and integration tests, the project's rules.
    Rust,
    /// The built page in Chromium.
    Browser,
}

/// What passed and what failed so far.
#[derive(Debug, Default)]
pub struct Tally {
    passed: usize,
    failed: usize,
    failures: Vec<String>,
}

impl Tally {
    /// Runs one check and counts it.
    pub fn count(&mut self, name: &str, check: impl FnOnce() -> Result<()>) {
        println!("\n== {name}");
        match check() {
            Ok(()) => self.passed += 1,
            Err(reason) => {
                self.failed += 1;
                self.failures.push(format!("{name}: {reason}"));
            }
        }
    }

    /// Adds the counts of a whole run.
    pub fn add(&mut self, name: &str, passed: usize, failed: usize) {
        self.passed += passed;
        self.failed += failed;
        if failed > 0 {
            self.failures.push(format!("{name}: {failed} failed"));
        }
    }
}

/// Runs the tests; later parts run even where earlier ones fail.
///
/// # Errors
/// That something failed, after the counts were printed.
pub fn run(only: Option<Part>) -> Result<()> {
    let mut tally = Tally::default();
    if only != Some(Part::Browser) {
        rust(&mut tally);
    }
    if only != Some(Part::Rust) {
        println!("\n== browser tests");
        if let Err(reason) = browser::run(&mut tally) {
            tally.failed += 1;
            tally.failures.push(format!("browser tests: {reason}"));
        }
    }
    println!();
    for failure in &tally.failures {
        println!("FAILED {failure}");
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    match tally.failed {
        0 => Ok(()),
        _ => Err("not everything passed".into()),
    }
}

fn rust(tally: &mut Tally) {
    tally.count("formatting", || {
        command::run(cargo().args(["fmt", "--all", "--check"]))
    });
    tally.count("clippy", || {
        let all = ["clippy", "--workspace", "--all-features", "--all-targets"];
        command::run(cargo().args(all).args(["--quiet", "--", "-D", "warnings"]))
    });
    tally.count("clippy of the widget", clippy_widget);
    tally.count("the project's rules", check::run);
    println!("\n== unit and integration tests");
    match cargo_test() {
        Ok((passed, failed)) => tally.add("unit and integration tests", passed, failed),
        Err(reason) => tally.count("unit and integration tests", || Err(reason)),
    }
}

fn clippy_widget() -> Result<()> {
    if wasm::ensure_toolchain()? == Toolchain::Debian {
        println!("passed over: clippy needs rustup's standard library for WebAssembly");
        return Ok(());
    }
    command::run(
        cargo()
            .args([
                "clippy",
                "--package",
                "policy-diff",
                "--lib",
                "--bin",
                wasm::NAME,
            ])
            .args(["--no-default-features", "--features", "widget"])
            .args(["--target", "wasm32-unknown-unknown", "--quiet"])
            .args(["--", "-D", "warnings"]),
    )
}

/// Runs the tests of all crates, showing their output, and returns how many passed and failed.
fn cargo_test() -> Result<(usize, usize)> {
    let mut command = cargo();
    command
        .args(["test", "--workspace", "--all-features", "--no-fail-fast"])
        .stdout(Stdio::piped());
    let mut child = command
        .spawn()
        .map_err(|error| command::not_started(&command, &error))?;
    let (mut passed, mut failed) = (0, 0);
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output)
            .lines()
            .map_while(std::result::Result::ok)
        {
            println!("{line}");
            if let Some((p, f)) = counts(&line) {
                passed += p;
                failed += f;
            }
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    // A crate that does not compile prints no counts.
    if !status.success() && failed == 0 {
        return Err("the tests could not be run".into());
    }
    Ok((passed, failed))
}

/// The counts in a line like `test result: ok. 3 passed; 0 failed; …`.
fn counts(line: &str) -> Option<(usize, usize)> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let mut parts = counts.split("; ");
    let passed = parts.next()?.strip_suffix(" passed")?.parse().ok()?;
    let failed = parts.next()?.strip_suffix(" failed")?.parse().ok()?;
    Some((passed, failed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_lines_are_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured";
        assert_eq!(counts(line), Some((12, 3)));
        assert_eq!(counts("test compares::a ... ok"), None);
    }

    #[test]
    fn a_failed_check_counts_once() {
        let mut tally = Tally::default();
        tally.count("a", || Ok(()));
        tally.count("b", || Err("broken".into()));
        tally.add("c", 5, 2);
        assert_eq!((tally.passed, tally.failed), (6, 3));
        assert_eq!(tally.failures, ["b: broken", "c: 2 failed"]);
    }
}
