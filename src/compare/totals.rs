//! Counts over the whole comparison.

use crate::document::Document;

use super::{
    model::{Change, ChangeKind, Op, Totals},
    tokens::word_count,
};

pub(super) fn count(old: &Document, new: &Document, changes: &[Change]) -> Totals {
    let words = |d: &Document| d.blocks.iter().map(|b| word_count(&b.text)).sum();
    let mut totals = Totals {
        words_old: words(old),
        words_new: words(new),
        ..Totals::default()
    };
    for change in changes {
        *totals.by_kind.entry(change.kind).or_default() += 1;
        if change.kind != ChangeKind::Unchanged {
            *totals.by_weight.entry(change.weight).or_default() += 1;
        }
        // Quote marks that changed their shape did not delete a word.
        for segment in change.segments.iter().filter(|s| !s.formatting) {
            match segment.op {
                Op::Delete => totals.words_deleted += word_count(&segment.text),
                Op::Insert => totals.words_inserted += word_count(&segment.text),
                Op::Equal => {}
            }
        }
    }
    totals
}
