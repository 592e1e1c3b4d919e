//! What words count for when two passages are compared: stems, function words, concepts.
//!
//! Stemming is deliberately light (a few endings, then a cut): a full stemmer for three languages
//! would cost more bytes than it gains here, where a wrong conflation only shifts a score.
//! Concepts let passages meet that share the subject but not the words ("opt out" and
//! "unsubscribe"); word embeddings were rejected for their size and because their reasons cannot
//! be shown.

mod concepts;
mod function_words;
mod relations;

pub(crate) use concepts::concepts;
pub use function_words::is_function_word;
pub(crate) use relations::relation;

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
pub fn stem(word: &str) -> &str {
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

/// A phrase in lower case with its English plurals made singular; for comparing only, so a wrong
/// cut ("analysis" stays, "lens" is cut) does no harm.
pub(crate) fn singular(phrase: &str) -> String {
    let words: Vec<String> = phrase.split(' ').map(singular_word).collect();
    words.join(" ")
}

fn singular_word(word: &str) -> String {
    let long = |stem: &str| stem.chars().count() >= 3;
    if let Some(stem) = word.strip_suffix("ies").filter(|s| long(s)) {
        return format!("{stem}y");
    }
    let of_es = ["ses", "xes", "ches", "shes"]
        .iter()
        .any(|e| word.ends_with(e));
    let cut = if of_es {
        word.strip_suffix("es")
    } else if ["ss", "us", "is"].iter().any(|e| word.ends_with(e)) {
        None
    } else {
        word.strip_suffix('s')
    };
    cut.filter(|s| long(s)).unwrap_or(word).to_owned()
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

    #[test]
    fn plurals_become_singular() {
        for (plural, one) in [
            ("service providers", "service provider"),
            ("third parties", "third party"),
            ("addresses", "address"),
            ("analysis", "analysis"),
            ("access", "access"),
        ] {
            assert_eq!(super::singular(plural), one);
        }
    }
}
