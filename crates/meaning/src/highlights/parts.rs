//! Which part of a sentence a headline shows.
//!
//! Whole words around what changed, from the start of the sentence, or of a clause of it where
//! that is too far away. What is left out must not turn what is shown: a negation of the same
//! clause stays in sight, and so does the condition at the start of the sentence.

use std::ops::Range;

use super::{
    endings::{MARKS, closed, ended, exception, late_verb, length, negation_behind},
    wording::cut,
};
use crate::{
    languages::{
        changes::{CONDITION_WORDS, NEGATIVES},
        grammar::CLAUSE_WORDS,
        retention::LATE_VERB,
    },
    words::{Dictionary, Words},
};

/// What there is room for of `text` around `focus`; of the row of a table, a cell.
pub(super) fn around(
    text: &str,
    focus: Range<usize>,
    room: usize,
    language: Dictionary<'_>,
) -> String {
    let (text, focus) = match focus.is_empty() {
        true => (text, focus),
        false => cell(text, focus),
    };
    if length(text) <= room {
        return text.to_owned();
    }
    let words = Words::new(text, language);
    let start_within = |room: usize| start(&words, &focus, room);
    let start = start_within(room);
    // The condition that the sentence opens with stands before what it decides.
    let is_conditional = (0..words.at_byte(start)).any(|i| words.is(i, &CONDITION_WORDS));
    let rest = room * 3 / 5;
    let behind = start_within(rest);
    if is_conditional && reach(text, behind, &focus, rest) < rest {
        return from_clause(&words, behind, true, room);
    }
    let lead = if start > 0 { "…" } else { "" };
    let room = room.saturating_sub(length(lead));
    // The first words of what changed show, whatever ends the quote.
    let seen = focus.end.min(focus.start + SEEN);
    [lead, &shortened(&words, start..text.len(), room, seen)].concat()
}

/// Bytes of what changed that have to show.
const SEEN: usize = 24;

/// What there is room for of the text from this byte on. With its head where what stands between
/// decides what the rest means: then the head keeps two fifths of the room.
pub(super) fn from_clause(words: &Words<'_>, at: usize, with_head: bool, room: usize) -> String {
    let text = words.text();
    let clause = text.get(at..).unwrap_or("");
    let clause = clause.split(CELL).next().unwrap_or(clause);
    let head = if with_head {
        [&shortened(words, 0..at, room * 2 / 5, 0), " "].concat()
    } else {
        "…".to_owned()
    };
    let room = room.saturating_sub(length(&head));
    let clause = shortened(words, at..at + clause.len(), room, 0);
    [head, clause].concat()
}

/// The cell of a row that holds the focus; of several, the longest part of it.
fn cell(text: &str, focus: Range<usize>) -> (&str, Range<usize>) {
    let mut start = 0;
    let mut best = (text, 0..0);
    for cell in text.split(CELL) {
        let end = start + cell.len();
        let inside = focus.start.clamp(start, end)..focus.end.clamp(start, end);
        if inside.len() > best.1.len() {
            best = (cell, inside.start - start..inside.end - start);
        }
        start = end + CELL.len();
    }
    if best.1.is_empty() {
        (text, focus)
    } else {
        best
    }
}

/// What stands between the cells of a row.
const CELL: &str = " | ";

/// The start of a quote that shows its focus: that of the sentence, which says who does it; else
/// of a clause; else a few words before.
fn start(words: &Words<'_>, focus: &Range<usize>, room: usize) -> usize {
    let text = words.text();
    let fits = |start: usize| reach(text, start, focus, room) < room;
    if fits(0) {
        return 0;
    }
    let byte = |word: usize| words.bytes(word..word + 1).start;
    let clauses = (1..words.len()).filter(|i| words.before(*i).contains(MARKS));
    let clauses: Vec<usize> = clauses.map(byte).collect();
    let near = near(text, focus, room);
    let mut earlier = clauses.iter().take_while(|at| **at <= near);
    // What follows the focus explains it too: most of the room is left to both.
    let is_close = |at: usize| text.get(at..focus.start).map_or(0, length) * 5 <= room * 2;
    let clause = earlier.find(|at| fits(**at) && is_close(**at));
    let start = clause.copied().unwrap_or(near);
    let Some(negation) = negation_before(words, words.at_byte(start)) else {
        return start;
    };
    // The clause of the focus is none of what the negation turns.
    let mut own = clauses.iter().rev();
    match own.find(|at| **at <= focus.start) {
        Some(own) if *own > start => *own,
        _ if fits(byte(negation)) => byte(negation),
        _ => 0,
    }
}

