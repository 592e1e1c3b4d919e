//! The languages that policies are read in, one data file each.
//!
//! What a policy says is found by phrases, and phrases belong to a language. Tables that mix
//! languages were rejected: "die" is an article in one and a verb in another, and every
//! language would slow down all others.

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// How many languages there are.
pub(super) const COUNT: usize = TAGS.len();

/// A language with vocabularies, as its position in every table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Language(usize);

impl Language {
    /// The language of this BCP 47 tag. One without vocabularies is read as the first: names,
    /// numbers and borrowed terms are the same in many languages.
    pub(super) fn of_tag(tag: &str) -> Self {
        Self::known(tag).unwrap_or_default()
    }

    /// The language of a passage of a document in language `self`: another one only where its
    /// small words are there and outnumber those of the document's language two to one, as
    /// quotes and names of other languages hold a few.
    pub(super) fn of_passage(self, text: &str) -> Self {
        let mut counts = [0_usize; COUNT];
        for word in text.split(|c: char| !c.is_alphabetic()) {
            let word = word.to_lowercase();
            for (at, count) in counts.iter_mut().enumerate() {
                *count += usize::from(grammar::SMALL_WORDS.contains(Self(at), &word));
            }
        }
        let own = counts.get(self.0).copied().unwrap_or(0);
        let most = (0..COUNT).max_by_key(|at| (counts[*at], COUNT - at));
        most.filter(|at| counts[*at] >= ENOUGH && counts[*at] > own * 2)
            .map_or(self, Self)
    }

    /// Every language.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..COUNT).map(Self)
    }

    /// The language with vocabularies that this tag names.
    pub(super) fn known(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or("");
        let at = TAGS.iter().position(|t| t.eq_ignore_ascii_case(primary));
        at.map(Self)
    }

    /// The position in every table.
    pub(super) fn index(self) -> usize {
        self.0
    }

    /// True where the table of switches is on for this language.
    pub(super) fn has(self, switch: &[bool; COUNT]) -> bool {
        switch.get(self.0).copied().unwrap_or(false)
    }
}

/// Small words that a passage needs before it can be in another language than its document.
const ENOUGH: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_in_another_language_is_read_in_it() {
        let english = Language::of_tag("en-GB");
        let text = "Wir speichern die Daten, und Sie können sie bei uns löschen.";
        assert_eq!(english.of_passage(text), Language::of_tag("de"));
        let text = "We use the service “Die Daten der Welt” and keep it.";
        assert_eq!(english.of_passage(text), english);
    }

    #[test]
    fn an_unknown_language_is_read_as_the_first() {
        assert_eq!(Language::of_tag("fi"), Language::of_tag("en"));
        assert_eq!(Language::of_tag(""), Language::default());
    }
}
