//! The lines of a document that could be titles, and how each of them looks.
//!
//! A title is known by its company: nothing here says that a line is one. It is said what it looks
//! like, whether it has the shape of a title, and what stands below it, so that all lines of one
//! look can be judged together ([`super::headings`]).

use crate::dates;
use crate::inline::Inline;
use crate::piece::{Piece, Role};
use crate::structure::titles::{
    self, Kind, LONGEST_TITLE, begins_sentence, begins_title, is_address, is_capitals, is_sentence,
    is_title,
};
use ::text::lexer::length_in_words;
use ::text::sorting::set;
use model::{BlockKind, MarkKind};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Most words of a line in plain type that can be a title; longer ones are text.
const PROSE: usize = 12;

/// The type a line is set in, the most striking first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    Capitals,
    Bold,
    Italic,
    Plain,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// A passage of its own.
    Alone,
    /// An item of a list.
    Item,
    /// Only a line break separates it from the text below.
    OverBreak,
}

/// How a line looks. Lines that look alike are titles together, or none of them is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Look {
    pub(crate) face: Face,
    /// The kind and depth of its number.
    pub(crate) number: Option<(Kind, u8)>,
    pub(crate) place: Place,
    /// Whether it ends with a colon.
    pub(crate) colon: bool,
    pub(crate) indent: u16,
}

impl Look {
    /// Whether nothing but its shape sets the line apart from text.
    pub(crate) fn is_weak(&self) -> bool {
        self.number.is_none()
            && matches!(self.face, Face::Plain | Face::Italic)
            && self.place != Place::OverBreak
    }
}

/// What stands below a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Below {
    /// Sentences.
    Text,
    /// A list or a table.
    List,
    /// A few words that are no sentence and no title.
    Short,
    /// A line of another look that could be a title.
    Title,
    /// A line of the same look.
    Same,
    /// A marked heading, or the end.
    Nothing,
}

/// A line that could be a title.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Position of its piece.
    pub(crate) piece: usize,
    /// Byte range in the text of the piece.
    pub(crate) range: Range<usize>,
    pub(crate) look: Look,
    /// Whether it has the shape of a title.
    pub(crate) shaped: bool,
    pub(crate) below: Below,
}

impl Line {
    /// What the line says.
    pub(crate) fn words<'a>(&self, pieces: &'a [Piece]) -> Option<&'a str> {
        let piece = pieces.get(self.piece)?;
        piece.inline.text.get(self.range.clone())
    }

    /// Whether a line with the shape of a title stands over something that is none like it.
    pub(crate) fn is_over_text(&self) -> bool {
        self.shaped && !matches!(self.below, Below::Nothing | Below::Same)
    }
}

/// Returns the lines that could be titles, in reading order. Lines with a number are among them
/// even where they are sentences: they show what the number stands for.
pub(crate) fn collect(pieces: &[Piece]) -> Vec<Line> {
    let lists = lists_of_sections(pieces);
    let mut lines = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Some(place) = place(pieces, at, &lists) else {
            continue;
        };
        match whole(piece, at, place) {
            Some(line) => lines.push(line),
            None => inner_lines(piece, at, &mut lines),
        }
    }
    for at in 0..lines.len() {
        let below = below(pieces, &lines, at);
        if let (Some(line), Some(below)) = (lines.get_mut(at), below) {
            line.below = below;
        }
    }
    lines
}

/// Where a passage stands, if a title can stand there.
fn place(pieces: &[Piece], at: usize, lists: &BTreeSet<u32>) -> Option<Place> {
    let piece = pieces.get(at)?;
    match piece.role {
        Role::Block {
            kind: BlockKind::Paragraph,
            depth: 0,
        } => Some(Place::Alone),
        Role::Block {
            kind: BlockKind::ListItem,
            depth: 0,
        } => {
            let next = pieces.get(at + 1)?;
            let Some(list) = piece.list else {
                // In plain text, a number makes an item.
                return Some(Place::Alone);
            };
            let before = at.checked_sub(1).and_then(|before| pieces.get(before));
            let in_series = before.is_some_and(|p| item_depth(p) == Some(0) && is_bold(&p.inline));
            let leads_in =
                !lists.contains(&list.number) || (!list.ordered && next.list == Some(list));
            let is_item = item_depth(next) == Some(0);
            (!is_item && !in_series && !leads_in).then_some(Place::Item)
        }
        _ => None,
    }
}

/// The depth of a list item, `None` for other pieces.
fn item_depth(piece: &Piece) -> Option<u8> {
    match piece.role {
        Role::Block {
            kind: BlockKind::ListItem,
            depth,
        } => Some(depth),
        _ => None,
    }
}

