//! The pairs of versions that two builds are held against each other with.

use std::{
    fs,
    path::{Path, PathBuf},
};

use policy_diff::compare::history::is_note;

use crate::{Result, root};

/// Real policies beside the project, which never become part of it.
const SHARED: &str = "../shared";

/// Folders with a folder for each policy, whose versions sort by name.
const HISTORIES: [&str; 5] = [
    "corpus",
    "corpus/github-html",
    "corpus/opentermsarchive-html",
    "gold2/policies",
    "faults",
];

/// Folders with a `before.md` and an `after.md`, or with `old.…` and `new.…`, which do not sort.
const OLDER: [&str; 2] = ["before", "old"];

/// Two versions of one policy.
pub struct Pair {
    /// Folder and versions.
    pub name: String,
    pub old: PathBuf,
    pub new: PathBuf,
}

/// All neighbouring versions, and of longer histories the first and the last one.
///
/// # Errors
/// That the texts are not there, or a folder that cannot be read.
pub fn pairs() -> Result<Vec<Pair>> {
    let shared = root().join(SHARED);
    let mut pairs = Vec::new();
    for folder in HISTORIES.into_iter().chain(["memos"]) {
        for policy in children(&shared.join(folder))? {
            if policy.is_dir() {
                pairs.extend(of_policy(&shared, &policy)?);
            }
        }
    }
    Ok(pairs)
}

fn of_policy(shared: &Path, folder: &Path) -> Result<Vec<Pair>> {
    let mut versions = children(folder)?;
    versions.retain(|path| path.is_file() && is_version(path));
    versions.sort_by_key(|path| {
        (
            !OLDER.iter().any(|old| stem(path).starts_with(old)),
            stem(path),
        )
    });
    let pair = |old: &PathBuf, new: &PathBuf| {
        let policy = folder.strip_prefix(shared).unwrap_or(folder).display();
        let name = format!("{policy} {} → {}", stem(old), stem(new));
        let (old, new) = (old.clone(), new.clone());
        Pair { name, old, new }
    };
    let neighbours = versions
        .windows(2)
        .map(|pair_of| pair(&pair_of[0], &pair_of[1]));
    let mut pairs: Vec<Pair> = neighbours.collect();
    if let [first, _, .., last] = versions.as_slice() {
        pairs.push(pair(first, last));
    }
    Ok(pairs)
}

fn is_version(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().and_then(|ending| ending.to_str());
    let is_expected = name == "expected.md";
    matches!(ending, Some("md" | "html" | "txt")) && !is_note(&name) && !is_expected
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The entries of a folder in the order of their names.
fn children(folder: &Path) -> Result<Vec<PathBuf>> {
    let fail = |error| format!("{}: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(fail)?;
    let mut paths = entries
        .map(|entry| Ok(entry.map_err(fail)?.path()))
        .collect::<Result<Vec<PathBuf>>>()?;
    paths.sort();
    Ok(paths)
}
