//! Measures the engine beside other differs, in one Chromium and over the same texts.
//!
//! The browser's part is in `benches/peers`; here the texts are collected, the engine is compiled
//! as the widget is, and the figures are written to `docs/benchmarks.md`. Timing them natively or
//! under Node was rejected: readers run all of this in a browser.

mod pairs;
mod table;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use clap::Args;

use crate::{Result, browser, command::not_started, root, serve, wasm};

/// Seconds after which a differ is stopped: nobody waits longer for a page.
const LIMIT: u32 = 5;

/// What can be chosen.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// Measure only pairs whose name contains this; the documentation is then left as it is
    #[arg(long, value_name = "FILTER")]
    pub pairs: Option<String>,
    /// Measure only the latest step of each history, in minutes; the tables say so
    #[arg(long)]
    pub latest: bool,
    /// Timed runs of each differ on each pair, after the warm-up; slow ones get fewer
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub rounds: u32,
}

/// A differ that takes part.
pub struct Differ {
    /// Its name between the halves of this command.
    pub key: &'static str,
    /// Its name in the tables.
    pub label: &'static str,
    /// True for the engine itself.
    pub own: bool,
}

/// The engine first, which the others are held against.
pub const DIFFERS: [Differ; 7] = [
    Differ {
        key: "policy-diff",
        label: "policy-diff",
        own: true,
    },
    Differ {
        key: "policy-diff-meaning",
        label: "with facts and highlights",
        own: true,
    },
    Differ {
        key: "diff",
        label: "diff (diffWords)",
        own: false,
    },
    Differ {
        key: "diff-match-patch",
        label: "diff-match-patch, 1 s",
        own: false,
    },
    Differ {
        key: "diff-match-patch-0",
        label: "diff-match-patch, no limit",
        own: false,
    },
    Differ {
        key: "node-htmldiff",
        label: "node-htmldiff",
        own: false,
    },
    Differ {
        key: "htmldiff-js",
        label: "htmldiff-js",
        own: false,
    },
];

/// Files of the npm packages, and their names on the page.
const PACKAGES: [(&str, &str); 4] = [
    ("diff/dist/diff.min.js", "diff.js"),
    ("diff-match-patch/index.js", "diff-match-patch.js"),
    ("node-htmldiff/js/htmldiff.js", "node-htmldiff.js"),
    ("htmldiff-js/dist/htmldiff.min.js", "htmldiff-js.js"),
];

/// Measures, prints the tables and, over all pairs, writes them to the documentation.
///
/// # Errors
/// What could not be set up, or that a part of the measuring failed.
pub fn run(options: &Options) -> Result<()> {
    let purpose = "Measuring in the browser";
    let chromium = browser::ensure_chromium(purpose)?;
    browser::ensure_npm_packages(&folder(), purpose)?;
    let found = pairs::read(options.pairs.as_deref(), options.latest)?;
    let site = site()?;
    let running = serve::start(&site, 0, "/")?;
    let measured = measure(&found, options, &running.address, &chromium);
    running.stop();
    let mut report = table::write(&measured?, &found, options.rounds)?;
    if options.latest {
        report.insert_str(
            0,
            "Measured with `--latest`: of each policy the step to its latest version, and the pairs of\n\
             `../shared/memos`.\n\n",
        );
    }
    println!("\n{report}");
    if options.pairs.is_some() {
        println!("Only some pairs were measured: docs/benchmarks.md is left as it is");
        return Ok(());
    }
    table::put(&root().join("docs/benchmarks.md"), &report)
}

fn folder() -> PathBuf {
    root().join("benches/peers")
}

/// Puts the page together: its script, the engine, the other differs.
fn site() -> Result<PathBuf> {
    let site = root().join("target/bench-peers");
    let fail = |path: &Path, error: &std::io::Error| format!("{}: {error}", path.display());
    let packages = site.join("packages");
    fs::create_dir_all(&packages).map_err(|error| fail(&packages, &error))?;
    for name in ["index.html", "page.js"] {
        let from = folder().join(name);
        fs::copy(&from, site.join(name)).map_err(|error| fail(&from, &error))?;
    }
    for (file, name) in PACKAGES {
        let from = folder().join("node_modules").join(file);
        fs::copy(&from, packages.join(name)).map_err(|error| fail(&from, &error))?;
    }
    println!("Compiling the engine as the page has it");
    let module = wasm::compile(wasm::ensure_toolchain()?, "widget", wasm::ENGINE)?;
    wasm::bind(&module, &site, wasm::ENGINE)?;
    Ok(site)
}

fn measure(
    pairs: &[pairs::Pair],
    options: &Options,
    address: &str,
    chromium: &Path,
) -> Result<table::Measured> {
    let handed = root().join("target/bench-peers-pairs.json");
    let results = root().join("target/bench-peers-results.json");
    let json = serde_json::to_string(pairs).map_err(|error| error.to_string())?;
    fs::write(&handed, json).map_err(|error| format!("{}: {error}", handed.display()))?;
    // Figures of an earlier run must not pass for those of this one.
    let _ = fs::remove_file(&results);
    let mut node = Command::new("node");
    node.arg("run.mjs")
        .current_dir(folder())
        .env("SITE", address)
        .env("CHROMIUM", chromium)
        .env("PAIRS", &handed)
        .env("RESULTS", &results)
        .env("DIFFERS", DIFFERS.map(|differ| differ.key).join(","))
        .env("ROUNDS", options.rounds.max(1).to_string())
        .env("LIMIT", LIMIT.to_string());
    let status = node.status().map_err(|error| not_started(&node, &error))?;
    if !status.success() {
        return Err("the measuring in the browser ended early".into());
    }
    let text = fs::read_to_string(&results).map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| format!("the figures cannot be read: {error}"))
}
