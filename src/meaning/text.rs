//! A document prepared for reading: sentences with their words, and what leads to a list item.

use std::{cell::OnceCell, collections::BTreeSet, ops::Range};

use super::{
    languages::Language, lexicon::Lexicon, model::Right, sentences::sentences, words::Words,
};
use crate::document::{Block, BlockId, BlockKind, Document, Evidence, MarkKind};

/// A document cut into passages, one a block, at the block's position.
pub(super) struct Text<'d> {
    pub(super) document: &'d Document,
    /// The language of the document; passages may differ.
    pub(super) language: Language<'d>,
    pub(super) passages: Vec<Passage<'d>>,
    /// Words that occur in lower case somewhere: they are not names.
    pub(super) common: BTreeSet<&'d str>,
    /// Hosts that the text links to, in lower case.
    pub(super) hosts: BTreeSet<String>,
    /// All blocks in lower case, one a line.
    pub(super) lower: String,
    /// Rights that any sentence names, once they were asked for.
    pub(super) rights: OnceCell<Vec<Right>>,
}

/// One block with its surroundings.
pub(super) struct Passage<'d> {
    pub(super) id: BlockId,
    pub(super) block: &'d Block,
    pub(super) language: Language<'d>,
    pub(super) heading: Words<'d>,
    /// The passage that introduces this list item ("… the following:").
    pub(super) lead: Option<usize>,
    pub(super) sentences: Vec<Sentence<'d>>,
}

/// One sentence of a block.
pub(super) struct Sentence<'d> {
    /// Byte range in the block's text.
    pub(super) range: Range<usize>,
    pub(super) words: Words<'d>,
}

impl<'d> Text<'d> {
    pub(super) fn new(document: &'d Document, lexicon: &'d Lexicon<'d>) -> Self {
        let language = Language::of_tag(lexicon, &document.language);
        let mut text = Self {
            document,
            language,
            passages: Vec::new(),
            common: BTreeSet::new(),
            hosts: BTreeSet::new(),
            lower: String::new(),
            rights: OnceCell::new(),
        };
        for (position, block) in document.blocks.iter().enumerate() {
            let heading = document.sections.get(block.section.index());
            let language = language.of_passage(&block.text);
            text.passages.push(Passage {
                id: BlockId(u32::try_from(position).unwrap_or(u32::MAX)),
                block,
                heading: Words::new(heading.map_or("", |s| s.heading.as_str()), language),
                language,
                lead: lead(document, position),
                sentences: split(&block.text, language),
            });
        }
        for block in &document.blocks {
            text.lower.push_str(&block.text.to_lowercase());
            text.lower.push('\n');
        }
        text.common = common_words(document);
        text.hosts = hosts(document);
        text
    }

    /// The passage that introduces this one.
    pub(super) fn lead(&self, passage: &Passage<'d>) -> Option<&Passage<'d>> {
        passage.lead.and_then(|at| self.passages.get(at))
    }

    /// Every sentence with its passage, in reading order.
    pub(super) fn sentences(&self) -> impl Iterator<Item = (&Passage<'d>, &Sentence<'d>)> {
        self.passages
            .iter()
            .flat_map(|p| p.sentences.iter().map(move |s| (p, s)))
    }
}

impl Passage<'_> {
    /// This sentence as evidence.
    pub(super) fn evidence(&self, sentence: &Sentence<'_>) -> Evidence {
        Evidence {
            block: Some(self.id),
            quote: sentence.words.text().to_owned(),
        }
    }
}

pub(super) fn split<'t>(text: &'t str, language: Language<'t>) -> Vec<Sentence<'t>> {
    let cut = |range: Range<usize>| Sentence {
        words: Words::new(&text[range.clone()], language),
        range,
    };
    sentences(text, language).into_iter().map(cut).collect()
}

/// Where the words that introduce a block stand: the paragraph before its list, the item above
/// a nested one, or a paragraph that ends in a colon.
fn lead(document: &Document, position: usize) -> Option<usize> {
    let block = document.blocks.get(position)?;
    let earlier = document.blocks[..position].iter().enumerate().rev();
    let mut earlier = earlier.take_while(|(_, b)| b.section == block.section);
    if block.kind == BlockKind::ListItem {
        let introduces = |b: &Block| b.kind != BlockKind::ListItem || b.depth < block.depth;
        return earlier.find(|(_, b)| introduces(b)).map(|(at, _)| at);
    }
    earlier
        .next()
        .filter(|(_, b)| b.text.ends_with(':'))
        .map(|(at, _)| at)
}

fn hosts(document: &Document) -> BTreeSet<String> {
    let marks = document.blocks.iter().flat_map(|b| &b.marks);
    let targets = marks.filter_map(|m| match &m.kind {
        MarkKind::Link(target) => target.split_once("://"),
        _ => None,
    });
    let hosts = targets.map(|(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or(""));
    hosts.map(str::to_lowercase).collect()
}

fn common_words(document: &Document) -> BTreeSet<&str> {
    let mut common = BTreeSet::new();
    for block in &document.blocks {
        for run in block.text.split_whitespace() {
            if run.contains("://") || run.contains(['@', '=']) || run.starts_with("www.") {
                continue;
            }
            let parts = run.split(|c: char| !c.is_alphanumeric());
            common.extend(parts.filter(|p| p.starts_with(char::is_lowercase)));
        }
    }
    common
}
