//! A report before it has a form: headings, paragraphs, quotes, passages with their marks.
//!
//! Text, Markdown and HTML are written from the same page, so that they say the same and only
//! differ in how they mark it. Everything that comes from a policy is held as plain text here;
//! each writer makes it harmless in its own way.

mod html;
mod markdown;
mod text;
mod tidy;

pub(super) use tidy::tidy;

use super::view::{Passage, Place, Run, beginning};

/// A report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// BCP 47 tag of the report's own words.
    pub(super) language: &'static str,
    /// BCP 47 tag of the policy's words.
    pub(super) policy_language: String,
    /// What the report is about, on one line.
    pub(super) title: String,
    /// What stands under the title.
    pub(super) elements: Vec<Element>,
}

impl Page {
    /// For a terminal or a plain file: `[-deleted-]`, `{+inserted+}`, lines of at most 88
    /// characters, control characters shown as U+FFFD.
    #[must_use]
    pub fn to_text(&self) -> String {
        text::write(self)
    }

    /// CommonMark with GitHub's strikethrough: `~~deleted~~`, `**inserted**`. Nothing in the
    /// policy's words takes effect as markup.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::write(self)
    }

    /// A complete HTML page with `<del>` and `<ins>`, without style or script. Only http, https
    /// and mailto links can be followed.
    #[must_use]
    pub fn to_html(&self) -> String {
        html::write(self)
    }
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// Opens a part of the report, 2 to 6.
    Heading {
        level: u8,
        runs: Vec<Run>,
        place: Option<Place>,
    },
    /// Words of the report.
    Paragraph(Vec<Run>),
    /// An item of a list of the report; items that follow each other are one list.
    Item(Vec<Run>),
    /// Words of a policy that something rests on, after a lead-in.
    Quote { lead: String, text: String },
    /// A passage of a policy.
    Passage(Passage),
    /// Text whose lines stay as they are.
    Lines(String),
    /// Passages that only a closer look needs.
    Folded {
        label: String,
        passages: Vec<Passage>,
    },
}

/// Words of a quotation that are shown: enough for the longest sentence of most policies, short
/// enough to read several. The data has all of them.
const QUOTE_WORDS: usize = 60;

impl Element {
    pub(super) fn heading(text: &str) -> Self {
        Self::Heading {
            level: 2,
            runs: plain(text),
            place: None,
        }
    }

    pub(super) fn quote(lead: impl Into<String>, text: &str) -> Self {
        Self::Quote {
            lead: lead.into(),
            text: beginning(text, QUOTE_WORDS),
        }
    }
}

/// The text as a line of one run.
pub(super) fn plain(text: impl Into<String>) -> Vec<Run> {
    vec![Run::plain(text)]
}

/// True for characters that could make a reader see something else than what is written:
/// controls, and marks that turn the direction of the text around them.
fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
