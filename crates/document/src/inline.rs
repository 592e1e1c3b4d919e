//! Builds display text: folds white space, keeps marks and line breaks.
//!
//! Every reader writes through [`InlineBuilder`], so that Markdown, HTML and plain text fold white
//! space by the same rule. Folding afterwards was rejected: marks would have to be shifted.

use crate::hyphens::Joint;
use model::{Mark, MarkKind};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::ops::Range;

/// Display text with its inline formatting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Inline {
    /// Text with white space folded to single spaces and trimmed.
    pub(super) text: String,
    /// Ordered by start, longer first.
    pub(super) marks: Vec<Mark>,
    /// Line breaks, in order.
    pub(super) breaks: Vec<Break>,
}

/// A line break inside a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Break {
    /// Byte position of the space that replaces it.
    pub(super) at: usize,
    /// Whether it comes from markup; otherwise it is only the end of a line in the source.
    pub(super) marked: bool,
}

impl Inline {
    /// Text without formatting.
    pub(super) fn plain(text: &str) -> Self {
        let mut builder = InlineBuilder::default();
        builder.push(text);
        builder.finish()
    }

    /// Whether the marks that `wanted` accepts cover every letter and digit of the text.
    pub(super) fn covered_by(&self, wanted: impl Fn(&MarkKind) -> bool) -> bool {
        self.covered_from(0, wanted)
    }

    /// Like [`Self::covered_by`], but only for the text from the byte `start` on.
    pub(super) fn covered_from(&self, start: usize, wanted: impl Fn(&MarkKind) -> bool) -> bool {
        let mut covered_to = start;
        for mark in self.marks.iter().filter(|m| wanted(&m.kind)) {
            if self.has_words(covered_to, mark.range.start) {
                return false;
            }
            covered_to = covered_to.max(mark.range.end);
        }
        covered_to > start && !self.has_words(covered_to, self.text.len())
    }

    /// Whether a byte range has any letters or digits.
    fn has_words(&self, from: usize, to: usize) -> bool {
        from < to
            && self
                .text
                .get(from..to)
                .is_some_and(|gap| gap.chars().any(char::is_alphanumeric))
    }

    /// Removes a link at the end without letters or digits, such as a heading's link to itself.
    pub(super) fn without_anchor(mut self) -> Self {
        let Some(anchor) = self
            .marks
            .iter()
            .find(|m| matches!(m.kind, MarkKind::Link(_)) && m.range.end == self.text.len())
        else {
            return self;
        };
        let start = anchor.range.start;
        if start > 0 && !self.has_words(start, self.text.len()) {
            let end = self.text.get(..start).map_or(0, |t| t.trim_end().len());
            self.cut(end);
        }
        self
    }

    /// Adds the text of the passage behind.
    pub(super) fn append(&mut self, next: &Self, joint: Joint) {
        match joint {
            Joint::Space => self.text.push(' '),
            Joint::Hyphen => {}
            Joint::Cut(length) => self.cut(self.text.len().saturating_sub(length)),
        }
        let start = self.text.len();
        self.text.push_str(&next.text);
        let moved = next.marks.iter().map(|mark| Mark {
            range: start + mark.range.start..start + mark.range.end,
            kind: mark.kind.clone(),
        });
        self.marks.extend(moved);
        let breaks = next.breaks.iter();
        self.breaks.extend(breaks.map(|b| Break {
            at: start + b.at,
            ..*b
        }));
    }

    /// Ends the text, and its marks, at a byte.
    fn cut(&mut self, end: usize) {
        self.text.truncate(end);
        self.marks.retain(|m| m.range.start < end);
        for mark in &mut self.marks {
            mark.range.end = mark.range.end.min(end);
        }
    }

    /// Replaces a byte range of the text on character boundaries; marks and breaks keep their place.
    pub(super) fn replace(&mut self, range: Range<usize>, with: &str) {
        let moved = |at: usize, inside: usize| match at {
            at if at <= range.start => at,
            at if at < range.end => inside,
            at => at - range.len() + with.len(),
        };
        self.text.replace_range(range.clone(), with);
        let end = range.start + with.len();
        for mark in &mut self.marks {
            mark.range = moved(mark.range.start, range.start)..moved(mark.range.end, end);
        }
        for line in &mut self.breaks {
            line.at = moved(line.at, end);
        }
        self.marks.retain(|mark| !mark.range.is_empty());
        let spaces = self.text.as_bytes();
        self.breaks
            .retain(|line| spaces.get(line.at) == Some(&b' '));
    }

