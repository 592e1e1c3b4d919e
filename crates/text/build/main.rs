//! Turns the files under `languages` into Rust: one `Pack` for each language, and sorted lists of
//! what is looked up in all languages at once.
//!
//! A file that leaves a table out has nothing to say there; a table that no language may have
//! stops the build.

#![allow(
    clippy::disallowed_methods,
    reason = "a build script reads the files that it compiles and is told by cargo where they are"
)]
#![allow(
    clippy::print_stdout,
    reason = "a build script talks to cargo through its output"
)]

mod code;
mod pack;

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
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=languages");
    let packs = pack::read_folder(&Path::new(&root).join("languages"))?;
    let code = code::write(&packs)?;
    fs::write(Path::new(&out).join("packs.rs"), code).map_err(|e| format!("packs.rs: {e}"))
}
