//! The laws, places and letters, compiled from the data files of this crate.

use super::wording::{Letter, RequestText, Wording};
use model::request::{
    Authority, Basis, Confidence, Deadline, Kind, Law, Localized, Place, Provision, Rule, Term,
    Unit,
};

include!(concat!(env!("OUT_DIR"), "/laws.rs"));

/// Returns every law in the order of display. The last one is the request that names no law.
#[must_use]
pub fn laws() -> &'static [Law] {
    LAWS
}

/// Returns the law with this key.
#[must_use]
pub fn law(key: &str) -> Option<&'static Law> {
    LAWS.iter().find(|law| law.key == key)
}

/// Returns the keys of all requests of all laws, without duplicates.
#[must_use]
pub fn request_keys() -> Vec<&'static str> {
    let mut keys = Vec::new();
    for key in LAWS
        .iter()
        .flat_map(|law| law.requests().map(|p| p.request))
    {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// Returns the places that a reader can choose, in the order of display.
#[must_use]
pub fn places() -> &'static [Place] {
    PLACES
}

/// Returns the name for a place that is not in the list.
#[must_use]
pub fn elsewhere() -> Localized {
    ELSEWHERE
}

/// The laws that are offered for a place, and a note about them.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The laws of the place, then always the request that names no law.
    pub laws: Vec<&'static Law>,
    /// If the place has no law here: the law of the place that is not covered yet, or that none is
    /// known.
    pub note: Option<Localized>,
}

/// Returns the laws for a place, an ISO 3166 code such as `DE` or `US-CA`. A place that is in no
/// law gets only the request that names no law, never the law of another place.
#[must_use]
pub fn choose(place: &str) -> Choice {
    let code = place.trim().to_ascii_uppercase();
    let country = code.split('-').next().unwrap_or_default();
    let named = |law: &&Law| law.places.iter().any(|p| *p == code || *p == country);
    let mut laws: Vec<&Law> = LAWS.iter().filter(named).collect();
    let of = |code: &str| PLACES.iter().find(|p| p.code == code);
    let place = of(&code).or_else(|| of(country));
    let note = laws
        .is_empty()
        .then(|| place.and_then(|p| p.later).unwrap_or(UNKNOWN_PLACE));
    laws.extend(LAWS.iter().filter(|law| !law.is_named()));
    Choice { laws, note }
}

/// Returns only the laws for a place; see [`choose`].
#[must_use]
pub fn laws_for(place: &str) -> Vec<&'static Law> {
    choose(place).laws
}

/// Returns the texts in a language (a BCP 47 tag), or the English ones if there are none.
pub(crate) fn wording(language: &str) -> &'static Wording {
    let primary = language.split('-').next().unwrap_or_default();
    let of = |tag: &str| {
        WORDINGS
            .iter()
            .find(|w| w.language.eq_ignore_ascii_case(tag))
    };
    of(primary).or_else(|| of("en")).unwrap_or(&WORDINGS[0])
}

/// Returns the label and explanation of a request key, in a language (a BCP 47 tag) or in English.
#[must_use]
pub fn request_text(request: &str, language: &str) -> Option<&'static RequestText> {
    wording(language).requests.iter().find(|r| r.key == request)
}
