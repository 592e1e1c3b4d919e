//! Named recipients of data.
//!
//! Read from three constructions: a list introduced as one of third parties, a verb of handing
//! over or hosting followed by a name, and "providers such as" followed by names.

use std::collections::BTreeSet;

use super::{Facts, names};
use crate::meaning::{
    model::FactKind,
    phrases::Phrases,
    text::{Passage, Sentence, Text},
    words::Words,
};

/// Introductions of a list of recipients.
static LIST_LEADS: Phrases = Phrases::new(&[
    "third parties|party _3 named|listed|below|following|include*",
    "following|these|named|listed _3 third parties|party|vendors|providers|processors|companies|partners|services|recipients|subprocessors",
    "service providers|processors|subprocessors|vendors|recipients|partners _4 below|following|include*|are",
    "share|disclose|transfer|transmit _8 with|to the? _1 following",
    "we use the following|these",
]);

/// Headings of a list or table of recipients.
static LIST_HEADINGS: Phrases = Phrases::new(&[
    "subprocessors|processors|recipients",
    "sub processors",
    "third party services|providers|vendors",
]);

/// A verb right before a recipient's name.
static HANDED_TO: Phrases = Phrases::new(&[
    "hosted and? managed? by|with|within|on|at",
    "hosting provider",
    "stored|processed|handled by|with",
    "stored on servers? of|by",
    "shared|share it? with",
    "sent|transmitted|transferred|disclosed to",
    "provided|supplied by",
    "managed by",
    "payment|payments|hosting|analytics|email|chat|support|mailing|cloud|infrastructure|advertising|monitoring provider|processor|service|platform|partner|tool",
    "service|analytics|advertising provider called|named",
    "analytics|tracking|analysis|monitoring service|tool|software",
]);

/// "We use NAME to …"
static WE_USE: Phrases = Phrases::new(&[
    "we|also use|uses",
    "we _2 rely on",
    "we _2 work|partner|contract with",
    "we _2 engage|employ",
]);

/// Groups whose members are recipients.
static PROVIDERS: Phrases = Phrases::new(&[
    "third part*",
    "service|analytics|advertising|hosting|cloud|payment|payments|communication* services? provider*|partner*|processor*|compan*|vendor*|network*|tool*|platform*|solution*",
    "providers|processors|subprocessors|vendors|contractors|recipients",
    "analytics|advertising|payment|cloud services|service|software",
]);

/// Words that open a list of examples.
static EXAMPLES: Phrases = Phrases::new(&[
    "such as",
    "including",
    "for example",
    "e.g",
    "like",
    "namely",
]);

/// What makes the sentence one about handing data over.
static HANDING: Phrases = Phrases::new(&[
    "we|our|us _8 use|uses|share|shares|disclose|transfer|send|sends|rely|engage|employ|partner|work|contract",
    "we _3 use|share|disclose|transfer|send|rely|engage|employ",
    "hosted|stored|processed|shared|transferred|disclosed|sent to|by|with|on|in|within",
]);

/// Sentences where the named ones are something else: a link's target, a source, an example of
/// what the reader uses, a mere logo.
static NO_RECIPIENTS: Phrases = Phrases::new(&[
    "links to|from",
    "linked|connect|log|sign|login|signing|logging _6 through|via|with|using",
    "receive|obtain|collect|get _6 from",
    "not|never|longer _4 use|share|disclose|sell|transfer|send|with",
    "don't|doesn't _4 use|share|disclose|sell|transfer|send",
    "trademark*|browser*|competitor*|subsidiar*|you|users use|choose|enable|connect",
    "governed|enforced|subject|enforcement by|to",
]);

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

static HANDING_LEAD: Phrases = Phrases::new(&[
    "share*|disclose*|transfer*|transmit*|send|sent|provide*|use|uses|process*|include|are",
]);

/// Lists of circumstances or of what is not shared, which begin like lists of recipients.
static NOT_LEADS: Phrases = Phrases::new(&[
    "not|never|except|unless|circumstances|situations|cases|purposes|reasons|ways|rights",
    "collect* _4 from",
    "links to",
]);

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

static BY: Phrases = Phrases::new(&[
    "by|from|provided by?",
    "services|service|platform|solution|provider|tool",
]);

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
    let purpose = names.last().map(|n| words.lower(n.end));
    if matches!(purpose, Some("to" | "for" | "as")) {
        for name in names {
            add(words, name, passage, sentence, facts);
        }
    }
}

/// What is handed over or hosted, near the verb.
const OF_DATA: &[&str] = &[
    "data",
    "information",
    "infrastructure",
    "servers",
    "payments",
    "payment",
    "content",
    "backups",
    "services",
    "service",
    "analytics",
    "details",
    "emails",
    "email",
    "we",
    "our",
];

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
            || (found.start.saturating_sub(12)..found.start)
                .any(|i| OF_DATA.contains(&words.lower(i)));
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
