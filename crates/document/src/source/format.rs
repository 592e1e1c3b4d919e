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
        const PAGE: [&str; 2] = ["<!doctype html", "<html"];
        const FRAGMENT: [&str; 12] = [
            "<p", "<div", "<h1", "<h2", "<section", "<main", "<article", "<body", "<!--", "<ul",
            "<span", "<b",
        ];
        let start = text.trim_start();
        match named {
            Some(Self::Html) => Self::Html,
            _ if starts_with_any(start, &PAGE) => Self::Html,
            Some(format) => format,
            None if starts_with_any(start, &FRAGMENT) => Self::Html,
            None if is_markdown(text) => Self::Markdown,
            None => Self::Text,
        }
    }
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
        assert_eq!(of("policy", "# text"), Format::Markdown);
        assert_eq!(of("policy", "Title\n=====\n"), Format::Markdown);
        assert_eq!(of("2018.05", "text"), Format::Text);
    }
}
