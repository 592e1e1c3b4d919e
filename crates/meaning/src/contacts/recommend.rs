//! Which of the contacts a general data-protection request goes to.
//!
//! What the text says comes first (an address named for requests beats one named for
//! questions), how easily it can be written to second. Representatives and security addresses
//! come last: they answer for somebody or something else.

use super::{mention::Mention, roles};
use crate::{
    cue::phrases::Phrases,
    facts::rights_named,
    languages::contacts::{OTHER_REQUESTS, PARTICULAR, QUESTIONS, REQUESTS},
    words::{Words, text::Text},
};
use model::{Contact, ContactRole, ContactType, Right};

/// How well a contact suits a general request; greater suits better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Suits {
    /// An office that answers others than the readers: the press, applicants, the police.
    ForOthers,
    /// An office for something else.
    Elsewhere,
    /// No particular purpose.
    General,
    /// Questions and concerns.
    Questions,
    /// Privacy, or the data protection officer.
    Privacy,
    /// Requests or rights in general.
    Requests,
}

/// A contact with how well it suits a request.
pub(super) struct Candidate {
    pub(super) contact: Contact,
    /// How well the best of its mentions suits a request.
    pub(super) suits: Suits,
    /// The same of the mention whose role and words are kept.
    pub(super) told: Suits,
    /// Given only as another way beside one named before.
    pub(super) second: bool,
    pub(super) mentions: usize,
}

pub(super) fn suits(text: &Text<'_>, mention: &Mention<'_, '_>, role: ContactRole) -> Suits {
    let words = &mention.sentence.words;
    let in_lead = || {
        let lead = text.lead(mention.passage);
        lead.is_some_and(|l| l.sentences.last().is_some_and(|s| s.words.has(&REQUESTS)))
    };
    match role {
        ContactRole::EuRepresentative | ContactRole::UkRepresentative | ContactRole::Security => {
            Suits::Elsewhere
        }
        ContactRole::General if roles::is_for_others(mention) && !words.has(&REQUESTS) => {
            Suits::ForOthers
        }
        _ if words.has(&OTHER_REQUESTS) => Suits::General,
        // An address for one choice is not the one for all requests.
        _ if is_for_a_choice(mention) => Suits::Questions,
        // An address for the readers of one place is not the one for all.
        ContactRole::General | ContactRole::Privacy
            if words.has(&PARTICULAR) || under(text, mention, &PARTICULAR) =>
        {
            Suits::Questions
        }
        _ if words.has(&REQUESTS) || in_lead() => Suits::Requests,
        ContactRole::Privacy | ContactRole::Dpo => Suits::Privacy,
        ContactRole::General if words.has(&QUESTIONS) => Suits::Questions,
        ContactRole::General => Suits::General,
    }
}

/// True where a sentence names an address only for withdrawing a consent or for ending marketing.
fn is_for_a_choice(mention: &Mention<'_, '_>) -> bool {
    let rights = rights_named(&mention.sentence.words);
    let is_choice =
        |right: &Right| matches!(right, Right::WithdrawConsent | Right::OptOutOfMarketing);
    !rights.is_empty() && rights.iter().all(is_choice)
}

/// True where a heading above the mention holds one of the phrases.
fn under(text: &Text<'_>, mention: &Mention<'_, '_>, phrases: &Phrases) -> bool {
    let Mention { passage, .. } = mention;
    let section = text.document.section(passage.block.section);
    let mut path = section.path.iter();
    path.any(|heading| Words::new(heading, passage.language).has(phrases))
}

/// Marks the best candidate. A representative answers for the organisation and not in its stead, and
/// the office for the press answers others: they are not recommended even where they are all there is. Among equals the first one is: the only
/// statement that hangs on the order of the text, as policies give their main address first.
pub(super) fn mark(candidates: &mut [Candidate]) {
    let answers_readers = |c: &Candidate| {
        use ContactRole::{EuRepresentative, UkRepresentative};
        let represents = matches!(c.contact.role, EuRepresentative | UkRepresentative);
        !represents && c.suits != Suits::ForOthers
    };
    let fitting = (0..candidates.len()).filter(|i| answers_readers(&candidates[*i]));
    let best = fitting.max_by_key(|&i| {
        let c = &candidates[i];
        let written = matches!(c.contact.kind, ContactType::Email | ContactType::Form);
        let elsewhere = c.suits == Suits::Elsewhere;
        let ease = usize::MAX - c.contact.kind as usize;
        (
            !elsewhere,
            written,
            c.suits,
            !c.second,
            ease,
            c.mentions,
            usize::MAX - i,
        )
    });
    if let Some(best) = best.and_then(|i| candidates.get_mut(i)) {
        best.contact.recommended = true;
    }
}
