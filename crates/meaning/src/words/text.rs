//! A document prepared for reading: sentences with their words, and what leads to a list item.

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeSet,
    ops::{Deref, Range},
    rc::Rc,
    slice,
};
use text::sorting::set;

use crate::{
    cue::bits::Bits,
    words::{
        Dictionary, Words,
        lexicon::{Entry, Lexicon},
    },
};
use model::Right;
use model::{Block, BlockId, BlockKind, Document, Evidence, MarkKind};
use rustc_hash::FxHashMap;
use text::{detection::Shown, sentence::sentences};

/// The passages of both versions that were cut already. What stayed as it was, which is most of
/// a policy, is cut and searched once.
pub(crate) struct Cutter<'d> {
    lexicon: &'d Lexicon<'d>,
    /// By text, and language of the document.
    passages: RefCell<FxHashMap<(&'d str, usize), Cut<'d>>>,
    /// By text and language.
    sentences: RefCell<FxHashMap<(&'d str, usize), Rc<Words<'d>>>>,
}

/// A passage that was cut, and its own language.
#[derive(Clone)]
struct Cut<'d> {
    language: Dictionary<'d>,
    sentences: Sentences<'d>,
}

impl<'d> Cutter<'d> {
    pub(crate) fn new(lexicon: &'d Lexicon<'d>) -> Self {
        Self {
            lexicon,
            passages: RefCell::default(),
            sentences: RefCell::default(),
        }
    }

    /// A passage of a document in this language.
    fn passage(&self, text: &'d str, language: Dictionary<'d>) -> Cut<'d> {
        let key = (text, language.index());
        if let Some(cut) = self.passages.borrow().get(&key) {
            return cut.clone();
        }
        let mut cut = self.cut(text, language);
        let mut shown = Shown::default();
        for sentence in &cut.sentences {
            sentence.words.entries().for_each(|e| shown.add(&e.shown));
        }
        let own = language.of_passage(&shown);
        if own.index() != language.index() {
            cut = self.cut(text, own);
        }
        self.passages.borrow_mut().insert(key, cut.clone());
        cut
    }

    /// A passage in this language.
    fn cut(&self, text: &'d str, language: Dictionary<'d>) -> Cut<'d> {
        let sentence = |range: Range<usize>| Sentence {
            words: self.words(&text[range.clone()], language),
            range,
        };
        let sentences = sentences(text, language.language())
            .into_iter()
            .map(sentence);
        Cut {
            language,
            sentences: Sentences(sentences.collect()),
        }
    }

    /// A sentence that may stand in one of the versions, in this language.
    pub(crate) fn look_up<'s>(&self, text: &'s str, language: Dictionary<'s>) -> Rc<Words<'s>>
    where
        'd: 's,
    {
        let known: &FxHashMap<(&'s str, usize), Rc<Words<'d>>> = &self.sentences.borrow();
        match known.get(&(text, language.index())) {
            Some(words) => Rc::clone(words) as Rc<Words<'s>>,
            None => Rc::new(Words::new(text, language)),
        }
    }

    /// A sentence, or a heading, in this language.
    fn words(&self, text: &'d str, language: Dictionary<'d>) -> Rc<Words<'d>> {
        let key = (text, language.index());
        if let Some(words) = self.sentences.borrow().get(&key) {
            return Rc::clone(words);
        }
        let words = Rc::new(Words::new(text, language));
        self.sentences.borrow_mut().insert(key, Rc::clone(&words));
        words
    }
}

/// A document cut into passages, one a block, at the block's position.
pub(crate) struct Text<'d> {
    pub(crate) document: &'d Document,
    /// The language of the document; passages may differ.
    pub(crate) language: Dictionary<'d>,
    pub(crate) passages: Vec<Passage<'d>>,
    /// The numbers of words that occur in lower case somewhere: they are not names.
    common: Bits,
    /// Hosts that the text links to, in lower case.
    pub(crate) hosts: BTreeSet<String>,
    /// All blocks in lower case, once they were asked for.
    lower: OnceCell<String>,
    /// Rights that any sentence names, once they were asked for.
    pub(crate) rights: OnceCell<Vec<Right>>,
}

/// One block with its surroundings.
pub(crate) struct Passage<'d> {
    pub(crate) id: BlockId,
    pub(crate) block: &'d Block,
    pub(crate) language: Dictionary<'d>,
    pub(crate) heading: Rc<Words<'d>>,
    /// The passage that introduces this list item ("… the following:").
    pub(crate) lead: Option<usize>,
    pub(crate) sentences: Sentences<'d>,
}

