//! The signs of Markdown that mark emphasis and links, where they stand in the source.
//!
//! Only what is needed to correct them is told: a stretch of text ends at a blank line or where
//! another block begins; what is escaped, code, a tag or an address is passed over.

use crate::inline::is_filler;
use crate::source::front_matter::line_from;

/// A sign, or the end of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// `**` or `_`.
    Mark(Mark),
    /// `[`
    Open(usize),
    /// `]`, or `](target)` with the byte behind it.
    Close(usize, Option<usize>),
    /// A blank line: the same element may go on behind it.
    Blank(usize),
    /// Another block begins: a heading, an item of a list, a cell of a table.
    Block(usize),
}

/// A mark of emphasis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// First byte in the source.
    pub(crate) at: usize,
    pub(crate) kind: Kind,
    pub(crate) before: Side,
    pub(crate) after: Side,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `**`
    Strong,
    /// `_`
    Emphasis,
}

impl Kind {
    /// Bytes of the mark.
    pub(crate) fn length(self) -> usize {
        match self {
            Self::Strong => 2,
            Self::Emphasis => 1,
        }
    }
}

/// What is next to a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Space,
    /// Punctuation.
    Point,
    Letter,
    /// Another mark of the same run.
    Same,
}

impl Side {
    fn of(c: Option<char>) -> Self {
        match c {
            Some(c) if c.is_alphanumeric() => Self::Letter,
            Some(c) if !c.is_whitespace() => Self::Point,
            _ => Self::Space,
        }
    }
}

impl Mark {
    pub(crate) fn end(&self) -> usize {
        self.at + self.kind.length()
    }

    /// Whether CommonMark lets this mark open emphasis.
    pub(crate) fn opens(&self) -> bool {
        self.flanks(self.before, self.after)
    }

    /// Whether CommonMark lets this mark close emphasis.
    pub(crate) fn closes(&self) -> bool {
        self.flanks(self.after, self.before)
    }

    /// Whether the mark belongs to the word on its inner side.
    fn flanks(&self, outer: Side, inner: Side) -> bool {
        let within_word = outer == Side::Letter;
        match inner {
            _ if outer == Side::Same => false,
            Side::Space | Side::Same => false,
            Side::Point => !within_word,
            Side::Letter => self.kind == Kind::Strong || !within_word,
        }
    }

    /// Whether there is white space on both sides.
    pub(crate) fn is_loose(&self) -> bool {
        self.before == Side::Space && self.after == Side::Space
    }
}

/// All signs of a source, in order.
pub(crate) fn signs(source: &str) -> Vec<Sign> {
    let mut found = Vec::new();
    let mut fence: Option<&str> = None;
    let mut at = 0;
    let mut above = Line::Other;
    for line in source.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let text = line.trim_matches(|c: char| c.is_whitespace() || is_filler(c));
        let ticks = ["```", "~~~"].into_iter().find(|f| text.starts_with(f));
        if ticks.is_some() && fence.is_none_or(|open| text.starts_with(open)) {
            fence = ticks.filter(|_| fence.is_none());
            found.push(Sign::Block(start));
            continue;
        }
        if fence.is_some() {
            continue;
        }
        let kind = Line::of(text);
        match kind {
            Line::Blank => found.push(Sign::Blank(start)),
            Line::Heading | Line::Item | Line::Row => found.push(Sign::Block(start)),
            Line::Other if above == Line::Heading => found.push(Sign::Block(start)),
            Line::Other => {}
        }
        above = kind;
        Scan {
            source,
            at: start,
            end: at,
            found: &mut found,
        }
        .line(kind == Line::Row);
    }
    found
}

/// What a line begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Blank,
    Heading,
    Item,
    Row,
    Other,
}

impl Line {
    fn of(text: &str) -> Self {
        let label = text.split(' ').next().unwrap_or_default();
        let is_number = |l: &str| !l.is_empty() && l.bytes().all(|b| b.is_ascii_digit());
        if text.is_empty() {
            Self::Blank
        } else if text.starts_with('#') {
            Self::Heading
        } else if text.starts_with('|') {
            Self::Row
        } else if matches!(label, "*" | "-" | "+" | ">")
            || label.strip_suffix(['.', ')']).is_some_and(is_number)
        {
            Self::Item
        } else {
            Self::Other
        }
    }
}

/// Finds the signs of one line.
struct Scan<'a> {
    source: &'a str,
    at: usize,
    end: usize,
    found: &'a mut Vec<Sign>,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        self.source.get(self.at..self.end).unwrap_or_default()
    }

    fn line(&mut self, is_row: bool) {
        const SIGNS: [char; 10] = ['\\', '`', '<', '[', ']', '*', '_', '|', ':', '!'];
        while let Some(skip) = self.rest().find(SIGNS) {
            self.at += skip;
            let rest = self.rest();
            let length = match rest.as_bytes() {
                [b'\\', next, ..] if next.is_ascii_punctuation() => 2,
                [b'`', ..] => self.code(),
                [b'<', next, ..] if next.is_ascii_alphabetic() || *next == b'/' => {
                    line_from(self.source, self.at)
                        .find('>')
                        .map_or(1, |end| end + 1)
                }
                [b':', b'/', b'/', ..] => address_length(rest),
                [b'[', ..] => {
                    self.found.push(Sign::Open(self.at));
                    1
                }
                [b']', ..] => self.close(),
                [b'|', ..] if is_row => {
                    self.found.push(Sign::Block(self.at));
                    1
                }
                [b'*' | b'_', ..] => self.marks(),
                _ => 1,
            };
            self.at = (self.at + length).min(self.end);
        }
    }

    /// Bytes of a code span, or of its ticks if nothing closes it.
    fn code(&self) -> usize {
        let rest = self.rest();
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        let (open, inside) = rest.split_at(ticks);
        inside.find(open).map_or(ticks, |end| end + 2 * ticks)
    }

    fn close(&mut self) -> usize {
        let line = line_from(self.source, self.at);
        let target = line.strip_prefix("](").and_then(target_length);
        let length = target.map_or(1, |length| length + 2);
        let end = target.map(|_| self.at + length);
        self.found.push(Sign::Close(self.at, end));
        length
    }

    /// A run of stars or underscores; returns its length in bytes.
    fn marks(&mut self) -> usize {
        let rest = self.rest();
        let sign = rest.chars().next().unwrap_or_default();
        let length = rest.len() - rest.trim_start_matches(sign).len();
        let before = self
            .source
            .get(..self.at)
            .and_then(|t| t.chars().next_back());
        let after = rest.get(length..).and_then(|t| t.chars().next());
        let (before, after) = (Side::of(before), Side::of(after));
        let mark = |at, kind, before, after| {
            Sign::Mark(Mark {
                at,
                kind,
                before,
                after,
            })
        };
        match (sign, length) {
            ('*', 2) => self.found.push(mark(self.at, Kind::Strong, before, after)),
            ('*', 4) => self.found.extend([
                mark(self.at, Kind::Strong, before, Side::Same),
                mark(self.at + 2, Kind::Strong, Side::Same, after),
            ]),
            ('_', 1) => self
                .found
                .push(mark(self.at, Kind::Emphasis, before, after)),
            _ => {}
        }
        length
    }
}

/// Bytes of an address from its `://` on.
fn address_length(rest: &str) -> usize {
    let ends = |c: char| c.is_whitespace() || matches!(c, '*' | ')' | ']' | '<' | '>' | '|' | '"');
    rest.find(ends).unwrap_or(rest.len())
}

/// Bytes of a link's target with its closing bracket.
fn target_length(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at + 1),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}
