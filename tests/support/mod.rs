//! What several test files share: finding and reading the real policies, and the labels.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod invariants;
pub mod labels;
pub mod markup;
pub mod order;
pub mod redline;
pub mod score;
pub mod sections;
pub mod transform;

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use policy_diff::{document, model::Document};

/// A file or folder of the real policies beside the project.
///
/// Where it is absent the test counts as skipped: the line that is printed goes past the capture
/// of output, and `cargo xtask test` counts the tests that it names.
pub fn shared(path: &str) -> Option<PathBuf> {
    let full = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared")
        .join(path);
    if full.exists() {
        return Some(full);
    }
    let thread = std::thread::current();
    let test = thread.name().unwrap_or_default();
    // What cannot be written, nobody reads.
    let _ = writeln!(
        std::io::stdout().lock(),
        "SKIPPED {test}: ../shared/{path} is absent"
    );
    None
}

/// Holds a file of the project that people read or the compiler does; `cargo xtask bless` writes
/// it anew. Snapshots, which only tests read, are `insta`'s.
#[track_caller]
pub fn is_written(file: &Path, expected: &str) {
    let written = std::fs::read_to_string(file).unwrap_or_default();
    if written == expected {
        return;
    }
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        std::fs::write(file, expected).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        return;
    }
    let lines = expected.lines().zip(written.lines());
    let differing: Vec<String> = lines
        .filter(|(is, was)| is != was)
        .map(|(is, was)| format!("written: {was}\nis:      {is}"))
        .collect();
    let name = file.display();
    panic!(
        "{name}: run `cargo xtask bless` and read the difference\n{}",
        differing.join("\n")
    );
}

/// Reads a document from a file.
pub fn read(path: &Path) -> Document {
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    document::read(&path.to_string_lossy(), &bytes)
}

/// Text with percent-encoded bytes, as mail links carry it (RFC 3986, section 2.1), decoded.
pub fn percent(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(&tail[..2]).expect("two digits");
            bytes.push(u8::from_str_radix(digits, 16).expect("hexadecimal"));
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// The entries of a folder, in the order of their names.
pub fn folder(path: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// Reads a document from Markdown source.
pub fn markdown(source: &str) -> Document {
    document::read("policy.md", source.as_bytes())
}

/// Section headings as the labels write them: `(preamble)` for none, `Heading@2` for a second one
/// of the same name.
pub fn label_names(document: &Document) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for section in &document.sections {
        let base = if section.heading.is_empty() {
            "(preamble)"
        } else {
            &section.heading
        };
        let before = document.sections[..names.len()]
            .iter()
            .filter(|s| s.heading == section.heading)
            .count();
        names.push(if before == 0 {
            base.to_owned()
        } else {
            format!("{base}@{}", before + 1)
        });
    }
    names
}
