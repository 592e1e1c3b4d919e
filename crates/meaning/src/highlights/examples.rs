//! Headlines on examples: the words behind "such as".

use super::{
    edits::{Edit, Piece},
    ground::{Candidate, Ground},
    modality,
    weight::{topic, weigh},
    wording::{TERM, cut, with_quote},
};
use crate::{
    languages::{
        grammar::SMALL_WORDS,
        names::CONJUNCTIONS,
        recipients::{EXAMPLES, PURPOSE},
    },
    words::{Dictionary, Words},
};
use model::ChangeId;

/// Examples that came, or took the place of others, in a sentence that matters: a list opened
/// by "such as" says what a vague word is meant to hold.
pub(super) fn examples(
    ground: &Ground<'_, '_>,
    change: ChangeId,
    edit: &Edit<'_>,
) -> Option<Candidate> {
    if edit.is_added() || !edit.new.has(&EXAMPLES) {
        return None;
    }
    let piece = edit.pieces.iter().find(|p| is_example(edit, p))?;
    if modality::shift(edit).is_some() {
        return None;
    }
    let old = without_opener(&piece.deleted, edit.language);
    // What runs on past the list is no example any more.
    let old = if old.contains(['“', '"', '—', '–']) || old.contains(" - ") {
        ""
    } else {
        old
    };
    let new = without_opener(&piece.inserted, edit.language);
    let say = ground.headlines;
    let write = |q: &str| match old {
        "" => say.example_added(&cut(new, TERM + 10), q),
        old => say.example_replaced(&cut(new, TERM), &cut(old, TERM), q),
    };
    let headline = with_quote(&write, edit.new.text(), piece.at.clone(), edit.language);
    let weight = weigh(&edit.new);
    (weight >= MATTERING).then(|| Candidate {
        importance: EXAMPLE + weight,
        highlight: ground.highlight(
            headline,
            topic(ground, change, &edit.new),
            vec![change],
            Vec::new(),
        ),
    })
}

/// Above quoted rewording, below stated facts.
const EXAMPLE: u32 = 62;

/// Weight of one phrase that says what is done with data.
const MATTERING: u32 = 3;

/// Words between "such as" and a new example: those of the examples before it.
const EXAMPLE_REACH: usize = 20;

/// True where the piece holds examples: few words behind "such as", nothing in between that
/// ends a list.
fn is_example(edit: &Edit<'_>, piece: &Piece) -> bool {
    let count = |t: &str| t.split_whitespace().count();
    if piece.is_term || piece.inserted.is_empty() || count(&piece.inserted) > 12 {
        return false;
    }
    let Some(before) = edit.new.text().get(..piece.at.start) else {
        return false;
    };
    let fits = names_something(piece, edit.language)
        && opens_example(edit, piece, before)
        && is_whole(edit.new.text(), &piece.inserted, edit.language)
        && (piece.deleted.is_empty() || is_whole(edit.old.text(), &piece.deleted, edit.language));
    if !fits {
        return false;
    }
    let words = Words::new(before, edit.language);
    let mut from = words.len().saturating_sub(EXAMPLE_REACH);
    let mut last = None;
    while let Some(found) = words.find_from(&EXAMPLES, from) {
        from = found.end;
        last = Some(found.end);
    }
    last.is_some_and(|end| {
        (end + 1..=words.len()).all(|i| !words.before(i).contains([';', ':', ')']))
    })
}

/// True where what came holds a word of its own, no small word and no other form of one that
/// went: the first four letters of a word outlive its inflection.
fn names_something(piece: &Piece, language: Dictionary<'_>) -> bool {
    let stems = |text: &str| -> Vec<String> {
        let words = Words::new(text, language);
        let all = (0..words.len()).filter(|i| !words.is(*i, &SMALL_WORDS));
        let stems = all.map(|i| words.lower(i).chars().take(4).collect::<String>());
        stems.filter(|s| s.chars().count() == 4).collect()
    };
    let (old, new) = (stems(&piece.deleted), stems(&piece.inserted));
    let is_other = |s: &String| {
        !old.iter()
            .any(|o| o.contains(s.as_str()) || s.contains(o.as_str()))
    };
    !new.is_empty() && new.iter().all(is_other)
}

/// True where the piece ends where an example does: at a mark, or before an "or". A purpose
/// ("to count visits") is no example.
fn is_whole(sentence: &str, piece: &str, language: Dictionary<'_>) -> bool {
    let Some(at) = sentence.find(piece) else {
        return false;
    };
    let after = sentence[at + piece.len()..].trim_start();
    let ends = after.is_empty() || after.starts_with([',', ';', '.', ')', '—', '–']);
    let joined = Words::new(after, language).is(0, &CONJUNCTIONS);
    let example = without_opener(piece, language);
    (ends || joined) && !Words::new(example, language).is(0, &PURPOSE)
}

/// True where the piece begins an example: right behind "such as", a comma or an "or".
fn opens_example(edit: &Edit<'_>, piece: &Piece, before: &str) -> bool {
    let own = edit.new.text().get(piece.at.clone()).unwrap_or("");
    let words = Words::new(before, edit.language);
    let last = words.len().saturating_sub(1);
    let opener = words.find_from(&EXAMPLES, words.len().saturating_sub(2));
    own.trim_start().starts_with(',')
        || before.trim_end().ends_with([',', '('])
        || words.is(last, &CONJUNCTIONS)
        || opener.is_some_and(|found| found.end == words.len())
}

/// The piece without the words that only open examples ("for example, a merger").
fn without_opener<'p>(piece: &'p str, language: Dictionary<'_>) -> &'p str {
    let words = Words::new(piece, language);
    let found = words.find(&EXAMPLES).filter(|found| found.start == 0);
    let rest = found.and_then(|found| piece.get(words.bytes(found).end..));
    rest.unwrap_or(piece).trim_matches([' ', ',', ':'])
}
