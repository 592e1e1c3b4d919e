//! Finds the text of a parsed tree in its source.
//!
//! html5ever does not tell the position of a text node, but keeps the order of the source, so one
//! pass over source and tree in parallel finds nearly all text. A full tokenizer was rejected:
//! this needs only tags, comments and character references.

use super::markup::markup_length;
use super::tree::{Node, Tree};
use std::ops::Range;

/// Returns, for every item of the tree, the byte range of its text in `source`. The range is empty
/// for elements and for text that is not found. Starts never decrease.
pub(super) fn locate(tree: &Tree, source: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::with_capacity(tree.items.len());
    let mut cursor = 0;
    // Text that the parser moved is not found, and each such search would read to the end of the
    // source. All searches together may read 16 times its length.
    let mut budget = source.len().saturating_mul(16);
    let mut machine_end = 0;
    for (at, item) in tree.items.iter().enumerate() {
        let mut span = cursor..cursor;
        match &item.node {
            Node::Text(text) if at >= machine_end && !text.trim().is_empty() => {
                if let Some(found) = find(source, cursor, text, &mut budget) {
                    cursor = found.end;
                    span = found;
                }
            }
            node if node.is_code_for_machines() && node.name() != "head" => {
                machine_end = machine_end.max(item.end);
            }
            _ => {}
        }
        spans.push(span);
    }
    spans
}

/// Visible characters below which a text is short: such a text can occur in many places, so it is
/// searched for only in the next [`SHORT_REACH`] visible characters.
const SHORT_TEXT: usize = 12;
const SHORT_REACH: usize = 400;

/// Returns the byte range of the first `text` in `source` at or after the byte `from`. `budget` is
/// the number of bytes that may still be read.
fn find(source: &str, from: usize, text: &str, budget: &mut usize) -> Option<Range<usize>> {
    let short = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(SHORT_TEXT)
        .count()
        < SHORT_TEXT;
    let mut glyphs = Glyphs { source, at: from };
    let mut tried = 0;
    loop {
        let start = glyphs.at;
        let (range, _) = glyphs.next_visible()?;
        if let Some((end, read)) = match_at(source, range.start, text) {
            *budget = budget.saturating_sub(read);
            return Some(range.start..end);
        }
        tried += 1;
        *budget = budget.saturating_sub(glyphs.at - start);
        if *budget == 0 || (short && tried > SHORT_REACH) {
            return None;
        }
    }
}

/// Returns the end of `text` and the number of bytes read if it begins at the byte `from`.
fn match_at(source: &str, from: usize, text: &str) -> Option<(usize, usize)> {
    let mut glyphs = Glyphs { source, at: from };
    let mut end = from;
    for wanted in text.chars().filter(|c| !c.is_whitespace()) {
        let (range, glyph) = glyphs.next_visible()?;
        if matches!(glyph, Glyph::Char(c) if c != wanted) {
            return None;
        }
        end = range.end;
    }
    Some((end, end - from))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Glyph {
    Char(char),
    /// A named character reference; it is not resolved and matches any character.
    Any,
}

/// The visible characters of HTML source.
struct Glyphs<'a> {
    source: &'a str,
    at: usize,
}

impl Glyphs<'_> {
    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// Returns the next character that is not white space, markup or code, and its byte range.
    fn next_visible(&mut self) -> Option<(Range<usize>, Glyph)> {
        loop {
            let c = self.rest().chars().next()?;
            let start = self.at;
            match c {
                '<' => {
                    if let Some(length) = markup_length(self.rest()) {
                        self.at += length;
                        continue;
                    }
                    self.at += 1;
                }
                '&' => {
                    let (length, glyph) = reference(self.rest());
                    self.at += length;
                    if matches!(glyph, Glyph::Char(c) if c.is_whitespace()) {
                        continue;
                    }
                    return Some((start..self.at, glyph));
                }
                c => self.at += c.len_utf8(),
            }
            if !c.is_whitespace() {
                return Some((start..self.at, Glyph::Char(c)));
            }
        }
    }
}

/// Returns the length in bytes and the meaning of the character reference at the start of `rest`.
fn reference(rest: &str) -> (usize, Glyph) {
    const LONGEST: usize = 32;
    let inside = rest.get(1..).unwrap_or_default();
    let length = inside
        .bytes()
        .take(LONGEST)
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#')
        .count();
    if length == 0 {
        return (1, Glyph::Char('&'));
    }
    let name = inside.get(..length).unwrap_or_default();
    let closed = inside.as_bytes().get(length) == Some(&b';');
    let total = 1 + length + usize::from(closed);
    let glyph = match name {
        "nbsp" | "ensp" | "emsp" | "thinsp" => Glyph::Char(' '),
        _ => match numeric(name) {
            Some(c) => Glyph::Char(c),
            None if closed => Glyph::Any,
            None => return (1, Glyph::Char('&')),
        },
    };
    (total, glyph)
}

/// Returns the character of a numeric reference such as `#8217` or `#x2019`.
fn numeric(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code)
}
