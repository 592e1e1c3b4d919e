//! All versions of a policy, what lies between neighbours, and where the latest text comes from.
//!
//! Ids begin with their version: `v2b12`. A change belongs to the version that it led to.

use serde::{Serialize, Serializer};

use super::{
    Envelope,
    write::{self, Between, DocumentView},
};
use crate::Timeline;
use model::{
    BlockId, Comparison, Document, Meaning, Passage, Reading, Return, ReturnKind, Step,
    ids::{Owner, Owners, owned},
};

/// `policy-diff/history`.
#[derive(Serialize)]
pub(super) struct View<'a> {
    versions: Vec<VersionView<'a>>,
    comparisons: Vec<ComparisonView<'a>>,
    blocks: Vec<PassageView>,
    returns: Vec<ReturnView>,
}

impl<'a> View<'a> {
    pub(super) fn new(timeline: &'a Timeline<'a>) -> Self {
        let documents = timeline.documents.iter().zip(timeline.readings);
        let versions = documents.zip(timeline.names).enumerate();
        let comparisons = timeline.comparisons.iter().zip(timeline.meanings);
        let passages = (0..).map(BlockId).zip(&timeline.history.passages);
        let returns = timeline.history.returns.iter();
        Self {
            versions: versions
                .map(|(at, (texts, name))| VersionView::new(at, name, texts))
                .collect(),
            comparisons: comparisons
                .enumerate()
                .map(|(at, between)| ComparisonView::new(at, between))
                .collect(),
            blocks: passages
                .map(|(id, passage)| PassageView::new(id, passage, timeline))
                .collect(),
            returns: returns
                .map(|found| ReturnView::new(found, timeline))
                .collect(),
        }
    }
}

fn owner(version: usize) -> Owner {
    Owner::Version(u32::try_from(version).unwrap_or(u32::MAX))
}

fn block(version: usize, block: BlockId) -> String {
    format!("{}{block}", owner(version))
}

fn change(step: Step, timeline: &Timeline<'_>) -> String {
    let comparison = &timeline.comparisons[step.comparison];
    let address = comparison.change(step.change).address;
    format!("{}{address}", owner(step.version()))
}

/// What lies between two versions, or one of them, with the ids of these.
struct Owned<T> {
    old: usize,
    new: usize,
    value: T,
}

impl<T: Serialize> Serialize for Owned<T> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let owners = Owners {
            here: owner(self.new),
            old: owner(self.old),
            new: owner(self.new),
        };
        owned(owners, || self.value.serialize(s))
    }
}

#[derive(Serialize)]
struct VersionView<'a> {
    id: String,
    name: &'a str,
    document: Owned<Envelope<DocumentView<'a>>>,
}

impl<'a> VersionView<'a> {
    fn new(at: usize, name: &'a str, (document, reading): (&'a Document, &'a Reading)) -> Self {
        Self {
            id: owner(at).to_string(),
            name,
            document: Owned {
                old: at,
                new: at,
                value: write::document(document, reading),
            },
        }
    }
}

#[derive(Serialize)]
struct ComparisonView<'a> {
    old: String,
    new: String,
    #[serde(flatten)]
    between: Owned<Between<'a>>,
}

impl<'a> ComparisonView<'a> {
    fn new(at: usize, (comparison, meaning): (&'a Comparison, &'a Meaning)) -> Self {
        Self {
            old: owner(at).to_string(),
            new: owner(at + 1).to_string(),
            between: Owned {
                old: at,
                new: at + 1,
                value: Between::new(comparison, meaning),
            },
        }
    }
}

/// Where a block of the latest version comes from.
#[derive(Serialize)]
struct PassageView {
    block: String,
    first: String,
    since: String,
    wording_since: String,
    changes: Vec<String>,
}

impl PassageView {
    fn new(id: BlockId, passage: &Passage, timeline: &Timeline<'_>) -> Self {
        let steps = passage.steps.iter();
        Self {
            block: block(timeline.comparisons.len(), id),
            first: owner(passage.first).to_string(),
            since: owner(passage.since).to_string(),
            wording_since: owner(passage.worded).to_string(),
            changes: steps.map(|step| change(*step, timeline)).collect(),
        }
    }
}

/// A wording that came back.
#[derive(Serialize)]
struct ReturnView {
    kind: ReturnKind,
    version: String,
    block: String,
    change: String,
    earlier_version: String,
    earlier_block: String,
    gone_change: String,
}

impl ReturnView {
    fn new(found: &Return, timeline: &Timeline<'_>) -> Self {
        Self {
            kind: found.kind,
            version: owner(found.version).to_string(),
            block: block(found.version, found.block),
            change: change(found.back, timeline),
            earlier_version: owner(found.earlier).to_string(),
            earlier_block: block(found.earlier, found.earlier_block),
            gone_change: change(found.gone, timeline),
        }
    }
}
