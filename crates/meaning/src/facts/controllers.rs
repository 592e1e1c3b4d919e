//! Who the policy says is responsible for the data: companies named where it speaks of the
//! controller.
//!
//! Only names with a form of company count. Policies call themselves by a brand all over; who is
//! responsible in law shows by the form.

use super::{mentions, names};
use crate::{
    languages::names::CONTROLLER,
    words::text::{Passage, Sentence, Text},
};
use ::text::lexer::bare_words;
use model::BlockId;

/// A company named as controller, and where.
pub(crate) struct Controller {
    /// As it is written.
    pub(crate) name: String,
    pub(crate) block: BlockId,
}

/// Every company named as controller, each once.
pub(crate) fn controllers(text: &Text<'_>) -> Vec<Controller> {
    let mut found: Vec<Controller> = Vec::new();
    for passage in &text.passages {
        let introduced = is_introduced(text, passage);
        for sentence in &passage.sentences {
            let Some(name) = controller(sentence, introduced) else {
                continue;
            };
            let name = unglued(text, &name).to_owned();
            if found.iter().all(|c| c.name != name) {
                found.push(Controller {
                    name,
                    block: passage.id,
                });
            }
        }
    }
    found
}

/// True where the text names this company, whatever it says about it.
pub(crate) fn names_company(text: &Text<'_>, name: &str) -> bool {
    mentions::contains(text, names::without_form(text.language, name))
}

/// True under a heading on the controller, or behind words that announce it.
fn is_introduced(text: &Text<'_>, passage: &Passage<'_>) -> bool {
    let lead = text.lead(passage).and_then(|l| l.sentences.last());
    passage.heading.has(&CONTROLLER) || lead.is_some_and(|s| s.words.has(&CONTROLLER))
}

/// The first company behind the words for the controller, or before them in the sentence.
fn controller(sentence: &Sentence<'_>, introduced: bool) -> Option<String> {
    let words = &sentence.words;
    let cue = words.find(&CONTROLLER);
    if cue.is_none() && !introduced {
        return None;
    }
    let companies = names::companies(words);
    let cue = cue.map_or(0, |cue| cue.start);
    let behind = companies.iter().find(|name| name.start >= cue);
    let name = behind.or_else(|| companies.first())?;
    Some(words.slice(name.clone()).to_owned())
}

/// A name without what runs into it: "South AfricaAcme Inc" is the end of an address line, where
/// "Acme" stands in the text more often than "AfricaAcme".
fn unglued<'n>(text: &Text<'_>, name: &'n str) -> &'n str {
    let starts = name.char_indices().zip(name.chars().skip(1));
    let inside = starts.filter(|((_, c), next)| c.is_lowercase() && next.is_uppercase());
    let tails = inside.filter_map(|((at, c), _)| Some((at, name.get(at + c.len_utf8()..)?)));
    let count = |word: &str| {
        let passages = text.passages.iter();
        let words = passages.flat_map(|p| bare_words(&p.block.text));
        words.filter(|w| *w == word).count()
    };
    let glued = tails.filter(|(at, tail)| {
        let start = name[..*at]
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + 1);
        let end = name[*at..].find(char::is_whitespace);
        let whole = &name[start..end.map_or(name.len(), |end| at + end)];
        let first = tail.split_whitespace().next().unwrap_or_default();
        count(first) > count(whole)
    });
    glued.last().map_or(name, |(_, tail)| tail)
}
