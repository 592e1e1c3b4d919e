//! A page as HTML that stands on its own.
//!
//! There is no style and no script: `del`, `ins`, headings, lists and `details` are readable in
//! any browser as they are. The policy in the head forbids the page to load anything.

use super::{Element, Page, is_unsafe};
use crate::view::{Link, Passage, Place, Run};
use model::{BlockKind, Op};

pub(super) fn write(page: &Page) -> String {
    let mut writer = Writer {
        out: String::new(),
        language: page.language,
        lang: lang(page),
        lists: Vec::new(),
    };
    writer.page(page);
    writer.out
}

/// The attribute that names the language of the policy's words where it is not the report's.
fn lang(page: &Page) -> String {
    let tag = page.policy_language.as_str();
    if tag.is_empty() || tag == "und" || tag == page.language {
        " dir=\"auto\"".to_owned()
    } else {
        format!(" lang=\"{}\" dir=\"auto\"", escape(tag))
    }
}

struct Writer {
    out: String,
    /// The language of the report.
    language: &'static str,
    /// The attributes of the policy's words.
    lang: String,
    /// True for a list of the policy's words, by depth; the innermost is the last.
    lists: Vec<bool>,
}

impl Writer {
    fn push(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    fn page(&mut self, page: &Page) {
        let title = escape(&page.title);
        self.push(&[
            "<!doctype html>\n<html lang=\"",
            page.language,
            "\">\n<head>\n<meta charset=\"utf-8\">\n",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n",
            "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
            &title,
            "</title>\n</head>\n<body>\n<main>\n<h1>",
            &title,
            "</h1>\n",
        ]);
        for element in &page.elements {
            self.element(element);
        }
        self.close_lists(0);
        self.push(&["</main>\n</body>\n</html>\n"]);
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Item(runs) => {
                self.open_list(0, false);
                self.push(&["<li>"]);
                self.runs(runs);
                self.push(&["\n"]);
            }
            Element::Passage(passage) => self.passage(passage),
            _ => {
                self.close_lists(0);
                self.block(element);
            }
        }
    }

    fn block(&mut self, element: &Element) {
        match element {
            Element::Heading { level, runs, place } => {
                let name = format!("h{}", (*level).clamp(2, 6));
                self.push(&["<", &name]);
                self.id(*place);
                self.push(&[">"]);
                self.runs(runs);
                self.push(&["</", &name, ">\n"]);
            }
            Element::Paragraph(runs) => {
                self.push(&["<p>"]);
                self.runs(runs);
                self.push(&["</p>\n"]);
            }
            Element::Quote { lead, text } => {
                let lang = self.lang.clone();
                self.push(&["<blockquote><p>", &escape(lead), " <q", &lang, ">"]);
                self.push(&[&escape(text), "</q></p></blockquote>\n"]);
            }
            Element::Lines(text) => self.push(&["<pre>", &escape(text), "</pre>\n"]),
            Element::Folded { label, passages } => {
                self.push(&["<details>\n<summary>", &escape(label), "</summary>\n"]);
                for passage in passages {
                    self.passage(passage);
                }
                self.close_lists(0);
                self.push(&["</details>\n"]);
            }
            Element::Item(_) | Element::Passage(_) => {}
        }
    }

    fn passage(&mut self, passage: &Passage) {
        let lang = self.lang.clone();
        let (open, close) = match passage.kind {
            BlockKind::ListItem => {
                self.open_list(usize::from(passage.depth), true);
                ("<li", "\n")
            }
            kind => {
                self.close_lists(0);
                match kind {
                    BlockKind::Quote => ("<blockquote", "</blockquote>\n"),
                    BlockKind::Code => ("<pre", "</pre>\n"),
                    _ => ("<p", "</p>\n"),
                }
            }
        };
        self.push(&[open]);
        self.id(passage.place);
        self.push(&[&lang, ">"]);
        if !passage.note.is_empty() {
            self.push(&["<small>"]);
            self.runs(&passage.note);
            self.push(&["</small><br>\n"]);
        }
        self.runs(&passage.runs);
        self.push(&[close]);
    }

    fn id(&mut self, place: Option<Place>) {
        if let Some(place) = place {
            self.push(&[" id=\"", &place.to_string(), "\""]);
        }
    }

    /// Opens lists down to this depth; a list inside a list stands in its last item.
    fn open_list(&mut self, depth: usize, of_policy: bool) {
        if self
            .lists
            .first()
            .is_some_and(|policy| *policy != of_policy)
        {
            self.close_lists(0);
        }
        // Without items above it, an item has no depth.
        let depth = depth.min(self.lists.len());
        self.close_lists(depth + 1);
        if self.lists.len() <= depth {
            self.lists.push(of_policy);
            self.push(&["<ul>\n"]);
        }
    }

    fn close_lists(&mut self, down_to: usize) {
        while self.lists.len() > down_to {
            self.lists.pop();
            self.push(&["</ul>\n"]);
        }
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            let (open, close) = match run.op {
                Op::Equal => ("", ""),
                Op::Delete => ("<del>", "</del>"),
                Op::Insert => ("<ins>", "</ins>"),
            };
            let mut text = escape(&run.text).replace('\n', "<br>\n");
            if let Some(other) = run.language.as_deref().filter(|tag| *tag != self.language) {
                text = ["<span lang=\"", other, "\">", &text, "</span>"].concat();
            }
            self.push(&[open]);
            match &run.style.link {
                Some(Link::Within(place)) => {
                    self.push(&["<a href=\"#", &place.to_string(), "\">", &text, "</a>"]);
                }
                Some(Link::Published(target) | Link::Reference(target)) => {
                    self.link(target, &text);
                }
                None => self.push(&[&text]),
            }
            self.push(&[close]);
        }
    }

    fn link(&mut self, target: &str, text: &str) {
        let shown = escape(target);
        if is_live(target) {
            self.push(&["<a href=\"", &shown, "\" title=\"", &shown]);
            self.push(&["\" rel=\"noopener noreferrer nofollow\">", text, "</a>"]);
        } else if target.starts_with('#') || target.is_empty() {
            // It pointed into the policy's own page, which is not here.
            self.push(&[text]);
        } else {
            self.push(&[text, " <small>(", &shown, ")</small>"]);
        }
    }
}

/// True for the three kinds of address that can do no more than be visited or written to.
fn is_live(target: &str) -> bool {
    let harmless = !target.chars().any(|c| is_unsafe(c) || c.is_whitespace());
    let scheme = target.split_once(':').map_or("", |(scheme, _)| scheme);
    harmless
        && ["http", "https", "mailto"]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(scheme))
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push('\n'),
            c if is_unsafe(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_three_schemes_are_live() {
        for target in [
            "https://a.example/",
            "HTTP://a.example",
            "mailto:a@b.example",
        ] {
            assert!(is_live(target), "{target}");
        }
        for target in [
            "javascript:alert(1)",
            "data:text/html,x",
            "/privacy",
            "//a.example",
            "java\nscript:alert(1)",
            "https",
            "",
        ] {
            assert!(!is_live(target), "{target}");
        }
    }

    #[test]
    fn markup_in_a_policy_stays_text() {
        assert_eq!(
            escape("<img src=x onerror='a()'>&\u{0}"),
            "&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;\u{fffd}"
        );
    }
}
