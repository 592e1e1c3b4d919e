//! How a headline quotes: which sentence of a section, which part of it, and in which frame.
//!
//! A quote is worth what it shows, not what its sentence holds beyond the end of the line. So
//! every candidate is judged by the words that fit, and sentences that only point elsewhere come
//! last.

use std::{ops::Range, rc::Rc};

use super::{
    cut::cut,
    frames::{Frame, FrameKind, Manner, frame},
    ground::Ground,
    parts::{around, from_clause},
    ranking::{PROMISE, weigh},
    spots::{Place, Spot},
    stock::Side,
    wording::{TERM, room},
};
use crate::{
    languages::{
        changes::{ANAPHORS, ASIDES, CONDITION_WORDS, CONNECTIVES, NEGATIVES, POINTERS, PROMISES},
        grammar::CLAUSE_WORDS,
        names::CAPITAL_NOUNS,
        retention::READER,
        statements::WE,
    },
    words::Words,
};
use text::sentence::has_end;

/// A headline, and how much of what matters its quote tells.
pub(super) struct Quoted {
    pub(super) headline: String,
    pub(super) told: u32,
    /// True where it is more than a label of a link or a row.
    pub(super) says: bool,
}

/// How much less counts what the sentence holds beyond its quote.
const UNSEEN: u32 = 4;

/// Added to what a quote tells if no word of its sentence is missing: about one phrase that
/// matters much, as what is cut off may be a condition.
const WHOLE: u32 = 6;

/// Fewer words that name nobody who does something are a label, not a sentence.
const LABEL: usize = 7;

/// What a quote tells is divided by this if it begins with a word for something said before, if
/// it advises or defines, or if what changed in it is out of sight: any other sentence of the
/// section that tells something comes first.
const LITTLE: u32 = 4;

/// The headline of a section that quotes this spot.
pub(super) fn quoted(
    ground: &Ground<'_, '_>,
    place: Place,
    spot: &Spot<'_>,
    count: usize,
) -> Quoted {
    let Quote {
        manner,
        words,
        focus,
    } = quote(ground, spot);
    // Which words are missing is told where they are known.
    let is_known = !spot.edit.language.is_foreign();
    if manner == Manner::Reworded && spot.piece.inserted.is_empty() && is_known {
        return shortened(ground, spot);
    }
    let (words, focus) = without_edges(words, focus);
    let (words, focus, is_cut) = without_connective(words, focus);
    let mut frame = frame(ground, place, spot, manner);
    let count = count.to_string();
    let write = |frame: &Frame, q: &str| {
        let open = if is_cut && !q.starts_with('…') {
            "…"
        } else {
            ""
        };
        frame.write(ground.headlines, &[open, q].concat(), &count)
    };
    // A sentence says more without the heading than a part of it under one.
    let bare = Frame {
        heading: String::new(),
        kind: FrameKind::Passage(manner),
    };
    let fits = |frame: &Frame| {
        let room = room(&|q: &str| write(frame, q));
        words.text().chars().count() <= room
    };
    // That a section is new or gone is told by its name.
    let is_section = !matches!(frame.kind, FrameKind::Passage(_));
    if !fits(&frame) && (!is_section || fits(&bare)) {
        frame = bare;
    }
    let write = |q: &str| write(&frame, q);
    let inserted = match manner {
        Manner::Reworded => words.text().get(focus.clone()).unwrap_or(""),
        _ => "",
    };
    // The first words of what came are enough to see where it stands.
    let inserted: String = inserted.trim().chars().take(SIGHT).collect();
    let shown = parts(&words, focus, room(&write)).into_iter();
    let score = |s: &str| {
        let told = told(s, &words);
        Told {
            is_little: told.is_little || !s.contains(&inserted),
            ..told
        }
        .with(spot)
    };
    // Of equals the first, which shows the start of the sentence.
    let best = shown.map(|s| (score(&s), s)).rev();
    let (told, shown) = best.max_by_key(|(told, _)| *told).unwrap_or_default();
    let side = match manner {
        Manner::Added => Some(Side::Old),
        Manner::Removed => Some(Side::New),
        Manner::Reworded => None,
    };
    // What shows of a new sentence has to be new itself.
    let part = Words::new(&shown, words.language());
    let stands = side.is_some_and(|side| shown != words.text() && ground.stock.holds(side, &part));
    let headline = if stands {
        ground.headlines.passage_reworded(&shown)
    } else {
        write(&shown)
    };
    Quoted {
        headline,
        told: if stands { told / LITTLE } else { told },
        says: says(&words),
    }
}

/// What a reader of a quote learns, by the words that show.
#[derive(Clone, Copy)]
struct Told {
    weight: u32,
    is_little: bool,
}

