//! Periods in a list or table that is about them: "Invoices: 7 years" under "How long we keep it".

use std::ops::Range;

use super::subject;
use crate::{
    languages::retention::LIST_HEADINGS,
    words::{
        Words,
        text::{Passage, Text},
    },
};
use model::BlockKind;

/// True for an item of such a list, which needs no verb: a row or item, or a line with a label,
/// below a heading or an introduction that speaks of periods.
pub(super) fn is_listed(text: &Text<'_>, passage: &Passage<'_>, words: &Words<'_>) -> bool {
    let is_item = matches!(
        passage.block.kind,
        BlockKind::ListItem | BlockKind::TableRow
    );
    let is_label = || (1..words.len()).any(|i| words.after_break(i) || words.before(i) == " (");
    if !is_item && !is_label() {
        return false;
    }
    let lead = text.lead(passage).and_then(|lead| lead.sentences.last());
    passage.heading.has(&LIST_HEADINGS) || lead.is_some_and(|s| s.words.has(&LIST_HEADINGS))
}

/// What stands before the colon with which a line begins: "Backups: are kept …".
pub(super) fn label(words: &Words<'_>) -> Option<String> {
    let end = (1..=LONGEST).find(|i| words.before(*i).contains(':'))?;
    let bracket = (1..end).find(|i| words.before(*i).contains('('));
    subject::named(words, 0..bracket.unwrap_or(end), LONGEST)
}

/// What a line begins with, up to its first colon, cell border or bracket.
pub(super) fn first_cell(words: &Words<'_>, period: &Range<usize>) -> Option<String> {
    let borders = |i: &usize| words.after_break(*i) || words.before(*i).contains('(');
    let end = (1..period.start + 1).find(borders)?;
    subject::named(words, 0..end, LONGEST)
}

/// Words of a label.
const LONGEST: usize = 8;
