//! Headlines that quote what was reworded, added or removed.
//!
//! One headline a section: ten highlights then cover most of a rewrite, and the reader sees
//! where to look. It quotes the sentence that matters most there.

use std::{collections::BTreeMap, ops::Range};

use super::{
    Candidate, Ground,
    edits::{Edit, Piece, edits},
    examples::examples,
    modality::{self, Shift},
    stock::Stock,
    wording::{LOCALE, cut, with_quote},
};
use crate::{
    compare::{Change, ChangeId, ChangeKind, Op, Weight},
    document::{BlockId, Document, SectionId},
    meaning::{
        facts::{denies_sale, rights_named},
        languages::{
            Language,
            changes::{CONDITIONS, MATTERS},
        },
        model::{FactKind, Highlight, Topic},
        text::Text,
        topics::topic_of,
        words::Words,
    },
};

/// A changed passage with the edit that matters most in it.
struct Spot<'v> {
    change: ChangeId,
    edit: Edit<'v>,
    piece: Piece,
    score: u32,
}

/// The section where a reader looks for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    New(SectionId),
    /// A section of the old version that has no successor.
    Gone(SectionId),
}

pub(super) fn candidates(ground: &Ground<'_, '_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut by_place: BTreeMap<Place, Vec<Spot<'_>>> = BTreeMap::new();
    let old = Stock::new(ground.old);
    let new = Stock::new(ground.new);
    for (position, change) in ground.comparison.changes.iter().enumerate() {
        let id = ChangeId(u32::try_from(position).unwrap_or(u32::MAX));
        if !has_other_words(change) {
            continue;
        }
        let edits: Vec<_> = edits(change, language(ground, change))
            .into_iter()
            .filter(|e| is_real(e, &old, &new) && !is_restated(ground, e))
            .collect();
        found.extend(edits.iter().filter_map(|e| shift(ground, id, e)));
        found.extend(edits.iter().filter_map(|e| examples(ground, id, e)));
        if change.weight == Weight::Substantive
            && let Some(place) = place(ground, change)
        {
            let best = edits.into_iter().map(|e| spot(id, e));
            if let Some(best) = best.max_by_key(|p| p.score) {
                by_place.entry(place).or_default().push(best);
            }
        }
    }
    found.extend(
        by_place
            .into_iter()
            .filter_map(|(place, group)| section(ground, place, group)),
    );
    found
}

/// The language of a change: that of its new passage, or of the old one if that is all.
fn language<'d>(ground: &Ground<'_, 'd>, change: &Change) -> Language<'d> {
    let of = |text: &Text<'d>, blocks: &[BlockId]| {
        let passage = blocks.first().and_then(|b| text.passages.get(b.index()));
        passage.map(|p| p.language)
    };
    of(ground.new, &change.new)
        .or_else(|| of(ground.old, &change.old))
        .unwrap_or(ground.new.language)
}

fn has_other_words(change: &Change) -> bool {
    let same = matches!(
        change.kind,
        ChangeKind::Unchanged | ChangeKind::Moved | ChangeKind::Reformatted
    );
    !same && matches!(change.weight, Weight::Substantive | Weight::Wording)
}

/// Not a phrase replaced throughout, and not a sentence that only went elsewhere.
fn is_real(edit: &Edit<'_>, old: &Stock<'_, '_>, new: &Stock<'_, '_>) -> bool {
    if edit.pieces.iter().all(|p| p.is_term) {
        return false;
    }
    match (edit.old.is_empty(), edit.new.is_empty()) {
        (true, _) => !old.has_like(&edit.new),
        (_, true) => !new.has_like(&edit.old),
        _ => true,
    }
}

/// True for a removed sentence whose statements the new version still makes elsewhere: rights
/// that it still grants, a denial of sale that it still gives.
fn is_restated(ground: &Ground<'_, '_>, edit: &Edit<'_>) -> bool {
    if !edit.new.is_empty() {
        return false;
    }
    let words = Words::new(&edit.old, edit.language);
    let still = |kind: FactKind, value: &str| {
        ground
            .new_reading
            .facts
            .iter()
            .any(|f| f.kind == kind && f.value == value)
    };
    let rights = rights_named(&words);
    let grants = !rights.is_empty() && rights.iter().all(|r| still(FactKind::Right, r.key()));
    grants || (denies_sale(&words) && still(FactKind::Sale, "says-no"))
}

