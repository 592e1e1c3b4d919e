//! The laws, places and letters, compiled from the files beside this module.

use super::wording::{Letter, RequestText, Wording};
use model::request::{
    Authority, Basis, Confidence, Deadline, Kind, Law, Localized, Place, Provision, Rule, Term,
    Unit,
};

include!(concat!(env!("OUT_DIR"), "/laws.rs"));

/// Every law, in the order in which they are offered; the last names no law.
#[must_use]
pub fn laws() -> &'static [Law] {
    LAWS
}

/// The law with this key.
#[must_use]
pub fn law(key: &str) -> Option<&'static Law> {
    LAWS.iter().find(|law| law.key == key)
}

/// Every request key that some law has, each once.
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

/// The places a reader can choose, in the order in which they are offered.
#[must_use]
pub fn places() -> &'static [Place] {
    PLACES
}

/// What a place that is not in the list is called.
#[must_use]
pub fn elsewhere() -> Localized {
    ELSEWHERE
}

/// Which laws are offered to someone, and what they should know about that.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Laws of the place first, then always the request that names no law.
    pub laws: Vec<&'static Law>,
    /// Where no law is offered: which one the place has and is not covered yet, or that it is not
    /// known.
    pub note: Option<Localized>,
}

/// The laws for a place (ISO 3166: `DE`, `US-CA`). Nothing is assumed: a place that no law names
/// gets the request that names no law, never the law of some other place.
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

/// The laws for a place; see [`choose`].
#[must_use]
pub fn laws_for(place: &str) -> Vec<&'static Law> {
    choose(place).laws
}

/// The texts of one language (BCP 47), else the English ones.
pub(crate) fn wording(language: &str) -> &'static Wording {
    let primary = language.split('-').next().unwrap_or_default();
    let of = |tag: &str| {
        WORDINGS
            .iter()
            .find(|w| w.language.eq_ignore_ascii_case(tag))
    };
    of(primary).or_else(|| of("en")).unwrap_or(&WORDINGS[0])
}

/// What a kind of request is called and what it brings, for the reader who chooses.
#[must_use]
pub fn request_text(request: &str, language: &str) -> Option<&'static RequestText> {
    wording(language).requests.iter().find(|r| r.key == request)
}