/// Characters from this start to the end of what has to show of the focus, with an ellipsis.
fn reach(text: &str, start: usize, focus: &Range<usize>, room: usize) -> usize {
    let before = text.get(start..focus.start).map_or(0, length);
    let focused = text.get(focus.clone()).map_or(0, length);
    let lead = if start > 0 { 1 } else { 0 };
    before + focused.min(room / 2) + 1 + lead
}

/// The start of a word a fifth of the room before the focus, or earlier where there is no more
/// text than there is room.
fn near(text: &str, focus: &Range<usize>, room: usize) -> usize {
    // No shorter than the room allows: what stands before the focus explains it.
    let mut ends = text.char_indices().rev();
    let last = ends.nth(room.saturating_sub(2)).map_or(0, |(i, _)| i);
    let fill = text.get(last..).and_then(|t| t.find(' '));
    let fill = fill.map_or(last, |i| last + i + 1);
    word_start(text, focus.start, room / 5).min(fill)
}

/// The start of a word at most `back` characters before `at`.
fn word_start(text: &str, at: usize, back: usize) -> usize {
    let head = text.get(..at).unwrap_or("");
    let mut before = head.char_indices().rev().take(back);
    let from = before.by_ref().last().map_or(0, |(i, _)| i);
    let space = head.get(from..).and_then(|part| part.find(' '));
    space.map_or(at, |space| from + space + 1)
}

/// The word before the first negation of the clause that this word continues: without it the
/// rest of the clause would say the opposite.
fn negation_before(words: &Words<'_>, at: usize) -> Option<usize> {
    let continues = |i: &usize| !words.before(*i).contains(MARKS);
    let clause = (1..=at).rev().take_while(continues).map(|i| i - 1);
    let negation = clause.filter(|i| words.is(*i, &NEGATIVES)).last()?;
    let is_open = negation > 0 && continues(&negation);
    Some(negation - usize::from(is_open))
}

