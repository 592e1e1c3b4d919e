//! Puts texts out of PDFs together again: page numbers and running headers go, and a paragraph that
//! a page or the end of a line has cut is one again.
//!
//! What is a line of text and what a paragraph is judged for the whole file: lines without an end
//! in front of lower case are an accident once, and in a quarter of the lines they are the way the
//! file was made. Lists without bullets and addresses have short lines, and cut ones are full.

use crate::hyphens::Hyphens;
use crate::numbering::numbering;
use crate::piece::{Piece, Role};
use crate::structure::titles::is_capitals;
use ::text::lexer::bare_words;
use ::text::lists::PAGES;
use model::BlockKind;
use std::collections::BTreeMap;

/// Fewest lines, or cuts, that are no accident.
const FEWEST: usize = 2;
/// Characters of the widest line that anybody sets.
const WIDEST: usize = 120;
/// Percent of a full line that a line has, most often, where the next word did not fit.
const FULL: usize = 75;
/// Characters of the longest running header.
const LONGEST: usize = 120;

/// Removes what is of the page and joins what the page has cut.
pub(crate) fn mend(pieces: Vec<Piece>) -> Vec<Piece> {
    let furniture = furniture(&pieces);
    let text: Vec<&Piece> = kept(&pieces, &furniture).map(|(_, piece)| piece).collect();
    let lines = Lines::of(&text);
    if !lines.are_cut && !furniture.contains(&true) {
        return pieces;
    }
    let hyphens = Hyphens::of(text.iter().map(|piece| piece.inline.text.as_str()));
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    // Characters of the last line so far, and where it stood.
    let mut last: Option<(usize, usize)> = None;
    for (at, (piece, is_furniture)) in pieces.into_iter().zip(furniture).enumerate() {
        if is_furniture {
            continue;
        }
        let length = piece.inline.text.chars().count();
        let joins = last.zip(out.last()).is_some_and(|((line, place), open)| {
            let goes_on = is_open(open) && is_plain(&piece);
            let over_page = place + 1 < at && starts_lower(&piece);
            goes_on && (over_page || lines.joins(line, &piece))
        });
        last = Some((length, at));
        match out.last_mut().filter(|_| joins) {
            Some(open) => {
                let joint = hyphens.between(&open.inline.text, &piece.inline.text);
                open.inline.append(&piece.inline, joint);
                open.span.end = piece.span.end;
            }
            None => out.push(piece),
        }
    }
    out
}

fn kept<'a>(
    pieces: &'a [Piece],
    furniture: &'a [bool],
) -> impl Iterator<Item = (usize, &'a Piece)> {
    let all = pieces.iter().enumerate().zip(furniture);
    all.filter(|(_, gone)| !**gone).map(|(piece, _)| piece)
}

/// How the lines of a file were made.
struct Lines {
    /// Whether paragraphs were cut at the ends of their lines.
    are_cut: bool,
    /// Characters of a full line.
    full: usize,
}

impl Lines {
    fn of(text: &[&Piece]) -> Self {
        /// One cut in so many lines is the way of the file.
        const OFTEN: usize = 5;
        let plain = text.iter().filter(|piece| is_plain(piece));
        let mut lengths: Vec<usize> = plain.map(|p| p.inline.text.chars().count()).collect();
        lengths.sort_unstable();
        // The longest ones may be addresses or joined already.
        let full = lengths
            .get(lengths.len() * 9 / 10)
            .copied()
            .unwrap_or_default();
        let wide = lengths.iter().filter(|length| **length > WIDEST).count();
        let mut lines = Self {
            are_cut: true,
            full,
        };
        let cut = |pair: &[&Piece]| match pair {
            [line, next] => {
                let length = line.inline.text.chars().count();
                let is_cut = is_open(line) && starts_lower(next) && lines.joins(length, next);
                is_cut.then_some(length)
            }
            _ => None,
        };
        let cuts: Vec<usize> = text.windows(2).filter_map(cut).collect();
        let cut_full = cuts
            .iter()
            .filter(|length| **length * 100 >= full * FULL)
            .count();
        lines.are_cut = cuts.len() >= FEWEST
            && cuts.len() * OFTEN >= lengths.len()
            && cut_full * 4 >= cuts.len() * 3
            && wide * 20 <= lengths.len();
        lines
    }

