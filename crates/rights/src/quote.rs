//! The passage of the policy that a letter quotes.

use unicode_segmentation::UnicodeSegmentation as _;

use super::{data::laws, mail};
use model::request::Law;
use model::{Document, Evidence, Section};

/// Bytes below which a quotation is not trimmed: policies often name the right only after a clause
/// about who has it, and a quotation that ends before it says nothing.
const SHORTEST_QUOTE: usize = 120;

/// Bytes beyond which a quotation buries the request that it should support.
const LONGEST_QUOTE: usize = 400;

/// A heading longer than this many characters is no heading to cite.
const LONGEST_SECTION: usize = 80;

/// The policy's own sentence, ready to be quoted.
pub(super) struct Quote {
    /// Its words, on one line.
    pub text: String,
    /// The heading it stands under; empty where there is none to cite.
    pub section: String,
}

impl Quote {
    /// Lengths in bytes at which the quotation may end, longest first.
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

/// The passage to quote: the first that names this law or stands under a heading that does, else
/// the first that names no law at all.
pub(super) fn quotable(document: &Document, law: &Law, granted_by: &[Evidence]) -> Option<Quote> {
    let passages = granted_by.iter().map(|evidence| {
        let section = |id| document.section(document.block(id).section);
        (evidence, evidence.block.map(section))
    });
    let fitting = passages.filter_map(|(evidence, section)| {
        let path = section.map(|s| s.path.join("\n")).unwrap_or_default();
        let text = mail::clean_line(&evidence.quote);
        let own = names(law, &path) || names(law, &text);
        let other = |l: &&Law| l.key != law.key && (names(l, &path) || names(l, &text));
        let fits = !text.is_empty() && (own || !laws().iter().any(|l| other(&l)));
        fits.then(|| {
            (
                !own,
                Quote {
                    text,
                    section: section.map(citable).unwrap_or_default(),
                },
            )
        })
    });
    fitting
        .min_by_key(|(unnamed, _)| *unnamed)
        .map(|(_, quote)| quote)
}

/// The heading, unless it is too long to be cited.
fn citable(section: &Section) -> String {
    let heading = mail::clean_line(&section.heading);
    if heading.chars().count() > LONGEST_SECTION {
        String::new()
    } else {
        heading
    }
}

fn names(law: &Law, text: &str) -> bool {
    law.names_in_policies
        .iter()
        .any(|name| contains_word(text, name))
}

/// True where white space follows, or where the script has none: `privacy@` is no end of a word.
fn ends_word(text: &str, end: usize) -> bool {
    let last = text[..end].chars().next_back();
    text[end..].chars().next().is_none_or(|next| {
        next.is_whitespace() || !next.is_ascii() && last.is_some_and(|c| !c.is_ascii())
    })
}

/// True where `text` contains `name` and no letter or digit adjoins it.
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
