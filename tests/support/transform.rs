//! Changes that can be made to any document and whose comparison is known beforehand.
//!
//! They work on what was read, not on its source, so that they do the same to real policies of
//! every form.

use policy_diff::{
    document::normalise,
    model::{Document, SectionId},
};

/// The same words in other dress: straight quote marks and hyphens for typographic ones, and the
/// other way round.
pub fn requoted(document: &Document) -> Document {
    let mut out = without_marks(document);
    for block in &mut out.blocks {
        block.text = block.text.chars().map(other_dress).collect();
        block.normal = normalise(&block.text);
    }
    out
}

fn other_dress(c: char) -> char {
    match c {
        '“' | '”' | '„' => '"',
        '’' | '‘' => '\'',
        '–' | '—' => '-',
        '"' => '”',
        '\'' => '’',
        other => other,
    }
}

/// The document without emphasis and links, whose places other dress would shift.
pub fn without_marks(document: &Document) -> Document {
    let mut out = document.clone();
    out.blocks.iter_mut().for_each(|block| block.marks.clear());
    out
}

/// The sections in another order, given as positions; each with its own blocks.
pub fn reordered(document: &Document, order: &[usize]) -> Document {
    let mut out = Document {
        sections: Vec::new(),
        blocks: Vec::new(),
        ..document.clone()
    };
    for (place, &at) in order.iter().enumerate() {
        let mut section = document.sections[at].clone();
        let start = out.blocks.len() as u32;
        for id in document.sections[at].block_ids() {
            let mut block = document.block(id).clone();
            block.section = SectionId(place as u32);
            out.blocks.push(block);
        }
        section.blocks = start..out.blocks.len() as u32;
        out.sections.push(section);
    }
    // Evidence names blocks by their place, which has changed.
    out.dates.clear();
    out
}

/// Every section that has a heading and text gets a heading it never had.
pub fn renamed(document: &Document) -> Document {
    let mut out = document.clone();
    for (at, section) in out.sections.iter_mut().enumerate() {
        if section.level > 0 && !section.blocks.is_empty() {
            section.heading = format!("Chapter {} of the garden book", ordinal(at));
            section.path = vec![section.heading.clone()];
        }
    }
    out
}

/// A word for a number, since numbers of headings are no words.
fn ordinal(number: usize) -> String {
    let digits = number.to_string();
    let letter = |digit: u8| char::from(b'a' + (digit - b'0'));
    digits.bytes().map(letter).chain("th".chars()).collect()
}
