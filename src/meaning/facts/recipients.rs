//! Named recipients of data.
//!
//! Read from three constructions: a list introduced as one of third parties, a verb of handing
//! over or hosting followed by a name, and "providers such as" followed by names.

use std::collections::BTreeSet;

use super::{Facts, names};
use crate::meaning::{
    languages::recipients::{
        BY, EXAMPLES, HANDED_TO, HANDING, HANDING_LEAD, LIST_HEADINGS, LIST_LEADS, NO_RECIPIENTS,
        NOT_LEADS, OF_DATA, PROVIDERS, PURPOSE, WE_USE,
    },
    model::FactKind,
    phrases::Phrases,
    text::{Passage, Sentence, Text},
    words::Words,
};

pub(super) fn read(
    text: &Text<'_>,
    own: &BTreeSet<String>,
    passage: &Passage<'_>,
    facts: &mut Facts,
) {
    let list = in_list(text, passage);
    for sentence in &passage.sentences {
        if list {
            list_item(text, own, passage, sentence, facts);
        }
        if !sentence.words.has(&NO_RECIPIENTS) {
            running_text(text, own, passage, sentence, facts);
        }
    }
}

/// True for an item of a list of recipients.
fn in_list(text: &Text<'_>, passage: &Passage<'_>) -> bool {
    use crate::document::BlockKind::{ListItem, TableRow};
    match passage.block.kind {
        ListItem => text.lead(passage).map_or_else(
            || passage.heading.has(&LIST_HEADINGS),
            |lead| {
                lead.sentences.iter().any(|s| {
                    s.words.has(&LIST_LEADS)
                        && s.words.has(&HANDING_LEAD)
                        && !s.words.has(&NOT_LEADS)
                })
            },
        ),
        TableRow => passage.heading.has(&LIST_HEADINGS),
        _ => false,
    }
}

/// "Cloudflare (U.S.)", "Stripe: payments", "Chat services by Crisp IM SARL".
fn list_item(
    text: &Text<'_>,
    own: &BTreeSet<String>,
    passage: &Passage<'_>,
    sentence: &Sentence<'_>,
    facts: &mut Facts,
) {
    let words = &sentence.words;
    if let Some(name) = names::name_at(text, own, words, 0) {
        let after = words.before(name.end);
        let alone = name.end == words.len()
            || after
                .trim_start()
                .starts_with(['(', ':', '–', '—', '|', '-', ',', '.', ';']);
        if alone && name.start == 0 && sentence.range.start == 0 {
            add(words, name, passage, sentence, facts);
            return;
        }
    }
    after_phrase(text, own, passage, sentence, &BY, false, facts);
    after_phrase(text, own, passage, sentence, &EXAMPLES, false, facts);
    let colon = (1..words.len()).find(|i| words.before(*i).contains(':'));
    let names = colon
        .map(|i| names::list_at(text, own, words, i))
        .unwrap_or_default();
    // A single capitalised word that goes on in lower case opens a sentence.
    let ends = names
        .last()
        .is_some_and(|n| n.end == words.len() || names.len() > 1);
    for name in names.into_iter().filter(|_| ends) {
        add(words, name, passage, sentence, facts);
    }
}

fn running_text(
    text: &Text<'_>,
    own: &BTreeSet<String>,
    passage: &Passage<'_>,
    sentence: &Sentence<'_>,
    facts: &mut Facts,
) {
    let words = &sentence.words;
    after_phrase(text, own, passage, sentence, &HANDED_TO, true, facts);
    we_use(text, own, passage, sentence, facts);
    let Some(group) = words.find(&PROVIDERS) else {
        return;
    };
    if words.has(&HANDING) {
        let mut from = group.end;
        while let Some(examples) = words.find_from(&EXAMPLES, from) {
            from = examples.end;
            // The examples belong to the group only right behind it.
            if examples.start - group.end <= 4 {
                add_list(text, own, passage, sentence, examples.end, facts);
            }
        }
    }
}

/// "We use NAME to …", "we rely on NAME for …": without the purpose it may be anything.
fn we_use(
    text: &Text<'_>,
    own: &BTreeSet<String>,
    passage: &Passage<'_>,
    sentence: &Sentence<'_>,
    facts: &mut Facts,
) {
    let words = &sentence.words;
    let Some(found) = words.find(&WE_USE).filter(|f| !words.is_negated(f.start)) else {
        return;
    };
    let names = names::list_at(text, own, words, found.end);
    if names.last().is_some_and(|n| words.is(n.end, &PURPOSE)) {
        for name in names {
            add(words, name, passage, sentence, facts);
        }
    }
}

fn after_phrase(
    text: &Text<'_>,
    own: &BTreeSet<String>,
    passage: &Passage<'_>,
    sentence: &Sentence<'_>,
    phrases: &Phrases,
    needs_data: bool,
    facts: &mut Facts,
) {
    let words = &sentence.words;
    let mut from = 0;
    while let Some(found) = words.find_from(phrases, from) {
        from = found.end;
        let of_data = !needs_data
            || (found.start.saturating_sub(12)..found.start).any(|i| words.is(i, &OF_DATA));
        if of_data && !words.is_negated(found.start) {
            add_list(text, own, passage, sentence, found.end, facts);
        }
    }
}

fn add_list(
    text: &Text<'_>,
    own: &BTreeSet<String>,
    passage: &Passage<'_>,
    sentence: &Sentence<'_>,
    at: usize,
    facts: &mut Facts,
) {
    let words = &sentence.words;
    let direct = !words.before(at).contains(['.', ';', '(']);
    if !direct {
        return;
    }
    for name in names::list_at(text, own, words, at) {
        add(words, name, passage, sentence, facts);
    }
}

fn add(
    words: &Words<'_>,
    name: std::ops::Range<usize>,
    passage: &Passage<'_>,
    sentence: &Sentence<'_>,
    facts: &mut Facts,
) {
    let value = words
        .slice(name)
        .trim_end_matches("’s")
        .trim_end_matches("'s");
    facts.add(FactKind::Recipient, value, None, passage, sentence);
}