fn spot(change: ChangeId, edit: Edit<'_>) -> Spot<'_> {
    let sentence = weigh(edit.text(), edit.language);
    let pieces = edit.pieces.iter().map(|p| {
        let changed = [p.deleted.as_str(), " ", p.inserted.as_str()].concat();
        (
            weigh(&changed, edit.language),
            changed.split_whitespace().count(),
            p,
        )
    });
    let pieces: Vec<_> = pieces.collect();
    let words: usize = pieces.iter().map(|(_, count, _)| count).sum();
    let changed: u32 = pieces.iter().map(|(weight, _, _)| weight).sum();
    let best = pieces
        .iter()
        .max_by_key(|(weight, count, _)| (*weight, *count));
    let piece = best.map(|(_, _, p)| (*p).clone()).unwrap_or_default();
    // What changed counts in full, what stands around it by a third; length counts by its
    // logarithm, so that long boilerplate does not outrank a short clause that matters.
    let score = changed * 3 + sentence + 2 * (words + 1).ilog2().min(6);
    Spot {
        change,
        edit,
        piece,
        score,
    }
}

pub(super) fn weigh(text: &str, language: Language<'_>) -> u32 {
    let found = MATTERS.find_all(&Words::new(text, language));
    let weights = found.iter().map(|(weight, _)| weight.parse::<u32>());
    weights.filter_map(Result::ok).sum()
}

/// Where a change is shown: its new section, or the successor of its old one.
fn place(ground: &Ground<'_, '_>, change: &Change) -> Option<Place> {
    if let Some(block) = change.new.first() {
        return ground
            .new
            .document
            .blocks
            .get(block.index())
            .map(|b| Place::New(b.section));
    }
    let block = change
        .old
        .first()
        .and_then(|b| ground.old.document.blocks.get(b.index()))?;
    let links = ground
        .comparison
        .sections
        .links
        .iter()
        .filter(|l| l.old == block.section);
    let successor = links
        .max_by(|a, b| a.share_old.total_cmp(&b.share_old))
        .map(|l| l.new);
    Some(successor.map_or(Place::Gone(block.section), Place::New))
}

/// The lowest importance of a quoted passage: below every stated fact but the date.
const QUOTED: u32 = 20;

/// The highest: below the contact for requests and periods, which a reader acts on.
const QUOTED_AT_MOST: u32 = 93;

fn section(ground: &Ground<'_, '_>, place: Place, group: Vec<Spot<'_>>) -> Option<Candidate> {
    let mut changes: Vec<_> = group.iter().map(|p| p.change).collect();
    changes.dedup();
    let best = group.into_iter().max_by_key(|p| p.score)?;
    let importance = (QUOTED + best.score + changes.len().ilog2()).min(QUOTED_AT_MOST);
    let headline = headline(ground, place, &best, changes.len());
    let topic = topic(ground, best.change, best.edit.text(), best.edit.language);
    let highlight = Highlight {
        headline,
        topic,
        changes,
        facts: Vec::new(),
    };
    Some(Candidate {
        importance,
        highlight,
    })
}

pub(super) fn topic(
    ground: &Ground<'_, '_>,
    change: ChangeId,
    sentence: &str,
    language: Language<'_>,
) -> Topic {
    let of_change = ground
        .topics
        .get(change.index())
        .and_then(|t| t.first())
        .copied();
    topic_of(&Words::new(sentence, language))
        .or(of_change)
        .unwrap_or(Topic::Other)
}

fn heading(document: &Document, section: SectionId) -> String {
    // Room for the quote: a heading of more than a third of the line is shortened.
    document
        .sections
        .get(section.index())
        .map_or(String::new(), |s| cut(&s.heading, 45))
}

fn headline(ground: &Ground<'_, '_>, place: Place, best: &Spot<'_>, count: usize) -> String {
    let sections = &ground.comparison.sections;
    let Spot { edit, piece, .. } = best;
    match place {
        Place::Gone(id) => {
            let heading = heading(ground.old.document, id);
            let is_gone = sections.removed.contains(&id) && !heading.is_empty();
            let quote = &edit.old;
            if is_gone {
                return with_quote(
                    |q| LOCALE.headline_section_removed(&heading, q),
                    quote,
                    0..0,
                );
            }
            quoted(Manner::Removed, &heading, quote, 0..0, count)
        }
        Place::New(id) => {
            let heading = heading(ground.new.document, id);
            if sections.added.contains(&id) && edit.old.is_empty() && !heading.is_empty() {
                let write = |q: &str| LOCALE.headline_section_added(&heading, q);
                return with_quote(write, &edit.new, 0..0);
            }
            let (manner, quote, focus) = manner(edit, piece);
            quoted(manner, &heading, quote, focus, count)
        }
    }
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

#[derive(Clone, Copy)]
enum Manner {
    Added,
    Removed,
    Reworded,
}

/// How the most important piece changed, what to quote for it, and around which part.
fn manner<'e>(edit: &'e Edit<'_>, piece: &'e Piece) -> (Manner, &'e str, Range<usize>) {
    if edit.old.is_empty() {
        return (Manner::Added, &edit.new, 0..0);
    }
    if edit.new.is_empty() {
        return (Manner::Removed, &edit.old, 0..0);
    }
    // A few words taken out say nothing without their sentence.
    let words = |t: &str| t.split_whitespace().count();
    if words(&piece.deleted) >= 5
        && words(&piece.inserted) * 4 <= words(&piece.deleted)
        && is_clause(&edit.old, &piece.deleted)
    {
        return (Manner::Removed, &piece.deleted, 0..0);
    }
    (Manner::Reworded, &edit.new, piece.at.clone())
}

fn quoted(manner: Manner, heading: &str, quote: &str, focus: Range<usize>, count: usize) -> String {
    let more = count.saturating_sub(1).to_string();
    let write = |q: &str| match (manner, heading, count) {
        (Manner::Added, "", _) => LOCALE.headline_passage_added(q),
        (Manner::Removed, "", _) => LOCALE.headline_passage_removed(q),
        (Manner::Reworded, "", _) => LOCALE.headline_passage_reworded(q),
        (Manner::Added, h, 0 | 1) => LOCALE.headline_passage_added_under(h, q),
        (Manner::Removed, h, 0 | 1) => LOCALE.headline_passage_removed_under(h, q),
        (Manner::Reworded, h, 0 | 1) => LOCALE.headline_passage_reworded_under(h, q),
        (Manner::Added, h, _) => LOCALE.headline_passage_added_more(h, q, &more),
        (Manner::Removed, h, _) => LOCALE.headline_passage_removed_more(h, q, &more),
        (Manner::Reworded, h, _) => LOCALE.headline_passage_reworded_more(h, q, &more),
    };
    with_quote(write, quote, focus)
}

/// A headline for a shift of modality, negation or condition.
fn shift(ground: &Ground<'_, '_>, change: ChangeId, edit: &Edit<'_>) -> Option<Candidate> {
    let Shift {
        old,
        new,
        quote,
        focus,
    } = modality::shift(edit)?;
    let write = |q: &str| match (old.as_str(), new.as_str()) {
        ("", new) => LOCALE.headline_word_added(new, q),
        (old, "") => LOCALE.headline_word_removed(old, q),
        (old, new) => LOCALE.headline_word_replaced(new, old, q),
    };
    let headline = with_quote(write, quote, focus);
    let topic = topic(ground, change, quote, edit.language);
    let highlight = Highlight {
        headline,
        topic,
        changes: vec![change],
        facts: Vec::new(),
    };
    Some(Candidate {
        importance: shift_importance(&old, &new, edit.language) + weigh(quote, edit.language),
        highlight,
    })
}

/// A shift of one word turns a whole sentence, so it outranks most rewording.
const SHIFTED: u32 = 58;

/// A condition of consent decides for the reader; it comes right after the stated facts on
/// whom to ask, periods and recipients.
const CONDITION: u32 = 80;

fn shift_importance(old: &str, new: &str, language: Language<'_>) -> u32 {
    let is_condition = |t: &str| Words::new(t, language).has(&CONDITIONS);
    if is_condition(old) || is_condition(new) {
        CONDITION
    } else {
        SHIFTED
    }
}

/// Phrases replaced throughout: told last, as the sentences are otherwise the same.
pub(super) fn terms(ground: &Ground<'_, '_>) -> Vec<Candidate> {
    let terms = ground.comparison.terms.iter().enumerate();
    let found = terms.map(|(position, term)| {
        let has = |c: &Change| c.segments.iter().any(|s| s.term == Some(position));
        let changes = ground
            .comparison
            .changes
            .iter()
            .enumerate()
            .filter(|(_, c)| has(c));
        let ids = changes.map(|(i, _)| ChangeId(u32::try_from(i).unwrap_or(u32::MAX)));
        let changes = ids.collect();
        let published = |op: Op, folded: &str| published(ground, position, op, folded);
        let (old, new) = (
            published(Op::Delete, &term.old),
            published(Op::Insert, &term.new),
        );
        let headline = LOCALE.headline_term(&new, &old, &term.count.to_string());
        let highlight = Highlight {
            headline,
            topic: Topic::Other,
            changes,
            facts: Vec::new(),
        };
        Candidate {
            importance: 10,
            highlight,
        }
    });
    found.collect()
}

/// A term as the text writes it; its first place decides where writings differ.
fn published(ground: &Ground<'_, '_>, term: usize, op: Op, folded: &str) -> String {
    let segments = ground.comparison.changes.iter().flat_map(|c| &c.segments);
    let mut written = segments
        .filter(|s| s.op == op && s.term == Some(term))
        .map(|s| s.text.trim());
    let same = written.find(|w| w.to_lowercase() == folded);
    // Room for two terms and the words around them.
    cut(same.unwrap_or(folded), 40)
}
