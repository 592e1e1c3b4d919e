//! Turns plain text into pieces.
//!
//! The longest line tells two styles apart: wrapped text, where several lines are one paragraph,
//! and text with one paragraph per line.

use super::hyphens::{Hyphens, Joint};
use super::inline::{Break, Inline};
use super::numbering::numbering;
use super::paged;
use super::piece::{Piece, Role};
use crate::dates;
use crate::structure::titles::{is_capitals, is_title, number};
use ::text::lexer::length_in_words;
use model::BlockKind;
use std::ops::Range;

/// Longest line, in characters, of wrapped text.
const WRAPPED: usize = 120;

/// Between two pages of a text out of a PDF.
const PAGE: char = '\u{c}';

/// A line without its line break, and its byte position in the source.
#[derive(Clone, Debug)]
struct Line<'a> {
    text: &'a str,
    start: usize,
    /// Whether it begins a clause of a text whose clauses are numbered in order ("2.2 We …").
    is_clause: bool,
}

impl Line<'_> {
    /// Byte range in the source, without white space at the ends.
    fn span(&self) -> Range<usize> {
        let lead = self.text.len() - self.text.trim_start().len();
        self.start + lead..self.start + self.text.trim_end().len().max(lead)
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Number of characters, without white space at the ends.
    fn length(&self) -> usize {
        self.text.trim().chars().count()
    }

    /// Returns the heading level of the line before if this is a line of `=`, `-` or the like.
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

    /// Returns the text after a bullet or list number.
    fn item_text(&self) -> Option<&str> {
        let text = self.text.trim();
        let length = numbering(text, false)?;
        text.get(length..).filter(|t| !t.is_empty())
    }

    /// Number of white-space characters at the start.
    fn indent(&self) -> usize {
        self.text.chars().take_while(|c| c.is_whitespace()).count()
    }
}

/// Reads plain text.
pub(super) fn read(source: &str) -> Vec<Piece> {
    let mut lines = without_running_lines(source, lines(source));
    find_clauses(&mut lines);
    let width = lines.iter().map(Line::length).max().unwrap_or_default();
    let mut reader = Reader {
        pieces: Vec::new(),
        wrapped: width <= WRAPPED,
        width,
        hyphens: Hyphens::of(lines.iter().map(|line| line.text)),
        indents: Vec::new(),
    };
    for group in lines.split(Line::is_blank) {
        reader.group(group);
    }
    reader.pieces
}

fn lines(source: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    source
        .split(['\n', PAGE])
        .map(|text| {
            let line = Line {
                text,
                start,
                is_clause: false,
            };
            start += text.len() + 1;
            line
        })
        .collect()
}

/// Removes the headers and footers that stand beside the breaks of pages.
fn without_running_lines<'a>(source: &str, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let begins_page = |line: &Line<'_>| {
        let before = source.get(..line.start);
        before.is_some_and(|before| before.ends_with(PAGE))
    };
    let starts: Vec<usize> = (0..lines.len())
        .filter(|at| begins_page(&lines[*at]))
        .collect();
    let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
    let mut gone = paged::running(&texts, &starts).into_iter();
    let stays = |_: &Line<'_>| gone.next() != Some(true);
    lines.into_iter().filter(stays).collect()
}

struct Reader {
    pieces: Vec<Piece>,
    wrapped: bool,
    /// Characters of the longest line.
    width: usize,
    hyphens: Hyphens,
    /// Indents in characters of the open list items, outermost first.
    indents: Vec<usize>,
}

impl Reader {
    /// Reads the lines between two blank lines.
    fn group(&mut self, lines: &[Line<'_>]) {
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let underlined = lines.get(at + 1).and_then(Line::underline_level);
            if let (Some(level), None) = (underlined, line.underline_level()) {
                let role = Role::Heading {
                    level,
                    recovered: true,
                };
                self.push(line.text, line, line.span(), role);
                at += 2;
                continue;
            }
            if line.underline_level().is_some() {
                at += 1;
                continue;
            }
            let length = self.passage_length(lines.get(at..).unwrap_or_default());
            self.passage(lines.get(at..at + length).unwrap_or_default());
            at += length;
        }
    }

