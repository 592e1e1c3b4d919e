//! Turns the vocabularies under `languages` into what the program loads.
//!
//! Each language becomes a text of its own, which the page fetches when a policy is in that
//! language; the program itself only has the places of the tables in them. The first language is
//! the measure: every other file must have the same tables, so that a forgotten one stops the
//! build instead of silently reading nothing. Loading the TOML files as they are was rejected: it
//! would put a TOML parser into the browser.

mod headlines;

use std::{collections::BTreeMap, path::Path};

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
    /// A sentence of a headline, with its placeholders by name.
    Sentence(String),
    /// What headlines call fixed keys.
    Names(String),
}

/// What the program is built with.
pub struct Generated {
    /// Rust: which vocabularies there are.
    pub vocabularies_code: String,
    /// Rust: the places of all tables.
    pub tables_code: String,
    /// Rust: a function for each sentence of headlines.
    pub headlines_code: String,
    /// Tag and text of each vocabulary, the first language first.
    pub vocabularies: Vec<(String, String)>,
}

impl Entry {
    /// Name of the sort in a vocabulary, and of the type that finds a table of it.
    fn sort(&self) -> (&'static str, &'static str) {
        match self {
            Self::Words(_) => ("words", "WordList"),
            Self::Phrases(_) => ("phrases", "Phrases"),
            Self::Cues(_) => ("cues", "Cues"),
            Self::Switch(_) => ("switch", "Switch"),
            Self::Sentence(_) => ("sentence", ""),
            Self::Names(_) => ("names", ""),
        }
    }

    /// What keeps this table from standing in for one of the reference language, to follow its
    /// name.
    fn misfit(&self, reference: &Self) -> Option<String> {
        match (reference, self) {
            (Self::Sentence(reference), Self::Sentence(own)) => {
                headlines::other_placeholders(reference, own)
            }
            (Self::Names(reference), Self::Names(own)) => headlines::other_keys(reference, own),
            _ if std::mem::discriminant(reference) == std::mem::discriminant(self) => None,
            _ => Some(format!("is of another sort than in {FIRST}.toml")),
        }
    }
}

/// Reads the data files under `folder`.
///
/// # Errors
/// One sentence, naming the file and what is wrong in it.
pub fn read_folder(folder: &Path) -> Result<Generated, String> {
    let mut files = generate::files(folder, "toml")?;
    files.sort_by_key(|(tag, _)| (tag != FIRST, tag.clone()));
    compile(&files)
}

/// Checks all files and turns them into code and vocabularies.
///
/// # Errors
/// One sentence, naming the file and what is wrong in it.
pub fn compile(files: &[(String, String)]) -> Result<Generated, String> {
    let mut tables = Tables::new();
    for (position, (tag, text)) in files.iter().enumerate() {
        let table: Table = text.parse().map_err(|e| format!("{tag}.toml: {e}"))?;
        let mut found = entries(&table).map_err(|e| format!("{tag}.toml: {e}"))?;
        let known = of_text_layer(tag)?;
        if let Some(((group, name), _)) = found
            .iter()
            .find(|(n, _)| known.iter().any(|(k, _)| k == n))
        {
            return Err(format!(
                "{tag}.toml: {group}.{name} is said in the text layer"
            ));
        }
        found.extend(known);
        for (name, entry) in found {
            let row = tables.entry(name.clone()).or_default();
            let (group, name) = name;
            if row.len() != position {
                let reason = format!("{FIRST}.toml has no {group}.{name}");
                return Err(format!("{tag}.toml: {reason}"));
            }
            if let Some(reason) = row.first().and_then(|first| entry.misfit(first)) {
                return Err(format!("{tag}.toml: {group}.{name} {reason}"));
            }
            row.push(entry);
        }
        if let Some(((group, name), _)) = tables.iter().find(|(_, row)| row.len() <= position) {
            return Err(format!("{tag}.toml: {group}.{name} is missing"));
        }
    }
    headlines::check_names(&tables)?;
    let bodies: Vec<_> = (0..files.len()).map(|at| body(&tables, at)).collect();
    let version = version(&bodies);
    let tags: Vec<_> = files.iter().map(|(tag, _)| tag.as_str()).collect();
    let vocabularies = tags.iter().zip(&bodies).map(|(tag, body)| {
        let text = format!("policy-diff/vocabulary {version} {tag}\n{body}@end\n");
        ((*tag).to_owned(), text)
    });
    Ok(Generated {
        vocabularies_code: vocabularies_code(&tags, &version),
        tables_code: tables_code(&tables),
        headlines_code: headlines::code(&tables),
        vocabularies: vocabularies.collect(),
    })
}

