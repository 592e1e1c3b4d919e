//! The passages that date a policy, looked up by block.
//!
//! A document lists its dates in one row. Walking the row for every block was rejected: a change
//! log of ten thousand dated lines would be walked ten thousand times.

use model::{BlockId, Document};
use text::sorting::sort_by_key;

/// Dates that one passage may give the policy: it is dated once, or twice ("effective …, last
/// updated …"), and where the two languages of a page stand in one passage four times. A passage
/// with more is a list of dates, and a change in it is a change of what the policy says.
const DATES: usize = 4;

/// The dates of one document by the blocks that give them.
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

    /// The words of a block that date the policy; none where the block is a list of dates.
    pub fn quotes(&self, block: BlockId) -> &[(BlockId, &'a str)] {
        let start = self.quotes.partition_point(|(b, _)| *b < block);
        let end = self.quotes.partition_point(|(b, _)| *b <= block);
        match self.quotes.get(start..end) {
            Some(quotes) if quotes.len() <= DATES => quotes,
            _ => &[],
        }
    }

    /// True where a block says little more than a date of the policy.
    pub fn has(&self, block: BlockId) -> bool {
        let length = self.document.block(block).text.len();
        let mut quotes = self.quotes(block).iter();
        quotes.any(|(_, quote)| 2 * quote.len() >= length)
    }
}
