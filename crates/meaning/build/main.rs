//! Turns the vocabularies under `languages` into what the program loads.

#![allow(
    clippy::print_stdout,
    reason = "a build script talks to cargo through its output"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "a build script reads the files that it compiles and is told by cargo where they are"
)]

mod languages;

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
    let languages = languages::read_folder(&Path::new(&root).join("languages"))?;
    write(&out, "vocabularies.rs", &languages.vocabularies_code)?;
    write(&out, "tables.rs", &languages.tables_code)?;
    write(&out, "headlines.rs", &languages.headlines_code)?;
    for (tag, text) in &languages.vocabularies {
        write(&out, &format!("vocabulary-{tag}.txt"), text)?;
    }
    Ok(())
}

fn write(folder: &str, name: &str, code: &str) -> Result<(), String> {
    fs::write(Path::new(folder).join(name), code)
        .map_err(|error| format!("{name} cannot be written: {error}"))
}
