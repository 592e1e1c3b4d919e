//! What happened to each sentence of a changed passage.
//!
//! Blocks are too coarse to tell a reader what changed, segments too fine; a sentence is the
//! least that says something. Old and new sentences are put together by the text they share.

use std::{collections::BTreeMap, ops::Range, rc::Rc};
use text::sorting::set;

use crate::words::{Dictionary, Words};
use model::{Change, Op};
use text::sentence::sentences;

/// A sentence that came, went, or was reworded.
#[derive(Debug)]
pub(super) struct Edit<'s> {
    pub(super) language: Dictionary<'s>,
    /// The old sentence; empty for a new one.
    pub(super) old: Rc<Words<'s>>,
    /// The new sentence; empty for a removed one.
    pub(super) new: Rc<Words<'s>>,
    /// Words taken out and put in at one place, in order.
    pub(super) pieces: Vec<Piece>,
}

/// Neighbouring deleted and inserted text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) deleted: String,
    pub(super) inserted: String,
    /// Where it stands in the new sentence, or in the old one if that is all there is.
    pub(super) at: Range<usize>,
    /// Part of a phrase replaced throughout.
    pub(super) is_term: bool,
}

impl<'s> Edit<'s> {
    /// True for a new sentence.
    pub(super) fn is_added(&self) -> bool {
        self.old.text().is_empty()
    }

    /// True for a removed sentence.
    pub(super) fn is_removed(&self) -> bool {
        self.new.text().is_empty()
    }

    /// The sentence to quote.
    pub(super) fn sentence(&self) -> &Rc<Words<'s>> {
        if self.is_removed() {
            &self.old
        } else {
            &self.new
        }
    }
}

/// The redline of a change with positions in both texts.
pub(super) struct Spread {
    old_text: String,
    new_text: String,
    /// Equal runs: position in the old text, in the new text, length.
    equal: Vec<(usize, usize, usize)>,
    /// Changed places: range in the old text, range in the new text, whether part of a term.
    changed: Vec<(Range<usize>, Range<usize>, bool)>,
}

/// The sentences of a change that are not the same on both sides, each cut into words.
pub(super) fn edits<'s>(
    spread: &'s Spread,
    language: Dictionary<'s>,
    words: impl Fn(&'s str) -> Rc<Words<'s>>,
) -> Vec<Edit<'s>> {
    let old = sentences(&spread.old_text, language.language());
    let new = sentences(&spread.new_text, language.language());
    let partners: Vec<_> = new.iter().map(|n| partner(spread, &old, n)).collect();
    let taken = set(partners.iter().flatten().copied());
    let mut edits = Vec::new();
    for (range, partner) in new.iter().zip(&partners) {
        let before = partner.and_then(|i| old.get(i)).cloned().unwrap_or(0..0);
        let pieces = pieces(spread, &before, range);
        if !pieces.is_empty() {
            edits.push(Edit {
                language,
                old: words(&spread.old_text[before]),
                new: words(&spread.new_text[range.clone()]),
                pieces,
            });
        }
    }
    for (i, range) in old.iter().enumerate() {
        let text = &spread.old_text[range.clone()];
        if !taken.contains(&i) && !text.is_empty() {
            let piece = Piece {
                deleted: text.to_owned(),
                at: 0..text.len(),
                ..Piece::default()
            };
            edits.push(Edit {
                language,
                old: words(text),
                new: words(""),
                pieces: vec![piece],
            });
        }
    }
    edits
}

pub(super) fn spread(change: &Change) -> Spread {
    let mut spread = Spread {
        old_text: String::new(),
        new_text: String::new(),
        equal: Vec::new(),
        changed: Vec::new(),
    };
    let mut open = false;
    for segment in &change.segments {
        let (old, new) = (spread.old_text.len(), spread.new_text.len());
        if segment.op == Op::Equal {
            spread.equal.push((old, new, segment.text.len()));
            spread.old_text.push_str(&segment.text);
            spread.new_text.push_str(&segment.text);
            open = false;
            continue;
        }
        if !open {
            spread.changed.push((old..old, new..new, true));
            open = true;
        }
        let Some(last) = spread.changed.last_mut() else {
            continue;
        };
        last.2 &= segment.term.is_some();
        if segment.op == Op::Delete {
            spread.old_text.push_str(&segment.text);
            last.0.end = spread.old_text.len();
        } else {
            spread.new_text.push_str(&segment.text);
            last.1.end = spread.new_text.len();
        }
    }
    spread
}

