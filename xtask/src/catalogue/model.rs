//! What the catalogue says, as `policies/catalogue.json` has it.

use std::path::PathBuf;

use serde::Serialize;

/// The file `policies/catalogue.json`, which the page loads first.
#[derive(Debug, Serialize)]
pub struct Catalogue {
    /// Always `policy-diff/catalogue`.
    pub format: &'static str,
    /// Version of this format.
    pub version: u8,
    /// Sorted by name.
    pub organisations: Vec<Organisation>,
    /// What was left out, sorted by file.
    pub problems: Vec<Problem>,
}

/// One organisation with at least one usable version.
#[derive(Debug, Serialize)]
pub struct Organisation {
    /// Stands in addresses: lower-case letters, digits, hyphens.
    pub id: String,
    /// As shown to readers; the folder's name where nothing else is said.
    pub name: String,
    /// Address of its home page.
    pub home: Option<String>,
    /// Address for requests, which goes before what the policy says.
    pub privacy_contact: Option<String>,
    /// BCP 47 tag of the policies, where the maintainer gives one.
    pub language: Option<String>,
    /// True where organisation and policy are invented.
    pub example: bool,
    /// Oldest first; undated ones by the date of their text, else before all others.
    pub versions: Vec<Version>,
}

/// One version of a policy.
#[derive(Debug, Serialize)]
pub struct Version {
    /// Stands in addresses: the file's name without ending, made fit for them.
    pub id: String,
    /// Path of the copy below the site's folder of policies.
    pub file: String,
    /// The day that the file's name gives, `YYYY-MM-DD`; absent for an undated version.
    pub date: Option<String>,
    /// The day that the text gives.
    pub text_date: Option<String>,
    /// Where the text was published.
    pub source: Option<String>,
    /// BCP 47 tags of the languages it is read in: the page fetches their vocabularies along
    /// with it.
    pub languages: Vec<&'static str>,
    /// Length of the file.
    pub bytes: usize,
    /// The file to copy.
    #[serde(skip)]
    pub path: PathBuf,
}

/// A file that was left out.
#[derive(Debug, Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path below the folder of policies.
    pub file: String,
    /// Why, in words that end a sentence.
    pub reason: String,
}
