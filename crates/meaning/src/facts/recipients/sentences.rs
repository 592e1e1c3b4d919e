//! Recipients in running text.

use std::ops::Range;

use super::{Place, lists, places};
use crate::{
    facts::names::{self, Proof},
    languages::{
        names::{CONJUNCTIONS, KNOWN},
        recipients::{
            ACTING, APPOSITION, BEHIND_NAME, CALLS, EXAMPLES, EXCEPTED, HANDED_TO, HANDING, LABELS,
            OF_DATA, OWN_POLICY, PROVIDERS, PURPOSE, SURELY_TO, TO_WHOM, WE_USE,
        },
    },
    words::Words,
};

/// What a sentence says of names in it.
pub(super) fn running(place: &mut Place<'_, '_, '_>) {
    let words = place.words();
    for found in place.affirmed(&SURELY_TO) {
        place.add_list(found.end, Proof::Given);
    }
    for found in place.affirmed(&HANDED_TO) {
        let reach = found.start.saturating_sub(DATA_NEAR)..found.end + DATA_NEAR;
        if words.any(reach, &OF_DATA) {
            place.add_list(found.end, Proof::Needed);
        }
    }
    used(place);
    acting(place);
    for found in place.affirmed(&BEHIND_NAME) {
        if let Some(name) = place.name_before(found.start) {
            place.add(name);
        }
    }
    if words.has(&HANDING) {
        examples(place);
    }
    bracketed(place);
    excepted(place);
    if lists::introduces(place.sentence) {
        inline(place);
    }
}

/// "The following companies process data for us: NAME (accounts), NAME (files)."
fn inline(place: &mut Place<'_, '_, '_>) {
    let words = place.words();
    let colon = (1..words.len()).find(|i| words.before(*i).contains(':'));
    if let Some(at) = colon {
        place.add_list(at, Proof::Needed);
    }
}

/// "We share it with nobody other than NAME."
fn excepted(place: &mut Place<'_, '_, '_>) {
    let found = places(place.words(), &EXCEPTED, 0);
    if found.is_empty() || !place.words().has(&HANDING) {
        return;
    }
    place.barred.clear();
    for found in found {
        place.add_list(found.end, Proof::Needed);
    }
}

/// "our payment provider (NAME)"
fn bracketed(place: &mut Place<'_, '_, '_>) {
    let words = place.words();
    for at in 1..words.len() {
        if words.before(at).trim() == "("
            && place.is_called(at)
            && !words.is_negated(at)
            && !is_acronym(words, at)
        {
            for name in place.names_at(at, Proof::Needed) {
                place.add(name);
            }
        }
    }
}

/// "internet service provider (ISP)"
fn is_acronym(words: &Words<'_>, at: usize) -> bool {
    let letters = words.lower(at).chars();
    let first = at.checked_sub(letters.clone().count());
    let initial = |i: usize| words.lower(i).chars().next();
    first.is_some_and(|first| (first..at).map(initial).eq(letters.map(Some)))
}

/// Words between "hosted by NAME" and the data.
const DATA_NEAR: usize = 12;

/// "We use NAME to …", "for …, we use NAME", "we use NAME, a mailing service": without the purpose
/// it may be anything, unless it is known or called a service.
fn used(place: &mut Place<'_, '_, '_>) {
    let words = place.words();
    for found in place.affirmed(&WE_USE) {
        let role = words.any(0..found.start, &CALLS);
        let proof = if role { Proof::Given } else { Proof::Needed };
        let mut listed = place.names_behind(found.end, proof);
        // "we use for the newsletter NAME"
        let purposed = listed.is_empty() && words.is(found.end, &PURPOSE);
        if purposed {
            let behind = found.end + 1..found.end + 1 + OBJECT;
            let first = behind.map(|i| place.names_at(i, Proof::Needed));
            listed = first
                .into_iter()
                .find(|l| !l.is_empty())
                .unwrap_or_default();
        }
        let (Some(first), Some(last)) = (listed.first(), listed.last()) else {
            continue;
        };
        let next = names::behind_bracket(words, last.end);
        // "NAME's services for …"
        let served = words.is(next, &OF_DATA);
        let end = next + usize::from(served && next + 1 < words.len());
        let fronted = words.is(0, &PURPOSE) || words.any(found.clone(), &PURPOSE);
        let labelled = words.any(0..found.start, &LABELS) && words.after_break(found.start);
        let told = fronted
            || purposed
            || role
            || labelled
            || served
            || place.is_called(first.start)
            || words.is(first.start, &KNOWN)
            || words.is(end, &PURPOSE)
            || opens_apposition(words, end)
            || last.len() > 1 && words.is(last.end - 1, &OF_DATA)
            || place.is_heading(last.start);
        for name in listed.into_iter().filter(|_| told) {
            place.add(name);
        }
    }
}