/// The text of this range, cut behind a word that says something. A negation that its clause
/// still has to come to is added: "Wir geben sie … nicht weiter."
fn shortened(words: &Words<'_>, range: Range<usize>, room: usize, seen: usize) -> String {
    let text = words.text();
    let whole = text.get(range.clone()).unwrap_or("").trim_start();
    if length(whole) <= room {
        return whole.to_owned();
    }
    let shown = closed(words, cut(whole, room));
    let end = range.end - whole.len() + shown.trim_end_matches('…').len();
    let left = words.at_byte(end)..words.at_byte(range.end);
    let late = words.language().has(&LATE_VERB);
    let Some(negation) = negation_behind(words, left.clone()).filter(|_| late) else {
        let verb = late_verb(words, left.clone()).filter(|_| late);
        let ending = exception(words, left).or(verb);
        let start = range.end - whole.len();
        let ended = ending.and_then(|ending| ended(words, start..range.end, ending, room, seen));
        return ended.unwrap_or(shown);
    };
    let ends = |i: &usize| words.before(*i).contains(MARKS) || words.is(*i, &CLAUSE_WORDS);
    let end = (negation + 1..left.end).find(ends).unwrap_or(left.end);
    let tail = words.slice(negation..end);
    let tail = cut(tail, room * 2 / 5);
    let head = closed(words, cut(whole, room.saturating_sub(length(&tail) + 1)));
    // Without a word of its clause the negation would turn another one.
    match head.trim_end_matches('…').rfind(MARKS) < shown.rfind(MARKS) {
        true => closed(
            words,
            [shown.rsplit_once(MARKS).map_or("", |s| s.0), "…"].concat(),
        ),
        false => [&head, " ", &tail].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::spoken;

    fn check(tag: &str, text: &str, focus: &str, room: usize, expected: &str) {
        let at = text.find(focus).unwrap_or(0);
        let shown = around(text, at..at + focus.len(), room, spoken(tag));
        assert_eq!(shown, expected);
        assert!(length(&shown) <= room, "{shown}");
    }

    #[test]
    fn what_fits_is_left_alone() {
        check("en", "A short text.", "A", 20, "A short text.");
    }

    #[test]
    fn the_focus_is_shown() {
        let text = "We may share what we know about you with others unless you opt out in time.";
        check("en", text, "unless", 30, "…unless you opt out in time.");
    }

    #[test]
    fn a_quote_begins_with_a_clause_where_it_can() {
        let text = "We ask for your name and for the number of your house, and share it all with \
                    the carrier of your choice in any country.";
        check(
            "en",
            text,
            "with the carrier",
            50,
            "…and share it all with the carrier of your choice…",
        );
    }

    #[test]
    fn a_negation_before_the_quote_stays_in_sight() {
        let text = "L'identifiant utilisé pour ces mesures n'est pas lié à d'autres données vous \
                    concernant et vous pouvez le désactiver dans les paramètres.";
        let shown = "…mesures n'est pas lié à d'autres données vous concernant et vous pouvez le désactiver…";
        check("fr", text, "vous pouvez le désactiver", 90, shown);
    }

    #[test]
    fn a_negation_behind_the_quote_stays_in_sight() {
        let text = "Wir geben Ihre Anschrift und Ihre Telefonnummer an andere Unternehmen in \
                    Europa grundsätzlich nicht weiter.";
        let shown = "Wir geben Ihre Anschrift und Ihre Telefonnummer… nicht weiter";
        check("de", text, "Anschrift", 68, shown);
    }

    #[test]
    fn a_condition_stays_with_what_it_decides() {
        let text = "If you turn on the service in your browser and do not turn it off again, we \
                    send the address of each page to our partner.";
        let at = text.find("send").unwrap_or(0);
        let shown = around(text, at..at + 4, 80, spoken("en"));
        assert!(shown.starts_with("If you turn on"), "{shown}");
        assert!(shown.contains("we send the address"), "{shown}");
    }

    #[test]
    fn a_negation_is_not_added_to_another_clause() {
        let text = "Wenn Sie diese Funktion ausschalten, kann Borealis Sie vor Dateien dieser Art \
                    nicht schützen.";
        let shown = "Wenn Sie diese Funktion ausschalten…";
        check("de", text, "Wenn", 50, shown);
    }

    #[test]
    fn what_names_the_other_case_is_no_negation_to_keep() {
        let text = "Übermittelt werden Angaben dazu, ob der Versuch auf dem Gerät erfolgreich war \
                    oder nicht und wann er begann.";
        let shown = "Übermittelt werden Angaben dazu, ob der Versuch auf dem Gerät…";
        check("de", text, "Übermittelt", 64, shown);
    }

    #[test]
    fn a_contrast_that_is_cut_off_is_left_out() {
        let text = "Nous partageons votre localisation avec nos partenaires, mais pas votre \
                    adresse IP.";
        let shown = "Nous partageons votre localisation avec nos partenaires…";
        check("fr", text, "partageons", 72, shown);
    }

    #[test]
    fn nothing_ends_behind_a_verb_that_waits_for_another() {
        let text = "We hand the parcels to the couriers of the town but may also ask neighbours.";
        let shown = "We hand the parcels to the couriers of the town…";
        check("en", text, "hand", 56, shown);
    }

    #[test]
    fn an_exception_stays_with_what_it_limits() {
        let text = "We hand the parcels that arrive here for you to the neighbours on your floor \
                    or in the same street unless you object.";
        let shown =
            "We hand the parcels that arrive here for you to the neighbours… unless you object";
        check("en", text, "hand", 85, shown);
    }

    #[test]
    fn an_exception_of_another_clause_is_left_out() {
        let text = "We hand the parcels that arrive here for you to the neighbours on your floor \
                    and we never sell your name unless you ask us.";
        let shown = "We hand the parcels that arrive here for you to the neighbours on your floor…";
        check("en", text, "hand", 85, shown);
    }

    #[test]
    fn the_verb_at_the_end_of_a_german_clause_shows() {
        let text = "Wir können Ihre Pakete an alle Nachbarn auf Ihrem Stockwerk und in derselben \
                    langen Straße weitergeben.";
        let shown = "Wir können Ihre Pakete an alle Nachbarn auf Ihrem Stockwerk… weitergeben";
        check("de", text, "können", 80, shown);
    }

    #[test]
    fn the_verb_of_another_clause_is_left_out() {
        let text = "Wir werden Ihre Pakete nach dem Widerruf umgehend aus unserem Lager im Hof \
                    entfernen und nicht wieder aufnehmen.";
        let shown =
            "Wir werden Ihre Pakete nach dem Widerruf umgehend aus unserem Lager im Hof entfernen…";
        check("de", text, "werden", 96, shown);
    }

    #[test]
    fn small_words_do_not_end_a_quote() {
        let text = "We keep the list of the things that you bought in this shop for a while.";
        check("en", text, "keep", 44, "We keep the list of the things…");
    }
}
