//! Names of companies in running text.
//!
//! A list of known companies was rejected: it ages, and the recipients that matter are often
//! the unknown ones. A name is a run of capitalised words of which at least one is never
//! written in lower case in the same document; defined terms ("Services", "User Content") fail
//! that test.

use std::{collections::BTreeSet, ops::Range};

use crate::meaning::{phrases::Phrases, text::Text, words::Words};

/// Capitalised words that name no company.
const NOT_COMPANIES: &[&str] = &[
    "i",
    "we",
    "you",
    "your",
    "our",
    "us",
    "the",
    "this",
    "these",
    "those",
    "a",
    "an",
    "if",
    "in",
    "for",
    "to",
    "and",
    "or",
    "privacy",
    "shield",
    "framework",
    "policy",
    "gdpr",
    "ccpa",
    "cpra",
    "eu",
    "eea",
    "uk",
    "u.s",
    "u.k",
    "usa",
    "united",
    "states",
    "kingdom",
    "european",
    "union",
    "europe",
    "california",
    "switzerland",
    "america",
    "canada",
    "australia",
    "zealand",
    "new",
    "germany",
    "france",
    "spain",
    "ireland",
    "japan",
    "singapore",
    "india",
    "brazil",
    "swiss",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "sunday",
    "article",
    "section",
    "act",
    "law",
    "ip",
    "url",
    "html",
    "http",
    "https",
    "ssl",
    "tls",
    "api",
    "sdk",
    "faq",
    "pdf",
    "http",
    "user",
    "users",
    "service",
    "services",
    "site",
    "sites",
    "website",
    "websites",
    "software",
    "personal",
    "data",
    "information",
    "content",
    "account",
    "platform",
    "customer",
    "customers",
    "third",
    "party",
    "parties",
    "terms",
    "department",
    "commerce",
    "commission",
    "federal",
    "trade",
    "standard",
    "contractual",
    "clauses",
    "dpa",
    "dpo",
    "iso",
    "soc",
    "cookie",
    "cookies",
    "captcha",
    "do",
    "not",
    "track",
    "dnt",
    "internet",
    "web",
    "english",
    "android",
    "ios",
    "mac",
    "windows",
    "firefox",
    "safari",
    "chrome",
    "opera",
    "explorer",
    "edge",
    "scc",
    "sccs",
    "id",
    "here",
    "such",
    "when",
    "other",
    "each",
    "any",
    "all",
    "please",
    "it",
    "is",
    "as",
    "by",
    "at",
    "controller",
    "processor",
    "partner",
    "partners",
    "affiliate",
    "affiliates",
    "dpf",
    "ai",
    "no",
    "yes",
    "no.",
    "name",
    "email",
    "e",
    "pii",
];

/// Nouns for groups of recipients, which headings and lead-ins write with capitals.
const GROUPS: &[&str] = &[
    "authorities",
    "entities",
    "providers",
    "partners",
    "affiliates",
    "vendors",
    "processors",
    "agencies",
    "organizations",
    "organisations",
    "companies",
    "networks",
    "advisors",
    "parties",
    "platforms",
    "customers",
    "subsidiaries",
    "contractors",
    "recipients",
    "members",
    "others",
    "employees",
    "administrators",
    "owners",
    "advertisers",
    "regulators",
    "courts",
    "law",
];

/// Words that may stand inside a name in lower case.
const INSIDE: &[&str] = &["of", "and", "for", "the", "de", "by"];

/// Forms of companies, as the last word of a name.
const FORMS: &[&str] = &[
    "inc",
    "llc",
    "ltd",
    "gmbh",
    "sarl",
    "corp",
    "corporation",
    "limited",
    "bv",
    "b.v",
    "ag",
    "se",
];

/// The names of the company whose policy this is: the words that its title and its most
/// frequent subject share with it.
pub(super) fn own_names(text: &Text<'_>) -> BTreeSet<String> {
    let mut own = BTreeSet::new();
    if let Some(title) = &text.document.title {
        add_capitalised(&Words::new(title), &mut own);
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

/// Words before the name of the one that runs the service.
static OPERATOR: Phrases = Phrases::new(&[
    "operated|provided|published|maintained|built by",
    "data controller _8 is",
    "we are",
]);

/// Verbs that a policy puts after its own company's name.
fn is_own_subject(words: &Words<'_>, at: usize) -> bool {
    words.is_capital(at)
        && at == 0
        && matches!(
            words.lower(at + 1),
            "collects" | "respects" | "reserves" | "gathers"
        )
}

fn add_capitalised(words: &Words<'_>, own: &mut BTreeSet<String>) {
    for i in 0..words.len() {
        if words.is_capital(i) && !NOT_COMPANIES.contains(&words.lower(i)) {
            own.insert(words.lower(i).to_owned());
        }
    }
}

fn add_capitalised_after(words: &Words<'_>, from: usize, own: &mut BTreeSet<String>) {
    for i in from..words.len() {
        if !words.is_capital(i) || words.before(i).contains([',', '(']) {
            break;
        }
        if !NOT_COMPANIES.contains(&words.lower(i)) {
            own.insert(words.lower(i).to_owned());
        }
    }
}

fn is_name_word(text: &Text<'_>, words: &Words<'_>, at: usize) -> bool {
    let lower = words.lower(at);
    let bare = lower.strip_suffix("'s").unwrap_or(lower);
    !NOT_COMPANIES.contains(&bare)
        && !FORMS.contains(&bare)
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
        let form = between.trim() == "," && FORMS.contains(&words.lower(end));
        let bridge = INSIDE.contains(&words.lower(end))
            && words.lower(end) == "of"
            && end + 1 < words.len()
            && looks(end + 1);
        if !(form || (joined && (looks(end) || bridge))) {
            break;
        }
        end += 1;
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
    let is_group = GROUPS.contains(&words.lower(end - 1));
    (is_name && !is_own && !is_group && end - at <= 6).then_some(at..end)
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
        if matches!(words.lower(next), "the" | "our") {
            next += 1;
        }
        let Some(name) = name_at(text, own, words, next) else {
            return names;
        };
        next = name.end;
        names.push(name);
        while matches!(words.lower(next), "and" | "or") {
            next += 1;
        }
        let between = words.before(next);
        let goes_on =
            between.contains(',') || matches!(words.lower(next.wrapping_sub(1)), "and" | "or");
        if !goes_on || between.contains(['.', ';', ':']) {
            return names;
        }
    }
}
