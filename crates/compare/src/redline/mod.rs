//! The redline of one pair of texts: which words stayed, were deleted and were inserted.
//!
//! A diff over tokens is repaired for readers and written as segments. Tokens that differ only in
//! formatting (quote marks, dashes, white space, capital letters) become pairs marked as such, so
//! that formatting can be counted and shown separately.

pub(crate) mod cells;
pub(crate) mod hunks;
pub(crate) mod pieces;
pub(crate) mod repairs;
pub(crate) mod tokens;

use document::{heading_label, list_label};

use crate::{
    limits::WORD_WORK,
    mirror,
    redline::{
        hunks::{Hunk, diff},
        repairs::Texts,
        tokens::{Token, tokens},
    },
};
use model::{Change, Op, Segment};

/// Compares two texts word by word; swapping them mirrors the result exactly.
pub(crate) fn redline(old: &str, new: &str) -> Vec<Segment> {
    in_order(old, new, list_label)
}

/// Compares two headings word by word.
pub(crate) fn of_headings(old: &str, new: &str) -> Vec<Segment> {
    in_order(old, new, heading_label)
}

fn in_order(old: &str, new: &str, label: fn(&str) -> &str) -> Vec<Segment> {
    if old > new {
        return mirror::segments(behind_labels(new, old, label));
    }
    behind_labels(old, new, label)
}

/// Compares two texts of which `old` sorts first or equal. `label` finds the number at the start:
/// no word changed if "a)" became "1.".
fn behind_labels<'a>(old: &'a str, new: &'a str, label: fn(&str) -> &str) -> Vec<Segment> {
    if old == new {
        return one_sided(Op::Equal, old);
    }
    let (old_label, new_label) = (label(old), label(new));
    if old_label == new_label {
        return of_words(old, new);
    }
    let mut out = Vec::new();
    append(&mut out, Op::Delete, old_label, true);
    append(&mut out, Op::Insert, new_label, true);
    let behind = |text: &'a str, label: &str| text.get(label.len()..).unwrap_or_default();
    out.extend(of_words(behind(old, old_label), behind(new, new_label)));
    out
}

/// Compares two texts without their list labels.
fn of_words(old: &str, new: &str) -> Vec<Segment> {
    let (old, new): (&[_], &[_]) = (&tokens(old), &tokens(new));
    let hunks = repairs::repair(diff(old, new), Texts { old, new });
    write(&hunks, old, new)
}

/// Whether a deletion and insertion at one place were too long ([`WORD_WORK`]) to be compared.
pub(crate) fn is_coarse(change: &Change) -> bool {
    change.segments.windows(2).any(|pair| {
        let [gone, come] = pair else { return false };
        let replaced = gone.op == Op::Delete && come.op == Op::Insert;
        // The byte lengths are a cheap first test: no text has more tokens than bytes.
        replaced
            && gone.text.len().saturating_mul(come.text.len()) > WORD_WORK
            && tokens(&gone.text)
                .len()
                .saturating_mul(tokens(&come.text).len())
                > WORD_WORK
    })
}

/// The redline of a text that is one single segment; empty for an empty text.
pub(crate) fn one_sided(op: Op, text: &str) -> Vec<Segment> {
    if text.is_empty() {
        Vec::new()
    } else {
        vec![segment(op, text, false)]
    }
}

fn segment(op: Op, text: &str, formatting: bool) -> Segment {
    Segment {
        op,
        text: text.to_owned(),
        term: None,
        formatting,
    }
}

