//! Repairs a diff that is minimal by word count but confusing for a reader.
//!
//! * *sliding*: a change that could be at several places is put at the start of a sentence;
//! * *replaced whole*: a rewritten sentence keeps no stray words that are equal by chance;
//! * *chaff*: tiny equal islands inside a change become part of it;
//! * *widening*: a change does not begin or end inside `opt-out`, `$1,000` or `example.org/a`,
//!   nor between a bracket and its partner.
//!
//! `similar`'s own clean-up was rejected: it moves boundaries but keeps chaff.

use std::ops::Range;

use crate::redline::{
    hunks::{Hunk, push},
    tokens::{Token, is_word},
};

/// Most characters of an equal island that counts as chaff if it is also short compared with its
/// neighbours (the rule of ProseMirror's changeset module) …
const CHAFF_CHARS: usize = 15;
/// … that is, shorter than the changes around it by this factor.
const CHAFF_RATIO: usize = 10;
/// Share of kept words below which a passage is shown as replaced whole (0.2 in wikidiff2, 0.25
/// in diff2html).
const REPLACED_BELOW: f64 = 0.2;
/// Most letters of a word that says little by itself. Articles, prepositions and pronouns in
/// alphabetic scripts seldom have more ("the", "of", "und", "les").
const SHORT_WORD: usize = 3;
/// Fewest equal islands between changes at which a sentence can be "replaced whole"; with fewer,
/// the redline is easy to read whatever was kept.
const SHREDDED_FROM: usize = 2;

/// The two token lists that hunks point into.
#[derive(Clone, Copy)]
pub(crate) struct Texts<'a> {
    pub old: &'a [Token<'a>],
    pub new: &'a [Token<'a>],
}

/// Applies all repairs, in the order in which they build on each other.
pub(crate) fn repair(mut hunks: Vec<Hunk>, texts: Texts<'_>) -> Vec<Hunk> {
    if kept_share(&hunks, texts, |token| is_word(token.text)) < REPLACED_BELOW {
        return vec![Hunk {
            equal: false,
            old: 0..texts.old.len(),
            new: 0..texts.new.len(),
        }];
    }
    slide(&mut hunks, texts);
    let hunks = fold_chaff(&replace_rewritten(hunks, texts), texts);
    widen(hunks, texts)
}

