//! The pairs of texts that are measured: neighbouring versions of real policies.

use std::{
    fs,
    path::{Path, PathBuf},
};

use policy_diff::{document, model::Document};
use serde::Serialize;

use crate::{Result, catalogue, root};

/// Real policies, which never become part of the project.
const CORPUS: &str = "../shared/corpus";
/// Folders with a `before.md` and an `after.md` each.
const MEMOS: &str = "../shared/memos";

/// Two texts as every differ gets them.
#[derive(Serialize)]
pub struct Pair {
    /// Organisation and versions.
    pub name: String,
    /// The old version.
    pub old: Text,
    /// The new version; `new` is no name for a variable in JavaScript.
    pub now: Text,
}

impl Pair {
    /// Bytes of the longer text.
    pub fn size(&self) -> usize {
        self.old.text.len().max(self.now.text.len())
    }
}

/// One version.
#[derive(Serialize)]
pub struct Text {
    /// The file's name, whose ending says how to read it.
    name: String,
    /// The file as it was published.
    pub text: String,
    /// The policy in it as plain HTML, for differs that take nothing else.
    html: String,
}

/// All pairs whose name contains the filter, smallest first; of long histories only the latest
/// step where that is asked for.
///
/// # Errors
/// That there are none, or a file that cannot be read.
pub fn read(filter: Option<&str>, latest: bool) -> Result<Vec<Pair>> {
    let mut files = Vec::new();
    let corpus = root().join(CORPUS);
    if corpus.is_dir() {
        neighbours(&corpus, latest, &mut files)?;
    } else {
        println!("{CORPUS} is absent: measuring on the policies of the project");
        neighbours(&root().join("policies"), latest, &mut files)?;
    }
    memos(&root().join(MEMOS), &mut files);
    let wanted = |name: &str| filter.is_none_or(|filter| name.contains(filter));
    let mut pairs = files
        .into_iter()
        .filter(|(name, ..)| wanted(name))
        .map(|(name, old, now)| {
            let (old, now) = (text(&old)?, text(&now)?);
            Ok(Pair { name, old, now })
        })
        .collect::<Result<Vec<_>>>()?;
    if pairs.is_empty() {
        return Err("there is no pair of that name to measure".into());
    }
    pairs.sort_by_key(Pair::size);
    Ok(pairs)
}

type Files = Vec<(String, PathBuf, PathBuf)>;

fn neighbours(folder: &Path, latest: bool, files: &mut Files) -> Result<()> {
    for organisation in catalogue::read(folder)?.organisations {
        let first = if latest {
            organisation.versions.len().saturating_sub(2)
        } else {
            0
        };
        for pair in organisation.versions.windows(2).skip(first) {
            let [old, new] = pair else { continue };
            let name = format!("{} {} → {}", organisation.id, old.id, new.id);
            files.push((name, old.path.clone(), new.path.clone()));
        }
    }
    Ok(())
}

fn memos(folder: &Path, files: &mut Files) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    folders.sort();
    for folder in folders {
        let (old, now) = (folder.join("before.md"), folder.join("after.md"));
        if old.is_file() && now.is_file() {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            files.push((format!("memo {name}"), old, now));
        }
    }
}

fn text(path: &Path) -> Result<Text> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let document = document::read(&name, &bytes);
    Ok(Text {
        name: name.into_owned(),
        text: String::from_utf8_lossy(&bytes).into_owned(),
        html: html(&document),
    })
}

/// The policy as headings and paragraphs, without navigation, scripts and attributes: the least
/// work that a differ of HTML can be given.
fn html(document: &Document) -> String {
    let mut out = String::new();
    for section in &document.sections {
        if !section.heading.is_empty() {
            element(&mut out, "h2", &section.heading);
        }
        for id in section.block_ids() {
            if let Some(block) = document.blocks.get(id.index()) {
                element(&mut out, "p", &block.text);
            }
        }
    }
    out
}

fn element(out: &mut String, name: &str, text: &str) {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    out.push_str(&format!("<{name}>{text}</{name}>\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_plain_paragraphs() {
        let source = b"We keep *names*.\n\n## Cookies & co\n\n- a < b\n";
        let document = document::read("a.md", source);
        assert_eq!(
            html(&document),
            "<p>We keep names.</p>\n<h2>Cookies &amp; co</h2>\n<p>a &lt; b</p>\n"
        );
    }
}
