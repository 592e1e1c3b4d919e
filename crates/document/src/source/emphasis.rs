//! Emphasis that converters write as no parser reads it: `**Title⏎**Text`, `**A****B**`,
//! `_Access _You may`, `**Cookies **we`.
//!
//! Marks are paired in their order, inside a link by themselves. A pair that CommonMark reads as
//! emphasis stays as it is; another is replaced by tags, which need no space or letter beside
//! them, or goes if there is no word in it.

use crate::inline::is_filler;
use crate::source::edit::Edit;
use crate::source::signs::{Kind, Mark, Side, Sign};
use std::ops::Range;

/// Stretches of text that a bold text may hold whole: converters keep it open over the blank lines
/// between a title and its text, and a mark that nothing closes must not reach far.
const WHOLE: usize = 1;

/// Adds the edits that make all emphasis readable.
pub(crate) fn edits(source: &str, signs: &[Sign], edits: &mut Vec<Edit>) {
    let mut reader = Reader {
        source,
        links: vec![Vec::new()],
        waiting: None,
        edits,
    };
    let mut start = 0;
    for sign in signs {
        match *sign {
            Sign::Mark(mark) => reader.put(Placed { mark, inside: true }),
            Sign::Open(_) => reader.links.push(Vec::new()),
            Sign::Close(_, target) => reader.close_link(target.is_some()),
            Sign::Blank(at) | Sign::Block(at) => {
                reader.stretch(start..at);
                start = at;
                if matches!(sign, Sign::Block(_)) {
                    reader.give_up();
                }
            }
        }
    }
    reader.stretch(start..source.len());
    reader.give_up();
}

/// A mark, and whether it stands in the link, or outside of all, that it is paired in.
#[derive(Clone, Copy)]
struct Placed {
    mark: Mark,
    inside: bool,
}

/// A bold text that nothing has closed in its own stretch of text.
struct Waiting {
    mark: Mark,
    /// The end of that stretch.
    end: usize,
    /// The stretches behind it.
    over: Vec<Range<usize>>,
}

struct Reader<'a> {
    source: &'a str,
    /// The marks of the text, and of each open link in it.
    links: Vec<Vec<Placed>>,
    waiting: Option<Waiting>,
    edits: &'a mut Vec<Edit>,
}

