//! Ways to reach the organisation, as the policy gives them, and the one where a request goes.
//!
//! An address is never completed or guessed: it stands in the text or in a link's target.

mod addresses;
mod forms;
mod postal;
mod recommend;
mod roles;

use std::cmp::Reverse;

use super::languages::contacts::SECOND;
use crate::words::text::{Passage, Sentence, Text};
use model::{Block, Contact, ContactRole, ContactType, MarkKind, Right};
use text::sorting::sort_by_key;

/// One place where a contact is given.
struct Mention<'t, 'd> {
    value: String,
    kind: ContactType,
    passage: &'t Passage<'d>,
    sentence: &'t Sentence<'d>,
    /// Byte of the sentence's text where the contact stands.
    at: usize,
}

/// A contact with how well it suits a request.
struct Candidate {
    contact: Contact,
    /// How well the best of its mentions suits a request.
    suits: recommend::Suits,
    /// The same of the mention whose role and words are kept.
    told: recommend::Suits,
    /// Given only as another way beside one named before.
    second: bool,
    mentions: usize,
}

/// Contacts in reading order, at most one of them recommended.
pub(super) fn read(text: &Text<'_>) -> Vec<Contact> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for passage in &text.passages {
        for mention in mentions(text, passage) {
            if !roles::belongs_to_another(text, &mention) {
                merge(&mut candidates, candidate(text, mention));
            }
        }
    }
    recommend::mark(&mut candidates);
    candidates.into_iter().map(|c| c.contact).collect()
}

fn mentions<'t, 'd>(text: &Text<'d>, passage: &'t Passage<'d>) -> Vec<Mention<'t, 'd>> {
    let mut found = addresses::emails(passage);
    found.extend(forms::forms(passage));
    found.extend(postal::phones(passage));
    found.extend(postal::post(text, passage));
    sort_by_key(&mut found, |m| (m.sentence.range.start, m.at));
    found
}

fn candidate(text: &Text<'_>, mention: Mention<'_, '_>) -> Candidate {
    let role = roles::role(text, &mention);
    let suits = recommend::suits(text, &mention, role);
    let rights = roles::rights(text, &mention);
    let second = mention.sentence.words.has(&SECOND);
    let evidence = mention.passage.evidence(mention.sentence);
    let Mention { value, kind, .. } = mention;
    let contact = Contact {
        value,
        kind,
        role,
        rights,
        recommended: false,
        evidence,
    };
    Candidate {
        contact,
        suits,
        told: suits,
        second,
        mentions: 1,
    }
}

/// Adds a mention, or folds it into the same contact's earlier one, whichever of them comes first:
/// a role is kept before none, then that of the mention that suits a request best, each with its
/// words.
fn merge(candidates: &mut Vec<Candidate>, new: Candidate) {
    let same = |c: &&mut Candidate| {
        c.contact.kind == new.contact.kind
            && c.contact.value.to_lowercase() == new.contact.value.to_lowercase()
    };
    let Some(old) = candidates.iter_mut().find(same) else {
        candidates.push(new);
        return;
    };
    old.mentions += 1;
    old.second &= new.second;
    let mut rights: Vec<Right> = old.contact.rights.clone();
    rights.extend(&new.contact.rights);
    rights.sort_unstable();
    rights.dedup();
    let tells = |c: &Candidate| {
        let role = c.contact.role;
        (role != ContactRole::General, c.told, Reverse(role))
    };
    if tells(&new) > tells(old) {
        old.told = new.told;
        old.contact.role = new.contact.role;
        old.contact.evidence = new.contact.evidence;
    }
    old.suits = old.suits.max(new.suits);
    old.contact.rights = rights;
}

/// The links of a block: range of their text, that text, and the target.
fn links(block: &Block) -> impl Iterator<Item = (usize, &str, &str)> {
    block.marks.iter().filter_map(|mark| match &mark.kind {
        MarkKind::Link(target) => Some((
            mark.range.start,
            block.text.get(mark.range.clone())?,
            target.as_str(),
        )),
        _ => None,
    })
}

/// The sentence at this byte of the block, and the byte counted from the sentence's start.
fn locate<'t, 'd>(passage: &'t Passage<'d>, byte: usize) -> Option<(&'t Sentence<'d>, usize)> {
    let sentence = passage.sentences.iter().find(|s| byte < s.range.end)?;
    Some((sentence, byte.saturating_sub(sentence.range.start)))
}

impl<'t, 'd> Mention<'t, 'd> {
    fn at(passage: &'t Passage<'d>, byte: usize, kind: ContactType, value: String) -> Option<Self> {
        let (sentence, at) = locate(passage, byte)?;
        Some(Self {
            value,
            kind,
            passage,
            sentence,
            at,
        })
    }
}
