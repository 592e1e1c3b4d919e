//! Turns Markdown as it is written into Markdown that the parser understands.
//!
//! Policies come from other dialects and careless converters: `#Cookies`, `**Cookies **`,
//! `**Cookies.**We`, templates of site generators. Each is corrected by a small edit before
//! parsing, and every edit is recorded, so that spans refer to the source. Changing the parser's
//! events afterwards was rejected: what it does not recognise comes out in fragments.

use crate::source::edit::Edit;
use crate::source::templates;
use std::ops::Range;
use text::sorting::sort_by_key;

/// The corrected source for the parser.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) text: String,
    /// Byte positions in `text` and in the source that correspond, in order. Positions between two
    /// of them have the same offset in both.
    anchors: Vec<(usize, usize)>,
    /// Byte positions in `text` of spaces that must not be shown.
    hidden: Vec<usize>,
}

impl Prepared {
    /// Corrects `source`; `blanks` are the byte ranges of metadata, which the parser must not see.
    pub(crate) fn new(source: &str, blanks: Vec<Range<usize>>) -> Self {
        let mut edits: Vec<Edit> = Vec::new();
        for blank in blanks.into_iter().filter(|blank| !blank.is_empty()) {
            // Spaces instead would indent the rest of the line.
            edits.push(Edit::replace(blank, ""));
        }
        templates::edits(source, &mut edits);
        let mut at = 0;
        for line in source.split_inclusive('\n') {
            heading_edit(line, at, &mut edits);
            strong_edits(line, at, &mut edits);
            at += line.len();
        }
        sort_by_key(&mut edits, |edit| (edit.range.start, edit.range.end));
        Self::edited(source, edits)
    }

    /// Returns an indented passage, a byte range of `text`, without its indent.
    pub(crate) fn dedented(&self, range: &Range<usize>) -> Self {
        let passage = self.text.get(range.clone()).unwrap_or_default();
        let blank = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
        let lines = passage.split_inclusive('\n');
        // The range may begin after the indent of the first line.
        let indent = lines
            .clone()
            .skip(1)
            .filter(|line| !line.trim().is_empty())
            .map(blank)
            .min();
        let mut edits = Vec::new();
        let mut at = 0;
        for (number, line) in lines.enumerate() {
            let own = blank(line);
            let common = indent.filter(|_| number > 0).unwrap_or(own);
            edits.push(Edit::replace(at..at + own.min(common), ""));
            at += line.len();
        }
        let mut inner = Self::edited(passage, edits);
        for (_, place) in &mut inner.anchors {
            *place = self.place(range.start + *place);
        }
        inner
    }

    /// Applies the sorted `edits`, except for those that begin inside an earlier one.
    fn edited(source: &str, edits: Vec<Edit>) -> Self {
        let mut out = Self {
            text: String::with_capacity(source.len() + 64),
            anchors: vec![(0, 0)],
            hidden: Vec::new(),
        };
        let mut at = 0;
        for edit in edits {
            let Some(kept) = source.get(at..edit.range.start) else {
                continue;
            };
            out.text.push_str(kept);
            out.anchors.push((out.text.len(), edit.range.start));
            if edit.hidden {
                out.hidden.push(out.text.len());
            }
            out.text.push_str(&edit.with);
            out.anchors.push((out.text.len(), edit.range.end));
            at = edit.range.end;
        }
        out.text.push_str(source.get(at..).unwrap_or_default());
        out.anchors.push((out.text.len(), source.len()));
        out
    }

    /// Converts a byte range of `text` to one of the source.
    pub(crate) fn in_source(&self, span: &Range<usize>) -> Range<usize> {
        // Text that was removed next to the range is not part of it.
        let before_end = self.anchors.partition_point(|(here, _)| *here < span.end);
        let end = self.place_after(before_end, span.end);
        self.place(span.start).min(end)..end
    }

    /// Converts a byte position in `text` to one in the source.
    fn place(&self, at: usize) -> usize {
        self.place_after(self.anchors.partition_point(|(here, _)| *here <= at), at)
    }

    /// Converts a position after the first `count` anchors.
    fn place_after(&self, count: usize, at: usize) -> usize {
        let Some((here, place)) = count.checked_sub(1).and_then(|i| self.anchors.get(i)) else {
            return 0;
        };
        let end = self.anchors.get(count).map_or(usize::MAX, |(_, end)| *end);
        (place + (at - here)).min(end)
    }

    /// Returns a text from the parser, at `span`, without the spaces that only the parser may see.
    pub(crate) fn shown<'a>(&self, text: &'a str, span: &Range<usize>) -> &'a str {
        let is_hidden = |at: usize| self.hidden.binary_search(&at).is_ok();
        let mut shown = text;
        if is_hidden(span.start) {
            shown = shown.strip_prefix(' ').unwrap_or(shown);
        }
        if span.end.checked_sub(1).is_some_and(is_hidden) {
            shown = shown.strip_suffix(' ').unwrap_or(shown);
        }
        shown
    }
}

