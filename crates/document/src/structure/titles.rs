//! The shape of a title, line by line: what a single line says of itself, whoever stands around it.

use crate::dates;
use crate::normal::{is_bullet, unspaced_label};
use ::text::address;
use ::text::lexer::{bare_words, length_in_words};
use ::text::lists::{COMPANIES, DIVISIONS, OWN_NAMES, SENTENCE_STARTS};
use ::text::script::is_unspaced;

/// Words of the longest titles; sentences are mostly longer.
pub(crate) const LONGEST_TITLE: usize = 15;

/// How a title is numbered. Titles with different kinds do not belong to one series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// "1." or "1.2", with the mark behind it, if any.
    Digits(Option<char>),
    /// "A." or "II.", with the mark behind it.
    Upper(char),
    /// "a)" or "ii.", with the mark behind it.
    Lower(char),
    /// "§ 3".
    Paragraph,
    /// "Article 3": the place of the word among [`DIVISIONS`].
    Division(usize),
    /// "Q2.", "Q:".
    Question,
    /// "第3条", "三、": the mark behind the number.
    Unspaced(char),
}

/// The number at the start of a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number<'a> {
    pub(crate) kind: Kind,
    /// How many numbers it consists of: 2 for "1.2".
    pub(crate) depth: u8,
    /// The number without what closes it: "1.2", "ii".
    pub(crate) core: &'a str,
    /// Byte position of the title behind it.
    pub(crate) end: usize,
}

impl Kind {
    /// Whether the number shows by itself that a title follows. "12 New Street" may be anything.
    pub(crate) fn is_explicit(self) -> bool {
        !matches!(self, Self::Digits(_) | Self::Upper(_) | Self::Lower(_))
    }
}

/// Returns the number at the start of a line, or `None` if there is none.
pub(crate) fn number(text: &str) -> Option<Number<'_>> {
    if let Some(end) = unspaced_label(text) {
        let label = text.get(..end)?;
        return Some(Number {
            kind: Kind::Unspaced(label.chars().next_back()?),
            depth: 1,
            core: label,
            end: end + space(text.get(end..)?),
        });
    }
    let first = text.split_whitespace().next()?;
    if let Some(kind) = name_of_part(first) {
        let behind = first.len() + space(text.get(first.len()..)?);
        let label = text.get(behind..)?.split_whitespace().next()?;
        let core = bare(label);
        let end = behind + label.len();
        return is_ordinal(core, 3).then_some(Number {
            kind,
            depth: depth(core),
            core,
            end: end + separator(text.get(end..)?),
        });
    }
    let opened = first.strip_prefix('(').unwrap_or(first);
    // "3.Cookies" has no space behind its number.
    let figures: usize = opened
        .bytes()
        .take_while(|b| b.is_ascii_digit() || *b == b'.')
        .count();
    let glued = opened
        .get(..figures)
        .filter(|label| label.ends_with('.') && opened.get(figures..).is_some_and(begins_title));
    let label = glued.unwrap_or(opened);
    let core = bare(label);
    let mark = label.get(core.len()..)?.chars().next();
    let end = first.len() - opened.len() + label.len();
    let kind = if core.starts_with(|c: char| c.is_ascii_digit()) {
        // Years and amounts are no numbers of titles.
        is_ordinal(core, 2).then_some(Kind::Digits(mark))?
    } else if let Some(count) = core.strip_prefix('Q')
        && count.bytes().all(|b| b.is_ascii_digit())
        && mark.is_some()
    {
        Kind::Question
    } else if mark.is_some() && is_ordinal(core, 0) {
        let upper = core.starts_with(|c: char| c.is_ascii_uppercase());
        let kind = if upper { Kind::Upper } else { Kind::Lower };
        kind(mark?)
    } else {
        return None;
    };
    let rest = text.get(end..).filter(|rest| !rest.trim().is_empty())?;
    Some(Number {
        kind,
        depth: depth(core),
        core,
        end: end + separator(rest),
    })
}

/// The kind of a number that stands behind the name of a part of the document.
fn name_of_part(word: &str) -> Option<Kind> {
    if word == "§" {
        return Some(Kind::Paragraph);
    }
    // In lower case it refers to another part: "section 3 explains …".
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let word = word.trim_end_matches('.').to_lowercase();
    let at = DIVISIONS.binary_search(&word.as_str());
    at.ok().map(Kind::Division)
}

fn bare(label: &str) -> &str {
    label.trim_end_matches(['.', ')', ':'])
}

