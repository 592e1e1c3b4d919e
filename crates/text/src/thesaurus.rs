//! What words mean beside each other: which speak of the same thing, and which cover more.
//!
//! Concepts let passages meet that share the subject but not the words ("opt out" and
//! "unsubscribe"); word embeddings were rejected for their size and because their reasons cannot
//! be shown. Entries of all languages stand side by side, since versions share a language.

use crate::{
    pack::{ADDING, CONCEPTS, TERMS},
    stem::singular,
};

/// Every entry, a word or several that follow each other, with the number of its concept.
pub fn concepts() -> impl Iterator<Item = (u32, &'static str)> {
    CONCEPTS.iter().map(|(entry, concept)| (*concept, *entry))
}

/// Whether one term includes another, both in lower case: `Some` with the law or standard that says
/// so, or `Some(None)` where the broader term says it by its own words, as "cookies and similar
/// technologies" does beside "cookies". Only pairs of which a source says so are known.
#[must_use]
pub fn broader(narrow: &str, broad: &str) -> Option<Option<&'static str>> {
    let (narrow, broad) = (plain(narrow), plain(broad));
    let known = TERMS.iter().find(|[n, b, _]| *n == narrow && *b == broad);
    match known {
        Some([_, _, source]) => Some(Some(*source)),
        None => adds(&narrow, &broad).then_some(None),
    }
}

/// True for "cookies" and "cookies and similar technologies".
fn adds(narrow: &str, broad: &str) -> bool {
    let more = broad.strip_prefix(narrow).unwrap_or_default();
    let mut words = more.split(' ');
    words.next() == Some("")
        && words.next().is_some_and(|w| ADDING.contains(&w))
        && words.next().is_some()
}

fn plain(phrase: &str) -> String {
    singular(&phrase.replace('-', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entries_are_in_the_form_that_is_looked_up() {
        for [narrow, broad, source] in TERMS {
            assert_eq!(plain(narrow), narrow);
            assert_eq!(broader(narrow, broad), Some(Some(source)), "{narrow}");
        }
    }

    #[test]
    fn spelling_and_number_do_not_matter() {
        assert!(broader("personally-identifiable information", "personal data").is_some());
        assert!(broader("subsidiaries", "affiliates").is_some());
        assert!(broader("affiliates", "subsidiaries").is_none());
    }

    #[test]
    fn more_of_the_same_is_broader_by_its_words() {
        let known = broader("cookies", "cookies and similar technologies");
        assert_eq!(known, Some(None));
        assert_eq!(broader("cookies", "cookie notice"), None);
    }

    #[test]
    fn definitions_that_overlap_are_not_ranked() {
        assert_eq!(broader("personal information", "personal data"), None);
    }
}
