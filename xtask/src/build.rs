//! Assembles the static site.
//!
//! Every address in it is relative, so the folder can be copied to any static host under any
//! path. The site is put together beside its destination and moved there at the end: a failed
//! build leaves the last good one in place.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Args;
use policy_diff::meaning::{VOCABULARIES, VOCABULARY_TEXTS};

use crate::{
    Result,
    catalogue::{self, Catalogue},
    root, sizes,
    wasm::{self, Toolchain},
};

/// What the commands that build have in common.
#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    /// Folder of policies: <organisation>/<version>.<md|html|txt> [default: policies/]
    #[arg(long)]
    pub policies: Option<PathBuf>,
    /// Where the site goes [default: dist/]
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Let the page open comparisons that were saved as JSON, for a hundred kilobytes more
    #[arg(long)]
    pub saved: bool,
    /// Build without size optimisation, much faster, for work on the widget
    #[arg(long)]
    pub fast: bool,
    /// Which Rust compiles the widget [default: rustup's, else Debian's]
    #[arg(long)]
    pub toolchain: Option<Toolchain>,
}

/// Files of `www/` that go into the site as they are.
const STATIC_FILES: [&str; 4] = [
    "index.html",
    "policy-diff.js",
    "policy-diff.css",
    "favicon.svg",
];

/// Builds the site and returns its folder.
///
/// # Errors
/// The step that failed.
pub fn run(options: &Options) -> Result<PathBuf> {
    let policies = options.policies.clone();
    let policies = policies.unwrap_or_else(|| root().join("policies"));
    let site = options.out.clone().unwrap_or_else(|| root().join("dist"));

    println!("Reading policies from {}", policies.display());
    let catalogue = catalogue::read(&policies)?;
    report(&catalogue);

    println!("Compiling the widget");
    let toolchain = match options.toolchain {
        Some(toolchain) => toolchain,
        None => wasm::ensure_toolchain()?,
    };
    let widget = if options.saved {
        wasm::WIDGET_SAVED
    } else {
        wasm::WIDGET
    };
    let profile = if options.fast {
        "widget-fast"
    } else {
        "widget"
    };
    let module = wasm::compile(toolchain, profile, widget)?;
    let html = wasm::compile(toolchain, profile, wasm::HTML)?;

    let draft = beside(&site)?;
    clear(&draft)?;
    fs::create_dir_all(&draft).map_err(|error| at(&draft, &error))?;
    wasm::bind(&module, &draft, widget)?;
    wasm::bind(&html, &draft, wasm::HTML)?;
    for name in STATIC_FILES {
        copy(&root().join("www").join(name), &draft.join(name))?;
    }
    write_vocabularies(&draft.join(sizes::VOCABULARIES))?;
    write_policies(&catalogue, &draft.join("policies"))?;
    clear(&site)?;
    fs::rename(&draft, &site).map_err(|error| at(&site, &error))?;

    println!("Wrote {}\n", site.display());
    if options.fast {
        println!("(a fast build: its size says nothing)");
    } else {
        println!("{}", sizes::table(&sizes::measure(&site)?));
        println!("{}", sizes::further(&site)?);
    }
    Ok(site)
}

fn report(catalogue: &Catalogue) {
    let versions: usize = catalogue
        .organisations
        .iter()
        .map(|o| o.versions.len())
        .sum();
    println!(
        "  organisations: {}, versions: {versions}",
        catalogue.organisations.len()
    );
    for problem in &catalogue.problems {
        println!("  left out: {} {}", problem.file, problem.reason);
    }
}

/// Writes the vocabularies, each of which the page fetches for policies in its language.
fn write_vocabularies(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
    for (tag, text) in VOCABULARIES.into_iter().zip(VOCABULARY_TEXTS) {
        let file = folder.join(format!("{tag}.txt"));
        fs::write(&file, text).map_err(|error| at(&file, &error))?;
    }
    Ok(())
}

fn write_policies(catalogue: &Catalogue, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
    for version in catalogue.organisations.iter().flat_map(|o| &o.versions) {
        copy(&version.path, &folder.join(&version.file))?;
    }
    let json = serde_json::to_string(catalogue).map_err(|error| error.to_string())?;
    let file = folder.join("catalogue.json");
    fs::write(&file, json).map_err(|error| at(&file, &error))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
    }
    // Contents alone: a copied permission could make the site unreadable for a web server.
    let bytes = fs::read(from).map_err(|error| at(from, &error))?;
    fs::write(to, bytes).map_err(|error| at(to, &error))
}

/// A folder beside the site, on the same file system, so that moving it there is one step.
fn beside(site: &Path) -> Result<PathBuf> {
    let name = site.file_name().ok_or("the site's folder needs a name")?;
    let draft = format!(".{}-draft", name.to_string_lossy());
    Ok(site.with_file_name(draft))
}

fn clear(folder: &Path) -> Result<()> {
    // Only a site is ever replaced: `--out` pointed at a home folder must not empty it.
    let is_site = folder.join("policies/catalogue.json").is_file();
    let is_draft = folder
        .file_name()
        .is_some_and(|name| name.to_string_lossy().ends_with("-draft"));
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    if is_site || is_draft || entries.count() == 0 {
        return fs::remove_dir_all(folder).map_err(|error| at(folder, &error));
    }
    Err(format!(
        "{} holds something else than a built site; name another folder or empty it",
        folder.display()
    ))
}

fn at(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sites_and_empty_folders_are_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        assert_eq!(clear(&site), Ok(()));
        fs::create_dir_all(site.join("policies")).unwrap();
        fs::write(site.join("policies/catalogue.json"), "{}").unwrap();
        assert_eq!(clear(&site), Ok(()));
        assert!(!site.exists());
        fs::create_dir_all(&site).unwrap();
        fs::write(site.join("diary.txt"), "dear").unwrap();
        assert!(clear(&site).is_err());
        assert!(site.join("diary.txt").exists());
    }
}
