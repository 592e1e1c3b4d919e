//! Names of companies in running text.
//!
//! A list of known companies was rejected: it ages, and the recipients that matter are often
//! the unknown ones. A name is a run of capitalised words of which at least one is never
//! written in lower case in the same document; defined terms ("Services", "User Content") fail
//! that test.

use std::{collections::BTreeSet, ops::Range};

use crate::meaning::{
    languages::Language,
    languages::names::{
        ARTICLES, BRIDGES, CAPITAL_NOUNS, CONJUNCTIONS, FORMS, GROUPS, NOT_COMPANIES, OPERATOR,
        OWN_VERBS,
    },
    phrases::WordList,
    text::Text,
    words::Words,
};

/// The names of the company whose policy this is: the words that its title and its most
/// frequent subject share with it.
pub(super) fn own_names(text: &Text<'_>) -> BTreeSet<String> {
    let mut own = BTreeSet::new();
    if let Some(title) = &text.document.title {
        add_capitalised(&Words::new(title, text.language), &mut own);
    }
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for (_, sentence) in text.sentences() {
        let words = &sentence.words;
        for i in 0..words.len() {
            if words.is_capital(i) && is_name_word(text, words, i) {
                *counts.entry(words.word(i)).or_default() += 1;
            }
            if is_own_subject(words, i) {
                own.insert(words.lower(i).to_owned());
            }
        }
        if let Some(found) = words.find(&OPERATOR) {
            add_capitalised_after(words, found.end, &mut own);
        }
    }
    for (_, sentence) in text.sentences() {
        let words = &sentence.words;
        if !words.text().contains('@') {
            continue;
        }
        let addresses = (0..words.len()).filter_map(|i| words.lower(i).split_once('@'));
        own.extend(addresses.filter_map(|(_, host)| Some(host.split('.').next()?.to_owned())));
    }
    // Whoever is named in at least one sentence of twenty is who the policy is about.
    let sentences = text.sentences().count();
    own.extend(
        counts
            .iter()
            .filter(|(_, n)| **n * 20 >= sentences && **n > 3)
            .map(|(w, _)| w.to_lowercase()),
    );
    own
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
        if !words.is(i, &NOT_COMPANIES) {
            own.insert(words.lower(i).to_owned());
        }
    }
}

pub(super) fn is_name_word(text: &Text<'_>, words: &Words<'_>, at: usize) -> bool {
    let lower = words.lower(at);
    let bare = lower.strip_suffix("'s").unwrap_or(lower);
    let is_one_of = |list: &WordList| match bare == lower {
        true => words.is(at, list),
        false => list.contains(words.language(), bare),
    };
    !is_one_of(&NOT_COMPANIES)
        && !is_one_of(&FORMS)
        && !text.common.contains(bare)
        && bare.len() > 1
}

/// The name that begins at this word, if one does.
pub(super) fn name_at(
    text: &Text<'_>,
    own: &BTreeSet<String>,
    words: &Words<'_>,
    at: usize,
) -> Option<Range<usize>> {
    let looks = |i: usize| {
        let word = words.word(i);
        words.is_capital(i)
            || (word.starts_with(|c: char| c.is_ascii_digit()) && i > at)
            || word.chars().skip(1).any(char::is_uppercase)
    };
    if at >= words.len()
        || !looks(at)
        || words.word(at).contains("://")
        || words.word(at).contains('@')
    {
        return None;
    }
    let mut end = at + 1;
    while end < words.len() {
        let between = words.before(end);
        let joined = between.trim().is_empty() || matches!(between.trim(), "&" | "." | "-");
        let form = between.trim() == "," && words.is(end, &FORMS);
        let bridge = words.is(end, &BRIDGES) && end + 1 < words.len() && looks(end + 1);
        if !(form || (joined && (looks(end) || bridge))) {
            break;
        }
        end += 1;
    }
    // Nouns around a name are not part of it where nouns are written with capitals.
    let mut at = at;
    if words.language().has(&CAPITAL_NOUNS) {
        while end > at + 1 && words.is(end - 1, &NOT_COMPANIES) {
            end -= 1;
        }
        while at + 1 < end && words.is(at, &NOT_COMPANIES) {
            at += 1;
        }
    }
    let is_name = (at..end).any(|i| is_name_word(text, words, i));
    let is_own_word = |i: usize| {
        let lower = words.lower(i);
        own.contains(lower.strip_suffix("'s").unwrap_or(lower))
    };
    // "Example's Shop" is the company's own whatever the shop is called.
    let is_own = is_own_word(at)
        || (at..end)
            .filter(|i| is_name_word(text, words, *i))
            .all(is_own_word);
    let is_group = words.is(end - 1, &GROUPS);
    let fits = is_name && !is_own && !is_group && end - at <= 6;
    let proven = !words.language().has(&CAPITAL_NOUNS) || is_proven(text, words, at..end);
    (fits && proven).then_some(at..end)
}

/// The first name that ends in a form of company.
pub(super) fn company_in(
    text: &Text<'_>,
    own: &BTreeSet<String>,
    words: &Words<'_>,
) -> Option<Range<usize>> {
    let mut names = (0..words.len()).filter_map(|at| name_at(text, own, words, at));
    names.find(|name| name.len() > 1 && words.is(name.end - 1, &FORMS))
}

/// A name without the form of company at its end.
pub(super) fn without_form<'n>(language: Language<'_>, name: &'n str) -> &'n str {
    let mut name = name;
    while let Some((rest, last)) = name.rsplit_once([' ', ','])
        && FORMS.contains(language, last.to_lowercase().trim_matches('.'))
    {
        name = rest.trim_end_matches([',', ' ']);
    }
    name
}

/// Where every noun has a capital, a name shows by its form of company, by capitals inside a
/// word ("PayPal"), or by a link to a site of that name.
fn is_proven(text: &Text<'_>, words: &Words<'_>, run: Range<usize>) -> bool {
    let mixed = |i: usize| {
        let word = words.word(i);
        word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase)
    };
    let linked = run.clone().any(|i| {
        let word = words.lower(i);
        let is_host = || {
            text.hosts
                .iter()
                .any(|h| h.split('.').any(|label| label == word))
        };
        word.len() >= 3 && is_name_word(text, words, i) && is_host()
    });
    let has_form = run.clone().skip(1).any(|i| words.is(i, &FORMS));
    linked || has_form || run.into_iter().any(mixed)
}

/// Every name of a list "A, B (U.S.), and C" that begins at this word.
pub(super) fn list_at(
    text: &Text<'_>,
    own: &BTreeSet<String>,
    words: &Words<'_>,
    at: usize,
) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut next = at;
    loop {
        if words.is(next, &ARTICLES) {
            next += 1;
        }
        let Some(name) = name_at(text, own, words, next) else {
            return names;
        };
        next = name.end;
        names.push(name);
        while words.is(next, &CONJUNCTIONS) {
            next += 1;
        }
        let between = words.before(next);
        let goes_on = between.contains(',') || words.is(next.wrapping_sub(1), &CONJUNCTIONS);
        if !goes_on || between.contains(['.', ';', ':']) {
            return names;
        }
    }
}
