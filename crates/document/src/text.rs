//! Plain text to pieces.
//!
//! Two habits are told apart by the longest lines: text wrapped by hand, whose lines belong
//! together, and text with one paragraph a line.

use super::inline::Inline;
use super::normal::{numbering, unspaced_label};
use super::piece::{Piece, Role};
use crate::dates;
use crate::structure::titles::{is_capitals, is_title, number_depth};
use ::text::lexer::length_in_words;
use ::text::script::is_unspaced;
use model::BlockKind;
use std::ops::Range;

/// Characters of the longest line that people wrap by hand or mail programs produce.
const WRAPPED: usize = 120;
/// Words from which a line is text rather than a title or a part of an address.
const PROSE: usize = 12;
/// Title lines in a row from which they are an address or a list of names.
const TOO_MANY_TITLES: usize = 3;

/// A line without its end, and where it stands.
#[derive(Clone, Debug)]
struct Line<'a> {
    text: &'a str,
    start: usize,
}

impl Line<'_> {
    fn span(&self) -> Range<usize> {
        let lead = self.text.len() - self.text.trim_start().len();
        self.start + lead..self.start + self.text.trim_end().len().max(lead)
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    fn length(&self) -> usize {
        self.text.trim().chars().count()
    }

    /// A line of `=` or `-` under a title.
    fn underline_level(&self) -> Option<u8> {
        let text = self.text.trim();
        let all = |c: char| text.len() >= 3 && text.chars().all(|other| other == c);
        if all('=') || all('*') {
            Some(1)
        } else if all('-') || all('~') || all('_') {
            Some(2)
        } else {
            None
        }
    }

    fn item_text(&self) -> Option<&str> {
        let text = self.text.trim();
        let length = numbering(text, false)?;
        text.get(length..).filter(|t| !t.is_empty())
    }

    fn indent(&self) -> usize {
        self.text.chars().take_while(|c| c.is_whitespace()).count()
    }
}

/// Reads plain text.
pub(super) fn read(source: &str) -> Vec<Piece> {
    let lines = lines(source);
    let wrapped = lines.iter().map(Line::length).max().unwrap_or_default() <= WRAPPED;
    let width = lines.iter().map(Line::length).max().unwrap_or_default();
    let mut reader = Reader {
        pieces: Vec::new(),
        wrapped,
        width,
        indents: Vec::new(),
    };
    for group in lines.split(Line::is_blank) {
        reader.group(group);
    }
    title_lines(reader.pieces)
}

fn lines(source: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    source
        .split('\n')
        .map(|text| {
            let line = Line { text, start };
            start += text.len() + 1;
            line
        })
        .collect()
}

struct Reader {
    pieces: Vec<Piece>,
    wrapped: bool,
    width: usize,
    /// Indents of the open list items, outermost first.
    indents: Vec<usize>,
}

impl Reader {
    /// Lines between blank lines.
    fn group(&mut self, lines: &[Line<'_>]) {
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let underlined = lines.get(at + 1).and_then(Line::underline_level);
            if let (Some(level), None) = (underlined, line.underline_level()) {
                self.push(
                    line.text,
                    line.span(),
                    Role::Heading {
                        level,
                        recovered: true,
                    },
                );
                at += 2;
                continue;
            }
            if line.underline_level().is_some() {
                at += 1;
                continue;
            }
            let length = self.passage(lines.get(at..).unwrap_or_default());
            self.passage_of(lines.get(at..at + length).unwrap_or_default());
            at += length;
        }
    }

