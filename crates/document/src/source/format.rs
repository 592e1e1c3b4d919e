//! The format of a file, by its name or by its content.

/// The formats in which policies are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown, with tables and front matter.
    Markdown,
    /// A web page or a fragment of one.
    Html,
    /// Plain text.
    Text,
}

impl Format {
    /// Returns the format that the extension of a file name says.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mdx" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "txt" | "text" => Some(Self::Text),
            _ => None,
        }
    }

    /// Returns the format of a text; `named` is what its name says. Whole pages are HTML whatever
    /// their name, because they are saved with any extension.
    pub(crate) fn of(named: Option<Self>, text: &str) -> Self {
        const PAGE: [&str; 4] = ["<!doctype html", "<html", "<head", "<body"];
        const FRAGMENT: [&str; 12] = [
            "<p", "<div", "<h1", "<h2", "<section", "<main", "<article", "<body", "<!--", "<ul",
            "<span", "<b",
        ];
        let start = without_prologue(text);
        let is_fragment = || starts_with_any(start, &FRAGMENT) && text.contains("</");
        match named {
            Some(Self::Html) => Self::Html,
            _ if starts_with_any(start, &PAGE) => Self::Html,
            Some(Self::Text) if is_fragment() => Self::Html,
            Some(format) => format,
            None if starts_with_any(text.trim_start(), &FRAGMENT) => Self::Html,
            None if is_markdown(text) => Self::Markdown,
            None => Self::Text,
        }
    }
}

/// A text without the comments and the XML declaration that stand before a page.
fn without_prologue(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let end = match rest.get(..2) {
            Some("<!") if rest.starts_with("<!--") => "-->",
            Some("<?") => "?>",
            _ => return rest,
        };
        let Some((_, after)) = rest.split_once(end) else {
            return rest;
        };
        rest = after.trim_start();
    }
}

/// Returns a sentence for the reader if a text is plainly the source of something else.
pub(crate) fn refuse_source(text: &str) -> Option<&'static str> {
    /// Bytes in which the head of a saved message says what it is.
    const HEAD: usize = 2048;
    let text = text.trim();
    let head = text.as_bytes();
    let head = String::from_utf8_lossy(head.get(..HEAD).unwrap_or(head)).to_ascii_lowercase();
    let is_message = [
        "from:",
        "mime-version:",
        "content-type:",
        "date:",
        "subject:",
    ]
    .iter()
    .any(|field| head.starts_with(field));
    if is_message && head.contains("multipart/related") {
        return Some(
            "This file is a web page saved together with its images, not text; save the page as HTML only and open that.",
        );
    }
    let is_data = (text.starts_with("{\"") && text.ends_with('}'))
        || (text.starts_with("[{") && text.ends_with("}]"));
    is_data.then_some("This file is data in JSON, not the text of a policy.")
}

/// Whether a text starts with one of `tags`, whatever their case.
fn starts_with_any(text: &str, tags: &[&str]) -> bool {
    tags.iter().any(|tag| {
        text.get(..tag.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(tag))
    })
}

/// Whether a text has any markup that plain text does not have by chance.
fn is_markdown(text: &str) -> bool {
    text.starts_with("---\n")
        || text.contains("](")
        || text.contains("**")
        || text.lines().any(|line| {
            let title = line.trim_start_matches('#');
            title.len() < line.len() && title.starts_with(' ')
        })
        || text.lines().any(|line| {
            let line = line.trim_end();
            line.len() >= 3 && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_decide_and_then_the_content() {
        let of = |name: &str, text: &str| Format::of(Format::of_name(name), text);
        assert_eq!(of("a.MD", "text"), Format::Markdown);
        assert_eq!(of("a.txt", "# text"), Format::Text);
        assert_eq!(of("a.md", "\n<!DOCTYPE html><p>"), Format::Html);
        assert_eq!(of("policy", "<p>text"), Format::Html);
        assert_eq!(of("a.txt", "<!-- saved -->\n<html><p>"), Format::Html);
        assert_eq!(of("a.md", "<?xml version='1.0'?>\n<HTML>"), Format::Html);
        assert_eq!(of("a.txt", "<div class=x>\n<p>text</p>"), Format::Html);
        assert_eq!(of("a.md", "<!-- note -->\n# text"), Format::Markdown);
        assert_eq!(of("a.txt", "<b or not"), Format::Text);
        assert_eq!(of("policy", "# text"), Format::Markdown);
        assert_eq!(of("policy", "Title\n=====\n"), Format::Markdown);
        assert_eq!(of("2018.05", "text"), Format::Text);
    }

    #[test]
    fn source_of_other_programs_is_no_text() {
        let message = "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n<p>x";
        assert!(refuse_source(message).is_some());
        assert!(refuse_source(" {\"body\": \"<p>We keep nothing.</p>\"}\n").is_some());
        assert_eq!(
            refuse_source("{\"title\": \"Privacy\"}\n\nWe keep nothing."),
            None
        );
        assert_eq!(refuse_source("From: us\nWe keep nothing."), None);
    }
}
