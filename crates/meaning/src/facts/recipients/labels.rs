//! Recipients behind a label: "Hosting provider: NAME", "Payments: NAME", "Name: NAME".

use super::Place;
use crate::{
    facts::names::Proof,
    languages::{
        names::CONTROLLER,
        recipients::{CALLS, LABELS},
    },
};

/// Words of the longest label.
const LABEL: usize = 5;

/// Adds the names behind the label that opens the sentence.
pub(super) fn read(place: &mut Place<'_, '_, '_>) {
    let words = place.words();
    let colon = (1..words.len().min(LABEL + 1)).find(|i| words.before(*i).contains(':'));
    let Some(at) = colon else {
        return;
    };
    // Under a heading on the controller, providers and names are the company's own.
    let called = words.any(0..at, &CALLS) && !place.passage.heading.has(&CONTROLLER);
    let named = words.any(0..at, &LABELS) && (place.announced || place.is_heading(at));
    if called || named {
        place.add_list(at, Proof::Given);
    }
}
