//! Languages for the tests inside this module, which outlive each test.

use super::languages::{Language, TAGS};
use crate::{cue::vocabulary::Vocabularies, words::lexicon::Lexicon};

/// The language of this tag.
pub(super) fn spoken(tag: &str) -> Language<'static> {
    let lexicon = Box::leak(Box::new(Lexicon::new(Vocabularies::built_in())));
    Language::of_tag(lexicon, tag)
}

/// Every language.
pub(super) fn all_spoken() -> impl Iterator<Item = Language<'static>> {
    TAGS.iter().map(|tag| spoken(tag))
}
