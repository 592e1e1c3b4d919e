//! Statements of one sentence each: sale, Do Not Track, age, identity checks, authorities,
//! automated decisions.

use super::Facts;
use crate::meaning::{
    model::FactKind,
    phrases::{Cues, Phrases},
    text::{Passage, Sentence},
    words::Words,
};

pub(super) fn read(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    sale(passage, sentence, facts);
    do_not_track(passage, sentence, facts);
    minimum_age(passage, sentence, facts);
    identity_check(passage, sentence, facts);
    authority(passage, sentence, facts);
    automated_decision(passage, sentence, facts);
}

/// A verb of selling whose object is the reader's data.
static SELLING: Phrases = Phrases::new(&[
    "sell|sells|sold|selling _5 data|information|info|details|it",
    "sell|sold _3 rent|rented|trade|share|lease|disclose _8 data|information",
    "sell|sold your|you",
]);

/// Conditional talk of sale that is neither a yes nor a no.
static UNCLEAR_SALE: Phrases = Phrases::new(&[
    "if|whether|opt|right|considered|deemed|defined|definition|constitute* _12 sell|sold|sale|selling",
    "sell|sold|sale|selling _6 considered|deemed|right|all|substantially|assets|business",
    "others|they|them|partners|parties|users|you|who _4 sell",
    "except|unless|merger|acquisition|bankruptcy",
]);

fn sale(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    let Some(found) = words.find(&SELLING) else {
        return;
    };
    let negated = words.is_negated(found.start);
    let subject = subject_before(words, found.start);
    if words.has(&QUALIFIED_SALE) {
        return;
    }
    if negated && subject && !words.has(&THEY_SELL) {
        facts.add(FactKind::Sale, "says-no", None, passage, sentence);
    } else if !negated && subject && !words.has(&UNCLEAR_SALE) {
        facts.add(FactKind::Sale, "says-yes", None, passage, sentence);
    }
}

/// Denials that leave other sorts of sale open.
static QUALIFIED_SALE: Phrases =
    Phrases::new(&["directly sell", "conventional|traditional|ordinary sense"]);

static THEY_SELL: Phrases = Phrases::new(&[
    "they|them|parties|partners|providers|you|users|advertisers _5 not|never _3 sell",
    "if|unless|except _12 sell|sold|selling",
]);

/// True where the sentence says that data is not sold.
pub(in crate::meaning) fn denies_sale(words: &Words<'_>) -> bool {
    words
        .find(&SELLING)
        .is_some_and(|found| words.is_negated(found.start))
}

/// True where "we", or a name, is who sells: within eight words before the verb.
fn subject_before(words: &Words<'_>, verb: usize) -> bool {
    (verb.saturating_sub(8)..verb).rev().any(|i| {
        let word = words.lower(i);
        word == "we"
            || (words.is_capital(i)
                && (i > 0 || matches!(words.lower(1), "will" | "does" | "has" | "never")))
    })
}

static DNT: Phrases = Phrases::new(&["do not track", "dnt"]);

static DNT_VERBS: Phrases = Phrases::new(&[
    "respond|responds|recognize|recognizes|recognise|honor|honors|honour|honours|respect|respects",
    "support|supports|process|act|comply|complies|react|alter|change|take|adhere",
]);

static DNT_KEPT: Phrases = Phrases::new(&["not _1 override _4 settings|options|features|choices"]);

fn do_not_track(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    let named = words.has(&DNT);
    if !named && !previous(passage, sentence).is_some_and(|p| p.words.has(&DNT)) {
        return;
    }
    if words.has(&DNT_KEPT) {
        facts.add(FactKind::DoNotTrack, "honours", None, passage, sentence);
        return;
    }
    let Some(verb) = words.find(&DNT_VERBS) else {
        return;
    };
    let ours = is_our_verb(words, verb.start);
    if !ours || !named && !words.has(&SIGNALS) || words.has(&THIRD_PARTIES) {
        return;
    }
    // The name of the signal holds a "not" of its own.
    let negated = words.is_negated(verb.start) && !inside_name(words, verb.start);
    let changes = matches!(words.lower(verb.start), "alter" | "change" | "take" | "act");
    match (negated, changes) {
        (true, _) => facts.add(FactKind::DoNotTrack, "ignores", None, passage, sentence),
        (false, false) => facts.add(FactKind::DoNotTrack, "honours", None, passage, sentence),
        (false, true) => {}
    }
}

