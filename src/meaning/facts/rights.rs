//! Rights the policy itself grants to its reader.

use super::Facts;
use crate::meaning::{
    model::{FactKind, Right},
    phrases::{Cues, Phrases},
    text::{Passage, Sentence, Text},
    words::Words,
};

/// What each right is about, without who has it.
static RIGHTS: Cues<Right> = Cues::new(&[
    (Right::Access, "access _6 data|information|details"),
    (
        Right::Access,
        "view|see|review|inspect _3 your|personal _2 data|information|details",
    ),
    (Right::Access, "see|know what data|information"),
    (Right::Access, "access correct|update|delete"),
    (Right::Access, "copy|copies of _4 personal data"),
    (Right::Access, "copy|copies of your data"),
    (Right::Access, "copy|copies of _4 information"),
    (Right::Access, "right of access"),
    (Right::Access, "right to access"),
    (Right::Access, "request _2 access"),
    (Right::Access, "access to _5 data|information"),
    (
        Right::Rectification,
        "correct*|rectif*|amend*|update|change* _6 data|information|details|inaccura*",
    ),
    (
        Right::Rectification,
        "right to|of correction|rectification|rectify|correct",
    ),
    (Right::Rectification, "rectification|correction of|or|and"),
    (
        Right::Erasure,
        "delet*|eras*|remove|removal _6 data|information|account|profile|details",
    ),
    (Right::Erasure, "data|information _3 erased|deleted"),
    (Right::Erasure, "right to|of erasure|deletion|delete|erase"),
    (Right::Erasure, "right to be forgotten"),
    (Right::Erasure, "erasure|deletion of|or|and"),
    (Right::Erasure, "data? deletion requests"),
    (Right::Restriction, "restrict* _6 process*|use"),
    (Right::Restriction, "restriction of|on"),
    (Right::Restriction, "limit _4 processing"),
    (Right::Portability, "portab*"),
    (
        Right::Portability,
        "receive|obtain|copy _10 structured|machine readable?",
    ),
    (
        Right::Portability,
        "transmit|transfer|port _6 another|other organisation|organization|controller|party|company|service|one",
    ),
    (Right::Objection, "object* _4 process*|use|how|collection"),
    (Right::Objection, "right to|of object|objection"),
    (
        Right::WithdrawConsent,
        "withdraw*|revoke|revoking|retract _6 consent",
    ),
    (
        Right::AutomatedDecisions,
        "not _3 subject _6 automated|automatic",
    ),
    (Right::AutomatedDecisions, "right _8 automated decision*"),
    (
        Right::AutomatedDecisions,
        "object|prevent|contest|challenge|review _6 decision* _20 automated process*|means",
    ),
    (
        Right::OptOutOfSale,
        "opt|opting out _5 sale|sell|selling|sold",
    ),
    (Right::OptOutOfSale, "do not sell my|or"),
    (Right::OptOutOfSale, "direct|tell|ask us|a not to sell"),
    (
        Right::OptOutOfMarketing,
        "opt|opting|opted out _8 marketing|promotional|newsletter*|communications|emails|email|mailing*",
    ),
    (Right::OptOutOfMarketing, "unsubscrib*"),
    (Right::OptOutOfMarketing, "object _6 direct? marketing"),
    (
        Right::Complaint,
        "complain*|complaint* _16 authorit*|regulator*|commissioner*|dpa|dpas",
    ),
    (Right::NonDiscrimination, "discriminat* _6 you|rights"),
    (
        Right::NonDiscrimination,
        "right to|of non? discriminat*|nondiscrimination",
    ),
    (Right::Know, "right to know"),
    (
        Right::Know,
        "know|learn what|which|how _3 information|data _6 collect*|used|shared|sold",
    ),
]);

/// Words that grant something to the reader.
static GRANTS: Phrases = Phrases::new(&[
    "you|individuals|users|residents|consumers|customers|everyone|subjects _8 right|rights",
    "you _1 may|can|could|also|are|have|wish|want|choose|would",
    "your|individual|data right|rights",
    "^ the? right to|of",
    "request* that we|us",
    "ask|asking|contact|contacting|email|emailing|tell|write us|to|our",
    "requests may|can|should be made|sent|submitted|directed",
    "may|can be done|made|exercised",
    "entitled to",
    "unsubscribe _3 by|link|here|at",
    "please|simply|by _3 unsubscrib*|click*|follow*|respond*",
    "we _1 not discriminate",
]);

/// Introductions of a list of rights.
static LEADS: Phrases = Phrases::new(&[
    "following|these|such|certain|several|number|data|your _5 rights",
    "do the following",
    "you _8 right|rights|request|ask|may|can",
    "rights _2 include|are",
    "right to",
]);

/// Constructions that turn a grant around, or that grant something else.
static WITHHELD: Phrases = Phrases::new(&[
    "you _4 not _2 have _4 right",
    "you|cannot|can't|unable|may _1 not|cannot|can't|unable _3 opt|delete|access|unsubscribe|change",
    "without offering",
    "not be able to",
    "even if|after you _2 unsubscribe|opt|delete",
    "does not affect|apply",
]);