impl Told {
    const NOTHING: Self = Self {
        weight: 0,
        is_little: true,
    };

    /// The same with what its sentence holds beyond.
    fn with(self, spot: &Spot<'_>) -> u32 {
        let all = self.weight + spot.score / UNSEEN;
        let promise = if takes_back(spot) { PROMISE } else { 0 };
        all / if self.is_little { LITTLE } else { 1 } + promise
    }
}

/// True for more than a label of a link or a row.
fn says(words: &Words<'_>) -> bool {
    !is_label(words) || weigh(words) > 0
}

/// The headline on a sentence that only lost words: the new one does not show which.
fn shortened(ground: &Ground<'_, '_>, spot: &Spot<'_>) -> Quoted {
    let (deleted, old) = (spot.piece.deleted.as_str(), &spot.edit.old);
    let gone = cut(deleted, TERM);
    let write = |q: &str| ground.headlines.word_removed(&gone, q);
    let focus = place_of(deleted, old.text());
    let shown = around(old.text(), focus, room(&write), spot.edit.language);
    let sight: String = deleted.chars().take(SIGHT).collect();
    let told = if shown.contains(&sight) {
        told(&shown, old)
    } else {
        Told::NOTHING
    };
    Quoted {
        headline: write(&shown),
        told: told.with(spot),
        says: says(old),
    }
}

/// The parts of the text that may be shown: around its focus; without one, and where the whole
/// does not fit, from its start or from a main clause in it.
fn parts(words: &Words<'_>, focus: Range<usize>, room: usize) -> Vec<String> {
    let (text, language) = (words.text(), words.language());
    let has_focus = !focus.is_empty();
    let first = around(text, focus, room, language);
    if first == text {
        return vec![first];
    }
    if has_focus {
        // Where the focus is a mere label of a row, the row says more.
        let is_row = is_label(&Words::new(&first, language));
        let row = is_row.then(|| around(text, 0..0, room, language));
        return [first].into_iter().chain(row).collect();
    }
    let clauses = (1..words.len()).filter(|i| begins_clause(words, *i));
    let mut parts = vec![first];
    for start in clauses.take(CLAUSES) {
        // A condition or a negation that is left out would turn what is shown around.
        let turns = |i: usize| words.is(i, &CLAUSE_WORDS) || words.is(i, &NEGATIVES);
        let with_head = (0..start).any(turns);
        let at = words.bytes(start..start + 1).start;
        parts.push(from_clause(words, at, with_head, room));
    }
    parts
}

/// Characters of what came that have to show.
const SIGHT: usize = 12;

/// True where the old sentence promised not to do something with data and the new one, if there
/// is one, does not.
pub(super) fn takes_back(spot: &Spot<'_>) -> bool {
    spot.edit.old.has(&PROMISES) && !spot.edit.new.has(&PROMISES)
}

/// Main clauses of a sentence that are tried; those further on are about details.
const CLAUSES: usize = 6;

/// True where a clause begins that says who does something: behind a mark, with "we", "you" or a
/// name.
fn begins_clause(words: &Words<'_>, at: usize) -> bool {
    let is_name = words.is_capital(at) && !words.language().has(&CAPITAL_NOUNS);
    let subject = words.is(at, &WE) || words.is(at, &READER) || is_name;
    let ends_soon = words.len() - at < SHORTEST;
    subject && !ends_soon && words.before(at).contains([',', ';', ':', '|', '–', '—'])
}

/// Words of the shortest clause that says something.
const SHORTEST: usize = 5;

/// What a reader of the shown part of a quote learns.
fn told(shown: &str, quote: &Words<'_>) -> Told {
    let is_whole = shown == quote.text();
    let part = (!is_whole).then(|| Words::new(shown, quote.language()));
    let words = part.as_ref().unwrap_or(quote);
    // What leads to a list says nothing without it.
    let is_lead = quote.text().trim_end().ends_with(':');
    if is_lead || is_label(words) || words.has(&POINTERS) || shown.ends_with('?') {
        return Told::NOTHING;
    }
    let is_reader = words.is(0, &READER);
    let dangles = words.is(0, &ANAPHORS) && !is_reader && !shown.starts_with('…');
    // "If you ask us to…" does not say what then happens.
    let is_condition = !is_whole && words.is(0, &CONDITION_WORDS) && !shown.contains(',');
    let whole = if is_whole { WHOLE } else { 0 };
    Told {
        weight: 3 * weigh(words) + whole,
        is_little: dangles || is_condition || words.has(&ASIDES),
    }
}