/// Returns which share of the shorter side's tokens stayed, among those for which `counts` holds;
/// 1 if it has no such token. The shorter side decides because a sentence that grew into a
/// paragraph was kept, not replaced.
fn kept_share(hunks: &[Hunk], texts: Texts<'_>, counts: fn(&Token<'_>) -> bool) -> f64 {
    let count = |list: &[Token<'_>]| list.iter().filter(|t| counts(t)).count();
    let (mut kept, mut old, mut new) = (0, 0, 0);
    for hunk in hunks {
        let of_old = count(&texts.old[hunk.old.clone()]);
        old += of_old;
        new += count(&texts.new[hunk.new.clone()]);
        kept += if hunk.equal { of_old } else { 0 };
    }
    match old.min(new) {
        0 => 1.0,
        shorter => kept as f64 / shorter as f64,
    }
}

/// Moves one-sided changes to where a reader would put them: after the end of a sentence rather
/// than across two sentences.
fn slide(hunks: &mut Vec<Hunk>, texts: Texts<'_>) {
    for at in 1..hunks.len().saturating_sub(1) {
        let hunk = hunks[at].clone();
        if hunk.equal || !hunks[at - 1].equal || !hunks[at + 1].equal {
            continue;
        }
        let (range, list) = match (hunk.old.is_empty(), hunk.new.is_empty()) {
            (true, false) => (hunk.new, texts.new),
            (false, true) => (hunk.old, texts.old),
            _ => continue,
        };
        let same = |x: usize, y: usize| list[x].key == list[y].key;
        let back = (0..hunks[at - 1].old.len())
            .take_while(|k| same(range.end - 1 - k, range.start - 1 - k))
            .count();
        let ahead = (0..hunks[at + 1].old.len())
            .take_while(|k| same(range.start + k, range.end + k))
            .count();
        let best = (0..=back + ahead)
            .max_by_key(|&k| {
                let nearness = std::cmp::Reverse(k.abs_diff(back));
                (boundary(list, range.start + k - back), nearness)
            })
            .unwrap_or(back);
        shift(hunks, at, best as isize - back as isize);
    }
    hunks.retain(|h| !h.old.is_empty() || !h.new.is_empty());
}

/// Rates, from 0 to 4, how well a change could begin before token `at`.
fn boundary(list: &[Token<'_>], at: usize) -> u8 {
    let Some(before) = at.checked_sub(1).map(|i| &list[i]) else {
        return 4;
    };
    match before.core() {
        ":" => 4,
        _ if ends_sentence(before) => 4,
        ";" => 3,
        "," => 2,
        _ if list.get(at).is_some_and(|t| !is_word(t.text)) => 1,
        _ => 0,
    }
}

fn ends_sentence(token: &Token<'_>) -> bool {
    matches!(token.core(), "." | "!" | "?" | "。" | "！" | "？" | "؟")
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

/// Turns each stretch between two kept ends of sentences into one change if the words kept in it
/// say nothing; see [`settle`].
fn replace_rewritten(hunks: Vec<Hunk>, texts: Texts<'_>) -> Vec<Hunk> {
    let mut out = Vec::new();
    let mut stretch: Vec<Hunk> = Vec::new();
    for hunk in hunks {
        if !hunk.equal {
            stretch.push(hunk);
            continue;
        }
        let Hunk {
            mut old, mut new, ..
        } = hunk;
        for end in old.clone().filter(|&at| ends_sentence(&texts.old[at])) {
            let length = end + 1 - old.start;
            let (a, b) = (old.start + length, new.start + length);
            stretch.push(Hunk {
                equal: true,
                old: old.start..a,
                new: new.start..b,
            });
            (old.start, new.start) = (a, b);
            settle(&mut stretch, texts, &mut out);
        }
        if !old.is_empty() {
            stretch.push(Hunk {
                equal: true,
                old,
                new,
            });
        }
    }
    settle(&mut stretch, texts, &mut out);
    out
}

/// Moves a stretch to `out`, as one change if it is shredded and too few telling words stayed.
fn settle(stretch: &mut Vec<Hunk>, texts: Texts<'_>, out: &mut Vec<Hunk>) {
    let inner = stretch.iter().skip(1).rev().skip(1);
    let islands = inner.filter(|h| h.equal).count();
    let rewritten =
        islands >= SHREDDED_FROM && kept_share(stretch, texts, says_much) < REPLACED_BELOW;
    for hunk in stretch.drain(..) {
        let equal = hunk.equal && !rewritten;
        push(out, Hunk { equal, ..hunk });
    }
}

/// Whether a token is a word or number that two sentences seldom share by chance.
fn says_much(token: &Token<'_>) -> bool {
    // A number, or a character of a script that writes a word in one or two characters.
    let is_telling = |c: char| c.is_numeric() || c >= '\u{2e80}';
    let letters = token.key.chars().filter(|c| c.is_alphanumeric());
    letters.clone().any(is_telling) || letters.count() > SHORT_WORD
}

/// Makes equal islands that only shred a change part of it.
fn fold_chaff(hunks: &[Hunk], texts: Texts<'_>) -> Vec<Hunk> {
    let size = |list: &[Token<'_>], range: &Range<usize>| -> usize {
        list[range.clone()]
            .iter()
            .map(|t| t.text.chars().count())
            .sum()
    };
    let changed = |h: &Hunk| size(texts.old, &h.old) + size(texts.new, &h.new);
    let is_chaff = |before: &Hunk, island: &Hunk, after: &Hunk| {
        let length = size(texts.old, &island.old);
        let only_punctuation = texts.old[island.old.clone()].iter().all(|t| !t.is_word());
        only_punctuation && before.is_both_sided() && after.is_both_sided()
            || length <= CHAFF_CHARS && length * CHAFF_RATIO < changed(before) + changed(after)
    };
    let mut out: Vec<Hunk> = Vec::new();
    for (at, hunk) in hunks.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| hunks.get(at));
        let fold = match (before, hunks.get(at + 1)) {
            (Some(before), Some(after)) => hunk.equal && is_chaff(before, hunk, after),
            _ => false,
        };
        let mut hunk = hunk.clone();
        hunk.equal &= !fold;
        push(&mut out, hunk);
    }
    out
}

/// Extends changes over the rest of what reads as one word, and over a bracket's partner.
fn widen(hunks: Vec<Hunk>, texts: Texts<'_>) -> Vec<Hunk> {
    let mut out: Vec<Hunk> = Vec::new();
    let last = hunks.len().saturating_sub(1);
    for (at, hunk) in hunks.into_iter().enumerate() {
        if !hunk.equal {
            push(&mut out, hunk);
            continue;
        }
        let length = hunk.old.len();
        let glued = |k: usize| {
            is_glued(texts.old, hunk.old.start + k) || is_glued(texts.new, hunk.new.start + k)
        };
        let mut head = match out.last() {
            Some(before) => {
                let word = (0..length).take_while(|&k| glued(k)).count();
                let closing =
                    word < length && closes(before, &texts.old[hunk.old.start + word], texts);
                word + usize::from(closing)
            }
            None => 0,
        };
        let tail = if at < last {
            (0..length - head).take_while(|k| glued(length - k)).count()
        } else {
            0
        };
        // Nothing would be left between the two changes: the rest goes to the first of them.
        if head + tail == length {
            head = length - tail;
        }
        let (a, b) = (hunk.old.start, hunk.new.start);
        let mut part = |equal, from: usize, to: usize| {
            let hunk = Hunk {
                equal,
                old: a + from..a + to,
                new: b + from..b + to,
            };
            push(&mut out, hunk);
        };
        part(false, 0, head);
        part(true, head, length - tail);
        part(false, length - tail, length);
    }
    out
}

/// Whether a change opens a bracket that `next` closes.
fn closes(change: &Hunk, next: &Token<'_>, texts: Texts<'_>) -> bool {
    let (open, close) = match next.core() {
        ")" => ("(", ")"),
        "]" => ("[", "]"),
        _ => return false,
    };
    let opens = |list: &[Token<'_>]| {
        let count = |sign: &str| list.iter().filter(|t| t.core() == sign).count();
        count(open) > count(close)
    };
    !change.equal
        && (opens(&texts.old[change.old.clone()]) || opens(&texts.new[change.new.clone()]))
}

/// Whether the tokens before and at `at` read as one word, although Unicode's rules separate them:
/// `opt-out`, `and/or`, `$5`, `10%`, `3:30`, `example.org/a`.
fn is_glued(list: &[Token<'_>], at: usize) -> bool {
    let text = |at: Option<usize>| at.and_then(|at| list.get(at)).map_or("", |t| t.text);
    let (first, before) = (text(at.checked_sub(2)), text(at.checked_sub(1)));
    let (after, last) = (text(Some(at)), text(Some(at + 1)));
    is_joined(first, before, after)
        || is_joined(before, after, last)
        || is_amount(before, after, last)
}

/// Whether `sign` joins the two words around it: there is no white space between them.
fn is_joined(left: &str, sign: &str, right: &str) -> bool {
    let (left, right) = (left.chars().next_back(), right.chars().next());
    let both = |is: fn(char) -> bool| left.is_some_and(is) && right.is_some_and(is);
    match sign {
        "-" | "\u{2010}" | "\u{2011}" | "/" | "&" | "_" => both(char::is_alphanumeric),
        ":" => both(char::is_numeric),
        _ => false,
    }
}

/// Whether the border between `before` and `after` is inside an amount: `$5`, `US$5`, `10%`. `last`
/// is the token after `after`.
fn is_amount(before: &str, after: &str, last: &str) -> bool {
    let sign = |text: &str| matches!(text.trim_end(), "$" | "€" | "£" | "¥" | "₹" | "₩");
    let begins = |text: &str| text.chars().next().is_some_and(char::is_numeric);
    let ends = |is: fn(char) -> bool| before.chars().next_back().is_some_and(is);
    sign(before) && ends(|c| !c.is_whitespace()) && begins(after)
        || ends(char::is_alphanumeric) && sign(after) && begins(last)
        || ends(char::is_numeric) && (sign(after) || matches!(after.trim_end(), "%" | "‰" | "°"))
}
