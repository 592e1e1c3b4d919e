//! What keeps a file from being the policy that its reader thinks it is: an error page, a check
//! for robots, a wall to log in or to consent in place of the text, addresses hidden by the host.

use crate::source::targets::has_placeholder;
use crate::structure::builder::Builder;
use ::text::lexer::length_in_words;
use ::text::lists::{ERROR_SIGNS, ERROR_TITLES, WALL_SIGNS, WALL_TITLES};
use model::{BlockId, Problem};

/// Most words of a page that stands in place of another one.
const LONGEST: usize = 250;
/// Most words of a page that two signs, or its title alone, show to be one.
const UNTITLED: usize = 100;
/// Most words of a page for which one sign is enough: there is hardly anything else.
const SINGLE: usize = 40;

/// Returns the sentence that says that a file holds no policy but a page in its place, or `None`.
///
/// Only short texts are asked: their title, or what stands first, has to be one of such pages, or
/// sentences of such pages have to be in the text.
pub(crate) fn no_policy(title: Option<&str>, built: &Builder) -> Option<String> {
    let texts = || built.blocks.iter().map(|block| block.text.as_str());
    let headings = || built.sections.iter().map(|s| s.heading.as_str());
    let mut words = 0;
    for text in texts().chain(headings()) {
        words += length_in_words(text);
        if words > LONGEST {
            return None;
        }
    }
    let first = headings().find(|h| !h.is_empty()).into_iter();
    let titles = || {
        title
            .into_iter()
            .chain(first.clone())
            .chain(texts().take(1))
    };
    let lower: Vec<String> = texts().chain(headings()).map(folded).collect();
    // The title of an error page is worth two sentences; a sentence of a wall alone says nothing.
    let is_one = |known: &[&str], weight: usize, signs: &[&str]| {
        let found = signs
            .iter()
            .filter(|sign| lower.iter().any(|text| text.contains(*sign)))
            .count();
        let titled = titles().any(|title| has_name(title, known));
        match found + weight * usize::from(titled) {
            0 => false,
            1 => weight > 1 && words <= SINGLE,
            2 => words <= UNTITLED,
            _ => true,
        }
    };
    if is_one(ERROR_TITLES, 2, ERROR_SIGNS) {
        return Some(
            "This file looks like an error page or a check for robots, not like a policy."
                .to_owned(),
        );
    }
    is_one(WALL_TITLES, 1, WALL_SIGNS).then(|| {
        "This file looks like a page to log in or to consent, not like a policy.".to_owned()
    })
}

/// Whether a title, or one of its parts between strokes, is one of `names`.
fn has_name(title: &str, names: &[&str]) -> bool {
    folded(title)
        .split(['|', '–', '—', '·', '•', '»', '›', ':', '-'])
        .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()))
        .any(|part| names.contains(&part))
}

/// Lower case, with plain apostrophes, in which the words of these pages are written.
fn folded(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

/// Returns the problem of an address that the host has hidden and that cannot be found out.
pub(crate) fn hidden_address(built: &Builder) -> Option<Problem> {
    let at = built.blocks.iter().position(|b| has_placeholder(&b.text))?;
    Some(Problem {
        message: "The host of this page hides a mail address from programs: “[email protected]” \
                  stands in its place."
            .to_owned(),
        block: u32::try_from(at).ok().map(BlockId),
    })
}
