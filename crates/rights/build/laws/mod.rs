//! Turns the law, letter and place files of this crate into Rust statics.
//!
//! The files are checked here, so that a law without a source or a letter with a misspelt
//! placeholder never compiles. Parsing them at run time was rejected, because it would put a TOML
//! parser into the browser.

mod check;
mod code;
mod schema;

use std::path::Path;

use serde::Deserialize;

use schema::{LawFile, LetterFile, PlacesFile};

/// One input file: its name (for error messages) and its text.
pub type File<'a> = (&'a str, &'a str);

/// Reads the data files in `folder` and returns the Rust statics.
///
/// # Errors
/// One sentence per problem, each naming the file.
pub fn read_folder(folder: &Path) -> Result<String, String> {
    let laws = generate::files(&folder.join("laws"), "toml")?;
    let letters = generate::files(&folder.join("letters"), "toml")?;
    let places = generate::read(&folder.join("places.toml"))?;
    compile(&pairs(&laws), ("places.toml", &places), &pairs(&letters))
        .map_err(|problems| problems.join("; "))
}

/// Checks all files and returns the Rust statics.
///
/// # Errors
/// One sentence per problem, each naming the file.
pub fn compile(
    laws: &[File<'_>],
    places: File<'_>,
    letters: &[File<'_>],
) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let mut laws: Vec<(&str, LawFile)> = parse(laws, &mut problems);
    laws.sort_by_key(|(_, law)| law.order);
    let letters: Vec<(&str, LetterFile)> = parse(letters, &mut problems);
    let places: Vec<(&str, PlacesFile)> = parse(&[places], &mut problems);
    check::laws(&laws, &letters, &mut problems);
    check::letters(&letters, &mut problems);
    if problems.is_empty() {
        Ok(code::statics(&laws, &places, &letters))
    } else {
        Err(problems)
    }
}

/// Parses the files that can be parsed, and adds a problem for each of the others.
fn parse<'a, T: for<'de> Deserialize<'de>>(
    files: &[File<'a>],
    problems: &mut Vec<String>,
) -> Vec<(&'a str, T)> {
    let mut parsed = Vec::new();
    for (name, text) in files {
        match toml::from_str(text) {
            Ok(file) => parsed.push((*name, file)),
            Err(error) => problems.push(format!("{name} cannot be read: {error}")),
        }
    }
    parsed
}

fn pairs(files: &[(String, String)]) -> Vec<File<'_>> {
    files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect()
}
