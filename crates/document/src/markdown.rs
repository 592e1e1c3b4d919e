//! Turns Markdown into pieces, through pulldown-cmark's event stream.
//!
//! What the parser would not understand is corrected before ([`crate::source::prepare`]).

use super::Raw;
use super::html;
use super::piece::{Emitter, Role};
use crate::source::attribute::attribute;
use crate::source::front_matter::{self, Field};
use crate::source::prepare::Prepared;
use ::text::lexer::length_in_words;
use model::{BlockKind, MarkKind};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads Markdown; `read_html` reads the HTML blocks in it.
pub(super) fn read(source: &str, read_html: html::Reader) -> Raw {
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
        read_html,
        emitter: Emitter::default(),
        one_line_paragraphs: has_long_lines(source),
        width: 0,
        images: 0,
        cells: 0,
        already_read: false,
    };
    reader.parse(&prepared, true);
    reader.emitter.flush();
    Raw {
        pieces: reader.emitter.pieces,
        fields,
        page_title: None,
        problem: None,
    }
}

/// Whether paragraphs are written as one line each, so that line breaks can be intended.
fn has_long_lines(source: &str) -> bool {
    const WRAPPED: usize = 120;
    const PROSE: usize = 20;
    source
        .lines()
        .any(|line| line.len() > WRAPPED && length_in_words(line) > PROSE)
}

struct Reader {
    read_html: html::Reader,
    emitter: Emitter,
    one_line_paragraphs: bool,
    /// Bytes of the longest line of the current passage.
    width: usize,
    /// Number of open images; their alternative text is not part of the policy.
    images: usize,
    /// Number of cells so far in the current table row.
    cells: usize,
    /// Whether the current event is in an indented passage that was already read as text.
    already_read: bool,
}

impl Reader {
    /// Reads the prepared text. `outer` tells that it is not an indented passage of another one.
    fn parse(&mut self, prepared: &Prepared, outer: bool) {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_DEFINITION_LIST;
        for (event, span) in Parser::new_ext(&prepared.text, options).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))
                    if outer && is_prose(prepared, &span) =>
                {
                    self.emitter.flush();
                    self.parse(&prepared.dedented(&span), false);
                    self.emitter.flush();
                    self.already_read = true;
                }
                Event::End(TagEnd::CodeBlock) if self.already_read => self.already_read = false,
                _ if self.already_read => {}
                event => self.event(event, prepared, &span),
            }
        }
    }

    fn event(&mut self, event: Event<'_>, prepared: &Prepared, span: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, prepared, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.images == 0 => {
                self.emitter.text(&text, &prepared.in_source(span));
            }
            Event::Code(text) if self.images == 0 => {
                self.emitter.inline.open(MarkKind::Code);
                self.emitter.text(&text, &prepared.in_source(span));
                self.emitter.inline.close(|kind| *kind == MarkKind::Code);
            }
            Event::SoftBreak
                if self.one_line_paragraphs && is_intended(&prepared.text, span, self.width) =>
            {
                self.emitter.inline.line_end();
            }
            Event::SoftBreak => self.emitter.inline.push(" "),
            Event::HardBreak => self.emitter.hard_break(),
            Event::InlineHtml(tag) if self.images == 0 => self.inline_html(&tag),
            Event::Rule => self.emitter.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, prepared: &Prepared, span: &Range<usize>) {
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
            Tag::List(first) => {
                self.emitter.flush();
                let first = first.map(|number| u32::try_from(number).unwrap_or(u32::MAX));
                self.emitter.open_list(first);
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
                self.html_block(prepared, span);
            }
            Tag::TableRow | Tag::TableHead => {
                self.emitter.begin_whole();
                self.cells = 0;
            }
            Tag::Heading { .. } | Tag::CodeBlock(_) => {
                self.emitter.begin_whole();
            }
            _ => {
                let passage = prepared.text.get(span.clone()).unwrap_or_default();
                self.width = passage.lines().map(str::len).max().unwrap_or_default();
                self.emitter.flush();
            }
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
            TagEnd::List(_) => {
                self.emitter.flush();
                self.emitter.close_list();
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
                // HTML tags inside a paragraph may be left open.
                self.emitter.inline.forget_open();
            }
        }
    }

    /// Reads a block of HTML at `span` in the prepared text.
    fn html_block(&mut self, prepared: &Prepared, span: &Range<usize>) {
        let Some(fragment) = prepared.text.get(span.clone()) else {
            return;
        };
        for mut piece in (self.read_html)(fragment).pieces {
            let inside = span.start + piece.span.start..span.start + piece.span.end;
            piece.span = prepared.in_source(&inside);
            self.emitter.pieces.push(piece);
        }
    }

    /// Reads an HTML tag inside a paragraph.
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

/// Whether an indented passage is text: in code, a quarter of the characters or more are neither
/// letters nor digits.
fn is_prose(prepared: &Prepared, span: &Range<usize>) -> bool {
    let passage = prepared.text.get(span.clone()).unwrap_or_default();
    let visible = passage.chars().filter(|c| !c.is_whitespace());
    let marks = visible.clone().filter(|c| !c.is_alphanumeric()).count();
    marks * 4 < visible.count()
}

/// Whether the line break at `span` was intended: the line before is short (in bytes) and does not
/// end like a sentence, the next one starts with a capital, and its first word would have had room
/// before the break in a passage that is `width` bytes wide.
fn is_intended(text: &str, span: &Range<usize>, width: usize) -> bool {
    const SHORT: usize = 80;
    let before = text.get(..span.start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default().trim();
    let next = text.get(span.end..).unwrap_or_default().trim_start();
    let word = next.split(char::is_whitespace).next().unwrap_or_default();
    line.len() < SHORT
        && !line.ends_with(['.', ',', ';', '!', '?', '-', '–', '—'])
        && next.starts_with(char::is_uppercase)
        && line.len() + word.len() < width
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
