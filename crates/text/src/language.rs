//! Languages that have a file, and what belongs to each.

use std::fmt;

use crate::pack::{NUMBERS, PACKS, Pack, Readability, TELLING_OF, holds};

/// How many languages have a file.
pub(crate) const COUNT: usize = PACKS.len();

/// A language that has a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Language(pub(crate) usize);

impl Default for Language {
    /// English, which stands in for unknown languages: names, numbers and borrowed terms are the
    /// same in many.
    fn default() -> Self {
        Self::ENGLISH
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl Language {
    /// English.
    pub const ENGLISH: Self = Self(0);

    /// The language that a BCP 47 tag names, whatever its region; `None` where it has no file.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or("");
        let at = PACKS
            .iter()
            .position(|p| p.tag.eq_ignore_ascii_case(primary))?;
        Some(Self(at))
    }

    /// BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.pack().tag
    }

    pub(crate) fn pack(self) -> &'static Pack {
        &PACKS[self.0]
    }

    /// True where the month may stand first in a date of figures alone.
    #[must_use]
    pub fn is_month_first(self) -> bool {
        self.pack().month_first
    }

    /// How hard a text reads, where there is an established measure.
    #[must_use]
    pub fn readability(self) -> Option<&'static Readability> {
        self.pack().readability.as_ref()
    }

    /// True for a word before an apostrophe that is a word of its own: "l" in "l'adresse".
    pub(crate) fn elides(self, word: &str) -> bool {
        let elisions = self.pack().elisions;
        !elisions.is_empty() && holds(elisions, &word.to_lowercase())
    }

    /// Numbers in words, between spaces.
    #[must_use]
    pub fn numbers(self) -> &'static str {
        NUMBERS[self.0]
    }

    /// Small words that show the language, between spaces.
    #[must_use]
    pub fn telling_words(self) -> &'static str {
        TELLING_OF[self.0]
    }

    /// Words that open sentences far more often than they follow a name, in order.
    #[must_use]
    pub fn openers(self) -> &'static [&'static str] {
        self.pack().openers
    }
}

/// A declared language as a tag with the usual separators; `None` for what is no tag.
#[must_use]
pub fn declared(value: &str) -> Option<String> {
    let tag = value.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let primary = parts.next()?;
    let shaped =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    let rest = parts
        .all(|p| !p.is_empty() && p.len() <= 8 && p.bytes().all(|b| b.is_ascii_alphanumeric()));
    (shaped && rest).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declared_tags_are_taken_in_the_usual_spelling() {
        assert_eq!(declared("de_DE"), Some("de-DE".to_owned()));
        assert_eq!(declared("en"), Some("en".to_owned()));
        assert_eq!(declared("english language"), None);
    }

    #[test]
    fn a_tag_names_its_language_in_any_region() {
        assert_eq!(Language::of_tag("DE-AT").map(Language::tag), Some("de"));
        assert_eq!(Language::of_tag("xx"), None);
        assert_eq!(Language::of_tag(""), None);
        assert_eq!(Language::default().tag(), "en");
    }
}
