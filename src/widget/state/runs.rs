//! A redline as runs of equally marked text.
//!
//! The comparison knows words, the documents know emphasis and links; the page needs both at
//! once, in as few elements as possible. One element per word was rejected: it made pages ten
//! times as heavy as their text.

use std::{ops::Range, rc::Rc};

use model::{Block, BlockId, Change, Document, MarkKind, Op, Segment};

/// A stretch of text with one marking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Whether it stayed, went or came.
    pub op: Op,
    /// The text, never empty. Line feeds stand between joined blocks.
    pub text: Rc<str>,
    /// Its formatting.
    pub style: Style,
    /// True where only quote marks, dashes, white space or capital letters differ: such marks are
    /// drawn faintly, so that they do not drown the others.
    pub faint: bool,
}

/// The formatting of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
    /// Code.
    pub code: bool,
    /// Target of the link, as published.
    pub link: Option<Rc<str>>,
}

/// The redline of a change.
///
/// With `folded`, what the reader asked to hide (replaced terms, and the whole change where
/// `minor`) is shown as the new text without marks.
#[must_use]
pub fn redline(old: &Document, new: &Document, change: &Change, fold: Fold) -> Vec<Run> {
    let mut old_styles = Styles::new(&blocks(old, &change.old));
    let mut new_styles = Styles::new(&blocks(new, &change.new));
    let mut runs = Runs::default();
    for segment in &change.segments {
        let folded = fold.hides(segment);
        match segment.op {
            Op::Equal => {
                old_styles.skip(segment.text.len());
                new_styles.cut(&segment.text, |text, style| {
                    runs.push(Op::Equal, false, text, style);
                });
            }
            Op::Delete if folded => old_styles.skip(segment.text.len()),
            Op::Delete => {
                old_styles.cut(&segment.text, |text, style| {
                    runs.push(Op::Delete, segment.formatting, text, style);
                });
            }
            Op::Insert => {
                let op = if folded { Op::Equal } else { Op::Insert };
                new_styles.cut(&segment.text, |text, style| {
                    runs.push(op, segment.formatting && !folded, text, style);
                });
            }
        }
    }
    runs.finish()
}

/// Which marks are left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// None.
    #[default]
    Nothing,
    /// Those of terms that were replaced throughout, and of formatting.
    Minor,
    /// All of them.
    Everything,
}

impl Fold {
    fn hides(self, segment: &Segment) -> bool {
        match self {
            Self::Nothing => false,
            Self::Minor => segment.term.is_some() || segment.formatting,
            Self::Everything => true,
        }
    }
}

/// The text of a block with its formatting.
#[must_use]
pub fn plain(block: &Block) -> Vec<Run> {
    let mut runs = Runs::default();
    Styles::new(&[block]).cut(&block.text, |text, style| {
        runs.push(Op::Equal, false, text, style);
    });
    runs.finish()
}

/// The redline of a heading.
#[must_use]
pub fn heading(segments: &[Segment]) -> Vec<Run> {
    let mut runs = Runs::default();
    for segment in segments {
        runs.push(
            segment.op,
            segment.formatting,
            &segment.text,
            &Style::default(),
        );
    }
    runs.finish()
}

fn blocks<'a>(document: &'a Document, ids: &[BlockId]) -> Vec<&'a Block> {
    ids.iter()
        .filter_map(|id| document.blocks.get(id.index()))
        .collect()
}

/// Collects runs and joins neighbours with the same marking.
#[derive(Default)]
struct Runs {
    done: Vec<Run>,
    open: Option<Run>,
    text: String,
}

impl Runs {
    fn push(&mut self, op: Op, faint: bool, text: &str, style: &Style) {
        if text.is_empty() {
            return;
        }
        let joins = |open: &Run| open.op == op && open.faint == faint && open.style == *style;
        if !self.open.as_ref().is_some_and(joins) {
            self.close();
            self.open = Some(Run {
                op,
                faint,
                text: Rc::default(),
                style: style.clone(),
            });
        }
        self.text.push_str(text);
    }

    fn close(&mut self) {
        if let Some(mut run) = self.open.take() {
            run.text = std::mem::take(&mut self.text).into();
            self.done.push(run);
        }
    }

    fn finish(mut self) -> Vec<Run> {
        self.close();
        self.done
    }
}

/// Walks through the joined text of some blocks and knows the formatting at every position.
struct Styles<'a> {
    /// Marks with ranges in the joined text, by start.
    marks: Vec<(Range<usize>, &'a MarkKind)>,
    /// The first mark not begun yet.
    next: usize,
    /// Begun and not ended.
    open: Vec<usize>,
    position: usize,
}

