//! A message file that mail programs open as an unsent letter of any length.
//!
//! `X-Unsent` makes Outlook open it for editing. There is no `From`, `Date` or `Message-ID`, which
//! the sender adds. Subject and body are always encoded, so that nothing in them can become a
//! header.

use super::mail::{self, Address};

/// Most bytes of text in one encoded word: 52 characters of base64 and 12 around them, which with
/// `Subject: ` is below the 75 that RFC 2047 allows.
const WORD: usize = 39;

/// Characters of base64 on one line (RFC 2045).
const LINE: usize = 76;

/// Returns the message, with CRLF line breaks, or `None` if `to` is given but is not one plain
/// address. `body` may have any line breaks.
#[must_use]
pub fn eml(to: Option<&str>, subject: &str, body: &str) -> Option<String> {
    let mut message = String::new();
    if let Some(to) = to {
        message.push_str("To: ");
        message.push_str(&Address::parse(to)?.header());
        message.push_str("\r\n");
    }
    message.push_str("Subject:");
    for word in words(&mail::clean_subject(subject)) {
        message.push_str(" =?UTF-8?B?");
        message.push_str(&base64(word.as_bytes()));
        message.push_str("?=\r\n");
    }
    if message.ends_with(':') {
        message.push_str("\r\n");
    }
    message.push_str("X-Unsent: 1\r\nMIME-Version: 1.0\r\n");
    message.push_str("Content-Type: text/plain; charset=utf-8\r\n");
    message.push_str("Content-Transfer-Encoding: base64\r\n\r\n");
    let encoded = base64(mail::body_lines(body).as_bytes());
    for (at, c) in encoded.char_indices() {
        if at > 0 && at % LINE == 0 {
            message.push_str("\r\n");
        }
        message.push(c);
    }
    message.push_str("\r\n");
    Some(message)
}

/// Splits a text between characters into pieces of at most [`WORD`] bytes.
fn words(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, tail) = rest.split_at(rest.floor_char_boundary(WORD));
        pieces.push(piece);
        rest = tail;
    }
    pieces
}

/// Encodes bytes as standard base64 with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for i in 0..4 {
            let digit = (bits >> (18 - 6 * i)) & 63;
            let padding = i > group.len();
            let c = if padding {
                b'='
            } else {
                DIGITS[digit as usize]
            };
            encoded.push(char::from(c));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_in_rfc_4648() {
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, encoded) in cases {
            assert_eq!(base64(plain.as_bytes()), encoded);
        }
    }

    #[test]
    fn words_never_cut_a_character() {
        let text = "ä".repeat(60);
        let pieces = words(&text);
        assert_eq!(pieces.concat(), text);
        assert!(pieces.iter().all(|p| p.len() <= WORD));
    }
}