    /// Splits the text, and marks in it, at the byte positions `cuts`: sorted positions of spaces.
    pub(super) fn split_at_spaces(&self, cuts: &[usize]) -> Vec<Self> {
        let mut parts = Vec::with_capacity(cuts.len() + 1);
        let mut start = 0;
        for end in cuts.iter().copied().chain([self.text.len()]) {
            parts.push(self.part(start..end));
            start = end + 1;
        }
        parts
    }

    /// Returns a byte range of the text, with its marks; empty if the range is invalid.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let Some(text) = self.text.get(range.clone()) else {
            return Self::default();
        };
        let inside = |at: usize| at.clamp(range.start, range.end) - range.start;
        let marks = self.marks.iter().map(|mark| Mark {
            range: inside(mark.range.start)..inside(mark.range.end),
            kind: mark.kind.clone(),
        });
        let moved = |b: &Break| Break {
            at: b.at - range.start,
            ..*b
        };
        let breaks = self.breaks.iter().filter(|b| range.contains(&b.at));
        Self {
            text: text.to_owned(),
            marks: marks.filter(|mark| !mark.range.is_empty()).collect(),
            breaks: breaks.map(moved).collect(),
        }
    }
}

/// What editors of pages leave in an empty line: it joins or parts letters, and has none beside it.
pub(super) fn is_filler(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Collects text and marks of one passage.
#[derive(Debug, Default)]
pub(super) struct InlineBuilder {
    text: String,
    marks: Vec<Mark>,
    open: Vec<(usize, MarkKind)>,
    breaks: Vec<Break>,
    pending_space: bool,
    pending_breaks: usize,
    pending_line: bool,
}

impl InlineBuilder {
    /// Adds text. Any run of white space becomes one space.
    pub(super) fn push(&mut self, text: &str) {
        for run in text.split_inclusive(char::is_whitespace) {
            let mut visible = run.trim_end();
            if self.pending_space || self.text.is_empty() {
                visible = visible.trim_start_matches(is_filler);
            }
            if !visible.is_empty() {
                if self.pending_space {
                    self.place_space();
                }
                self.text.push_str(visible);
            }
            self.pending_space |= run.ends_with(char::is_whitespace);
        }
    }

    /// Writes the pending space and records the line break that it replaces.
    fn place_space(&mut self) {
        if !self.text.is_empty() {
            let marked = self.pending_breaks > 0;
            if marked || self.pending_line {
                let at = self.text.len();
                self.breaks.push(Break { at, marked });
            }
            self.text.push(' ');
        }
        self.forget_space();
    }

    fn forget_space(&mut self) {
        self.pending_space = false;
        self.pending_breaks = 0;
        self.pending_line = false;
    }

    /// Adds the end of a line in the source that the author seems to have intended.
    pub(super) fn line_end(&mut self) {
        self.pending_space = true;
        self.pending_line = true;
    }

    /// Adds a line break from markup. Returns how many there are in a row.
    pub(super) fn hard_break(&mut self) -> usize {
        self.pending_space = true;
        self.pending_breaks += 1;
        self.pending_breaks
    }

    /// Starts a mark at the current position.
    pub(super) fn open(&mut self, kind: MarkKind) {
        self.open.push((self.text.len(), kind));
    }

    /// Ends the innermost open mark that `matches` accepts, if any.
    pub(super) fn close(&mut self, matches: impl Fn(&MarkKind) -> bool) {
        if let Some(at) = self.open.iter().rposition(|(_, kind)| matches(kind)) {
            let (start, kind) = self.open.remove(at);
            self.mark(start, kind);
        }
    }

    /// Drops the open marks, which will not be closed any more.
    pub(super) fn forget_open(&mut self) {
        self.open.clear();
    }

    /// Adds a mark from the byte `start` to the end of the text.
    fn mark(&mut self, start: usize, kind: MarkKind) {
        let Some(covered) = self.text.get(start..) else {
            return;
        };
        let start = start + (covered.len() - covered.trim_start().len());
        let end = self.text.len();
        if start < end {
            self.marks.push(Mark {
                range: start..end,
                kind,
            });
        }
    }

    /// Takes the passage so far. Open marks end here and start again with the next passage.
    pub(super) fn finish(&mut self) -> Inline {
        let open = std::mem::take(&mut self.open);
        for (start, kind) in &open {
            self.mark(*start, kind.clone());
        }
        self.open = open.into_iter().map(|(_, kind)| (0, kind)).collect();
        self.forget_space();
        let mut marks = std::mem::take(&mut self.marks);
        marks.sort_by_key(|m| (m.range.start, Reverse(m.range.end)));
        Inline {
            text: std::mem::take(&mut self.text),
            marks,
            breaks: std::mem::take(&mut self.breaks),
        }
    }
}
