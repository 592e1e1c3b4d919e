//! Recipients in running text.

use std::ops::Range;

use super::{Place, places};
use crate::meaning::{
    facts::names,
    languages::recipients::{
        ACTING, APPOSITION, EXAMPLES, HANDED_TO, HANDING, OF_DATA, OWN_POLICY, PROVIDERS, PURPOSE,
        TO_WHOM, WE_USE,
    },
    words::Words,
};

/// What a sentence says of names in it.
pub(super) fn running(place: &mut Place<'_, '_>) {
    let words = place.words();
    for found in place.affirmed(&HANDED_TO) {
        let reach = found.start.saturating_sub(DATA_BEFORE)..found.end;
        if words.any(reach, &OF_DATA) {
            place.add_list(found.end);
        }
    }
    used(place);
    acting(place);
    if words.has(&HANDING) {
        examples(place);
    }
}

/// Words before "hosted by NAME" in which the data stands.
const DATA_BEFORE: usize = 12;

/// "We use NAME to …", "we rely on NAME for …", "we use NAME, a mailing service": without the
/// purpose it may be anything.
fn used(place: &mut Place<'_, '_>) {
    let words = place.words();
    for found in place.affirmed(&WE_USE) {
        let listed = place.names_at(found.end);
        let Some(end) = listed.last().map(|name| name.end) else {
            continue;
        };
        // "NAME's services for …"
        let end = end + usize::from(words.is(end, &OF_DATA) && end + 1 < words.len());
        let told = words.is(end, &PURPOSE) || opens_apposition(words, end);
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
fn acting(place: &mut Place<'_, '_>) {
    let words = place.words();
    for found in place.affirmed(&ACTING) {
        let object = found.end..words.len().min(found.end + OBJECT);
        let first = found.start.saturating_sub(LONGEST_NAME);
        let name = (first..found.start)
            .filter_map(|i| place.name_at(i))
            .find(|name| name.end == found.start);
        // Products and defined terms of the company itself act on data too.
        if let Some(name) = name
            && matches!(words.before(found.start).trim(), "" | ".")
            && words.any(object, &OF_DATA)
            && names::is_organisation(place.text, words, name.clone())
        {
            place.add(name);
        }
    }
}

/// Words behind the verb in which its object stands.
const OBJECT: usize = 6;

/// "providers such as NAME": the examples belong to a group only right behind it.
fn examples(place: &mut Place<'_, '_>) {
    let words = place.words();
    let groups = places(words, &PROVIDERS, 0);
    for found in places(words, &EXAMPLES, 0) {
        let bracketed = words.before(found.start).contains('(');
        let reach = if bracketed { BRACKETED } else { BEHIND };
        let is_near =
            |group: &Range<usize>| group.end <= found.start && found.start - group.end <= reach;
        if groups.iter().any(is_near) {
            place.add_list(found.end);
        }
    }
}

/// Words between a group and its examples.
const BEHIND: usize = 4;

/// The same where a bracket shows that they are examples.
const BRACKETED: usize = 12;

/// "to NAME, our e-mail provider": who it is stands behind the name.
pub(super) fn apposition(place: &mut Place<'_, '_>) {
    let words = place.words();
    let mut from = 0;
    while let Some(found) = words.find_from(&APPOSITION, from) {
        from = found.start + 1;
        if !words.before(found.start).contains([',', '(']) {
            continue;
        }
        let first = found.start.saturating_sub(LONGEST_NAME);
        // Whoever has a privacy policy of its own is somebody else, whatever stands before.
        let is_other = words.has(&OWN_POLICY);
        let leads =
            |i: &usize| *i > 0 && words.is(i - 1, &TO_WHOM) && !words.is_negated(*i) || is_other;
        let name = (first..found.start)
            .filter(leads)
            .filter_map(|i| place.name_at(i))
            .find(|name| name.end == found.start);
        if let Some(name) = name {
            place.add(name);
        }
    }
}

/// Words of the longest name that is looked for.
const LONGEST_NAME: usize = 6;