/// True where "we", our sites or the company's name is the subject of this verb.
fn is_our_verb(words: &Words<'_>, verb: usize) -> bool {
    for i in (verb.saturating_sub(8)..verb).rev() {
        match words.lower(i) {
            "that" | "which" | "who" | "if" | "when" | "browser" | "browsers" | "you" => {
                return false;
            }
            "we" | "site" | "sites" | "service" | "services" | "website" | "websites"
            | "applications" => return true,
            _ if words.is_capital(i) => return true,
            _ => {}
        }
    }
    false
}

static SIGNALS: Phrases = Phrases::new(&["signal*|header*|beacon*|request*|them"]);

static THIRD_PARTIES: Phrases = Phrases::new(&[
    "third parties|party _8 respond|honor|recognize|comply",
    "may|might not respond|honor",
]);

/// True where the only negation before the verb is that of "Do Not Track".
fn inside_name(words: &Words<'_>, verb: usize) -> bool {
    let start = verb.saturating_sub(8);
    let mut negations = (start..verb).filter(|i| {
        let word = words.lower(*i);
        word == "not"
            || word == "never"
            || word == "no"
            || word.ends_with("n't")
            || word == "cannot"
    });
    negations.all(|i| words.lower(i) == "not" && words.lower(i + 1) == "track")
}

fn previous<'p, 'd>(passage: &'p Passage<'d>, sentence: &Sentence<'_>) -> Option<&'p Sentence<'d>> {
    passage
        .sentences
        .iter()
        .take_while(|s| s.range.start < sentence.range.start)
        .last()
}

/// An age together with what it is the limit of.
static AGES: Phrases = Phrases::new(&[
    "under|below the? age of #",
    "under # years?",
    "under|below #",
    "younger than #",
    "at least # years",
    "# years of age or? older|and?",
    "# years old or older",
    "# or older",
    "over the age of #",
    "attained|reached the? age of #",
    "not yet|reached # years",
]);

/// What such an age must be said of.
static AGE_SUBJECT: Phrases = Phrases::new(&[
    "not|never|no|prohibit*|don't|doesn't|do _8 direct*|intend*|knowingly|target*|allow*|permit*|offer*|collect*|aimed|use|eligible|designed",
    "knowingly|intentionally collect*|solicit|process",
    "must be|have",
    "you _4 are|be at least|over|#",
    "only _6 over|older|least",
    "if you are|child|children|minor|minors",
]);

static OTHER_AGE: Phrases = Phrases::new(&["sell|sells|sale|sold|selling", "opt in|out"]);

fn minimum_age(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    if !words.has(&AGE_SUBJECT) || words.has(&OTHER_AGE) {
        return;
    }
    let Some(found) = words.find(&AGES) else {
        return;
    };
    let mut ages = found.clone().filter_map(|i| age(words.lower(i)));
    // Ages below ten or above twenty-one are no limits of use but part of something else.
    if let Some(age) = ages.next_back().filter(|a| (10..=21).contains(a)) {
        facts.add(
            FactKind::MinimumAge,
            age.to_string(),
            None,
            passage,
            sentence,
        );
    }
}

fn age(word: &str) -> Option<u8> {
    match word {
        "thirteen" => Some(13),
        "fourteen" => Some(14),
        "fifteen" => Some(15),
        "sixteen" => Some(16),
        "eighteen" => Some(18),
        _ => word.parse().ok(),
    }
}

static IDENTITY: Phrases = Phrases::new(&[
    "verify|confirm|authenticate|validate|establish|verifying|confirming _2 identity|identities",
    "confirm|verify the identity of _4 requester|requestor|individual|person",
    "proof of _2 identity",
    "identity verification",
    "verify|verifying that you are",
    "verify|confirm your _1 request*",
]);

static REQUEST_CONTEXT: Phrases = Phrases::new(&[
    "request*|requester|requestor",
    "before _6 updating|removing|deleting|providing|granting|responding|disclosing|access*",
    "exercis* _4 rights",
]);

