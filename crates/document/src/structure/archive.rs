//! The note that an archive of policies puts before the text.
//!
//! It is not part of the policy: its date is that of the copy, and as a block it would be a change
//! in every comparison.

use crate::dates;
use crate::piece::Piece;
use model::{DateMention, DateRole, Evidence};

/// Phrases about the source and the archive, of which such a note has at least two.
const SIGNS: [&str; 5] = [
    "archived on",
    "wayback machine",
    "web.archive.org",
    "extracted and transformed",
    "original snapshot",
];

/// Longest note, in bytes.
const LONGEST: usize = 600;

/// Removes an archive note from the start of the text and returns its date.
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
