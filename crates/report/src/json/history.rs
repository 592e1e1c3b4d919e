//! All versions of a policy, what lies between neighbours, and where the latest text comes from.

use serde::Serialize;

use super::{
    VERSION,
    comparison::{Both, Parts},
    document,
    ids::{Id, Ids},
};
use crate::Timeline;
use model::{BlockId, Document, Passage, Return, Step};

/// `policy-diff/history`.
#[derive(Serialize)]
pub(super) struct View<'a> {
    format: &'static str,
    version: u32,
    versions: Vec<VersionView<'a>>,
    comparisons: Vec<ComparisonView<'a>>,
    blocks: Vec<PassageView>,
    returns: Vec<ReturnView>,
}

impl<'a> View<'a> {
    pub(super) fn new(timeline: &'a Timeline<'a>) -> Self {
        let ids = AllIds::new(timeline);
        let neighbours = timeline
            .documents
            .iter()
            .zip(timeline.documents.iter().skip(1));
        let pairs = timeline
            .comparisons
            .iter()
            .zip(timeline.meanings)
            .zip(neighbours);
        let last = timeline.documents.len().saturating_sub(1);
        let passages = timeline.history.passages.iter().zip(0..);
        let returns = timeline.history.returns.iter();
        Self {
            format: "policy-diff/history",
            version: VERSION,
            versions: timeline
                .documents
                .iter()
                .zip(timeline.readings)
                .zip(timeline.names)
                .enumerate()
                .map(|(at, ((document, reading), name))| VersionView {
                    id: version(at),
                    name,
                    document: document::View::new(document, reading, ids.document(at)),
                })
                .collect(),
            comparisons: pairs
                .enumerate()
                .map(|(at, ((comparison, meaning), documents))| ComparisonView {
                    old: version(at),
                    new: version(at + 1),
                    parts: Parts::new(documents, comparison, meaning, ids.both(at)),
                })
                .collect(),
            blocks: passages
                .map(|(passage, at)| PassageView::new(passage, ids.block(last, BlockId(at)), &ids))
                .collect(),
            returns: returns.map(|found| ReturnView::new(found, &ids)).collect(),
        }
    }
}

/// Where the ids of each version and each comparison begin.
struct AllIds {
    documents: Vec<Ids>,
    changes: Vec<u32>,
}

impl AllIds {
    fn new(timeline: &Timeline<'_>) -> Self {
        let mut documents = vec![Ids::default()];
        let mut changes = vec![0_u32];
        let after = |ids: &[Ids], document: &Document| {
            ids.last().copied().unwrap_or_default().following(document)
        };
        for document in timeline.documents {
            documents.push(after(&documents, document));
        }
        for comparison in timeline.comparisons {
            let count = u32::try_from(comparison.changes.len()).unwrap_or(u32::MAX);
            let before = changes.last().copied().unwrap_or_default();
            changes.push(before.saturating_add(count));
        }
        Self { documents, changes }
    }

    fn document(&self, version: usize) -> Ids {
        self.documents.get(version).copied().unwrap_or_default()
    }

    fn both(&self, comparison: usize) -> Both {
        Both {
            old: self.document(comparison),
            new: self.document(comparison + 1),
            changes: self.changes.get(comparison).copied().unwrap_or_default(),
        }
    }

    fn block(&self, version: usize, block: BlockId) -> Id {
        self.document(version).block(block)
    }

    fn change(&self, step: Step) -> Id {
        self.both(step.comparison).change(step.change)
    }
}

fn version(position: usize) -> Id {
    Id('v', u32::try_from(position).unwrap_or(u32::MAX))
}

#[derive(Serialize)]
struct VersionView<'a> {
    id: Id,
    name: &'a str,
    document: document::View<'a>,
}

#[derive(Serialize)]
struct ComparisonView<'a> {
    old: Id,
    new: Id,
    #[serde(flatten)]
    parts: Parts<'a>,
}

/// Where a block of the latest version comes from.
#[derive(Serialize)]
struct PassageView {
    block: Id,
    first: Id,
    since: Id,
    wording_since: Id,
    changes: Vec<Id>,
}

impl PassageView {
    fn new(passage: &Passage, block: Id, ids: &AllIds) -> Self {
        Self {
            block,
            first: version(passage.first),
            since: version(passage.since),
            wording_since: version(passage.worded),
            changes: passage.steps.iter().map(|step| ids.change(*step)).collect(),
        }
    }
}

/// A wording that came back.
#[derive(Serialize)]
struct ReturnView {
    kind: &'static str,
    version: Id,
    block: Id,
    change: Id,
    earlier_version: Id,
    earlier_block: Id,
    gone_change: Id,
}

impl ReturnView {
    fn new(found: &Return, ids: &AllIds) -> Self {
        Self {
            kind: found.kind.key(),
            version: version(found.version),
            block: ids.block(found.version, found.block),
            change: ids.change(found.back),
            earlier_version: version(found.earlier),
            earlier_block: ids.block(found.earlier, found.earlier_block),
            gone_change: ids.change(found.gone),
        }
    }
}
