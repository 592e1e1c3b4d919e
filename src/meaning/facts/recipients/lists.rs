//! Recipients that are items of a list or rows of a table.

use super::Place;
use crate::document::{BlockKind, MarkKind};
use crate::meaning::{
    facts::names,
    languages::recipients::{
        BY, EXAMPLES, HANDING_LEAD, LINK_LEADS, LIST_HEADINGS, LIST_LEADS, NOT_LEADS,
    },
    text::{Passage, Text},
};

/// True for an item of a list of recipients: by the words that introduce it, or by the heading
/// over it where nothing does.
pub(super) fn is_item(text: &Text<'_>, passage: &Passage<'_>) -> bool {
    match passage.block.kind {
        BlockKind::ListItem => text.lead(passage).map_or_else(
            || passage.heading.has(&LIST_HEADINGS),
            |lead| {
                lead.sentences.iter().any(|s| {
                    s.words.has(&LIST_LEADS)
                        && s.words.has(&HANDING_LEAD)
                        && !s.words.has(&NOT_LEADS)
                })
            },
        ),
        BlockKind::TableRow => passage.heading.has(&LIST_HEADINGS),
        _ => false,
    }
}

/// True for a block that is nothing but a link to another site, behind words on providers.
pub(super) fn is_linked_item(text: &Text<'_>, passage: &Passage<'_>) -> bool {
    let whole = passage.block.text.trim();
    let is_link = passage.block.marks.iter().any(|mark| {
        let label = passage.block.text.get(mark.range.clone());
        let is_web = matches!(&mark.kind, MarkKind::Link(t) if t.starts_with("http"));
        is_web && label.is_some_and(|l| l.trim() == whole)
    });
    let speaks = |p: &Passage<'_>| p.sentences.last().is_some_and(|s| s.words.has(&LINK_LEADS));
    is_link && text.lead(passage).is_some_and(speaks)
}

/// "Acme (Maps)" is Acme.
pub(super) fn linked(place: &mut Place<'_, '_>) {
    let words = place.words();
    if let Some(name) = place.name_at(0)
        && names::is_name_word(place.text, words, 0)
        && (name.end == words.len() || words.before(name.end).contains('('))
    {
        place.add(name);
    }
}

/// "Cloudflare (U.S.)", "Stripe: payments", "Chat services by Crisp IM SARL".
pub(super) fn item(place: &mut Place<'_, '_>) {
    let words = place.words();
    if let Some(name) = place.name_at(0) {
        let after = words.before(name.end).trim_start();
        let marks = ['(', ':', '–', '—', '|', '-', ',', '.', ';'];
        let alone = name.end == words.len() || after.starts_with(marks);
        if alone && name.start == 0 && place.sentence.range.start == 0 {
            place.add(name);
            return;
        }
    }
    for phrases in [&BY, &EXAMPLES] {
        for found in place.affirmed(phrases) {
            place.add_list(found.end);
        }
    }
    if let Some(name) = names::company_in(place.text, &place.known.own, words) {
        place.add(name);
    }
    let colon = (1..words.len()).find(|i| words.before(*i).contains(':'));
    let listed = colon.map(|i| place.names_at(i)).unwrap_or_default();
    // A single capitalised word that goes on in lower case opens a sentence.
    let ends = listed
        .last()
        .is_some_and(|n| n.end == words.len() || listed.len() > 1);
    for name in listed.into_iter().filter(|_| ends) {
        place.add(name);
    }
}