/// Sentences in which somebody else sees, changes or deletes data.
static OTHERS_ACT: Phrases = Phrases::new(&[
    "we|they|employees|staff|members|administrators|providers|partners|parties|authorit*|government _4 access|view|see|review|delete|remove|change|update|correct",
    "third parties|party _6 access|view|see",
    "access to _3 our|the? service*|site*|website*|systems|features",
    "unauthorized|unauthorised|illegal",
    "available|visible|shown to",
    "update|change* _3 this|the|our policy|notice|statement|practices|terms",
]);

/// The rights that a sentence names, whoever has them.
pub(in crate::meaning) fn rights_named(words: &Words<'_>) -> Vec<Right> {
    let mut rights: Vec<_> = RIGHTS
        .find_all(words)
        .into_iter()
        .map(|(right, _)| right)
        .collect();
    rights.sort_unstable();
    rights.dedup();
    rights
}

/// How plainly a sentence grants a right; the plainest is quoted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Plainness {
    /// A lead-in such as "Right to object."
    Label,
    /// Granted along with something else.
    Mentioned,
    /// "You have the right to …", or an item under such words.
    Outright,
}

/// A grant that was found: the right and where.
struct Grant<'t, 'd> {
    right: Right,
    plainness: Plainness,
    passage: &'t Passage<'d>,
    sentence: &'t Sentence<'d>,
}

pub(super) fn read(text: &Text<'_>, facts: &mut Facts) {
    let mut best: Vec<Grant<'_, '_>> = Vec::new();
    for passage in &text.passages {
        for grant in grants(text, passage) {
            match best.iter_mut().find(|b| b.right == grant.right) {
                Some(known) if known.plainness < grant.plainness => *known = grant,
                Some(_) => {}
                None => best.push(grant),
            }
        }
    }
    for grant in best {
        facts.add(
            FactKind::Right,
            grant.right.key(),
            None,
            grant.passage,
            grant.sentence,
        );
    }
}

fn grants<'t, 'd>(text: &Text<'d>, passage: &'t Passage<'d>) -> Vec<Grant<'t, 'd>> {
    let granted_by_lead = is_granted_by_lead(text, passage);
    let mut found = Vec::new();
    for sentence in &passage.sentences {
        let words = &sentence.words;
        if words.has(&WITHHELD) || words.has(&SUMMARY) {
            continue;
        }
        let granted = words.find(&GRANTS);
        let others = words.find(&OTHERS_ACT);
        let plainness = plainness(words, granted_by_lead);
        for (right, cue) in RIGHTS.find_all(words) {
            // A grant reaches the cues after it, and those shortly before it ("Deletion
            // requests may be made").
            let in_reach = granted.as_ref().is_some_and(|g| cue.start + 12 >= g.start);
            let by_others = others.as_ref().is_some_and(|o| overlaps(o, &cue));
            let negative = matches!(
                right,
                Right::NonDiscrimination | Right::AutomatedDecisions | Right::OptOutOfSale
            );
            let denied = !negative && words.is_negated(cue.start);
            if (in_reach || granted_by_lead) && !by_others && !denied {
                found.push(Grant {
                    right,
                    plainness,
                    passage,
                    sentence,
                });
            }
        }
    }
    found
}

/// Announcements of what a later passage grants.
static SUMMARY: Phrases = Phrases::new(&[
    "^ how|what",
    "describe*|explain*|outline*|set|sets _30 how you can|may",
]);

/// Words that grant a right by that name, or offer the way to it.
static OUTRIGHT: Phrases = Phrases::new(&[
    "you|individuals|users|residents|consumers _4 right|rights",
    "your right to",
    "you _1 may|can _3 request|ask|access|view|correct|delete|object|withdraw|unsubscribe|opt|restrict",
    "requests may|can be made|sent|submitted",
]);

fn plainness(words: &Words<'_>, granted_by_lead: bool) -> Plainness {
    if words.len() <= 7 && words.lower(0) == "right" {
        Plainness::Label
    } else if granted_by_lead || words.has(&OUTRIGHT) {
        Plainness::Outright
    } else {
        Plainness::Mentioned
    }
}

fn overlaps(a: &std::ops::Range<usize>, b: &std::ops::Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// True for an item under "You have the following rights".
fn is_granted_by_lead(text: &Text<'_>, passage: &Passage<'_>) -> bool {
    let Some(lead) = text.lead(passage) else {
        return false;
    };
    let last: Option<&Sentence<'_>> = lead.sentences.last();
    last.is_some_and(|s| {
        s.words.text().ends_with(':')
            && s.words.has(&LEADS)
            && !s.words.has(&WITHHELD)
            && !s.words.has(&WE_LEADS)
    })
}

/// Introductions of what the company does.
static WE_LEADS: Phrases =
    Phrases::new(&["we|us|our _4 right to|use|collect|share|process|retain"]);
