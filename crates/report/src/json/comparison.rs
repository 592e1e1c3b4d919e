//! Two documents and what became of the one in the other.

use serde::{Serialize, Serializer};

use super::{
    VERSION, document,
    document::FactView,
    ids::{Id, Ids},
};
use crate::view::limit_note;
use compare::link_targets;
use messages::Locale;
use model::{
    Change, ChangeId, Comparison, Document, FactChange, Highlight, Limit, Meaning, SectionLink,
    Sections, Segment, Term, Totals,
};

/// `policy-diff/comparison`.
#[derive(Serialize)]
pub(super) struct View<'a> {
    format: &'static str,
    version: u32,
    old: document::View<'a>,
    new: document::View<'a>,
    #[serde(flatten)]
    parts: Parts<'a>,
}

/// What lies between two documents, without the documents.
#[derive(Serialize)]
pub(super) struct Parts<'a> {
    sections: SectionsView<'a>,
    blocks: Vec<ChangeView<'a>>,
    terms: Vec<TermView<'a>>,
    facts: Vec<FactChangeView<'a>>,
    highlights: Vec<HighlightView<'a>>,
    totals: TotalsView,
    problems: Vec<LimitView>,
}

/// The ids of both sides, and where those of the changes begin.
#[derive(Clone, Copy)]
pub(super) struct Both {
    pub(super) old: Ids,
    pub(super) new: Ids,
    pub(super) changes: u32,
}

impl Both {
    pub(super) fn change(self, id: ChangeId) -> Id {
        Id('c', id.0.saturating_add(self.changes))
    }

    fn change_at(self, position: usize) -> Id {
        self.change(ChangeId(u32::try_from(position).unwrap_or(u32::MAX)))
    }
}

impl<'a> View<'a> {
    pub(super) fn new(
        old: &'a Document,
        new: &'a Document,
        comparison: &'a Comparison,
        meaning: &'a Meaning,
    ) -> Self {
        let ids = Both {
            old: Ids::default(),
            new: Ids::after(old),
            changes: 0,
        };
        Self {
            format: "policy-diff/comparison",
            version: VERSION,
            old: document::View::new(old, &meaning.old, ids.old),
            new: document::View::new(new, &meaning.new, ids.new),
            parts: Parts::new((old, new), comparison, meaning, ids),
        }
    }
}

impl<'a> Parts<'a> {
    /// `documents` are the old and the new one.
    pub(super) fn new(
        documents: (&'a Document, &'a Document),
        comparison: &'a Comparison,
        meaning: &'a Meaning,
        ids: Both,
    ) -> Self {
        let change =
            |(position, change)| ChangeView::new(position, change, documents, meaning, ids);
        let fact = |change| FactChangeView::new(change, meaning, ids);
        let highlight = |(position, highlight)| HighlightView::new(position, highlight, ids);
        Self {
            sections: SectionsView::new(&comparison.sections, ids),
            blocks: comparison.changes.iter().enumerate().map(change).collect(),
            terms: comparison.terms.iter().map(TermView::new).collect(),
            facts: meaning.facts.iter().map(fact).collect(),
            highlights: meaning
                .highlights
                .iter()
                .enumerate()
                .map(highlight)
                .collect(),
            totals: TotalsView::new(&comparison.totals),
            problems: comparison.problems.iter().map(LimitView::new).collect(),
        }
    }
}

/// In the form of a document's problems.
#[derive(Serialize)]
struct LimitView {
    message: &'static str,
    block: Option<Id>,
}

impl LimitView {
    fn new(limit: &Limit) -> Self {
        Self {
            message: limit_note(*limit, Locale::default()),
            block: None,
        }
    }
}

#[derive(Serialize)]
struct SectionsView<'a> {
    links: Vec<LinkView<'a>>,
    added: Vec<Id>,
    removed: Vec<Id>,
}

impl<'a> SectionsView<'a> {
    fn new(sections: &'a Sections, ids: Both) -> Self {
        let link = |link| LinkView::new(link, ids);
        let added = |id: &_| ids.new.section(*id);
        let removed = |id: &_| ids.old.section(*id);
        Self {
            links: sections.links.iter().map(link).collect(),
            added: sections.added.iter().map(added).collect(),
            removed: sections.removed.iter().map(removed).collect(),
        }
    }
}

#[derive(Serialize)]
struct LinkView<'a> {
    old: Id,
    new: Id,
    renamed: bool,
    moved: bool,
    edited: bool,
    share_old: f64,
    share_new: f64,
    heading: Vec<SegmentView<'a>>,
}

impl<'a> LinkView<'a> {
    fn new(link: &'a SectionLink, ids: Both) -> Self {
        Self {
            old: ids.old.section(link.old),
            new: ids.new.section(link.new),
            renamed: link.renamed,
            moved: link.moved,
            edited: link.edited,
            share_old: rounded(link.share_old),
            share_new: rounded(link.share_new),
            heading: link.heading.iter().map(SegmentView::new).collect(),
        }
    }
}

