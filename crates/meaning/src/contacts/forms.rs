//! Web pages where the organisation can be written to.
//!
//! Only links with a full address count: a relative one cannot be opened from elsewhere.

use linkify::{LinkFinder, LinkKind};

use super::mention::{Mention, links};
use crate::{
    languages::contacts::FORM_LABELS,
    words::{Words, text::Passage},
};
use model::ContactType;

/// Parts of a path that only a contact page has.
const FORM_PATHS: &[&str] = &[
    "contact",
    "kontakt",
    "webform",
    "dsar",
    "privacy-request",
    "privacyrequest",
    "data-request",
];

/// Every mention of a form.
pub(super) fn forms<'t, 'd>(passage: &'t Passage<'d>) -> Vec<Mention<'t, 'd>> {
    let mut found = Vec::new();
    for (start, label, target) in links(passage.block) {
        let target = without_archive(target);
        if is_web(target)
            && !label.contains('@')
            && (has_form_path(target) || Words::new(label, passage.language).has(&FORM_LABELS))
        {
            found.extend(Mention::at(
                passage,
                start,
                ContactType::Form,
                target.to_owned(),
            ));
        }
    }
    if found.is_empty() {
        found.extend(printed(passage));
    }
    found
}

fn printed<'t, 'd>(passage: &'t Passage<'d>) -> Vec<Mention<'t, 'd>> {
    if !passage.block.text.contains("://") {
        return Vec::new();
    }
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    let links = finder
        .links(&passage.block.text)
        .filter(|l| has_form_path(l.as_str()));
    let found = links.filter_map(|link| {
        Mention::at(
            passage,
            link.start(),
            ContactType::Form,
            link.as_str().to_owned(),
        )
    });
    found.collect()
}

fn is_web(target: &str) -> bool {
    target.starts_with("https://") || target.starts_with("http://")
}

/// True where the path, host aside, names a contact page.
fn has_form_path(target: &str) -> bool {
    let lower = target.to_lowercase();
    let Some((_, rest)) = lower.split_once("://") else {
        return false;
    };
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    let path = path.split(['?', '#']).next().unwrap_or("");
    path.split('/')
        .any(|part| FORM_PATHS.iter().any(|p| part.starts_with(p)))
}

/// The page itself instead of an archive's copy of it: requests do not go to the archive.
fn without_archive(target: &str) -> &str {
    if !target.contains("web.archive.org/web/") {
        return target;
    }
    let page = target
        .match_indices("/http")
        .map(|(at, _)| &target[at + 1..])
        .next();
    page.unwrap_or(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_contact_pages() {
        assert!(has_form_path("https://www.loomio.org/contact"));
        assert!(has_form_path("https://a.org/help/contact-us?x=1"));
        assert!(!has_form_path("https://contact.org/about"));
        assert!(!has_form_path("https://a.org/my-contacts"));
    }

    #[test]
    fn archived_pages_are_unwrapped() {
        let archived = "https://web.archive.org/web/2019id_/https://a.org/contact";
        assert_eq!(without_archive(archived), "https://a.org/contact");
    }
}
