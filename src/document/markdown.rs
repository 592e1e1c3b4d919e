//! Markdown to pieces, through pulldown-cmark's event stream.
//!
//! Front matter and kramdown attribute lists are blanked out before parsing rather than cut,
//! so that every offset stays an offset into the source.

use super::Raw;
use super::front_matter::{self, Field};
use super::html;
use super::model::{BlockKind, MarkKind};
use super::piece::{Emitter, Role};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads Markdown.
pub(super) fn read(source: &str, parse_html: html::Parser) -> Raw {
    let front = front_matter::find(source);
    let mut fields = front.fields;
    let mut blanks = vec![front.span];
    for list in front_matter::attribute_lists(source) {
        let written = source.get(list.clone()).unwrap_or_default();
        if let Some(value) = attribute(written, "datetime") {
            fields.push(Field {
                key: "datetime".to_owned(),
                value,
                quote: written.to_owned(),
            });
        }
        blanks.push(list);
    }
    let prepared = Prepared::new(source, blanks);
    let mut reader = Reader {
        prepared: &prepared,
        parse_html,
        emitter: Emitter::default(),
        images: 0,
        cells: 0,
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST;
    for (event, span) in Parser::new_ext(&prepared.text, options).into_offset_iter() {
        reader.event(event, &span);
    }
    reader.emitter.flush();
    let mut pieces = reader.emitter.pieces;
    for piece in &mut pieces {
        piece.span = prepared.in_source(&piece.span);
    }
    Raw {
        pieces,
        fields,
        page_title: None,
    }
}

/// The source as the parser gets it.
struct Prepared {
    text: String,
    /// Positions in `text` of spaces that the source does not have, in order.
    added: Vec<usize>,
}

impl Prepared {
    /// Blanks metadata and puts the space into headings like `#Cookies`, which older dialects
    /// allowed.
    fn new(source: &str, mut blanks: Vec<Range<usize>>) -> Self {
        let mut text = String::with_capacity(source.len() + 64);
        let mut added = Vec::new();
        blanks.retain(|blank| !blank.is_empty());
        let mut blanks = blanks.into_iter().peekable();
        let mut at = 0;
        for line in source.split_inclusive('\n') {
            let hashes = line.bytes().take_while(|b| *b == b'#').count();
            let title = line.get(hashes..).unwrap_or_default();
            let spaceless = (1..=6).contains(&hashes)
                && title.starts_with(|c: char| c.is_uppercase() || c == '*');
            for (offset, c) in line.char_indices() {
                let here = at + offset;
                while blanks.peek().is_some_and(|blank| blank.end <= here) {
                    blanks.next();
                }
                if spaceless && offset == hashes {
                    added.push(text.len());
                    text.push(' ');
                }
                if c != '\n' && blanks.peek().is_some_and(|blank| blank.contains(&here)) {
                    text.extend(std::iter::repeat_n(' ', c.len_utf8()));
                } else {
                    text.push(c);
                }
            }
            at += line.len();
        }
        Self { text, added }
    }

    fn in_source(&self, span: &Range<usize>) -> Range<usize> {
        let shift = |at: usize| at - self.added.partition_point(|added| *added < at);
        shift(span.start)..shift(span.end)
    }
}

struct Reader<'a> {
    prepared: &'a Prepared,
    parse_html: html::Parser,
    emitter: Emitter,
    /// Depth inside images: their alternative text is not part of the policy.
    images: usize,
    /// Cells of the current table row so far.
    cells: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, span: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.images == 0 => self.emitter.text(&text, span),
            Event::Code(text) if self.images == 0 => {
                self.emitter.inline.open(MarkKind::Code);
                self.emitter.text(&text, span);
                self.emitter.inline.close(|kind| *kind == MarkKind::Code);
            }
            Event::SoftBreak => self.emitter.inline.push(" "),
            Event::HardBreak => self.emitter.hard_break(),
            Event::InlineHtml(tag) if self.images == 0 => self.inline_html(&tag),
            Event::FootnoteReference(label) => {
                self.emitter.text("[", span);
                self.emitter.text(&label, span);
                self.emitter.text("]", span);
            }
            Event::Rule => self.emitter.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: &Range<usize>) {
        match tag {
            Tag::Strong => self.emitter.inline.open(MarkKind::Strong),
            Tag::Emphasis => self.emitter.inline.open(MarkKind::Emphasis),
            Tag::Link { dest_url, .. } => self
                .emitter
                .inline
                .open(MarkKind::Link(dest_url.into_string())),
            Tag::Image { .. } => self.images += 1,
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            Tag::TableCell => {
                if self.cells > 0 {
                    self.emitter.inline.push(" | ");
                }
                self.cells += 1;
            }
            Tag::Item | Tag::DefinitionListDefinition => {
                self.emitter.flush();
                self.emitter.open_item();
            }
            Tag::BlockQuote(_) => {
                self.emitter.flush();
                self.emitter.open_quote();
            }
            Tag::HtmlBlock => {
                self.emitter.flush();
                self.html_block(span);
            }
            Tag::TableRow | Tag::TableHead => {
                self.emitter.begin_whole();
                self.cells = 0;
            }
            Tag::Heading { .. } | Tag::CodeBlock(_) => {
                self.emitter.begin_whole();
            }
            _ => self.emitter.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.emitter.inline.close(|kind| *kind == MarkKind::Strong),
            TagEnd::Emphasis => self
                .emitter
                .inline
                .close(|kind| *kind == MarkKind::Emphasis),
            TagEnd::Link => self
                .emitter
                .inline
                .close(|kind| matches!(kind, MarkKind::Link(_))),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript | TagEnd::TableCell => {
            }
            TagEnd::Item | TagEnd::DefinitionListDefinition | TagEnd::BlockQuote(_) => {
                self.emitter.flush();
                self.emitter.close_container();
                self.emitter.inline.forget_open();
            }
            TagEnd::Heading(level) => {
                let role = Role::Heading {
                    level: level_number(level),
                    recovered: false,
                };
                self.emitter.end_whole(role);
            }
            TagEnd::TableRow | TagEnd::TableHead => {
                let role = self.emitter.role_of(BlockKind::TableRow);
                self.emitter.end_whole(role);
            }
            TagEnd::CodeBlock => {
                let role = self.emitter.role_of(BlockKind::Code);
                self.emitter.end_whole(role);
            }
            _ => {
                self.emitter.flush();
                // HTML tags inside a paragraph need not be closed.
                self.emitter.inline.forget_open();
            }
        }
    }

    fn html_block(&mut self, span: &Range<usize>) {
        let Some(fragment) = self.prepared.text.get(span.clone()) else {
            return;
        };
        for mut piece in html::read(fragment, self.parse_html).pieces {
            piece.span.start += span.start;
            piece.span.end += span.start;
            self.emitter.pieces.push(piece);
        }
    }

    fn inline_html(&mut self, tag: &str) {
        let inner = tag.trim_start_matches('<').trim_end_matches('>');
        let name: String = inner
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        let closing = inner.starts_with('/');
        let target = attribute(inner, "href");
        if name == "a" && !closing && target.is_none() {
            return;
        }
        let kind = match name.as_str() {
            "br" => return self.emitter.hard_break(),
            "b" | "strong" => MarkKind::Strong,
            "i" | "em" => MarkKind::Emphasis,
            "code" | "kbd" | "samp" => MarkKind::Code,
            "a" => MarkKind::Link(target.unwrap_or_default()),
            _ => return,
        };
        if closing {
            let like = std::mem::discriminant(&kind);
            self.emitter
                .inline
                .close(|k| std::mem::discriminant(k) == like);
        } else {
            self.emitter.inline.open(kind);
        }
    }
}

/// The value of a quoted attribute of one tag.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let found = before
            .trim_end()
            .rsplit(|c: char| c.is_whitespace() || c == '"' || c == '\'')
            .next()
            .is_some_and(|n| n.eq_ignore_ascii_case(name));
        let quote = after.chars().next()?;
        let (value, tail) = if quote == '"' || quote == '\'' {
            after.get(1..)?.split_once(quote)?
        } else {
            after.split_once(char::is_whitespace).unwrap_or((after, ""))
        };
        if found {
            return Some(value.to_owned());
        }
        rest = tail;
    }
    None
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
