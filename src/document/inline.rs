//! Display text in the making: folds white space, keeps marks and line breaks.
//!
//! Every reader writes through [`InlineBuilder`], so that Markdown, HTML and plain text fold
//! white space by one rule. Folding afterwards was rejected: marks would have to be shifted.

use super::model::{Mark, MarkKind};
use std::cmp::Reverse;

/// Display text with its inline formatting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inline {
    /// White space folded to single spaces, none at the ends.
    pub(super) text: String,
    /// Ordered by start, longer first.
    pub(super) marks: Vec<Mark>,
    /// Byte positions of the spaces that stand for hard line breaks.
    pub(super) breaks: Vec<usize>,
}

impl Inline {
    /// Text without formatting.
    pub(super) fn plain(text: &str) -> Self {
        let mut builder = InlineBuilder::default();
        builder.push(text);
        builder.finish()
    }

    /// Whether marks chosen by `wanted` cover every letter and digit of the text.
    pub(super) fn covered_by(&self, wanted: impl Fn(&MarkKind) -> bool) -> bool {
        self.covered_from(0, wanted)
    }

    /// As [`Self::covered_by`], for the text from a byte position on.
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

    fn has_words(&self, from: usize, to: usize) -> bool {
        from < to
            && self
                .text
                .get(from..to)
                .is_some_and(|gap| gap.chars().any(char::is_alphanumeric))
    }

    /// Cuts off a link at the end that shows only a sign, as headings have one to link to
    /// themselves.
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
            self.text.truncate(end);
            self.marks.retain(|m| m.range.start < end);
            for mark in &mut self.marks {
                mark.range.end = mark.range.end.min(end);
            }
        }
        self
    }

    /// Splits at a byte position that holds a space; marks across it are cut in two.
    pub(super) fn split_at_space(self, at: usize) -> (Self, Self) {
        let (Some(head), Some(tail)) = (self.text.get(..at), self.text.get(at + 1..)) else {
            return (self, Self::default());
        };
        let mut left = Self {
            text: head.to_owned(),
            ..Self::default()
        };
        let mut right = Self {
            text: tail.to_owned(),
            ..Self::default()
        };
        let shift = at + 1;
        for mark in self.marks {
            if mark.range.start < at {
                left.marks.push(Mark {
                    range: mark.range.start..mark.range.end.min(at),
                    kind: mark.kind.clone(),
                });
            }
            if mark.range.end > shift {
                right.marks.push(Mark {
                    range: mark.range.start.max(shift) - shift..mark.range.end - shift,
                    kind: mark.kind,
                });
            }
        }
        left.breaks = self.breaks.iter().copied().filter(|b| *b < at).collect();
        right.breaks = self
            .breaks
            .iter()
            .filter(|b| **b > at)
            .map(|b| b - shift)
            .collect();
        (left, right)
    }
}

/// Collects text and marks of one passage.
#[derive(Debug, Default)]
pub(super) struct InlineBuilder {
    text: String,
    marks: Vec<Mark>,
    open: Vec<(usize, MarkKind)>,
    breaks: Vec<usize>,
    pending_space: bool,
    pending_breaks: usize,
}

impl InlineBuilder {
    /// Adds text; any run of white space becomes one space.
    pub(super) fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                self.pending_space = true;
                continue;
            }
            if self.pending_space {
                self.place_space();
            }
            self.text.push(c);
        }
    }

    fn place_space(&mut self) {
        if !self.text.is_empty() {
            if self.pending_breaks > 0 {
                self.breaks.push(self.text.len());
            }
            self.text.push(' ');
        }
        self.pending_space = false;
        self.pending_breaks = 0;
    }

    /// A line break that the author asked for; returns how many stand in a row now.
    pub(super) fn hard_break(&mut self) -> usize {
        self.pending_space = true;
        self.pending_breaks += 1;
        self.pending_breaks
    }

    /// Starts a mark at the current position.
    pub(super) fn open(&mut self, kind: MarkKind) {
        self.open.push((self.text.len(), kind));
    }

    /// Ends the innermost open mark that `matches`; without one, nothing happens.
    pub(super) fn close(&mut self, matches: impl Fn(&MarkKind) -> bool) {
        if let Some(at) = self.open.iter().rposition(|(_, kind)| matches(kind)) {
            let (start, kind) = self.open.remove(at);
            self.mark(start, kind);
        }
    }

    /// Forgets marks that nothing will end any more.
    pub(super) fn forget_open(&mut self) {
        self.open.clear();
    }

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

    /// The passage so far; marks still open end here and are opened again for the next one.
    pub(super) fn finish(&mut self) -> Inline {
        let open = std::mem::take(&mut self.open);
        for (start, kind) in &open {
            self.mark(*start, kind.clone());
        }
        self.open = open.into_iter().map(|(_, kind)| (0, kind)).collect();
        self.pending_space = false;
        self.pending_breaks = 0;
        let mut marks = std::mem::take(&mut self.marks);
        marks.sort_by_key(|m| (m.range.start, Reverse(m.range.end)));
        Inline {
            text: std::mem::take(&mut self.text),
            marks,
            breaks: std::mem::take(&mut self.breaks),
        }
    }
}
