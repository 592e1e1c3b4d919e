//! Names of companies in running text.
//!
//! A list of known companies was rejected: it ages, and the recipients that matter are often
//! the unknown ones. A name is a run of capitalised words of which at least one is never
//! written in lower case in the same document; defined terms ("Services", "User Content") fail
//! that test.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use crate::document::SectionId;
use crate::meaning::{
    languages::Language,
    languages::grammar::OPENERS,
    languages::names::{
        ARTICLES, BRIDGES, CAPITAL_NOUNS, CONJUNCTIONS, FORMS, GROUPS, NOT_COMPANIES, OPERATOR,
        OWN_VERBS,
    },
    phrases::WordList,
    text::Text,
    words::Words,
};

/// The words that name the company whose policy this is: those of the title, of the statement who
/// runs the service, of its addresses, of the subject of its promises, and those that stand all
/// over the text.
pub(super) fn own_names(text: &Text<'_>) -> BTreeSet<String> {
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
    named.map(|n| n.word.to_owned())
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
        if !words.is(i, &NOT_COMPANIES) {
            own.insert(words.lower(i).to_owned());
        }
    }
}

/// A word without the ending of possession.
fn bare(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}

pub(super) fn is_name_word(text: &Text<'_>, words: &Words<'_>, at: usize) -> bool {
    let lower = words.lower(at);
    let bare = bare(lower);
    let is_one_of = |list: &WordList| match bare == lower {
        true => words.is(at, list),
        false => list.contains(words.language(), bare),
    };
    !is_one_of(&NOT_COMPANIES)
        && !is_one_of(&FORMS)
        && !words.entry(at).is_some_and(|word| text.is_common(word))
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
    let opens = at == 0 && words.is(0, &OPENERS) && !words.is(0, &ARTICLES);
    if at >= words.len()
        || opens
        || !looks(at)
        || words.word(at).contains("://")
        || words.word(at).contains('@')
    {
        return None;
    }
    let mut end = at + 1;
    // "Acme.io" is a name whatever "acme" means.
    let mut is_site = false;
    while end < words.len() {
        let between = words.before(end);
        let dotted = between == ".";
        let joined =
            between.trim().is_empty() || between == "-" || matches!(between.trim(), "&" | ".");
        let form = between.trim() == "," && words.is(end, &FORMS);
        let bridge = words.is(end, &BRIDGES) && end + 1 < words.len() && looks(end + 1);
        if !(form || dotted || (joined && (looks(end) || bridge))) {
            break;
        }
        is_site |= dotted;
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
    let telling: Vec<_> = (at..end)
        .filter(|i| is_name_word(text, words, *i))
        .collect();
    let is_own_word = |i: usize| own.contains(bare(words.lower(i)));
    // "Example's Shop" is the company's own whatever the shop is called.
    let is_own =
        is_own_word(at) || (!telling.is_empty() && telling.iter().all(|i| is_own_word(*i)));
    let is_name = is_site || !telling.is_empty();
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

/// Every run of capitalised words that ends in a form of company, whoever it is.
pub(super) fn companies(words: &Words<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for end in (1..words.len()).filter(|i| words.is(*i, &FORMS)) {
        let joins = |i: usize| {
            let between = words.before(i).trim();
            between.is_empty() || matches!(between, "&" | "." | "-" | ",") && words.is(i, &FORMS)
        };
        let mut start = end;
        let limit = found
            .last()
            .map_or(0, |f| f.end)
            .max(end.saturating_sub(LONGEST));
        while start > limit && joins(start) && is_part(words, start - 1) {
            start -= 1;
        }
        while start < end && words.is(start, &NOT_COMPANIES) {
            start += 1;
        }
        if start < end {
            found.push(start..end + 1);
        }
    }
    found
}

/// Words of the longest company's name.
const LONGEST: usize = 6;

/// True for a word that a company's name may hold.
fn is_part(words: &Words<'_>, at: usize) -> bool {
    let form = words.is(at, &FORMS);
    form || words.is_capital(at) && !words.is(at, &OPENERS)
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
    is_organisation(text, words, run.clone()) || run.into_iter().any(mixed)
}

/// True for a name with a form of company, or to whose own site the text links.
pub(super) fn is_organisation(text: &Text<'_>, words: &Words<'_>, run: Range<usize>) -> bool {
    let linked = run.clone().any(|i| {
        let word = words.lower(i);
        let is_host = || {
            text.hosts
                .iter()
                .any(|h| h.split('.').any(|label| label == word))
        };
        word.len() >= 3 && is_name_word(text, words, i) && is_host()
    });
    linked || run.skip(1).any(|i| words.is(i, &FORMS))
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