/// True for words that name something and nobody who does it.
fn is_label(words: &Words<'_>) -> bool {
    let is_someone = |i: usize| words.is(i, &WE) || words.is(i, &READER);
    // Without a vocabulary nobody is found, and without spaces hardly a word: the end tells.
    let is_sentence = || words.language().is_foreign() && has_end(words.text());
    words.len() < LABEL && !(0..words.len()).any(is_someone) && !is_sentence()
}

/// How the most important piece changed, what to quote for it, and around which part.
struct Quote<'e> {
    manner: Manner,
    words: Rc<Words<'e>>,
    focus: Range<usize>,
}

fn quote<'e>(ground: &Ground<'_, '_>, spot: &'e Spot<'_>) -> Quote<'e> {
    let Spot { edit, piece, .. } = spot;
    if edit.is_removed() || edit.is_added() {
        let (manner, side) = if edit.is_added() {
            (Manner::Added, Side::Old)
        } else {
            (Manner::Removed, Side::New)
        };
        // Of a long sentence that stands there in part, what does not.
        let focus = ground.stock.missing(side, edit.sentence());
        return Quote {
            manner,
            words: Rc::clone(edit.sentence()),
            focus,
        };
    }
    if takes_back(spot) && !ground.stock.holds(Side::New, &edit.old) {
        return Quote {
            manner: Manner::Removed,
            words: Rc::clone(&edit.old),
            focus: place_of(&piece.deleted, edit.old.text()),
        };
    }
    let clause = |manner, side, text| {
        let words = Rc::new(Words::new(text, edit.language));
        // What the other version says elsewhere neither came nor went.
        let focus = ground.stock.missing(side, &words);
        (!ground.stock.holds(side, &words)).then_some(Quote {
            manner,
            words,
            focus,
        })
    };
    let (deleted, inserted) = (piece.deleted.as_str(), piece.inserted.as_str());
    let mut own = None;
    if replaces(deleted, inserted) && is_clause(edit.old.text(), deleted) {
        own = clause(Manner::Removed, Side::New, deleted);
    } else if replaces(inserted, deleted) && is_clause(edit.new.text(), inserted) {
        own = clause(Manner::Added, Side::Old, inserted);
    }
    if let Some(own) = own {
        return own;
    }
    Quote {
        manner: Manner::Reworded,
        words: Rc::clone(&edit.new),
        focus: piece.at.clone(),
    }
}

/// Where the piece stands in the text; nowhere if it does not.
fn place_of(piece: &str, text: &str) -> Range<usize> {
    text.find(piece).map_or(0..0, |at| at..at + piece.len())
}

/// True for a clause that stands where at most some words stood: a few words say nothing without
/// their sentence.
fn replaces(clause: &str, other: &str) -> bool {
    let words = |t: &str| t.split_whitespace().count();
    words(clause) >= 5 && words(other) * 4 <= words(clause)
}

/// True where the piece stands between punctuation marks: cut out of a clause it says nothing.
fn is_clause(sentence: &str, piece: &str) -> bool {
    let marks = [',', ';', ':', '.', '(', ')', '—', '–'];
    sentence.find(piece).is_some_and(|at| {
        let before = sentence[..at].trim_end();
        let after = sentence[at + piece.len()..].trim_start();
        (before.is_empty() || before.ends_with(marks))
            && (after.is_empty() || after.starts_with(marks))
    })
}

/// The text without the mark of a cell before it and the one after it that tied it to the next
/// item of a list.
fn without_edges(words: Rc<Words<'_>>, focus: Range<usize>) -> (Rc<Words<'_>>, Range<usize>) {
    let text = words.text();
    let rest = text.trim_start_matches(['|', ' ']);
    let cut = text.len() - rest.len();
    let rest = rest.trim_end_matches([',', ';', ' ']);
    if rest == text {
        return (words, focus);
    }
    let at = |byte: usize| byte.saturating_sub(cut).min(rest.len());
    let focus = at(focus.start)..at(focus.end);
    (Words::new(rest, words.language()).into(), focus)
}

/// The sentence behind "However," and its like, which a quote out of its place leaves hanging.
fn without_connective(
    words: Rc<Words<'_>>,
    focus: Range<usize>,
) -> (Rc<Words<'_>>, Range<usize>, bool) {
    let found = words.find(&CONNECTIVES).filter(|found| found.start == 0);
    let rest = found
        .filter(|found| words.before(found.end).starts_with(','))
        .map(|found| words.bytes(found.end..words.len()).start)
        .filter(|start| *start > 0 && (focus.is_empty() || *start <= focus.start));
    match rest {
        Some(start) => {
            let focus = focus.start.saturating_sub(start)..focus.end.saturating_sub(start);
            let rest = words.text().get(start..).unwrap_or("");
            (Words::new(rest, words.language()).into(), focus, true)
        }
        None => (words, focus, false),
    }
}
