//! The tests of the built page in a real browser.
//!
//! The page under test is the one readers get: the size-optimised wasm, served by `serve` with
//! its content security policy, under a sub-path, because a site may stand under any.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Result, build,
    command::{self, find},
    root, serve, sizes,
    tally::{Counts, Tally},
    wasm,
};

/// Where the page stands during the tests.
const BASE: &str = "/any/sub-path/";

/// Real policies that are used where they are there, and never become part of the project.
const CORPUS: &str = "../shared/corpus";
const CORPUS_ORGANISATIONS: [&str; 2] = ["numfocus", "loomio"];

/// Builds the page, serves it and runs the tests; adds their counts.
pub fn run(tally: &mut Tally) {
    let mut set_up = None;
    tally.count("the page, built and small enough", || {
        let chromium = ensure_chromium("Testing the page")?;
        ensure_npm_packages(&folder(), "Testing the page")?;
        let site = build::run(&build::Options {
            policies: Some(policies()?),
            out: Some(root().join("target/browser-site")),
            ..build::Options::default()
        })?;
        let total = sizes::total(&sizes::measure(&site)?);
        set_up = Some((chromium, site));
        match total {
            0..=sizes::LIMIT => Ok(()),
            _ => Err(format!("{total} bytes; at most {}", sizes::LIMIT)),
        }
    });
    let Some((chromium, site)) = set_up else {
        return;
    };
    tally.count("the tool and the engine alone, built", || {
        command::run(command::cargo().args(["build", "--quiet", "--bin", "policy-diff"]))?;
        add_engine(&site)
    });
    tally.count_all("browser tests", || {
        let running = serve::start(&site, 0, BASE)?;
        let counts = run_node(&running.address, &chromium);
        running.stop();
        counts
    });
}

/// Puts the engine alone beside the page, for the tests that hand files to it; it comes after the
/// size was measured, since no reader loads it.
fn add_engine(site: &Path) -> Result<()> {
    println!("Compiling the engine alone");
    let module = wasm::compile(wasm::ensure_toolchain()?, "widget", wasm::ENGINE)?;
    let folder = site.join("engine");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    wasm::bind(&module, &folder, wasm::ENGINE)
}

fn run_node(address: &str, chromium: &Path) -> Result<Counts> {
    let report = root().join("target/browser-tests.tap");
    let mut node = Command::new("node");
    node.current_dir(folder())
        // One browser at a time: pages that share two cores time out for no fault of theirs.
        .args(["--test", "--test-concurrency=1"])
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", report.display()))
        .args(test_files()?)
        .env("POLICY_DIFF_URL", address)
        .env(
            "POLICY_DIFF_CLI",
            command::target_folder().join("debug/policy-diff"),
        )
        .env("POLICY_DIFF_CORPUS", root().join(CORPUS))
        .env("CHROMIUM", chromium);
    let status = node
        .status()
        .map_err(|error| command::not_started(&node, &error))?;
    let text = fs::read_to_string(&report).unwrap_or_default();
    let counts = tap_counts(&text);
    let is_empty = counts.passed + counts.failed == 0;
    if is_empty || (counts.failed == 0 && !status.success()) {
        return Err("the browser tests ended without a result".into());
    }
    Ok(counts)
}

/// The counts in the closing comments of a TAP report.
fn tap_counts(report: &str) -> Counts {
    let count = |name: &str| {
        report
            .lines()
            .filter_map(|line| {
                line.strip_prefix("# ")?
                    .strip_prefix(name)?
                    .trim()
                    .parse::<usize>()
                    .ok()
            })
            .sum::<usize>()
    };
    Counts {
        passed: count("pass "),
        failed: count("fail ") + count("cancelled "),
        skipped: count("skipped ") + count("todo "),
    }
}

fn folder() -> PathBuf {
    root().join("tests/browser")
}

/// Named one by one: what node makes of a folder differs between its versions.
fn test_files() -> Result<Vec<String>> {
    let entries = fs::read_dir(folder()).map_err(|error| format!("tests/browser: {error}"))?;
    let mut files: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| name.ends_with(".test.mjs"))
        .collect();
    files.sort();
    Ok(files)
}

/// Finds Chromium, installing Debian's where there is none; `purpose` begins a sentence.
///
/// # Errors
/// What to install.
pub fn ensure_chromium(purpose: &str) -> Result<PathBuf> {
    let installed = || {
        ["chromium", "chromium-browser", "google-chrome"]
            .into_iter()
            .find_map(find)
    };
    if let Some(chromium) = installed() {
        return Ok(chromium);
    }
    command::apt_install(&["chromium"], purpose)?;
    installed().ok_or_else(|| "Chromium was installed but is not on the search path".into())
}

/// Installs what the lock file of a folder names, unless it is there; `purpose` begins a sentence.
///
/// # Errors
/// What to install, where there is no Node.
pub fn ensure_npm_packages(folder: &Path, purpose: &str) -> Result<()> {
    if find("node").is_none() || find("npm").is_none() {
        return Err(format!(
            "{purpose} needs Node 20 or later with npm; install it from nodejs.org or with your \
             system's package manager (Debian: `apt-get install nodejs npm`)"
        ));
    }
    let modified = |file: &str| {
        fs::metadata(folder.join(file))
            .and_then(|m| m.modified())
            .ok()
    };
    let installed = modified("node_modules/.package-lock.json");
    if installed.is_some() && installed >= modified("package-lock.json") {
        return Ok(());
    }
    println!("Installing the npm packages of {}", folder.display());
    command::run(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(folder),
    )
}

/// The folder of policies for the tests: our fixtures, and real ones where they are there.
fn policies() -> Result<PathBuf> {
    let folder = root().join("target/browser-policies");
    let fail = |error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(fail)?;
    }
    let mut sources = vec![
        root().join("tests/browser/policies"),
        root().join("policies"),
    ];
    for source in sources.drain(..) {
        copy_tree(&source, &folder).map_err(fail)?;
    }
    for organisation in CORPUS_ORGANISATIONS {
        let source = root().join(CORPUS).join(organisation);
        if source.is_dir() {
            copy_tree(&source, &folder.join(organisation)).map_err(fail)?;
        } else {
            println!("{CORPUS}/{organisation} is absent: the tests that read it are passed over");
        }
    }
    Ok(folder)
}

fn copy_tree(from: &Path, to: &Path) -> std::io::Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy_tree(&entry.path(), &to.join(entry.file_name()))?;
        }
    } else if from.is_file() {
        fs::copy(from, to)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tap_reports_are_counted() {
        let report = "ok 1 - a\nnot ok 2 - b\n# tests 4\n# pass 1\n# fail 1\n# cancelled 1\n\
                      # skipped 1\n# todo 0\n";
        let expected = Counts {
            passed: 1,
            failed: 2,
            skipped: 1,
        };
        assert_eq!(tap_counts(report), expected);
        assert_eq!(tap_counts(""), Counts::default());
    }
}
