//! Selects the passage of the policy that a letter quotes.

use unicode_segmentation::UnicodeSegmentation as _;

use super::{data::laws, mail};
use model::request::Law;
use model::{Document, Evidence, Section};

/// Fewest bytes of a trimmed quotation. Policies often name the right only after a clause about
/// who has it, and a quotation that ends before says nothing.
const SHORTEST_QUOTE: usize = 120;

/// Most bytes of a quotation; a longer one would bury the request that it supports.
const LONGEST_QUOTE: usize = 400;

/// Most characters of a heading that is cited.
const LONGEST_SECTION: usize = 80;

/// A sentence of the policy.
pub(super) struct Quote {
    /// The sentence, on one line.
    pub text: String,
    /// Heading of its section; empty if there is none that can be cited.
    pub section: String,
}

impl Quote {
    /// Returns the lengths in bytes to which the quotation may be trimmed, longest first.
    pub fn cuts(&self) -> Vec<usize> {
        let text = self.text.as_str();
        let mut cuts: Vec<usize> = text
            .unicode_word_indices()
            .map(|(at, word)| at + word.len())
            .take_while(|end| *end <= LONGEST_QUOTE)
            .filter(|end| *end >= SHORTEST_QUOTE && ends_word(text, *end))
            .collect();
        if text.len() <= LONGEST_QUOTE {
            cuts.retain(|end| *end < text.len());
            cuts.push(text.len());
        }
        cuts.reverse();
        cuts
    }
}

/// Returns the passage to quote among `granted_by`: the first that names the law, itself or in the
/// headings above it, or else the first that names no law at all.
pub(super) fn quotable(document: &Document, law: &Law, granted_by: &[Evidence]) -> Option<Quote> {
    let fitting = granted_by.iter().filter_map(|evidence| {
        let section = |id| document.section(document.block(id).section);
        let section = evidence.block.map(section);
        let path = section.map(|s| s.path.join("\n")).unwrap_or_default();
        let text = mail::clean_line(&evidence.quote);
        let own = names(law, &path) || names(law, &text);
        let other = |l: &&Law| l.key != law.key && (names(l, &path) || names(l, &text));
        let fits = !text.is_empty() && (own || !laws().iter().any(|l| other(&l)));
        let section = section.map(citable).unwrap_or_default();
        fits.then_some((!own, Quote { text, section }))
    });
    fitting
        .min_by_key(|(unnamed, _)| *unnamed)
        .map(|(_, quote)| quote)
}

/// Returns the heading, or an empty string if it is too long to be cited.
fn citable(section: &Section) -> String {
    let heading = mail::clean_line(&section.heading);
    if heading.chars().count() > LONGEST_SECTION {
        String::new()
    } else {
        heading
    }
}

/// Whether a text contains a name of the law.
fn names(law: &Law, text: &str) -> bool {
    law.names_in_policies
        .iter()
        .any(|name| contains_word(text, name))
}

/// Whether the byte `end` is the end of a word: white space follows, or the script has no spaces.
/// The `@` after `privacy` does not end a word.
fn ends_word(text: &str, end: usize) -> bool {
    let last = text[..end].chars().next_back();
    text[end..].chars().next().is_none_or(|next| {
        next.is_whitespace() || !next.is_ascii() && last.is_some_and(|c| !c.is_ascii())
    })
}

/// Whether `text` contains `name` without a letter or digit directly before or after it.
fn contains_word(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    })
}
