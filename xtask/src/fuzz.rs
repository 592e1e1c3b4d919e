//! Fuzzing with libFuzzer: sets up the tool and the seeds, and runs one target.
//!
//! The pinned stable toolchain and no sanitizer: the project's code is free of `unsafe`, so that
//! what an address sanitizer could find is not there, and without it the fuzzer tries several
//! times as many inputs. Overflow and debug assertions are on.
//!
//! Seeds are pieces of real policies. They are copied into an ignored folder and never become
//! part of the project.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::ValueEnum;

use crate::{
    Result,
    command::{self, cargo},
    root,
};

/// Real policies beside the project.
const CORPUS: &str = "../shared/corpus";

/// The line between two versions; the fuzz target `compare` splits there.
const DIVIDER: &str = "\n%%%%%\n";

/// Longest seed in bytes: the fuzzer tries small inputs hundreds of times as often as whole
/// policies, and what a few paragraphs do not trigger a longer text seldom does.
const LONGEST_SEED: usize = 1_500;

/// What is fuzzed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// Any bytes, read as Markdown, plain text and HTML.
    Read,
    /// Any bytes, read as a web page.
    Html,
    /// Any two texts, compared.
    Compare,
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Html => "html",
            Self::Compare => "compare",
        }
    }
}

/// Runs one target for some minutes, or until it finds an input that fails.
///
/// # Errors
/// What could not be set up, or that an input failed; the fuzzer has printed it and saved it under
/// `fuzz/artifacts`.
pub fn run(target: Target, minutes: u32) -> Result<()> {
    if command::find("cargo-fuzz").is_none() {
        println!("Installing cargo-fuzz");
        command::run(cargo().args(["install", "cargo-fuzz", "--locked"]))?;
    }
    let folder = root().join("fuzz");
    let name = target.name();
    let seeds = folder.join("seeds").join(name);
    let count = write_seeds(target, &seeds)?;
    println!("{count} seeds in fuzz/seeds/{name}");
    let corpus = folder.join("corpus").join(name);
    fs::create_dir_all(&corpus).map_err(|e| format!("{}: {e}", corpus.display()))?;
    command::run(
        cargo()
            .args(["fuzz", "run", "--fuzz-dir"])
            .arg(&folder)
            .args(["--sanitizer", "none", name])
            .args([&corpus, &seeds])
            .arg("--")
            .arg(format!("-max_total_time={}", u64::from(minutes) * 60))
            .arg(format!("-dict={}", folder.join("markup.dict").display()))
            .args(["-timeout=10", "-rss_limit_mb=2048", "-max_len=16384"])
            .args(["-print_final_stats=1"]),
    )
}

/// Writes the saved findings and pieces of real policies, and returns how many.
fn write_seeds(target: Target, folder: &Path) -> Result<usize> {
    let fail = |path: &Path, error| format!("{}: {error}", path.display());
    fs::create_dir_all(folder).map_err(|e| fail(folder, e))?;
    let mut seeds: Vec<Vec<u8>> = Vec::new();
    let saved = root().join("tests/fixtures/fuzz").join(target.name());
    for path in files_in(&saved) {
        seeds.push(fs::read(&path).map_err(|e| fail(&path, e))?);
    }
    let corpus = root().join(CORPUS);
    if !corpus.is_dir() {
        println!("{CORPUS} is absent: the saved findings are the only seeds");
    }
    for organisation in folders_in(&corpus) {
        let read = |path: &PathBuf| fs::read_to_string(path).ok();
        let texts = |endings: &[&str]| -> Vec<String> {
            let named =
                |path: &&PathBuf| endings.iter().any(|e| path.extension() == Some(e.as_ref()));
            files_in(&organisation)
                .iter()
                .filter(named)
                .filter_map(read)
                .collect()
        };
        match target {
            Target::Read => seeds.extend(texts(&["md", "txt"]).iter().flat_map(|t| pieces(t))),
            Target::Html => seeds.extend(texts(&["html"]).iter().flat_map(|t| pieces(t))),
            Target::Compare => {
                for pair in texts(&["md"]).windows(2) {
                    seeds.extend(pair_pieces(&pair[0], &pair[1]));
                }
            }
        }
    }
    for (number, seed) in seeds.iter().enumerate() {
        let path = folder.join(format!("{number:04}"));
        fs::write(&path, seed).map_err(|e| fail(&path, e))?;
    }
    Ok(seeds.len())
}

/// Three pieces of a text, from its beginning, its first and its second third.
fn pieces(text: &str) -> Vec<Vec<u8>> {
    (0..3)
        .map(|third| piece(text, third, LONGEST_SEED).into_bytes())
        .collect()
}

/// The same pieces of two versions, side by side.
fn pair_pieces(old: &str, new: &str) -> Vec<Vec<u8>> {
    let half = LONGEST_SEED / 2;
    let pair = |third| [piece(old, third, half), piece(new, third, half)].join(DIVIDER);
    (0..3).map(|third| pair(third).into_bytes()).collect()
}

/// Up to `length` bytes of a text from one of its thirds, cut between lines.
fn piece(text: &str, third: usize, length: usize) -> String {
    let start = text.len() * third / 3;
    let mut at = 0;
    let lines = text.split_inclusive('\n').filter(|line| {
        let begins = at;
        at += line.len();
        begins >= start && at <= start + length
    });
    lines.collect()
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    children(folder, |path| path.is_file())
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    children(folder, |path| path.is_dir())
}

/// The entries of a folder in the order of their names; none where it is absent.
fn children(folder: &Path, wanted: fn(&Path) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|e| e.path()).filter(|p| wanted(p)).collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_cut_between_lines() {
        let text = "one\ntwo\nthree\nfour\n";
        assert_eq!(piece(text, 0, 9), "one\ntwo\n");
        assert_eq!(piece(text, 1, 9), "three\n");
        assert_eq!(piece(text, 2, 2), "");
    }
}
