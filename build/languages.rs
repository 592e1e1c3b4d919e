//! Turns the vocabularies under `src/meaning/languages` into Rust statics.
//!
//! The first language is the measure: every other file must have the same tables, so that a
//! forgotten one stops the build instead of silently reading nothing. Reading the files at run
//! time was rejected: it would put a TOML parser into the browser.

use std::{collections::BTreeMap, fs, path::Path};

use toml::{Table, Value};

/// The language whose tables are the measure, and which stands in for unknown languages.
const FIRST: &str = "en";

/// Name of a table, with its group, to its text in every language.
type Tables = BTreeMap<Name, Vec<Entry>>;

/// Group and name of a table.
type Name = (String, String);

/// One table of one language, as the program keeps it: a text of lines.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Entry {
    /// A string of words.
    Words(String),
    /// A list of phrases.
    Phrases(String),
    /// Lists of phrases by key.
    Cues(String),
    /// A switch of the grammar.
    Switch(bool),
}

/// Reads the data files under `folder` and writes the Rust statics.
///
/// # Errors
/// One sentence, naming the file and what is wrong in it.
pub fn read_folder(folder: &Path) -> Result<String, String> {
    let mut files = Vec::new();
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|e| e.to_string())?.path();
        if path.extension().is_none_or(|e| e != "toml") {
            continue;
        }
        let tag = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(&path).map_err(|e| format!("{tag}: {e}"))?;
        files.push((tag.into_owned(), text));
    }
    files.sort_by_key(|(tag, _)| (tag != FIRST, tag.clone()));
    compile(&files)
}

/// Checks all files and writes the Rust statics.
///
/// # Errors
/// One sentence, naming the file and what is wrong in it.
pub fn compile(files: &[(String, String)]) -> Result<String, String> {
    let mut tables = Tables::new();
    for (position, (tag, text)) in files.iter().enumerate() {
        let table: Table = text.parse().map_err(|e| format!("{tag}.toml: {e}"))?;
        for (name, entry) in entries(&table).map_err(|e| format!("{tag}.toml: {e}"))? {
            let row = tables.entry(name.clone()).or_default();
            let fits = row.first().is_none_or(|first| same_kind(first, &entry));
            if row.len() != position || !fits {
                return Err(format!(
                    "{tag}.toml: {FIRST}.toml has no such table {name:?}"
                ));
            }
            row.push(entry);
        }
        if let Some((name, _)) = tables.iter().find(|(_, row)| row.len() <= position) {
            return Err(format!("{tag}.toml: the table {name:?} is missing"));
        }
    }
    let tags: Vec<_> = files.iter().map(|(tag, _)| tag.as_str()).collect();
    Ok(code(&tags, &tables))
}

fn same_kind(a: &Entry, b: &Entry) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

fn entries(file: &Table) -> Result<Vec<(Name, Entry)>, String> {
    let mut found = Vec::new();
    for (group, tables) in file {
        let tables = tables
            .as_table()
            .ok_or_else(|| format!("{group} is no group of tables"))?;
        for (name, value) in tables {
            let entry = entry(value).map_err(|e| format!("{group}.{name}: {e}"))?;
            found.push(((group.clone(), name.clone()), entry));
        }
    }
    Ok(found)
}

fn entry(value: &Value) -> Result<Entry, String> {
    match value {
        Value::Boolean(on) => Ok(Entry::Switch(*on)),
        Value::String(words) => {
            let words: Vec<_> = words.split_whitespace().collect();
            Ok(Entry::Words(words.join("\n")))
        }
        Value::Array(phrases) => Ok(Entry::Phrases(lines(phrases)?)),
        Value::Table(cues) => {
            let mut text = String::new();
            for (key, phrases) in cues {
                let phrases = phrases.as_array().ok_or("a key without phrases")?;
                // A line that begins with "=" names the key of the phrases after it.
                text.push_str(&format!("={key}\n{}\n", lines(phrases)?));
            }
            Ok(Entry::Cues(text.trim_end().to_owned()))
        }
        _ => Err("neither words, phrases nor cues".to_owned()),
    }
}

fn lines(phrases: &[Value]) -> Result<String, String> {
    let mut lines = Vec::new();
    for phrase in phrases {
        let phrase = phrase.as_str().ok_or("a phrase that is no text")?;
        check(phrase)?;
        lines.push(phrase);
    }
    Ok(lines.join("\n"))
}

/// A phrase is steps between single spaces; its words are in lower case, as they are looked for.
fn check(phrase: &str) -> Result<(), String> {
    let is_gap = |step: &str| {
        step.strip_prefix('_')
            .is_some_and(|n| n.parse::<u8>().is_ok())
    };
    let is_form = |form: &str| {
        let word = form.trim_matches('*');
        let fits = |c: char| c.is_alphanumeric() || ".',’+".contains(c);
        !word.is_empty() && word.to_lowercase() == word && word.chars().all(fits)
    };
    for step in phrase.split(' ') {
        let forms = step.strip_suffix('?').unwrap_or(step);
        let is_word = forms.split('|').all(|f| f == "#" || is_form(f));
        if step != "^" && !is_gap(step) && !is_word {
            return Err(format!("the step {step:?} of {phrase:?} is not understood"));
        }
    }
    Ok(())
}

fn code(tags: &[&str], tables: &Tables) -> String {
    let mut code = format!(
        "pub(in crate::meaning) const TAGS: [&str; {}] = {tags:?};\n",
        tags.len()
    );
    let mut open: Option<&str> = None;
    for ((group, name), row) in tables {
        if open != Some(group) {
            if open.is_some() {
                code.push_str("}\n");
            }
            code.push_str(&format!(
                "pub(in crate::meaning) mod {group} {{\n    #[allow(unused_imports, reason = \"not every group has every sort\")]\n    use crate::meaning::phrases::{{Cues, Phrases, WordList}};\n"
            ));
            open = Some(group);
        }
        let name = name.to_uppercase().replace('-', "_");
        let texts: Vec<String> = row.iter().map(literal).collect();
        let texts = texts.join(", ");
        let line = match row.first() {
            Some(Entry::Switch(_)) => {
                format!(
                    "pub(in crate::meaning) const {name}: [bool; {}] = [{texts}];",
                    row.len()
                )
            }
            Some(Entry::Words(_)) => declared(&name, "WordList", &texts),
            Some(Entry::Phrases(_)) => declared(&name, "Phrases", &texts),
            _ => declared(&name, "Cues", &texts),
        };
        code.push_str(&format!("    {line}\n"));
    }
    if open.is_some() {
        code.push_str("}\n");
    }
    code
}

fn declared(name: &str, kind: &str, texts: &str) -> String {
    format!("pub(in crate::meaning) static {name}: {kind} = {kind}::new([{texts}]);")
}

fn literal(entry: &Entry) -> String {
    match entry {
        Entry::Words(text) | Entry::Phrases(text) | Entry::Cues(text) => format!("{text:?}"),
        Entry::Switch(on) => on.to_string(),
    }
}