/// The old sentence with which a new one shares most text, and at least a quarter of its own:
/// below that, what they share are the little words that all sentences share.
fn partner(spread: &Spread, old: &[Range<usize>], new: &Range<usize>) -> Option<usize> {
    // All are in order: a passage of thousands of sentences is not walked for each of them.
    let first = spread
        .equal
        .partition_point(|(_, to, n)| to + n <= new.start);
    let touching = spread.equal.iter().skip(first);
    let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
    for (from, to, length) in touching.take_while(|(_, to, _)| *to < new.end) {
        let start = (*to).max(new.start);
        let end = (to + length).min(new.end);
        let in_old = from + (start - to)..from + (end.max(start) - to);
        let first = old.partition_point(|sentence| sentence.end <= in_old.start);
        let sentences = old.iter().enumerate().skip(first);
        for (i, sentence) in sentences.take_while(|(_, s)| s.start < in_old.end) {
            *shared.entry(i).or_default() += overlap(sentence, &in_old);
        }
    }
    let (best, shared) = shared
        .into_iter()
        .max_by_key(|&(i, n)| (n, usize::MAX - i))?;
    let length = new.len().min(old.get(best)?.len());
    (shared * 4 >= length).then_some(best)
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

fn pieces(spread: &Spread, old: &Range<usize>, new: &Range<usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let first = spread
        .changed
        .partition_point(|(_, i, _)| i.end < new.start);
    let touching = spread.changed.iter().skip(first);
    for (deleted, inserted, is_term) in touching.take_while(|(_, i, _)| i.start < new.end) {
        let gone = deleted.start.max(old.start)..deleted.end.min(old.end);
        let came = inserted.start.max(new.start)..inserted.end.min(new.end);
        let deleted = spread
            .old_text
            .get(gone)
            .unwrap_or("")
            .trim_matches(is_edge);
        let inserted = spread
            .new_text
            .get(came.clone())
            .unwrap_or("")
            .trim_matches(is_edge);
        let says = |t: &str| t.contains(char::is_alphanumeric);
        if !(says(deleted) || says(inserted)) || same_words(deleted, inserted) {
            continue;
        }
        let at = came.start.saturating_sub(new.start)..came.end.saturating_sub(new.start);
        pieces.push(Piece {
            deleted: deleted.to_owned(),
            inserted: inserted.to_owned(),
            at,
            is_term: *is_term,
        });
    }
    pieces
}

/// What separates a piece from its sentence.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | ':')
}

/// True where only case and punctuation differ.
fn same_words(a: &str, b: &str) -> bool {
    let fold = |t: &str| -> String {
        t.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    fold(a) == fold(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::spoken;
    use model::{ChangeKind, Segment, Weight};

    fn change(parts: &[(Op, &str)]) -> Change {
        let segment = |(op, text): &(Op, &str)| Segment {
            op: *op,
            text: (*text).to_owned(),
            term: None,
            formatting: false,
        };
        Change {
            kind: ChangeKind::Edited,
            old: Vec::new(),
            new: Vec::new(),
            segments: parts.iter().map(segment).collect(),
            weight: Weight::Substantive,
            address: model::Address::default(),
        }
    }

    fn edits_of(spread: &Spread) -> Vec<Edit<'_>> {
        let language = spoken("en");
        edits(spread, language, |text| Rc::new(Words::new(text, language)))
    }

    #[test]
    fn only_the_changed_sentence_is_an_edit() {
        let spread = spread(&change(&[
            (Op::Equal, "We keep it. We "),
            (Op::Delete, "will "),
            (Op::Insert, "may "),
            (Op::Equal, "tell you about it."),
        ]));
        let found = edits_of(&spread);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].old.text(), "We will tell you about it.");
        assert_eq!(found[0].new.text(), "We may tell you about it.");
        assert_eq!(
            (
                found[0].pieces[0].deleted.as_str(),
                found[0].pieces[0].inserted.as_str()
            ),
            ("will", "may")
        );
    }

    #[test]
    fn a_removed_sentence_stands_alone() {
        let spread = spread(&change(&[
            (Op::Equal, "We keep it."),
            (Op::Delete, " So far, this has never happened."),
        ]));
        let found = edits_of(&spread);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].old.text(), "So far, this has never happened.");
        assert!(found[0].is_removed());
    }
}
