//! What fuzzing found, kept as small named inputs and asked the same questions again.
//!
//! `read` and `html` hold files as they are; `compare` holds pairs of Markdown texts, divided by a
//! line `%%%%%`. How to look for more: `cargo xtask fuzz --help`.

use std::{fs, path::PathBuf};

use crate::support::invariants;

/// The saved inputs of one target, in the order of their names.
fn saved(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/fuzz")
        .join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} is empty", folder.display());
    let read = |path: PathBuf| (path.clone(), fs::read(path).expect("a readable file"));
    paths.into_iter().map(read).collect()
}

/// Asks about each saved input and names those that fail.
fn check(target: &str, ask: fn(&[u8])) {
    let failed: Vec<PathBuf> = saved(target)
        .into_iter()
        .filter(|(_, bytes)| std::panic::catch_unwind(|| ask(bytes)).is_err())
        .map(|(path, _)| path)
        .collect();
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn saved_files_are_read() {
    check("read", invariants::any_bytes);
}

#[test]
fn saved_pages_are_read() {
    check("html", invariants::any_page);
}

#[test]
fn saved_pairs_are_compared() {
    check("compare", |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let (old, new) = text.split_once(invariants::DIVIDER).expect("a divider");
        invariants::any_pair(old, new);
    });
}
