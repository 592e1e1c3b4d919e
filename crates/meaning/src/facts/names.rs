//! Names of companies in running text.
//!
//! A list of known companies as the source of names was rejected: it ages, and the recipients that
//! matter are often the unknown ones. A name is a run of capitalised words of which at least one is
//! never written in lower case in the same document; defined terms ("Services", "User Content")
//! fail that test. Where capitals prove nothing, a few names that every other policy has are known.

mod own;

use std::ops::Range;

pub(super) use own::Names;

use crate::{
    cue::phrases::WordList,
    languages::{
        grammar::OPENERS,
        names::{
            ARTICLES, BRIDGES, CAPITAL_NOUNS, CONJUNCTIONS, FORMS, GROUPS, KNOWN, NOT_COMPANIES,
            NOUN_ENDS, OFFICES, READERS, TAILS,
        },
        recipients::{CALLS, TO_WHOM},
        transfers::COUNTRIES,
    },
    words::{Dictionary, Words, text::Text},
};

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
    // "acme.com" in lower case makes no noun of a known name.
    if is_one_of(&KNOWN) {
        return true;
    }
    !is_one_of(&NOT_COMPANIES)
        && !is_one_of(&FORMS)
        && !words.entry(at).is_some_and(|word| text.is_common(word))
        && bare.len() > 1
}

/// How much a name must show of itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// That it is one, where every noun has a capital.
    Needed,
    /// Nothing: only a name can stand here.
    Given,
}

/// The name that begins at this word, if one does.
pub(super) fn name_at(
    text: &Text<'_>,
    known: &Names,
    words: &Words<'_>,
    at: usize,
    proof: Proof,
) -> Option<Range<usize>> {
    if at == 0 && words.is(0, &OPENERS) && !words.is(0, &ARTICLES) {
        return None;
    }
    let name = run_at(words, at)?;
    let is_dotted = name.clone().skip(1).any(|i| words.before(i) == ".");
    let is_small = !looks_like_name(words, at);
    let is_site = is_dotted || is_small;
    let telling: Vec<_> = name
        .clone()
        .filter(|i| is_name_word(text, words, *i))
        .collect();
    let is_own_word = |i: usize| known.own.contains(bare(words.lower(i)));
    // "Example's Shop" is the company's own whatever the shop is called.
    let is_own =
        is_own_word(name.start) || (!telling.is_empty() && telling.iter().all(|i| is_own_word(*i)));
    // "Acme.io" is a name whatever "acme" means.
    let is_name = is_site || !telling.is_empty();
    // "to Acme subscribers" is to readers of Acme.
    let is_group = words.is(name.end - 1, &GROUPS)
        || words.is(name.end, &READERS) && words.before(name.end).trim().is_empty();
    // "Institut national de …" goes on in lower case.
    let is_cut = words.is(name.end - 1, &TAILS) && words.is(name.end, &BRIDGES);
    let fits = is_name && !is_cut && !is_own && !is_group && name.len() <= LONGEST;
    let proven = || match words.language().has(&CAPITAL_NOUNS) {
        false => true,
        true if proof == Proof::Given => name
            .clone()
            .all(|i| is_name_word(text, words, i) && !is_noun(known, words, i)),
        true => false,
    };
    (fits && (proven() || is_proven(text, words, name.clone()))).then_some(name)
}

/// True for an ordinary noun: one that stands behind an article somewhere, or ends as nouns do.
fn is_noun(known: &Names, words: &Words<'_>, at: usize) -> bool {
    known.nouns.contains(words.lower(at)) || words.is(at, &NOUN_ENDS)
}

