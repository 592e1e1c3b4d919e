//! Cuts a text into words: the one place that says where a word begins and ends.
//!
//! What a word is depends on who asks, so there are three rules, and the marks and addresses of
//! all are the same:
//!
//! * [`tokens`] are what a reader of a redline sees as one piece: words and marks by Unicode word
//!   rules (UAX #29), addresses whole.
//! * [`words`] are what phrases are looked for in: elided articles are words of their own, hyphens
//!   separate, addresses are one word.
//! * [`bare_words`] are runs of letters and digits, for lists of small words.
//!
//! One rule for all was rejected: UAX #29 has "l'adresse" and "example.org" as one word and each
//! Chinese character as one, and its tables cost most of the time of a whole reading.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    address::is_address,
    language::Language,
    script::{has_particles, is_invisible, is_unspaced, is_unspaced_or_mark},
};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word with a letter in it.
    Word,
    /// Digits, and no letter.
    Number,
    /// An address of mail or of the web.
    Address,
    /// Punctuation and symbols.
    Mark,
    /// White space that no token stands before.
    Blank,
}

impl Kind {
    /// What a piece of a text is that is no address.
    fn of(piece: &str) -> Self {
        if piece.chars().any(char::is_alphabetic) {
            Self::Word
        } else if piece.chars().any(char::is_alphanumeric) {
            Self::Number
        } else {
            Self::Mark
        }
    }
}

/// A token with the white space behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the token without the white space behind it.
    pub core: Range<usize>,
    /// Byte behind the white space; the next token begins here.
    pub end: usize,
    /// What the token is.
    pub kind: Kind,
}

/// Cuts a text into tokens, of which each begins where the one before ends.
///
/// White space belongs to the token before it. White space as a token of its own was rejected: a
/// diff then keeps the spaces of a rewritten sentence and re-inserts the words between them.
/// Addresses stay whole, since nobody reads half of one.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut cut = Cut::default();
    for (start, chunk) in chunks(text) {
        let visible = chunk.trim_end();
        cut.chunk(visible, start);
        let (core, end) = (start + visible.len(), start + chunk.len());
        match cut.tokens.last_mut() {
            Some(last) if !visible.is_empty() => (last.core.end, last.end) = (core, end),
            // A text that opens with white space has a token of white space only.
            _ => cut.tokens.push(Token {
                core: start..core,
                end,
                kind: Kind::Blank,
            }),
        }
    }
    cut.tokens
}

#[derive(Default)]
struct Cut {
    tokens: Vec<Token>,
}

impl Cut {
    fn push(&mut self, end: usize, kind: Kind) {
        let start = self.tokens.last().map_or(0, |last| last.end);
        let core = start..end;
        self.tokens.push(Token { core, end, kind });
    }

    /// Cuts a run of visible characters that begins at this byte.
    fn chunk(&mut self, run: &str, start: usize) {
        if let Some(word) = simple_word(run) {
            self.push(start + word, Kind::of(&run[..word]));
            for end in start + word + 1..=start + run.len() {
                self.push(end, Kind::Mark);
            }
        } else if is_address(run) {
            let mut start = start;
            for part in between_scripts(run) {
                if is_address(part) {
                    self.address(part, start);
                } else {
                    self.pieces(part, start);
                }
                start += part.len();
            }
        } else {
            self.pieces(run, start);
        }
    }

    /// Words and marks. What nobody sees belongs to the next one: a mark of direction that went
    /// is no change of words.
    fn pieces(&mut self, run: &str, start: usize) {
        let pieces = run.split_word_bound_indices();
        for (at, piece) in pieces.filter(|(_, piece)| !piece.chars().all(is_invisible)) {
            self.push(start + at + piece.len(), Kind::of(piece));
        }
    }

    /// An address: brackets and closing marks are tokens of their own.
    fn address(&mut self, run: &str, start: usize) {
        const CLOSING: [char; 12] = ['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '”', '’'];
        const OPENING: [char; 5] = ['(', '[', '<', '"', '“'];
        let body_start = run.len() - run.trim_start_matches(OPENING).len();
        let body_end = run.trim_end_matches(CLOSING).len().max(body_start);
        let marks = |range: Range<usize>, cut: &mut Self| {
            for (at, mark) in run[range.clone()].char_indices() {
                cut.push(start + range.start + at + mark.len_utf8(), Kind::Mark);
            }
        };
        marks(0..body_start, self);
        if body_end > body_start {
            let kind = match Kind::of(&run[body_start..body_end]) {
                Kind::Mark => Kind::Mark,
                _ => Kind::Address,
            };
            self.push(start + body_end, kind);
        }
        marks(body_end..run.len(), self);
    }
}

/// Where a run is one word of ASCII letters and digits with nothing but marks behind it, as most
/// are, the length of the word: what UAX #29 says of it needs no tables.
pub(crate) fn simple_word(run: &str) -> Option<usize> {
    const MARKS: [u8; 8] = *b".,;:!?)\"";
    let bytes = run.as_bytes();
    let word = bytes
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric())
        .count();
    (word > 0 && bytes[word..].iter().all(|b| MARKS.contains(b))).then_some(word)
}

