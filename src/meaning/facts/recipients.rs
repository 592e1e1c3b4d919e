//! Named recipients of data.
//!
//! Read from three constructions: a list introduced as one of third parties, a verb of handing
//! over or hosting followed by a name, and "providers such as" followed by names.

use std::collections::BTreeSet;

use super::{Facts, names};
use crate::document::MarkKind;
use crate::meaning::{
    languages::recipients::{
        APPOSITION, BY, EXAMPLES, HANDED_TO, HANDING, HANDING_LEAD, LINK_LEADS, LIST_HEADINGS,
        LIST_LEADS, MADE_BY, NO_RECIPIENTS, NOT_LEADS, OF_DATA, OWN_POLICY, PROVIDERS, PURPOSE,
        TO_WHOM, WE_USE,
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
    if is_link(passage) && list_of_links(text, passage) {
        linked_name(text, own, passage, facts);
    }
    for sentence in &passage.sentences {
        if list {
            list_item(text, own, passage, sentence, facts);
        }
        apposition(text, own, passage, sentence, facts);
        if !sentence.words.has(&NO_RECIPIENTS) {
            running_text(text, own, passage, sentence, facts);
        }
    }
}

/// True for a block that is nothing but a link to another site.
fn is_link(passage: &Passage<'_>) -> bool {
    let text = passage.block.text.trim();
    passage.block.marks.iter().any(|mark| {
        let whole = passage.block.text.get(mark.range.clone());
        let is_web = matches!(&mark.kind, MarkKind::Link(t) if t.starts_with("http"));
        is_web && whole.is_some_and(|w| w.trim() == text)
    })
}

/// True where what stands before the links speaks of providers.
fn list_of_links(text: &Text<'_>, passage: &Passage<'_>) -> bool {
    let speaks = |p: &Passage<'_>| p.sentences.last().is_some_and(|s| s.words.has(&LINK_LEADS));
    text.lead(passage).is_some_and(speaks)
}

fn linked_name(text: &Text<'_>, own: &BTreeSet<String>, passage: &Passage<'_>, facts: &mut Facts) {
    for sentence in &passage.sentences {
        let words = &sentence.words;
        // "Acme (Maps)" is Acme.
        if let Some(name) = names::name_at(text, own, words, 0)
            && names::is_name_word(text, words, 0)
            && (name.end == words.len() || words.before(name.end).contains('('))
        {
            add(words, name, passage, sentence, facts);
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
    if let Some(name) = names::company_in(text, own, words) {
        add(words, name, passage, sentence, facts);
    }
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
            let reach = if words.before(examples.start).contains('(') {
                BRACKETED
            } else {
                4
            };
            if examples.start - group.end <= reach {
                add_list(text, own, passage, sentence, examples.end, facts);
            }
        }
    }
}

/// Words between a group and its examples where a bracket shows that they are examples.
const BRACKETED: usize = 12;

/// "to NAME, our e-mail provider": who it is stands behind the name.
fn apposition(
    text: &Text<'_>,
    own: &BTreeSet<String>,
    passage: &Passage<'_>,
    sentence: &Sentence<'_>,
    facts: &mut Facts,
) {
    let words = &sentence.words;
    let mut from = 0;
    while let Some(found) = words.find_from(&APPOSITION, from) {
        from = found.start + 1;
        if !words.before(found.start).contains([',', '(']) {
            continue;
        }
        let first = found.start.saturating_sub(LONGEST_NAME);
        // Whoever has a privacy policy of its own is somebody else, whatever stands before.
        let is_other = words.has(&OWN_POLICY);
        let leads =
            |i: &usize| *i > 0 && words.is(i - 1, &TO_WHOM) && !words.is_negated(*i) || is_other;
        let mut starts = (first..found.start).filter(leads);
        let name = starts.find_map(|i| {
            names::name_at(text, own, words, i).filter(|name| name.end == found.start)
        });
        if let Some(name) = name {
            add(words, name, passage, sentence, facts);
        }
    }
}

/// Words of the longest name that is looked for.
const LONGEST_NAME: usize = 6;

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
        // "the service NAME by COMPANY": the company is who receives.
        let maker = words
            .is(name.end, &MADE_BY)
            .then(|| names::name_at(text, own, words, name.end + 1))
            .flatten();
        let name = maker.unwrap_or(name);
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
    // "Acme, Inc." and "Acme" are one recipient, under the name that is given first.
    let bare = |name| names::without_form(words.language(), name).to_lowercase();
    let known = facts.found.iter().map(|f| &f.fact);
    let known = known.filter(|f| f.kind == FactKind::Recipient);
    if known.into_iter().all(|f| bare(&f.value) != bare(value)) {
        facts.add(FactKind::Recipient, value, None, passage, sentence);
    }
}
