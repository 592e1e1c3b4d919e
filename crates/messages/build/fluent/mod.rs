//! Turns Fluent files into Rust methods: one per message, on an enum of the locales.
//!
//! Translators write Project Fluent, the browser downloads plain Rust. The usual bundle adds a
//! parser, a resolver and a plural table to the page (49 KB compressed). Here all three run before
//! compilation, which leaves only string literals and small `match`es. The price is that a page
//! cannot load another language at run time.
//!
//! The supported part of Fluent: text, variables, selects over numbers (plural categories and
//! numbers) and over words, `NUMBER($x)` without options, attributes, references to messages and
//! terms, terms with arguments. Anything else is an error and never ignored. Variables have no
//! directional isolation marks: all planned languages are written left to right.

mod emit;
mod plural;
mod resolve;
mod source;

use std::{collections::BTreeMap, path::Path};

use resolve::Message;

/// The locale that defines which messages exist and the order of their parameters.
const REFERENCE: &str = "en";

/// One locale's Fluent files.
#[derive(Clone, Debug)]
pub struct LocaleSource {
    /// BCP 47 tag: the name of the folder.
    pub key: String,
    /// Name (for error messages) and content of each file, sorted by name.
    pub files: Vec<(String, String)>,
}

/// What [`generate`] returns.
#[derive(Debug)]
pub struct Generated {
    /// Rust source: the enum `Locale` and its methods.
    pub code: String,
    /// Names of the methods, one per message or attribute, sorted.
    #[allow(
        dead_code,
        reason = "for the tests, which look for unused messages; the build script has no use for it"
    )]
    pub names: Vec<String>,
}

/// The type of a message's variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `&str`, printed as it is.
    Text,
    /// `i64`, printed as digits.
    Number,
}

/// Reads every `<locale>/*.ftl` in a folder, sorted by name.
///
/// # Errors
/// If a folder or file cannot be read: a sentence that names it.
pub fn read_folder(folder: &Path) -> Result<Vec<LocaleSource>, String> {
    let mut locales = Vec::new();
    for key in generate::folders(folder)? {
        let files = generate::files(&folder.join(&key), "ftl")?.into_iter();
        let files = files.map(|(name, text)| (format!("{key}/{name}.ftl"), text));
        let files = files.collect();
        locales.push(LocaleSource { key, files });
    }
    Ok(locales)
}

/// Generates the Rust source for all locales.
///
/// # Errors
/// If a message is not valid: a sentence that names the file and the message.
pub fn generate(sources: &[LocaleSource]) -> Result<Generated, String> {
    let mut locales = sources
        .iter()
        .map(|source| Ok((source.key.clone(), resolve::locale(source)?)))
        .collect::<Result<Vec<_>, String>>()?;
    // The reference comes first, because it is the default and the fallback.
    locales.sort_by_key(|(key, _)| (key != REFERENCE, key.clone()));
    let Some((key, reference)) = locales.first().filter(|(key, _)| key == REFERENCE) else {
        return Err(format!("the locale {REFERENCE} is missing"));
    };
    for (other_key, other) in &locales[1..] {
        same_messages((key, reference), (other_key, other))?;
        same_messages((other_key, other), (key, reference))?;
    }
    let signatures = reference
        .iter()
        .map(|(name, message)| Ok((name.clone(), signature(name, message, &locales)?)))
        .collect::<Result<BTreeMap<_, _>, String>>()?;
    Ok(Generated {
        code: emit::code(&locales, &signatures),
        names: signatures.into_keys().collect(),
    })
}

/// A locale's key and its messages by method name.
type Messages = BTreeMap<String, Message>;

/// Checks that the locale `other` has every message of `has`; both are key and messages.
fn same_messages(has: (&str, &Messages), other: (&str, &Messages)) -> Result<(), String> {
    match has.1.iter().find(|(name, _)| !other.1.contains_key(*name)) {
        Some((_, message)) => Err(format!(
            "{}: the message {} has no counterpart in the locale {}",
            message.file, message.id, other.0
        )),
        None => Ok(()),
    }
}

/// Returns the parameters of a message, which must be the same in all locales.
fn signature(
    name: &str,
    reference: &Message,
    locales: &[(String, Messages)],
) -> Result<Vec<(String, Kind)>, String> {
    let mut parameters: Vec<(String, Kind)> = reference
        .variables
        .iter()
        .map(|variable| (variable.name.clone(), Kind::Text))
        .collect();
    let versions = locales
        .iter()
        .filter_map(|(_, messages)| messages.get(name));
    for message in versions.clone() {
        let fail = |what: &str, variable: &str| {
            Err(format!(
                "{}: the message {} {what} ${variable}",
                message.file, message.id
            ))
        };
        for variable in &message.variables {
            let mut known = parameters.iter_mut();
            match known.find(|(name, _)| *name == variable.name) {
                Some((_, kind)) if variable.is_number => *kind = Kind::Number,
                Some(_) => {}
                None => return fail("uses a variable the reference lacks:", &variable.name),
            }
        }
        for (known, _) in &parameters {
            if !message.variables.iter().any(|v| v.name == *known) {
                return fail("leaves out the variable", known);
            }
        }
    }
    for message in versions {
        for variable in message.variables.iter().filter(|v| v.is_word) {
            if parameters.contains(&(variable.name.clone(), Kind::Number)) {
                return Err(format!(
                    "{}: the message {} selects by words over ${}, which is a number elsewhere",
                    message.file, message.id, variable.name
                ));
            }
        }
    }
    Ok(parameters)
}
