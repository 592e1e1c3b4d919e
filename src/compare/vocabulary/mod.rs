//! What words count for when two passages are compared: stems, function words, concepts.
//!
//! Stemming is deliberately light (a few endings, then a cut): a full stemmer for three languages
//! would cost more bytes than it gains here, where a wrong conflation only shifts a score.
//! Concepts let passages meet that share the subject but not the words ("opt out" and
//! "unsubscribe"); word embeddings were rejected for their size and because their reasons cannot
//! be shown.

mod concepts;
mod function_words;

pub(super) use concepts::concepts;
pub(super) use function_words::is_function_word;

/// Characters that a stem keeps at the most; inflection of English, German and French happens
/// behind them.
const STEM_CHARS: usize = 8;

/// Endings, longest first; cut where at least four characters remain.
const ENDINGS: [&str; 36] = [
    "ations", "ements", "ation", "ement", "ities", "ungen", "ingly", "ments", "ions", "ment",
    "ings", "ible", "able", "ance", "ence", "ally", "ies", "ion", "ity", "ung", "ing", "ers",
    "ors", "ied", "ie", "en", "er", "or", "ed", "es", "ly", "al", "e", "n", "s", "y",
];

/// The stem of a lower-case word.
pub(super) fn stem(word: &str) -> &str {
    let cut = ENDINGS
        .iter()
        .find_map(|ending| {
            word.strip_suffix(ending)
                .filter(|rest| rest.chars().count() >= 4)
        })
        .unwrap_or(word);
    match cut.char_indices().nth(STEM_CHARS) {
        Some((end, _)) => &cut[..end],
        None => cut,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn inflected_forms_meet() {
        for (a, b) in [
            ("deletion", "delete"),
            ("deleting", "deleted"),
            ("security", "secure"),
            ("services", "service"),
            ("communications", "communicate"),
            ("policies", "policy"),
            ("cookies", "cookie"),
            ("löschung", "löschen"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (a, b) in [
            ("access", "account"),
            ("transfer", "transparent"),
            ("notice", "note"),
        ] {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
    }
}
