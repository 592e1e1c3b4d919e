//! The catalogue of a folder of policies: which organisations, which versions, from which files.
//!
//! The folder has the form `<organisation>/<version>.<md|html|htm|txt>` with an optional
//! `organisation.toml` beside the versions. The catalogue is made when the site is built: a
//! static host cannot list a folder, and the page should not fetch every policy to learn dates.
//!
//! A file that cannot be used becomes a [`Problem`] and the rest goes on: one broken download
//! must not take the site down. Files that are plainly no versions (notes on sources, licences,
//! hidden files) are passed over in silence.

mod model;
mod names;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use policy_diff::{
    compare::history::{ENDINGS, SETTINGS, is_note, name_date, preference, split_ending},
    document,
    meaning::Vocabularies,
    model::Date,
};
use serde::Deserialize;

use crate::Result;
use names::{slug, unique};

pub use model::Catalogue;
use model::{Organisation, Problem, Version};

/// What `organisation.toml` may say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Settings {
    name: Option<String>,
    home: Option<String>,
    privacy_contact: Option<String>,
    language: Option<String>,
    example: bool,
    /// Version (name of its file without ending) → address of the published text.
    sources: BTreeMap<String, String>,
}

/// Reads a folder of policies.
///
/// # Errors
/// That the folder itself cannot be read; everything below it becomes a problem instead.
pub fn read(folder: &Path) -> Result<Catalogue> {
    let root = fs::canonicalize(folder)
        .map_err(|error| format!("the folder {} cannot be read: {error}", folder.display()))?;
    let mut reader = Reader {
        root: root.clone(),
        problems: Vec::new(),
    };
    let mut organisations = Vec::new();
    let mut ids = BTreeSet::new();
    for (name, path) in entries(&root)? {
        if !reader.is_inside(&name, &path) {
            continue;
        }
        if path.is_dir() {
            if let Some(mut organisation) = reader.organisation(&name, &path) {
                organisation.id = unique(&slug(&name, "organisation"), &mut ids);
                for version in &mut organisation.versions {
                    version.file = format!("{}/{}", organisation.id, version.file);
                }
                organisations.push(organisation);
            }
        } else if !is_note(&name) {
            reader.problem(&name, "lies outside the folders of the organisations");
        }
    }
    organisations.sort_by_cached_key(|o| (o.name.to_lowercase(), o.id.clone()));
    reader.problems.sort();
    Ok(Catalogue {
        format: "policy-diff/catalogue",
        version: 1,
        organisations,
        problems: reader.problems,
    })
}

struct Reader {
    root: PathBuf,
    problems: Vec<Problem>,
}

impl Reader {
    fn problem(&mut self, file: &str, reason: impl Into<String>) {
        self.problems.push(Problem {
            file: file.to_owned(),
            reason: reason.into(),
        });
    }

    /// False, with a problem, for a link that leads out of the folder: a build must not publish
    /// files that nobody put there.
    fn is_inside(&mut self, name: &str, path: &Path) -> bool {
        match fs::canonicalize(path) {
            Ok(real) if real.starts_with(&self.root) => true,
            Ok(_) => {
                self.problem(name, "is a link that leads out of the folder of policies");
                false
            }
            Err(error) => {
                self.problem(name, format!("cannot be read: {error}"));
                false
            }
        }
    }

    /// The organisation of a folder, without its id; `None` where no version can be used.
    fn organisation(&mut self, folder: &str, path: &Path) -> Option<Organisation> {
        let files = match entries(path) {
            Ok(files) => files,
            Err(reason) => {
                self.problem(folder, reason);
                return None;
            }
        };
        let settings = self.settings(folder, &files);
        let mut versions: Vec<(Option<Date>, Version)> = Vec::new();
        let mut ids = BTreeMap::new();
        for (name, path) in by_preference(files) {
            let file = format!("{folder}/{name}");
            if name == SETTINGS || is_note(&name) || !self.is_inside(&file, &path) {
                continue;
            }
            if path.is_dir() {
                self.problem(&file, "is a folder inside an organisation's folder");
                continue;
            }
            let (stem, ending) = split_ending(&name);
            let Some(ending) = ending else {
                self.problem(&file, format!("ends in none of {}", ENDINGS.join(", ")));
                continue;
            };
            let id = slug(stem, "version");
            if let Some(other) = ids.get(&id) {
                self.problem(&file, format!("has the same version name as {other}"));
                continue;
            }
            match version(&id, stem, &ending, &path) {
                Ok((order, mut version)) => {
                    version.source = settings.sources.get(stem).cloned();
                    ids.insert(id, name);
                    versions.push((order, version));
                }
                Err(reason) => self.problem(&file, reason),
            }
        }
        if versions.is_empty() {
            self.problem(folder, "holds no version that can be used");
            return None;
        }
        // No date sorts before every date.
        versions.sort_by(|(a, v), (b, w)| (a, &v.id).cmp(&(b, &w.id)));
        Some(Organisation {
            id: String::new(),
            name: settings.name.unwrap_or_else(|| folder.to_owned()),
            home: settings.home,
            privacy_contact: settings.privacy_contact,
            language: settings.language,
            example: settings.example,
            versions: versions.into_iter().map(|(_, version)| version).collect(),
        })
    }

