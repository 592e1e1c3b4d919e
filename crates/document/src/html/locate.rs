//! Finds the text of a parsed tree again in its source.
//!
//! Neither the browser's parser nor html5ever tells where a text node stood. Both keep the
//! order of the source, so one pass over source and tree side by side finds nearly all of it; a
//! tokenizer of our own was rejected, since this needs only tags, comments and references.

use super::Node;
use super::tree::{Tree, is_code_for_machines};
use std::ops::Range;

/// For every item of the tree the byte range of its text in `source`; empty for elements and
/// for text that cannot be found. Starts never decrease.
pub(super) fn locate(tree: &Tree<'_>, source: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::with_capacity(tree.items.len());
    let mut cursor = 0;
    // Text that is not in the source (moved by the parser) would be searched to the end each
    // time: all searches together may read the source this often.
    let mut budget = source.len().saturating_mul(16);
    let mut machine_end = 0;
    for (at, item) in tree.items.iter().enumerate() {
        let mut span = cursor..cursor;
        match item.node {
            Node::Text(text) if at >= machine_end && !text.trim().is_empty() => {
                if let Some(found) = find(source, cursor, text, &mut budget) {
                    cursor = found.end;
                    span = found;
                }
            }
            Node::Element { name, .. } if is_code_for_machines(name) && name != "head" => {
                machine_end = machine_end.max(item.end);
            }
            _ => {}
        }
        spans.push(span);
    }
    spans
}

/// Letters a short text may be away: it occurs in many places, a long one does not.
const SHORT_TEXT: usize = 12;
const SHORT_REACH: usize = 400;

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

/// The end of `text` in the source if it begins at `from`, and the bytes read.
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
    /// A character reference that is not resolved here: stands for any character.
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

    /// The next character that is not white space, markup or code.
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

/// Length of the tag, comment or declaration that `rest` begins with; a script or style goes up
/// to its end tag. `None` where the `<` is text.
pub(crate) fn markup_length(rest: &str) -> Option<usize> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return Some(comment.find("-->").map_or(rest.len(), |end| end + 7));
    }
    let next = rest.as_bytes().get(1)?;
    match next {
        b'!' | b'?' => Some(rest.find('>').map_or(rest.len(), |end| end + 1)),
        b'/' => Some(tag_length(rest)),
        b if b.is_ascii_alphabetic() => {
            let length = tag_length(rest);
            let name = tag_name(rest.get(1..).unwrap_or_default());
            if ["script", "style"]
                .iter()
                .any(|raw| name.eq_ignore_ascii_case(raw))
            {
                return Some(raw_end(rest, length, name));
            }
            Some(length)
        }
        _ => None,
    }
}

/// The name at the start of a tag's inside.
pub(crate) fn tag_name(inside: &str) -> &str {
    let end = inside
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .unwrap_or(inside.len());
    inside.get(..end).unwrap_or_default()
}

fn tag_length(rest: &str) -> usize {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    rest.len()
}

fn raw_end(rest: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = rest.get(at..).and_then(|r| r.find("</")) {
        at += found + 2;
        let inside = rest.get(at..).unwrap_or_default();
        if tag_name(inside).eq_ignore_ascii_case(name) {
            return at + inside.find('>').map_or(inside.len(), |end| end + 1);
        }
    }
    rest.len()
}

/// Length and meaning of the character reference that `rest` begins with.
fn reference(rest: &str) -> (usize, Glyph) {
    // The longest named reference in use is far shorter.
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

fn numeric(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code)
}