impl Reader<'_> {
    fn put(&mut self, mark: Placed) {
        if let Some(marks) = self.links.last_mut() {
            marks.push(mark);
        }
    }

    /// Pairs the marks of a link; what is left belongs to the text around it.
    fn close_link(&mut self, is_link: bool) {
        if self.links.len() < 2 {
            return;
        }
        let mut marks = self.links.pop().unwrap_or_default();
        if is_link {
            let left = self.pair(&marks);
            marks = left
                .map(|mark| Placed {
                    mark,
                    inside: false,
                })
                .into_iter()
                .collect();
        }
        marks.into_iter().for_each(|mark| self.put(mark));
    }

    /// Pairs the marks of a stretch of text.
    fn stretch(&mut self, range: Range<usize>) {
        let mut marks: Vec<Placed> = std::mem::take(&mut self.links)
            .into_iter()
            .flatten()
            .collect();
        self.links.push(Vec::new());
        let bold = marks.iter().filter(|m| m.mark.kind == Kind::Strong).count();
        if let Some(mut waiting) = self.waiting.take() {
            let close = marks.iter().position(|m| m.mark.kind == Kind::Strong);
            match close.filter(|_| bold % 2 == 1) {
                Some(at) => self.across(&waiting, range.start, &marks.remove(at).mark),
                None if bold == 0 && waiting.over.len() < WHOLE => {
                    if self.has_words(range.clone()) {
                        waiting.over.push(range);
                    }
                    self.waiting = Some(waiting);
                    return;
                }
                None => self.alone(&waiting.mark),
            }
        }
        if let Some(mark) = self.pair(&marks) {
            let end = range.end;
            self.waiting = Some(Waiting {
                mark,
                end,
                over: Vec::new(),
            });
        }
    }

    /// Nothing closes the bold text that was opened.
    fn give_up(&mut self) {
        if let Some(waiting) = self.waiting.take() {
            self.alone(&waiting.mark);
        }
    }

    /// A mark alone in its line marks nothing.
    fn alone(&mut self, mark: &Mark) {
        let after = self.source.get(mark.end()..).unwrap_or_default();
        let after = after.trim_start_matches([' ', '\t']);
        let ends_line = after.is_empty() || after.starts_with('\n');
        if ends_line && self.begins_line(mark) {
            self.remove(mark);
        }
    }

    /// Pairs marks in their order; returns the one for bold type that is left.
    fn pair(&mut self, marks: &[Placed]) -> Option<Mark> {
        let mut bold: Option<Placed> = None;
        let mut italic: Option<Placed> = None;
        let mut left = marks.iter().filter(|m| m.mark.kind == Kind::Strong).count();
        let is_even = left % 2 == 0;
        for placed in marks {
            let mark = placed.mark;
            left -= usize::from(mark.kind == Kind::Strong);
            match (mark.kind, bold, italic) {
                // One of the two is too many.
                (Kind::Strong, Some(_), _)
                    if !is_even && mark.opens() && !mark.closes() && !self.begins_line(&mark) =>
                {
                    bold = Some(*placed);
                }
                // Bold inside bold: "****Title****".
                (Kind::Strong, Some(open), _)
                    if open.mark.end() == mark.at && mark.after != Side::Space =>
                {
                    self.remove(&open.mark);
                    bold = Some(*placed);
                }
                (Kind::Strong, None, _) if mark.before == Side::Same && left % 2 == 0 => {
                    self.remove(&mark);
                }
                (Kind::Strong, Some(open), _) => {
                    self.emphasis(&open, placed);
                    bold = None;
                }
                // "end** of one": what it closes stands elsewhere.
                (Kind::Strong, None, _) if mark.closes() && mark.after == Side::Space => {}
                (Kind::Strong, None, _) => bold = Some(*placed),
                (Kind::Emphasis, _, Some(open)) if self.ends_italic(&open.mark, &mark) => {
                    self.emphasis(&open, placed);
                    italic = None;
                }
                (Kind::Emphasis, ..) => {
                    let opens = mark.opens() || mark.after == Side::Point;
                    italic = opens.then_some(*placed);
                }
            }
        }
        bold.map(|open| open.mark)
    }

    /// Whether a mark stands behind a break, where converters close the bold text before it.
    fn begins_line(&self, mark: &Mark) -> bool {
        let before = self.source.get(..mark.at).unwrap_or_default();
        let before = before.trim_end_matches(|c: char| matches!(c, ' ' | '\t') || is_filler(c));
        before.is_empty() || before.ends_with('\n')
    }

    /// Whether an underscore ends what another began. Names of cookies have them, too.
    fn ends_italic(&self, open: &Mark, close: &Mark) -> bool {
        let inside = self.source.get(open.end()..close.at).unwrap_or_default();
        if !open.opens() {
            return !inside.contains(|c: char| c.is_alphanumeric() || c.is_whitespace());
        }
        let after = self.source.get(close.end()..).unwrap_or_default();
        let begins = |c: char| c.is_uppercase() || c.is_ascii_digit();
        let is_title = inside.starts_with(begins) && after.starts_with(begins);
        let ends_word = inside.ends_with(char::is_lowercase) && inside.contains(' ');
        close.closes() || (is_title && (close.before == Side::Space || ends_word))
    }

    /// Makes a pair of marks readable.
    fn emphasis(&mut self, open: &Placed, close: &Placed) {
        let (first, last) = (&open.mark, &close.mark);
        let inside = first.end()..last.at;
        if first.is_loose() && last.is_loose() && !self.begins_line(first) {
            // "2 ** 3 ** 4" is not bold.
        } else if !self.has_words(inside.clone()) {
            self.remove(first);
            self.remove(last);
        } else if !(first.opens() && last.closes() && open.inside && close.inside) {
            self.remove(first);
            self.remove(last);
            self.tags(first.kind, inside);
        }
    }

    /// The same for bold text that goes on in other stretches, of which the last begins at `start`.
    fn across(&mut self, waiting: &Waiting, start: usize, close: &Mark) {
        self.remove(&waiting.mark);
        self.remove(close);
        let first = waiting.mark.end()..waiting.end;
        let over = waiting.over.iter().cloned();
        for range in std::iter::once(first)
            .chain(over)
            .chain(std::iter::once(start..close.at))
        {
            self.tags(Kind::Strong, range);
        }
    }

    fn remove(&mut self, mark: &Mark) {
        self.edits.push(Edit::replace(mark.at..mark.end(), ""));
    }

    /// Inserts tags around the words in a range.
    fn tags(&mut self, kind: Kind, range: Range<usize>) {
        if !self.has_words(range.clone()) {
            return;
        }
        let text = self.source.get(range.clone()).unwrap_or_default();
        let is_blank = |c: char| c.is_whitespace() || is_filler(c);
        let start = range.start + (text.len() - text.trim_start_matches(is_blank).len());
        // A backslash at the end of a line breaks it.
        let is_break = |c: char| is_blank(c) || c == '\\';
        let end = range.start + text.trim_end_matches(is_break).len();
        let name = match kind {
            Kind::Strong => "b",
            Kind::Emphasis => "i",
        };
        self.edits
            .push(Edit::replace(start..start, ["<", name, ">"].concat()));
        self.edits
            .push(Edit::replace(end..end, ["</", name, ">"].concat()));
    }

    fn has_words(&self, range: Range<usize>) -> bool {
        let text = self.source.get(range).unwrap_or_default();
        text.contains(char::is_alphanumeric)
    }
}

