//! What the words around a contact say it is for.

use super::mention::Mention;
use crate::{
    facts::rights_named,
    languages::contacts::{ANOTHERS, FOR_OTHERS, OFFICES, PRIVACY, REQUEST_LEAD},
    words::{Words, text::Text},
};
use ::text::lists::{DPO, FOR_OTHERS as FOR_OTHER_OFFICES, PRIVACY as PRIVACY_OFFICE, SECURITY};
use model::{ContactRole, ContactType, Right};

/// Local parts that name the office, whatever the sentence says.
const LOCAL_PARTS: [(&[&str], ContactRole); 3] = [
    (DPO, ContactRole::Dpo),
    (PRIVACY_OFFICE, ContactRole::Privacy),
    (SECURITY, ContactRole::Security),
];

/// True where the sentence, or what introduces its list, gives the contact of somebody else; for a
/// place or a telephone, which are no contacts by their looks alone, the heading may say it, too.
pub(super) fn belongs_to_another(text: &Text<'_>, mention: &Mention<'_, '_>) -> bool {
    let lead = text.lead(mention.passage).and_then(|l| l.sentences.last());
    let by_heading = matches!(mention.kind, ContactType::Post | ContactType::Phone);
    mention.sentence.words.has(&ANOTHERS)
        || lead.is_some_and(|s| s.words.has(&ANOTHERS))
        || (by_heading && mention.passage.heading.has(&ANOTHERS))
}

/// True where an address is for the press, applicants or the police: its local part, its heading or
/// its sentence says so.
pub(super) fn is_for_others(mention: &Mention<'_, '_>) -> bool {
    let local = mention
        .value
        .split_once('@')
        .map_or("", |(local, _)| local)
        .to_lowercase();
    let mut pieces = local.split(['.', '+', '_', '-']);
    FOR_OTHER_OFFICES.contains(&local.as_str())
        || pieces.any(|piece| FOR_OTHER_OFFICES.contains(&piece))
        || mention.passage.heading.has(&FOR_OTHERS)
        || mention.sentence.words.has(&FOR_OTHERS)
}

/// The role of one mention: an office named nearest, then the local part, then the subject of
/// the sentence.
pub(super) fn role(text: &Text<'_>, mention: &Mention<'_, '_>) -> ContactRole {
    let words = &mention.sentence.words;
    let at = words.at_byte(mention.at);
    let heading = nearest_office(&mention.passage.heading, usize::MAX);
    if let Some(office) = nearest_office(words, at).or(heading) {
        return office;
    }
    if let Some(role) = role_of_local_part(&mention.value) {
        return role;
    }
    if words.has(&PRIVACY) || words.has(&REQUEST_LEAD) || lead_asks_for_requests(text, mention) {
        return ContactRole::Privacy;
    }
    ContactRole::General
}

fn nearest_office(words: &Words<'_>, at: usize) -> Option<ContactRole> {
    let offices = OFFICES.find_all(words);
    let offices = offices.filter_map(|(key, found)| Some((ContactRole::from_key(key)?, found)));
    offices
        .min_by_key(|(role, found)| (found.start.abs_diff(at), *role))
        .map(|(role, _)| role)
}

fn role_of_local_part(value: &str) -> Option<ContactRole> {
    let (local, _) = value.split_once('@')?;
    let local = local.to_lowercase();
    let stands_in = |part: &&str| {
        let mut pieces = local.split(['.', '+', '_']);
        pieces.any(|piece| piece.starts_with(part) || piece.ends_with(part))
    };
    let named = LOCAL_PARTS
        .iter()
        .find(|(parts, _)| parts.iter().any(stands_in));
    named.map(|(_, role)| *role)
}

fn lead_asks_for_requests(text: &Text<'_>, mention: &Mention<'_, '_>) -> bool {
    let lead = text.lead(mention.passage);
    lead.is_some_and(|l| l.sentences.iter().any(|s| s.words.has(&REQUEST_LEAD)))
}

/// The rights for which the text names this contact: those of its sentence, or of the list
/// that the sentence introduces.
pub(super) fn rights(text: &Text<'_>, mention: &Mention<'_, '_>) -> Vec<Right> {
    let words = &mention.sentence.words;
    let mut rights = rights_named(words);
    if words.has(&REQUEST_LEAD) && words.text().ends_with(':') {
        let position = mention.passage.id.index();
        let items = text.passages.iter().skip(position + 1);
        for item in items.take_while(|p| p.lead == Some(position)) {
            rights.extend(item.sentences.iter().flat_map(|s| rights_named(&s.words)));
        }
    }
    rights.sort_unstable();
    rights.dedup();
    rights
}