    fn settings(&mut self, folder: &str, files: &[(String, PathBuf)]) -> Settings {
        let Some((_, path)) = files.iter().find(|(name, _)| name == SETTINGS) else {
            return Settings::default();
        };
        let file = format!("{folder}/{SETTINGS}");
        if !self.is_inside(&file, path) {
            return Settings::default();
        }
        let read = fs::read_to_string(path).map_err(|error| error.to_string());
        let parsed = read.and_then(|text| {
            toml::from_str::<Settings>(&text).map_err(|error| error.message().to_owned())
        });
        let mut settings = parsed.unwrap_or_else(|reason| {
            self.problem(&file, format!("cannot be used: {reason}"));
            Settings::default()
        });
        let addresses = settings.home.iter().chain(settings.sources.values());
        let dead: Vec<String> = addresses.filter(|a| !is_web(a)).cloned().collect();
        for address in dead {
            self.problem(
                &file,
                format!("holds an address that is not http or https: {address}"),
            );
        }
        settings.home = settings.home.filter(|address| is_web(address));
        settings.sources.retain(|_, address| is_web(address));
        settings
    }
}

/// Reads one version; with it the date to order it by.
fn version(id: &str, stem: &str, ending: &str, path: &Path) -> Result<(Option<Date>, Version)> {
    let bytes = fs::read(path).map_err(|error| format!("cannot be read: {error}"))?;
    let name = format!("{stem}.{ending}");
    let document = document::read(&name, &bytes);
    if document.blocks.is_empty() {
        let first = document.problems.first().map(|p| p.message.as_str());
        return Err(format!(
            "cannot be used: {}",
            first.unwrap_or("it holds no text")
        ));
    }
    let date = name_date(stem);
    let text_date = document.effective_date;
    let version = Version {
        id: id.to_owned(),
        file: format!("{id}.{ending}"),
        date: date.map(|date| date.to_string()),
        text_date: text_date.map(|date| date.to_string()),
        source: None,
        languages: Vocabularies::default().lacking(&document),
        bytes: bytes.len(),
        path: path.to_owned(),
    };
    Ok((date.or(text_date), version))
}

/// The entries of a folder, sorted by name.
fn entries(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let fail = |error| format!("cannot be read: {error}");
    let mut found = fs::read_dir(folder)
        .map_err(fail)?
        .map(|entry| {
            let entry = entry.map_err(fail)?;
            Ok((
                entry.file_name().to_string_lossy().into_owned(),
                entry.path(),
            ))
        })
        .collect::<Result<Vec<_>>>()?;
    found.sort();
    Ok(found)
}

/// Sorted so that of two files with the same version name the preferred ending comes first.
fn by_preference(mut files: Vec<(String, PathBuf)>) -> Vec<(String, PathBuf)> {
    files.sort_by_cached_key(|(name, _)| preference(name));
    files
}