    /// Whether a line of so many characters without an end goes on in the next one.
    fn joins(&self, length: usize, next: &Piece) -> bool {
        let text = &next.inline.text;
        let is_item = numbering(text, true).is_some() || is_capitals(text);
        let least = if starts_lower(next) { 50 } else { FULL };
        self.are_cut && is_plain(next) && !is_item && length * 100 >= self.full * least
    }
}

/// Whether a passage is a line of its own without any list or table.
fn is_plain(piece: &Piece) -> bool {
    let role = Role::Block {
        kind: BlockKind::Paragraph,
        depth: 0,
    };
    piece.role == role && piece.inline.breaks.is_empty()
}

/// Whether a passage has no end.
fn is_open(piece: &Piece) -> bool {
    let is_text = matches!(
        piece.role,
        Role::Block {
            kind: BlockKind::Paragraph | BlockKind::ListItem,
            ..
        }
    );
    is_text && has_no_end(&piece.inline.text)
}

fn has_no_end(line: &str) -> bool {
    let text = line.trim_end_matches(['"', '”', '’', ')', '»', '“']);
    !is_capitals(text) && !text.ends_with(['.', '!', '?', ':', ';', '。', '؟'])
}

fn starts_lower(piece: &Piece) -> bool {
    is_plain(piece) && piece.inline.text.starts_with(char::is_lowercase)
}

/// Which passages belong to the page: lines that are equal but for a number that runs on, and what
/// is repeated beside them.
fn furniture(pieces: &[Piece]) -> Vec<bool> {
    let mut found = vec![false; pieces.len()];
    let short = || {
        let lines = pieces
            .iter()
            .enumerate()
            .filter(|(_, piece)| !is_marked_heading(piece));
        lines.filter(|(_, piece)| piece.inline.text.len() <= LONGEST)
    };
    let mut alike: BTreeMap<String, Vec<(usize, Vec<u32>)>> = BTreeMap::new();
    for (at, piece) in short() {
        if let Some((form, numbers)) = numbers(&piece.inline.text) {
            alike.entry(form).or_default().push((at, numbers));
        }
    }
    for (form, lines) in &alike {
        if lines.len() >= fewest(form) && runs_on(lines) {
            lines.iter().for_each(|(at, _)| found[*at] = true);
        }
    }
    let marks: Vec<usize> = (0..found.len()).filter(|at| found[*at]).collect();
    if marks.is_empty() {
        return found;
    }
    let mut same: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, piece) in short().filter(|(at, _)| !found[*at]) {
        same.entry(&piece.inline.text).or_default().push(at);
    }
    let is_near = |at: &usize| {
        let next = marks.partition_point(|mark| mark < at);
        let near = marks[next.saturating_sub(1)..marks.len().min(next + 1)].iter();
        near.copied().any(|mark| mark.abs_diff(*at) <= 2)
    };
    for places in same
        .values()
        .filter(|places| places.len() > 1 && places.iter().all(is_near))
    {
        // The first of them may be the title.
        let first = places
            .first()
            .filter(|at| (0..**at).all(|before| found[before]));
        for at in places.iter().filter(|at| Some(*at) != first) {
            found[*at] = true;
        }
    }
    found
}

fn is_marked_heading(piece: &Piece) -> bool {
    matches!(
        piece.role,
        Role::Heading {
            recovered: false,
            ..
        }
    )
}

