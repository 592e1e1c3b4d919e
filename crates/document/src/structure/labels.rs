//! Lines that look like titles and repeat: labels of cards ("Purpose", "Learn more"), which come
//! again in every section, and key points, which tell the chapters in advance. Neither makes sections
//! of its own.

use crate::normal::normalise_heading;
use crate::piece::Piece;
use crate::structure::lines::Line;
use ::text::lexer::length_in_words;
use ::text::sorting::set;
use std::collections::{BTreeMap, BTreeSet};

/// Fewest times that a label is told; a title may come twice, or once for each of a few countries.
const FEWEST: usize = 3;
/// Titles from one label to the next of the same words, on average: a card has a handful of them, a
/// chapter that is told again for another country has more.
const NEAR: usize = 8;

/// Returns the positions of those `lines` that are labels.
pub(crate) fn among_lines(pieces: &[Piece], lines: &[Line]) -> BTreeSet<usize> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    // Numbers make chapters.
    for (at, line) in lines
        .iter()
        .enumerate()
        .filter(|(_, l)| l.look.number.is_none())
    {
        let text = line.words(pieces).unwrap_or_default();
        places.entry(normalise_heading(text)).or_default().push(at);
    }
    let is_label = |places: &Vec<usize>| {
        let (Some(first), Some(last)) = (places.first(), places.last()) else {
            return false;
        };
        places.len() >= FEWEST && last - first <= NEAR * (places.len() - 1)
    };
    set(places.into_values().filter(is_label).flatten())
}

/// Returns the positions among the `chosen` lines of key points: several in a row whose words are
/// those of later headings with more text.
pub(crate) fn key_points(pieces: &[Piece], chosen: &[&Line]) -> BTreeSet<usize> {
    const SEVERAL: usize = 3;
    let titles = titles(pieces, chosen);
    // The most words below a later title of the same words.
    let mut later: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out = BTreeSet::new();
    let mut run: Vec<usize> = Vec::new();
    for title in titles.iter().rev() {
        let told = later.entry(title.words.as_str()).or_insert(0);
        let repeats = title.below < *told;
        *told = (*told).max(title.below);
        match title.line {
            Some(line) if repeats => run.push(line),
            _ => run.clear(),
        }
        if run.len() >= SEVERAL {
            out.extend(run.iter().copied());
        }
    }
    out
}

/// A heading, marked or not.
struct Title {
    /// Position among the chosen lines, if no markup marks it.
    line: Option<usize>,
    /// Its words in the form they are compared in.
    words: String,
    /// Words below it.
    below: usize,
}

/// Returns all headings in reading order.
fn titles(pieces: &[Piece], chosen: &[&Line]) -> Vec<Title> {
    let mut titles: Vec<Title> = Vec::new();
    let mut lines = chosen.iter().enumerate().peekable();
    let below = |titles: &mut Vec<Title>, text: &str| {
        if let Some(title) = titles.last_mut() {
            title.below += length_in_words(text);
        }
    };
    for (at, piece) in pieces.iter().enumerate() {
        let text = piece.inline.text.as_str();
        let mut start = 0;
        while let Some((line, chosen)) = lines.next_if(|(_, line)| line.piece == at) {
            below(
                &mut titles,
                text.get(start..chosen.range.start).unwrap_or_default(),
            );
            titles.push(Title {
                line: Some(line),
                words: normalise_heading(text.get(chosen.range.clone()).unwrap_or_default()),
                below: 0,
            });
            start = chosen.range.end;
        }
        if piece.is_heading() {
            titles.push(Title {
                line: None,
                words: normalise_heading(text),
                below: 0,
            });
        } else {
            below(&mut titles, text.get(start..).unwrap_or_default());
        }
    }
    titles
}
