//! Takes the styles out of HTML before the browser parses it.
//!
//! A document from `DOMParser` inherits the page's security policy, which forbids inline styles:
//! nothing would be applied, but every style in a policy would be reported as a violation. Style
//! elements are left out; style attributes get another name, because the reader of policies looks
//! at them to tell what is hidden.

/// The name under which style attributes pass the parser.
pub const STYLE: &str = "data-pd-style";

/// Elements whose content is text, whatever it looks like.
const RAW: [&str; 7] = [
    "script", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
];

/// The same HTML without style elements and with renamed style attributes.
pub fn inert(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        out.push_str(text);
        rest = if tag.starts_with("<!--") {
            pass(&mut out, tag, after(tag, "-->"))
        } else if tag.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic) {
            start_tag(&mut out, tag)
        } else {
            pass(&mut out, tag, 1)
        };
    }
    out.push_str(rest);
    out
}

/// Copies some bytes and returns what follows them.
fn pass<'a>(out: &mut String, text: &'a str, length: usize) -> &'a str {
    let (head, tail) = text.split_at_checked(length).unwrap_or((text, ""));
    out.push_str(head);
    tail
}

/// The position behind a pattern; the end where there is none.
fn after(text: &str, pattern: &str) -> usize {
    text.find(pattern)
        .map_or(text.len(), |at| at + pattern.len())
}

fn start_tag<'a>(out: &mut String, tag: &'a str) -> &'a str {
    let end = tag.find(ends_name).unwrap_or(tag.len());
    let name = tag.get(1..end).unwrap_or_default().to_ascii_lowercase();
    if name == "style" {
        let mut dropped = String::new();
        let content = attributes(&mut dropped, tag.get(end..).unwrap_or_default());
        let close = content.get(raw_end(content, "style")..).unwrap_or_default();
        return close.get(after(close, ">")..).unwrap_or_default();
    }
    let rest = pass(out, tag, end);
    let content = attributes(out, rest);
    if RAW.contains(&name.as_str()) {
        pass(out, content, raw_end(content, &name))
    } else {
        content
    }
}

fn ends_name(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '/' | '>')
}

/// Where the end tag of an element with raw content begins.
fn raw_end(content: &str, name: &str) -> usize {
    let is_end = |at: &usize| {
        let after = content.get(at + 2..at + 2 + name.len());
        after.is_some_and(|after| after.eq_ignore_ascii_case(name))
    };
    content
        .match_indices("</")
        .map(|(at, _)| at)
        .find(is_end)
        .unwrap_or(content.len())
}

/// Copies a tag from behind its name on, and returns what follows it.
fn attributes<'a>(out: &mut String, mut rest: &'a str) -> &'a str {
    let is_gap = |c: char| c.is_ascii_whitespace() || c == '/';
    let is_space = |c: char| c.is_ascii_whitespace();
    loop {
        rest = pass(out, rest, rest.find(|c| !is_gap(c)).unwrap_or(rest.len()));
        if rest.is_empty() {
            return rest;
        }
        if rest.starts_with('>') {
            return pass(out, rest, 1);
        }
        // An equals sign at the very start belongs to the name.
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let tail = rest.get(first..).unwrap_or_default();
        let end = tail
            .find(|c| ends_name(c) || c == '=')
            .map_or(rest.len(), |at| at + first);
        if rest
            .get(..end)
            .is_some_and(|name| name.eq_ignore_ascii_case("style"))
        {
            out.push_str(STYLE);
            rest = rest.get(end..).unwrap_or_default();
        } else {
            rest = pass(out, rest, end);
        }
        let equals = rest
            .find(|c| !is_space(c))
            .filter(|at| rest[*at..].starts_with('='));
        if let Some(at) = equals {
            rest = pass(out, rest, at + 1);
            rest = pass(out, rest, rest.find(|c| !is_space(c)).unwrap_or(rest.len()));
            rest = pass(out, rest, value_end(rest));
        }
    }
}

fn value_end(value: &str) -> usize {
    match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value[1..].find(quote).map_or(value.len(), |at| at + 2),
        _ => value
            .find(|c: char| c.is_ascii_whitespace() || c == '>')
            .unwrap_or(value.len()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(input: &str, expected: &str) {
        assert_eq!(inert(input), expected, "{input}");
    }

    #[test]
    fn style_attributes_are_renamed_however_they_are_written() {
        check(
            "<p style=\"color:red\">x</p>",
            "<p data-pd-style=\"color:red\">x</p>",
        );
        check("<p STYLE = 'a>b' id=x>", "<p data-pd-style = 'a>b' id=x>");
        check("<p id=x style=a>y", "<p id=x data-pd-style=a>y");
        check("<br/style=a>", "<br/data-pd-style=a>");
    }

    #[test]
    fn style_elements_are_left_out() {
        check("a<style media=\"x\">p { a: '<b>' }</style>b", "ab");
        check("a<STYLE>p</Style >b", "ab");
        check("a<style>never closed", "a");
    }

    #[test]
    fn text_comments_and_scripts_stay_as_they_are() {
        for same in [
            "we restyle = nothing, and a < b style=c",
            "<!-- <p style=x> -->y",
            "<script>if (a<b) x = '<p style=y>'</script><p>z",
            "<textarea><p style=x></textarea>",
            "<p title=\"a style='b'\">x</p>",
            "<p data-style=x styles=y>",
            "<p",
            "<p =style>",
        ] {
            check(same, same);
        }
    }

    proptest! {
        #[test]
        fn any_text_passes(text in "[<>a-z/='\" é-]{0,60}") {
            let _ = inert(&text);
        }

        #[test]
        fn text_without_tags_is_untouched(text in "[^<]{0,60}") {
            prop_assert_eq!(inert(&text), text);
        }
    }
}