/// The run of words that may be one name, from this word on.
pub(super) fn run_at(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    // "netcup GmbH"
    let company = words.is(at + 1, &FORMS) && words.is_capital(at + 1);
    let company = company && words.before(at + 1) == " " && !words.is(at, &NOT_COMPANIES);
    let begins = company || looks_like_name(words, at) || is_number_name(words.word(at));
    if !begins || words.word(at).contains("://") || words.word(at).contains('@') {
        return None;
    }
    let looks = |i: usize| {
        let number = words.word(i).starts_with(|c: char| c.is_ascii_digit());
        looks_like_name(words, i) || number
    };
    let mut end = at + 1;
    while end < words.len() {
        let between = words.before(end);
        // "St. John", and not the end of a sentence.
        let short = between.trim() == "." && words.word(end - 1).len() <= SHORT;
        let elided = matches!(between, "’" | "'") && words.is(end - 1, &BRIDGES);
        let marked = between == "-" || between.trim() == "&" || elided;
        let joined = between.trim().is_empty() || marked || short;
        // "Acme, Inc.", "Acme d.o.o."
        let is_form = words.is(end, &FORMS);
        let form = is_form && (between.trim() == "," || words.word(end).contains('.'));
        let bridge = words.is(end, &BRIDGES) && end + 1 < words.len() && looks(end + 1);
        // An address, or the next sentence of a page without marks, is no part of the name.
        let is_whole = end > at + 1 && words.is(end - 1, &FORMS) && !is_form;
        // "Acme's Search" is of Acme.
        let is_whole = is_whole || words.lower(end - 1).ends_with("'s");
        // A label of the next line: "Acme Address: …".
        let is_label = words.before(end + 1).contains(':') && words.is(end, &NOT_COMPANIES);
        let opens = words.is_capital(end) && opens_clause(words, end);
        let ends = is_whole && !between.contains('&') || is_label || opens;
        let goes_on = looks(end) || bridge || words.is(end, &TAILS);
        if !(form || between == "." || (joined && !ends && goes_on)) {
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
        while at + 1 < end && (words.is(at, &NOT_COMPANIES) || words.is(at, &CALLS)) {
            at += 1;
        }
    }
    Some(at..end)
}

/// True for a word that may open a sentence and is no part of a name behind another one.
fn opens_clause(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &ARTICLES) || words.language().has(&CAPITAL_NOUNS) && words.is(at, &OPENERS)
}

/// True for a word with a capital, be it inside.
fn looks_like_name(words: &Words<'_>, at: usize) -> bool {
    words.is_capital(at) || words.word(at).chars().skip(1).any(char::is_uppercase)
}

/// "o2switch": letters go on behind a digit, as they do in no ordinary word.
fn is_number_name(word: &str) -> bool {
    let digit = word.find(|c: char| c.is_ascii_digit());
    let behind = digit.and_then(|at| word.get(at..)).unwrap_or("");
    word.starts_with(char::is_lowercase)
        && behind.chars().filter(|c| c.is_alphabetic()).count() > 2
        && behind.ends_with(char::is_alphabetic)
}

/// The first name that ends in a form of company.
pub(super) fn company_in(
    text: &Text<'_>,
    known: &Names,
    words: &Words<'_>,
) -> Option<Range<usize>> {
    let mut names =
        (0..words.len()).filter_map(|at| name_at(text, known, words, at, Proof::Needed));
    names.find(|name| name.len() > 1 && words.is(name.end - 1, &FORMS))
}

/// True for the name of a country.
pub(super) fn is_place(words: &Words<'_>, name: &Range<usize>) -> bool {
    let countries = COUNTRIES.find_all_from(words, name.start);
    countries.into_iter().any(|(_, country)| country == *name)
}

