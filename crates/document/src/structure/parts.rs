//! Leaves out an earlier version of the text that stands in the same file.
//!
//! Some publishers keep the version before the one in force below it. Read as one text, every
//! passage would be there twice, and be compared with either. The same text twice, and notices for
//! other countries, are left alone: both are what the publisher says today.

use crate::dates;
use crate::normal::{normalise, normalise_heading};
use crate::piece::{Piece, Role};
use ::text::lists::EARLIER;
use model::Date;
use std::collections::BTreeSet;
use std::ops::Range;

/// Removes an earlier version, and returns its day where it has one; `name` is the file's name, for
/// the day in it. `None` if there is no such version.
pub(crate) fn leave_out(pieces: &mut Vec<Piece>, name: &str) -> Option<Option<Date>> {
    let earlier = announced(pieces).or_else(|| dated(pieces, name))?;
    let day = day_of(pieces, earlier.start);
    pieces.drain(earlier);
    Some(day)
}

/// What stands under "Previous version", if it repeats what stands above.
fn announced(pieces: &[Piece]) -> Option<Range<usize>> {
    let is_earlier = |at: &usize| {
        let title = level(pieces, *at).and(pieces.get(*at));
        let title = title.map(|piece| normalise_heading(&piece.inline.text));
        title.is_some_and(|title| EARLIER.iter().any(|words| title.starts_with(words)))
    };
    // A text without end may announce one in every line.
    const MOST: usize = 8;
    let mut starts = (1..pieces.len()).filter(is_earlier).take(MOST);
    starts.find_map(|start| {
        // A version with its own title may stand below a smaller one that announces it.
        let own = level(pieces, start + 1)
            .into_iter()
            .chain(level(pieces, start))
            .min()?;
        let ends = [end(pieces, start + 1, own), pieces.len()];
        let parts = ends.into_iter().map(|end| start..end);
        let again = |part: &Range<usize>| {
            let both = pieces.get(part.clone()).zip(pieces.get(..start));
            both.is_some_and(|(part, rest)| repeats(part, rest))
        };
        parts.into_iter().find(again)
    })
}

/// Of two versions with the same title and a day each, the one that is not in force: the older
/// one, or one that is later than the day in the file's name.
fn dated(pieces: &[Piece], name: &str) -> Option<Range<usize>> {
    let first = (0..pieces.len()).find(|at| level(pieces, *at).is_some())?;
    let (level_of_title, title) = (
        level(pieces, first)?,
        title(&pieces.get(first)?.inline.text),
    );
    let is_again = |at: &usize| {
        let piece = pieces
            .get(*at)
            .filter(|_| level(pieces, *at) == Some(level_of_title));
        piece.is_some_and(|piece| self::title(&piece.inline.text) == title)
    };
    let again = (first + 1..pieces.len()).find(is_again)?;
    let behind = end(pieces, again + 1, level_of_title);
    let days = [day_of(pieces, first)?, day_of(pieces, again)?];
    if title.is_empty()
        || days[0] == days[1]
        || !repeats(pieces.get(again..behind)?, pieces.get(..again)?)
    {
        return None;
    }
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let today = dates::find(file).first().map(|found| found.date);
    let in_force = |day: Date| (today.is_none_or(|today| day <= today), day);
    if in_force(days[0]) > in_force(days[1]) {
        Some(again..behind)
    } else {
        Some(first..again)
    }
}

/// The level of the heading at this position.
fn level(pieces: &[Piece], at: usize) -> Option<u8> {
    match pieces.get(at)?.role {
        Role::Heading { level, .. } => Some(level),
        Role::Block { .. } => None,
    }
}

/// Where a part ends that begins above this position: at the next heading of its level, of which the
/// part's own title is the first.
fn end(pieces: &[Piece], from: usize, own: u8) -> usize {
    let is_next = |at: &usize| level(pieces, *at).is_some_and(|level| level <= own);
    let skipped = usize::from(level(pieces, from) == Some(own));
    let next = (from + skipped..pieces.len()).find(is_next);
    next.unwrap_or(pieces.len())
}

/// The words of a title without those that date it.
fn title(text: &str) -> String {
    let Some(date) = dates::find(text).into_iter().next() else {
        return normalise_heading(text);
    };
    let before = text.get(..date.range.start).unwrap_or_default();
    let bare = before
        .find(['(', '[', ',', ':', '–', '—', '|'])
        .or_else(|| before.find(" - "));
    normalise_heading(
        before
            .get(..bare.unwrap_or(before.len()))
            .unwrap_or_default(),
    )
}

/// The day in a title or right below it.
fn day_of(pieces: &[Piece], title: usize) -> Option<Date> {
    const LINES: usize = 4;
    let texts = pieces.iter().skip(title).take(LINES);
    let mut found = texts.filter_map(|piece| dates::find(&piece.inline.text).into_iter().next());
    found.next().map(|found| found.date)
}

/// Whether a part says again what stands in the rest: half of its titles, or a third of its
/// passages.
fn repeats(part: &[Piece], rest: &[Piece]) -> bool {
    const FEWEST: usize = 2;
    let share = |wanted: bool, form: &dyn Fn(&str) -> String, of: usize| {
        let forms = |pieces: &[Piece]| -> BTreeSet<String> {
            let wanted = pieces.iter().filter(|piece| piece.is_heading() == wanted);
            wanted.map(|piece| form(&piece.inline.text)).collect()
        };
        let (part, rest) = (forms(part), forms(rest));
        let known = part.intersection(&rest).count();
        known >= FEWEST && known * of >= part.len()
    };
    share(true, &normalise_heading, 2) || share(false, &normalise, 3)
}
