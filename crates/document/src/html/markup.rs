//! Tags, comments and declarations in source that is not parsed: where each ends.

/// Returns the length in bytes of the tag, comment or declaration at the start of `rest`, or
/// `None` if its `<` is text. A script or style counts up to its end tag.
pub(crate) fn markup_length(rest: &str) -> Option<usize> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return Some(comment.find("-->").map_or(rest.len(), |end| end + 7));
    }
    let next = rest.as_bytes().get(1)?;
    match next {
        b'!' | b'?' => Some(rest.find('>').map_or(rest.len(), |end| end + 1)),
        b'/' => Some(tag_length(rest)),
        b if b.is_ascii_alphabetic() => {
            let length = tag_length(rest);
            let name = tag_name(rest.get(1..).unwrap_or_default());
            if ["script", "style"]
                .iter()
                .any(|raw| name.eq_ignore_ascii_case(raw))
            {
                return Some(raw_end(rest, length, name));
            }
            Some(length)
        }
        _ => None,
    }
}

/// Returns the element's name; `inside` is a tag without `<` or `</`.
pub(crate) fn tag_name(inside: &str) -> &str {
    let end = inside
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .unwrap_or(inside.len());
    inside.get(..end).unwrap_or_default()
}

/// Returns the length in bytes of the tag at the start of `rest`; `>` in quotes does not end it.
fn tag_length(rest: &str) -> usize {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    rest.len()
}

/// Returns the byte after the end tag of a script or style whose content starts at the byte `from`.
fn raw_end(rest: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = rest.get(at..).and_then(|r| r.find("</")) {
        at += found + 2;
        let inside = rest.get(at..).unwrap_or_default();
        if tag_name(inside).eq_ignore_ascii_case(name) {
            return at + inside.find('>').map_or(inside.len(), |end| end + 1);
        }
    }
    rest.len()
}