    /// How many lines belong to the passage that begins with the first.
    fn passage(&self, lines: &[Line<'_>]) -> usize {
        let Some(first) = lines.first() else {
            return 1;
        };
        if !self.wrapped || is_capitals(first.text) {
            return 1;
        }
        let is_item = first.item_text().is_some();
        let opens = !is_item && self.ends_early(first) && is_title(first.text.trim());
        let goes_on = lines
            .get(1)
            .is_some_and(|next| length_in_words(next.text) > 3);
        // The first lines of a file are its title and its date, however long.
        if (opens && self.pieces.is_empty()) || is_date_line(first) {
            return 1;
        }
        if opens && goes_on && lines.get(1).is_some_and(|next| !self.ends_early(next)) {
            return 1;
        }
        let more = lines
            .iter()
            .skip(1)
            .take_while(|line| {
                line.item_text().is_none()
                    && line.underline_level().is_none()
                    && !is_date_line(line)
            })
            .count();
        1 + more
    }

    /// A line that leaves much room was ended on purpose.
    fn ends_early(&self, line: &Line<'_>) -> bool {
        line.length() * 5 < self.width * 3
    }

    fn passage_of(&mut self, lines: &[Line<'_>]) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return;
        };
        let role = match first.item_text() {
            Some(_) => Role::Block {
                kind: BlockKind::ListItem,
                depth: self.depth(first.indent()),
            },
            None => {
                self.indents.clear();
                Role::Block {
                    kind: BlockKind::Paragraph,
                    depth: 0,
                }
            }
        };
        let mut text = String::new();
        for line in lines {
            text.push_str(line.text);
            text.push(' ');
        }
        self.push(&text, first.span().start..last.span().end, role);
    }

    fn depth(&mut self, indent: usize) -> u8 {
        while self.indents.last().is_some_and(|last| *last > indent) {
            self.indents.pop();
        }
        if self.indents.last().is_none_or(|last| *last < indent) {
            self.indents.push(indent);
        }
        u8::try_from(self.indents.len() - 1).unwrap_or(u8::MAX)
    }

    fn push(&mut self, text: &str, span: Range<usize>, role: Role) {
        let bulleted = text.trim();
        // Numbers are part of what the reader sees; bullets are only marks.
        let shown = match numbering(bulleted, false) {
            Some(length) if bulleted.starts_with(|c: char| !c.is_alphanumeric() && c != '(') => {
                bulleted.get(length..).unwrap_or(bulleted)
            }
            _ => bulleted,
        };
        let inline = Inline::plain(shown);
        if !inline.text.is_empty() {
            self.pieces.push(Piece {
                role,
                inline,
                list: None,
                span,
            });
        }
    }
}

/// "Last updated: 3 May 2020" is a line of its own.
fn is_date_line(line: &Line<'_>) -> bool {
    const LABEL: usize = 8;
    length_in_words(line.text) <= LABEL && !dates::find(line.text).is_empty()
}

/// Makes headings of the short lines that have text under them.
pub(super) fn title_lines(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut candidates: Vec<bool> = pieces.iter().map(is_candidate).collect();
    // Scripts without capitals show a title by its number, or by standing first.
    if let (Some(first), Some(piece)) = (candidates.first_mut(), pieces.first()) {
        let text = &piece.inline.text;
        let is_plain = piece.is_paragraph() && text.starts_with(is_unspaced);
        *first |= is_plain && is_title(text) && length_in_words(text) <= PROSE;
    }
    let mut at = 0;
    while at < pieces.len() {
        let run = candidates.iter().skip(at).take_while(|c| **c).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let below = pieces.get(at + run);
        let has_text = below.is_some_and(|p| {
            let is_date = at == 0 && !dates::find(&p.inline.text).is_empty();
            !p.is_heading() && (is_date || is_text(p))
        });
        // At the top of the file stand the title, a subtitle and a date.
        let is_list = at > 0 && run > TOO_MANY_TITLES;
        let start = if is_list { at + run - 1 } else { at };
        for number in (start..at + run).filter(|_| has_text) {
            if !is_in_series(&pieces, number, at..at + run)
                && let Some(piece) = pieces.get_mut(number)
            {
                let level = if number == 0 {
                    1
                } else {
                    level_of(&piece.inline.text)
                };
                piece.role = Role::Heading {
                    level,
                    recovered: true,
                };
            }
        }
        at += run;
    }
    pieces
}

/// What a title is numbered by: series of one kind are lists, kinds under one another are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Digits(u8),
    Upper,
    Lower,
}

fn label(text: &str) -> Option<Label> {
    numbering(text, true)?;
    let first = text.trim_start_matches('(').chars().next()?;
    if first.is_ascii_digit() {
        Some(Label::Digits(number_depth(text)))
    } else if first.is_uppercase() {
        Some(Label::Upper)
    } else {
        first.is_lowercase().then_some(Label::Lower)
    }
}

/// Below the title of the file.
fn level_of(text: &str) -> u8 {
    match label(text) {
        Some(Label::Digits(depth)) => depth.max(1).saturating_add(1).min(6),
        Some(Label::Lower) => 3,
        Some(Label::Upper) | None => 2,
    }
}

/// Whether a numbered line has a neighbour numbered the same way: then both are items.
fn is_in_series(pieces: &[Piece], at: usize, run: Range<usize>) -> bool {
    let label_at = |at: usize| {
        let piece = pieces.get(at).filter(|_| run.contains(&at))?;
        label(&piece.inline.text)
    };
    let own = label_at(at);
    own.is_some() && (own == label_at(at + 1) || (at > 0 && own == label_at(at - 1)))
}

fn is_candidate(piece: &Piece) -> bool {
    let text = &piece.inline.text;
    let bare = match numbering(text, true) {
        Some(length) => text.get(length..).unwrap_or(text),
        None => text,
    };
    let shape = match piece.role {
        Role::Block {
            kind: BlockKind::Paragraph,
            ..
        } => true,
        // "1. Cookies" may be a title; whether it is, the text under it says.
        Role::Block {
            kind: BlockKind::ListItem,
            depth: 0,
        } => label(text).is_some(),
        _ => false,
    };
    shape
        && is_title(text)
        && (length_in_words(bare) <= PROSE || is_title_case(bare))
        && !text.ends_with([':', '!'])
        && bare.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '§')
        })
        || (shape && unspaced_label(text).is_some() && is_title(text))
}

/// "How to Delete Your Account and What Happens Then": long, but no sentence is written so.
fn is_title_case(text: &str) -> bool {
    // Articles and prepositions stay small.
    let mut long = text.split(' ').filter(|word| word.chars().count() > 4);
    long.all(|word| word.starts_with(char::is_uppercase))
}

fn is_text(piece: &Piece) -> bool {
    let text = &piece.inline.text;
    length_in_words(text) > PROSE || text.ends_with(['.', ':', ';', ',', '。', '：', '；', '，'])
}
