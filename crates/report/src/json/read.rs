//! Reads a comparison that was written earlier, here or elsewhere.
//!
//! A file is outside input: nothing in it is believed. What the model promises is checked, and
//! what does not hold is said in a sentence.

use std::{fmt, ops::Range};

use serde::{Deserialize, de::DeserializeOwned};

use super::{COMPARISON, VERSION};
use model::{
    Address, Block, BlockId, Change, Comparison, Contact, Document, Evidence, Fact, FactChange,
    FactId, FactKind, FactStatus, Highlight, Meaning, Op, Reading, ReadingHelp, SectionId, Topic,
    ids,
};

/// A comparison as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The old version.
    pub old: Document,
    /// The new version.
    pub new: Document,
    /// What became of the one in the other.
    pub comparison: Comparison,
    /// What it means.
    pub meaning: Meaning,
}

/// Why a file cannot be opened, in a sentence for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault(String);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self(format!("This comparison cannot be read: {error}."))
    }
}

fn fault<T>(what: impl fmt::Display) -> Result<T, Fault> {
    Err(Fault(format!(
        "This comparison does not hold together: {what}."
    )))
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// The two texts.
#[derive(Deserialize)]
struct Texts {
    #[serde(with = "ids::old")]
    old: Document,
    #[serde(with = "ids::new")]
    new: Document,
}

/// What the parts of the texts are called.
#[derive(Deserialize)]
struct Names {
    #[serde(with = "ids::old")]
    old: TextNames,
    #[serde(with = "ids::new")]
    new: TextNames,
}

#[derive(Deserialize)]
struct TextNames {
    sections: Vec<Named<SectionId>>,
    blocks: Vec<Named<BlockId>>,
    facts: Vec<Named<FactId>>,
}

impl TextNames {
    /// Ids are positions; everything in the file points by them.
    fn are_in_order(&self) -> bool {
        self.sections
            .iter()
            .map(|s| s.id)
            .eq((0..self.sections.len()).map(SectionId::at))
            && self
                .blocks
                .iter()
                .map(|b| b.id)
                .eq((0..self.blocks.len()).map(BlockId::at))
            && self
                .facts
                .iter()
                .map(|f| f.id)
                .eq((0..self.facts.len()).map(FactId::at))
    }
}

#[derive(Deserialize)]
struct Named<I> {
    id: I,
}

/// What stands beside the texts and the changes.
#[derive(Deserialize)]
struct Beside {
    #[serde(with = "ids::old")]
    old: BesideText,
    #[serde(with = "ids::new")]
    new: BesideText,
    blocks: Vec<Topics>,
    facts: Vec<SavedFactChange>,
    highlights: Vec<SavedHighlight>,
}

#[derive(Deserialize)]
struct BesideText {
    blocks: Vec<Topics>,
    contacts: Vec<Contact>,
    facts: Vec<Fact>,
    reading: ReadingHelp,
}

#[derive(Deserialize)]
struct Topics {
    topics: Vec<Topic>,
}

#[derive(Deserialize)]
struct SavedFactChange {
    kind: FactKind,
    change: FactStatus,
    #[serde(with = "ids::old")]
    old: Option<Named<FactId>>,
    #[serde(with = "ids::new")]
    new: Option<Named<FactId>>,
}

#[derive(Deserialize)]
struct SavedHighlight {
    headline: String,
    language: String,
    topic: Topic,
    changes: Vec<Address>,
    facts: Vec<usize>,
}

/// Reads a comparison in the published format.
///
/// # Errors
/// Text that is no comparison, one of another version of the format, or one in which something
/// does not hold together.
pub fn comparison(text: &str) -> Result<Saved, Fault> {
    // Each part is read from the whole text and passes over the others: the model's types then
    // need no others beside them that have everything at once.
    let head: Option<Head> = serde_json::from_str(text).ok();
    match head.filter(|head| head.format == COMPARISON) {
        None => {
            return Err(Fault(
                "This file is no comparison of policy-diff.".to_owned(),
            ));
        }
        Some(head) if head.version != VERSION => {
            return Err(Fault(format!(
                "This comparison is in version {} of its format; version {VERSION} can be opened.",
                head.version
            )));
        }
        Some(_) => {}
    }
    let Texts { mut old, mut new } = part(text)?;
    let comparison: Comparison = part(text)?;
    let names: Names = part(text)?;
    let beside: Beside = part(text)?;
    if !names.old.are_in_order() || !names.new.are_in_order() {
        return fault("the ids of a version are out of order");
    }
    complete("old", &mut old)?;
    complete("new", &mut new)?;
    correspond(&old, &new, &comparison)?;
    let meaning = meaning(&old, &new, &comparison, beside)?;
    Ok(Saved {
        old,
        new,
        comparison,
        meaning,
    })
}

fn part<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    Ok(serde_json::from_str(text)?)
}

/// Checks a document and adds what is not published.
fn complete(side: &str, document: &mut Document) -> Result<(), Fault> {
    let mut next = 0;
    for (at, section) in document.sections.iter_mut().enumerate() {
        if section.blocks.is_empty() {
            section.blocks = next..next;
        }
        let Range { start, end } = section.blocks;
        let blocks = document.blocks.get(start as usize..end as usize);
        let own = |block: &Block| block.section.index() == at;
        if start != next || !blocks.is_some_and(|blocks| blocks.iter().all(own)) {
            return fault(format_args!(
                "the blocks of section {at} of the {side} version are not those that follow"
            ));
        }
        next = end;
    }
    if next as usize != document.blocks.len() {
        return fault(format_args!(
            "a block of the {side} version is in no section"
        ));
    }
    for block in &mut document.blocks {
        let inside = |range: &Range<usize>| block.text.get(range.clone()).is_some();
        if !block.marks.iter().all(|mark| inside(&mark.range)) {
            return fault(format_args!(
                "formatting of the {side} version lies outside its text"
            ));
        }
        block.normal = document::normalise(&block.text);
    }
    let dates = document.dates.iter().map(|date| &date.evidence);
    quoted(side, document, dates)?;
    let mut places = document.problems.iter().filter_map(|problem| problem.block);
    match places.all(|id| id.index() < document.blocks.len()) {
        true => Ok(()),
        false => fault(format_args!(
            "a problem of the {side} version lies outside its text"
        )),
    }
}

