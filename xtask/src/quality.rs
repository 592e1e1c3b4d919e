//! The figures that say how good the results are, as tables.

use std::path::PathBuf;

use clap::Args;

use crate::{Result, command};

#[derive(Args)]
pub struct Options {
    /// Print only the pairs whose name holds this text
    only: Option<String>,
    /// List every miss under its row
    #[arg(long)]
    detail: bool,
    /// Score the label files of this folder instead of the project's
    #[arg(long, value_name = "DIR")]
    labels: Option<PathBuf>,
    /// Count moves between the versions in this folder and the folders below it
    #[arg(long, value_name = "DIR")]
    versions: Option<PathBuf>,
}

/// Runs the `quality` tests and shows what they print.
///
/// # Errors
/// That a figure is below its floor; which one is in the tests' output.
pub fn run(options: &Options) -> Result<()> {
    let mut command = command::cargo();
    command.args(["test", "--quiet", "--test", "quality"]);
    command.args(["--", "--nocapture", "--test-threads=1"]);
    if options.detail {
        command.env("POLICY_DIFF_DETAIL", "1");
    }
    if let Some(text) = &options.only {
        command.env("POLICY_DIFF_ONLY", text);
    }
    let folders = [
        ("POLICY_DIFF_LABELS", &options.labels),
        ("POLICY_DIFF_VERSIONS", &options.versions),
    ];
    for (name, folder) in folders {
        if let Some(folder) = folder {
            let folder = std::path::absolute(folder).map_err(|error| error.to_string())?;
            command.env(name, folder);
        }
    }
    command::run(&mut command)
}
