//! How long something is kept.

use std::ops::Range;

use super::{Facts, periods};
use crate::meaning::{
    model::FactKind,
    phrases::Phrases,
    text::{Passage, Sentence, Text},
    words::Words,
};

/// Verbs that say something is kept.
static KEEPING: Phrases = Phrases::new(&[
    "retain|retains|retained|retaining|preserve|preserves|preserved",
    "keep|keeps|kept|store|stores|stored|hold|holds|held|archive|archives|archived",
    "save|saves|saved|remain|remains",
    "retention period|periods|time",
    "conservons|conservées|gespeichert|aufbewahrt",
]);

/// Verbs that say something ends; their period says when.
static ENDING: Phrases = Phrases::new(&[
    "delete|deletes|deleted|deleting|purge|purges|purged|erase|erases|erased",
    "destroy|destroyed|anonymize|anonymized|anonymise|anonymised|expire|expires",
    "de identify|identifies|identified",
    "remove|removes|removed|removing",
]);

/// What makes a sentence one about data rather than about trials, notices or answers.
static DATA: Phrases = Phrases::new(&[
    "data|information|record*|log|logs|backup*|copies|copy|content|cookie*|file|files|details",
    "address|addresses|message*|correspondence|recording*|history|identifier*|email|emails",
    "search _1 queries|terms|history",
    "profile|it|them|these|this|anything|daten|données",
]);

/// Sentences about other periods: answers, notices, trials, payments, outages, past breaches.
static OTHER_PERIODS: Phrases = Phrases::new(&[
    "respond*|reply|answer|acknowledge _8 within|in #",
    "notice|notify|notified|refund*|trial|outage*|response",
    "in|during|over the past|last|preceding|previous #",
    "preceding|past|prior|previous # month*|year*",
    "# years of age|old",
    "free of charge",
]);

pub(super) fn read(
    text: &Text<'_>,
    passage: &Passage<'_>,
    sentence: &Sentence<'_>,
    facts: &mut Facts,
) {
    let words = &sentence.words;
    if words.has(&OTHER_PERIODS) {
        return;
    }
    let mut from = 0;
    while let Some(period) = periods::find(words, from) {
        from = period.end;
        let Some(verb) = governing_verb(words, &period) else {
            continue;
        };
        let clause = clause_start(words, verb.words.start)..period.end;
        if !has_data(words, &clause) || is_hypothetical(words, &verb, &period) {
            continue;
        }
        let value = value(words, &verb, &period);
        let about = subject(words, &verb, &period);
        let about = about.or_else(|| named_in_heading(text, passage));
        facts.add(FactKind::Retention, value, about, passage, sentence);
    }
}

struct Verb {
    words: Range<usize>,
    ends: bool,
}

/// The verb nearest before the period, at most fifteen words away and in the same clause; or,
/// for "within 30 days we will delete", nearest after it.
fn governing_verb(words: &Words<'_>, period: &Range<usize>) -> Option<Verb> {
    let before = period.start.saturating_sub(15);
    let mut best: Option<Verb> = None;
    for (table, ends) in [(&KEEPING, false), (&ENDING, true)] {
        let mut from = before;
        while let Some(found) = words
            .find_from(table, from)
            .filter(|f| f.start < period.start)
        {
            from = found.end;
            let broken = (found.end..=period.start).any(|i| words.after_break(i));
            if !broken && best.as_ref().is_none_or(|b| found.start > b.words.start) {
                best = Some(Verb { words: found, ends });
            }
        }
    }
    if best.is_some() {
        return best;
    }
    let preposed = period.start.checked_sub(1).map(|i| words.lower(i));
    if !matches!(preposed, Some("within" | "after")) {
        return None;
    }
    let after = words.find_from(&ENDING, period.end)?;
    (after.start - period.end <= 10).then_some(Verb {
        words: after,
        ends: true,
    })
}

fn clause_start(words: &Words<'_>, at: usize) -> usize {
    (1..=at).rev().find(|i| words.after_break(*i)).unwrap_or(0)
}

