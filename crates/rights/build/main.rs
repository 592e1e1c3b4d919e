//! Turns the laws, letters and places of this crate into Rust statics.

#![allow(
    clippy::print_stdout,
    reason = "a build script talks to cargo through its output"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "a build script reads the files that it compiles and is told by cargo where they are"
)]

mod laws;

use std::{env, fs, path::Path, process::ExitCode};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            println!("cargo::error={reason}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(|_| "cargo names no package folder")?;
    let out = env::var("OUT_DIR").map_err(|_| "cargo names no output folder")?;
    for source in ["build", "laws", "letters", "places.toml"] {
        println!("cargo::rerun-if-changed={source}");
    }
    write(&out, "laws.rs", &laws::read_folder(Path::new(&root))?)
}

fn write(folder: &str, name: &str, code: &str) -> Result<(), String> {
    fs::write(Path::new(folder).join(name), code)
        .map_err(|error| format!("{name} cannot be written: {error}"))
}
