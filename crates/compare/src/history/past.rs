//! The wordings of all versions seen so far, to recognise one that comes back.

use std::collections::BTreeMap;

use model::{BlockId, Document};

/// Where a wording stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) version: usize,
    pub(super) block: BlockId,
}

/// Comparison forms with the blocks of the last version that had them.
#[derive(Debug, Default)]
pub(super) struct Past<'a>(BTreeMap<&'a str, Vec<Place>>);

impl<'a> Past<'a> {
    /// Takes in the next version.
    pub(super) fn add(&mut self, version: usize, document: &'a Document) {
        for (block, id) in document.blocks.iter().zip(0..) {
            let places = self.0.entry(&block.normal).or_default();
            // Only the last version matters: what stood before it is told by the chain.
            places.retain(|place| place.version == version);
            places.push(Place {
                version,
                block: BlockId(id),
            });
        }
    }

    /// Where a wording stood last.
    pub(super) fn last(&self, form: &str) -> &[Place] {
        self.0.get(form).map_or(&[], Vec::as_slice)
    }
}
