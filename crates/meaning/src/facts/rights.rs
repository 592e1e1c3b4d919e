//! Rights the policy itself grants to its reader.
//!
//! Policies grant them in sentences ("you may ask us to …"), but as often in mere names under
//! words that grant: a list under "Your rights", the items of "You can:", a heading "Right to
//! erasure". Names alone were rejected as proof: "deletion takes place every week" grants nothing.

use std::ops::Range;

use super::Facts;
use crate::{
    languages::{
        grammar::NEGATIONS,
        rights::{
            GRANTS, HEADINGS, LABELS, LEADS, MINE, NAMES, OBJECTS, ON_REQUEST, OTHERS_ACT,
            OUTRIGHT, READER, RIGHTS, SUMMARY, VERBS, WE_LEADS, WITHHELD, WORDS,
        },
        statements::WE,
    },
    words::{
        Words,
        text::{Passage, Sentence, Text},
    },
};
use model::{BlockKind, Right, Statement};

/// The rights that a sentence names, whoever has them.
pub(crate) fn rights_named(words: &Words<'_>) -> Vec<Right> {
    sorted(cues(RIGHTS.find_all(words)))
}

/// The same, where a mere name is enough.
pub(super) fn rights_touched(words: &Words<'_>) -> Vec<Right> {
    let names = cues(NAMES.find_all(words));
    sorted(cues(RIGHTS.find_all(words)).chain(names))
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

/// A right by the words that stand for it in a sentence.
type Cue = (Right, Range<usize>);

/// What grants from outside of a sentence.
struct Surroundings {
    /// "You can:" above a list.
    lead: bool,
    /// A heading or an introduction that speaks of the reader's rights.
    of_rights: bool,
    /// Rights that the heading names.
    titled: Vec<Right>,
    /// "Right to erasure" as a heading: what follows is that right, however it is put.
    is_label: bool,
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
        let right = grant.right;
        facts.add(Statement::Right { right }, grant.passage, grant.sentence);
    }
}

fn grants<'t, 'd>(text: &Text<'d>, passage: &'t Passage<'d>) -> Vec<Grant<'t, 'd>> {
    let around = Surroundings::of(text, passage);
    let mut found = Vec::new();
    for (position, sentence) in passage.sentences.iter().enumerate() {
        let words = &sentence.words;
        if words.has(&WITHHELD) || words.has(&SUMMARY) {
            continue;
        }
        let mut rights = granted(words, &around);
        if position == 0 {
            rights.extend(labelled(passage, words, &around));
        }
        found.extend(rights.into_iter().map(|(right, plainness)| Grant {
            right,
            plainness,
            passage,
            sentence,
        }));
    }
    found
}

/// The rights that a sentence grants by a construction of its own, or under its lead or title.
fn granted(words: &Words<'_>, around: &Surroundings) -> Vec<(Right, Plainness)> {
    let granted = words.find(&GRANTS);
    if granted.is_none() && !around.lead && around.titled.is_empty() {
        return Vec::new();
    }
    let others = words.find(&OTHERS_ACT).filter(|_| !words.has(&ON_REQUEST));
    let plainness = plainness(words, around.lead);
    let mut cues: Vec<Cue> = cues(RIGHTS.find_all(words)).collect();
    cues.extend(coordinated(words, &cues));
    cues.retain(|(right, cue)| {
        // A grant reaches the cues after it, and those shortly before it ("Deletion requests
        // may be made").
        let in_reach = granted.as_ref().is_some_and(|g| cue.start + 12 >= g.start);
        let by_others = others.as_ref().is_some_and(|o| overlaps(o, cue));
        let titled = around.titled.contains(right);
        titled || (in_reach || around.lead) && !by_others
    });
    cues.retain(|(right, cue)| !is_denied(words, *right, cue));
    cues.into_iter()
        .map(|(right, _)| (right, plainness))
        .collect()
}

/// Names of rights that share a grant or an object with others: "to access, correct, delete or
/// port your data", "Auskunft, Löschung und Widerspruch". One alone may be anything.
fn coordinated(words: &Words<'_>, known: &[Cue]) -> Vec<Cue> {
    let verbs: Vec<Cue> = cues(VERBS.find_all(words)).collect();
    let mut names: Vec<Cue> = cues(NAMES.find_all(words)).collect();
    names.extend(
        verbs
            .iter()
            .filter(|v| has_object(words, v, &verbs))
            .cloned(),
    );
    let has_neighbour = |(right, cue): &Cue| {
        let mut others = names
            .iter()
            .chain(known)
            .filter(|(other, _)| other != right);
        others.any(|(_, other)| distance(cue, other) <= NEIGHBOURS)
    };
    names
        .iter()
        .filter(|cue| has_neighbour(cue))
        .cloned()
        .collect()
}

/// Words between two names of an enumeration: "Auskunft gemäß Art. 15 DSGVO, das Recht auf
/// Löschung" has seven.
const NEIGHBOURS: usize = 7;

/// Words between a verb and its object, other verbs aside: "or object to our use of your
/// personal data" has seven.
const TO_OBJECT: usize = 8;

/// True where the verb, alone or with those beside it, is about data: "access, correct or delete
/// your data". In German the data come first.
fn has_object(words: &Words<'_>, (_, verb): &Cue, verbs: &[Cue]) -> bool {
    let is_verb = |at: &usize| verbs.iter().any(|(_, v)| v.contains(at));
    let is_object = |at| words.is(at, &OBJECTS);
    let after = (verb.end..words.len()).take_while(|at| !words.after_break(*at));
    let before = (0..verb.start).rev();
    let before = before.take_while(|at| !words.after_break(at + 1) && !opens_clause(words, at + 1));
    let mut after = after.filter(|at| !is_verb(at)).take(TO_OBJECT);
    let mut before = before.filter(|at| !is_verb(at)).take(TO_OBJECT);
    after.any(is_object) || before.any(is_object)
}

