//! A page as Markdown.
//!
//! `~~` and `**` take effect only between certain neighbours (CommonMark 0.31, section 6.2): not
//! around a run that ends in a comma with a letter behind it, for example. There the tags `<del>`
//! and `<ins>` are written, which always hold. Using tags everywhere was rejected: the source of
//! a report is read as often as its rendering.

use super::{Element, Page, is_unsafe};
use crate::view::{Link, Passage, Run};
use model::{BlockKind, Op};

pub(super) fn write(page: &Page) -> String {
    let mut out = format!("# {}\n", inline(&[Run::plain(page.title.as_str())], ""));
    let mut previous = Previous::Other;
    for element in &page.elements {
        let next = Previous::of(element, &previous);
        if !matches!((&previous, &next), (Previous::Item, Previous::Item)) {
            out.push('\n');
        }
        previous = next;
        match element {
            Element::Heading { level, runs, .. } => {
                let marks = "#".repeat(usize::from(*level).clamp(1, 6));
                line(
                    &mut out,
                    &[&marks, " ", &inline(runs, "").replace("\\\n", " ")],
                );
            }
            Element::Paragraph(runs) => line(&mut out, &[&inline(runs, "")]),
            Element::Item(runs) => line(&mut out, &["- ", &inline(runs, "  ")]),
            Element::Quote { lead, text } => {
                let quoted = [Run::plain(format!("{lead} “{text}”"))];
                line(&mut out, &["> ", &inline(&quoted, "> ")]);
            }
            Element::Passage(shown) => passage(&mut out, shown, previous.depth()),
            Element::Lines(text) => fenced(&mut out, text),
            Element::Folded { label, .. } => {
                line(&mut out, &["*", &escape(label, false), "*"]);
            }
        }
    }
    out
}

/// What the next element has to be told apart from.
enum Previous {
    Item,
    /// A list item of the policy, at the depth at which it was written.
    Listed(usize),
    Other,
}

impl Previous {
    /// A list item without the items above it is written less deep: by itself it would be code.
    fn of(element: &Element, before: &Self) -> Self {
        match (element, before) {
            (Element::Item(_), _) => Self::Item,
            (Element::Passage(p), before) if p.kind == BlockKind::ListItem => {
                let deepest = match before {
                    Self::Listed(depth) => depth + 1,
                    _ => 0,
                };
                Self::Listed(usize::from(p.depth).min(deepest))
            }
            _ => Self::Other,
        }
    }

    fn depth(&self) -> usize {
        match self {
            Self::Listed(depth) => *depth,
            _ => 0,
        }
    }
}

fn line(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
    out.push('\n');
}

fn passage(out: &mut String, passage: &Passage, depth: usize) {
    let (first, rest) = match passage.kind {
        BlockKind::ListItem => ("  ".repeat(depth) + "- ", "  ".repeat(depth) + "  "),
        BlockKind::Quote => ("> ".to_owned(), "> ".to_owned()),
        _ => Default::default(),
    };
    out.push_str(&first);
    if !passage.note.is_empty() {
        line(out, &["*", &inline(&passage.note, ""), "*\\"]);
        out.push_str(&rest);
    }
    line(out, &[&inline(&passage.runs, &rest)]);
}

/// A fence longer than any inside.
fn fenced(out: &mut String, text: &str) {
    let longest = text
        .split(|c| c != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let fence = "`".repeat((longest + 1).max(3));
    let safe: String = text
        .chars()
        .map(|c| {
            if c != '\n' && is_unsafe(c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect();
    line(out, &[&fence, "text\n", safe.trim_end(), "\n", &fence]);
}

/// Spans on one line, or on several with hard breaks and this indent.
fn inline(runs: &[Run], indent: &str) -> String {
    let pieces = pieces(runs);
    let mut out = String::new();
    let mut at_start = true;
    for (position, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Break => {
                out.truncate(out.trim_end().len());
                if !out.is_empty() {
                    out.push_str("\\\n");
                    out.push_str(indent);
                }
                at_start = true;
                continue;
            }
            Piece::Text(text) => out.push_str(&escape(text, at_start)),
            Piece::Marked(mark, text) => {
                let escaped = escape(text, at_start);
                let after = pieces.get(position + 1).and_then(Piece::first);
                let (open, close) = delimiters(*mark, &escaped, before(&out, at_start), after);
                out.push_str(open);
                out.push_str(&escaped);
                out.push_str(close);
            }
        }
        at_start = false;
    }
    out
}

enum Piece {
    Text(String),
    /// Never begins or ends with white space.
    Marked(Op, String),
    Break,
}

impl Piece {
    /// What a delimiter before this piece is followed by.
    fn first(&self) -> Option<char> {
        match self {
            Self::Text(text) => text.chars().next(),
            Self::Marked(..) => Some('*'),
            Self::Break => Some('\n'),
        }
    }
}

/// Runs of equal marks on one line, white space at their ends outside the marks.
fn pieces(runs: &[Run]) -> Vec<Piece> {
    let mut marked: Vec<(Op, String)> = Vec::new();
    for run in runs {
        match marked.last_mut() {
            Some((mark, text)) if *mark == run.op => text.push_str(&run.text),
            _ => marked.push((run.op, run.text.clone())),
        }
        if let Some(Link::Reference(target)) = &run.style.link {
            marked.push((Op::Equal, format!(" ({target})")));
        }
    }
    let mut pieces = Vec::new();
    for (mark, text) in marked {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                pieces.push(Piece::Break);
            }
            let inner = line.trim();
            if mark == Op::Equal || inner.is_empty() {
                push_text(&mut pieces, line);
                continue;
            }
            let start = line.len() - line.trim_start().len();
            push_text(&mut pieces, line.get(..start).unwrap_or_default());
            pieces.push(Piece::Marked(mark, inner.to_owned()));
            push_text(
                &mut pieces,
                line.get(start + inner.len()..).unwrap_or_default(),
            );
        }
    }
    pieces
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

fn before(out: &str, at_start: bool) -> Option<char> {
    if at_start {
        None
    } else {
        out.chars().next_back()
    }
}

fn delimiters(
    op: Op,
    text: &str,
    before: Option<char>,
    after: Option<char>,
) -> (&'static str, &'static str) {
    // Only what every parser takes for white space or punctuation counts as such outside; any
    // character that could be taken for punctuation counts as such inside.
    let apart = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
    let plain = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let opens = plain(text.chars().next()) || apart(before);
    let closes = plain(text.chars().next_back()) || apart(after);
    // Two runs of the same sign side by side would be read as one.
    let sign = if op == Op::Delete { '~' } else { '*' };
    let holds = opens && closes && before != Some(sign);
    match op {
        Op::Equal => ("", ""),
        Op::Delete if holds => ("~~", "~~"),
        Op::Insert if holds => ("**", "**"),
        Op::Delete => ("<del>", "</del>"),
        Op::Insert => ("<ins>", "</ins>"),
    }
}

/// Text that stays text; `at_start`: it begins a line.
fn escape(text: &str, at_start: bool) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut number = at_start;
    for (position, c) in text.chars().enumerate() {
        let escaped = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' | '$' => true,
            '-' | '+' | '=' => at_start && position == 0,
            '.' | ')' => number && position > 0,
            _ => false,
        };
        number = number && c.is_ascii_digit();
        if escaped {
            out.push('\\');
        }
        out.push(if is_unsafe(c) { '\u{fffd}' } else { c });
    }
    out
}
