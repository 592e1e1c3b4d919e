//! Forms of a word: what stays the same when it is inflected.
//!
//! Stemming is deliberately light (a few endings, then a cut): a full stemmer for three languages
//! would cost more bytes than it gains here, where a wrong conflation only shifts a score.

use crate::pack::{ENDINGS, SPELLINGS};

/// Characters that a stem keeps at the most; inflection of English, German and French happens
/// behind them.
const STEM_CHARS: usize = 8;

/// The stem of a lower-case word: the longest ending cut where at least four characters remain.
#[must_use]
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

/// Letters that two forms of a word share at the least.
const SHARED: usize = 4;

/// True for two lower-case forms of one word: their first letters are the same, two thirds of the
/// shorter one at the least, or all but a prefix is ("Verarbeitung", "Bearbeitung"). Figures have
/// no other form.
#[must_use]
pub fn is_form(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    if a.contains(char::is_numeric) || b.contains(char::is_numeric) {
        return false;
    }
    let shorter = a.chars().count().min(b.chars().count());
    let first = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
    let last = a.chars().rev().zip(b.chars().rev());
    let last = last.take_while(|(a, b)| a == b).count();
    first.count() >= SHARED.max((shorter * 2).div_ceil(3))
        || last + 2 >= shorter && last > 2 * SHARED
}

/// Letters before the first place where two spellings of a word differ: "fill" is not "file".
const BEFORE_SPELLING: usize = 3;

/// True for two lower-case words that are one word as two countries spell it: "colour" and
/// "color", "organisation" and "organization".
#[must_use]
pub fn is_spelling(a: &str, b: &str) -> bool {
    let written = |word: &str, from: &str, to: &str, other: &str| {
        word.match_indices(from).any(|(at, _)| {
            let rest = other.strip_prefix(&word[..at]);
            let rest = rest.and_then(|rest| rest.strip_prefix(to));
            at >= BEFORE_SPELLING && rest.is_some() && rest == word.get(at + from.len()..)
        })
    };
    SPELLINGS
        .iter()
        .any(|[x, y]| written(a, x, y, b) || written(b, x, y, a))
}

/// A phrase in lower case with its English plurals made singular; for comparing only, so a wrong
/// cut ("analysis" stays, "lens" is cut) does no harm.
#[must_use]
pub fn singular(phrase: &str) -> String {
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
    use super::{is_form, is_spelling, singular, stem};

    #[test]
    fn two_countries_spell_one_word() {
        for (british, american) in [
            ("colour", "color"),
            ("organisation", "organization"),
            ("analysed", "analyzed"),
            ("centre", "center"),
            ("defence", "defense"),
            ("catalogue", "catalog"),
            ("cancelled", "canceled"),
            ("programme", "program"),
            ("judgement", "judgment"),
        ] {
            assert!(
                is_spelling(british, american) && is_spelling(american, british),
                "{british}"
            );
        }
        for (a, b) in [
            ("filled", "filed"),
            ("four", "for"),
            ("colour", "colours"),
            ("sell", "sell"),
        ] {
            assert!(!is_spelling(a, b), "{a} {b}");
        }
    }

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
    fn forms_share_their_beginning_or_all_but_a_prefix() {
        assert!(is_form("verarbeitung", "bearbeitung"));
        assert!(is_form("selber", "selbst"));
        assert!(!is_form("contact", "contract"));
        assert!(!is_form("1000", "10000"));
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
            assert_eq!(singular(plural), one);
        }
    }
}
