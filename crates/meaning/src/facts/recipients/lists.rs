//! Recipients that are items of a list or rows of a table.

use std::ops::Range;

use super::Place;
use crate::{
    facts::names::{self, Proof},
    languages::recipients::{
        BY, EXAMPLES, HANDING_LEAD, LINK_LEADS, LIST_HEADINGS, LIST_LEADS, NOT_LEADS, OTHER_LEADS,
        PURPOSE,
    },
    words::{
        Words,
        text::{Passage, Sentence, Text},
    },
};
use model::{BlockKind, MarkKind};

/// True for an item of a list of recipients: by the words that introduce it, or by the heading
/// over it.
pub(super) fn is_item(text: &Text<'_>, passage: &Passage<'_>) -> bool {
    match passage.block.kind {
        BlockKind::ListItem => is_announced(text, passage),
        BlockKind::TableRow => passage.heading.has(&LIST_HEADINGS),
        _ => false,
    }
}

/// True where the words before a block, or the heading over it, announce recipients.
pub(super) fn is_announced(text: &Text<'_>, passage: &Passage<'_>) -> bool {
    let Some(lead) = text.lead(passage) else {
        return passage.heading.has(&LIST_HEADINGS);
    };
    let last = lead.sentences.last();
    let turns = last.is_some_and(|s| s.words.has(&NOT_LEADS) || s.words.has(&OTHER_LEADS));
    lead.sentences.iter().any(introduces) || !turns && passage.heading.has(&LIST_HEADINGS)
}

/// True for a sentence that introduces a list of recipients.
pub(super) fn introduces(sentence: &Sentence<'_>) -> bool {
    let words = &sentence.words;
    words.has(&LIST_LEADS) && words.has(&HANDING_LEAD) && !words.has(&NOT_LEADS)
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
pub(super) fn linked(place: &mut Place<'_, '_, '_>) {
    let words = place.words();
    if let Some(name) = place.name_at(0)
        && names::is_name_word(place.text, words, 0)
        && (name.end == words.len() || words.before(name.end).contains('('))
    {
        place.add(name);
    }
}

/// "Cloudflare (U.S.)", "Stripe: payments", "Payments: Stripe", "Chat services by Crisp IM SARL".
pub(super) fn item(place: &mut Place<'_, '_, '_>) {
    let words = place.words();
    let named = match behind_label(place) {
        names if names.is_empty() => opening(place),
        names => names,
    };
    if !named.is_empty() {
        for name in named {
            place.add(name);
        }
        return;
    }
    for phrases in [&BY, &EXAMPLES] {
        for found in place.affirmed(phrases) {
            place.add_list(found.end, Proof::Needed);
        }
    }
    if let Some(name) = names::company_in(place.text, place.names, words) {
        place.add(name);
    }
}

/// The names behind the first colon, where no sentence goes on behind them and no name stands before
/// it.
fn behind_label(place: &Place<'_, '_, '_>) -> Vec<Range<usize>> {
    let words = place.words();
    let colon = (1..words.len()).find(|i| words.before(*i).contains(':'));
    let named = colon.map(|at| place.names_at(at, Proof::Needed));
    let mut named = named.unwrap_or_default();
    let evident = |name: &Range<usize>| names::is_evident(place.text, words, name.clone());
    // "Other apps: Upon your word, …" goes on as a sentence does.
    let sure = named.len() > 1 || named.iter().all(|name| name.len() > 1 || evident(name));
    let ends = |name: &Range<usize>| {
        name.end == words.len()
            || starts(words, name.end, &['(', '—', '–', '-'])
            || sure && (starts(words, name.end, &[',', '.', ';']) || words.is(name.end, &PURPOSE))
    };
    let labelled = place.name_at(0).is_none_or(|name| !evident(&name));
    if !named.last().is_some_and(ends) || !labelled {
        named.clear();
    }
    named
}

/// The names that open an item, and are followed by what they are for.
fn opening(place: &Place<'_, '_, '_>) -> Vec<Range<usize>> {
    let words = place.words();
    let listed = place.names_at(0, Proof::Given);
    let opens = listed.first().is_some_and(|name| name.start == 0);
    let Some(last) = listed.last().cloned() else {
        return listed;
    };
    let all = |test: &dyn Fn(&Range<usize>) -> bool| listed.iter().all(test);
    let evident = |name: &Range<usize>| names::is_evident(place.text, words, name.clone());
    let long = |name: &Range<usize>| name.len() > 1 || evident(name);
    let next = |marks: &[char]| starts(words, last.end, marks);
    let explained = next(&['(', ':', '–', '—', '|', '-']) || is_part(words, last.end);
    // A noun alone may be a kind of recipients; one that is explained is one of them.
    let whole = last.end == words.len() && place.passage.sentences.len() == 1;
    let listed_only = next(&[',']) && all(&long) || next(&['.', ';']) && all(&evident);
    let alone = whole && place.name_at(0).is_some() || listed_only;
    // Rows without a head are as often of groups.
    let is_row = place.passage.block.kind == BlockKind::TableRow;
    let fits = opens && place.sentence.range.start == 0 && (!is_row || all(&long));
    match fits && (explained || alone) {
        true => listed,
        false => Vec::new(),
    }
}

/// True where one of these marks stands before this word.
fn starts(words: &Words<'_>, at: usize, marks: &[char]) -> bool {
    words.before(at).trim_start().starts_with(marks)
}

/// "Acme Analytics for Borealis - I use it to …": what a name is part of.
fn is_part(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &PURPOSE)
        && words.is_capital(at + 1)
        && starts(words, at + 2, &['-', '–', '—', ':'])
}

/// "Acme, Inc., 12 Main Street" under a heading on processors: a company that opens a paragraph.
pub(super) fn company(place: &mut Place<'_, '_, '_>) {
    let words = place.words();
    if place.sentence.range.start > 0 {
        return;
    }
    let Some(name) = place.name_at(0).filter(|name| name.start == 0) else {
        return;
    };
    let is_company = names::companies(words).first() == Some(&name);
    let address = words
        .word(name.end)
        .starts_with(|c: char| c.is_ascii_digit());
    let stands_alone = name.end == words.len() || address;
    if is_company || stands_alone && names::is_evident(place.text, words, name.clone()) {
        place.add(name);
    }
}
