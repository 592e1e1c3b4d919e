//! Files in other encodings than UTF-8, declared and undeclared, on the command line.

use encoding_rs::{Encoding, ISO_2022_JP, KOI8_R, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};
use policy_diff::{document, model::Document};

fn read(name: &str, bytes: &[u8]) -> Document {
    document::read(name, bytes)
}

/// A page in an encoding reads as its text, without complaint.
fn check(encoding: &'static Encoding, head: &str, text: &str) {
    let (bytes, _, _) = encoding.encode(text);
    let page = [head.as_bytes(), b"<p>", &bytes, b"</p>"].concat();
    let document = read("page.html", &page);
    assert_eq!(document.blocks[0].text, text, "{head}");
    assert_eq!(document.problems, [], "{head}");
}

#[test]
fn declared_encodings() {
    let japanese = "個人情報の取り扱いについて。お問い合わせはこちら。";
    check(SHIFT_JIS, "<meta charset=Shift_JIS>", japanese);
    check(ISO_2022_JP, "<meta charset=\"iso-2022-jp\">", japanese);
    let russian = "Политика конфиденциальности";
    check(
        WINDOWS_1251,
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        russian,
    );
    check(
        KOI8_R,
        "<?xml version='1.0' encoding='koi8-r'?><html>",
        russian,
    );
    check(
        WINDOWS_1252,
        "<meta charset=ISO-8859-1>",
        "Erklärung – „Daten“ 5 €",
    );
}

#[test]
fn utf_8_counts_before_what_is_declared() {
    let source = "<meta charset=iso-8859-1><p>Erklärung – „Daten“</p>";
    let document = read("page.html", source.as_bytes());
    assert_eq!(document.blocks[0].text, "Erklärung – „Daten“");
}

#[test]
fn undeclared_text_is_read_as_western_and_said_to_be() {
    let (bytes, _, _) = WINDOWS_1252.encode("# Datenschutzerklärung\n\nFür “alle” Gäste.");
    let document = read("policy.md", &bytes);
    assert_eq!(document.blocks[0].text, "Für “alle” Gäste.");
    assert!(document.problems[0].message.contains("Windows-1252"));
}

#[test]
fn an_unknown_encoding_is_named() {
    let document = read(
        "page.html",
        b"<meta charset=klingon-8><p>caf\xe9 and more</p>",
    );
    assert!(document.problems[0].message.contains("klingon-8"));
}

#[test]
fn utf_16_with_and_without_a_mark() {
    let source = "# 規約\n\n個人情報を利用します。 2020\n";
    let units: Vec<u16> = source.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
    for bytes in [little.clone(), [&b"\xff\xfe"[..], &little].concat()] {
        let document = read("policy.md", &bytes);
        assert_eq!(document.sections[0].heading, "規約");
        assert_eq!(document.blocks[0].text, "個人情報を利用します。 2020");
    }
}

#[test]
fn line_ends_of_every_system() {
    let unix = "# Title\n\nOne line\ncontinued.\n\n* item\n\n| A | B |\n|---|---|\n| a | b |\n";
    let expected = read("a.md", unix.as_bytes());
    let text = "COOKIES\n=======\n\nOne line\ncontinued here\n\n* item\n";
    let expected_text = read("a.txt", text.as_bytes());
    for end in ["\r\n", "\r"] {
        let texts = |document: &Document| -> Vec<String> {
            let headings = document.sections.iter().map(|s| s.heading.clone());
            headings
                .chain(document.blocks.iter().map(|b| b.text.clone()))
                .collect()
        };
        let other = read("a.md", unix.replace('\n', end).as_bytes());
        assert_eq!(texts(&other), texts(&expected), "{end:?}");
        let other = read("a.txt", text.replace('\n', end).as_bytes());
        assert_eq!(texts(&other), texts(&expected_text), "{end:?}");
    }
}

#[test]
fn invisible_characters_make_no_difference() {
    let plain = read("a.md", "We delete e-mails after 30 days.".as_bytes());
    let dressed = read(
        "a.md",
        "\u{feff}We de\u{ad}lete e\u{2011}mails\u{200b} after 30\u{a0}days.".as_bytes(),
    );
    assert_eq!(plain.blocks[0].normal, dressed.blocks[0].normal);
    assert_eq!(
        dressed.blocks[0].text,
        "We de\u{ad}lete e\u{2011}mails\u{200b} after 30 days."
    );
}
