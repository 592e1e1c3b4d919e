//! The sentences of headlines: what a language says around quotes and facts.
//!
//! Each becomes a function of the program, whose parameters are the placeholders; the words stay
//! in the vocabularies. A placeholder that one language lacks would lose what the headline is
//! about, so it stops the build.

use std::collections::BTreeSet;

use toml::Value;

use super::{Entry, FIRST, Tables};

/// The group of tables that holds them.
pub const GROUP: &str = "headlines";

/// Which names have to cover the keys of which tables, in all languages: a headline may be in
/// another language than the passage whose key it names.
const NAMED: [(&str, &str, &str); 6] = [
    ("right", "rights", "rights"),
    ("basis", "bases", "bases"),
    ("basis", "bases", "outright"),
    ("safeguard", "transfers", "safeguards"),
    ("country", "transfers", "countries"),
    ("measure", "security", "measures"),
];

/// Reads a sentence, or the names of keys.
///
/// # Errors
/// What is wrong with it.
pub fn entry(value: &Value) -> Result<Entry, String> {
    match value {
        Value::String(sentence) => {
            check(sentence)?;
            let (pieces, placeholders) = pieces(sentence)?;
            match pieces.concat().chars().count() + ROOM * placeholders.len() {
                length if length > LONGEST => Err(format!("leaves no room for {placeholders:?}")),
                _ => Ok(Entry::Sentence(sentence.clone())),
            }
        }
        Value::Table(names) => {
            let mut lines = Vec::new();
            for (key, name) in names {
                let name = name.as_str().ok_or("a key without a name")?;
                check(name)?;
                if key.contains(['=', '\n']) {
                    return Err(format!("{key:?} is no key"));
                }
                lines.push(format!("{key}={name}"));
            }
            Ok(Entry::Names(lines.join("\n")))
        }
        _ => Err("neither a sentence nor names".to_owned()),
    }
}

/// A headline's longest form, in characters.
const LONGEST: usize = 140;

/// The least room for each of its placeholders: some words.
const ROOM: usize = 20;

/// A text of one line that no reader of lines takes for the title of a table.
fn check(text: &str) -> Result<(), String> {
    match text.trim().is_empty() || text.contains('\n') || text.starts_with('@') {
        true => Err(format!("{text:?} is no line of text")),
        false => Ok(()),
    }
}

/// What stands around the placeholders of a sentence, and their names.
fn pieces(sentence: &str) -> Result<(Vec<&str>, Vec<&str>), String> {
    let mut parts = sentence.split('{');
    let mut pieces: Vec<_> = parts.next().into_iter().collect();
    let mut placeholders = Vec::new();
    for part in parts {
        let (name, rest) = part.split_once('}').ok_or("a brace that is not closed")?;
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase());
        if !is_name {
            return Err(format!("{name:?} is no placeholder"));
        }
        placeholders.push(name);
        pieces.push(rest);
    }
    match pieces.iter().any(|piece| piece.contains('}')) {
        true => Err("a brace that was not opened".to_owned()),
        false => Ok((pieces, placeholders)),
    }
}

/// The placeholders of a sentence, each once, in the order of the reference language.
pub fn parameters(row: &[Entry]) -> Vec<&str> {
    let mut parameters = Vec::new();
    if let Some(Entry::Sentence(sentence)) = row.first() {
        let (_, placeholders) = pieces(sentence).unwrap_or_default();
        for name in placeholders {
            if !parameters.contains(&name) {
                parameters.push(name);
            }
        }
    }
    parameters
}

/// The sentence with its placeholders as the positions of the parameters.
pub fn numbered(sentence: &str, parameters: &[&str]) -> String {
    let numbers = parameters.iter().enumerate();
    numbers.fold(sentence.to_owned(), |sentence, (at, name)| {
        sentence.replace(&format!("{{{name}}}"), &format!("{{{at}}}"))
    })
}

/// How the placeholders of a sentence differ from those of the reference language.
pub fn other_placeholders(reference: &str, own: &str) -> Option<String> {
    let names = |sentence: &str| -> BTreeSet<String> {
        let (_, placeholders) = pieces(sentence).unwrap_or_default();
        placeholders.into_iter().map(str::to_owned).collect()
    };
    differ("placeholders", &names(reference), &names(own))
}

/// How the keys that are named differ from those of the reference language.
pub fn other_keys(reference: &str, own: &str) -> Option<String> {
    differ("keys", &keys(reference), &keys(own))
}

fn keys(names: &str) -> BTreeSet<String> {
    let keys = names.lines().filter_map(|line| line.split_once('='));
    keys.map(|(key, _)| key.to_owned()).collect()
}

fn differ(what: &str, reference: &BTreeSet<String>, own: &BTreeSet<String>) -> Option<String> {
    let missing: Vec<_> = reference.difference(own).collect();
    let unknown: Vec<_> = own.difference(reference).collect();
    match (missing.as_slice(), unknown.as_slice()) {
        ([], []) => None,
        ([], unknown) => Some(format!("has {what} that {FIRST}.toml lacks: {unknown:?}")),
        (missing, _) => Some(format!("lacks {what} that {FIRST}.toml has: {missing:?}")),
    }
}

/// Checks that there is a name for every key that a headline may have to name.
///
/// # Errors
/// The first keys without a name.
pub fn check_names(tables: &Tables) -> Result<(), String> {
    let row = |group: &str, name: &str| tables.get(&(group.to_owned(), name.to_owned()));
    for (name, group, table) in NAMED {
        let named = match row(GROUP, name).and_then(|row| row.first()) {
            Some(Entry::Names(names)) => keys(names),
            _ => BTreeSet::new(),
        };
        for entry in row(group, table).into_iter().flatten() {
            let Entry::Cues(cues) = entry else { continue };
            let mut used = cues.lines().filter_map(|line| line.strip_prefix('='));
            if let Some(key) = used.find(|key| !named.contains(*key)) {
                return Err(format!(
                    "{GROUP}.{name} has no name for {key:?} of {group}.{table}"
                ));
            }
        }
    }
    Ok(())
}

/// Rust: a function for each sentence and for the names of each sort of keys.
pub fn code(tables: &Tables) -> String {
    let mut code = "impl Headlines<'_> {\n".to_owned();
    let (mut sentences, mut names) = (0_usize, 0_usize);
    let of_group = tables.iter().filter(|((group, _), _)| group == GROUP);
    for ((_, name), row) in of_group {
        let function = name.replace('-', "_");
        let open = "    pub(crate) fn";
        match row.first() {
            Some(Entry::Sentence(sentence)) => {
                let parameters = parameters(row);
                let typed: Vec<_> = parameters.iter().map(|p| format!(", {p}: &str")).collect();
                code.push_str(&format!(
                    "    /// {sentence}\n{open} {function}(self{}) -> String {{ self.sentence({sentences}, &[{}]) }}\n",
                    typed.concat(),
                    parameters.join(", "),
                ));
                sentences += 1;
            }
            Some(Entry::Names(_)) => {
                code.push_str(&format!(
                    "{open} {function}(self, key: &str) -> String {{ self.name({names}, key) }}\n",
                ));
                names += 1;
            }
            _ => {}
        }
    }
    code.push_str("}\n");
    code
}
