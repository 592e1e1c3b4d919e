//! Rewrites what the tests expect, from what the code gives now.
//!
//! Snapshots are `insta`'s, the commands of README.md are run by `trycmd`; pages and generated code
//! that tests hold are rewritten by the same setting. What changed is read before it is committed.

use crate::{Result, command};

/// Runs the tests once with everything set to overwrite.
///
/// # Errors
/// That tests fail which no expected file can satisfy.
pub fn run() -> Result<()> {
    let all = ["test", "--workspace", "--all-features", "--no-fail-fast"];
    command::run(
        command::cargo()
            .args(all)
            .args(["--quiet", "--tests"])
            .env("INSTA_UPDATE", "always")
            .env("TRYCMD", "overwrite"),
    )?;
    println!("Expected files are rewritten; read `git diff` before you commit");
    Ok(())
}
