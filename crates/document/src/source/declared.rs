//! The encoding that a web page declares: `<meta charset>`, `<meta http-equiv>`, XML declaration.

use crate::html::{markup_length, tag_name};
use crate::source::attribute::attribute;

/// Number of bytes that are searched for a declaration. Browsers search only 1024, but pages that
/// declare their encoding later still mean it.
const START: usize = 4096;

/// Returns the encoding, in lower case, that is declared at the start of an HTML file.
pub(crate) fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..bytes.len().min(START)).unwrap_or(bytes);
    // Declarations are in ASCII, whatever the encoding of the rest.
    let head: String = start.iter().map(|b| char::from(*b & 0x7f)).collect();
    if let Some(inside) = head.trim_start().strip_prefix("<?xml") {
        let declaration = inside.split('>').next().unwrap_or_default();
        if let Some(name) = attribute(declaration, "encoding") {
            return label(&name);
        }
    }
    let mut at = 0;
    while let Some(found) = head.get(at..).and_then(|rest| rest.find('<')) {
        at += found;
        let rest = head.get(at..).unwrap_or_default();
        let length = markup_length(rest).unwrap_or(1);
        let tag = rest.get(1..length).unwrap_or_default();
        if tag_name(tag).eq_ignore_ascii_case("meta")
            && let Some(name) = charset(tag.trim_end_matches(['>', '/']))
        {
            return Some(name);
        }
        at += length;
    }
    None
}

/// Returns the encoding that a `meta` tag declares.
fn charset(tag: &str) -> Option<String> {
    if let Some(name) = attribute(tag, "charset") {
        return label(&name);
    }
    let is_type =
        attribute(tag, "http-equiv").is_some_and(|v| v.eq_ignore_ascii_case("content-type"));
    let content = attribute(tag, "content")
        .filter(|_| is_type)?
        .to_ascii_lowercase();
    label(content.split_once("charset=")?.1)
}

/// Returns a declared name in lower case, without quotes.
fn label(written: &str) -> Option<String> {
    let name: String = written
        .trim_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
        .collect();
    let name = name.to_ascii_lowercase();
    // A declaration that could be read as ASCII is not in UTF-16.
    let impossible = name.starts_with("utf-16") || name.starts_with("utf16");
    match name.as_str() {
        "" => None,
        _ if impossible => Some("utf-8".to_owned()),
        _ => Some(name),
    }
}

#[cfg(test)]
mod tests {
    use super::declared_encoding;

    fn check(head: &str, expected: Option<&str>) {
        assert_eq!(
            declared_encoding(head.as_bytes()).as_deref(),
            expected,
            "{head}"
        );
    }

    #[test]
    fn declarations_in_all_their_forms() {
        check("<html><head><meta charset=Shift_JIS>", Some("shift_jis"));
        check("<META CharSet = 'windows-1251' />", Some("windows-1251"));
        check(
            "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'>",
            Some("iso-8859-2"),
        );
        check(
            "<?xml version='1.0' encoding=\"koi8-r\"?><html>",
            Some("koi8-r"),
        );
        check("<meta charset=utf-16>", Some("utf-8"));
    }

    #[test]
    fn what_only_mentions_an_encoding_declares_none() {
        check("<!-- <meta charset=koi8-r> --><p>charset=big5", None);
        check("<script>var a = '<meta charset=big5>'</script>", None);
        check("<meta name=description content='charset=big5'>", None);
    }
}
