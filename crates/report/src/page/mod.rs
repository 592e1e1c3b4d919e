//! A report before it has a form: headings, paragraphs, quotes, passages with their marks.
//!
//! Text, Markdown and HTML are written from the same page, so that they say the same and only
//! differ in how they mark it. Everything that comes from a policy is held as plain text here;
//! each writer makes it harmless in its own way.

mod html;
mod markdown;
mod text;

use std::borrow::Cow;

use model::BlockKind;

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
        spans: Vec<Span>,
        id: Option<String>,
    },
    /// Words of the report.
    Paragraph(Vec<Span>),
    /// An item of a list of the report; items that follow each other are one list.
    Item(Vec<Span>),
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
            spans: plain(text),
            id: None,
        }
    }

    pub(super) fn quote(lead: impl Into<String>, text: &str) -> Self {
        Self::Quote {
            lead: lead.into(),
            text: beginning(text, QUOTE_WORDS),
        }
    }
}

/// The first words, with an ellipsis where there are more.
pub(super) fn beginning(text: &str, words: usize) -> String {
    match text.match_indices(' ').nth(words.saturating_sub(1)) {
        Some((end, _)) => format!("{} …", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}

/// A passage of a policy with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    /// What sort of passage.
    pub(super) kind: BlockKind,
    /// Nesting depth of a list item or quote.
    pub(super) depth: u8,
    /// What happened to it, where the marks do not say it.
    pub(super) note: Vec<Span>,
    /// Its text; a line feed begins a new line.
    pub(super) spans: Vec<Span>,
    /// Where others point to.
    pub(super) id: Option<String>,
}

/// Whether words stayed, went or came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mark {
    #[default]
    None,
    Deleted,
    Inserted,
}

/// A run of text with one mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) mark: Mark,
    /// Where it leads.
    pub(super) link: Option<Link>,
    /// BCP 47 tag of a sentence of ours that may be in another language than the report.
    pub(super) language: Option<Cow<'static, str>>,
}

/// Where a run of text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// To an id of this page.
    Within(String),
    /// Where the policy's own link leads, exactly as published.
    Published(String),
    /// To a source that the report itself names; text and Markdown show it.
    Reference(String),
}

impl Span {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    pub(super) fn to(text: impl Into<String>, id: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            link: Some(Link::Within(id.into())),
            ..Self::default()
        }
    }

    /// The same as a sentence in this language.
    pub(super) fn spoken(self, language: impl Into<Cow<'static, str>>) -> Self {
        Self {
            language: Some(language.into()),
            ..self
        }
    }
}

/// The text as a list of one span.
pub(super) fn plain(text: impl Into<String>) -> Vec<Span> {
    vec![Span::plain(text)]
}

/// True for characters that could make a reader see something else than what is written:
/// controls, and marks that turn the direction of the text around them.
fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
