//! Rewrites expected files from what the code prints now.
//!
//! A test that compares with a file writes it instead where the environment says `BLESS`. What
//! changed is then read before it is committed.

use crate::{Result, command};

/// Runs the tests once with `BLESS` set.
///
/// # Errors
/// That tests fail which no expected file can satisfy.
pub fn run() -> Result<()> {
    command::run(
        command::cargo()
            .args([
                "test",
                "--workspace",
                "--all-features",
                "--no-fail-fast",
                "--quiet",
            ])
            .env("BLESS", "1"),
    )?;
    println!("Expected files are rewritten; read `git diff` before you commit");
    Ok(())
}