#[cfg(test)]
mod tests {
    use crate::source::prepare::Prepared;

    fn check(source: &str, expected: &str) {
        assert_eq!(Prepared::new(source, Vec::new()).text, expected);
    }

    #[test]
    fn what_a_parser_reads_stays() {
        for source in [
            "**a** and **b**, **c**",
            "_a_ and _b_, snake_case and _ga, _gid",
            "the `**x` of **[**y**](https://a.example/_z_)**",
            "end** of one, **start",
            "\\*\\*note, 2 ** 3 ** 4",
            "```\n**a **b\n```",
            "* * *\n\n**",
        ] {
            let expected = source.strip_suffix("**").filter(|s| s.ends_with("\n\n"));
            check(source, expected.unwrap_or(source));
        }
    }

    #[test]
    fn a_break_inside_the_marks_ends_the_bold_text() {
        check("**Title  \n**Text", "<b>Title</b>  \nText");
        check("**Title\\\n**Text", "<b>Title</b>\\\nText");
        check("**  \nTitle**Text", "  \n<b>Title</b>Text");
        check("Text **\nTitle** x", "Text \n<b>Title</b> x");
        check("**A\n\n**Text", "<b>A</b>\n\nText");
        check("**A\n\nB\n\n**Text", "<b>A</b>\n\n<b>B</b>\n\nText");
        check("**A\n\nB  \n**Text", "<b>A</b>\n\n<b>B</b>  \nText");
        check(
            "x**.  \n\u{200d}  \nB  \n\u{200d}**Text",
            "x.  \n\u{200d}  \n<b>B</b>  \n\u{200d}Text",
        );
        check("**A  \n\u{200d}**B **c**.", "<b>A</b>  \n\u{200d}B **c**.");
        check("**\n\n### A\n\n**\n\nText", "\n\n### A\n\n\n\nText");
    }

    #[test]
    fn marks_side_by_side() {
        check("**Acc****ess**: yes", "<b>Acc</b><b>ess</b>: yes");
        check("Access**:** yes, the end**.**", "Access: yes, the end.");
        check("**Access****:** yes", "<b>Access</b>: yes");
        check("Notice_._ More _x_", "Notice. More _x_");
        check("# Laws****", "# Laws");
        check("****Title****\n\n**a**", "<b>Title</b>\n\n**a**");
    }

    #[test]
    fn titles_in_italics() {
        check("_Access _You may", "<i>Access</i> You may");
        check("_Access  \n_You may", "<i>Access</i>  \nYou may");
        check("_To our users_Names", "<i>To our users</i>Names");
    }

    #[test]
    fn a_bold_text_may_end_inside_a_link() {
        check(
            "**See [our page**](https://a.example).",
            "<b>See [our page</b>](https://a.example).",
        );
    }
}