fn has_data(words: &Words<'_>, clause: &Range<usize>) -> bool {
    words
        .find_from(&DATA, clause.start)
        .is_some_and(|d| d.start < clause.end)
}

/// "We do not retain" without a limit, "if we kept it for 30 days", "you may store".
fn is_hypothetical(words: &Words<'_>, verb: &Verb, period: &Range<usize>) -> bool {
    let before = verb.words.start.checked_sub(1);
    let is_modal = before.is_some_and(|i| matches!(words.lower(i), "may" | "can" | "could"));
    let you = before
        .and_then(|i| i.checked_sub(usize::from(is_modal)))
        .is_some_and(|i| words.lower(i) == "you");
    let limited = has_limit(words, verb, period);
    you || (words.is_negated(verb.words.start) && !limited)
}

/// "not … (for) more than 30 days", "no longer than 30 days".
fn has_limit(words: &Words<'_>, verb: &Verb, period: &Range<usize>) -> bool {
    let from = verb.words.end;
    (from..period.end).any(|i| matches!(words.lower(i), "more" | "longer" | "beyond" | "past"))
}

/// The period in the policy's words; an end with its preposition ("within 90 days"), a limit
/// that the text negates ("not … for more than 25 months") as "no more than".
fn value(words: &Words<'_>, verb: &Verb, period: &Range<usize>) -> String {
    let text = words.slice(period.clone());
    if verb.ends {
        let hedged = matches!(
            before(words, period.start),
            "approximately" | "about" | "approx"
        );
        let start = period.start - usize::from(hedged);
        if matches!(before(words, start), "within" | "after" | "in") {
            return words.slice(start - 1..period.end).to_owned();
        }
    } else if words.is_negated(verb.words.start) {
        return [
            "no more than ",
            text.trim_start_matches("more than ")
                .trim_start_matches("longer than "),
        ]
        .concat();
    }
    text.to_owned()
}

fn before<'w>(words: &'w Words<'_>, at: usize) -> &'w str {
    at.checked_sub(1).map_or("", |i| words.lower(i))
}

/// Words that name nothing by themselves.
const GENERIC: &[&str] = &[
    "we",
    "which",
    "it",
    "this",
    "that",
    "these",
    "those",
    "them",
    "they",
    "the",
    "your",
    "our",
    "all",
    "any",
    "such",
    "a",
    "an",
    "its",
    "personal",
    "information",
    "data",
    "record",
    "records",
    "copies",
    "copy",
    "only",
    "also",
    "otherwise",
    "always",
    "be",
    "is",
    "are",
    "will",
    "may",
    "and",
    "or",
    "of",
    "user",
    "users",
    "you",
    "content",
    "certain",
    "other",
    "some",
    "most",
    "details",
    "details.",
    "collected",
    "stored",
    "about",
    "provided",
    "same",
    "full",
];

/// What is kept: the object of "we keep …", the subject of "… is kept", the "For …" at the
/// start, or who collects the data.
fn subject(words: &Words<'_>, verb: &Verb, period: &Range<usize>) -> Option<String> {
    let object = noun_phrase(words, verb.words.end, period.start);
    let passive = passive_subject(words, verb);
    let fronted = (words.lower(0) == "for")
        .then(|| fronted(words, verb))
        .flatten();
    [passive, object, fronted].into_iter().flatten().next()
}

/// "For NumFOCUS members and donors, personal data is retained …"
fn fronted(words: &Words<'_>, verb: &Verb) -> Option<String> {
    let mut commas = (2..verb.words.start).filter(|i| words.before(*i).contains(','));
    let end = commas.next_back()?;
    named(words, 1..end, 12)
}

