//! What the parts of the tests come to: times, failures, and one closing line of counts.

use std::time::{Duration, Instant};

use crate::Result;

/// Beside the project: real policies that tests read where they are there.
pub const SHARED: &str = "../shared";

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

impl Counts {
    fn passed() -> Self {
        Self {
            passed: 1,
            ..Self::default()
        }
    }

    fn failed() -> Self {
        Self {
            failed: 1,
            ..Self::default()
        }
    }
}

impl Tally {
    /// Runs one check and counts it.
    pub fn count(&mut self, name: &str, check: impl FnOnce() -> Result<()>) {
        self.count_all(name, || check().map(|()| Counts::passed()));
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
            Err(reason) => (Counts::failed(), Some(reason)),
        };
        self.counts.passed += counts.passed;
        self.counts.failed += counts.failed;
        self.counts.skipped += counts.skipped;
        self.failures
            .extend(reason.map(|reason| format!("{name}: {reason}")));
    }

    /// Counts it as a failure that a test was skipped although the data are there.
    pub fn skips_need_a_reason(&mut self, is_data_there: bool) {
        if is_data_there && self.counts.skipped > 0 {
            let skipped = self.counts.skipped;
            self.counts.failed += 1;
            self.failures.push(format!(
                "{skipped} tests were skipped although {SHARED} is there"
            ));
        }
    }

    /// What failed, how long each part took, and the counts.
    pub fn closing(&self) -> String {
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

    /// # Errors
    /// That something failed.
    pub fn result(&self) -> Result<()> {
        if self.counts.failed == 0 {
            Ok(())
        } else {
            Err("not everything passed".into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
