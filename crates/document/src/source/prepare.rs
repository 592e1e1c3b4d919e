//! Turns Markdown as it is written into Markdown that the parser understands.
//!
//! Policies come from other dialects and careless converters: `#Cookies`, `**Cookies **`,
//! `**Cookies.**We`, templates of site generators. Each is corrected by a small edit before
//! parsing, and every edit is recorded, so that spans refer to the source. Changing the parser's
//! events afterwards was rejected: what it does not recognise comes out in fragments.

use crate::source::edit::Edit;
use crate::source::{emphasis, links, signs, templates};
use std::ops::Range;
use text::sorting::sort_by_key;

/// The corrected source for the parser.
#[derive(Debug)]
pub(crate) struct Prepared {
    pub(crate) text: String,
    /// Byte positions in `text` and in the source that correspond, in order. Positions between two
    /// of them have the same offset in both.
    anchors: Vec<(usize, usize)>,
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
            at += line.len();
        }
        let signs = signs::signs(source);
        links::edits(source, &signs, &mut edits);
        emphasis::edits(source, &signs, &mut edits);
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
        };
        let mut at = 0;
        for edit in edits {
            let Some(kept) = source.get(at..edit.range.start) else {
                continue;
            };
            out.text.push_str(kept);
            out.anchors.push((out.text.len(), edit.range.start));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str) {
        assert_eq!(Prepared::new(source, Vec::new()).text, expected);
    }

    #[test]
    fn bold_type_with_its_space_on_the_wrong_side() {
        check("**Cookies **we use", "<b>Cookies</b> we use");
        check("We use ** cookies** here", "We use  <b>cookies</b> here");
        check("**a** and **b**", "**a** and **b**");
        check("end** of one, **start", "end** of one, **start");
        check("* * *", "* * *");
        check("2 ** 3 ** 4", "2 ** 3 ** 4");
        check("** Cookies **", " <b>Cookies</b> ");
    }

    #[test]
    fn bold_type_that_touches_the_next_word() {
        let prepared = Prepared::new("**Deletion:**the right", Vec::new());
        assert_eq!(prepared.text, "<b>Deletion:</b>the right");
        assert_eq!(prepared.in_source(&(16..19)), 13..16);
    }

    #[test]
    fn spans_survive_every_edit() {
        let source = "#Title\n{: x }text **bold **c";
        let prepared = Prepared::new(source, vec![Range { start: 7, end: 13 }]);
        for word in ["Title", "text", "bold", "c"] {
            let at = prepared.text.find(word).unwrap_or_default();
            let span = prepared.in_source(&(at..at + word.len()));
            assert_eq!(source.get(span), Some(word));
        }
    }
}
