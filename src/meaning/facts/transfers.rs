//! Transfers to other countries, and the safeguards named for them.

use super::Facts;
use crate::meaning::{
    model::FactKind,
    phrases::{Cues, Phrases},
    text::{Passage, Sentence},
    words::Words,
};

/// Safeguards by their usual names.
static SAFEGUARDS: Cues<&'static str> = Cues::new(&[
    (
        "Standard Contractual Clauses",
        "standard|model contractual? clauses",
    ),
    ("Standard Contractual Clauses", "sccs"),
    ("Data Privacy Framework", "data privacy framework"),
    ("Data Privacy Framework", "dpf principles|program"),
    ("Privacy Shield", "privacy shield"),
    ("Binding Corporate Rules", "binding corporate rules"),
    ("adequacy decision", "adequacy decision*|regulations"),
]);

/// Words that say a safeguard is relied on.
static RELIED_ON: Phrases = Phrases::new(&[
    "we|us|our|inc|llc|ltd _12 comply|complies|certified|certify|adhere*|participate*|use|uses|rely|relies|adopted|executed|signed|incorporate*|enter|entered|implement*|offer*|self",
    "complies|comply|certified|adheres|participates|relies _6 with|to|on|in",
    "policy|statement _1 adheres|complies",
    "dpa|addendum|agreement* _4 includ*|incorporat*|contain*|with",
    "based on|under|through|pursuant|by|via _8 clauses|framework|shield|rules|decision|sccs",
    "clauses|framework|shield|rules _4 apply|in place|approved",
]);

/// Safeguards that are mentioned as gone.
static ABANDONED: Phrases = Phrases::new(&[
    "invalid*|struck|not|never|formerly|former|unresolved|dispute*|arbitration|complaint*",
    "no longer",
]);

/// Countries and unions as policies name data locations.
static COUNTRIES: Cues<&'static str> = Cues::new(&[
    ("United States", "united states"),
    ("United States", "u.s|usa|u.s.a|us"),
    ("United Kingdom", "united kingdom"),
    ("European Union", "european union"),
    ("European Economic Area", "european economic area"),
    ("New Zealand", "new zealand"),
    ("Australia", "australia"),
    ("Canada", "canada"),
    ("Switzerland", "switzerland"),
    ("Germany", "germany"),
    ("Ireland", "ireland"),
    ("Netherlands", "netherlands"),
    ("France", "france"),
    ("India", "india"),
    ("Singapore", "singapore"),
    ("Japan", "japan"),
    ("China", "china"),
    ("Brazil", "brazil"),
    ("Israel", "israel"),
    ("Philippines", "philippines"),
    ("Hong Kong", "hong kong"),
    ("Dubai", "dubai"),
]);

/// Verb and preposition of data that is in, or goes to, a country.
static LOCATED: Phrases = Phrases::new(&[
    "transfer|transfers|transferred|transferring|stored|store|stores _8 in|to|within",
    "processed|processing|hosted|maintained|kept|sent|send|transmitted _8 in|to|within",
    "servers|infrastructure|center|centers|centres|facilities _3 located in|within",
    "servers|infrastructure|facilities in|within",
    "stored|processed in|within",
]);

static OF_DATA: Phrases =
    Phrases::new(&["data|information|servers|infrastructure|facilities|backups|logs|content"]);

/// Sentences about data that comes from there, or about the law that applies there.
static OTHER_PLACES: Phrases =
    Phrases::new(&["not|never|without|laws|law|resident*|reside|applicable|outside|if|certif*"]);

pub(super) fn read(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    safeguards(passage, sentence, facts);
    countries(passage, sentence, facts);
}

fn safeguards(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    if !words.has(&RELIED_ON) || words.has(&ABANDONED) {
        return;
    }
    for (safeguard, cue) in SAFEGUARDS.find_all(words) {
        if words.is_negated(cue.start) {
            continue;
        }
        facts.add(FactKind::Transfer, safeguard, None, passage, sentence);
    }
}

fn countries(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    let Some(located) = words.find(&LOCATED) else {
        return;
    };
    let subject_to = located.end >= 2 && words.lower(located.end - 2) == "subject";
    if subject_to
        || words.find(&OF_DATA).is_none_or(|d| d.start >= located.end)
        || is_about_other_places(words, located.end)
    {
        return;
    }
    for (country, cue) in COUNTRIES.find_all_from(words, located.end) {
        let is_pronoun = words.word(cue.start) == "us";
        let of_law = OF_LAW.contains(&words.lower(cue.end));
        if !is_pronoun && !of_law && in_enumeration(words, located.end, cue.start) {
            facts.add(FactKind::Transfer, country, None, passage, sentence);
        }
    }
}

/// What follows a country's name where the sentence is about its law or people.
const OF_LAW: &[&str] = &[
    "law",
    "laws",
    "data",
    "residents",
    "citizens",
    "users",
    "individuals",
    "privacy",
    "commission",
];

fn is_about_other_places(words: &Words<'_>, located: usize) -> bool {
    words
        .find(&OTHER_PLACES)
        .is_some_and(|f| f.start <= located + 3)
}

/// True where only names of an enumeration stand between the preposition and the country.
fn in_enumeration(words: &Words<'_>, from: usize, country: usize) -> bool {
    (from..country).all(|i| {
        words.is_capital(i) || matches!(words.lower(i), "the" | "and" | "or" | "either" | "both")
    }) && from <= country
        && (from..=country).all(|i| !words.before(i).contains(['.', ';', '(']))
}

/// True where the sentence names this safeguard or country.
pub(super) fn names(words: &Words<'_>, value: &str) -> bool {
    let safeguards = SAFEGUARDS.find_all(words).into_iter();
    let mut named = safeguards.chain(COUNTRIES.find_all(words));
    named.any(|(name, cue)| name == value && words.word(cue.start) != "us")
}