    /// Returns how many lines belong to the passage that starts with the first line.
    fn passage_length(&self, lines: &[Line<'_>]) -> usize {
        let Some(first) = lines.first() else {
            return 1;
        };
        if !self.wrapped || is_capitals(first.text) {
            return 1;
        }
        let is_item = first.item_text().is_some() || first.is_clause;
        let opens = !is_item && self.ends_early(first) && is_title(first.text.trim());
        let goes_on = lines
            .get(1)
            .is_some_and(|next| length_in_words(next.text) > 3);
        // A title at the start of a file, and a date, are one line each.
        if (opens && self.pieces.is_empty()) || is_date_line(first) || is_page(first) {
            return 1;
        }
        if opens && goes_on && lines.get(1).is_some_and(|next| !self.ends_early(next)) {
            return 1;
        }
        let goes_on = |pair: &&[Line<'_>]| match pair {
            [above, line] => {
                let is_title = is_capitals(line.text) && self.ends_early(above);
                let is_own = is_date_line(line)
                    || is_page(line)
                    || line.is_clause
                    || (self.ends_early(line) && begins_part(line.text.trim()))
                    || is_title;
                line.item_text().is_none() && line.underline_level().is_none() && !is_own
            }
            _ => false,
        };
        let more = lines.windows(2).take_while(goes_on).count();
        1 + more
    }

    /// Whether a line was ended on purpose: it is shorter than 60 % of the longest one.
    fn ends_early(&self, line: &Line<'_>) -> bool {
        line.length() * 5 < self.width * 3
    }

    /// Reads the lines of one passage.
    fn passage(&mut self, lines: &[Line<'_>]) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return;
        };
        let (kind, depth) = if first.item_text().is_some() {
            (BlockKind::ListItem, self.depth(first.indent()))
        } else {
            self.indents.clear();
            (BlockKind::Paragraph, 0)
        };
        let role = Role::Block { kind, depth };
        let mut text = String::new();
        for line in lines {
            match self.hyphens.between(&text, line.text) {
                Joint::Space => text.push(' '),
                Joint::Hyphen => {}
                Joint::Cut(length) => text.truncate(text.len().saturating_sub(length)),
            }
            text.push_str(line.text.trim());
        }
        let ends_early = lines.len() > 1 && self.ends_early(first);
        let title = Inline::plain(first.text).text.len();
        self.push(&text, first, first.span().start..last.span().end, role);
        // Where the first line was ended on purpose, it may be a title, or all are an address.
        if let Some(piece) = self
            .pieces
            .last_mut()
            .filter(|p| ends_early && p.is_paragraph())
            && piece
                .inline
                .text
                .get(title..)
                .is_some_and(|rest| rest.starts_with(' '))
        {
            let at = title;
            piece.inline.breaks.push(Break { at, marked: false });
        }
    }

    /// Returns the nesting depth of a list item with an indent of so many characters.
    fn depth(&mut self, indent: usize) -> u8 {
        while self.indents.last().is_some_and(|last| *last > indent) {
            self.indents.pop();
        }
        if self.indents.last().is_none_or(|last| *last < indent) {
            self.indents.push(indent);
        }
        u8::try_from(self.indents.len() - 1).unwrap_or(u8::MAX)
    }

    fn push(&mut self, text: &str, first: &Line<'_>, span: Range<usize>, role: Role) {
        let bulleted = text.trim();
        // A number is part of the text, a bullet is not.
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
                ordinal: None,
                indent: u16::try_from(first.indent()).unwrap_or(u16::MAX),
                span,
            });
        }
    }
}

/// Whether a line is the title of a part: "§ 2 Cookies", "Part B: Members".
fn begins_part(text: &str) -> bool {
    number(text).is_some_and(|number| number.kind.is_explicit()) && is_title(text)
}

/// Whether a line is only the number of its page.
fn is_page(line: &Line<'_>) -> bool {
    const LABEL: usize = 6;
    length_in_words(line.text) <= LABEL && paged::is_page_number(line.text.trim())
}

/// Marks the lines that begin with the next number of a series of clauses: "2.2" behind "2.1". In
/// running text a line may begin with a number, but not with that one.
fn find_clauses(lines: &mut [Line<'_>]) {
    let mut last: Vec<u32> = Vec::new();
    for line in lines {
        let Some(number) = clause_number(line.text.trim()) else {
            continue;
        };
        let is_next = follows(&last, &number);
        line.is_clause = is_next && number.len() > 1;
        if is_next || number.len() == 1 {
            last = number;
        }
    }
}

/// The numbers at the start of "2.2 We …" or "3. Use".
fn clause_number(text: &str) -> Option<Vec<u32>> {
    let (label, rest) = text.split_once(char::is_whitespace)?;
    let is_dotted = label.ends_with('.');
    let groups = label.strip_suffix('.').unwrap_or(label).split('.');
    let is_group = |g: &str| (1..=2).contains(&g.len()) && g.bytes().all(|b| b.is_ascii_digit());
    let numbers: Option<Vec<u32>> = groups
        .map(|group| group.parse().ok().filter(|_| is_group(group)))
        .collect();
    let begins = rest
        .trim_start()
        .starts_with(|c: char| !c.is_ascii_digit() && !c.is_lowercase());
    numbers.filter(|numbers| begins && (is_dotted || numbers.len() > 1))
}

/// Whether a clause may come next: its number, or one above it, grows by one or little more, and
/// what is below begins with 1.
fn follows(last: &[u32], next: &[u32]) -> bool {
    const SKIPPED: u32 = 2;
    let equal = last.iter().zip(next).take_while(|(a, b)| a == b).count();
    let Some((number, below)) = next.get(equal..).and_then(<[u32]>::split_first) else {
        return false;
    };
    let before = last.get(equal).copied().unwrap_or_default();
    let grows = *number > before && (last.is_empty() || *number - before <= 1 + SKIPPED);
    grows && below.iter().all(|number| *number == 1)
}

/// Whether a line is only a date, such as "Last updated: 3 May 2020".
fn is_date_line(line: &Line<'_>) -> bool {
    const LABEL: usize = 8;
    length_in_words(line.text) <= LABEL && !dates::find(line.text).is_empty()
}
