//! Turns the messages under `www/locales` into Rust.

#![allow(
    clippy::print_stdout,
    reason = "a build script talks to cargo through its output"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "a build script reads the files that it compiles and is told by cargo where they are"
)]

mod fluent;

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
    let locales = Path::new(&root).join("../../www/locales");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed={}", locales.display());
    let generated = fluent::generate(&fluent::read_folder(&locales)?)?;
    write(&out, "messages.rs", &generated.code)
}

fn write(folder: &str, name: &str, code: &str) -> Result<(), String> {
    fs::write(Path::new(folder).join(name), code)
        .map_err(|error| format!("{name} cannot be written: {error}"))
}
