//! Metadata before or inside Markdown: YAML and JSON front matter, kramdown attribute lists.
//!
//! Only flat `key: value` pairs are read. A YAML parser was rejected for its size: titles,
//! languages and dates are never nested.

use std::ops::Range;

/// A metadata field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// Name in lower case.
    pub(crate) key: String,
    pub(crate) value: String,
    /// The field as written: an exact substring of the source.
    pub(crate) quote: String,
}

/// Front matter found at the start of a file.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    pub(crate) fields: Vec<Field>,
    /// Byte range in the source.
    pub(crate) span: Range<usize>,
}

/// Finds front matter. If there is none, fields and span are empty.
pub(crate) fn find(source: &str) -> FrontMatter {
    let start = source.len() - source.trim_start().len();
    let rest = source.get(start..).unwrap_or_default();
    let found = if rest.starts_with("---") {
        yaml(rest)
    } else if rest.starts_with('{') {
        json(rest)
    } else {
        None
    };
    match found {
        Some((fields, length)) => FrontMatter {
            fields,
            span: start..start + length,
        },
        None => FrontMatter::default(),
    }
}

/// Reads YAML front matter; returns its fields and length in bytes.
fn yaml(rest: &str) -> Option<(Vec<Field>, usize)> {
    let mut lines = rest.split_inclusive('\n');
    let first = lines.next()?;
    if first.trim() != "---" {
        return None;
    }
    let mut length = first.len();
    let mut fields = Vec::new();
    for line in lines {
        // A blank line follows only if the first line is a horizontal rule.
        if length == first.len() && line.trim().is_empty() {
            return None;
        }
        length += line.len();
        let trimmed = line.trim_end();
        if trimmed == "---" || trimmed == "..." {
            return (!fields.is_empty()).then_some((fields, length));
        }
        let nested = trimmed.is_empty() || trimmed.starts_with([' ', '\t', '-', '#', '}', ']']);
        if nested {
            continue;
        }
        let (key, value) = trimmed.split_once(':')?;
        // Prose between two rules is not front matter.
        if key.contains(' ') && !key.starts_with(['"', '\'']) {
            return None;
        }
        fields.push(field(key, value, trimmed));
    }
    None
}

fn field(key: &str, value: &str, quote: &str) -> Field {
    let unquoted = |text: &str| text.trim().trim_matches(['"', '\'']).to_owned();
    Field {
        key: unquoted(key).to_lowercase(),
        value: unquoted(value),
        quote: quote.to_owned(),
    }
}

/// Reads the strings of the outermost JSON object, without nested values; returns them and the
/// length in bytes.
fn json(rest: &str) -> Option<(Vec<Field>, usize)> {
    let mut fields = Vec::new();
    let mut depth = 0_usize;
    let mut key: Option<(usize, String)> = None;
    let mut chars = rest.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => {
                depth = depth.checked_sub(1)?;
                key = None;
                if depth == 0 {
                    let end = at + 1;
                    let ends_line = rest.get(end..)?.trim_start_matches([' ', '\t', '\r']);
                    let alone = ends_line.is_empty() || ends_line.starts_with('\n');
                    return (alone && !fields.is_empty()).then_some((fields, end));
                }
            }
            ',' if depth == 1 => key = None,
            '"' => {
                let (text, end) = json_string(rest, at)?;
                while chars.offset() < end {
                    chars.next()?;
                }
                if depth != 1 {
                    continue;
                }
                match key.take() {
                    None => key = Some((at, text)),
                    Some((from, name)) => fields.push(Field {
                        key: name.to_lowercase(),
                        value: text,
                        quote: rest.get(from..end)?.to_owned(),
                    }),
                }
            }
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Returns the string whose quote is at the byte `at`, and the byte after its closing quote.
fn json_string(text: &str, at: usize) -> Option<(String, usize)> {
    let mut out = String::new();
    let mut chars = text.get(at + 1..)?.char_indices();
    while let Some((offset, c)) = chars.next() {
        match c {
            '"' => return Some((out, at + 2 + offset)),
            '\\' => match chars.next()?.1 {
                'n' | 't' | 'r' => out.push(' '),
                'u' => {
                    let mut code = 0;
                    for _ in 0..4 {
                        code = code * 16 + chars.next()?.1.to_digit(16)?;
                    }
                    out.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                }
                other => out.push(other),
            },
            other => out.push(other),
        }
    }
    None
}

/// Returns the rest of the line from the byte `start`, at most 1,000 bytes: the longest possible
/// tag. Otherwise, every unclosed tag on an endless line would be searched for to its end.
pub(crate) fn line_from(source: &str, start: usize) -> &str {
    const LONGEST: usize = 1000;
    let rest = source.get(start..).unwrap_or_default();
    let line = rest.bytes().take(LONGEST).position(|byte| byte == b'\n');
    let end = line.unwrap_or_else(|| rest.floor_char_boundary(LONGEST));
    rest.get(..end).unwrap_or_default()
}

/// Returns the byte ranges of kramdown attribute lists: `{: #id datetime="2025-12-17" }`.
pub(crate) fn attribute_lists(source: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = source.get(at..).and_then(|rest| rest.find("{:")) {
        let start = at + open;
        let line = line_from(source, start);
        at = start + 2;
        if let Some(close) = line.find('}') {
            found.push(start..start + close + 1);
            at = start + close + 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(source: &str) -> Vec<(String, String)> {
        let found = find(source).fields;
        found.into_iter().map(|f| (f.key, f.value)).collect()
    }

    fn pair(key: &str, value: &str) -> (String, String) {
        (key.to_owned(), value.to_owned())
    }

    #[test]
    fn yaml_gives_its_flat_fields() {
        let source = "--- \r\ntitle: \"Privacy: us\"\r\nversions:\r\n  fpt: '*'\r\n---\r\nText";
        assert_eq!(
            fields(source),
            [pair("title", "Privacy: us"), pair("versions", "")]
        );
        assert_eq!(source.get(find(source).span.end..), Some("Text"));
    }

    #[test]
    fn json_gives_its_strings() {
        let source = "{\n \"title\": \"Datenschutz\\u00e4\", \"aliases\": [\"a\", \"b\"], \"n\": 3,\n \"lang\": \"de\"\n}\n\nText";
        assert_eq!(
            fields(source),
            [pair("title", "Datenschutzä"), pair("lang", "de")]
        );
    }

    #[test]
    fn prose_between_rules_is_text() {
        assert_eq!(fields("---\n\nWe say: yes.\n\n---\n"), []);
        assert_eq!(fields("---\n\nNote: new.\n\n---\n"), []);
        assert_eq!(fields("{% data variables.product %} text: a"), []);
        assert_eq!(fields("---"), []);
        assert_eq!(fields("{\"a\": \"b\""), []);
    }

    #[test]
    fn attribute_lists_end_on_their_line() {
        let source = "# Title {: #id }\ntext {: open\n";
        assert_eq!(attribute_lists(source), vec![Range { start: 8, end: 16 }]);
    }
}
