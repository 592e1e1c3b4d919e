//! Plural categories of whole numbers (CLDR), as Rust patterns.
//!
//! A pattern instead of a function: the compiler sees constants, and a locale that is not built
//! leaves nothing behind.

/// The names CLDR gives to categories; a select with other words is one over words.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The Rust pattern (with guard over `value`, the expression selected on) of a category.
///
/// `None` where the language has no such category, or the language is not known here. `other` is
/// never asked for: it is the default variant.
pub fn pattern(locale: &str, category: &str, value: &str) -> Option<String> {
    let language = locale.split('-').next().unwrap_or(locale);
    match (language, category) {
        ("en" | "de", "one") => Some("1 | -1".to_owned()),
        ("fr", "one") => Some("-1..=1".to_owned()),
        ("fr", "many") => Some(format!("_ if {value} != 0 && {value} % 1_000_000 == 0")),
        _ => None,
    }
}
