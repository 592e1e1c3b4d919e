//! The redline of one pair of texts: which words stayed, went and came.
//!
//! Histogram diff over tokens, then three repairs that readers notice:
//! * *chaff*: tiny equal islands inside a rewritten sentence are folded into the change;
//! * *sliding*: a change that could sit at several places sits at the start of a sentence;
//! * *replaced whole*: where too little is kept, islands only confuse.
//!
//! Myers was rejected because it shatters moved passages into thousands of operations; `similar`'s
//! own clean-up moves boundaries but keeps chaff. No deadline is ever passed: on wasm it would read
//! a clock that is not there, and results would differ between machines.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};

use super::{
    limits::WORD_WORK,
    model::{Change, Op, Segment},
    pieces::pieces,
    tokens::{Token, is_word, tokens},
};

/// An equal island up to this many characters is chaff if it is also short beside its
/// neighbours (the rule of ProseMirror's changeset module).
const CHAFF_CHARS: usize = 15;
/// … namely shorter than its changed neighbours by this factor.
const CHAFF_RATIO: usize = 10;
/// Kept share of the words below which a passage is shown as replaced whole (0.2 in wikidiff2,
/// 0.25 in diff2html).
const REPLACED_BELOW: f64 = 0.2;

/// One run of tokens that stayed or changed, as ranges of the two token lists.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hunk {
    equal: bool,
    old: std::ops::Range<usize>,
    new: std::ops::Range<usize>,
}

/// Compares two texts word by word; swapping them mirrors the result exactly.
pub(super) fn redline(old: &str, new: &str) -> Vec<Segment> {
    if old > new {
        return mirrored(redline_in_order(new, old));
    }
    redline_in_order(old, new)
}

/// The same redline read from the new text to the old one.
pub(super) fn mirrored(mut segments: Vec<Segment>) -> Vec<Segment> {
    for s in &mut segments {
        s.op = match s.op {
            Op::Equal => Op::Equal,
            Op::Delete => Op::Insert,
            Op::Insert => Op::Delete,
        };
    }
    // A deletion stands before the insertion that replaces it.
    for run in segments.chunk_by_mut(|x, y| (x.op == Op::Equal) == (y.op == Op::Equal)) {
        for pair in run.chunks_mut(2) {
            if let [first, second] = pair
                && first.op == Op::Insert
                && second.op == Op::Delete
            {
                pair.swap(0, 1);
            }
        }
    }
    segments
}

/// True where so much went and came at one place that it was not searched for what stayed.
pub(super) fn is_coarse(change: &Change) -> bool {
    change.segments.windows(2).any(|pair| {
        let [gone, come] = pair else { return false };
        let replaced = gone.op == Op::Delete && come.op == Op::Insert;
        // No text has more tokens than bytes.
        replaced
            && gone.text.len().saturating_mul(come.text.len()) > WORD_WORK
            && tokens(&gone.text)
                .len()
                .saturating_mul(tokens(&come.text).len())
                > WORD_WORK
    })
}

fn redline_in_order(old: &str, new: &str) -> Vec<Segment> {
    if old == new {
        return match old.is_empty() {
            true => Vec::new(),
            false => vec![segment(Op::Equal, old, false)],
        };
    }
    let (a, b) = (tokens(old), tokens(new));
    let (a_ids, b_ids) = intern(&a, &b);
    let mut hunks = diff(&a_ids, &b_ids);
    if kept_share(&hunks, &a, &b) < REPLACED_BELOW {
        hunks = vec![Hunk {
            equal: false,
            old: 0..a.len(),
            new: 0..b.len(),
        }];
    } else {
        slide(&mut hunks, &a, &b, &a_ids, &b_ids);
        fold_chaff(&mut hunks, &a, &b);
    }
    write(&hunks, &a, &b)
}

/// A text that is only in one version.
pub(super) fn one_sided(op: Op, text: &str) -> Vec<Segment> {
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

/// Numbers tokens so that equal keys have equal numbers.
fn intern<'a>(a: &[Token<'a>], b: &[Token<'a>]) -> (Vec<u32>, Vec<u32>) {
    let mut ids = BTreeMap::new();
    let mut number = |list: &[Token<'a>]| -> Vec<u32> {
        list.iter()
            .map(|t| {
                let next = u32::try_from(ids.len()).unwrap_or(u32::MAX);
                *ids.entry(t.key.clone()).or_insert(next)
            })
            .collect()
    };
    (number(a), number(b))
}

