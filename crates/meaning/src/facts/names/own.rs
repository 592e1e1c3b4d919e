//! Words that are no names of others: those of the company itself, and nouns.

use std::collections::{BTreeMap, BTreeSet};

use super::word::{bare, is_name_word};
use crate::{
    languages::names::{
        CAPITAL_NOUNS, DETERMINERS, FORMS, KNOWN, NOT_COMPANIES, OPERATOR, OWN_VERBS,
    },
    words::{Words, text::Text},
};
use model::SectionId;

/// What a document shows of its names.
pub(in crate::facts) struct Names {
    /// Words of the company whose policy this is, in lower case; see [`own_names`].
    pub(in crate::facts) own: BTreeSet<String>,
    /// Words behind an article, in lower case, where every noun has a capital: they are no names.
    pub(super) nouns: BTreeSet<String>,
}

impl Names {
    pub(in crate::facts) fn of(text: &Text<'_>) -> Self {
        Self {
            own: own_names(text),
            nouns: nouns(text),
        }
    }
}

fn nouns(text: &Text<'_>) -> BTreeSet<String> {
    let mut nouns = BTreeSet::new();
    for (_, sentence) in text.sentences() {
        let words = &sentence.words;
        if !words.language().has(&CAPITAL_NOUNS) {
            continue;
        }
        let behind = (1..words.len()).filter(|i| {
            let determined = words.is(i - 1, &DETERMINERS) && words.before(*i).trim().is_empty();
            // "der Acme GmbH" is a name all the same.
            let company = || (i + 1..i + 4).any(|i| words.is(i, &FORMS));
            determined && words.is_capital(*i) && !company()
        });
        nouns.extend(behind.map(|i| words.lower(i).to_owned()));
    }
    nouns
}

/// The words that name the company whose policy this is: those of the title, of the statement who
/// runs the service, of its addresses, of the subject of its promises, and those that stand all
/// over the text.
fn own_names(text: &Text<'_>) -> BTreeSet<String> {
    let mut own = BTreeSet::new();
    if let Some(title) = &text.document.title {
        add_capitalised(&Words::new(title, text.language), &mut own);
    }
    for (_, sentence) in text.sentences() {
        let words = &sentence.words;
        if is_own_subject(words, 0) {
            own.insert(bare(words.lower(0)).to_owned());
        }
        if let Some(found) = words.find(&OPERATOR) {
            add_capitalised_after(words, found.end, &mut own);
        }
        if !words.text().contains('@') {
            continue;
        }
        let addresses = (0..words.len()).filter_map(|i| words.lower(i).split_once('@'));
        own.extend(addresses.filter_map(|(_, host)| Some(host.split('.').next()?.to_owned())));
    }
    own.extend(all_over(text));
    own
}

/// Names in at least one sentence of twenty and one section of four, and half as often as the most
/// frequent word with a capital: who the policy is about, with its brands. One that is often named
/// in few sections is a recipient with sections of its own.
fn all_over<'t>(text: &'t Text<'_>) -> impl Iterator<Item = String> + use<'t> {
    let mut named: BTreeMap<u32, Named<'_>> = BTreeMap::new();
    let mut sections = BTreeSet::new();
    let mut sentences = 0;
    for (passage, sentence) in text.sentences() {
        let words = &sentence.words;
        sentences += 1;
        sections.insert(passage.block.section);
        // The first word has a capital whatever it is.
        for i in (1..words.len()).filter(|i| words.is_capital(*i)) {
            let is_site = words.before(i + 1) == "." && i + 1 < words.len();
            let number = words.entry(i).map_or(u32::MAX, |word| word.owner);
            let named = named.entry(number).or_default();
            named.word = bare(words.lower(i));
            named.count += 1;
            named.sections.insert(passage.block.section);
            named.is_name = named.is_name || is_site || is_name_word(text, words, i);
        }
    }
    let sections = sections.len();
    let most = named.values().map(|n| n.count).max().unwrap_or(0);
    let named = named.into_values().filter(move |n| {
        let spread = n.sections.len() * 4 >= sections && n.sections.len() >= sections.min(3);
        let often = n.count > 3 && n.count * 20 >= sentences && n.count * 2 >= most;
        n.is_name && often && spread
    });
    // A short policy may speak of a well known provider all over.
    let others = named.filter(|n| !KNOWN.contains(text.language, n.word));
    others.map(|n| n.word.to_owned())
}

/// How often and where a word with a capital stands.
#[derive(Default)]
struct Named<'t> {
    word: &'t str,
    count: usize,
    sections: BTreeSet<SectionId>,
    /// It is a name at least once.
    is_name: bool,
}

/// Verbs that a policy puts after its own company's name.
fn is_own_subject(words: &Words<'_>, at: usize) -> bool {
    words.is_capital(at) && at == 0 && words.is(at + 1, &OWN_VERBS)
}

fn add_capitalised(words: &Words<'_>, own: &mut BTreeSet<String>) {
    for i in 0..words.len() {
        if words.is_capital(i) && !words.is(i, &NOT_COMPANIES) {
            own.insert(words.lower(i).to_owned());
        }
    }
}

fn add_capitalised_after(words: &Words<'_>, from: usize, own: &mut BTreeSet<String>) {
    for i in from..words.len() {
        if !words.is_capital(i) || words.before(i).contains([',', '(']) {
            break;
        }
        // "This service is provided by Google" tells of a provider of many.
        if !words.is(i, &NOT_COMPANIES) && !words.is(i, &KNOWN) {
            own.insert(words.lower(i).to_owned());
        }
    }
}
