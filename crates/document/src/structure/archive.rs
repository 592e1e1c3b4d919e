//! The note that a collection of archived policies puts before the text.
//!
//! It is not policy text: its date is when a copy was taken, and as a block it would show up as
//! a change in every comparison.

use crate::dates;
use crate::piece::Piece;
use model::{DateMention, DateRole, Evidence};

/// Words of which such a note has at least two: where the text came from, and from which archive.
const SIGNS: [&str; 5] = [
    "archived on",
    "wayback machine",
    "web.archive.org",
    "extracted and transformed",
    "original snapshot",
];

/// A note stands at the top and is a remark, not a chapter.
const LONGEST: usize = 600;

/// Takes an archive note off the top of the text.
pub(crate) fn take(pieces: &mut Vec<Piece>, source: &str) -> Option<DateMention> {
    let first = pieces.first()?;
    let text = first.inline.text.to_lowercase();
    let signs = SIGNS.iter().filter(|sign| text.contains(*sign)).count();
    if signs < 2 || text.len() > LONGEST || first.is_heading() {
        return None;
    }
    let first = pieces.remove(0);
    let found = dates::find(&first.inline.text).into_iter().next()?;
    let before = first.inline.text.get(..found.range.end)?;
    let from = before
        .to_lowercase()
        .rfind("archived on")
        .filter(|at| before.is_char_boundary(*at));
    let quote = from
        .and_then(|at| before.get(at..))
        .filter(|q| source.contains(q));
    let date_alone = first.inline.text.get(found.range.clone())?;
    Some(DateMention {
        date: found.date,
        role: DateRole::Archived,
        evidence: Evidence {
            block: None,
            quote: quote.unwrap_or(date_alone).to_owned(),
        },
    })
}
