//! Marked text: the runs of which passages, headings and notes are made.
//!
//! The comparison knows words, the documents know emphasis and links; a reader needs both at
//! once, in as few elements as possible. One element per word was rejected: it made pages ten
//! times as heavy as their text.

use std::borrow::Cow;

use super::{Place, is_minor, styles::Styles};
use model::{Block, BlockId, Change, Document, Op, Segment};

/// A stretch of text with one marking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Whether it stayed, went or came; the words of the page and the reports are all `Equal`.
    pub op: Op,
    /// The text, never empty. A line feed begins a new line.
    pub text: String,
    /// Its formatting.
    pub style: Style,
    /// True where only quote marks, dashes, white space or capital letters differ: such marks are
    /// drawn faintly, so that they do not drown the others.
    pub faint: bool,
    /// BCP 47 tag of a sentence of ours that may be in another language than the words around it.
    pub language: Option<Cow<'static, str>>,
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
    /// Where it leads.
    pub link: Option<Link>,
}

/// Where a run leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To a place of the same page.
    Within(Place),
    /// Where the policy's own link leads, exactly as published.
    Published(String),
    /// To a source that a report itself names; text and Markdown show it.
    Reference(String),
}

impl Run {
    /// Words without a marking.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::marked(text, Op::Equal)
    }

    /// Words that stayed, went or came.
    #[must_use]
    pub fn marked(text: impl Into<String>, op: Op) -> Self {
        Self {
            op,
            text: text.into(),
            style: Style::default(),
            faint: false,
            language: None,
        }
    }

    /// Words that lead to a place of the same page.
    #[must_use]
    pub fn to(text: impl Into<String>, place: Place) -> Self {
        Self::plain(text).linked(Link::Within(place))
    }

    /// The same words, leading somewhere.
    #[must_use]
    pub fn linked(mut self, link: Link) -> Self {
        self.style.link = Some(link);
        self
    }

    /// The same words as a sentence in this language.
    #[must_use]
    pub fn spoken(mut self, language: impl Into<Cow<'static, str>>) -> Self {
        self.language = Some(language.into());
        self
    }
}

/// Which marks are left out: the words are then shown as the new version has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// None.
    #[default]
    Nothing,
    /// Those of words that are only dressed differently.
    Formatting,
    /// These, those of terms that were replaced throughout, and every mark of a change that
    /// [`is_minor`].
    Minor,
}

impl Fold {
    /// True where nothing at all of the change is shown.
    #[must_use]
    pub fn hides_all(self, change: &Change) -> bool {
        self == Self::Minor && is_minor(change)
    }

    fn hides(self, segment: &Segment) -> bool {
        match self {
            Self::Nothing => false,
            Self::Formatting => segment.formatting,
            Self::Minor => segment.term.is_some() || segment.formatting,
        }
    }
}

/// The redline of a change.
#[must_use]
pub fn redline(old: &Document, new: &Document, change: &Change, fold: Fold) -> Vec<Run> {
    let mut old_styles = Styles::new(&blocks(old, &change.old));
    let mut new_styles = Styles::new(&blocks(new, &change.new));
    let all = fold.hides_all(change);
    let mut runs = Runs::default();
    for segment in &change.segments {
        let folded = all || fold.hides(segment);
        let faint = segment.formatting && !folded;
        match segment.op {
            Op::Delete if folded => old_styles.skip(segment.text.len()),
            Op::Delete => old_styles.cut(&segment.text, |text, style| {
                runs.push(Op::Delete, faint, text, style);
            }),
            op => {
                if op == Op::Equal {
                    old_styles.skip(segment.text.len());
                }
                let op = if folded { Op::Equal } else { op };
                new_styles.cut(&segment.text, |text, style| {
                    runs.push(op, faint, text, style);
                });
            }
        }
    }
    runs.done
}

/// The text of a block with its formatting.
#[must_use]
pub fn block_runs(block: &Block) -> Vec<Run> {
    let mut runs = Runs::default();
    Styles::new(&[block]).cut(&block.text, |text, style| {
        runs.push(Op::Equal, false, text, style);
    });
    runs.done
}

/// The redline of a heading.
#[must_use]
pub fn heading_runs(segments: &[Segment], fold: Fold) -> Vec<Run> {
    let mut runs = Runs::default();
    for segment in segments {
        let folded = fold.hides(segment);
        match segment.op {
            Op::Delete if folded => {}
            op => runs.push(
                if folded { Op::Equal } else { op },
                segment.formatting && !folded,
                &segment.text,
                &Style::default(),
            ),
        }
    }
    runs.done
}

fn blocks<'a>(document: &'a Document, ids: &[BlockId]) -> Vec<&'a Block> {
    ids.iter().map(|id| document.block(*id)).collect()
}

/// Collects runs and joins neighbours with the same marking.
#[derive(Default)]
struct Runs {
    done: Vec<Run>,
}

impl Runs {
    fn push(&mut self, op: Op, faint: bool, text: &str, style: &Style) {
        match self.done.last_mut() {
            Some(last) if last.op == op && last.faint == faint && last.style == *style => {
                last.text.push_str(text);
            }
            _ if text.is_empty() => {}
            _ => self.done.push(Run {
                style: style.clone(),
                faint,
                ..Run::marked(text, op)
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;
    use model::{BlockKind, ChangeKind, Mark, MarkKind, SectionId, Weight};

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
        let link = Link::Published("https://example.org".into());
        assert_eq!(runs[3].style.link, Some(link));
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
        let minor = Change {
            weight: Weight::Terminology,
            ..change
        };
        assert_eq!(
            texts(&redline(&old, &new, &minor, Fold::Minor)),
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
        let text: String = block_runs(&odd).iter().map(|run| &*run.text).collect();
        assert_eq!(text, "größe");
    }
}
