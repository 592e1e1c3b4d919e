//! Links around blocks: `[`, a heading, paragraphs, `](page)`, as converters write a card or the
//! button of an accordion.
//!
//! CommonMark has no such link and would show its brackets as words.

use crate::source::edit::Edit;
use crate::source::signs::Sign;

/// Adds the edits that take such links off the blocks that they hold.
pub(crate) fn edits(source: &str, signs: &[Sign], edits: &mut Vec<Edit>) {
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut stretch = 0;
    for sign in signs {
        match *sign {
            Sign::Blank(_) | Sign::Block(_) => stretch += 1,
            Sign::Open(at) => open.push((at, stretch)),
            Sign::Close(at, end) => {
                let (Some((start, begun)), Some(end)) = (open.pop(), end) else {
                    continue;
                };
                let inside = source.get(start + 1..at).unwrap_or_default();
                let is_heading = inside.starts_with('#') && inside.contains("# ");
                if begun == stretch && !is_heading {
                    continue;
                }
                let blank = [' ', '\t'];
                let before = source.get(..start).unwrap_or_default();
                let without_sign = before.strip_suffix('!').unwrap_or(before);
                let from = without_sign.len();
                let before = without_sign.trim_end_matches(blank);
                let begins_line = before.is_empty() || before.ends_with('\n');
                let after = source.get(end..).unwrap_or_default();
                let after = after.trim_start_matches(blank);
                let ends_line = after.is_empty() || after.starts_with('\n');
                edits.push(Edit::replace(from..start + 1, paragraph(begins_line)));
                edits.push(Edit::replace(at..end, paragraph(ends_line)));
            }
            Sign::Mark(_) => {}
        }
    }
}

/// What separates a block from the text on its line.
fn paragraph(alone: bool) -> &'static str {
    if alone { "" } else { "\n\n" }
}

#[cfg(test)]
mod tests {
    use crate::source::prepare::Prepared;

    fn check(source: &str, expected: &str) {
        assert_eq!(Prepared::new(source, Vec::new()).text, expected);
    }

    #[test]
    fn links_around_blocks_are_taken_off() {
        check("[\n\n### A\n\nB\n\n](#c)", "\n\n### A\n\nB\n\n");
        check(
            "[### A\n\nB](#c)[### D\n\nE](#f \"title\")\n\nG",
            "### A\n\nB\n\n\n\n### D\n\nE\n\nG",
        );
        check("[![x](y.png)\n\nA](#c)", "![x](y.png)\n\nA");
    }

    #[test]
    fn other_brackets_stay() {
        for source in [
            "[a](#b)",
            "[a\nb](#c)",
            "[a\n\nb] (c)",
            "x[1] [y]\n\n[1]: #z",
        ] {
            check(source, source);
        }
    }
}
