//! Documents and comparisons as they are written.

use std::borrow::Cow;

use serde::Serialize;

use super::Envelope;
use crate::facts::{about_in_data, value_in_data};
use model::{
    Address, Block, BlockId, Change, Comparison, Contact, Document, Fact, FactChange, FactId,
    FactKind, FactStatus, Highlight, Meaning, Reading, ReadingHelp, Section, SectionId, Topic, ids,
};

/// Something with its id.
#[derive(Serialize)]
struct Named<'a, I, T> {
    id: I,
    #[serde(flatten)]
    value: &'a T,
}

/// Something with its topics.
#[derive(Serialize)]
struct OnTopics<'a, T> {
    #[serde(flatten)]
    value: T,
    topics: &'a [Topic],
}

impl<'a, T> OnTopics<'a, T> {
    /// Without topics where none were read.
    fn new(value: T, topics: &'a [Vec<Topic>], position: usize) -> Self {
        let topics = topics.get(position).map_or(&[][..], Vec::as_slice);
        Self { value, topics }
    }
}

#[derive(Serialize)]
pub(super) struct DocumentView<'a> {
    #[serde(flatten)]
    document: &'a Document,
    sections: Vec<Named<'a, SectionId, Section>>,
    blocks: Vec<OnTopics<'a, Named<'a, BlockId, Block>>>,
    contacts: &'a [Contact],
    facts: Vec<FactView<'a>>,
    reading: &'a ReadingHelp,
}

/// A document, as it also stands in a comparison and a history.
pub(super) fn document<'a>(
    document: &'a Document,
    reading: &'a Reading,
) -> Envelope<DocumentView<'a>> {
    let sections = document.sections();
    let blocks = document
        .blocks()
        .map(|(id, value)| OnTopics::new(Named { id, value }, &reading.topics, id.index()));
    let view = DocumentView {
        document,
        sections: sections.map(|(id, value)| Named { id, value }).collect(),
        blocks: blocks.collect(),
        contacts: &reading.contacts,
        facts: (0..reading.facts.len())
            .map(|at| FactView::new(reading, at))
            .collect(),
        reading: &reading.help,
    };
    Envelope::new("policy-diff/document", view)
}

/// A fact, with its value in words.
#[derive(Serialize)]
struct FactView<'a> {
    #[serde(flatten)]
    fact: Named<'a, FactId, Fact>,
    value: Cow<'a, str>,
    about: Option<&'a str>,
}

impl<'a> FactView<'a> {
    fn new(reading: &'a Reading, at: usize) -> Self {
        let value = &reading.facts[at];
        Self {
            fact: Named {
                id: FactId::at(at),
                value,
            },
            value: value_in_data(&value.statement),
            about: about_in_data(&value.statement),
        }
    }
}

/// Two documents and what lies between them.
#[derive(Serialize)]
pub(super) struct Texts<'a> {
    #[serde(with = "ids::old")]
    old: Envelope<DocumentView<'a>>,
    #[serde(with = "ids::new")]
    new: Envelope<DocumentView<'a>>,
    #[serde(flatten)]
    between: Between<'a>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(
        old: &'a Document,
        new: &'a Document,
        comparison: &'a Comparison,
        meaning: &'a Meaning,
    ) -> Self {
        Self {
            old: document(old, &meaning.old),
            new: document(new, &meaning.new),
            between: Between::new(comparison, meaning),
        }
    }
}

/// What lies between two documents.
#[derive(Serialize)]
pub(super) struct Between<'a> {
    #[serde(flatten)]
    comparison: &'a Comparison,
    blocks: Vec<OnTopics<'a, &'a Change>>,
    facts: Vec<FactChangeView<'a>>,
    highlights: Vec<HighlightView<'a>>,
}

impl<'a> Between<'a> {
    pub(super) fn new(comparison: &'a Comparison, meaning: &'a Meaning) -> Self {
        let blocks = comparison.changes();
        let highlights = meaning.highlights.iter().enumerate();
        Self {
            comparison,
            blocks: blocks
                .map(|(id, change)| OnTopics::new(change, &meaning.topics, id.index()))
                .collect(),
            facts: meaning
                .facts
                .iter()
                .map(|change| FactChangeView::new(change, meaning))
                .collect(),
            highlights: highlights
                .map(|(at, highlight)| HighlightView::new(at, highlight, comparison))
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct FactChangeView<'a> {
    kind: FactKind,
    change: FactStatus,
    #[serde(with = "ids::old")]
    old: Option<FactView<'a>>,
    #[serde(with = "ids::new")]
    new: Option<FactView<'a>>,
}

impl<'a> FactChangeView<'a> {
    fn new(change: &FactChange, meaning: &'a Meaning) -> Self {
        Self {
            kind: change.kind,
            change: change.change,
            old: change.old.map(|at| FactView::new(&meaning.old, at)),
            new: change.new.map(|at| FactView::new(&meaning.new, at)),
        }
    }
}

#[derive(Serialize)]
struct HighlightView<'a> {
    rank: usize,
    headline: &'a str,
    language: &'a str,
    topic: Topic,
    changes: Vec<Address>,
    facts: &'a [usize],
}

impl<'a> HighlightView<'a> {
    fn new(position: usize, highlight: &'a Highlight, comparison: &Comparison) -> Self {
        let changes = highlight.changes.iter();
        Self {
            rank: position + 1,
            headline: &highlight.headline,
            language: &highlight.language,
            topic: highlight.topic,
            changes: changes.map(|id| comparison.change(*id).address).collect(),
            facts: &highlight.facts,
        }
    }
}
