//! What the build scripts share: each turns data files of its crate into files that the crate
//! includes.

#![expect(
    clippy::print_stdout,
    reason = "a build script talks to cargo through its output"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads the files that it compiles and is told by cargo where they are"
)]

use std::{
    env,
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// A file's name in cargo's output folder, and its content.
pub type File = (String, String);

/// Runs a build script. `sources` are the files and folders that it reads, by their paths from the
/// package's folder; a change in one of them, or in the script under `build`, runs it again.
/// `generate` gets the package's folder and returns the files to write, or a sentence that says
/// what is wrong; then the build fails with it.
pub fn run(
    sources: &[&str],
    generate: impl FnOnce(&Path) -> Result<Vec<File>, String>,
) -> ExitCode {
    for source in sources.iter().chain(&["build"]) {
        println!("cargo::rerun-if-changed={source}");
    }
    match write(generate) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            println!("cargo::error={reason}");
            ExitCode::FAILURE
        }
    }
}

/// Reads every file of a folder whose name ends so; the names come without the ending, in order.
///
/// # Errors
/// That the folder or a file cannot be read: a sentence that names it.
pub fn files(folder: &Path, ending: &str) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    for path in paths(folder)? {
        if path.extension().is_some_and(|e| e == ending) {
            files.push((name(path.file_stem()), read(&path)?));
        }
    }
    Ok(files)
}

/// The names of the folders in a folder, in order.
///
/// # Errors
/// That the folder cannot be read: a sentence that names it.
pub fn folders(folder: &Path) -> Result<Vec<String>, String> {
    let paths = paths(folder)?.into_iter();
    let folders = paths.filter(|path| path.is_dir());
    Ok(folders.map(|path| name(path.file_name())).collect())
}

/// Reads a text file.
///
/// # Errors
/// That it cannot be read: a sentence that names it.
pub fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| unreadable(file, &error))
}

fn paths(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let paths = entries.map(|entry| entry.map(|e| e.path()));
    let mut paths: Vec<_> = paths
        .collect::<Result<_, _>>()
        .map_err(|error| unreadable(folder, &error))?;
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, error: &io::Error) -> String {
    format!("{} cannot be read: {error}", path.display())
}

fn name(part: Option<&OsStr>) -> String {
    part.unwrap_or_default().to_string_lossy().into_owned()
}

fn write(generate: impl FnOnce(&Path) -> Result<Vec<File>, String>) -> Result<(), String> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(|_| "cargo names no package folder")?;
    let out = env::var("OUT_DIR").map_err(|_| "cargo names no output folder")?;
    for (name, content) in generate(Path::new(&root))? {
        fs::write(Path::new(&out).join(&name), content)
            .map_err(|error| format!("{name} cannot be written: {error}"))?;
    }
    Ok(())
}