/// Checks that the blocks have the words that statements rest on.
fn quoted<'a>(
    side: &str,
    document: &Document,
    mut evidence: impl Iterator<Item = &'a Evidence>,
) -> Result<(), Fault> {
    let holds = |evidence: &Evidence| match evidence.block {
        Some(id) => document
            .blocks
            .get(id.index())
            .is_some_and(|block| block.text.contains(&evidence.quote)),
        None => true,
    };
    match evidence.find(|evidence| !holds(evidence)) {
        None => Ok(()),
        Some(lost) => fault(format_args!(
            "\"{}\" is quoted from the {side} version, which does not say it there",
            lost.quote
        )),
    }
}

/// Checks that every block and every section is accounted for, and that the words of the changes
/// are those of the texts.
fn correspond(old: &Document, new: &Document, comparison: &Comparison) -> Result<(), Fault> {
    let sections = &comparison.sections;
    let inside = |id: SectionId, document: &Document| id.index() < document.sections.len();
    let linked = sections.links.iter();
    if !linked
        .clone()
        .all(|link| inside(link.old, old) && inside(link.new, new))
        || !sections.removed.iter().all(|id| inside(*id, old))
        || !sections.added.iter().all(|id| inside(*id, new))
    {
        return fault("a section that corresponds is not there");
    }
    let headings = linked.flat_map(|link| &link.heading);
    let segments = comparison
        .changes
        .iter()
        .flat_map(|change| &change.segments);
    let mut terms = segments.chain(headings).filter_map(|segment| segment.term);
    if terms.any(|term| term >= comparison.terms.len()) {
        return fault("words are part of a term that is not there");
    }
    for (side, document, blocks, other) in [
        (
            "old",
            old,
            (|change| &change.old) as fn(&Change) -> &Vec<BlockId>,
            Op::Insert,
        ),
        ("new", new, |change| &change.new, Op::Delete),
    ] {
        let mut standing: Vec<BlockId> = comparison
            .changes
            .iter()
            .flat_map(blocks)
            .copied()
            .collect();
        standing.sort_unstable();
        if !document.blocks().map(|(id, _)| id).eq(standing) {
            return fault(format_args!(
                "not every block of the {side} version is in exactly one change"
            ));
        }
        for change in &comparison.changes {
            let texts: Vec<&str> = blocks(change)
                .iter()
                .map(|id| &*document.block(*id).text)
                .collect();
            let own = change.segments.iter().filter(|segment| segment.op != other);
            if own.map(|segment| &*segment.text).collect::<String>() != texts.join("\n") {
                return fault(format_args!(
                    "the words of {} are not those of the {side} version",
                    change.address
                ));
            }
        }
    }
    let mut addresses: Vec<Address> = comparison.changes.iter().map(|c| c.address).collect();
    addresses.sort_unstable();
    match addresses.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(twice) => fault(format_args!("two changes are called {}", twice[0])),
        None => Ok(()),
    }
}

fn meaning(
    old: &Document,
    new: &Document,
    comparison: &Comparison,
    beside: Beside,
) -> Result<Meaning, Fault> {
    let (old, new) = (
        reading("old", old, beside.old)?,
        reading("new", new, beside.new)?,
    );
    let mut facts = Vec::new();
    for change in beside.facts {
        let at = |fact: Option<Named<FactId>>| fact.map(|fact| fact.id.index());
        let change = FactChange {
            kind: change.kind,
            change: change.change,
            old: at(change.old),
            new: at(change.new),
        };
        let inside =
            |at: Option<usize>, reading: &Reading| at.is_none_or(|at| at < reading.facts.len());
        if !inside(change.old, &old) || !inside(change.new, &new) {
            return fault("a fact that changed is not there");
        }
        facts.push(change);
    }
    let mut highlights = Vec::new();
    for highlight in beside.highlights {
        let changes = highlight
            .changes
            .iter()
            .map(|address| comparison.find(*address));
        let Some(changes) = changes.collect() else {
            return fault(format_args!(
                "\"{}\" rests on a change that is not there",
                highlight.headline
            ));
        };
        if highlight.facts.iter().any(|at| *at >= facts.len()) {
            return fault(format_args!(
                "\"{}\" rests on a fact that is not there",
                highlight.headline
            ));
        }
        highlights.push(Highlight {
            headline: highlight.headline,
            language: highlight.language.into(),
            topic: highlight.topic,
            changes,
            facts: highlight.facts,
        });
    }
    Ok(Meaning {
        old,
        new,
        topics: beside
            .blocks
            .into_iter()
            .map(|change| change.topics)
            .collect(),
        facts,
        highlights,
    })
}

fn reading(side: &str, document: &Document, beside: BesideText) -> Result<Reading, Fault> {
    let contacts = beside.contacts.iter().map(|contact| &contact.evidence);
    let facts = beside.facts.iter().map(|fact| &fact.evidence);
    quoted(side, document, contacts.chain(facts))?;
    Ok(Reading {
        topics: beside
            .blocks
            .into_iter()
            .map(|block| block.topics)
            .collect(),
        help: beside.reading,
        contacts: beside.contacts,
        facts: beside.facts,
    })
}