impl<'a> Styles<'a> {
    fn new(blocks: &[&'a Block]) -> Self {
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

    fn skip(&mut self, length: usize) {
        self.position += length;
    }

    /// Hands out `text`, which stands at the position, in pieces of one formatting each.
    fn cut(&mut self, text: &str, mut piece: impl FnMut(&str, &Style)) {
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
                MarkKind::Link(target) => style.link = Some(target.as_str().into()),
            }
        }
        style
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{BlockKind, ChangeKind, Mark, SectionId, Weight};

    fn block(text: &str, marks: &[(Range<usize>, MarkKind)]) -> Block {
        Block {
            section: SectionId(0),
            kind: BlockKind::Paragraph,
            depth: 0,
            text: text.into(),
            normal: text.into(),
            marks: marks
                .iter()
                .map(|(range, kind)| Mark {
                    range: range.clone(),
                    kind: kind.clone(),
                })
                .collect(),
            span: 0..0,
        }
    }

    fn document(blocks: Vec<Block>) -> Document {
        Document {
            blocks,
            ..Document::default()
        }
    }

    fn change(segments: &[(Op, &str, Option<usize>)]) -> Change {
        Change {
            address: Default::default(),
            kind: ChangeKind::Edited,
            old: vec![BlockId(0)],
            new: vec![BlockId(0)],
            segments: segments
                .iter()
                .map(|&(op, text, term)| Segment {
                    op,
                    text: text.into(),
                    term,
                    formatting: false,
                })
                .collect(),
            weight: Weight::Substantive,
        }
    }

    fn texts(runs: &[Run]) -> Vec<(Op, &str)> {
        runs.iter().map(|run| (run.op, &*run.text)).collect()
    }

    #[test]
    fn marks_cut_runs_and_deleted_text_takes_the_old_ones() {
        let old = document(vec![block("we may sell it", &[(7..11, MarkKind::Strong)])]);
        let link = MarkKind::Link("https://example.org".into());
        let new = document(vec![block("we may share it", &[(3..12, link)])]);
        let change = change(&[
            (Op::Equal, "we may ", None),
            (Op::Delete, "sell", None),
            (Op::Insert, "share", None),
            (Op::Equal, " it", None),
        ]);
        let runs = redline(&old, &new, &change, Fold::Nothing);
        assert_eq!(
            texts(&runs),
            [
                (Op::Equal, "we "),
                (Op::Equal, "may "),
                (Op::Delete, "sell"),
                (Op::Insert, "share"),
                (Op::Equal, " it"),
            ]
        );
        assert!(runs[2].style.strong && runs[2].style.link.is_none());
        assert_eq!(runs[3].style.link.as_deref(), Some("https://example.org"));
        assert!(runs[4].style.link.is_none());
    }

    #[test]
    fn neighbours_with_the_same_marking_are_one_run() {
        let document = document(vec![block("one two", &[])]);
        let change = change(&[(Op::Equal, "one ", None), (Op::Equal, "two", None)]);
        assert_eq!(
            texts(&redline(&document, &document, &change, Fold::Nothing)),
            [(Op::Equal, "one two")]
        );
    }

    #[test]
    fn folded_terms_read_as_the_new_text() {
        let old = document(vec![block("PII here", &[])]);
        let new = document(vec![block("personal data there", &[])]);
        let change = change(&[
            (Op::Delete, "PII", Some(0)),
            (Op::Insert, "personal data", Some(0)),
            (Op::Equal, " ", None),
            (Op::Delete, "here", None),
            (Op::Insert, "there", None),
        ]);
        assert_eq!(
            texts(&redline(&old, &new, &change, Fold::Minor)),
            [
                (Op::Equal, "personal data "),
                (Op::Delete, "here"),
                (Op::Insert, "there")
            ]
        );
        assert_eq!(
            texts(&redline(&old, &new, &change, Fold::Everything)),
            [(Op::Equal, "personal data there")]
        );
    }

    #[test]
    fn marks_of_later_blocks_are_found_after_the_line_feed() {
        let one = document(vec![
            block("ab", &[]),
            block("cd", &[(0..1, MarkKind::Emphasis)]),
        ]);
        let mut both = change(&[(Op::Equal, "ab\ncd", None)]);
        both.old = vec![BlockId(0), BlockId(1)];
        both.new = both.old.clone();
        let runs = redline(&one, &one, &both, Fold::Nothing);
        assert_eq!(
            texts(&runs),
            [(Op::Equal, "ab\n"), (Op::Equal, "c"), (Op::Equal, "d")]
        );
        assert!(runs[1].style.emphasis);
    }

    #[test]
    fn a_mark_inside_a_character_does_no_harm() {
        let odd = block("größe", &[(3..6, MarkKind::Strong)]);
        let text: String = plain(&odd).iter().map(|run| &*run.text).collect();
        assert_eq!(text, "größe");
    }
}
