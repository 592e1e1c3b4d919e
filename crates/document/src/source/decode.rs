//! Decodes bytes to text.
//!
//! Most policies are in UTF-8, UTF-16 or Windows-1252, which are decoded here. For all others the
//! environment provides a [`Decoder`] that follows the WHATWG Encoding Standard: the browser has
//! its own, the command line uses `encoding_rs`. In the widget, `encoding_rs` would take about
//! 110 KB compressed, more than the rest of the reader.

use crate::Format;
use crate::source::declared::declared_encoding;
use std::borrow::Cow;

/// Decodes bytes in the encoding of a label from the WHATWG Encoding Standard. Returns `None` if
/// the label is unknown; bytes that are not valid become U+FFFD.
pub type Decoder = fn(label: &str, bytes: &[u8]) -> Option<String>;

/// A [`Decoder`] that knows no encodings.
#[cfg(test)]
pub(crate) fn no_decoder(_: &str, _: &[u8]) -> Option<String> {
    None
}

/// A [`Decoder`] that uses `encoding_rs`.
#[cfg(feature = "native")]
#[must_use]
pub fn decode_native(label: &str, bytes: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    // These are encodings that hide markup from scanners. Browsers refuse them, too.
    if encoding == encoding_rs::REPLACEMENT {
        return None;
    }
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Some(text.into_owned())
}

/// The text of a file.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    /// The text, with spaces instead of a byte-order mark, so that offsets are those of the file.
    pub(crate) text: Cow<'a, str>,
    /// A sentence for the reader if the text may differ from what was published.
    pub(crate) problem: Option<String>,
}

/// Decodes a file; `format` is what its name says.
///
/// # Errors
/// A sentence that says why the file is not text.
pub(crate) fn decode(
    bytes: &[u8],
    format: Option<Format>,
    decoder: Decoder,
) -> Result<Decoded<'_>, String> {
    if let Some(text) = utf16(bytes) {
        return Ok(clean(text.into()));
    }
    refuse_binary(bytes)?;
    let declared = match format {
        Some(Format::Markdown | Format::Text) => None,
        _ => declared_encoding(bytes),
    };
    // This encoding has only seven bits, so it also looks like UTF-8.
    if let Some(name) = declared.as_deref().filter(|name| *name == "iso-2022-jp")
        && bytes.contains(&0x1b)
        && let Some(text) = decoder(name, bytes)
    {
        return Ok(clean(text.into()));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(clean(without_mark(text)));
    }
    Ok(match declared {
        Some(name) if name != "utf-8" && name != "utf8" => declared_as(&name, bytes, decoder),
        _ => undeclared(bytes),
    })
}

/// Decodes a file in its declared encoding, or as UTF-8 with a problem if that is unknown.
fn declared_as<'a>(name: &str, bytes: &'a [u8], decoder: Decoder) -> Decoded<'a> {
    if let Some(text) = decoder(name, bytes) {
        return clean(text.into());
    }
    if is_western(name) {
        return clean(windows_1252(bytes).into());
    }
    Decoded {
        text: String::from_utf8_lossy(bytes),
        problem: Some(format!(
            "This file says that it is written in {name}, which cannot be read here; some characters are lost."
        )),
    }
}

/// Replaces lone carriage returns, the line ends of old systems, by line feeds. Offsets do not
/// change.
pub(crate) fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let alone = |(at, _): &(usize, &str)| text.as_bytes().get(at + 1) != Some(&b'\n');
    if !text.match_indices('\r').any(|found| alone(&found)) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (found, _) in text.match_indices('\r').filter(alone) {
        out.push_str(text.get(at..found).unwrap_or_default());
        out.push('\n');
        at = found + 1;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out.into()
}

fn clean(text: Cow<'_, str>) -> Decoded<'_> {
    Decoded {
        text,
        problem: None,
    }
}

/// Replaces a byte-order mark by three spaces, as many as its bytes.
fn without_mark(text: &str) -> Cow<'_, str> {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => format!("   {rest}").into(),
        None => text.into(),
    }
}

/// Decodes a file without a declared encoding that is not valid UTF-8: as Windows-1252 if more
/// characters beyond ASCII are broken than valid, else as UTF-8 with some characters lost.
fn undeclared(bytes: &[u8]) -> Decoded<'_> {
    let (mut good, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if broken > good {
        return Decoded {
            text: windows_1252(bytes).into(),
            problem: Some(
                "This file does not say how its characters are written; it was read as Windows-1252."
                    .to_owned(),
            ),
        };
    }
    Decoded {
        text: String::from_utf8_lossy(bytes),
        problem: Some(
            "Some bytes of this file are not valid UTF-8; the characters they stood for are lost."
                .to_owned(),
        ),
    }
}

/// Returns an error, a sentence for the reader, if a file is plainly not text.
fn refuse_binary(bytes: &[u8]) -> Result<(), String> {
    if bytes.starts_with(b"%PDF-") {
        return Err(
            "This file is a PDF, not text; save the policy as a web page or as text and open that."
                .to_owned(),
        );
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err("This file is an archive or an office document, not text; save the policy as a web page or as text and open that.".to_owned());
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err("This file is in Rich Text Format, not plain text; save the policy as a web page or as text and open that.".to_owned());
    }
    // Text has hardly any control characters other than line breaks and tabs.
    let start = bytes.get(..bytes.len().min(65_536)).unwrap_or(bytes);
    let control = start
        .iter()
        .filter(|b| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b))
        .count();
    if start.contains(&0) || control * 20 > start.len() {
        return Err("This file is not text, so there is nothing to read in it.".to_owned());
    }
    Ok(())
}

