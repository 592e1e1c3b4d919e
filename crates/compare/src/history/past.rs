//! The wordings of all versions so far, to recognise one that comes back.

use std::collections::BTreeMap;

use model::{BlockId, Document};

/// Where a wording occurred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) version: usize,
    pub(super) block: BlockId,
}

/// Maps each comparison form to its blocks in the last version that had it.
#[derive(Debug, Default)]
pub(super) struct Past<'a>(BTreeMap<&'a str, Vec<Place>>);

impl<'a> Past<'a> {
    /// Adds the next version; `version` is its position.
    pub(super) fn add(&mut self, version: usize, document: &'a Document) {
        for (block, id) in document.blocks.iter().zip(0..) {
            let places = self.0.entry(&block.normal).or_default();
            // Only the last version matters: the chain of changes has the ones before it.
            places.retain(|place| place.version == version);
            places.push(Place {
                version,
                block: BlockId(id),
            });
        }
    }

    /// Returns where a comparison form occurred last.
    pub(super) fn last(&self, form: &str) -> &[Place] {
        self.0.get(form).map_or(&[], Vec::as_slice)
    }
}
