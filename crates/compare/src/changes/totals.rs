//! Counts words and changes over the whole comparison.

use model::{BlockId, Change, ChangeKind, Document, Op, Totals};

use text::lexer::word_count;

/// Returns the totals. The changes must have their final weights.
pub(crate) fn count(old: &Document, new: &Document, changes: &[Change]) -> Totals {
    let words = |document: &Document, blocks: &[BlockId]| -> usize {
        let texts = blocks.iter().map(|id| &document.block(*id).text);
        texts.map(|text| word_count(text)).sum()
    };
    let mut totals = Totals::default();
    for change in changes {
        let words_old = words(old, &change.old);
        totals.words_old += words_old;
        totals.words_new += match change.kind {
            ChangeKind::Unchanged => words_old,
            _ => words(new, &change.new),
        };
        *totals.by_kind.entry(change.kind).or_default() += 1;
        if change.kind != ChangeKind::Unchanged {
            *totals.by_weight.entry(change.weight).or_default() += 1;
        }
        // A pair that differs only in formatting, such as quote marks, deletes no word.
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
