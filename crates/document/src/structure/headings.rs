//! Recovers headings without markup: lines entirely in bold, numbered titles, lines in capitals.
//!
//! A missed heading only makes a section coarser; an invented one separates a paragraph from its
//! section. So a line must look like a title on its own and be followed by text. Run-in phrases
//! ("**Right of Access.** You may …"), sentences in bold and lines of a list are left alone.

use crate::dates::roles::is_date_line;
use crate::inline::Inline;
use crate::normal::numbering;
use crate::piece::{LEVEL_UNKNOWN, Piece, Role};
use crate::structure::titles::{LONGEST_TITLE, is_address, is_capitals, is_title, number_depth};
use crate::text::title_lines;
use ::text::lexer::length_in_words;
use ::text::script::is_unspaced;
use model::{BlockKind, MarkKind};
use std::collections::BTreeSet;
use std::ops::Range;

/// Most words of a marked heading, and of one that ends with a period. Longer ones are paragraphs
/// in heading size, or followed by a rule that made them headings.
const LONGEST_HEADING: usize = 45;
const LONGEST_SENTENCE: usize = 25;
/// Most words of a text without sections; a longer one has sections, however plain their titles.
const UNDIVIDED: usize = 300;

/// Turns paragraphs that are titles into headings, and marked headings that are paragraphs into
/// paragraphs.
pub(crate) fn recover(pieces: Vec<Piece>) -> Vec<Piece> {
    let pieces = split_title_lines(demote(pieces));
    let titles = find_titles(&pieces);
    let found = |(piece, title): (&Piece, &bool)| piece.is_heading() || *title;
    let untitled = !pieces.iter().zip(&titles).skip(1).any(found);
    let lengths = pieces.iter().map(|p| length_in_words(&p.inline.text));
    if untitled && lengths.sum::<usize>() > UNDIVIDED {
        let mut pieces = title_lines(pieces);
        for piece in &mut pieces {
            if let Role::Heading {
                level: LEVEL_UNKNOWN,
                ..
            } = piece.role
            {
                piece.role = recovered(0, &piece.inline.text);
            }
        }
        return pieces;
    }
    let mut marked_level = 0;
    let mut out = Vec::with_capacity(pieces.len());
    for (mut piece, title) in pieces.into_iter().zip(titles) {
        match piece.role {
            Role::Heading {
                level,
                recovered: false,
            } => marked_level = level,
            Role::Heading {
                level: LEVEL_UNKNOWN,
                ..
            } => piece.role = recovered(marked_level, &piece.inline.text),
            Role::Heading { .. } => {}
            Role::Block { .. } if title => piece.role = recovered(marked_level, &piece.inline.text),
            Role::Block { .. } => {}
        }
        out.push(piece);
    }
    out
}

/// The role of a recovered heading: one level below the last marked heading, or more if its number
/// is deeper ("1.2.1" is two levels below "1.").
fn recovered(marked_level: u8, text: &str) -> Role {
    let level = marked_level
        .saturating_add(number_depth(text).max(1))
        .min(6);
    Role::Heading {
        level,
        recovered: true,
    }
}

/// Turns marked headings that are paragraphs or dates into paragraphs.
fn demote(mut pieces: Vec<Piece>) -> Vec<Piece> {
    for piece in &mut pieces {
        if !piece.is_heading() {
            continue;
        }
        let text = &piece.inline.text;
        let length = length_in_words(text);
        let is_sentence = length > LONGEST_SENTENCE && text.ends_with('.');
        let is_text = length > LONGEST_HEADING || is_sentence;
        if is_text || is_date_line(text) {
            piece.role = Role::Block {
                kind: BlockKind::Paragraph,
                depth: 0,
            };
        }
    }
    pieces.retain(|piece| {
        piece.inline.text.chars().any(char::is_alphanumeric) || !piece.is_heading()
    });
    pieces
}

