//! A change as marked text.

use std::ops::Range;

use super::page::{Link, Mark, Span};
use model::{BlockId, Change, Document, MarkKind, Op, Segment};

/// The redline of a change. Segments that only dress the same words differently are shown as
/// the new version has them, without marks.
pub(super) fn redline(old: &Document, new: &Document, change: &Change) -> Vec<Span> {
    let (old, new) = (links(old, &change.old), links(new, &change.new));
    let (mut old_at, mut new_at) = (0, 0);
    let mut spans = Vec::new();
    for segment in &change.segments {
        let length = segment.text.len();
        match segment.op {
            Op::Equal => {
                cut(&segment.text, new_at, &new, Mark::None, &mut spans);
                old_at += length;
                new_at += length;
            }
            Op::Delete => {
                if !segment.formatting {
                    // A line break that is gone must not break the line.
                    let text = segment.text.replace('\n', " ");
                    cut(&text, old_at, &old, Mark::Deleted, &mut spans);
                }
                old_at += length;
            }
            Op::Insert => {
                let mark = if segment.formatting {
                    Mark::None
                } else {
                    Mark::Inserted
                };
                cut(&segment.text, new_at, &new, mark, &mut spans);
                new_at += length;
            }
        }
    }
    tidy(spans)
}

/// White space at the ends of a marked stretch stands outside the marks, and is not marked by
/// itself: the marks are about words.
fn tidy(spans: Vec<Span>) -> Vec<Span> {
    let mut tidied: Vec<Span> = Vec::with_capacity(spans.len());
    let mut spans = spans.into_iter().peekable();
    while let Some(mut span) = spans.next() {
        if span.mark == Mark::None {
            tidied.push(span);
            continue;
        }
        let gone = span.mark == Mark::Deleted;
        let continues = tidied.last().is_some_and(|last| last.mark == span.mark);
        let continued = spans.peek().is_some_and(|next| next.mark == span.mark);
        if !continues && span.text.starts_with(' ') {
            span.text.remove(0);
            let spaced = tidied.last().is_none_or(|last| last.text.ends_with(' '));
            // A space that is gone is only shown where words would touch.
            if !gone || !(spaced || span.text.is_empty()) {
                tidied.push(Span::plain(" "));
            }
        }
        let ends = !continued && span.text.ends_with(' ');
        if ends {
            span.text.pop();
        }
        if !span.text.is_empty() {
            tidied.push(span);
        }
        let spaced = spans.peek().is_none_or(|next| next.text.starts_with(' '));
        if ends && !(gone && spaced) {
            tidied.push(Span::plain(" "));
        }
    }
    tidied
}

/// The redline of a heading.
pub(super) fn heading(segments: &[Segment]) -> Vec<Span> {
    let shown = segments
        .iter()
        .filter(|segment| !(segment.formatting && segment.op == Op::Delete));
    let spans = shown
        .map(|segment| Span {
            text: segment.text.clone(),
            mark: match segment.op {
                Op::Delete => Mark::Deleted,
                Op::Insert if !segment.formatting => Mark::Inserted,
                _ => Mark::None,
            },
            ..Span::default()
        })
        .collect();
    tidy(spans)
}

type LinkAt<'a> = (Range<usize>, &'a str);

/// The links of the blocks' texts, joined by one line feed.
fn links<'a>(document: &'a Document, blocks: &[BlockId]) -> Vec<LinkAt<'a>> {
    let mut links = Vec::new();
    let mut start = 0;
    for block in blocks
        .iter()
        .filter_map(|id| document.blocks.get(id.index()))
    {
        links.extend(block.marks.iter().filter_map(|mark| match &mark.kind {
            MarkKind::Link(target) => {
                let range = start + mark.range.start..start + mark.range.end;
                Some((range, target.as_str()))
            }
            _ => None,
        }));
        start += block.text.len() + 1;
    }
    links
}

/// Cuts a run of text that begins at `at` where links begin and end.
fn cut(text: &str, at: usize, links: &[LinkAt<'_>], mark: Mark, spans: &mut Vec<Span>) {
    let mut done = 0;
    let mut push = |range: Range<usize>, target: Option<&str>| {
        let text = text.get(range).unwrap_or_default();
        if !text.is_empty() {
            spans.push(Span {
                text: text.to_owned(),
                mark,
                link: target.map(|target| Link::Published(target.to_owned())),
                ..Span::default()
            });
        }
    };
    for (range, target) in links {
        let start = range.start.saturating_sub(at).max(done);
        let end = range.end.saturating_sub(at).min(text.len());
        if start < end {
            push(done..start, None);
            push(start..end, Some(target));
            done = end;
        }
    }
    push(done..text.len(), None);
}
