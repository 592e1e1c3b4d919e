//! Numbers in running text that changed only because clauses were counted anew: "see section 5.1"
//! where 5.1 became 6.1, and the marks of footnotes.
//!
//! A number behind "Article" alone proves nothing: Article 6 of a law is not its Article 9. So a
//! reference counts as formatting only where the passage or section that bore the old number
//! became one that bears the new one.

use std::collections::BTreeSet;

use document::{is_division, own_number};
use model::{Change, ChangeKind, Document, Op, Sections, Segment};

use crate::blocks::matching::Group;

/// What became of numbers: pairs of old and new ones.
pub(crate) struct Renumbered<'a>(BTreeSet<(&'a str, &'a str)>);

impl<'a> Renumbered<'a> {
    /// Reads the numbers of the corresponding passages and sections.
    pub fn new(
        old: &'a Document,
        new: &'a Document,
        sections: &Sections,
        groups: &[Group],
    ) -> Self {
        let passages = groups.iter().filter_map(|group| {
            let (a, b) = (group.old.first()?, group.new.first()?);
            let number = |d: &'a Document, at: usize| own_number(&d.blocks[at].text, false);
            number(old, *a).zip(number(new, *b))
        });
        let headings = sections.links.iter().filter_map(|link| {
            let (a, b) = (old.section(link.old), new.section(link.new));
            own_number(&a.heading, true).zip(own_number(&b.heading, true))
        });
        let pairs = passages.chain(headings).filter(|(a, b)| a != b);
        Self(pairs.collect())
    }

    /// Marks references and footnotes in a change as formatting, and calls it what it then is.
    pub fn fold(&self, change: &mut Change) {
        let mut folded = false;
        for at in 0..change.segments.len() {
            if self.is_numbering(&change.segments, at) {
                change.segments[at].formatting = true;
                folded = true;
            }
        }
        let words = |s: &Segment| s.op != Op::Equal && !s.formatting;
        if folded && !change.segments.iter().any(words) {
            change.kind = match change.kind {
                ChangeKind::Edited => ChangeKind::Reformatted,
                ChangeKind::MovedEdited => ChangeKind::Moved,
                kind => kind,
            };
        }
    }

    /// Whether a segment that differs is the mark of a footnote, or one side of a reference to a
    /// passage with another number.
    fn is_numbering(&self, segments: &[Segment], at: usize) -> bool {
        let own = &segments[at];
        if own.op == Op::Equal || own.formatting {
            return false;
        }
        let text = |at: Option<usize>| {
            at.and_then(|at| segments.get(at))
                .map_or("", |s| s.text.as_str())
        };
        let pair = match own.op {
            Op::Delete => segments
                .get(at + 1)
                .filter(|s| s.op == Op::Insert)
                .map(|s| (own, s)),
            _ => {
                let before = at.checked_sub(1).map(|before| &segments[before]);
                before.filter(|s| s.op == Op::Delete).map(|s| (s, own))
            }
        };
        let first = if pair.is_some() && own.op == Op::Insert {
            at - 1
        } else {
            at
        };
        let last = first + usize::from(pair.is_some());
        let (before, behind) = (text(first.checked_sub(1)), text(Some(last + 1)));
        let all = &segments[first..=last];
        if all.iter().all(|s| is_footnote(&s.text, before, behind)) {
            return true;
        }
        let Some((gone, come)) = pair else {
            return false;
        };
        let named = before.split_whitespace().next_back().is_some_and(|word| {
            let word = word.trim_start_matches(|c: char| c != '§' && !c.is_alphanumeric());
            word.starts_with('§') || is_division(word)
        });
        let bare = |text: &'_ str| -> String {
            text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
        };
        named
            && self
                .0
                .contains(&(bare(&gone.text).as_str(), bare(&come.text).as_str()))
    }
}

/// Whether a text is the mark of a footnote: "[2]", "²", or what stands between the brackets.
fn is_footnote(text: &str, before: &str, behind: &str) -> bool {
    let text = text.trim();
    let is_number = |t: &str| (1..=3).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
    let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let bracketed = |mark: &str| {
        let inner = mark.strip_prefix('[').and_then(|m| m.strip_suffix(']'));
        inner.is_some_and(is_number)
    };
    let inside = before.ends_with('[') && behind.trim_start().starts_with(']');
    !text.is_empty()
        && (text.split_whitespace().all(bracketed)
            || inside && is_number(text)
            || text.chars().all(raised) && before.ends_with(|c: char| !c.is_ascii_digit()))
}