/// Separates titles from the lines around them if there is only a line break between them: titles
/// in bold, and titles over a whole paragraph.
fn split_title_lines(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let titles = title_lines_in(&piece);
        if titles.is_empty() {
            out.push(piece);
            continue;
        }
        let mut cuts: Vec<usize> = Vec::with_capacity(titles.len() * 2);
        for (line, _) in &titles {
            let before = line.start.checked_sub(1);
            cuts.extend(before.filter(|cut| cuts.last() != Some(cut)));
            cuts.push(line.end);
        }
        let mut start = 0;
        for inline in piece.inline.split_at_spaces(&cuts) {
            let title = titles.iter().find(|(line, _)| line.start == start);
            start += inline.text.len() + 1;
            let role = match title {
                Some((_, Style::Plain)) => Role::Heading {
                    level: LEVEL_UNKNOWN,
                    recovered: true,
                },
                _ => piece.role,
            };
            out.push(Piece {
                role,
                inline,
                span: piece.span.clone(),
                ..piece
            });
        }
    }
    out
}

/// The style of a title among the lines of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Bold,
    Plain,
}

/// Returns the byte ranges of the title lines in a paragraph, in order.
fn title_lines_in(piece: &Piece) -> Vec<(Range<usize>, Style)> {
    // Longer paragraphs are lists, and each line is compared with all marks.
    const LINES: usize = 200;
    let inline = &piece.inline;
    let mut found = Vec::new();
    if !piece.is_paragraph() || inline.breaks.is_empty() || inline.breaks.len() > LINES {
        return found;
    }
    let mut start = 0;
    let mut begins_plainly = true;
    for (number, end) in inline.breaks.iter().enumerate() {
        let next_break = inline.breaks.get(number + 1);
        let next = next_break.map_or(inline.text.len(), |next| next.at);
        let title = inline.text.get(start..end.at).unwrap_or_default();
        let below = inline.text.get(end.at + 1..next).unwrap_or_default();
        if is_title(title) && is_bold_over_text(inline, start..end.at) {
            found.push((start..end.at, Style::Bold));
        } else if begins_plainly && !end.marked && is_over_paragraph(title, below) {
            found.push((start..end.at, Style::Plain));
        }
        start = end.at + 1;
        begins_plainly = !end.marked;
    }
    found
}

/// Whether a line, a byte range, is in bold and followed by text that is not.
fn is_bold_over_text(inline: &Inline, line: Range<usize>) -> bool {
    let below = line.end + 1..inline.text.len();
    is_bold(&inline.part(line)) && {
        let below = inline.part(below);
        length_in_words(&below.text) > LONGEST_TITLE && !is_bold(&below)
    }
}

/// Whether a plain line is a title because the line below it is a whole paragraph.
fn is_over_paragraph(title: &str, below: &str) -> bool {
    const SHORTEST: usize = 2;
    is_title(title)
        && length_in_words(title) > SHORTEST
        && title.starts_with(char::is_uppercase)
        && !title.contains(':')
        && length_in_words(below) > LONGEST_TITLE
        && below.ends_with(['.', '!', '?', '。'])
}

/// Returns, for each piece, whether it is a title without markup.
fn find_titles(pieces: &[Piece]) -> Vec<bool> {
    // A single "1. Cookies" may be an item of a list; several with text between them are titles.
    let numbered: Vec<bool> = pieces
        .iter()
        .enumerate()
        .map(|(at, piece)| is_numbered_title(piece) && has_text_below(pieces, at))
        .collect();
    let announced = announced_lists(pieces);
    let series = numbered.iter().filter(|n| **n).count() > 1;
    pieces
        .iter()
        .enumerate()
        .map(|(at, piece)| {
            let text = &piece.inline.text;
            let shown = is_bold(&piece.inline) || is_capitals(text);
            let titled = (series && numbered.get(at) == Some(&true)) || (shown && is_title(text));
            titled
                && !is_reference(&piece.inline)
                && !is_addressee(pieces, at)
                && stands_alone(pieces, at, &announced)
                && has_text_below(pieces, at)
        })
        .collect()
}

/// Whether the text is entirely in bold, except for a number at its start.
fn is_bold(inline: &Inline) -> bool {
    let number = numbering(&inline.text, true).unwrap_or_default();
    inline.covered_from(number, |kind| *kind == MarkKind::Strong)
}

/// Whether the text is only a link: an entry of a table of contents, or the name of a service.
fn is_reference(inline: &Inline) -> bool {
    inline.covered_by(|kind| matches!(kind, MarkKind::Link(_)))
}

