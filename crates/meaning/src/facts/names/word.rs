//! Whether a word can be part of a name.

use crate::{
    cue::phrases::WordList,
    languages::names::{FORMS, KNOWN, NOT_COMPANIES},
    words::{Words, text::Text},
};

/// A word without the ending of possession.
pub(super) fn bare(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}

/// True for a word that is written in lower case nowhere in the text, or is known as a name.
pub(in crate::facts) fn is_name_word(text: &Text<'_>, words: &Words<'_>, at: usize) -> bool {
    let lower = words.lower(at);
    let bare = bare(lower);
    let is_one_of = |list: &WordList| {
        if bare == lower {
            words.is(at, list)
        } else {
            list.contains(words.language(), bare)
        }
    };
    // "acme.com" in lower case makes no noun of a known name.
    if is_one_of(&KNOWN) {
        return true;
    }
    !is_one_of(&NOT_COMPANIES)
        && !is_one_of(&FORMS)
        && !words.entry(at).is_some_and(|word| text.is_common(word))
        && bare.len() > 1
}
