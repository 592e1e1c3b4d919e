//! Small words that turn a sentence: "will" to "may", "never" dropped, a condition of consent
//! added or removed.

use std::ops::Range;

use super::{
    edits::{Edit, Piece},
    turns::same_content,
};
use crate::{
    cue::phrases::WordList,
    languages::changes::{BINDING, CONDITIONS, IDLE, NEGATIONS, NEGATIVES, OPTIONAL},
    words::{Dictionary, Words},
};

/// Words of a shift and the sentence to quote for it.
pub(super) struct Shift<'e> {
    /// The old words, exactly; empty where some were added.
    pub(super) old: String,
    /// The new words, exactly; empty where some were dropped.
    pub(super) new: String,
    pub(super) quote: &'e Words<'e>,
    pub(super) focus: Range<usize>,
}

/// The shift in a reworded sentence, if there is one that nothing else in it takes back.
pub(super) fn shift<'e>(edit: &'e Edit<'_>) -> Option<Shift<'e>> {
    if edit.is_added() || edit.is_removed() {
        return None;
    }
    condition(edit).or_else(|| {
        edit.pieces
            .iter()
            .find_map(|p| modal(edit, p).or_else(|| negation(edit, p)))
    })
}

/// A piece of more words is a rewording, in which a single word proves nothing.
const SHORT: usize = 4;

fn is_short(piece: &Piece) -> bool {
    let count = |t: &str| t.split_whitespace().count();
    count(&piece.deleted) <= SHORT && count(&piece.inserted) <= SHORT
}

fn modal<'e>(edit: &'e Edit<'_>, piece: &Piece) -> Option<Shift<'e>> {
    if !is_short(piece) {
        return None;
    }
    let one_of = |list: &WordList, text: &str| one_of(list, text, edit.language);
    let from = |a: &WordList, b: &WordList| {
        Some((one_of(a, &piece.deleted)?, one_of(b, &piece.inserted)?))
    };
    let (old, new) = from(&BINDING, &OPTIONAL).or_else(|| from(&OPTIONAL, &BINDING))?;
    let moved = count(&edit.old, new) >= count(&edit.new, new)
        || count(&edit.new, old) >= count(&edit.old, old);
    (!moved).then(|| Shift {
        old: old.to_owned(),
        new: new.to_owned(),
        quote: &edit.new,
        focus: piece.at.clone(),
    })
}

fn negation<'e>(edit: &'e Edit<'_>, piece: &Piece) -> Option<Shift<'e>> {
    // Where more than the negation went, the clause went.
    if !is_short(piece) || !same_content(&piece.deleted, &piece.inserted, edit.language) {
        return None;
    }
    let is_negative = |words: &Words<'_>| words.any(0..words.len(), &NEGATIVES);
    let (old, new) = (
        one_of(&NEGATIONS, &piece.deleted, edit.language),
        one_of(&NEGATIONS, &piece.inserted, edit.language),
    );
    match (old, new) {
        (Some(old), None) if !is_negative(&edit.new) && !edit.old.has(&IDLE) => {
            let text = edit.old.text();
            let focus = text
                .find(&piece.deleted)
                .map_or(0..0, |at| at..at + piece.deleted.len());
            Some(Shift {
                old: old.to_owned(),
                new: String::new(),
                quote: &edit.old,
                focus,
            })
        }
        (None, Some(new)) if !is_negative(&edit.old) && !edit.new.has(&IDLE) => Some(Shift {
            old: String::new(),
            new: new.to_owned(),
            quote: &edit.new,
            focus: piece.at.clone(),
        }),
        _ => None,
    }
}

fn condition<'e>(edit: &'e Edit<'_>) -> Option<Shift<'e>> {
    let (old, new) = (&edit.old, &edit.new);
    match (old.find(&CONDITIONS), new.find(&CONDITIONS)) {
        (None, Some(found)) => {
            let focus = new.bytes(found.clone());
            let is_inserted = edit
                .pieces
                .iter()
                .any(|p| p.at.start <= focus.start && focus.end <= p.at.end);
            is_inserted.then(|| Shift {
                old: String::new(),
                new: new.slice(found).to_owned(),
                quote: &edit.new,
                focus,
            })
        }
        (Some(found), None) => {
            let words = old.slice(found.clone()).to_owned();
            let is_deleted = edit.pieces.iter().any(|p| p.deleted.contains(&words));
            let focus = old.bytes(found);
            is_deleted.then_some(Shift {
                old: words,
                new: String::new(),
                quote: &edit.old,
                focus,
            })
        }
        _ => None,
    }
}

fn one_of<'v>(list: &WordList, text: &str, language: Dictionary<'v>) -> Option<&'v str> {
    let words = Words::new(text, language);
    list.all(language)
        .find(|w| (0..words.len()).any(|i| words.lower(i) == *w))
}

fn count(words: &Words<'_>, word: &str) -> usize {
    (0..words.len()).filter(|i| words.lower(*i) == word).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::spoken;

    fn edit<'s>(old: &'s str, new: &'s str, deleted: &str, inserted: &str) -> Edit<'s> {
        let at = new
            .find(inserted)
            .map_or(0..0, |at| at..at + inserted.len());
        let piece = Piece {
            deleted: deleted.into(),
            inserted: inserted.into(),
            at,
            is_term: false,
        };
        let language = spoken("en");
        Edit {
            language,
            old: Words::new(old, language).into(),
            new: Words::new(new, language).into(),
            pieces: vec![piece],
        }
    }

    fn check(edit: &Edit<'_>, expected: Option<(&str, &str)>) {
        let found = shift(edit);
        assert_eq!(
            found.as_ref().map(|s| (s.old.as_str(), s.new.as_str())),
            expected
        );
    }

    #[test]
    fn will_becomes_may() {
        check(
            &edit("We will tell you.", "We may tell you.", "will", "may"),
            Some(("will", "may")),
        );
    }

    #[test]
    fn a_dropped_never() {
        check(
            &edit("We never share it.", "We share it.", "never", ""),
            Some(("never", "")),
        );
    }

    #[test]
    fn a_negation_said_otherwise_is_no_shift() {
        check(
            &edit(
                "We do not share it.",
                "We don't share it.",
                "do not",
                "don't",
            ),
            None,
        );
    }

    #[test]
    fn a_condition_of_consent() {
        let new = "We tell you about updates and, with your consent, new services.";
        let old = "We tell you about updates and new services.";
        check(
            &edit(old, new, "", ", with your consent,"),
            Some(("", "with your consent")),
        );
    }
}
