//! Headlines that fit: at most 140 characters, shortened at words, never inside one.

use std::ops::Range;

use crate::meaning::model::Highlight;

/// A term, a heading or an address of which a headline names two, in characters: with the words
/// around them they leave room for a quote.
pub(super) const TERM: usize = 40;

/// A headline's longest form, in characters.
const LONGEST: usize = 140;

/// A headline around as many of the items as fit, the rest as "…".
pub(super) fn with_list(write: impl Fn(&str) -> String, items: &[String]) -> String {
    let all = write(&items.join(", "));
    if fits(&all) {
        return all;
    }
    for kept in (1..items.len()).rev() {
        let headline = write(&[&items[..kept].join(", "), ", …"].concat());
        if fits(&headline) {
            return headline;
        }
    }
    with_quote(write, items.first().map_or("", String::as_str), 0..0)
}

/// A headline around the part of `text` at `focus`, as long as there is room.
pub(super) fn with_quote(
    write: impl Fn(&str) -> String,
    text: &str,
    focus: Range<usize>,
) -> String {
    write(&part(text, focus, room(&write)))
}

/// A headline around what is now and what was before, which share the room by what they need.
pub(super) fn with_two(write: impl Fn(&str, &str) -> String, new: &str, old: &str) -> String {
    let room = LONGEST.saturating_sub(write("", "").chars().count());
    let (new_length, old_length) = (new.chars().count(), old.chars().count());
    let new_room = (room - room / 2).max(room.saturating_sub(old_length));
    let new = cut(new, new_room);
    let old = cut(old, room - new_length.min(new_room));
    write(&new, &old)
}

/// A headline's room for a quote.
pub(super) fn room(write: &impl Fn(&str) -> String) -> usize {
    LONGEST.saturating_sub(write("").chars().count())
}

/// What there is room for of `text` around `focus`; of the row of a table, a cell.
pub(super) fn part(text: &str, focus: Range<usize>, room: usize) -> String {
    if focus.is_empty() {
        return excerpt(text, focus, room);
    }
    let (cell, focus) = cell(text, focus);
    excerpt(cell, focus, room)
}

/// What there is room for of the text from this byte on. With its head where what stands between
/// decides what the rest means: then the head keeps two fifths of the room.
pub(super) fn from_clause(text: &str, at: usize, with_head: bool, room: usize) -> String {
    let clause = text.get(at..).unwrap_or("");
    let clause = clause.split(CELL).next().unwrap_or(clause);
    let head = if with_head {
        [&cut(text.get(..at).unwrap_or(""), room * 2 / 5), " "].concat()
    } else {
        "…".to_owned()
    };
    let room = room.saturating_sub(head.chars().count());
    [head.as_str(), &cut(clause, room)].concat()
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

/// The highlight with a headline that fits, whatever a hostile policy puts into it.
pub(super) fn fitted(mut highlight: Highlight) -> Highlight {
    if !fits(&highlight.headline) {
        highlight.headline = cut(&highlight.headline, LONGEST);
    }
    highlight
}

fn fits(headline: &str) -> bool {
    headline.chars().count() <= LONGEST
}

/// At most `room` characters of `text` around `focus`, whole words, with "…" where words are
/// left out.
pub(super) fn excerpt(text: &str, focus: Range<usize>, room: usize) -> String {
    let text_length = text.chars().count();
    if text_length <= room {
        return text.to_owned();
    }
    let before = text.get(..focus.start).map_or(0, |t| t.chars().count());
    let focused = text.get(focus.clone()).map_or(0, |t| t.chars().count());
    // The start of a sentence says who does it: it is kept while the focus still shows.
    let start = if before + focused.min(room / 2) + 1 < room {
        0
    } else {
        // No shorter than the room allows: what stands before the focus explains it.
        let last = text
            .char_indices()
            .rev()
            .nth(room.saturating_sub(2))
            .map_or(0, |(i, _)| i);
        let fill = text
            .get(last..)
            .and_then(|t| t.find(' '))
            .map_or(last, |i| last + i + 1);
        word_start(text, focus.start, room / 5).min(fill)
    };
    let lead = if start > 0 { "…" } else { "" };
    let room = room.saturating_sub(lead.chars().count());
    let rest = text.get(start..).unwrap_or("");
    [lead, &cut(rest, room)].concat()
}

/// The start of a word at most `back` characters before `at`.
fn word_start(text: &str, at: usize, back: usize) -> usize {
    let head = text.get(..at).unwrap_or("");
    let from = head
        .char_indices()
        .rev()
        .take(back)
        .last()
        .map_or(0, |(i, _)| i);
    head.get(from..)
        .and_then(|part| part.find(' '))
        .map_or(at, |space| from + space + 1)
}

/// The text cut after its last whole word within `room` characters.
pub(super) fn cut(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let end = text
        .char_indices()
        .nth(room.saturating_sub(1))
        .map_or(text.len(), |(i, _)| i);
    let head = &text[..end];
    let head = head.rfind(' ').map_or(head, |space| &head[..space]);
    [
        head.trim_end_matches([',', ';', ':', ' ', '(', '“', '„', '«', '\u{202f}']),
        "…",
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_left_alone() {
        assert_eq!(excerpt("A short text.", 0..1, 20), "A short text.");
    }

    #[test]
    fn cuts_stand_between_words() {
        assert_eq!(cut("We keep your data for long", 15), "We keep your…");
        assert_eq!(cut("Überall", 4), "Übe…");
    }

    #[test]
    fn the_focus_is_shown() {
        let text = "We may share what we know about you with others unless you opt out in time.";
        let focus = text.find("unless").unwrap_or(0);
        let shown = excerpt(text, focus..focus + 6, 30);
        assert!(
            shown.contains("unless") && shown.chars().count() <= 30,
            "{shown}"
        );
    }

    #[test]
    fn two_addresses_share_the_room() {
        let (short, long) = ("a@b.org", "https://example.org/".repeat(8));
        for (new, old) in [(short, long.as_str()), (&long, short), (&long, &long)] {
            let headline = with_two(|n, o| [n, " (before: ", o, ")"].concat(), new, old);
            assert!(headline.chars().count() <= 140, "{headline}");
            assert!(headline.chars().count() > 135, "{headline}");
        }
    }

    #[test]
    fn lists_are_shortened_by_items() {
        let items: Vec<_> = (0..60).map(|i| format!("Name{i}")).collect();
        let headline = with_list(|l| ["Named: ", l].concat(), &items);
        assert!(
            headline.chars().count() <= 140 && headline.ends_with(", …"),
            "{headline}"
        );
    }
}