/// The sentences of a passage, in order; shared by all passages of the same words.
#[derive(Clone)]
pub(crate) struct Sentences<'d>(Rc<[Sentence<'d>]>);

impl<'d> Deref for Sentences<'d> {
    type Target = [Sentence<'d>];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'s, 'd> IntoIterator for &'s Sentences<'d> {
    type Item = &'s Sentence<'d>;
    type IntoIter = slice::Iter<'s, Sentence<'d>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// One sentence of a block.
pub(crate) struct Sentence<'d> {
    /// Byte range in the block's text.
    pub(crate) range: Range<usize>,
    pub(crate) words: Rc<Words<'d>>,
}

impl<'d> Text<'d> {
    pub(crate) fn new(document: &'d Document, cutter: &Cutter<'d>) -> Self {
        let language = Dictionary::of_tag(cutter.lexicon, &document.language);
        let mut text = Self {
            document,
            language,
            passages: Vec::new(),
            common: Bits::default(),
            hosts: BTreeSet::new(),
            lower: OnceCell::new(),
            rights: OnceCell::new(),
        };
        for (position, block) in document.blocks.iter().enumerate() {
            let heading = document.sections.get(block.section.index());
            let Cut {
                language,
                sentences,
            } = cutter.passage(&block.text, language);
            text.passages.push(Passage {
                id: BlockId(u32::try_from(position).unwrap_or(u32::MAX)),
                block,
                heading: cutter.words(heading.map_or("", |s| s.heading.as_str()), language),
                language,
                lead: lead(&text.passages, block),
                sentences,
            });
        }
        text.common = text.common_words(cutter.lexicon.len());
        text.hosts = hosts(document);
        text
    }

    /// All blocks in lower case, one a line.
    pub(crate) fn lower(&self) -> &str {
        self.lower.get_or_init(|| {
            let mut lower = String::new();
            for block in &self.document.blocks {
                lower.push_str(&block.text.to_lowercase());
                lower.push('\n');
            }
            lower
        })
    }

    fn common_words(&self, known: usize) -> Bits {
        let mut common = Bits::with_room(known);
        for (_, sentence) in self.sentences() {
            for word in sentence.words.in_lower_case() {
                common.insert(word.owner as usize);
            }
        }
        common
    }

    /// True for a word that occurs in lower case somewhere: it is no name.
    pub(crate) fn is_common(&self, word: &Entry) -> bool {
        self.common.holds(word.owner as usize)
    }

    /// The passage that introduces this one.
    pub(crate) fn lead(&self, passage: &Passage<'d>) -> Option<&Passage<'d>> {
        passage.lead.and_then(|at| self.passages.get(at))
    }

    /// Every sentence with its passage, in reading order.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = (&Passage<'d>, &Sentence<'d>)> {
        self.passages
            .iter()
            .flat_map(|p| p.sentences.iter().map(move |s| (p, s)))
    }
}

impl Passage<'_> {
    /// This sentence as evidence.
    pub(crate) fn evidence(&self, sentence: &Sentence<'_>) -> Evidence {
        Evidence {
            block: Some(self.id),
            quote: sentence.words.text().to_owned(),
        }
    }
}

/// Where the words that introduce a block stand, among the passages before it: the paragraph
/// before its list, the item above a nested one, the first row of its table, or a paragraph that
/// ends in a colon.
fn lead(before: &[Passage<'_>], block: &Block) -> Option<usize> {
    let mut at = before.len().checked_sub(1)?;
    loop {
        let passage = before.get(at)?;
        let other = passage.block;
        if other.section != block.section {
            return None;
        }
        match block.kind {
            BlockKind::ListItem if other.kind == BlockKind::ListItem => {
                if other.depth < block.depth {
                    return Some(at);
                }
                // What stands between an item and its lead is as deep as the item, or deeper.
                at = passage.lead?;
            }
            BlockKind::ListItem => return Some(at),
            BlockKind::TableRow if other.kind == BlockKind::TableRow => {
                return passage.lead.or(Some(at));
            }
            BlockKind::TableRow => return None,
            _ => return other.text.ends_with(':').then_some(at),
        }
    }
}

fn hosts(document: &Document) -> BTreeSet<String> {
    let marks = document.blocks.iter().flat_map(|b| &b.marks);
    let targets = marks.filter_map(|m| match &m.kind {
        MarkKind::Link(target) => target.split_once("://"),
        _ => None,
    });
    let hosts = targets.map(|(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or(""));
    set(hosts.map(str::to_lowercase))
}