/// The company in a compound such as "Acme-Dienste", where the language makes compounds of names:
/// its first word, if that also stands alone in the text.
pub(super) fn head_of_compound(
    text: &Text<'_>,
    words: &Words<'_>,
    name: Range<usize>,
) -> Range<usize> {
    let is_compound = name.len() > 1 && words.before(name.start + 1) == "-";
    if !words.language().has(&CAPITAL_NOUNS) || !is_compound {
        return name;
    }
    let head = words.word(name.start);
    let is_border = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    let stands_alone = text.document.blocks.iter().any(|block| {
        let mut places = block.text.match_indices(head);
        places.any(|(at, _)| {
            let before = block.text[..at].chars().next_back();
            let behind = block.text[at + head.len()..].chars().next();
            is_border(before) && is_border(behind)
        })
    });
    match stands_alone {
        true => name.start..name.start + 1,
        false => name,
    }
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

/// Letters of the longest word that a dot may shorten inside a name.
const SHORT: usize = 3;

/// Words of the longest company's name.
const LONGEST: usize = 6;

/// True for a word that a company's name may hold.
fn is_part(words: &Words<'_>, at: usize) -> bool {
    let form = words.is(at, &FORMS);
    form || words.is_capital(at) && !words.is(at, &OPENERS)
}

/// A name without the form of company at its end.
pub(super) fn without_form<'n>(language: Dictionary<'_>, name: &'n str) -> &'n str {
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

/// True for a name that no other word of the language looks like: with capitals or digits inside,
/// a form of company, a link to its site, or known.
pub(super) fn is_evident(text: &Text<'_>, words: &Words<'_>, run: Range<usize>) -> bool {
    let inside = |c: char| c.is_uppercase() || c.is_ascii_digit();
    let odd = |i: usize| words.word(i).chars().skip(1).any(inside);
    run.clone().any(odd) || is_organisation(text, words, run)
}

/// True for a name that is known, has a form of company, or to whose own site the text links.
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
    let known = words.is(run.start, &KNOWN)
        || KNOWN.contains(words.language(), bare(words.lower(run.start)));
    known || linked || run.skip(1).any(|i| words.is(i, &FORMS))
}

/// Every name of a list "A, B (U.S.), and C" that begins at this word.
pub(super) fn list_at(
    text: &Text<'_>,
    known: &Names,
    words: &Words<'_>,
    at: usize,
    proof: Proof,
) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut next = at;
    let mut proof = proof;
    loop {
        if words.is(next, &ARTICLES) {
            next += 1;
        }
        let Some(name) = name_at(text, known, words, next, proof) else {
            return names;
        };
        let name = office_at(words, &name).unwrap_or(name);
        next = behind_bracket(words, name.end);
        names.push(name);
        // Others of a list may be groups: "by Acme, couriers and banks".
        proof = Proof::Needed;
        while words.is(next, &CONJUNCTIONS) {
            next += 1;
        }
        let between = words.before(next);
        let joined = words.is(next.wrapping_sub(1), &CONJUNCTIONS);
        let goes_on = between.contains(',') && !at_address(words, &names, next) || joined;
        // "to A and to B"
        next += usize::from(joined && words.is(next, &TO_WHOM));
        if !goes_on || between.contains(['.', ';', ':']) {
            return names;
        }
    }
}

/// "the Health and Safety Executive": two names that are one office.
fn office_at(words: &Words<'_>, name: &Range<usize>) -> Option<Range<usize>> {
    let is_one = words.is(name.start.checked_sub(1)?, &ARTICLES);
    let joined = is_one && words.is(name.end, &CONJUNCTIONS) && words.before(name.end) == " ";
    let second = joined.then(|| run_at(words, name.end + 1)).flatten()?;
    words
        .is(second.end - 1, &OFFICES)
        .then_some(name.start..second.end)
}

/// The word behind the bracket that opens at this word; the word itself where none does.
pub(super) fn behind_bracket(words: &Words<'_>, at: usize) -> usize {
    if !words.before(at).trim_start().starts_with('(') || words.before(at).contains(')') {
        return at;
    }
    let closes = |i: &usize| words.before(*i).contains(')');
    let end = (at + 1..=words.len()).take(BRACKET).find(closes);
    end.unwrap_or(at)
}

/// Words of the longest bracket behind a name of a list.
const BRACKET: usize = 8;

/// True where an address may go on behind the names: behind a form of company come the street and
/// the town, not the next of a list, unless it has a form too.
fn at_address(words: &Words<'_>, names: &[Range<usize>], next: usize) -> bool {
    let is_company = |name: &Range<usize>| name.len() > 1 && words.is(name.end - 1, &FORMS);
    let follows = run_at(words, next).is_some_and(|run| is_company(&run));
    names.last().is_some_and(is_company) && !follows && !words.is(next, &KNOWN)
}
