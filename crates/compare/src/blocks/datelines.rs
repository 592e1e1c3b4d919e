//! The passages that date a policy, looked up by block.
//!
//! A document has one list of all its dates. Scanning that list for every block was rejected: a
//! change log of ten thousand dated lines would be scanned ten thousand times.

use model::{BlockId, Document};
use text::sorting::sort_by_key;

/// Most dates that a dateline can have: one, or two ("effective …, last updated …"), or four if a
/// passage is in two languages. A passage with more is a list of dates, and a change in it
/// changes what the policy says.
const DATES: usize = 4;

/// The dates of one document, by block.
pub(crate) struct Datelines<'a> {
    pub document: &'a Document,
    /// Blocks with the words that give a date, sorted by block.
    quotes: Vec<(BlockId, &'a str)>,
}

impl<'a> Datelines<'a> {
    pub fn of(document: &'a Document) -> Self {
        let dates = document.dates.iter();
        let mut quotes: Vec<_> = dates
            .filter_map(|d| Some((d.evidence.block?, d.evidence.quote.as_str())))
            .collect();
        sort_by_key(&mut quotes, |(block, _)| *block);
        Self { document, quotes }
    }

    /// Returns the quotes in a block that date the policy, or nothing if the block is a list of
    /// dates.
    pub fn quotes(&self, block: BlockId) -> &[(BlockId, &'a str)] {
        let start = self.quotes.partition_point(|(b, _)| *b < block);
        let end = self.quotes.partition_point(|(b, _)| *b <= block);
        match self.quotes.get(start..end) {
            Some(quotes) if quotes.len() <= DATES => quotes,
            _ => &[],
        }
    }

    /// Whether one date of the policy makes up at least half of a block, in bytes.
    pub fn has(&self, block: BlockId) -> bool {
        let length = self.document.block(block).text.len();
        let mut quotes = self.quotes(block).iter();
        quotes.any(|(_, quote)| 2 * quote.len() >= length)
    }
}
