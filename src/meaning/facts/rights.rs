//! Rights the policy itself grants to its reader.

use super::Facts;
use crate::meaning::{
    languages::rights::{
        GRANTS, LABELS, LEADS, OTHERS_ACT, OUTRIGHT, RIGHTS, SUMMARY, WE_LEADS, WITHHELD,
    },
    model::{FactKind, Right},
    text::{Passage, Sentence, Text},
    words::Words,
};

/// The rights that a sentence names, whoever has them.
pub(in crate::meaning) fn rights_named(words: &Words<'_>) -> Vec<Right> {
    let mut rights: Vec<_> = RIGHTS
        .find_all(words)
        .filter_map(|(key, _)| Right::from_key(key))
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
        for (key, cue) in RIGHTS.find_all(words) {
            let Some(right) = Right::from_key(key) else {
                continue;
            };
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

fn plainness(words: &Words<'_>, granted_by_lead: bool) -> Plainness {
    if words.len() <= 7 && words.is(0, &LABELS) {
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
        !s.words.text().ends_with(['.', '!', '?'])
            && s.words.has(&LEADS)
            && !s.words.has(&WITHHELD)
            && !s.words.has(&WE_LEADS)
    })
}
