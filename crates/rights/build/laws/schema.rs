//! The structure of the data files.

use std::collections::BTreeMap;

use serde::{Deserialize, de::IgnoredAny};

/// Text per language tag.
pub(super) type Text = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LawFile {
    pub(super) key: String,
    pub(super) order: u32,
    #[serde(default)]
    pub(super) names_no_law: bool,
    pub(super) name: Text,
    pub(super) short: Text,
    pub(super) why: Text,
    #[serde(default)]
    pub(super) places: Vec<String>,
    #[serde(default)]
    pub(super) names_in_policies: Vec<String>,
    pub(super) in_force_from: Option<String>,
    #[serde(default)]
    pub(super) sources: BTreeMap<String, Source>,
    #[serde(default)]
    pub(super) terms: BTreeMap<String, TermCell>,
    pub(super) fee: Option<RuleCell>,
    pub(super) identity: Option<RuleCell>,
    pub(super) counting: Option<RuleCell>,
    pub(super) rights: Vec<RightCell>,
    #[serde(default)]
    pub(super) authorities: Vec<AuthorityCell>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub(super) title: Option<String>,
    pub(super) url: Option<String>,
    pub(super) checked: Option<String>,
}

/// The part that every statement about a law has.
#[derive(Deserialize)]
pub(super) struct Cell {
    pub(super) provision: Option<String>,
    pub(super) source: Option<String>,
    pub(super) confidence: Option<String>,
    pub(super) checked: Option<String>,
    pub(super) in_force_from: Option<String>,
    /// Fields with unknown names; without this, misspelt ones would be ignored.
    #[serde(flatten)]
    pub(super) unknown: BTreeMap<String, IgnoredAny>,
}

#[derive(Deserialize)]
pub(super) struct TermCell {
    #[serde(flatten)]
    pub(super) cell: Cell,
    pub(super) count: u16,
    pub(super) unit: String,
    pub(super) extension: Option<Extension>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Extension {
    pub(super) count: u16,
    pub(super) unit: String,
}

#[derive(Deserialize)]
pub(super) struct RuleCell {
    #[serde(flatten)]
    pub(super) cell: Cell,
    pub(super) text: Text,
}

#[derive(Deserialize)]
pub(super) struct RightCell {
    #[serde(flatten)]
    pub(super) cell: Cell,
    pub(super) request: String,
    #[serde(default)]
    pub(super) also: Vec<String>,
    pub(super) kind: Option<String>,
    pub(super) letter: Option<String>,
    pub(super) condition: Option<Text>,
    #[serde(default)]
    pub(super) needs_detail: bool,
    pub(super) term: Option<String>,
    pub(super) confirm: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct AuthorityCell {
    #[serde(flatten)]
    pub(super) cell: Cell,
    #[serde(default)]
    pub(super) places: Vec<String>,
    pub(super) name: String,
    pub(super) url: String,
    pub(super) note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlacesFile {
    pub(super) elsewhere: Text,
    pub(super) unknown: Text,
    pub(super) place: Vec<PlaceCell>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceCell {
    pub(super) code: String,
    pub(super) name: Text,
    pub(super) later: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LetterFile {
    pub(super) language: String,
    pub(super) full: Vec<String>,
    pub(super) short: Vec<String>,
    pub(super) quote_marks: Vec<String>,
    pub(super) ellipsis: String,
    pub(super) months: Vec<String>,
    pub(super) date: String,
    pub(super) units: BTreeMap<String, Vec<String>>,
    pub(super) calendar: BTreeMap<String, String>,
    pub(super) requests: BTreeMap<String, RequestText>,
    pub(super) frame: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) law_frames: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    pub(super) letters: BTreeMap<String, LetterText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RequestText {
    pub(super) label: String,
    pub(super) explain: String,
}

#[derive(Deserialize)]
pub(super) struct LetterText {
    pub(super) subject: String,
    pub(super) prompt: Option<String>,
    #[serde(flatten)]
    pub(super) parts: BTreeMap<String, Vec<String>>,
}

/// Returns the key of a right's letter: its own, or else that of the request.
pub(super) fn letter_key(right: &RightCell) -> &str {
    right.letter.as_deref().unwrap_or(&right.request)
}

/// Returns the variant of `Unit` for a name in the data files.
pub(super) fn unit_code(unit: &str) -> Option<&'static str> {
    match unit {
        "months" => Some("Months"),
        "days" => Some("Days"),
        "business-days" => Some("BusinessDays"),
        "working-days" => Some("WorkingDays"),
        _ => None,
    }
}

/// Returns the variant of `Kind` for a name in the data files.
pub(super) fn kind_code(kind: &str) -> Option<&'static str> {
    match kind {
        "letter" => Some("Letter"),
        "guide" => Some("Guide"),
        "protection" => Some("Protection"),
        _ => None,
    }
}

/// Returns the variant of `Confidence` for a name in the data files.
pub(super) fn confidence_code(word: &str) -> Option<&'static str> {
    match word {
        "read" => Some("Read"),
        "reported" => Some("Reported"),
        "recalled" => Some("Recalled"),
        _ => None,
    }
}
