//! Labels of section correspondence: what a careful reader says became of each section.
//!
//! The format and its rules are in `tests/fixtures/labels/README.md`.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use serde_json::Value;

/// Headings of an old and a new section.
pub type Pair = (String, String);

/// One labelled pair of versions.
#[derive(Default)]
pub struct Labels {
    /// The file's name without its ending.
    pub name: String,
    pub old: PathBuf,
    pub new: PathBuf,
    pub old_sections: BTreeSet<String>,
    pub new_sections: BTreeSet<String>,
    pub links: BTreeMap<Pair, Flags>,
    pub added: BTreeSet<String>,
    pub removed: BTreeSet<String>,
    pub moved: BTreeSet<String>,
    pub ignore_old: BTreeSet<String>,
    pub ignore_new: BTreeSet<String>,
    /// Lines of which readers differ whether they are headings at all.
    pub doubtful: BTreeSet<String>,
}

/// What a label says of a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    pub renamed: bool,
    pub edited: bool,
}

impl Labels {
    /// Reads a label file, which names its texts by paths that [`document`] finds.
    pub fn read(path: &Path) -> Self {
        let gold = json(path);
        let strings = |key: &str| -> BTreeSet<String> {
            let list = gold[key].as_array().into_iter().flatten();
            list.filter_map(|v| v.as_str().map(str::to_owned)).collect()
        };
        let file = |key: &str| document(path, gold[key].as_str().expect("a path"));
        let links = gold["links"].as_array().into_iter().flatten();
        let mut labels = Self {
            name: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            old: file("old"),
            new: file("new"),
            old_sections: strings("old_sections"),
            new_sections: strings("new_sections"),
            links: links.map(link).collect(),
            added: strings("added"),
            removed: strings("removed"),
            moved: strings("moved"),
            ignore_old: strings("ignore_old"),
            ignore_new: strings("ignore_new"),
            doubtful: BTreeSet::new(),
        };
        let doubtful_old = labels.ignore_old.difference(&labels.old_sections);
        let doubtful_new = labels.ignore_new.difference(&labels.new_sections);
        labels.doubtful = doubtful_old.chain(doubtful_new).cloned().collect();
        if labels.old.starts_with(root().join("policies")) {
            labels.name.insert_str(0, "example-");
        }
        let ignored = (labels.ignore_old.clone(), labels.ignore_new.clone());
        labels
            .links
            .retain(|(a, b), _| !ignored.0.contains(a) && !ignored.1.contains(b));
        for (set, ignored) in [
            (&mut labels.old_sections, &ignored.0),
            (&mut labels.removed, &ignored.0),
            (&mut labels.new_sections, &ignored.1),
            (&mut labels.added, &ignored.1),
            (&mut labels.moved, &ignored.1),
        ] {
            set.retain(|heading| !ignored.contains(heading));
        }
        labels
    }

    /// True where readers agree on both sections.
    pub fn counts(&self, (a, b): &Pair) -> bool {
        !self.ignore_old.contains(a) && !self.ignore_new.contains(b)
    }
}

fn link(value: &Value) -> (Pair, Flags) {
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let flag = |key: &str| value[key].as_bool().unwrap_or_default();
    let flags = Flags {
        renamed: flag("renamed"),
        edited: flag("edited"),
    };
    ((text("old"), text("new")), flags)
}

/// Every label file of a folder, by name.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<_> = entries
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "json"))
        .collect();
    files.sort();
    files
}

/// A JSON file of the tests; one that cannot be read is an error of ours.
pub fn json(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Where a text stands that a label file names: in the folder that holds the labels' folder, in
/// the project, or beside the project.
pub fn document(labels: &Path, path: &str) -> PathBuf {
    let own = labels.ancestors().nth(2).unwrap_or(root()).join(path);
    if own.exists() {
        own
    } else if path.starts_with("policies/") {
        root().join(path)
    } else {
        root().join("../shared").join(path)
    }
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