/// Writes hunks as segments; equal tokens with different texts become pairs marked as formatting.
fn write(hunks: &[Hunk], a: &[Token<'_>], b: &[Token<'_>]) -> Vec<Segment> {
    let mut out = Vec::new();
    for hunk in hunks {
        if hunk.equal {
            for (x, y) in a[hunk.old.clone()].iter().zip(&b[hunk.new.clone()]) {
                write_equal(&mut out, x, y);
            }
        } else {
            let (gone, come) = (&a[hunk.old.clone()], &b[hunk.new.clone()]);
            let recast = is_recast(gone, come) || is_recast(come, gone);
            let text = |list: &[Token<'_>]| list.iter().map(|t| t.text).collect::<String>();
            append(&mut out, Op::Delete, &text(gone), recast);
            append(&mut out, Op::Insert, &text(come), recast);
        }
    }
    in_reading_order(&out)
}

/// Whether a separator in a list, "Invoices: ten years", became the border between two cells of a
/// table, "Invoices | ten years".
fn is_recast(list: &[Token<'_>], table: &[Token<'_>]) -> bool {
    let in_list = match list {
        [] => true,
        [mark] => matches!(mark.core(), ":" | "-" | "–" | "—"),
        _ => false,
    };
    in_list && matches!(table, [border] if border.core() == "|")
}

/// Appends two tokens with the same key; different texts become a pair marked as formatting.
fn write_equal(out: &mut Vec<Segment>, x: &Token<'_>, y: &Token<'_>) {
    if x.text == y.text {
        append(out, Op::Equal, x.text, false);
    } else if x.core() == y.core() {
        append(out, Op::Equal, x.core(), false);
        append(out, Op::Delete, &x.text[x.core().len()..], true);
        append(out, Op::Insert, &y.text[y.core().len()..], true);
    } else {
        append(out, Op::Delete, x.text, true);
        append(out, Op::Insert, y.text, true);
    }
}

/// Appends a text, to the last segment if that is of the same kind.
fn append(out: &mut Vec<Segment>, op: Op, text: &str, formatting: bool) {
    if text.is_empty() {
        return;
    }
    match out.last_mut() {
        Some(last) if last.op == op && (op == Op::Equal || last.formatting == formatting) => {
            last.text.push_str(text);
        }
        _ => out.push(segment(op, text, formatting)),
    }
}

/// Merges the segments between two equal runs into one deletion followed by one insertion. A
/// formatting change next to a changed word becomes part of that change.
fn in_reading_order(segments: &[Segment]) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::new();
    for run in segments.chunk_by(|x, y| (x.op == Op::Equal) == (y.op == Op::Equal)) {
        if run.iter().all(|s| s.op == Op::Equal || s.formatting) {
            out.extend(run.iter().cloned());
            continue;
        }
        for op in [Op::Delete, Op::Insert] {
            let text: String = run
                .iter()
                .filter(|s| s.op == op)
                .map(|s| s.text.as_str())
                .collect();
            append(&mut out, op, &text, false);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes segments as `[-gone-]` and `{+come+}`; formatting-only ones as `[~-…-]`, `{~+…+}`.
    fn show(old: &str, new: &str) -> String {
        let mut out = String::new();
        for s in redline(old, new) {
            let mark = if s.formatting { "~" } else { "" };
            match s.op {
                Op::Equal => out.push_str(&s.text),
                Op::Delete => out.push_str(&format!("[{mark}-{}-]", s.text)),
                Op::Insert => out.push_str(&format!("{{{mark}+{}+}}", s.text)),
            }
        }
        out
    }

    #[test]
    fn a_replaced_phrase_keeps_its_surroundings() {
        assert_eq!(
            show(
                "We keep your information for long.",
                "We keep your personal data for long."
            ),
            "We keep your [-information -]{+personal data +}for long."
        );
    }

    #[test]
    fn quote_marks_are_formatting() {
        assert_eq!(
            show("the \"Services\" now", "the “Services” now"),
            "the [~-\"-]{~+“+}Services[~-\" -]{~+” +}now"
        );
    }

    #[test]
    fn a_new_sentence_begins_behind_the_old_one() {
        assert_eq!(
            show(
                "We log visits. We delete logs.",
                "We log visits. We log errors. We delete logs."
            ),
            "We log visits. {+We log errors. +}We delete logs."
        );
    }

    #[test]
    fn an_added_end_takes_its_space_along() {
        assert_eq!(show("We ask.", "We ask. Always."), "We ask.{+ Always.+}");
    }

    #[test]
    fn a_rewritten_sentence_is_not_shredded() {
        let line = show(
            "Only the members of the board of trustees may at any time inspect the written records",
            "Nobody except an independent auditor who was appointed for it by the courts can look at these",
        );
        assert_eq!(line.matches("[-").count(), 1, "{line}");
    }
}
