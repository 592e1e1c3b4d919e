//! Headlines that fit: at most 140 characters, shortened at words, never inside one.
//!
//! What writes a headline comes as a `dyn Fn`: as a type parameter every sort of headline would
//! have a copy of this code in the wasm.

use std::ops::Range;

use super::{cut::cut, parts::around};
use crate::words::Dictionary;
use model::Highlight;

/// A term, a heading or an address of which a headline names two, in characters: with the words
/// around them they leave room for a quote.
pub(super) const TERM: usize = 40;

/// A headline's longest form, in characters.
const LONGEST: usize = 140;

/// A headline around as many of the items as fit, the rest as "…".
pub(super) fn with_list(write: &dyn Fn(&str) -> String, items: &[String]) -> String {
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
    with_text(write, items.first().map_or("", String::as_str))
}

/// A headline around the beginning of a text, as long as there is room.
pub(super) fn with_text(write: &dyn Fn(&str) -> String, text: &str) -> String {
    write(&cut(text, room(write)))
}

/// A headline around the part of a sentence at `focus`, as long as there is room.
pub(super) fn with_quote(
    write: &dyn Fn(&str) -> String,
    text: &str,
    focus: Range<usize>,
    language: Dictionary<'_>,
) -> String {
    write(&around(text, focus, room(write), language))
}

/// A headline around what is now and what was before, which share the room by what they need.
pub(super) fn with_two(write: &dyn Fn(&str, &str) -> String, new: &str, old: &str) -> String {
    let room = LONGEST.saturating_sub(write("", "").chars().count());
    let (new_length, old_length) = (new.chars().count(), old.chars().count());
    let new_room = (room - room / 2).max(room.saturating_sub(old_length));
    let new = cut(new, new_room);
    let old = cut(old, room - new_length.min(new_room));
    write(&new, &old)
}

/// A headline's room for a quote.
pub(super) fn room(write: &dyn Fn(&str) -> String) -> usize {
    LONGEST.saturating_sub(write("").chars().count())
}

/// The highlight with a headline that fits, whatever a hostile policy puts into it.
pub(super) fn fitted(mut highlight: Highlight) -> Highlight {
    if !fits(&highlight.headline) {
        highlight.headline = cut(&highlight.headline, LONGEST);
    }
    highlight
}

/// Whether a headline is short enough.
pub(super) fn fits(headline: &str) -> bool {
    headline.chars().count() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_addresses_share_the_room() {
        let (short, long) = ("a@b.org", "https://example.org/".repeat(8));
        for (new, old) in [(short, long.as_str()), (&long, short), (&long, &long)] {
            let headline = with_two(&|n, o| [n, " (before: ", o, ")"].concat(), new, old);
            assert!(headline.chars().count() <= 140, "{headline}");
            assert!(headline.chars().count() > 135, "{headline}");
        }
    }

    #[test]
    fn lists_are_shortened_by_items() {
        let items: Vec<_> = (0..60).map(|i| format!("Name{i}")).collect();
        let headline = with_list(&|l| ["Named: ", l].concat(), &items);
        assert!(
            headline.chars().count() <= 140 && headline.ends_with(", …"),
            "{headline}"
        );
    }
}
