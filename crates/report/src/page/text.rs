//! A page for terminals and plain files.

use super::{Element, Page, is_unsafe};
use crate::view::{Link, Passage, Run};
use model::{BlockKind, Op};

/// Characters on a line: what a terminal of 90 columns and a mail program show unbroken.
const WIDTH: usize = 88;

pub(super) fn write(page: &Page) -> String {
    let mut out = String::new();
    heading(&mut out, 1, &safe(&page.title));
    let mut in_list = false;
    for element in &page.elements {
        let item = matches!(element, Element::Item(_));
        if !(item && in_list) {
            out.push('\n');
        }
        in_list = item;
        match element {
            Element::Heading { level, runs, .. } => heading(&mut out, *level, &marked(runs)),
            Element::Paragraph(runs) => wrap(&mut out, &marked(runs), "", ""),
            Element::Item(runs) => wrap(&mut out, &marked(runs), "  * ", "    "),
            Element::Quote { lead, text } => {
                wrap(
                    &mut out,
                    &format!("{lead} “{}”", safe(text)),
                    "    ",
                    "    ",
                );
            }
            Element::Passage(shown) => passage(&mut out, shown),
            Element::Lines(text) => {
                for line in text.lines() {
                    out.push_str(&safe(line));
                    out.push('\n');
                }
            }
            Element::Folded { label, .. } => wrap(&mut out, &format!("({label})"), "", ""),
        }
    }
    out
}

fn heading(out: &mut String, level: u8, text: &str) {
    let rule = match level {
        1 => '=',
        2 => '-',
        _ => '.',
    };
    out.push_str(text);
    out.push('\n');
    out.extend(std::iter::repeat_n(rule, text.chars().count().min(WIDTH)));
    out.push('\n');
}

fn passage(out: &mut String, passage: &Passage) {
    if !passage.note.is_empty() {
        wrap(out, &marked(&passage.note), "» ", "  ");
    }
    let depth = usize::from(passage.depth);
    let (first, rest) = match passage.kind {
        BlockKind::ListItem => ("  ".repeat(depth) + "- ", "  ".repeat(depth) + "  "),
        BlockKind::Quote => ("> ".repeat(depth + 1), "> ".repeat(depth + 1)),
        BlockKind::Paragraph | BlockKind::TableRow | BlockKind::Code => Default::default(),
    };
    wrap(out, &marked(&passage.runs), &first, &rest);
}

fn marked(runs: &[Run]) -> String {
    let mut out = String::new();
    let mut open = Op::Equal;
    for run in runs {
        if run.op != open {
            out.push_str(closing(open));
            out.push_str(opening(run.op));
            open = run.op;
        }
        out.push_str(&safe(&run.text));
        if let Some(Link::Reference(target)) = &run.style.link {
            out.push_str(" <");
            out.push_str(&safe(target));
            out.push('>');
        }
    }
    out.push_str(closing(open));
    out
}

fn opening(op: Op) -> &'static str {
    match op {
        Op::Equal => "",
        Op::Delete => "[-",
        Op::Insert => "{+",
    }
}

fn closing(op: Op) -> &'static str {
    match op {
        Op::Equal => "",
        Op::Delete => "-]",
        Op::Insert => "+}",
    }
}

/// Nothing that a terminal obeys, and nothing that looks like our marks.
fn safe(text: &str) -> String {
    let replaced: String = text
        .chars()
        .map(|c| {
            if c != '\n' && is_unsafe(c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect();
    if !replaced.contains(['[', ']', '{', '}']) {
        return replaced;
    }
    replaced
        .replace("[-", "[\\-")
        .replace("-]", "-\\]")
        .replace("{+", "{\\+")
        .replace("+}", "+\\}")
}

/// Breaks lines at spaces; a word longer than a line has one of its own.
fn wrap(out: &mut String, text: &str, first: &str, rest: &str) {
    for (number, line) in text.split('\n').enumerate() {
        let mut column = 0;
        let indent = if number == 0 { first } else { rest };
        for word in line.split(' ') {
            let width = word.chars().count();
            if column == 0 {
                out.push_str(indent);
                column = indent.chars().count();
            } else if column + 1 + width > WIDTH {
                out.push('\n');
                out.push_str(rest);
                column = rest.chars().count();
            } else {
                out.push(' ');
                column += 1;
            }
            out.push_str(word);
            column += width;
        }
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_keep_their_indent() {
        let mut out = String::new();
        wrap(&mut out, &"word ".repeat(40), "- ", "  ");
        assert!(out.lines().all(|line| line.chars().count() <= WIDTH));
        assert!(out.lines().skip(1).all(|line| line.starts_with("  word")));
        assert_eq!(out.split_whitespace().count(), 41);
    }

    #[test]
    fn a_policy_cannot_move_the_cursor_or_forge_a_mark() {
        assert_eq!(safe("a\u{1b}[2J\u{202e}b"), "a\u{fffd}[2J\u{fffd}b");
        assert_eq!(safe("{+we sell nothing+}"), "{\\+we sell nothing+\\}");
    }
}