fn is_web(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with these files, read.
    fn catalogue(files: &[(&str, &str)]) -> Catalogue {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        read(folder.path()).unwrap()
    }

    fn versions(catalogue: &Catalogue) -> Vec<&str> {
        let versions = catalogue.organisations.iter().flat_map(|o| &o.versions);
        versions.map(|version| version.file.as_str()).collect()
    }

    fn problems(catalogue: &Catalogue) -> Vec<String> {
        let problems = catalogue.problems.iter();
        problems
            .map(|p| format!("{} {}", p.file, p.reason))
            .collect()
    }

    const TEXT: &str = "# Privacy\n\nWe keep your name.\n";

    #[test]
    fn versions_are_dated_by_their_names_and_ordered() {
        let found = catalogue(&[
            ("b/2020-02-30.md", TEXT),
            ("b/2020-02-29.md", TEXT),
            ("b/2018-01-01.txt", "We keep your name."),
            ("b/first.md", TEXT),
            (
                "a/2019-01-01.html",
                "<h1>Privacy</h1><p>We keep your name.</p>",
            ),
        ]);
        assert_eq!(
            versions(&found),
            [
                "a/2019-01-01.html",
                "b/2020-02-30.md",
                "b/first.md",
                "b/2018-01-01.txt",
                "b/2020-02-29.md",
            ]
        );
        let dates: Vec<_> = found.organisations[1]
            .versions
            .iter()
            .map(|v| &v.date)
            .collect();
        assert_eq!(dates[1], &None);
        assert_eq!(dates[3].as_deref(), Some("2020-02-29"));
        assert_eq!(problems(&found), [""; 0]);
    }

    #[test]
    fn an_undated_version_is_ordered_by_its_text() {
        let dated = "# Privacy\n\nEffective date: 5 May 2019\n\nWe keep your name.\n";
        let found = catalogue(&[
            ("a/2018-01-01.md", TEXT),
            ("a/2020-01-01.md", TEXT),
            ("a/web.md", dated),
        ]);
        assert_eq!(
            versions(&found),
            ["a/2018-01-01.md", "a/web.md", "a/2020-01-01.md"]
        );
        let web = &found.organisations[0].versions[1];
        assert_eq!(
            (web.date.as_deref(), web.text_date.as_deref()),
            (None, Some("2019-05-05"))
        );
    }

    #[test]
    fn what_cannot_be_used_is_named_and_the_rest_goes_on() {
        let found = catalogue(&[
            ("a/2018-01-01.md", TEXT),
            ("a/2018-01-01.txt", "We keep it."),
            ("a/2019-01-01.pdf", "x"),
            ("a/nested/2018-01-01.md", TEXT),
            ("a/empty.md", ""),
            ("a/SOURCE.txt", "note"),
            ("a/README.md", "note"),
            ("a/.hidden.md", "note"),
            ("b/empty.md", " \n"),
            ("stray.md", TEXT),
            ("README.md", TEXT),
        ]);
        assert_eq!(versions(&found), ["a/2018-01-01.md"]);
        let names: Vec<&str> = found.problems.iter().map(|p| p.file.as_str()).collect();
        assert_eq!(
            names,
            [
                "a/2018-01-01.txt",
                "a/2019-01-01.pdf",
                "a/empty.md",
                "a/nested",
                "b",
                "b/empty.md",
                "stray.md",
            ]
        );
        assert_eq!(
            problems(&found)[0],
            "a/2018-01-01.txt has the same version name as 2018-01-01.md"
        );
    }

    #[test]
    fn settings_are_taken_and_wrong_ones_named() {
        let settings = "name = \"Äpfel GmbH\"\nhome = \"javascript:x\"\nexample = true\n\
                        privacy_contact = \"p@example.org\"\n\
                        [sources]\n\"2018-01-01\" = \"https://example.org/p\"\n";
        let found = catalogue(&[
            ("Äpfel & Co/2018-01-01.md", TEXT),
            ("Äpfel & Co/organisation.toml", settings),
            ("z/2018-01-01.md", TEXT),
            ("z/organisation.toml", "nmae = \"Z\""),
        ]);
        let names: Vec<_> = found
            .organisations
            .iter()
            .map(|o| (&*o.id, &*o.name))
            .collect();
        assert_eq!(names, [("z", "z"), ("pfel-co", "Äpfel GmbH")]);
        let apples = &found.organisations[1];
        assert!(apples.example);
        assert_eq!(apples.home, None);
        assert_eq!(apples.privacy_contact.as_deref(), Some("p@example.org"));
        assert_eq!(
            apples.versions[0].source.as_deref(),
            Some("https://example.org/p")
        );
        let problems = problems(&found);
        assert_eq!(
            problems[1],
            "Äpfel & Co/organisation.toml holds an address that is not http or https: javascript:x"
        );
        assert!(problems[0].starts_with("z/organisation.toml cannot be used: unknown field"));
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_out_are_refused() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("secret.md"), TEXT).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("a");
        fs::create_dir(&inside).unwrap();
        fs::write(inside.join("2018-01-01.md"), TEXT).unwrap();
        let link =
            |from: &str, to: PathBuf| std::os::unix::fs::symlink(to, folder.path().join(from));
        link("a/2019-01-01.md", outside.path().join("secret.md")).unwrap();
        link("a/2020-01-01.md", inside.join("2018-01-01.md")).unwrap();
        link("b", outside.path().to_owned()).unwrap();
        let found = read(folder.path()).unwrap();
        assert_eq!(versions(&found), ["a/2018-01-01.md", "a/2020-01-01.md"]);
        let names: Vec<&str> = found.problems.iter().map(|p| p.file.as_str()).collect();
        assert_eq!(names, ["a/2019-01-01.md", "b"]);
    }
}