/// Returns the numbers of the lists whose items can be titles of sections: no sentence with a colon
/// announces the list, and nearly all items are short.
fn lists_of_sections(pieces: &[Piece]) -> BTreeSet<u32> {
    let mut lists: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    let mut above: Option<&Piece> = None;
    for piece in pieces {
        if let (Some(list), Some(0)) = (piece.list, item_depth(piece)) {
            let announced = above.is_some_and(|above| above.list != piece.list && announces(above));
            let (short, long) = lists.entry(list.number).or_default();
            if announced || !is_title(&piece.inline.text) {
                // No number of titles makes up for an announcement.
                *long += if announced { pieces.len() } else { 1 };
            } else {
                *short += 1;
            }
        }
        above = Some(piece);
    }
    let titles = lists
        .into_iter()
        .filter(|(_, (short, long))| *short > long * 2);
    set(titles.map(|(number, _)| number))
}

/// Whether a piece is text that ends with a colon.
fn announces(piece: &Piece) -> bool {
    !piece.is_heading() && piece.inline.text.ends_with([':', '：'])
}

/// A whole passage as a line that could be a title.
fn whole(piece: &Piece, at: usize, place: Place) -> Option<Line> {
    // Bytes that no title has, so that most passages are told apart by their length.
    const LONGEST: usize = 400;
    let inline = &piece.inline;
    let text = inline.text.as_str();
    let number = titles::number(text);
    // The Markdown reader has already removed the number of a list item.
    let is_numbered_item = place == Place::Item && piece.list.is_some_and(|list| list.ordered);
    if is_reference(inline) || (number.is_none() && text.len() > LONGEST) {
        return None;
    }
    let title = text.get(number.as_ref().map_or(0, |n| n.end)..)?;
    let mut face = face(inline, number.as_ref().map_or(0, |n| n.end));
    if face > Face::Bold && !inline.breaks.is_empty() {
        return None;
    }
    let mut shaped = is_title(text);
    if face == Face::Italic && is_numbered_item {
        face = Face::Plain;
    }
    if face > Face::Bold {
        let is_short = length_in_words(title) <= PROSE || is_title_case(title);
        let is_numbered = number.is_some() || is_numbered_item;
        // A clause is a sentence, however short.
        let is_clause = text.ends_with('.') && !is_title_case(title)
            || text.ends_with([':', '：']) && begins_sentence(title);
        shaped = shaped
            && begins_title(title)
            && !is_address(title)
            && !(is_numbered && is_clause)
            && (is_numbered || (is_short && !text.ends_with('!')));
    }
    let numbering = match number {
        Some(number) => Some((number.kind, number.depth)),
        None => is_numbered_item.then_some((Kind::Digits(Some('.')), 1)),
    };
    (shaped || numbering.is_some()).then(|| Line {
        piece: at,
        range: 0..text.len(),
        look: Look {
            face,
            number: numbering,
            place,
            colon: numbering.is_none() && text.ends_with([':', '：']),
            indent: piece.indent,
        },
        shaped,
        below: Below::Nothing,
    })
}

/// Whether all long words have a capital, as in "How to Delete Your Account and What Happens Then".
/// No sentence is written like that.
fn is_title_case(text: &str) -> bool {
    let mut long = text.split(' ').filter(|word| word.chars().count() > 4);
    long.all(|word| word.starts_with(char::is_uppercase))
}

/// The type of a text whose title begins at the byte `start`.
fn face(inline: &Inline, start: usize) -> Face {
    if is_capitals(&inline.text) {
        Face::Capitals
    } else if inline.covered_from(start, |kind| *kind == MarkKind::Strong) {
        Face::Bold
    } else if inline.covered_from(start, |kind| *kind == MarkKind::Emphasis) {
        Face::Italic
    } else {
        Face::Plain
    }
}

/// Whether the text is entirely in bold, except for a number at its start.
pub(crate) fn is_bold(inline: &Inline) -> bool {
    let start = titles::number(&inline.text).map_or(0, |number| number.end);
    inline.covered_from(start, |kind| *kind == MarkKind::Strong)
}

/// Whether the text is only a link: an entry of a table of contents, or the name of a service.
fn is_reference(inline: &Inline) -> bool {
    inline.covered_by(|kind| matches!(kind, MarkKind::Link(_)))
}

/// Adds the lines of a passage that only a line break separates from the text below: titles in
/// bold, and titles over a whole paragraph.
fn inner_lines(piece: &Piece, at: usize, out: &mut Vec<Line>) {
    // Longer paragraphs are lists, and each line is compared with all marks.
    const LINES: usize = 200;
    let inline = &piece.inline;
    if !piece.is_paragraph() || inline.breaks.is_empty() || inline.breaks.len() > LINES {
        return;
    }
    let mut start = 0;
    let mut begins_plainly = true;
    for (number, end) in inline.breaks.iter().enumerate() {
        let next_break = inline.breaks.get(number + 1);
        let next = next_break.map_or(inline.text.len(), |next| next.at);
        let title = inline.text.get(start..end.at).unwrap_or_default();
        let below = inline.text.get(end.at + 1..next).unwrap_or_default();
        let bold = is_title(title) && is_bold(&inline.part(start..end.at));
        let plain = begins_plainly && !end.marked && is_over_paragraph(title, below);
        let rest = inline.text.get(end.at + 1..).unwrap_or_default();
        if (bold && !is_bold(&inline.part(end.at + 1..inline.text.len()))) || plain {
            let text = if is_text(rest) {
                Below::Text
            } else {
                Below::Short
            };
            out.push(Line {
                piece: at,
                range: start..end.at,
                look: Look {
                    face: if bold { Face::Bold } else { Face::Plain },
                    number: titles::number(title).map(|n| (n.kind, n.depth)),
                    place: Place::OverBreak,
                    colon: title.ends_with([':', '：']),
                    indent: 0,
                },
                shaped: true,
                below: text,
            });
        }
        start = end.at + 1;
        begins_plainly = !end.marked;
    }
}

