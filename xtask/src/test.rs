//! All tests, with the set-up they need, the time of each part and one closing line of counts.

use std::{
    collections::BTreeSet,
    io::{self, BufRead, BufReader},
    process::Stdio,
};

use clap::ValueEnum;

use crate::{
    Result, browser, check,
    command::{self, cargo},
    root,
    tally::{Counts, SHARED, Tally},
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

/// How a test begins the line that says that it has no data; the test's name follows.
const SKIPPED: &str = "SKIPPED ";

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
        browser::run(&mut tally);
    }
    tally.skips_need_a_reason(root().join(SHARED).is_dir());
    println!("\n{}", tally.closing());
    tally.result()
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
    tally.count_all("unit and integration tests", cargo_test);
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

/// Runs the tests of all crates, showing their output, and counts them.
fn cargo_test() -> Result<Counts> {
    let mut command = cargo();
    command
        .args(["test", "--workspace", "--all-features", "--no-fail-fast"])
        .stdout(Stdio::piped());
    let mut child = command
        .spawn()
        .map_err(|error| command::not_started(&command, &error))?;
    let mut report = Report::default();
    let output = child.stdout.take();
    let lines = output.map(|output| BufReader::new(output).lines());
    for line in lines.into_iter().flatten().map_while(io::Result::ok) {
        println!("{line}");
        report.read(&line);
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    // A crate that does not compile prints no counts.
    if !status.success() && report.counts.failed == 0 {
        return Err("the tests could not be run".into());
    }
    Ok(report.counts)
}

/// What the output of `cargo test` says.
#[derive(Default)]
struct Report {
    counts: Counts,
    /// Tests of the program that runs now which said that their data are absent; each says so
    /// for every file that it misses, and then passes.
    without_data: BTreeSet<String>,
}

impl Report {
    fn read(&mut self, line: &str) {
        if let Some((before, reason)) = line.split_once(SKIPPED) {
            let test = reason.split(": ").next().unwrap_or_default();
            self.without_data.insert(format!("{before}{test}"));
        } else if let Some((passed, failed, ignored)) = result(line) {
            let without = self.without_data.len().min(passed);
            self.counts.passed += passed - without;
            self.counts.failed += failed;
            self.counts.skipped += ignored + without;
            self.without_data.clear();
        }
    }
}

/// The counts in a line like `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
fn result(line: &str) -> Option<(usize, usize, usize)> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let mut parts = counts.split("; ");
    let mut count = |name| parts.next()?.strip_suffix(name)?.parse().ok();
    Some((count(" passed")?, count(" failed")?, count(" ignored")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_without_its_data_is_skipped_and_not_passed() {
        let output = "\
            running 12 tests\n\
            SKIPPED gold::sections: ../shared/gold is absent\n\
            SKIPPED gold::sections: ../shared/corpus is absent\n\
            test gold::sections ... ok\n\
            test alone ... SKIPPED main: ../shared/memos is absent\n\
            test result: FAILED. 8 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out\n\
            test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n";
        let mut report = Report::default();
        output.lines().for_each(|line| report.read(line));
        let expected = Counts {
            passed: 11,
            failed: 3,
            skipped: 3,
        };
        assert_eq!(report.counts, expected);
    }
}