/// "Backups are kept …": from the start of the clause to the verb's auxiliary.
fn passive_subject(words: &Words<'_>, verb: &Verb) -> Option<String> {
    let auxiliary = (verb.words.start.saturating_sub(4)..verb.words.start)
        .find(|i| matches!(words.lower(*i), "is" | "are" | "be" | "was" | "were"))?;
    let is_adverb = |i: usize| {
        let word = words.lower(i);
        word.ends_with("ly") || matches!(word, "be" | "being" | "been" | "not" | "only" | "also")
    };
    if !(auxiliary + 1..verb.words.start).all(is_adverb) {
        return None;
    }
    let modal = auxiliary.checked_sub(1).filter(|i| {
        matches!(
            words.lower(*i),
            "will" | "may" | "can" | "should" | "shall" | "must"
        )
    });
    let end = modal.unwrap_or(auxiliary);
    let mut start = clause_start(words, end);
    for i in (start + 1..=end).rev() {
        let opens = matches!(words.lower(i - 1), "that" | "and" | "but" | "when" | "if");
        if words.before(i).contains([',', '(']) || opens {
            start = i;
            break;
        }
    }
    named(words, start..end, 8)
}

/// "backups of our system" between the verb and its period.
fn noun_phrase(words: &Words<'_>, start: usize, period: usize) -> Option<String> {
    let stop = (start..period).find(|i| {
        *i > start && words.before(*i).contains([',', '('])
            || matches!(
                words.lower(*i),
                "for"
                    | "until"
                    | "up"
                    | "no"
                    | "within"
                    | "after"
                    | "that"
                    | "which"
                    | "where"
                    | "when"
                    | "while"
                    | "as"
                    | "from"
                    | "to"
                    | "on"
                    | "in"
                    | "you"
                    | "we"
                    | "via"
                    | "through"
                    | "using"
            )
    });
    named(words, start..stop.unwrap_or(period), 8)
}

/// The run of words as a name for what is kept: without leading articles, and reduced to the
/// collector in "data collected by Google Analytics". Longer runs are clauses, not names.
fn named(words: &Words<'_>, run: Range<usize>, longest: usize) -> Option<String> {
    let collector = (run.start..run.end).find(|i| {
        matches!(words.lower(*i), "collected" | "gathered" | "processed")
            && words.lower(*i + 1) == "by"
    });
    let mut start = collector.map_or(run.start, |i| i + 2);
    while start < run.end
        && matches!(
            words.lower(start),
            "the"
                | "this"
                | "these"
                | "those"
                | "that"
                | "your"
                | "our"
                | "all"
                | "any"
                | "a"
                | "an"
                | "such"
                | "its"
                | "only"
                | "it"
                | "them"
        )
    {
        start += 1;
    }
    let has_verb = (start..run.end).any(|i| {
        matches!(
            words.lower(i),
            "will" | "is" | "are" | "be" | "has" | "have"
        )
    });
    let says = !has_verb && (start..run.end).any(|i| !GENERIC.contains(&words.lower(i)));
    let fits = run.end > start && run.end - start <= longest;
    (fits && says).then(|| words.slice(start..run.end).to_owned())
}

/// The heading, where it names a sort of data rather than the subject of retention itself.
fn named_in_heading(text: &Text<'_>, passage: &Passage<'_>) -> Option<String> {
    let section = text.document.sections.get(passage.block.section.index())?;
    let heading = passage.heading.text().trim();
    let is_data = passage.heading.has(&HEADING_DATA);
    let is_retention = passage.heading.has(&RETENTION_HEADING);
    let short = passage.heading.len() <= 6 && section.level > 1;
    (is_data && short && !is_retention).then(|| heading.to_owned())
}

static HEADING_DATA: Phrases = Phrases::new(&[
    "data|information|cookies|logs|addresses|backups|interactions|correspondence|files|analytics",
    "newsletter|comments|applications|recordings",
]);

/// Headings about keeping and deleting name no sort of data.
static RETENTION_HEADING: Phrases = Phrases::new(&[
    "retain*|retention|keep|keeping|kept|store|storing|storage|long",
    "delet*|eras*|remov*|trash",
]);
