//! One document with what it says.

use std::borrow::Cow;

use serde::Serialize;

use super::{
    super::facts::{about_in_data, value_in_data},
    VERSION,
    ids::{Id, Ids},
};
use model::{
    Block, BlockKind, Contact, DateMention, DateRole, Document, Evidence, Fact, Problem, Reading,
    ReadingHelp, Section, Topic,
};

/// `policy-diff/document`.
#[derive(Serialize)]
pub(super) struct View<'a> {
    format: &'static str,
    version: u32,
    title: Option<&'a str>,
    language: &'a str,
    dates: Vec<DateView<'a>>,
    effective_date: Option<String>,
    sections: Vec<SectionView<'a>>,
    blocks: Vec<BlockView<'a>>,
    contacts: Vec<ContactView<'a>>,
    facts: Vec<FactView<'a>>,
    reading: HelpView,
    problems: Vec<ProblemView<'a>>,
}

impl<'a> View<'a> {
    pub(super) fn new(document: &'a Document, reading: &'a Reading, ids: Ids) -> Self {
        let date = |mention| DateView::new(mention, ids);
        let section = |(position, section)| SectionView::new(position, section, ids);
        let block = |(position, block)| BlockView::new(position, block, reading, ids);
        let contact = |contact| ContactView::new(contact, ids);
        let fact = |fact| FactView::new(fact, ids);
        let problem = |problem| ProblemView::new(problem, ids);
        Self {
            format: "policy-diff/document",
            version: VERSION,
            title: document.title.as_deref(),
            language: &document.language,
            dates: document.dates.iter().map(date).collect(),
            effective_date: document.effective_date.map(|date| date.to_string()),
            sections: document.sections.iter().enumerate().map(section).collect(),
            blocks: document.blocks.iter().enumerate().map(block).collect(),
            contacts: reading.contacts.iter().map(contact).collect(),
            facts: reading.facts.iter().map(fact).collect(),
            reading: HelpView::new(&reading.help),
            problems: document.problems.iter().map(problem).collect(),
        }
    }
}

/// How long the text is and how hard it reads; `score` by the measure named.
#[derive(Serialize)]
struct HelpView {
    words: usize,
    minutes: usize,
    measure: Option<&'static str>,
    score: Option<i32>,
}

impl HelpView {
    fn new(help: &ReadingHelp) -> Self {
        Self {
            words: help.words,
            minutes: help.minutes,
            measure: help.measure,
            score: help.score,
        }
    }
}

/// The words a statement rests on.
#[derive(Serialize)]
pub(super) struct EvidenceView<'a> {
    block: Option<Id>,
    quote: &'a str,
}

impl<'a> EvidenceView<'a> {
    pub(super) fn new(evidence: &'a Evidence, ids: Ids) -> Self {
        Self {
            block: evidence.block.map(|id| ids.block(id)),
            quote: &evidence.quote,
        }
    }
}

#[derive(Serialize)]
struct DateView<'a> {
    date: String,
    role: &'static str,
    evidence: EvidenceView<'a>,
}

impl<'a> DateView<'a> {
    fn new(mention: &'a DateMention, ids: Ids) -> Self {
        Self {
            date: mention.date.to_string(),
            role: role(mention.role),
            evidence: EvidenceView::new(&mention.evidence, ids),
        }
    }
}

fn role(role: DateRole) -> &'static str {
    match role {
        DateRole::Updated => "updated",
        DateRole::Effective => "effective",
        DateRole::Archived => "archived",
        DateRole::Published => "published",
    }
}

#[derive(Serialize)]
struct SectionView<'a> {
    id: Id,
    heading: &'a str,
    level: u8,
    path: &'a [String],
    recovered: bool,
    blocks: Vec<Id>,
}

impl<'a> SectionView<'a> {
    fn new(position: usize, section: &'a Section, ids: Ids) -> Self {
        Self {
            id: ids.section_at(position),
            heading: &section.heading,
            level: section.level,
            path: &section.path,
            recovered: section.recovered,
            blocks: section.block_ids().map(|id| ids.block(id)).collect(),
        }
    }
}

#[derive(Serialize)]
struct BlockView<'a> {
    id: Id,
    section: Id,
    kind: &'static str,
    depth: u8,
    text: &'a str,
    span: [usize; 2],
    topics: Vec<&'static str>,
}

impl<'a> BlockView<'a> {
    fn new(position: usize, block: &'a Block, reading: &'a Reading, ids: Ids) -> Self {
        Self {
            id: ids.block_at(position),
            section: ids.section(block.section),
            kind: kind(block.kind),
            depth: block.depth,
            text: &block.text,
            span: [block.span.start, block.span.end],
            topics: topics(reading.topics.get(position)),
        }
    }
}

fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem => "list-item",
        BlockKind::TableRow => "table-row",
        BlockKind::Quote => "quote",
        BlockKind::Code => "code",
    }
}

/// The names of topics; none where none were read.
pub(super) fn topics(topics: Option<&Vec<Topic>>) -> Vec<&'static str> {
    topics.into_iter().flatten().map(|t| t.key()).collect()
}

/// A way to reach the organisation.
#[derive(Serialize)]
pub(super) struct ContactView<'a> {
    value: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    role: &'static str,
    #[serde(rename = "for")]
    rights: Vec<&'static str>,
    recommended: bool,
    evidence: EvidenceView<'a>,
}

impl<'a> ContactView<'a> {
    pub(super) fn new(contact: &'a Contact, ids: Ids) -> Self {
        Self {
            value: &contact.value,
            kind: contact.kind.key(),
            role: contact.role.key(),
            rights: contact.rights.iter().map(|right| right.key()).collect(),
            recommended: contact.recommended,
            evidence: EvidenceView::new(&contact.evidence, ids),
        }
    }
}

/// A typed statement.
#[derive(Serialize)]
pub(super) struct FactView<'a> {
    kind: &'static str,
    value: Cow<'a, str>,
    about: Option<&'a str>,
    evidence: EvidenceView<'a>,
}

impl<'a> FactView<'a> {
    pub(super) fn new(fact: &'a Fact, ids: Ids) -> Self {
        Self {
            kind: fact.kind().key(),
            value: value_in_data(&fact.statement),
            about: about_in_data(&fact.statement),
            evidence: EvidenceView::new(&fact.evidence, ids),
        }
    }
}

#[derive(Serialize)]
struct ProblemView<'a> {
    message: &'a str,
    block: Option<Id>,
}

impl<'a> ProblemView<'a> {
    fn new(problem: &'a Problem, ids: Ids) -> Self {
        Self {
            message: &problem.message,
            block: problem.block.map(|id| ids.block(id)),
        }
    }
}