/// Adds the space in `#Cookies`, a heading in older dialects; `#cookies` is a hashtag.
fn heading_edit(line: &str, at: usize, edits: &mut Vec<Edit>) {
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    let title = line.get(hashes..).unwrap_or_default();
    let opens = title.starts_with(|c: char| c.is_uppercase() || c == '*');
    if (1..=6).contains(&hashes) && opens {
        let after = at + hashes;
        edits.push(Edit::replace(after..after, " "));
    }
}

/// What is next to a run of stars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Space,
    Mark,
    Letter,
}

impl Side {
    fn of(c: Option<char>) -> Self {
        match c {
            None => Self::Space,
            Some(c) if c.is_whitespace() => Self::Space,
            Some(c) if c.is_alphanumeric() => Self::Letter,
            Some(_) => Self::Mark,
        }
    }
}

/// A run of two stars in a line.
#[derive(Clone, Copy, Debug)]
struct Stars {
    at: usize,
    before: Side,
    after: Side,
}

impl Stars {
    const LENGTH: usize = 2;

    /// Whether this is a left-flanking run as defined by CommonMark.
    fn opens(&self) -> bool {
        self.after != Side::Space && (self.after != Side::Mark || self.before != Side::Letter)
    }

    /// Whether there is white space on both sides.
    fn is_loose(&self) -> bool {
        self.before == Side::Space && self.after == Side::Space
    }

    /// Whether this is a right-flanking run.
    fn closes(&self) -> bool {
        self.before != Side::Space && (self.before != Side::Mark || self.after != Side::Letter)
    }
}

/// Corrects bold text that converters wrote in a wrong way: `**Cookies **`, `**Cookies.**We`.
fn strong_edits(line: &str, at: usize, edits: &mut Vec<Edit>) {
    if !line.contains("**") || line.contains(['`', '\\']) {
        return;
    }
    let stars = stars(line);
    let crosses = stars.first().is_some_and(|s| !s.opens() && s.closes());
    if stars.len() % 2 == 1 || crosses {
        return;
    }
    for pair in stars.chunks_exact(2) {
        let [open, close] = pair else { continue };
        let inner = line.get(open.at + Stars::LENGTH..close.at);
        let begins = line.get(..open.at).is_some_and(|l| l.trim().is_empty());
        // "2 ** 3 ** 4" is not bold.
        let is_loose = open.is_loose() && close.is_loose() && !begins;
        if is_loose || inner.is_none_or(|inner| inner.trim().is_empty()) {
            continue;
        }
        let (start, end) = (at + open.at, at + close.at + Stars::LENGTH);
        if !open.opens() {
            if open.after == Side::Space {
                edits.push(Edit::replace(start..start, " "));
                let space = start + Stars::LENGTH;
                let length = space_length(line.get(open.at + Stars::LENGTH..));
                edits.push(Edit::replace(space..space + length, ""));
            } else {
                edits.push(Edit::hidden_space(start));
            }
        }
        if !close.closes() {
            if close.before == Side::Space {
                let before = line.get(..close.at).unwrap_or_default();
                let from = at + before.trim_end().len();
                edits.push(Edit::replace(from..at + close.at, ""));
                edits.push(Edit::replace(end..end, " "));
            } else {
                edits.push(Edit::hidden_space(end));
            }
        }
    }
}

fn space_length(rest: Option<&str>) -> usize {
    rest.map_or(0, |rest| rest.len() - rest.trim_start().len())
}

/// Finds the runs of exactly two stars in a line.
fn stars(line: &str) -> Vec<Stars> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = line.get(at..).and_then(|rest| rest.find('*')) {
        at += next;
        let rest = line.get(at..).unwrap_or_default();
        let length = rest.len() - rest.trim_start_matches('*').len();
        if length == Stars::LENGTH {
            let before = line.get(..at).and_then(|text| text.chars().next_back());
            let after = rest.get(length..).and_then(|text| text.chars().next());
            found.push(Stars {
                at,
                before: Side::of(before),
                after: Side::of(after),
            });
        }
        at += length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str) {
        assert_eq!(Prepared::new(source, Vec::new()).text, expected);
    }

    #[test]
    fn bold_type_with_its_space_on_the_wrong_side() {
        check("**Cookies **we use", "**Cookies** we use");
        check("We use ** cookies** here", "We use  **cookies** here");
        check("**a** and **b**", "**a** and **b**");
        check("end** of one, **start", "end** of one, **start");
        check("* * *", "* * *");
        check("2 ** 3 ** 4", "2 ** 3 ** 4");
        check("** Cookies **", " **Cookies** ");
    }

    #[test]
    fn bold_type_that_touches_the_next_word() {
        let prepared = Prepared::new("**Deletion:**the right", Vec::new());
        assert_eq!(prepared.text, "**Deletion:** the right");
        assert_eq!(prepared.shown(" the right", &(13..23)), "the right");
        assert_eq!(prepared.in_source(&(14..17)), 13..16);
    }

    #[test]
    fn spans_survive_every_edit() {
        let source = "#Title\n{: x }text **b **c";
        let prepared = Prepared::new(source, vec![Range { start: 7, end: 13 }]);
        for word in ["Title", "text", "b", "c"] {
            let at = prepared.text.find(word).unwrap_or_default();
            let span = prepared.in_source(&(at..at + word.len()));
            assert_eq!(source.get(span), Some(word));
        }
    }
}
