//! Periods of time as policies write them.

use std::ops::Range;

use crate::meaning::phrases::Phrases;
use crate::meaning::words::Words;

/// A span of time, or an event that ends it. Phrases that fix nothing ("as long as necessary")
/// are left out on purpose.
static PERIODS: Phrases = Phrases::new(&[
    "no more|longer than # calendar|business? hour*|day*|week*|month*|year*",
    "up to # # calendar|business? hour*|day*|week*|month*|year*",
    "up to # calendar|business? hour*|day*|week*|month*|year*",
    "at least|most # calendar|business? hour*|day*|week*|month*|year*",
    "# # calendar|business? hour*|day*|week*|month*|year*",
    "# to|or|and # calendar|business? hour*|day*|week*|month*|year*",
    "# calendar|business? hour*|day*|week*|month*|year*",
    "forever|indefinitely",
    "the lifetime|life of the|your|our|a? _3 organization|organisation|company|account|service",
    "for? as long as your|you|the _2 account|subscription|membership is|are|remains|stays active|open|exists",
    "for? as long as you have an|your account",
    "for? as long as your|the account exists",
    "for? as long as you _1 maintain|keep your|an account",
    "until you delete _1 account|them|it",
    "until your account is deleted|closed|terminated|no",
]);

/// The first period from this word on.
pub(super) fn find(words: &Words<'_>, from: usize) -> Option<Range<usize>> {
    words.find_from(&PERIODS, from)
}