/// Whether a plain line is a title because the line below it is a whole paragraph.
fn is_over_paragraph(title: &str, below: &str) -> bool {
    const SHORTEST: usize = 2;
    is_title(title)
        && !is_sentence(title)
        && length_in_words(title) > SHORTEST
        && title.starts_with(char::is_uppercase)
        && !title.contains(':')
        && length_in_words(below) > LONGEST_TITLE
        && below.ends_with(['.', '!', '?', '。'])
}

/// What stands below the line at position `at` of `lines`; `None` if that is in its own piece.
fn below(pieces: &[Piece], lines: &[Line], at: usize) -> Option<Below> {
    let line = lines.get(at).filter(|l| l.look.place != Place::OverBreak)?;
    let Some(next) = pieces.get(line.piece + 1) else {
        return Some(Below::Nothing);
    };
    if let Some(title) = lines
        .get(at + 1)
        .filter(|l| l.shaped && l.piece == line.piece + 1)
        && title.range.start == 0
    {
        // "We collect:" is no title but announces what we collect.
        return Some(match title.look {
            look if look == line.look => Below::Same,
            look if look.is_weak() && look.colon => Below::List,
            _ => Below::Title,
        });
    }
    let text = &next.inline.text;
    Some(match next.role {
        // Without a number, it is a line of the page's header.
        Role::Heading { .. } if line.look.number.is_some() => Below::Title,
        Role::Heading { .. } => Below::Nothing,
        Role::Block {
            kind: BlockKind::Paragraph,
            ..
        } if !dates::find(text).is_empty() && length_in_words(text) <= PROSE => {
            // A file begins with its title and its date.
            if line.piece == 0 {
                Below::Text
            } else {
                Below::List
            }
        }
        Role::Block {
            kind: BlockKind::Paragraph,
            ..
        } if is_text(text) => Below::Text,
        Role::Block {
            kind: BlockKind::Paragraph,
            ..
        } if !announces(next) => Below::Short,
        Role::Block { .. } => Below::List,
    })
}

/// Whether a passage is running text: long, or a sentence.
fn is_text(text: &str) -> bool {
    const SHORTEST: usize = 3;
    let length = length_in_words(text);
    let ends = text.ends_with(['.', ';', ',', '!', '?', '。', '；', '，']);
    length > PROSE || (length > SHORTEST && ends)
}

/// Whether a line is the name above an address that the line before announces: "Our address is:".
/// Otherwise, "Contact" above an address is a heading like any other.
pub(crate) fn is_addressee(pieces: &[Piece], at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|above| pieces.get(above));
    let below = pieces.get(at + 1);
    above.is_some_and(announces) && below.is_some_and(|below| is_address_block(&below.inline))
}

/// Whether a passage is the last line of an address whose lines are passages of their own: the one
/// above is as short, and one of them has figures.
pub(crate) fn ends_address(pieces: &[Piece], at: usize) -> bool {
    const LINE: usize = 6;
    let Some(above) = at.checked_sub(1).and_then(|above| pieces.get(above)) else {
        return false;
    };
    let text = &above.inline.text;
    let is_line = above.is_paragraph()
        && length_in_words(text) <= LINE
        && !is_text(text)
        && !announces(above)
        && !is_reference(&above.inline)
        && dates::find(text).is_empty();
    is_line && (has_figures(pieces, at - 1) || has_figures(pieces, at))
}

/// Whether a passage has figures other than the number of a title.
pub(crate) fn has_figures(pieces: &[Piece], at: usize) -> bool {
    let text = pieces
        .get(at)
        .map_or("", |piece| piece.inline.text.as_str());
    let number = titles::number(text).filter(|number| number.kind != Kind::Digits(None));
    let title = text.get(number.map_or(0, |number| number.end)..);
    title.is_some_and(|title| title.contains(|c: char| c.is_ascii_digit()))
}

/// Whether a passage is an address: several short lines with a number, of a house or a telephone,
/// or an e-mail address.
fn is_address_block(inline: &Inline) -> bool {
    const LINE: usize = 8;
    let ends = inline.breaks.iter().map(|end| end.at);
    let mut lines = Vec::new();
    let mut start = 0;
    for end in ends.chain([inline.text.len()]) {
        lines.extend(inline.text.get(start..end).map(str::trim));
        start = end;
    }
    let is_short = |line: &&str| length_in_words(line) <= LINE;
    let has_number = inline.text.contains(|c: char| c.is_ascii_digit());
    let is_postal = lines.len() > 1 && has_number && lines.iter().all(is_short);
    is_postal || (lines.iter().all(is_short) && is_address(&inline.text))
}
