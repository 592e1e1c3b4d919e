//! The reader's language: its words, and how it writes numbers and days.

use messages::Locale;
use model::Date;

/// The reader's language. The browser knows how it writes numbers and days; a report writes
/// digits alone.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// The words.
    pub locale: Locale,
    /// Writes a whole number, given the language's tag.
    pub number: fn(&str, usize) -> String,
    /// Writes a day given as `YYYY-MM-DD`, given the language's tag.
    pub day: fn(&str, &str) -> String,
}

impl Wording {
    /// Numbers as digits, days as `YYYY-MM-DD`.
    #[must_use]
    pub fn plain(locale: Locale) -> Self {
        Self {
            locale,
            number: |_, value| value.to_string(),
            day: |_, iso| iso.to_owned(),
        }
    }

    /// A whole number.
    #[must_use]
    pub fn number(self, value: usize) -> String {
        (self.number)(self.locale.key(), value)
    }

    /// A count of words with its noun.
    #[must_use]
    pub fn words(self, count: usize) -> String {
        self.locale.words(plural(count), &self.number(count))
    }

    /// A day given as `YYYY-MM-DD`.
    #[must_use]
    pub fn day(self, iso: &str) -> String {
        (self.day)(self.locale.key(), iso)
    }

    /// The date of a text; `None`: none was found in it.
    #[must_use]
    pub fn date(self, date: Option<Date>) -> String {
        date.map_or_else(
            || self.locale.no_date().to_owned(),
            |date| self.day(&date.to_string()),
        )
    }

    /// A heading in quotation marks; the text before the first heading has none and is described.
    #[must_use]
    pub fn quoted(self, heading: &str) -> String {
        if heading.is_empty() {
            self.locale.before_first_heading().to_owned()
        } else {
            self.locale.quoted(heading)
        }
    }
}

/// A count for a message that chooses its plural by it.
#[must_use]
pub fn plural(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
