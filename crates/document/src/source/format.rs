//! The form of a file, by its name or by its first lines.

/// The forms in which policies are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown, with tables and front matter.
    Markdown,
    /// A whole web page or a fragment.
    Html,
    /// Plain text.
    Text,
}

impl Format {
    /// The form that a file name's ending says.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mdx" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "txt" | "text" => Some(Self::Text),
            _ => None,
        }
    }

    /// The form of a text; whole pages are saved under any ending.
    pub(crate) fn of(named: Option<Self>, text: &str) -> Self {
        let start = text.trim_start();
        let page = ["<!doctype html", "<html"].iter().any(|tag| {
            start
                .get(..tag.len())
                .is_some_and(|s| s.eq_ignore_ascii_case(tag))
        });
        match named {
            Some(Self::Html) => Self::Html,
            _ if page => Self::Html,
            Some(format) => format,
            None if is_fragment(start) => Self::Html,
            None if is_markdown(text) => Self::Markdown,
            None => Self::Text,
        }
    }
}

fn is_fragment(start: &str) -> bool {
    let tags = [
        "<p", "<div", "<h1", "<h2", "<section", "<main", "<article", "<body", "<!--", "<ul",
        "<span", "<b",
    ];
    tags.iter().any(|tag| {
        start
            .get(..tag.len())
            .is_some_and(|s| s.eq_ignore_ascii_case(tag))
    })
}

/// Signs that plain text does not have by chance.
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