/// Runs of visible characters with the white space behind them, and where they start.
fn chunks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest;
        let tail = &text[start..];
        if tail.is_empty() {
            return None;
        }
        let visible = tail.find(char::is_whitespace).unwrap_or(tail.len());
        let gap = tail[visible..]
            .find(|c: char| !c.is_whitespace())
            .unwrap_or(tail.len() - visible);
        rest = start + visible + gap;
        Some((start, &text[start..rest]))
    })
}

/// A run cut where letters that are set without spaces, or as particles, begin and end: an address
/// in Japanese or Korean text touches its neighbours.
fn between_scripts(run: &str) -> impl Iterator<Item = &str> {
    let mut rest = run;
    std::iter::from_fn(move || {
        let touches = |c: char| is_unspaced_or_mark(c) || has_particles(c);
        let first = touches(rest.chars().next()?);
        let length = rest.find(|c| touches(c) != first).unwrap_or(rest.len());
        let (part, tail) = rest.split_at(length);
        rest = tail;
        Some(part)
    })
}

/// The byte ranges of the words of a text, as phrases are looked for in it.
pub fn words(text: &str, language: Language) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find(char::is_alphanumeric)?;
        end = start + word_length(&text[start..], language);
        Some(start..end)
    })
}

/// Longest address in bytes that is known as one. Without a bound, each word of a text without
/// white space would look through all the rest of it.
const LONGEST_ADDRESS: usize = 1_024;

/// Bytes of the word at the start of `text`, which begins with a letter or digit.
fn word_length(text: &str, language: Language) -> usize {
    // Most words are letters between spaces.
    let letters = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if matches!(text.as_bytes().get(letters), None | Some(b' ')) {
        return letters;
    }
    let text = &text[..text.floor_char_boundary(LONGEST_ADDRESS)];
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '[' | ']' | '"' | '“' | '”' | '|')
    };
    let length = plain_length(text, language);
    if text[length..].chars().next().is_none_or(ends) {
        return length;
    }
    let run = &text[..text.find(ends).unwrap_or(text.len())];
    if is_address(run) {
        run.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/')
            .len()
    } else {
        length
    }
}

/// The same where it is no address: letters and digits, and the marks that join them.
fn plain_length(text: &str, language: Language) -> usize {
    let mut length = 0;
    loop {
        let part = &text[length..];
        let part = &part[..part
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(part.len())];
        length += part.len();
        let (word, rest) = text.split_at(length);
        let mut rest = rest.chars();
        let (mark, next) = (rest.next().unwrap_or(' '), rest.next().unwrap_or(' '));
        let joins = match mark {
            // "don't" is one word, "l'adresse" is two.
            '\'' | '’' => next.is_alphanumeric() && !language.elides(word),
            // "U.S", "e.g", "3.5", "1,000"
            '.' => next.is_alphanumeric() && part.chars().nth(1).is_none(),
            ',' => next.is_ascii_digit() && word.ends_with(|d: char| d.is_ascii_digit()),
            _ => false,
        };
        if !joins {
            return length;
        }
        length += mark.len_utf8();
    }
}

/// Runs of letters and digits.
pub fn bare_words(text: &str) -> impl Iterator<Item = &str> {
    bare_word_ranges(text).map(|range| &text[range])
}

/// The byte ranges of runs of letters and digits.
pub fn bare_word_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find(char::is_alphanumeric)?;
        let rest = &text[start..];
        let length = rest.find(|c: char| !c.is_alphanumeric());
        end = start + length.unwrap_or(rest.len());
        Some(start..end)
    })
}

/// The words of a run of visible characters by UAX #29.
pub fn unicode_words(run: &str) -> impl Iterator<Item = &str> {
    run.unicode_words()
}

/// How many words a text has by UAX #29.
#[must_use]
pub fn word_count(text: &str) -> usize {
    // No word reaches across a space.
    let runs = text.split_ascii_whitespace();
    runs.map(|run| match simple_word(run) {
        Some(_) => 1,
        None => run.unicode_words().count(),
    })
    .sum()
}

/// How many signs of a word belong to scripts that set no spaces, in which a sign counts as a word.
#[must_use]
pub fn signs(word: &str) -> usize {
    if word.is_ascii() {
        return 0;
    }
    word.chars().filter(|c| is_unspaced(*c)).count()
}

/// How long a text is in words between spaces; marks that stand alone are none. Scripts that do
/// not set spaces count two characters a word, which is about the mean of Chinese and Japanese.
#[must_use]
pub fn length_in_words(text: &str) -> usize {
    if text.is_ascii() {
        let runs = text.split_ascii_whitespace();
        return runs
            .filter(|run| run.bytes().any(|b| b.is_ascii_alphanumeric()))
            .count();
    }
    let mut words = 0;
    let mut unspaced = 0_usize;
    let mut in_word = false;
    for c in text.chars() {
        if is_unspaced(c) {
            unspaced += 1;
            in_word = false;
        } else if c.is_whitespace() {
            in_word = false;
        } else if c.is_alphanumeric() && !in_word {
            words += 1;
            in_word = true;
        }
    }
    words + unspaced.div_ceil(2)
}

#[cfg(test)]
mod tests;