/// A text with a sign for each of its numbers, and these.
fn numbers(text: &str) -> Option<(String, Vec<u32>)> {
    let mut form = String::with_capacity(text.len());
    let mut numbers = Vec::new();
    for run in text.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let mark = run.chars().next_back().filter(|c| !c.is_ascii_digit());
        let digits = &run[..run.len() - mark.map_or(0, char::len_utf8)];
        if !digits.is_empty() {
            // Years are no pages.
            numbers.push(digits.parse().ok().filter(|number| *number < 1000)?);
            form.push('#');
        }
        form.extend(mark);
    }
    (!numbers.is_empty()).then_some((form, numbers))
}

/// Which lines of a plain text go with its page breaks: what is alike at two of them or more, and the
/// blank lines where a sentence goes on behind. `starts` are the first lines of the pages.
pub(crate) fn running(lines: &[&str], starts: &[usize]) -> Vec<bool> {
    /// Lines of a header or footer.
    const LINES: usize = 2;
    let words = |at: &usize| lines.get(*at).is_some_and(|line| !line.trim().is_empty());
    let near = |start: usize| {
        let above = (0..start)
            .rev()
            .take(start.min(2 * LINES))
            .filter(words)
            .take(LINES);
        above.chain(
            (start..lines.len())
                .take(2 * LINES)
                .filter(words)
                .take(LINES),
        )
    };
    let form = |at: usize| {
        let text = lines.get(at).map_or("", |line| line.trim());
        numbers(text).map_or_else(|| text.to_owned(), |(form, _)| form)
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for at in starts.iter().flat_map(|start| near(*start)) {
        *counts.entry(form(at)).or_default() += 1;
    }
    let width = lines
        .iter()
        .map(|line| line.trim().chars().count())
        .max()
        .unwrap_or_default();
    let mut gone = vec![false; lines.len()];
    for at in starts.iter().flat_map(|start| near(*start)) {
        gone[at] = counts.get(&form(at)).is_some_and(|count| *count >= FEWEST);
    }
    for start in starts {
        let stays = |at: &usize| words(at) && !gone[*at];
        let above = (0..*start).rev().take(4 * LINES).find(stays);
        let below = (*start..lines.len()).take(4 * LINES).find(stays);
        let Some((above, below)) = above.zip(below) else {
            continue;
        };
        let (line, next) = (lines[above].trim(), lines[below].trim());
        let is_full = line.chars().count() * 4 >= width * 3;
        let is_item = numbering(next, true).is_some() || is_capitals(next);
        let goes_on = next.starts_with(char::is_lowercase) || (is_full && !is_item);
        if goes_on && has_no_end(line) {
            gone[above + 1..below].fill(true);
        }
    }
    gone
}

/// Whether a line holds nothing but the number of its page.
pub(crate) fn is_page_number(line: &str) -> bool {
    numbers(line).is_some_and(|(form, _)| fewest(&form) == FEWEST)
}

/// How many lines of a form show that they number pages: a title may have a number, too.
fn fewest(form: &str) -> usize {
    let words: Vec<String> = bare_words(form).map(str::to_lowercase).collect();
    let names_page = words.iter().any(|word| PAGES.contains(&word.as_str()));
    match words.len() {
        _ if names_page => FEWEST,
        0 => FEWEST,
        1 => usize::MAX,
        _ => 3,
    }
}

/// Whether one number grows by one from line to line, and the others stay; there is text between.
fn runs_on(lines: &[(usize, Vec<u32>)]) -> bool {
    let Some((_, first)) = lines.first() else {
        return false;
    };
    let follows = |column: usize| {
        lines.windows(2).all(|pair| match pair {
            [(above, old), (below, new)] => {
                below - above > 1
                    && old.iter().zip(new).enumerate().all(|(at, (old, new))| {
                        if at == column {
                            *new == old + 1
                        } else {
                            new == old
                        }
                    })
            }
            _ => false,
        })
    };
    (0..first.len()).any(follows)
}
