//! Reads a privacy policy in any format into sections and blocks.
//!
//! Reading never fails: it returns a [`Document`] that has a list of problems. A document without
//! blocks is unusable; its first problem says why.
//!
//! A reader for each format ([`markdown`], [`html`], [`text`]) turns the source into a flat list
//! of headings and passages; the later passes (archive notes, unmarked headings, tables of
//! contents, sections, dates, language) are shared.

mod compose;
mod dates;
pub mod html;
mod hyphens;
mod inline;
mod markdown;
mod normal;
mod numbering;
mod numbers;
mod paged;
mod piece;
mod problems;
mod source;
mod structure;
mod text;

pub use normal::{heading_label, list_label, normalise, normalise_heading};
pub use numbers::{is_division, own_number};
pub use source::decode::Decoder;
#[cfg(feature = "native")]
pub use source::decode::decode_native;
pub use source::format::Format;

use model::{Document, Problem};
use piece::Piece;
use source::front_matter::Field;

/// What the reader needs from its environment: [`NATIVE`], where everything is in the program.
#[derive(Clone, Copy, Debug)]
pub struct Platform {
    /// Reads web pages: [`html::read`], here or in a program that is loaded when it is needed.
    pub read_html: html::Reader,
    /// Decodes encodings other than UTF-8, UTF-16 and Windows-1252.
    pub decode: Decoder,
}

/// The platform with html5ever and `encoding_rs`.
#[cfg(feature = "native")]
pub const NATIVE: Platform = Platform {
    read_html: html::read,
    decode: decode_native,
};

/// Reads the bytes of one file.
///
/// The extension of `name` (`md`, `html`, `htm`, `txt`, …) decides the format; if it is unknown,
/// the content does. A date in the name (`2014-04-11.md`) helps to read an ambiguous date such as
/// "4-10-14" in the text.
#[cfg(feature = "native")]
#[must_use]
pub fn read(name: &str, bytes: &[u8]) -> Document {
    read_on(NATIVE, name, bytes)
}

/// Like [`read`], but for a given format instead of a file name.
#[cfg(feature = "native")]
#[must_use]
pub fn read_as(format: Format, bytes: &[u8]) -> Document {
    read_named("", Some(format), NATIVE, bytes, |_, _| format)
}

/// Like [`read`], on another platform.
#[must_use]
pub fn read_on(platform: Platform, name: &str, bytes: &[u8]) -> Document {
    read_named(name, Format::of_name(name), platform, bytes, Format::of)
}

/// Reads a file; `named` is the format that its name says, `choose` decides the final one from
/// that and the text.
fn read_named(
    name: &str,
    named: Option<Format>,
    platform: Platform,
    bytes: &[u8],
    choose: impl Fn(Option<Format>, &str) -> Format,
) -> Document {
    match source::decode::decode(bytes, named, platform.decode) {
        Ok(decoded) => {
            let text = source::decode::with_line_feeds(&decoded.text);
            let format = choose(named, &text);
            let mut document = read_text(name, format, &text, platform.read_html);
            document.problems.extend(decoded.problem.map(problem));
            document
        }
        Err(reason) => unusable(reason),
    }
}

/// What the reader for one format returns.
#[derive(Debug, Default)]
struct Raw {
    pieces: Vec<Piece>,
    /// Metadata fields, `title` and `lang` among them.
    fields: Vec<Field>,
    /// A title outside the text, used only if the text has none.
    page_title: Option<String>,
    /// A sentence for the reader on what could not be read.
    problem: Option<String>,
}

/// Reads decoded text; `name` is the file's name, for the date in it.
fn read_text(name: &str, format: Format, source: &str, read_html: html::Reader) -> Document {
    if source.trim().is_empty() {
        return unusable("This file is empty.".to_owned());
    }
    if let Some(reason) = source::format::refuse_source(source) {
        return unusable(reason.to_owned());
    }
    let mut raw = match format {
        Format::Markdown => markdown::read(source, read_html),
        Format::Html => read_html(source).into(),
        Format::Text => Raw {
            pieces: text::read(source),
            ..Raw::default()
        },
    };
    source::targets::restore(&mut raw.pieces);
    let archived = structure::archive::take(&mut raw.pieces, source);
    if format != Format::Html {
        raw.pieces = paged::mend(raw.pieces);
    }
    let mut pieces = structure::contents::drop(structure::headings::recover(raw.pieces));
    let left_out = structure::parts::leave_out(&mut pieces, name).map(earlier_version);
    let built = structure::builder::Builder::build(pieces);
    if let Some(reason) = problems::no_policy(raw.page_title.as_deref(), &built) {
        return unusable(reason);
    }
    if built.blocks.is_empty() {
        let reason = "There is no text of a policy in this file.";
        return unusable(raw.problem.unwrap_or_else(|| reason.to_owned()));
    }
    let told = raw.problem.into_iter().chain(left_out).map(problem);
    let problems = told.chain(problems::hidden_address(&built)).collect();
    let language = language_of(&raw.fields, &built);
    let figures = dates::order::of(&built, &language, name);
    let (dates, effective_date) =
        dates::policy::read(&built, &raw.fields, archived, source, &figures);
    Document {
        title: title(&raw.fields, &built, raw.page_title),
        language,
        dates,
        effective_date,
        sections: built.sections,
        blocks: built.blocks,
        problems,
    }
}

/// Returns the title: from the metadata, or else of a section, or else `page_title`.
fn title(
    fields: &[Field],
    built: &structure::builder::Builder,
    page_title: Option<String>,
) -> Option<String> {
    let declared = fields
        .iter()
        .find(|field| field.key == "title" && !field.value.is_empty())
        .map(|field| field.value.clone());
    // The heading at the start of the text, or else the only one of level 1. The first of several
    // headings after an untitled introduction is not a title.
    let first = built.sections.first().filter(|s| s.level > 0);
    let mut tops = built.sections.iter().filter(|s| s.level == 1);
    let only = tops.next().filter(|_| tops.next().is_none());
    let top = first.or(only);
    declared
        .or_else(|| top.map(|section| section.heading.clone()))
        .or(page_title)
}

/// Returns the BCP 47 tag of the declared language, or else of the detected one.
fn language_of(fields: &[Field], built: &structure::builder::Builder) -> String {
    let declared = fields
        .iter()
        .filter(|field| matches!(field.key.as_str(), "lang" | "language" | "locale"))
        .find_map(|field| ::text::language::declared(&field.value));
    let texts = built.blocks.iter().map(|block| block.text.as_str());
    declared.unwrap_or_else(|| ::text::detection::detect(texts).to_owned())
}

/// Says that a version that is not in force was left out.
fn earlier_version(day: Option<model::Date>) -> String {
    let dated = day.map_or_else(String::new, |day| format!(", dated {day},"));
    format!("This file also holds another version{dated} that is not in force; it was left out.")
}

fn problem(message: String) -> Problem {
    Problem {
        message,
        block: None,
    }
}

/// Returns a document without blocks; `reason` is a sentence for the reader.
fn unusable(reason: String) -> Document {
    Document {
        language: "und".to_owned(),
        problems: vec![problem(reason)],
        ..Document::default()
    }
}

impl From<html::Page> for Raw {
    fn from(page: html::Page) -> Self {
        let lang = page.language.map(|value| Field {
            key: "lang".to_owned(),
            value,
            quote: String::new(),
        });
        Self {
            pieces: page.pieces,
            fields: lang.into_iter().collect(),
            page_title: page
                .title
                .map(|t| inline::Inline::plain(&t).text)
                .filter(|t| !t.is_empty()),
            problem: page.problem,
        }
    }
}
