//! Cuts display text into tokens for the redline.
//!
//! A token is a word, number or punctuation mark by Unicode word rules (UAX #29) *with the white
//! space behind it*. White space as a token of its own was rejected: a diff then keeps the spaces
//! of a rewritten sentence and re-inserts the words between them. Addresses (`a@b.c`, `https://…`)
//! stay whole, since nobody reads half of one.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use document::{is_invisible, normalise};

/// One token of a text; joining all `text`s gives the text back exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// The token as published, white space behind it included.
    pub text: &'a str,
    /// Comparison form, without white space; tokens with equal keys say the same.
    pub key: Cow<'a, str>,
}

impl Token<'_> {
    /// The token without the white space behind it.
    pub fn core(&self) -> &str {
        self.text.trim_end()
    }

    /// True for words and numbers, false for punctuation and symbols.
    pub fn is_word(&self) -> bool {
        is_word(self.text)
    }
}

/// True where the text holds a letter or digit.
pub(crate) fn is_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Cuts a text into tokens.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut ends = Vec::new();
    for (start, chunk) in chunks(text) {
        let visible = chunk.trim_end().len();
        if let Some(word) = simple_word(&chunk[..visible]) {
            ends.extend(start + word..=start + visible);
        } else if is_address(&chunk[..visible]) {
            let mut from = start;
            for part in between_scripts(&chunk[..visible]) {
                if is_address(part) {
                    ends.extend(address_ends(part).map(|end| from + end));
                } else {
                    ends.extend(word_ends(part).map(|end| from + end));
                }
                from += part.len();
            }
        } else {
            ends.extend(word_ends(&chunk[..visible]).map(|end| start + end));
        }
        match ends.last_mut() {
            // White space belongs to the token before it; a text that opens with white space
            // has a token of white space only.
            Some(last) if visible > 0 => *last = start + chunk.len(),
            _ => ends.push(start + chunk.len()),
        }
    }
    let mut start = 0;
    ends.into_iter()
        .map(|end| {
            let text = &text[start..end];
            start = end;
            Token {
                text,
                key: key(text),
            }
        })
        .collect()
}

/// The comparison form of a token. Most tokens are theirs, and need no copy.
fn key(text: &str) -> Cow<'_, str> {
    let core = text.trim_end();
    let stays = |b: u8| b.is_ascii_graphic() && !b.is_ascii_uppercase() && b != b'`';
    if core.bytes().all(stays) {
        Cow::Borrowed(core)
    } else {
        Cow::Owned(normalise(text))
    }
}

/// Number of words by Unicode word rules (UAX #29), as the totals count them.
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

/// Where a run is one word of ASCII letters and digits with nothing but marks behind it, as most
/// are, the length of the word: what UAX #29 says of it needs no tables.
fn simple_word(run: &str) -> Option<usize> {
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

fn is_address(chunk: &str) -> bool {
    chunk.contains("://") || chunk.starts_with("www.") || chunk.find('@').is_some_and(|at| at > 0)
}

/// Ends of words and marks. What nobody sees belongs to the next one: a mark of direction that
/// went is no change of words.
fn word_ends(text: &str) -> impl Iterator<Item = usize> {
    text.split_word_bound_indices()
        .filter(|(_, word)| !word.chars().all(is_invisible))
        .map(|(at, word)| at + word.len())
}

/// A chunk cut where signs that are set without spaces begin and end: an address in Japanese text
/// touches its neighbours.
fn between_scripts(chunk: &str) -> impl Iterator<Item = &str> {
    let mut rest = chunk;
    std::iter::from_fn(move || {
        let is_sign = is_unspaced(rest.chars().next()?);
        let length = rest
            .find(|c| is_unspaced(c) != is_sign)
            .unwrap_or(rest.len());
        let (part, tail) = rest.split_at(length);
        rest = tail;
        Some(part)
    })
}

/// Signs of scripts without spaces, and the marks between them.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{e4e}' | '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// Ends of the tokens of a chunk that holds an address: brackets and closing punctuation are
/// tokens of their own, the address is one.
fn address_ends(chunk: &str) -> impl Iterator<Item = usize> {
    const CLOSING: [char; 12] = ['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '”', '’'];
    const OPENING: [char; 5] = ['(', '[', '<', '"', '“'];
    let body_start = chunk.len() - chunk.trim_start_matches(OPENING).len();
    let body_end = chunk.trim_end_matches(CLOSING).len().max(body_start);
    let lead = chunk[..body_start]
        .char_indices()
        .map(|(at, c)| at + c.len_utf8());
    let tail = chunk[body_end..]
        .char_indices()
        .map(move |(at, c)| body_end + at + c.len_utf8());
    lead.chain((body_end > body_start).then_some(body_end))
        .chain(tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|t| t.text).collect()
    }

    #[test]
    fn white_space_stays_with_the_word_before_it() {
        assert_eq!(cut("We  keep it."), ["We  ", "keep ", "it", "."]);
    }

    #[test]
    fn addresses_stay_whole_and_lose_their_brackets() {
        assert_eq!(
            cut("Mail (info@example.org), or see https://example.org/a?b."),
            [
                "Mail ",
                "(",
                "info@example.org",
                ")",
                ", ",
                "or ",
                "see ",
                "https://example.org/a?b",
                "."
            ]
        );
    }

    #[test]
    fn addresses_end_where_a_script_without_spaces_begins() {
        assert_eq!(
            cut("質問は(a@b.example)または「https://b.example/q」へ。"),
            [
                "質",
                "問",
                "は",
                "(",
                "a@b.example",
                ")",
                "ま",
                "た",
                "は",
                "「",
                "https://b.example/q",
                "」",
                "へ",
                "。"
            ]
        );
    }

    #[test]
    fn leading_white_space_is_kept() {
        assert_eq!(cut(" a"), [" ", "a"]);
    }

    #[test]
    fn nothing_is_lost() {
        for text in [
            "",
            " ",
            "a\nb",
            "“Quoted”—dash… ",
            "@",
            "a@",
            "://",
            "(@)",
            "日本語 です。",
            "\u{200f}",
            "\u{200f}a\u{200e} \u{ad} b",
            "\u{200b} a",
        ] {
            assert_eq!(cut(text).concat(), text);
        }
    }

    #[test]
    fn words_are_counted_by_unicode_rules_whatever_surrounds_them() {
        for text in [
            "",
            "a",
            "we don't: 3.5, a.b (c) e-mail",
            "x. y... z.)\"",
            "_ _a a_b",
            "“So”, sagt sie…",
            "a\u{301}b c\u{202f}d",
            "日本語 です。",
            "a@b.c https://a.b/c?d=e",
            " \t\n",
            "A1 1a 1,000",
        ] {
            assert_eq!(word_count(text), text.unicode_words().count(), "{text}");
        }
    }

    #[test]
    fn simple_words_are_cut_as_the_tables_say() {
        for text in ["a", "ab.", "ab...", "1,", "a).", "ab\"", "a?!", "3.", "a:"] {
            let bounds: Vec<&str> = text.split_word_bounds().collect();
            assert_eq!(cut(text), bounds, "{text}");
        }
    }

    #[test]
    fn quote_marks_compare_equal() {
        assert_eq!(tokens("“")[0].key, tokens("\"")[0].key);
    }
}
