//! The formatting at every position of some blocks, by which runs are cut.

use std::ops::Range;

use super::{Link, Style};
use model::{Block, MarkKind};

/// Walks through the joined text of some blocks and knows the formatting at every position.
pub(super) struct Styles<'a> {
    /// Marks with ranges in the joined text, by start.
    marks: Vec<(Range<usize>, &'a MarkKind)>,
    /// The first mark not begun yet.
    next: usize,
    /// Begun and not ended.
    open: Vec<usize>,
    position: usize,
}

impl<'a> Styles<'a> {
    pub(super) fn new(blocks: &[&'a Block]) -> Self {
        let mut marks = Vec::new();
        let mut start = 0;
        for block in blocks {
            for mark in &block.marks {
                marks.push((mark.range.start + start..mark.range.end + start, &mark.kind));
            }
            // One line feed stands between two blocks.
            start += block.text.len() + 1;
        }
        Self {
            marks,
            next: 0,
            open: Vec::new(),
            position: 0,
        }
    }

    /// Passes over so many bytes.
    pub(super) fn skip(&mut self, length: usize) {
        self.position += length;
    }

    /// Hands out `text`, which stands at the position, in pieces of one formatting each.
    pub(super) fn cut(&mut self, text: &str, mut piece: impl FnMut(&str, &Style)) {
        let end = self.position + text.len();
        let mut rest = text;
        while !rest.is_empty() {
            self.settle();
            let stop = self.next_boundary().min(end).saturating_sub(self.position);
            // A mark that does not end between two characters is ignored until one that does.
            let (head, tail) = rest.split_at_checked(stop.max(1)).unwrap_or((rest, ""));
            piece(head, &self.style());
            self.position += head.len();
            rest = tail;
        }
        self.position = end;
    }

    fn settle(&mut self) {
        while self
            .marks
            .get(self.next)
            .is_some_and(|(range, _)| range.start <= self.position)
        {
            self.open.push(self.next);
            self.next += 1;
        }
        let (marks, position) = (&self.marks, self.position);
        self.open.retain(|&mark| marks[mark].0.end > position);
    }

    fn next_boundary(&self) -> usize {
        let start = self.marks.get(self.next).map(|(range, _)| range.start);
        let ends = self.open.iter().map(|&mark| self.marks[mark].0.end);
        ends.chain(start).min().unwrap_or(usize::MAX)
    }

    fn style(&self) -> Style {
        let mut style = Style::default();
        for &mark in &self.open {
            match self.marks[mark].1 {
                MarkKind::Strong => style.strong = true,
                MarkKind::Emphasis => style.emphasis = true,
                MarkKind::Code => style.code = true,
                MarkKind::Link(target) => style.link = Some(Link::Published(target.clone())),
            }
        }
        style
    }
}
