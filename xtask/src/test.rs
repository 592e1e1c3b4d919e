//! All tests, with the set-up they need, the time of each part and one closing line of counts.

use std::{
    collections::BTreeSet,
    io::{self, BufRead, BufReader},
    process::Stdio,
    time::{Duration, Instant},
};

use clap::ValueEnum;

use crate::{
    Result, browser, check,
    command::{self, cargo},
    root,
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

/// Beside the project: real policies that tests read where they are there.
const SHARED: &str = "../shared";

/// How a test begins the line that says that it has no data; the test's name follows.
const SKIPPED: &str = "SKIPPED ";

/// What passed, failed or was skipped so far, and how long it took.
#[derive(Debug, Default)]
pub struct Tally {
    counts: Counts,
    failures: Vec<String>,
    times: Vec<(String, Duration)>,
}

/// How many tests ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: usize,
    pub failed: usize,
    pub skipped: usize,
}

impl Tally {
    /// Runs one check and counts it.
    pub fn count(&mut self, name: &str, check: impl FnOnce() -> Result<()>) {
        self.count_all(name, || {
            check().map(|()| Counts {
                passed: 1,
                ..Counts::default()
            })
        });
    }

    /// Runs a part and adds its counts; a part that gives a reason instead counts as one failure.
    pub fn count_all(&mut self, name: &str, part: impl FnOnce() -> Result<Counts>) {
        println!("\n== {name}");
        let begin = Instant::now();
        let outcome = part();
        self.times.push((name.to_owned(), begin.elapsed()));
        let (counts, reason) = match outcome {
            Ok(counts) if counts.failed == 0 => (counts, None),
            Ok(counts) => (counts, Some(format!("{} failed", counts.failed))),
            Err(reason) => {
                let failed = 1;
                (
                    Counts {
                        failed,
                        ..Counts::default()
                    },
                    Some(reason),
                )
            }
        };
        self.counts.passed += counts.passed;
        self.counts.failed += counts.failed;
        self.counts.skipped += counts.skipped;
        self.failures
            .extend(reason.map(|reason| format!("{name}: {reason}")));
    }

    /// Counts it as a failure that a test was skipped although the data are there.
    fn skips_need_a_reason(&mut self, is_data_there: bool) {
        if is_data_there && self.counts.skipped > 0 {
            let skipped = self.counts.skipped;
            self.counts.failed += 1;
            self.failures.push(format!(
                "{skipped} tests were skipped although {SHARED} is there"
            ));
        }
    }

    /// What failed, how long each part took, and the counts.
    fn closing(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        lines.extend(self.times.iter().map(|(name, time)| {
            let seconds = time.as_secs();
            format!("{:>3}:{:02} min  {name}", seconds / 60, seconds % 60)
        }));
        lines.extend(
            self.failures
                .iter()
                .map(|failure| format!("FAILED {failure}")),
        );
        let Counts {
            passed,
            failed,
            skipped,
        } = self.counts;
        lines.push(format!(
            "{passed} passed, {failed} failed, {skipped} skipped"
        ));
        lines.join("\n")
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
        browser::run(&mut tally);
    }
    tally.skips_need_a_reason(root().join(SHARED).is_dir());
    println!("\n{}", tally.closing());
    match tally.counts.failed {
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

    #[test]
    fn the_closing_lines_tell_times_failures_and_counts() {
        let mut tally = Tally::default();
        tally.count("a", || Ok(()));
        tally.count("b", || Err("broken".into()));
        let counts = Counts {
            passed: 5,
            failed: 2,
            skipped: 1,
        };
        tally.count_all("c", || Ok(counts));
        let expected = "  0:00 min  a\n  0:00 min  b\n  0:00 min  c\n\
                        FAILED b: broken\nFAILED c: 2 failed\n\
                        6 passed, 3 failed, 1 skipped";
        assert_eq!(tally.closing(), expected);
        tally.skips_need_a_reason(false);
        assert_eq!(tally.counts.failed, 3);
        tally.skips_need_a_reason(true);
        assert!(tally.closing().ends_with("6 passed, 4 failed, 1 skipped"));
    }
}