fn identity_check(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    let Some(found) = words.find(&IDENTITY) else {
        return;
    };
    let on_request = words.has(&REQUEST_CONTEXT) || passage.heading.has(&REQUEST_CONTEXT);
    if on_request && !words.is_negated(found.start) {
        facts.add(
            FactKind::IdentityCheck,
            "verifies-identity",
            None,
            passage,
            sentence,
        );
    }
}

/// Supervisory authorities by their own names.
static AUTHORITIES: Cues<&'static str> = Cues::new(&[
    (
        "Information Commissioner’s Office",
        "information commissioner's office",
    ),
    ("Information Commissioner’s Office", "ico"),
    (
        "Commission Nationale de l’Informatique et des Libertés",
        "cnil",
    ),
    (
        "Data Protection Commission",
        "irish data protection commission*",
    ),
    (
        "Data Protection Commission",
        "data protection commission _2 ireland",
    ),
    (
        "Federal Data Protection and Information Commissioner",
        "federal data protection and information commissioner",
    ),
    ("Autoriteit Persoonsgegevens", "autoriteit persoonsgegevens"),
    (
        "Agencia Española de Protección de Datos",
        "agencia española",
    ),
    (
        "Garante per la protezione dei dati personali",
        "garante per la",
    ),
    (
        "Office of the Privacy Commissioner",
        "office of the privacy commissioner",
    ),
    (
        "Office of the Australian Information Commissioner",
        "australian information commissioner",
    ),
    ("Federal Trade Commission", "federal trade commission"),
    (
        "California Privacy Protection Agency",
        "california privacy protection agency",
    ),
]);

static COMPLAINT: Phrases = Phrases::new(&[
    "complain*|lodge|authority|authorities|jurisdiction|regulator|supervis*|beschwerde|plainte|réclamation",
]);

fn authority(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    if !sentence.words.has(&COMPLAINT) {
        return;
    }
    for (name, _) in AUTHORITIES.find_all(&sentence.words) {
        facts.add(FactKind::Authority, name, None, passage, sentence);
    }
}

static AUTOMATED: Phrases = Phrases::new(&[
    "use|uses|make|makes|engage*|carry|conduct|perform|rely _8 automated _2 decision*|profiling",
    "use|uses|engage*|make _6 profiling",
]);

fn automated_decision(passage: &Passage<'_>, sentence: &Sentence<'_>, facts: &mut Facts) {
    let words = &sentence.words;
    let Some(found) = words.find(&AUTOMATED) else {
        return;
    };
    let by_us = (found.start.saturating_sub(5)..found.start).any(|i| words.lower(i) == "we");
    if !by_us || words.lower(0) == "if" {
        return;
    }
    let value = if words.is_negated(found.start) || found.clone().any(|i| words.lower(i) == "no") {
        "says-no"
    } else {
        "says-yes"
    };
    facts.add(FactKind::AutomatedDecision, value, None, passage, sentence);
}

static SPEAKS_OF_SALE: Phrases = Phrases::new(&["sell|sells|sold|selling|sale"]);
static SPEAKS_OF_AGE: Phrases = Phrases::new(&["child|children|minor|minors", "age of"]);
static SPEAKS_OF_IDENTITY: Phrases = Phrases::new(&[
    "verify|confirm|authenticate|validate|verifying|confirming|verification|proof _6 identity|you|request*",
    "identity|identification",
]);
static SPEAKS_OF_AUTOMATION: Phrases = Phrases::new(&["automated|profiling"]);

/// True where the sentence speaks of this kind of statement at all.
pub(super) fn speaks_of(words: &Words<'_>, kind: FactKind, value: &str) -> bool {
    match kind {
        FactKind::Sale => words.has(&SPEAKS_OF_SALE),
        FactKind::DoNotTrack => words.has(&DNT),
        FactKind::MinimumAge => words.has(&SPEAKS_OF_AGE),
        FactKind::IdentityCheck => words.has(&SPEAKS_OF_IDENTITY),
        FactKind::AutomatedDecision => words.has(&SPEAKS_OF_AUTOMATION),
        FactKind::Authority => AUTHORITIES
            .find_all(words)
            .iter()
            .any(|(name, _)| *name == value),
        _ => false,
    }
}
