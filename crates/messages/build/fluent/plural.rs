//! Plural categories of whole numbers (CLDR), as Rust patterns.
//!
//! Patterns are used instead of a function because the compiler can then fold constants, and a
//! locale that is not built adds no code.

/// CLDR's names of the categories. A select with any other word is over words.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Returns the Rust pattern of a category, with a guard on `value`, the selected expression.
///
/// Returns `None` if the language does not have the category or is unknown. `other` is the default
/// variant and needs no pattern.
pub fn pattern(locale: &str, category: &str, value: &str) -> Option<String> {
    let language = locale.split('-').next().unwrap_or(locale);
    match (language, category) {
        ("en" | "de", "one") => Some("1 | -1".to_owned()),
        ("fr", "one") => Some("-1..=1".to_owned()),
        ("fr", "many") => Some(format!("_ if {value} != 0 && {value} % 1_000_000 == 0")),
        _ => None,
    }
}
