//! Whether other words say something else.
//!
//! A redline shows every word that differs. A reader is helped by those that change what is said,
//! not by another form of the same word or another way to order it.

use super::edits::Edit;
use crate::{
    languages::changes::{BINDING, NEGATIVES, OPTIONAL},
    words::{Dictionary, Words},
};
use text::{lists::is_small_word, stem::is_form};

/// True for a reworded sentence of which only forms of words, their order or small words changed.
pub(super) fn is_trivial(edit: &Edit<'_>) -> bool {
    // Where no word is known, none is known to say nothing: "不" and "لا" turn a sentence.
    if edit.is_added() || edit.is_removed() || edit.language.is_foreign() {
        return false;
    }
    let join = |parts: Vec<&str>| parts.join(" ");
    let deleted = join(edit.pieces.iter().map(|p| p.deleted.as_str()).collect());
    let inserted = join(edit.pieces.iter().map(|p| p.inserted.as_str()).collect());
    same_turns(&deleted, &inserted, edit.language)
        && same_content(&deleted, &inserted, edit.language)
}

/// True where both have as many words that turn a sentence.
fn same_turns(a: &str, b: &str, language: Dictionary<'_>) -> bool {
    let count = |text: &str| {
        let words = Words::new(text, language);
        [NEGATIVES, BINDING, OPTIONAL]
            .map(|list| (0..words.len()).filter(|i| words.is(*i, &list)).count())
    };
    count(a) == count(b)
}

/// True where every word that says something has a form in the other text; words that turn a
/// sentence do not count.
pub(super) fn same_content(a: &str, b: &str, language: Dictionary<'_>) -> bool {
    let (a, b) = (Words::new(a, language), Words::new(b, language));
    let content = |words: &Words<'_>| -> Vec<String> {
        let says = |i: &usize| {
            let word = words.lower(*i);
            let is_long = word.chars().nth(2).is_some() || word.contains(char::is_numeric);
            is_long && !is_small_word(word) && !words.is(*i, &NEGATIVES)
        };
        let all = (0..words.len()).filter(says);
        all.map(|i| words.lower(i).to_owned()).collect()
    };
    let (a, b) = (content(&a), content(&b));
    // A passage of thousands of words is not walked for each of them.
    if a.len().max(b.len()) > FEW {
        return false;
    }
    let is_in = |word: &String, others: &[String]| others.iter().any(|o| is_form(word, o));
    a.iter().all(|word| is_in(word, &b)) && b.iter().all(|word| is_in(word, &a))
}

/// Words of a rewording at most that may say nothing new.
const FEW: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::spoken;

    #[test]
    fn another_form_of_a_word_says_the_same() {
        let check = |tag: &str, old: &str, new: &str, expected: bool| {
            assert_eq!(
                same_content(old, new, spoken(tag)),
                expected,
                "{old} / {new}"
            );
        };
        check("de", "Verarbeitung", "Bearbeitung", true);
        check("de", "selber", "selbst", true);
        check("en", "your", "the user's", false);
        check("en", "employee/student", "employee or student", true);
        check("en", "contact", "contract", false);
        check("en", "not legally binding", "", false);
        check("en", "not", "", true);
        check("en", "10 days", "20 days", false);
    }
}