fn depth(core: &str) -> u8 {
    u8::try_from(core.split('.').count()).unwrap_or(u8::MAX)
}

/// Whether a label is "3", "1.2", "3.b" or "10A", or, without digits, "b" or "iv". `digits` is the
/// most digits in a row.
fn is_ordinal(core: &str, digits: usize) -> bool {
    let is_group = |group: &str| {
        let count = group.bytes().take_while(u8::is_ascii_digit).count();
        let rest = group.get(count..).unwrap_or_default();
        let is_figure = count > 0 && rest.is_empty();
        let is_letter = rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_alphabetic());
        count <= digits && (is_figure || is_letter || (count == 0 && is_roman(rest)))
    };
    // "e.g." and "U.S." are none.
    let begins = core.starts_with(|c: char| c.is_ascii_digit());
    core.len() <= 12 && (begins || !core.contains('.')) && core.split('.').all(is_group)
}

fn is_roman(core: &str) -> bool {
    let only = |signs: &[u8]| core.bytes().all(|b| signs.contains(&b));
    (1..=5).contains(&core.len()) && (only(b"ivx") || only(b"IVX"))
}

fn space(rest: &str) -> usize {
    rest.len() - rest.trim_start().len()
}

/// Length of the white space and dashes between a number and its title.
fn separator(rest: &str) -> usize {
    let inner = rest.trim_start();
    let behind = inner.split_once(char::is_whitespace);
    match behind {
        Some((mark, title)) if is_bullet(mark) || mark == ":" => {
            rest.len() - title.trim_start().len()
        }
        _ => rest.len() - inner.len(),
    }
}

/// Whether a line begins as a title does: with a capital, or in a script that has none.
pub(crate) fn begins_title(text: &str) -> bool {
    let text = text.trim_start_matches(['"', '“', '„', '«', '¿', '¡', '‘', '(', '「', '（', '#']);
    text.trim_start().starts_with(|c: char| {
        c.is_uppercase() || is_unspaced(c) || (c.is_alphabetic() && !c.is_lowercase())
    })
}

/// Whether a line has the shape of a title, whatever its type.
pub(crate) fn is_title(text: &str) -> bool {
    let length = length_in_words(text);
    if length == 0 || length > LONGEST_TITLE || !text.chars().any(char::is_alphabetic) {
        return false;
    }
    let numbered = number(text).is_some();
    let last = text
        .trim_end_matches(['"', '”', '“', '»', ')'])
        .chars()
        .next_back();
    let closed = match last {
        Some('.') => !numbered && !is_capitals(text),
        Some(';' | ',' | '。' | '；' | '，' | '、') => true,
        Some(':' | '!') => is_sentence(text),
        _ => false,
    };
    !closed && (numbered || !is_address(text)) && !is_company(text) && dates::find(text).is_empty()
}

/// Whether a line names the document: "Privacy notice of …", "Datenschutzerklärung".
pub(crate) fn names_document(text: &str) -> bool {
    let text = text.to_lowercase();
    let is_name = |word: &str| {
        let mut names = OWN_NAMES.iter();
        names.any(|name| word == *name || (name.len() > 8 && word.ends_with(name)))
    };
    bare_words(&text).any(is_name)
}

/// "Larkspur Press Ltd.": the first line of an address.
fn is_company(text: &str) -> bool {
    let last = text
        .rsplit(' ')
        .next()
        .unwrap_or_default()
        .trim_end_matches(['.', ',']);
    COMPANIES.iter().any(|form| last.eq_ignore_ascii_case(form))
}

/// A line that begins like a sentence and goes on for a while.
pub(crate) fn is_sentence(text: &str) -> bool {
    length_in_words(text) > 3 && begins_sentence(text)
}

/// Whether the first word is one that begins sentences and hardly ever titles.
pub(crate) fn begins_sentence(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    SENTENCE_STARTS.contains(&first.to_lowercase().as_str())
}

/// E-mail addresses, links and telephone numbers are set in bold to be found, not as titles.
pub(crate) fn is_address(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    text.starts_with('@') || address::is_address(text) || digits > letters
}

/// All letters are capitals, and there are enough of them not to be an abbreviation.
pub(crate) fn is_capitals(text: &str) -> bool {
    let mut letters = 0;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        // Nearly every passage is told by its second letter.
        if !c.is_uppercase() {
            return false;
        }
        letters += 1;
    }
    letters >= 5
}