/// Three decimals: more would pretend to know more than words tell.
fn rounded(share: f64) -> f64 {
    (share * 1000.0).round() / 1000.0
}

#[derive(Serialize)]
struct ChangeView<'a> {
    id: Id,
    kind: &'static str,
    old: Vec<Id>,
    new: Vec<Id>,
    segments: Vec<SegmentView<'a>>,
    weight: &'static str,
    topics: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link_targets: Option<TargetsView<'a>>,
}

impl<'a> ChangeView<'a> {
    fn new(
        position: usize,
        change: &'a Change,
        documents: (&'a Document, &'a Document),
        meaning: &'a Meaning,
        ids: Both,
    ) -> Self {
        let old = |id: &_| ids.old.block(*id);
        let new = |id: &_| ids.new.block(*id);
        Self {
            id: ids.change_at(position),
            kind: change.kind.key(),
            old: change.old.iter().map(old).collect(),
            new: change.new.iter().map(new).collect(),
            segments: change.segments.iter().map(SegmentView::new).collect(),
            weight: change.weight.key(),
            topics: document::topics(meaning.topics.get(position)),
            link_targets: TargetsView::new(documents, change),
        }
    }
}

/// Where links of a passage lead in one version only.
#[derive(Serialize)]
struct TargetsView<'a> {
    old: Vec<&'a str>,
    new: Vec<&'a str>,
}

impl<'a> TargetsView<'a> {
    /// `None` for a passage of one version, whose text says it all, and where no target differs.
    fn new((old, new): (&'a Document, &'a Document), change: &Change) -> Option<Self> {
        if change.old.is_empty() || change.new.is_empty() {
            return None;
        }
        let (old, new) = link_targets(old, new, change);
        (!old.is_empty() || !new.is_empty()).then_some(Self { old, new })
    }
}

#[derive(Serialize)]
struct SegmentView<'a> {
    op: &'static str,
    text: &'a str,
    term: Option<usize>,
    #[serde(skip_serializing_if = "is_false")]
    formatting: bool,
}

impl<'a> SegmentView<'a> {
    fn new(segment: &'a Segment) -> Self {
        Self {
            op: segment.op.key(),
            text: &segment.text,
            term: segment.term,
            formatting: segment.formatting,
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

#[derive(Serialize)]
struct TermView<'a> {
    old: &'a str,
    new: &'a str,
    count: usize,
    /// How much the new term covers beside the old one; absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    relation: Option<RelationView>,
}

#[derive(Serialize)]
struct RelationView {
    extent: &'static str,
    source: Option<&'static str>,
}

impl<'a> TermView<'a> {
    fn new(term: &'a Term) -> Self {
        Self {
            old: &term.old,
            new: &term.new,
            count: term.count,
            relation: term.relation.map(|r| RelationView {
                extent: r.extent.key(),
                source: r.source,
            }),
        }
    }
}

#[derive(Serialize)]
struct FactChangeView<'a> {
    kind: &'static str,
    change: &'static str,
    old: Option<FactView<'a>>,
    new: Option<FactView<'a>>,
}

impl<'a> FactChangeView<'a> {
    fn new(change: &'a FactChange, meaning: &'a Meaning, ids: Both) -> Self {
        let old = change.old.and_then(|at| meaning.old.facts.get(at));
        let new = change.new.and_then(|at| meaning.new.facts.get(at));
        Self {
            kind: change.kind.key(),
            change: change.change.key(),
            old: old.map(|fact| FactView::new(fact, ids.old)),
            new: new.map(|fact| FactView::new(fact, ids.new)),
        }
    }
}

#[derive(Serialize)]
struct HighlightView<'a> {
    rank: usize,
    headline: &'a str,
    language: &'static str,
    topic: &'static str,
    changes: Vec<Id>,
    facts: &'a [usize],
}

impl<'a> HighlightView<'a> {
    fn new(position: usize, highlight: &'a Highlight, ids: Both) -> Self {
        Self {
            rank: position + 1,
            headline: &highlight.headline,
            language: highlight.language,
            topic: highlight.topic.key(),
            changes: highlight.changes.iter().map(|id| ids.change(*id)).collect(),
            facts: &highlight.facts,
        }
    }
}

#[derive(Serialize)]
struct TotalsView {
    words_old: usize,
    words_new: usize,
    words_deleted: usize,
    words_inserted: usize,
    by_kind: Counts,
    by_weight: Counts,
}

impl TotalsView {
    fn new(totals: &Totals) -> Self {
        Self {
            words_old: totals.words_old,
            words_new: totals.words_new,
            words_deleted: totals.words_deleted,
            words_inserted: totals.words_inserted,
            by_kind: Counts(totals.by_kind.iter().map(|(k, n)| (k.key(), *n)).collect()),
            by_weight: Counts(
                totals
                    .by_weight
                    .iter()
                    .map(|(w, n)| (w.key(), *n))
                    .collect(),
            ),
        }
    }
}

/// Counts by fixed names, written as an object.
struct Counts(Vec<(&'static str, usize)>);

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}
