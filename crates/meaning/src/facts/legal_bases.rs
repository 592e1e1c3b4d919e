//! Legal bases the policy says it relies on (Article 6(1) GDPR and its like).
//!
//! They are said in words ("our legitimate interest in …"), by mere names where the surroundings
//! speak of bases, and by citation. A citation is read by its parts: its writings are too many
//! for a table ("Art. 6 Abs. 1 S. 1 lit. b und f", "6.1.f", "Article 6(1)(f)").

use std::ops::Range;
use text::sorting::set;

use super::collected::Facts;
use crate::{
    cue::phrases::Cues,
    languages::bases::{ABSTRACT, ARTICLES, BASES, CITATION, CONTEXT, LEADS, NAMES, OUTRIGHT},
    words::{
        Words,
        text::{Passage, Text},
    },
};
use model::{LegalBasis, Statement};

/// A basis by the words that stand for it.
type Cue = (LegalBasis, Range<usize>);

pub(super) fn read(text: &Text<'_>, passage: &Passage<'_>, facts: &mut Facts) {
    let lead = text.lead(passage).and_then(|l| l.sentences.last());
    let by_lead = lead.is_some_and(|s| introduces(&s.words));
    let by_heading = passage.heading.has(&CONTEXT);
    let around = by_heading || by_lead;
    // What a right depends on, or does not reach, is said in the words of bases.
    let about_rights =
        passage.heading.has(&ABSTRACT) || lead.is_some_and(|s| s.words.has(&ABSTRACT));
    for sentence in &passage.sentences {
        let words = &sentence.words;
        if !around && words.has(&ABSTRACT) {
            continue;
        }
        let stated = stated(words, around);
        if !around && about_rights && !are_own(&stated) {
            continue;
        }
        for (basis, cue) in stated {
            if !words.is_negated(cue.start) {
                facts.add(Statement::LegalBasis { basis }, passage, sentence);
            }
        }
    }
}

/// True for more bases than any right depends on: an objection reaches two (Article 21(1) GDPR).
fn are_own(stated: &[Cue]) -> bool {
    let bases = set(stated.iter().map(|(basis, _)| basis));
    bases.len() > 2
}

/// True for words that introduce a list of bases.
fn introduces(words: &Words<'_>) -> bool {
    let open = !words.text().ends_with(['.', '!', '?']);
    let conditions = open && words.has(&LEADS) && !words.has(&ABSTRACT);
    words.has(&CONTEXT) || conditions
}

/// Every basis that the sentence states, of itself or by what stands around it.
fn stated(words: &Words<'_>, around: bool) -> Vec<Cue> {
    let mut found = cited(words);
    let bases: Vec<_> = cues(&BASES, words).collect();
    if around || words.has(&CONTEXT) || lists(words, &bases) {
        found.extend(bases);
        let names = cues(&NAMES, words);
        found.extend(names.filter(|(_, cue)| opens_part(words, cue.start)));
    } else {
        found.extend(cues(&OUTRIGHT, words));
    }
    found
}

/// True for "we process it where you consent, or where a contract requires it": one condition
/// alone may be about something else.
fn lists(words: &Words<'_>, bases: &[Cue]) -> bool {
    let others = |(basis, _): &Cue| bases.iter().any(|(other, _)| other != basis);
    bases.iter().any(others) && words.has(&LEADS)
}

/// True at the first or second word of the sentence, of a cell, or behind a colon.
fn opens_part(words: &Words<'_>, at: usize) -> bool {
    let opens = |at: usize| at == 0 || words.after_break(at);
    opens(at) || opens(at.saturating_sub(1))
}

/// The bases that Article 6 is cited for, by its letters.
fn cited(words: &Words<'_>) -> Vec<Cue> {
    let mut found = Vec::new();
    for article in 1..words.len() {
        if words.is(article - 1, &ARTICLES) && is_six(words.lower(article)) {
            letters(words, article, &mut found);
            found.extend(letter_before(words, article - 1));
        }
    }
    found
}

/// True for "6" and for what begins with it: "6.1", "6.1.f".
fn is_six(word: &str) -> bool {
    word == "6" || word.starts_with("6.")
}

/// Reads the letters behind "Art. 6" as far as the citation goes.
fn letters(words: &Words<'_>, article: usize, found: &mut Vec<Cue>) {
    let whole = words.lower(article).rsplit('.').next().and_then(basis);
    found.extend(whole.map(|basis| (basis, article..article + 1)));
    for at in article + 1..words.len() {
        // "L'article 6 a été" is no citation: a letter right behind the number is marked off.
        let marked = at > article + 1 || words.before(at).contains(['(', '-', '.']);
        match basis(words.lower(at)).filter(|_| marked) {
            Some(basis) => found.push((basis, at..at + 1)),
            None if words.is(at, &CITATION) => {}
            None => return,
        }
    }
}

/// The letter of "point (f) of Article 6".
fn letter_before(words: &Words<'_>, article: usize) -> Option<Cue> {
    let letter = article.checked_sub(2)?;
    let basis = basis(words.lower(letter))?;
    let marked = letter > 0 && words.is(letter - 1, &CITATION);
    marked.then_some((basis, letter..letter + 1))
}

/// The bases whose phrases in the table stand in the sentence.
fn cues<'w>(table: &Cues, words: &'w Words<'_>) -> impl Iterator<Item = Cue> + use<'w> {
    let found = table.find_all(words);
    found.filter_map(|(key, cue)| Some((LegalBasis::from_key(key)?, cue)))
}

/// The basis of a letter of Article 6(1) GDPR.
fn basis(letter: &str) -> Option<LegalBasis> {
    Some(match letter {
        "a" => LegalBasis::Consent,
        "b" => LegalBasis::Contract,
        "c" => LegalBasis::LegalObligation,
        "d" => LegalBasis::VitalInterests,
        "e" => LegalBasis::PublicTask,
        "f" => LegalBasis::LegitimateInterests,
        _ => return None,
    })
}

/// True where the sentence names this basis, relied on or not.
pub(super) fn names(words: &Words<'_>, basis: LegalBasis) -> bool {
    BASES.names(words, basis.key()) || cited(words).iter().any(|(cited, _)| *cited == basis)
}
