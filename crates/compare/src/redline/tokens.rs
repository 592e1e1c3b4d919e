//! The tokens of a text in the form that a redline compares them in.

use std::borrow::Cow;

use document::normalise;
use text::lexer;

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
    let mut start = 0;
    let tokens = lexer::tokens(text).into_iter().map(|token| {
        let text = &text[start..token.end];
        start = token.end;
        let key = key(text);
        Token { text, key }
    });
    tokens.collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quote_marks_compare_equal() {
        assert_eq!(tokens("“")[0].key, tokens("\"")[0].key);
    }
}
