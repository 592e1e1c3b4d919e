//! Running other programs, with errors as sentences.

use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{Result, root};

/// A cargo of the toolchain that runs this task, in the project's root.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// Where cargo puts what it builds.
pub fn target_folder() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` failed", line(command)))
    }
}

/// Runs a command and returns what it wrote to standard output, trimmed.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    } else {
        Err(format!("`{}` failed", line(command)))
    }
}

/// The sentence for a program that could not be started.
pub fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}", line(command))
}

fn line(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name();
    let words = name.into_iter().chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Where a program stands on the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Installs Debian packages, or says which to install.
///
/// # Errors
/// A sentence naming the packages, where this is no Debian, the user is not root, or apt fails.
pub fn apt_install(packages: &[&str], purpose: &str) -> Result<()> {
    let wanted = packages.join(" ");
    let ask = format!("{purpose} needs these Debian packages or their like: {wanted}");
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    if find("apt-get").is_none() {
        return Err(format!(
            "{ask}; install them with your system's package manager"
        ));
    }
    if !is_root {
        return Err(format!(
            "{ask}; install them with `sudo apt-get install {wanted}`"
        ));
    }
    println!("Installing {wanted} from Debian");
    let quiet = |arguments: &[&str]| {
        run(Command::new("apt-get")
            .args(["--quiet", "--quiet", "--yes"])
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null()))
    };
    let install = [&["install", "--no-install-recommends"], packages].concat();
    // Package lists may be absent or old; fresh ones are fetched only where that shows.
    quiet(&install)
        .or_else(|_| quiet(&["update"]).and_then(|()| quiet(&install)))
        .map_err(|error| format!("{ask}; {error}"))
}