/// The tables of one language: a line with sort and name before the lines of each.
fn body(tables: &Tables, at: usize) -> String {
    let mut body = String::new();
    for ((group, name), row) in tables {
        let Some(entry) = row.get(at) else { continue };
        let (sort, _) = entry.sort();
        let lines = match entry {
            Entry::Words(text) | Entry::Phrases(text) | Entry::Cues(text) | Entry::Names(text) => {
                text.clone()
            }
            Entry::Switch(true) => "on".to_owned(),
            Entry::Switch(false) => "off".to_owned(),
            Entry::Sentence(text) => headlines::numbered(text, &headlines::parameters(row)),
        };
        body.push_str(&format!("@{sort} {group}.{name}\n"));
        body.push_str(&lines);
        if !lines.is_empty() {
            body.push('\n');
        }
    }
    body
}

/// A name for exactly these vocabularies, made of their texts: program and vocabulary must come
/// from one build, or a table would be looked for where another stands.
fn version(bodies: &[String]) -> String {
    let bytes = bodies.iter().flat_map(|body| body.bytes());
    format!("{:016x}", text::hash::fnv(bytes.map(u64::from)))
}

/// Tables of a vocabulary that the text layer has, and that are said there alone.
fn of_text_layer(tag: &str) -> Result<Vec<(Name, Entry)>, String> {
    let language = text::Language::of_tag(tag)
        .ok_or_else(|| format!("{tag}.toml: the text layer has no language of this name"))?;
    let tables = [
        ("numbers", language.numbers().to_owned()),
        ("openers", language.openers().join(" ")),
        ("small-words", language.telling_words().to_owned()),
    ];
    let table = |(name, words): (&str, String)| {
        let name = ("grammar".to_owned(), name.to_owned());
        (name, Entry::Words(words))
    };
    Ok(tables.map(table).into())
}

fn entries(file: &Table) -> Result<Vec<(Name, Entry)>, String> {
    let mut found = Vec::new();
    for (group, tables) in file {
        let tables = tables
            .as_table()
            .ok_or_else(|| format!("{group} is no group of tables"))?;
        for (name, value) in tables {
            let entry = match group.as_str() {
                headlines::GROUP => headlines::entry(value),
                _ => entry(value),
            };
            let entry = entry.map_err(|e| format!("{group}.{name}: {e}"))?;
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
            Ok(Entry::Words(words.join(" ")))
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

/// Where the types of the tables are.
const TABLES: &str = "crate::cue::phrases";

fn vocabularies_code(tags: &[&str], version: &str) -> String {
    let count = tags.len();
    let mut code = format!(
        "const TAGS: [&str; {count}] = {tags:?};
const VERSION: &str = {version:?};
#[cfg(any(test, feature = \"vocabularies\"))]
const TEXTS: [&str; {count}] = ["
    );
    for tag in tags {
        code.push_str(&format!(
            "include_str!(concat!(env!(\"OUT_DIR\"), \"/vocabulary-{tag}.txt\")),"
        ));
    }
    code.push_str("];\n");
    code
}

fn tables_code(tables: &Tables) -> String {
    let mut code = String::new();
    // A table is found by its place among those of its sort.
    let mut places = BTreeMap::new();
    let mut open: Option<&str> = None;
    let is_table = |((group, _), _): &(&Name, &Vec<Entry>)| group != headlines::GROUP;
    for ((group, name), row) in tables.iter().filter(is_table) {
        if open != Some(group) {
            if open.is_some() {
                code.push_str("}\n");
            }
            code.push_str(&format!("pub(crate) mod {group} {{\n"));
            open = Some(group);
        }
        let Some(kind) = row.first().map(|entry| entry.sort().1) else {
            continue;
        };
        let place = places.entry(kind).or_insert(0_usize);
        let name = name.to_uppercase().replace('-', "_");
        code.push_str(&format!(
            "    pub(crate) const {name}: {TABLES}::{kind} = {TABLES}::{kind}::new({place});\n"
        ));
        *place += 1;
    }
    if open.is_some() {
        code.push_str("}\n");
    }
    code
}