fn opens_apposition(words: &Words<'_>, at: usize) -> bool {
    let here = words.find_in(&APPOSITION, at..at + 1);
    here.is_some() && words.before(at).contains([',', '('])
}

/// "NAME collects that data": whoever acts on data has it.
fn acting(place: &mut Place<'_, '_, '_>) {
    let words = place.words();
    for found in places(words, &ACTING, 0) {
        let object = found.end..words.len().min(found.end + OBJECT);
        let bracket = bracket_before(words, found.start);
        let subject = bracket.unwrap_or(found.start);
        if words.is_negated_before(subject) || words.is_negated_after(found.start) {
            continue;
        }
        let Some(name) = place.name_before(subject) else {
            continue;
        };
        // Products and defined terms of the company itself act on data too.
        let is_called = words.is(name.start.wrapping_sub(1), &CALLS);
        let is_other = is_called
            || place.is_heading(name.start)
            || place.announced && names::is_evident(place.text, words, name.clone())
            || names::is_organisation(place.text, words, name.clone());
        if matches!(words.before(found.start).trim(), "" | "." | ")" | ",")
            && words.any(object, &OF_DATA)
            && is_other
        {
            place.add(name);
            // "NAME (or NAME) provides the maps"
            let other = bracket.filter(|at| words.is(*at, &CONJUNCTIONS));
            if let Some(at) = other {
                place.add_list(at + 1, Proof::Needed);
            }
        }
    }
}

/// The first word of the bracket that closes before this word.
fn bracket_before(words: &Words<'_>, at: usize) -> Option<usize> {
    if !words.before(at).contains(')') {
        return None;
    }
    let first = at.saturating_sub(BRACKETED);
    (first..at).rev().find(|i| words.before(*i).contains('('))
}

/// Words behind the verb in which its object stands.
const OBJECT: usize = 6;

/// "providers such as NAME": the examples belong to a group only right behind it.
fn examples(place: &mut Place<'_, '_, '_>) {
    let words = place.words();
    let groups = places(words, &PROVIDERS, 0);
    for found in places(words, &EXAMPLES, 0) {
        let bracketed = words.before(found.start).contains('(');
        let reach = if bracketed { BRACKETED } else { BEHIND };
        let is_near =
            |group: &Range<usize>| group.end <= found.start && found.start - group.end <= reach;
        // "such as through NAME"
        let at = found.end + usize::from(words.is(found.end, &TO_WHOM));
        let through = at > found.end && words.any(0..found.start, &OF_DATA);
        if through || groups.iter().any(is_near) {
            place.add_list(at, Proof::Needed);
        }
    }
}

/// Words between a group and its examples.
const BEHIND: usize = 4;

/// The same where a bracket shows that they are examples.
const BRACKETED: usize = 12;

/// "to NAME, our e-mail provider": who it is stands behind the name.
pub(super) fn apposition(place: &mut Place<'_, '_, '_>) {
    let words = place.words();
    let mut from = 0;
    while let Some(found) = words.find_from(&APPOSITION, from) {
        from = found.start + 1;
        if !words.before(found.start).contains([',', '(']) {
            continue;
        }
        // Whoever has a privacy policy of its own is somebody else, whatever stands before.
        let is_other = words.has(&OWN_POLICY);
        let leads =
            |i: usize| i > 0 && words.is(i - 1, &TO_WHOM) && !words.is_negated(i) || is_other;
        let name = place
            .name_before(found.start)
            .filter(|name| leads(name.start));
        if let Some(name) = name {
            place.add(name);
        }
    }
}
