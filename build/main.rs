//! Turns the project's data files into Rust before the crate is compiled.

#![allow(
    clippy::print_stdout,
    reason = "a build script talks to cargo through its output"
)]

mod languages;
mod laws;
mod messages;

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
    println!("cargo::rerun-if-changed=www/locales");
    let locales = messages::read_folder(&Path::new(&root).join("www/locales"))?;
    write(&out, "messages.rs", &messages::generate(&locales)?.code)?;

    println!("cargo::rerun-if-changed=src/meaning/languages");
    let languages = languages::read_folder(&Path::new(&root).join("src/meaning/languages"))?;
    write(&out, "languages.rs", &languages.code)?;
    for (tag, text) in &languages.vocabularies {
        write(&out, &format!("vocabulary-{tag}.txt"), text)?;
    }

    println!("cargo::rerun-if-changed=src/rights/laws");
    println!("cargo::rerun-if-changed=src/rights/letters");
    println!("cargo::rerun-if-changed=src/rights/places.toml");
    write(
        &out,
        "laws.rs",
        &laws::read_folder(&Path::new(&root).join("src/rights"))?,
    )
}

fn write(folder: &str, name: &str, code: &str) -> Result<(), String> {
    fs::write(Path::new(folder).join(name), code)
        .map_err(|error| format!("{name} cannot be written: {error}"))
}