/// Whether a piece is the name above an address that the line before announces: "Our address is:".
/// Otherwise, "Contact" above an address is a heading like any other.
fn is_addressee(pieces: &[Piece], at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|above| pieces.get(above));
    let below = pieces.get(at + 1);
    above.is_some_and(announces) && below.is_some_and(|below| is_address_block(&below.inline))
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

/// Whether a piece is a paragraph, or the only item of its list: "1. **Cookies**" followed by
/// paragraphs. `announced` are the numbers of [`announced_lists`].
fn stands_alone(pieces: &[Piece], at: usize, announced: &BTreeSet<u32>) -> bool {
    let Some(piece) = pieces.get(at) else {
        return false;
    };
    match piece.role {
        Role::Block {
            kind: BlockKind::Paragraph,
            depth: 0,
        } => true,
        Role::Block {
            kind: BlockKind::ListItem,
            depth: 0,
        } => {
            let before = at.checked_sub(1).and_then(|before| pieces.get(before));
            let in_series = before.is_some_and(|p| is_item(p) && is_bold(&p.inline));
            let next = pieces.get(at + 1);
            !next.is_some_and(is_item) && !in_series && !leads_in(pieces, at, announced)
        }
        _ => false,
    }
}

fn is_item(piece: &Piece) -> bool {
    matches!(
        piece.role,
        Role::Block {
            kind: BlockKind::ListItem,
            ..
        }
    )
}

/// Whether a piece is the first line of a longer item in a bulleted list, or is in a list that a
/// sentence announces. Numbered sections can be a list, too, but nothing announces them.
fn leads_in(pieces: &[Piece], at: usize, announced: &BTreeSet<u32>) -> bool {
    let list = pieces.get(at).and_then(|piece| piece.list);
    let Some(list) = list else { return false };
    let next = pieces.get(at + 1).and_then(|next| next.list);
    announced.contains(&list.number) || (!list.ordered && next == Some(list))
}

/// Returns the numbers of the lists after a sentence with a colon at its end.
fn announced_lists(pieces: &[Piece]) -> BTreeSet<u32> {
    let list = |pair: &[Piece]| {
        let [above, first] = pair else { return None };
        let list = first.list.filter(|_| above.list != first.list)?;
        announces(above).then_some(list.number)
    };
    pieces.windows(2).filter_map(list).collect()
}

/// Whether a piece is text that ends with a colon.
fn announces(piece: &Piece) -> bool {
    !piece.is_heading() && piece.inline.text.ends_with([':', '：'])
}

/// Whether a title is followed by text, directly or after further titles.
fn has_text_below(pieces: &[Piece], at: usize) -> bool {
    let mut below = pieces.iter().skip(at + 1).take(3);
    below.any(|piece| !piece.is_heading() && !is_title_line(piece))
        && pieces
            .get(at + 1)
            .is_some_and(|next| !next.is_heading() || is_deeper(pieces, at))
}

fn is_title_line(piece: &Piece) -> bool {
    (is_bold(&piece.inline) || is_capitals(&piece.inline.text)) && is_title(&piece.inline.text)
}

/// Whether a title may be directly above a marked heading: only with a number; without one, it is
/// a line of the page's header.
fn is_deeper(pieces: &[Piece], at: usize) -> bool {
    pieces
        .get(at)
        .is_some_and(|piece| number_depth(&piece.inline.text) > 0)
}

/// Whether a piece is a title with a number, in the text or as an item of a numbered list.
fn is_numbered_title(piece: &Piece) -> bool {
    let text = &piece.inline.text;
    let depth = number_depth(text);
    // The Markdown reader has already removed the number of a list item.
    let is_numbered_item = is_item(piece) && piece.list.is_some_and(|list| list.ordered);
    let length = numbering(text, true).filter(|_| depth > 0 && piece.is_paragraph());
    let Some(length) = length.or(is_numbered_item.then_some(0)) else {
        return false;
    };
    let title = text.get(length..).unwrap_or_default();
    let begins =
        |c: char| c.is_uppercase() || matches!(c, '“' | '"' | '（' | '「') || is_unspaced(c);
    is_title(title) && title.starts_with(begins)
}

#[cfg(test)]
mod tests;
