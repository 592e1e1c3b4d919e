//! Languages for the tests inside this module, which outlive each test.

use crate::{
    cue::vocabulary::Vocabularies,
    words::{Dictionary, lexicon::Lexicon},
};

/// The language of this tag.
pub(super) fn spoken(tag: &str) -> Dictionary<'static> {
    let lexicon = Box::leak(Box::new(Lexicon::new(Vocabularies::built_in())));
    Dictionary::of_tag(lexicon, tag)
}
