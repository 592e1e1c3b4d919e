//! Links to the privacy policy of somebody else's site.
//!
//! "See [Stripe's privacy policy](https://stripe.com/privacy)" says that Stripe handles data, in
//! any language. The name must be that of the site: a link proves nothing about other names
//! near it.

use std::ops::Range;

use super::Place;
use crate::{languages::names::NOT_COMPANIES, words::Words};
use model::MarkKind;
use text::lists::POLICY_ADDRESSES;

/// Adds the names in the sentence whose sites' privacy policies it links to.
pub(super) fn policies(place: &mut Place<'_, '_, '_>) {
    let links = policy_links(place);
    if links.is_empty() {
        return;
    }
    let words = place.words();
    let mut at = 0;
    while at < words.len() {
        let Some(name) = place.name_at(at) else {
            at += 1;
            continue;
        };
        at = name.end;
        // The word that opens the sentence has a capital without being part of the name.
        let last = name.start + usize::from(name.start == 0 && name.len() > 1);
        let found = (name.start..=last)
            .map(|start| start..name.end)
            .find(|run| {
                let text = words.slice(run.clone());
                links
                    .iter()
                    .any(|link| link.names(words, run) && is_site_of(&link.host, text))
            });
        let is_page = |i: usize| words.is(i, &NOT_COMPANIES);
        if let Some(run) = found.filter(|run| !run.clone().any(is_page)) {
            place.add(run);
        }
    }
}

/// A link to a page on data protection that is not the company's own.
struct PolicyLink {
    host: String,
    /// Bytes of its label in the sentence.
    label: Range<usize>,
    /// The label says that it leads to a policy.
    is_said: bool,
}

impl PolicyLink {
    /// True where the label is the name, be it with a bracket behind, or says that it leads to a
    /// policy.
    fn names(&self, words: &Words<'_>, name: &Range<usize>) -> bool {
        let bytes = words.bytes(name.clone());
        let bracketed = words.before(name.end).trim_start().starts_with('(');
        let is_label = bytes.end == self.label.end || bracketed;
        self.is_said || bytes.start == self.label.start && is_label
    }
}

fn policy_links(place: &Place<'_, '_, '_>) -> Vec<PolicyLink> {
    let sentence = &place.sentence.range;
    let marks = place.passage.block.marks.iter();
    let inside = marks.filter(|m| sentence.contains(&m.range.start));
    let links = inside.filter_map(|mark| {
        let MarkKind::Link(target) = &mark.kind else {
            return None;
        };
        let target = target.to_lowercase();
        let host = policy_host(&target)?;
        // Whoever hosts the company's own pages is not meant by a link to them.
        let is_own = place
            .names
            .own
            .iter()
            .any(|own| target.contains(own.as_str()));
        if is_own {
            return None;
        }
        let label = place.passage.block.text.get(mark.range.clone())?;
        let start = mark.range.start - sentence.start;
        Some(PolicyLink {
            host: host.to_owned(),
            label: start..start + label.len(),
            is_said: says_policy(&label.to_lowercase()),
        })
    });
    links.collect()
}

fn says_policy(text: &str) -> bool {
    POLICY_ADDRESSES.iter().any(|part| text.contains(part))
}

/// The host of an address, in lower case, that leads to a privacy policy.
fn policy_host(target: &str) -> Option<&str> {
    let (_, rest) = target.split_once("://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let is_policy = says_policy(rest);
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
