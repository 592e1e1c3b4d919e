//! Links to the privacy policy of somebody else's site.
//!
//! "See [Stripe's privacy policy](https://stripe.com/privacy)" says that Stripe handles data, in
//! any language. The name must be that of the site: a link proves nothing about other names
//! near it.

use super::Place;
use crate::document::MarkKind;
use crate::meaning::languages::names::NOT_COMPANIES;

/// Parts of an address that only pages on data protection have.
const POLICY_PARTS: [&str; 8] = [
    "privacy",
    "datenschutz",
    "confidentialite",
    "vie-privee",
    "gdpr",
    "dsgvo",
    "rgpd",
    "data-protection",
];

/// Adds the names in the sentence whose sites' privacy policies it links to.
pub(super) fn policies(place: &mut Place<'_, '_>) {
    let range = &place.sentence.range;
    let marks = place.passage.block.marks.iter();
    let inside = marks.filter(|m| range.start <= m.range.start && m.range.start < range.end);
    let targets = inside.filter_map(|mark| match &mark.kind {
        MarkKind::Link(target) => Some(target.to_lowercase()),
        _ => None,
    });
    // Whoever hosts the company's own pages is not meant by a link to them.
    let is_own = |target: &String| place.known.own.iter().any(|own| target.contains(own.as_str()));
    let targets: Vec<String> = targets.filter(|t| !is_own(t)).collect();
    let hosts: Vec<&str> = targets.iter().filter_map(|t| policy_host(t)).collect();
    if hosts.is_empty() {
        return;
    }
    let words = place.words();
    let mut at = 0;
    while at < words.len() {
        let name = place.name_at(at);
        at = name.as_ref().map_or(at + 1, |name| name.end);
        let is_page = |i: usize| words.is(i, &NOT_COMPANIES);
        if let Some(name) = name
            && !name.clone().any(is_page)
            && hosts.iter().any(|host| is_site_of(host, words.slice(name.clone())))
        {
            place.add(name);
        }
    }
}

/// The host of an address, in lower case, that leads to a privacy policy.
fn policy_host(target: &str) -> Option<&str> {
    let (_, rest) = target.split_once("://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let is_policy = POLICY_PARTS.iter().any(|part| rest.contains(part));
    // An authority's register of certified companies is no policy of theirs.
    let is_register = rest.contains("privacyshield");
    (is_policy && !is_register).then(|| &rest[..end])
}

/// True where a label of the host is the name, or its first word, in the letters and digits that
/// hosts are made of. Two letters are too few to tell.
fn is_site_of(host: &str, name: &str) -> bool {
    let fold = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let whole = fold(name.trim_end_matches("’s").trim_end_matches("'s"));
    let first = fold(name.split([' ', '.']).next().unwrap_or(""));
    let mut labels = host.split('.').map(|label| fold(&label.replace('-', "")));
    labels.any(|label| label.len() > 2 && (label == whole || label == first))
}