fn diff(a: &[u32], b: &[u32]) -> Vec<Hunk> {
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let end = a[start..]
        .iter()
        .rev()
        .zip(b[start..].iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (middle_a, middle_b) = (&a[start..a.len() - end], &b[start..b.len() - end]);
    let mut hunks = Vec::new();
    push(&mut hunks, true, 0..start, 0..start);
    for (of_a, of_b) in pieces(middle_a, middle_b) {
        let (from_a, from_b) = (start + of_a.start, start + of_b.start);
        if of_a.len().saturating_mul(of_b.len()) > WORD_WORK {
            let (to_a, to_b) = (start + of_a.end, start + of_b.end);
            push(&mut hunks, false, from_a..to_a, from_b..to_b);
            continue;
        }
        let (x, y) = (&middle_a[of_a], &middle_b[of_b]);
        for op in capture_diff_slices_deadline(Algorithm::Histogram, x, y, None) {
            let (old, new) = (op.old_range(), op.new_range());
            push(
                &mut hunks,
                matches!(op, DiffOp::Equal { .. }),
                from_a + old.start..from_a + old.end,
                from_b + new.start..from_b + new.end,
            );
        }
    }
    push(
        &mut hunks,
        true,
        a.len() - end..a.len(),
        b.len() - end..b.len(),
    );
    hunks
}

/// Appends a hunk, joining it to the last one of the same sort; drops empty ones.
fn push(
    hunks: &mut Vec<Hunk>,
    equal: bool,
    old: std::ops::Range<usize>,
    new: std::ops::Range<usize>,
) {
    if old.is_empty() && new.is_empty() {
        return;
    }
    match hunks.last_mut() {
        Some(last) if last.equal == equal => {
            last.old.end = old.end;
            last.new.end = new.end;
        }
        _ => hunks.push(Hunk { equal, old, new }),
    }
}

/// Share of the words of the shorter side that stayed. The shorter one: a sentence that grew into
/// a paragraph was kept, not replaced.
fn kept_share(hunks: &[Hunk], a: &[Token<'_>], b: &[Token<'_>]) -> f64 {
    let words = |list: &[Token<'_>]| list.iter().filter(|t| t.is_word()).count();
    let kept: usize = hunks
        .iter()
        .filter(|h| h.equal)
        .map(|h| words(&a[h.old.clone()]))
        .sum();
    let shorter = words(a).min(words(b));
    if shorter == 0 {
        1.0
    } else {
        kept as f64 / shorter as f64
    }
}

/// Moves one-sided changes to the place where a reader would put them: behind the end of a
/// sentence rather than inside two.
fn slide(hunks: &mut Vec<Hunk>, a: &[Token<'_>], b: &[Token<'_>], a_ids: &[u32], b_ids: &[u32]) {
    for at in 1..hunks.len().saturating_sub(1) {
        let hunk = hunks[at].clone();
        if hunk.equal || !hunks[at - 1].equal || !hunks[at + 1].equal {
            continue;
        }
        let (range, ids, list) = match (hunk.old.is_empty(), hunk.new.is_empty()) {
            (true, false) => (hunk.new.clone(), b_ids, b),
            (false, true) => (hunk.old.clone(), a_ids, a),
            _ => continue,
        };
        let back = (0..hunks[at - 1].old.len())
            .take_while(|k| ids[range.end - 1 - k] == ids[range.start - 1 - k])
            .count();
        let ahead = (0..hunks[at + 1].old.len())
            .take_while(|k| ids[range.start + k] == ids[range.end + k])
            .count();
        let best = (0..=back + ahead)
            .max_by_key(|&k| {
                (
                    boundary(list, range.start + k - back),
                    std::cmp::Reverse(k.abs_diff(back)),
                )
            })
            .unwrap_or(back);
        shift(hunks, at, best as isize - back as isize);
    }
    hunks.retain(|h| !h.old.is_empty() || !h.new.is_empty());
}

/// How good a place before token `at` is for a change to begin.
fn boundary(list: &[Token<'_>], at: usize) -> u8 {
    let Some(before) = at.checked_sub(1).map(|i| list[i].core()) else {
        return 4;
    };
    match before {
        "." | "!" | "?" | ":" => 4,
        ";" => 3,
        "," => 2,
        _ if list.get(at).is_some_and(|t| !is_word(t.text)) => 1,
        _ => 0,
    }
}

/// Moves the change at `at` by `by` tokens through the equal text around it.
fn shift(hunks: &mut [Hunk], at: usize, by: isize) {
    let moved = |value: usize| value.saturating_add_signed(by);
    let hunk = &mut hunks[at];
    hunk.old = moved(hunk.old.start)..moved(hunk.old.end);
    hunk.new = moved(hunk.new.start)..moved(hunk.new.end);
    let (start, end) = (
        (hunk.old.start, hunk.new.start),
        (hunk.old.end, hunk.new.end),
    );
    (hunks[at - 1].old.end, hunks[at - 1].new.end) = start;
    (hunks[at + 1].old.start, hunks[at + 1].new.start) = end;
}

/// Folds equal islands that only shred a rewritten sentence into the change around them.
fn fold_chaff(hunks: &mut Vec<Hunk>, a: &[Token<'_>], b: &[Token<'_>]) {
    let size = |list: &[Token<'_>], range: &std::ops::Range<usize>| -> usize {
        list[range.clone()]
            .iter()
            .map(|t| t.text.chars().count())
            .sum()
    };
    let changed = |h: &Hunk| size(a, &h.old) + size(b, &h.new);
    let mut out: Vec<Hunk> = Vec::new();
    for at in 0..hunks.len() {
        let hunk = hunks[at].clone();
        let inner = at > 0 && at + 1 < hunks.len();
        let island = size(a, &hunk.old);
        let fold = hunk.equal
            && inner
            && (
                // Punctuation alone never carries a sentence.
                a[hunk.old.clone()].iter().all(|t| !t.is_word())
                    && both_sided(&hunks[at - 1])
                    && both_sided(&hunks[at + 1])
                    || island <= CHAFF_CHARS
                        && island * CHAFF_RATIO < changed(&hunks[at - 1]) + changed(&hunks[at + 1])
            );
        push(&mut out, hunk.equal && !fold, hunk.old, hunk.new);
    }
    *hunks = out;
}

fn both_sided(hunk: &Hunk) -> bool {
    !hunk.old.is_empty() && !hunk.new.is_empty()
}

/// Writes hunks as segments; tokens that say the same in another dress become marked pairs.
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

/// True where what set a word apart in a list, "Invoices: ten years", became the border between
/// two cells of a table, "Invoices | ten years".
fn is_recast(list: &[Token<'_>], table: &[Token<'_>]) -> bool {
    let in_list = match list {
        [] => true,
        [mark] => matches!(mark.core(), ":" | "-" | "–" | "—"),
        _ => false,
    };
    in_list && matches!(table, [border] if border.core() == "|")
}

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

/// Between two equal runs, one deletion followed by one insertion. White space that changed
/// beside a changed word is part of that change.
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