/// Words at the start of an item within which it is said what the item is: "your right of
/// access", "demander la portabilité".
const LABEL: usize = 4;

/// Rights that a passage only names, at its start, where the surroundings speak of rights.
fn labelled(
    passage: &Passage<'_>,
    words: &Words<'_>,
    around: &Surroundings,
) -> Vec<(Right, Plainness)> {
    let mut found: Vec<(Right, Plainness)> = Vec::new();
    let ours = words.is(0, &WE) || words.is(1, &WE) && !words.after_break(1);
    if around.is_label && !words.text().ends_with('?') {
        found.extend(around.titled.iter().map(|r| (*r, Plainness::Label)));
    }
    if !around.of_rights || ours {
        return found;
    }
    let is_item = is_item(passage);
    let mut cues: Vec<Cue> = cues(NAMES.find_all(words)).collect();
    if is_item {
        cues.extend(self::cues(VERBS.find_all(words)));
        cues.extend(self::cues(RIGHTS.find_all(words)));
    }
    // "Access (Art. 15), Erasure (Art. 17), Objection (Art. 21)": too many to be anything else.
    let enumerates = sorted(coordinated(words, &[]).into_iter()).len() > 2;
    let opens = |(_, cue): &Cue| {
        let stands_alone = words.after_break(cue.end) || cue.end == words.len();
        cue.start < LABEL && (is_item || stands_alone)
    };
    cues.retain(|cue| (enumerates || opens(cue)) && !is_denied(words, cue.0, &cue.1));
    found.extend(cues.into_iter().map(|(right, _)| (right, Plainness::Label)));
    found
}

impl Surroundings {
    fn of(text: &Text<'_>, passage: &Passage<'_>) -> Self {
        let heading = &passage.heading;
        let lead = text.lead(passage).and_then(|l| l.sentences.last());
        let lead = lead.map(|s| &*s.words);
        let withheld = |w: &Words<'_>| w.has(&WITHHELD) || w.has(&WE_LEADS);
        let open = |w: &Words<'_>| !w.text().ends_with(['.', '!', '?']);
        let leads = lead.is_some_and(|w| open(w) && w.has(&LEADS) && !withheld(w));
        let hinders = lead.is_some_and(withheld);
        let lead_names = leads && lead.is_some_and(|w| w.any(0..w.len(), &WORDS));
        let of_rights = lead_names || !hinders && is_of_rights(heading);
        let is_label = is_label(text, passage);
        let asks = heading.any(0..heading.len(), &MINE);
        let titled = if is_label || asks {
            rights_touched(heading)
        } else {
            Vec::new()
        };
        let section = text.document.sections.get(passage.block.section.index());
        let first = section.is_some_and(|s| s.blocks.start as usize == passage.id.index());
        Self {
            lead: leads || of_rights && is_item(passage),
            of_rights,
            is_label: is_label && first,
            titled,
        }
    }
}

fn is_item(passage: &Passage<'_>) -> bool {
    matches!(
        passage.block.kind,
        BlockKind::ListItem | BlockKind::TableRow
    )
}

/// True for the heading "Right to erasure", and for "Erasure" below "Your rights".
fn is_label(text: &Text<'_>, passage: &Passage<'_>) -> bool {
    let heading = &passage.heading;
    if heading.any(0..3, &LABELS) {
        return heading.len() <= 10;
    }
    if heading.len() > 6 || rights_touched(heading).is_empty() {
        return false;
    }
    let section = text.document.sections.get(passage.block.section.index());
    let above = section.and_then(|s| s.path.iter().rev().nth(1));
    above.is_some_and(|h| is_of_rights(&Words::new(h, passage.language)))
}

/// True for "Your rights" and the like, and for "7. Rights" alone.
fn is_of_rights(heading: &Words<'_>) -> bool {
    let alone = heading.len() <= 2 && heading.is(heading.len().saturating_sub(1), &WORDS);
    alone || heading.has(&HEADINGS)
}

/// True where the sentence withholds what the cue stands for; some rights are negations.
fn is_denied(words: &Words<'_>, right: Right, cue: &Range<usize>) -> bool {
    let negative = matches!(
        right,
        Right::NonDiscrimination | Right::AutomatedDecisions | Right::OptOutOfSale
    );
    !negative && (is_negated_before(words, cue.start) || words.is_negated_after(cue.start))
}

/// True where a negation before the word governs it: not that of "if you are not content, you
/// can complain".
fn is_negated_before(words: &Words<'_>, at: usize) -> bool {
    let mut clause = (at.saturating_sub(8)..=at).rev();
    let from = clause.find(|i| opens_clause(words, *i));
    words.is_negated_before(at) && words.any(from.unwrap_or(0)..at, &NEGATIONS)
}

/// True for the "you" of "…, you can".
fn opens_clause(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &READER) && words.before(at).contains(',')
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

fn cues<'k>(found: impl Iterator<Item = (&'k str, Range<usize>)>) -> impl Iterator<Item = Cue> {
    found.filter_map(|(key, cue)| Some((Right::from_key(key)?, cue)))
}

fn sorted(cues: impl Iterator<Item = Cue>) -> Vec<Right> {
    let mut rights: Vec<_> = cues.map(|(right, _)| right).collect();
    rights.sort_unstable();
    rights.dedup();
    rights
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Words between two runs of words.
fn distance(a: &Range<usize>, b: &Range<usize>) -> usize {
    let after = b.start.saturating_sub(a.end);
    after.max(a.start.saturating_sub(b.end))
}
