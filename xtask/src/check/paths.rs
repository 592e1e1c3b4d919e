//! Finds the paths (`a::b::c`) that Rust source names.
//!
//! A small scanner instead of a parser: it has to see only identifiers, `::` and braces, works on
//! files that do not compile yet, and costs no dependency. It does not resolve renames or
//! re-exports, so `use crate as root` would escape it; reviewers would not let that pass.

/// A path with its groups expanded: `use a::{b, c::d}` gives `a::b` and `a::c::d`.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// The names in order.
    pub names: Vec<String>,
    /// Line in the file, from 1.
    pub line: usize,
}

/// All paths of at least two names.
pub fn paths(source: &str) -> Vec<Found> {
    let tokens = tokens(&without_comments_and_text(source));
    let mut found = Vec::new();
    let mut position = 0;
    while position < tokens.len() {
        position = path(&tokens, position, &[], &mut found).max(position + 1);
    }
    found.retain(|path| path.names.len() > 1);
    found
}

#[derive(Debug, PartialEq)]
enum Token {
    Name(String, usize),
    Separator,
    Open,
    Close,
    Comma,
    Other,
}

/// Reads one path from a position, appends it (or all of its group), returns where it ends.
fn path(tokens: &[Token], start: usize, prefix: &[String], found: &mut Vec<Found>) -> usize {
    let mut names = prefix.to_vec();
    let mut position = start;
    let mut last_line = 1;
    while let Some(Token::Name(name, line)) = tokens.get(position) {
        names.push(name.clone());
        last_line = *line;
        position += 1;
        if tokens.get(position) != Some(&Token::Separator) {
            break;
        }
        position += 1;
        if tokens.get(position) == Some(&Token::Open) {
            return group(tokens, position + 1, &names, found);
        }
    }
    if position > start {
        let line = last_line;
        found.push(Found { names, line });
    }
    match tokens.get(position) {
        // A rename is no path of its own.
        Some(Token::Name(name, _)) if name == "as" => position + 2,
        _ => position,
    }
}

fn group(tokens: &[Token], start: usize, prefix: &[String], found: &mut Vec<Found>) -> usize {
    let mut position = start;
    while let Some(token) = tokens.get(position) {
        position = match token {
            Token::Close => return position + 1,
            Token::Name(..) => path(tokens, position, prefix, found),
            _ => position + 1,
        };
    }
    position
}

fn tokens(source: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut line = 1;
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => line += 1,
            c if c.is_whitespace() => {}
            ':' if chars.peek() == Some(&':') => {
                chars.next();
                out.push(Token::Separator);
            }
            '{' => out.push(Token::Open),
            '}' => out.push(Token::Close),
            ',' => out.push(Token::Comma),
            c if is_name(c) => {
                let mut name = String::from(c);
                while let Some(next) = chars.next_if(|c| is_name(*c)) {
                    name.push(next);
                }
                out.push(Token::Name(name, line));
            }
            _ => out.push(Token::Other),
        }
    }
    out
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The source with comments and string literals blanked, line breaks kept.
pub fn without_comments_and_text(source: &str) -> String {
    let mut out = String::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = raw_text(rest) {
            length
        } else if c == '"' {
            text(rest)
        } else if let Some(length) = character(rest) {
            length
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        let (blank, after) = rest.split_at(skipped);
        out.extend(blank.chars().filter(|c| *c == '\n'));
        out.push(' ');
        rest = after;
    }
    out
}

/// The length of a string literal that starts here.
fn text(rest: &str) -> usize {
    let mut escaped = false;
    for (position, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return position + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a raw string literal that starts here.
fn raw_text(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let opening = hashes + 2;
    let length = rest[opening..]
        .find(&end)
        .map(|at| opening + at + end.len());
    Some(length.unwrap_or(rest.len()))
}

/// The length of a character literal that starts here; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    let first = inner.chars().next()?;
    if first == '\\' {
        let end = inner.char_indices().skip(2).find(|(_, c)| *c == '\'')?.0;
        return Some(end + 2);
    }
    inner[first.len_utf8()..].strip_prefix('\'')?;
    Some(first.len_utf8() + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &[&str]) {
        let found: Vec<String> = paths(source).iter().map(|p| p.names.join("::")).collect();
        assert_eq!(found, expected, "{source}");
    }

    #[test]
    fn groups_are_expanded() {
        check(
            "use crate::{document::{Block, html::Node}, compare};\nuse std::fs;",
            &[
                "crate::document::Block",
                "crate::document::html::Node",
                "crate::compare",
                "std::fs",
            ],
        );
        check("use a::{self, b as c};", &["a::self", "a::b"]);
    }

    #[test]
    fn paths_in_code_are_found_with_their_line() {
        let found = paths("fn f() {\n    crate::report::json(1)\n}\n");
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].names.join("::"), found[0].line),
            ("crate::report::json".into(), 2)
        );
        check("f::<crate::a::B>(&x::y::<u8>())", &["crate::a::B", "x::y"]);
    }

    #[test]
    fn comments_and_text_do_not_count() {
        check(
            "// a::b\n/* c::d */ \"e::f\" r#\"g::\"h\"# '\"' i::j '\\'' k::l",
            &["i::j", "k::l"],
        );
        check("fn f<'a>(x: &'a str) -> a::B { \"\\\"\" }", &["a::B"]);
    }
}
