//! How much a headline matters: every number that decides the order of headlines stands here, the
//! greatest first.
//!
//! A reader decides whether to act: whom to ask comes first, then what happens to the data and
//! which choices are honoured, then how the policy justifies and protects it. What is stated comes
//! before what is quoted, unless the quote speaks of what matters most. Only the order counts, so
//! a number says nothing by itself.

use crate::{
    cue::phrases::Phrases,
    languages::changes::{MATTERS_1, MATTERS_2, MATTERS_3, MATTERS_4},
    words::Words,
};
use model::{Purpose, Statement};

/// The date is all there is to tell: first of all.
pub(super) const ONLY_THE_DATE: u32 = 99;
/// A new controller: with the contact for requests.
pub(super) const CONTROLLER: u32 = 96;
/// What was taken back once is back, or a change did not last: with the conditions.
pub(super) const RETURNED: u32 = 82;
/// The text changed and its printed date did not: below what is stated of rights and recipients,
/// above most quotes, as it says how much the date can be relied on.
pub(super) const DATE_KEPT: u32 = 58;
/// The date of another text in the same file, as that of the policy.
pub(super) const PART_DATED: u32 = 5;
/// A phrase replaced throughout: the sentences are otherwise the same.
pub(super) const TERM_REPLACED: u32 = 10;
/// Sections that stand elsewhere and say the same: above the date alone.
pub(super) const MOVED: u32 = 6;

/// A condition of consent decides for the reader: right after whom to ask, periods and recipients.
const CONDITION: u32 = 80;
/// An example shows what a vague word is meant to hold: above quoted rewording.
const EXAMPLE: u32 = 62;
/// A shift of one word turns a whole sentence: above most rewording.
const SHIFTED: u32 = 58;
/// The lowest for a quoted passage: below every stated fact but the date.
const QUOTED: u32 = 20;
/// The highest: below the contact for requests and periods, which a reader acts on.
const QUOTED_AT_MOST: u32 = 93;

/// Added to what a quote tells if it takes back a promise: more than any topic, as it turns what
/// a reader could rely on.
pub(super) const PROMISE: u32 = 16;

/// What a change of this statement matters.
pub(super) fn statement(statement: &Statement) -> u32 {
    match statement {
        Statement::Contact { purpose, .. } => match purpose {
            Purpose::Requests => 100,
            // Right after the rights: whom readers in Europe can turn to.
            Purpose::EuRepresentative | Purpose::UkRepresentative => 88,
            _ => 55,
        },
        Statement::Retention(_) => 95,
        Statement::Sale { .. } => 94,
        Statement::Recipient { .. } => 92,
        Statement::Right { .. } => 90,
        Statement::DoNotTrack { .. } => 84,
        Statement::Transfer { .. } => 80,
        Statement::MinimumAge { .. } | Statement::AutomatedDecision { .. } => 75,
        Statement::LegalBasis { .. } => 64,
        Statement::Authority { .. } | Statement::IdentityCheck => 55,
        Statement::SecurityMeasure { .. } => 50,
        Statement::EffectiveDate { .. } => 5,
    }
}

/// What a quoted section matters, by the score of its weightiest edit, how many changes the
/// headline stands for, and whether the quote takes back a promise.
pub(super) fn section(score: u32, changes: usize, takes_back: bool) -> u32 {
    let promise = if takes_back { PROMISE } else { 0 };
    (QUOTED + score + changes.max(1).ilog2() + promise).min(QUOTED_AT_MOST)
}

/// What a word matters that came, went or was replaced, in a sentence of this weight.
pub(super) fn shift(is_condition: bool, weight: u32) -> u32 {
    weight + if is_condition { CONDITION } else { SHIFTED }
}

/// What a new example matters in a sentence of this weight; `None` where the sentence says too
/// little of what is done with data: less than one phrase that speaks of it.
pub(super) fn example(weight: u32) -> Option<u32> {
    (weight >= 3).then_some(EXAMPLE + weight)
}

/// How much a sentence matters to the person whose data it is about: the weights of its phrases.
pub(super) fn weigh(words: &Words<'_>) -> u32 {
    let weights = TABLES.iter().zip(1..);
    let found = weights.map(|(table, weight)| weight * table.found(words).len() as u32);
    found.sum()
}

/// Phrases that matter, by their weight less one.
const TABLES: [Phrases; 4] = [MATTERS_1, MATTERS_2, MATTERS_3, MATTERS_4];