/// Decodes UTF-16 with or without a byte-order mark, or returns `None` for other encodings.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (big, rest) = match bytes {
        [0xfe, 0xff, rest @ ..] => (true, rest),
        [0xff, 0xfe, rest @ ..] => (false, rest),
        _ => (is_big_utf16(bytes)?, bytes),
    };
    let units = rest.chunks_exact(2).map(|pair| match pair {
        [a, b] if big => u16::from_be_bytes([*a, *b]),
        [a, b] => u16::from_le_bytes([*a, *b]),
        _ => 0,
    });
    let text = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    Some(text.collect())
}

/// Returns whether UTF-16 without a byte-order mark is big-endian, or `None` if it is not UTF-16.
///
/// Text in any script has spaces, line breaks and digits. Their high bytes are zero, which occurs
/// in no other text, and all at even or all at odd positions, which occurs in no other file. In
/// Latin text, every second byte is zero; valid UTF-8 with few zeros only has stray ones.
fn is_big_utf16(bytes: &[u8]) -> Option<bool> {
    const RARE: usize = 25;
    const OFTEN: usize = 4;
    let start = bytes.get(..bytes.len().min(65_536)).unwrap_or(bytes);
    let zeros = |side: usize| {
        start
            .iter()
            .skip(side)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if !start.len().is_multiple_of(2) || start.len() < 4 || even.min(odd) > 0 {
        return None;
    }
    let zeros = even.max(odd);
    let is_utf8 = || std::str::from_utf8(bytes).is_ok();
    let found = zeros * OFTEN >= start.len() || (zeros * RARE >= start.len() && !is_utf8());
    found.then_some(even > 0)
}

/// Whether browsers read this encoding as Windows-1252.
fn is_western(name: &str) -> bool {
    matches!(
        name,
        "iso-8859-1"
            | "iso8859-1"
            | "iso_8859-1"
            | "latin1"
            | "latin-1"
            | "windows-1252"
            | "cp1252"
            | "us-ascii"
            | "ascii"
    )
}

/// The characters 0x80 to 0x9f of Windows-1252, from the WHATWG Encoding Standard.
const HIGH: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2c6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}',
    '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
];

fn windows_1252(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|b| match b {
            0x80..=0x9f => HIGH
                .get(usize::from(*b) - 0x80)
                .copied()
                .unwrap_or('\u{fffd}'),
            _ => char::from(*b),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(bytes: &[u8], format: Option<Format>) -> Result<Decoded<'_>, String> {
        super::decode(bytes, format, no_decoder)
    }

    fn text(bytes: &[u8], format: Format) -> String {
        decode(bytes, Some(format)).unwrap().text.into_owned()
    }

    #[test]
    fn a_byte_order_mark_keeps_the_offsets() {
        assert_eq!(text("\u{feff}Stand".as_bytes(), Format::Text), "   Stand");
    }

    #[test]
    fn utf16_is_read_in_both_orders() {
        assert_eq!(text(b"\xff\xfeS\0\xe4\0", Format::Text), "Sä");
        assert_eq!(text(b"\xfe\xff\0S\0\xe4", Format::Text), "Sä");
    }

    #[test]
    fn utf16_without_a_mark_is_known_by_its_zeros() {
        for source in ["Privacy policy", "プライバシー ポリシー\r\n個人情報 1"] {
            let units: Vec<u16> = source.encode_utf16().collect();
            let little: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
            let big: Vec<u8> = units.iter().flat_map(|u| u.to_be_bytes()).collect();
            assert_eq!(text(&little, Format::Text), source);
            assert_eq!(text(&big, Format::Text), source);
        }
        assert!(decode(b"<p>We keep logs\0.</p", None).is_err());
        assert!(decode(b"\x7fELF\0\0\x01\0\0\x02\0\0", None).is_err());
    }

    #[test]
    fn a_declared_western_encoding_is_read_without_complaint() {
        let decoded = decode(
            b"<meta charset=\"ISO-8859-1\"><p>erkl\xe4rt \x93so\x94",
            Some(Format::Html),
        )
        .unwrap();
        assert!(decoded.text.ends_with("erklärt “so”"));
        assert_eq!(decoded.problem, None);
    }

    #[test]
    fn an_undeclared_western_encoding_is_named() {
        let decoded = decode(b"Datenschutzerkl\xe4rung", Some(Format::Text)).unwrap();
        assert_eq!(decoded.text, "Datenschutzerklärung");
        assert!(decoded.problem.unwrap().contains("Windows-1252"));
    }

    #[test]
    fn single_broken_bytes_are_named() {
        let mut bytes = "Données à caractère personnel ".as_bytes().to_vec();
        bytes.push(0xff);
        assert!(
            decode(&bytes, None)
                .unwrap()
                .problem
                .unwrap()
                .contains("UTF-8")
        );
    }

    #[test]
    fn what_is_not_text_is_refused_with_a_sentence() {
        assert!(
            decode(b"\x89PNG\r\n\x1a\n\0\0\0", None)
                .unwrap_err()
                .contains("not text")
        );
        assert!(decode(b"%PDF-1.7", None).unwrap_err().contains("PDF"));
    }
}
