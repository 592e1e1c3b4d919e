//! Reads Fluent source: every message, term and attribute by its id.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Pattern};

use super::LocaleSource;

/// A parsed pattern.
pub type FluentPattern = Pattern<String>;

/// A pattern and its origin.
pub struct Definition {
    /// Name of its file.
    pub file: String,
    /// The comment above its entry.
    pub comment: Option<String>,
    /// Its text.
    pub pattern: FluentPattern,
}

/// Returns every message, term and attribute of a locale by id (`-term`, `message.attribute`), or
/// a sentence about the first error.
pub fn definitions(source: &LocaleSource) -> Result<BTreeMap<String, Definition>, String> {
    let mut found = BTreeMap::new();
    for (file, text) in &source.files {
        let resource = fluent_syntax::parser::parse(text.clone()).map_err(|(_, errors)| {
            match errors.first() {
                Some(error) => {
                    let before = text.get(..error.pos.start).unwrap_or(text);
                    let line = before.matches('\n').count() + 1;
                    let id = message_around(text, error.pos.start);
                    format!("{file}: the message {id} cannot be parsed (line {line}): {error}")
                }
                None => format!("{file} cannot be parsed"),
            }
        })?;
        for entry in resource.body {
            let (id, value, attributes, comment) = match entry {
                Entry::Message(m) => (m.id.name, m.value, m.attributes, m.comment),
                Entry::Term(t) => (
                    format!("-{}", t.id.name),
                    Some(t.value),
                    t.attributes,
                    t.comment,
                ),
                _ => continue,
            };
            let comment = comment.map(|comment| comment.content.join("\n"));
            let attributes = attributes
                .into_iter()
                .map(|a| (format!("{id}.{}", a.id.name), a.value));
            for (id, pattern) in value.map(|v| (id.clone(), v)).into_iter().chain(attributes) {
                let definition = Definition {
                    file: file.clone(),
                    comment: comment.clone(),
                    pattern,
                };
                if found.insert(id.clone(), definition).is_some() {
                    return Err(format!("{file}: the message {id} is defined twice"));
                }
            }
        }
    }
    Ok(found)
}

/// Returns the id of the last entry that starts before a byte position, for error messages.
fn message_around(text: &str, position: usize) -> &str {
    text.char_indices()
        .rfind(|&(start, c)| {
            start <= position
                && (start == 0 || text[..start].ends_with('\n'))
                && (c.is_ascii_alphabetic() || c == '-')
        })
        .map_or("at the start", |(start, _)| {
            text[start..].split([' ', '=', '\n']).next().unwrap_or("")
        })
}

/// Returns the method name for an id: `open_files` for `open-files`. Reserved names are refused
/// rather than changed, so that the method of a message is always found by its id.
pub fn rust_name(id: &str) -> Result<String, String> {
    const RESERVED: [&str; 50] = [
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
        "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
        "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
        "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type",
        "typeof", "unsafe", "unsized", "use", "where", "while", "yield",
    ];
    // The enum's own methods, and a local variable in the generated code.
    const TAKEN: [&str; 3] = ["key", "from_key", "out"];
    let name = id.replace('-', "_");
    if name.chars().any(|c| c.is_ascii_uppercase()) {
        return Err(format!(
            "uses the name {id}; write names in lower case with hyphens"
        ));
    }
    if RESERVED.contains(&name.as_str()) || TAKEN.contains(&name.as_str()) {
        return Err(format!(
            "uses the name {id}, which is taken; choose another"
        ));
    }
    Ok(name)
}
