//! The rules that the compiler does not enforce.
//!
//! * The core (all but the widget) builds without any crate of the browser.
//! * Every Rust file opens with `//!` and stays short enough to read in one sitting.
//! * No two files of a crate need each other.
//! * Policy text never becomes markup, styles stay in the style sheet.
//! * Nothing of the machine it was written on is left in a file.

mod circles;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{Result, command, root};

/// Crates of the browser, which the core must build without.
const BROWSER_CRATES: [&str; 4] = ["yew", "web-sys", "js-sys", "wasm-bindgen"];

/// Longest file, in lines and without tests: what can be held in mind at once, with some slack.
const LONGEST: usize = 450;

/// Names of folders (and of the file that stands for one in a linked work tree) that hold no
/// source of ours.
const SKIPPED: [&str; 6] = [
    ".git",
    "target",
    "dist",
    "node_modules",
    "results",
    "policies",
];

/// Checks the whole project.
///
/// # Errors
/// All findings, one a line.
pub fn run() -> Result<()> {
    let mut findings = Vec::new();
    let sources = sources(&root())?;
    for (name, text) in &sources {
        findings.extend(check_file(name, text));
    }
    findings.extend(check_circles(&sources));
    let tree = command::output(command::cargo().args([
        "tree",
        "--package",
        "policy-diff",
        "--no-default-features",
        "--edges",
        "normal",
        "--prefix",
        "none",
    ]))?;
    findings.extend(check_tree(&tree));
    if findings.is_empty() {
        println!("The project's rules hold");
        return Ok(());
    }
    Err(format!(
        "broken rules: {}\n{}",
        findings.len(),
        findings.join("\n")
    ))
}

/// All findings in one file; `name` is its path from the project's root, with `/`.
fn check_file(name: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    let is_fixture = name.starts_with("tests/fixtures/");
    if name.ends_with(".rs") && !is_fixture {
        findings.extend(check_shape(name, text));
    }
    if !is_fixture && !name.starts_with("xtask/src/check/") {
        findings.extend(check_words(name, text));
    }
    findings
}

/// Circles in every crate: what lies under one folder `src`.
fn check_circles(sources: &[(String, String)]) -> Vec<String> {
    let mut crates: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (name, text) in sources {
        let place = name.strip_prefix("src/").map(|path| ("src", path));
        let place = place.or_else(|| name.split_once("/src/"));
        if let (Some((folder, path)), true) = (place, name.ends_with(".rs")) {
            crates.entry(folder).or_default().push((path, text));
        }
    }
    crates
        .iter()
        .flat_map(|(name, files)| circles::check(name, files))
        .collect()
}

fn check_shape(name: &str, text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    if !text.starts_with("//!") {
        findings.push(format!("{name}:1: a file opens with //! and why it exists"));
    }
    let code = text.split("#[cfg(test)]").next().unwrap_or(text);
    let lines = code.lines().count();
    if lines > LONGEST && !name.starts_with("tests/") {
        findings.push(format!(
            "{name}: {lines} lines without tests; at most {LONGEST}: split it"
        ));
    }
    findings
}

fn check_words(name: &str, text: &str) -> Vec<String> {
    let in_page = name.starts_with("src/widget/") || name.starts_with("www/");
    let markup: &[&str] = if in_page {
        &[
            "inner_html",
            "innerHTML",
            "from_html_unchecked",
            "insertAdjacentHTML",
            "style=",
        ]
    } else {
        &[]
    };
    let mut findings = Vec::new();
    // A test of what markup becomes has to write some.
    let mut in_tests = false;
    for (number, line) in text.lines().enumerate() {
        in_tests |= line.starts_with("#[cfg(test)]");
        let mut finding = |word: &str, reason: &str| {
            findings.push(format!("{name}:{}: {word}: {reason}", number + 1));
        };
        for word in markup.iter().filter(|_| !in_tests) {
            if line.contains(word) {
                finding(
                    word,
                    "text is rendered as nodes, styles stand in the style sheet",
                );
            }
        }
        for folder in ["/root/", "/home/", "/work/", "/tmp/", "/Users/"] {
            if names_folder(line, folder) {
                finding(folder, "no file names a folder of one machine");
            }
        }
        if name.ends_with("package-lock.json") && line.contains("\"resolved\"") {
            finding(
                "resolved",
                "a lock file names no registry (npm's omit-lockfile-registry-resolved)",
            );
        }
    }
    findings
}

/// True where the line names the folder from the file system's root, not as part of an address.
fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || "\"'`(=:<[".contains(c))
    })
}

fn check_tree(tree: &str) -> Vec<String> {
    BROWSER_CRATES
        .iter()
        .filter(|name| {
            tree.lines()
                .any(|line| line.split(' ').next() == Some(name))
        })
        .map(|name| format!("Cargo.toml: the core must build without {name}"))
        .collect()
}

/// Every text file of the project with its path from the root, sorted.
fn sources(root: &Path) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in children(&folder)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if SKIPPED.contains(&name.as_ref()) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let (Ok(text), Ok(relative)) =
                (fs::read_to_string(&path), path.strip_prefix(root))
            {
                found.push((relative.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn children(folder: &Path) -> Result<Vec<PathBuf>> {
    let fail = |error| format!("{}: {error}", folder.display());
    fs::read_dir(folder)
        .map_err(fail)?
        .map(|entry| Ok(entry.map_err(fail)?.path()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, code: &str, expected: &[&str]) {
        let text = format!("//! Why.\n{code}");
        let found = check_file(name, &text);
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn files_open_with_a_reason_and_stay_short() {
        assert_eq!(
            check_file("build/main.rs", "fn main() {}\n"),
            ["build/main.rs:1: a file opens with //! and why it exists"]
        );
        let long = "x\n".repeat(LONGEST);
        check(
            "src/lib.rs",
            &long,
            &["src/lib.rs: 451 lines without tests; at most 450: split it"],
        );
        check("src/lib.rs", &format!("#[cfg(test)]\n{long}"), &[]);
    }

    #[test]
    fn markup_and_machine_folders_are_found() {
        check(
            "src/widget/view.rs",
            "div.set_inner_html(x)",
            &["src/widget/view.rs:2: inner_html: \
               text is rendered as nodes, styles stand in the style sheet"],
        );
        assert_eq!(
            check_file(
                "README.md",
                "see `/home/me/x`\nhttps://example.org/home/x\n"
            ),
            ["README.md:1: /home/: no file names a folder of one machine"]
        );
        assert_eq!(
            check_file("tests/browser/package-lock.json", "  \"resolved\": \"x\"\n").len(),
            1
        );
    }

    #[test]
    fn the_core_builds_without_the_browser() {
        assert_eq!(check_tree("policy-diff v0.1.0\nyew-like v1\n"), [""; 0]);
        assert_eq!(
            check_tree("policy-diff v0.1.0\nyew v0.23.0\n"),
            ["Cargo.toml: the core must build without yew"]
        );
    }
}
