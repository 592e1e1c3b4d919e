//! Headlines that quote what was reworded, added or removed.
//!
//! One headline a section: ten highlights then cover most of a rewrite, and the reader sees
//! where to look. It says how many changes it stands for; [`super::quotes`] chooses the quote.

use std::collections::BTreeMap;

use super::{
    Candidate, Ground,
    edits::{Edit, Piece, edits},
    examples::examples,
    modality::{self, Shift},
    quotes::quoted,
    stock::Stock,
    wording::{LOCALE, cut, with_quote},
};
use crate::{
    compare::{Change, ChangeId, ChangeKind, Op, Weight},
    document::{BlockId, SectionId},
    meaning::{
        facts::{denies_sale, rights_named},
        languages::{
            Language,
            changes::{CONDITIONS, MATTERS},
        },
        model::{FactKind, Highlight, Reading, Topic},
        text::Text,
        topics::topic_of,
        words::Words,
    },
};

/// An edit that may be quoted for its section.
pub(super) struct Spot<'v> {
    pub(super) change: ChangeId,
    pub(super) edit: Edit<'v>,
    /// The piece of it that matters most.
    pub(super) piece: Piece,
    /// How much it matters.
    pub(super) score: u32,
}

/// The section where a reader looks for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
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
        // What came back is told as that.
        let is_back = ground.returned.iter().any(|r| r.change == id);
        let is_quoted = change.weight == Weight::Substantive && !is_back;
        let place = place(ground, change).filter(|_| is_quoted);
        for edit in edits {
            // What has a headline of its own is not quoted for its section again.
            if let Some(own) = shift(ground, id, &edit).or_else(|| examples(ground, id, &edit)) {
                found.push(own);
            } else if let Some(place) = place {
                by_place.entry(place).or_default().push(spot(id, edit));
            }
        }
    }
    found.extend(
        by_place
            .into_iter()
            .filter_map(|(place, group)| section(ground, place, &group)),
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
    edit.new.is_empty() && is_said(ground.new_reading, &edit.old, edit.language)
}

/// True where the document makes the same statements as this sentence: all rights that it names,
/// or its denial of sale.
pub(super) fn is_said(reading: &Reading, sentence: &str, language: Language<'_>) -> bool {
    let words = Words::new(sentence, language);
    let facts = &reading.facts;
    let still = |kind, value: &str| facts.iter().any(|f| f.kind == kind && f.value == value);
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

/// One headline for all that changed in a section, with the quote that tells most of it.
fn section(ground: &Ground<'_, '_>, place: Place, group: &[Spot<'_>]) -> Option<Candidate> {
    let mut changes: Vec<_> = group.iter().map(|p| p.change).collect();
    changes.dedup();
    let most = group.iter().map(|p| p.score).max()?;
    let importance = (QUOTED + most + changes.len().ilog2()).min(QUOTED_AT_MOST);
    let candidates = group
        .iter()
        .map(|s| (s, quoted(ground, place, s, changes.len())));
    // Of equals the first in reading order.
    let (best, quoted) = candidates.rev().max_by_key(|(_, quoted)| quoted.told)?;
    let topic = topic(ground, best.change, best.edit.text(), best.edit.language);
    // What is quoted comes first.
    changes.sort_by_key(|change| *change != best.change);
    let highlight = Highlight {
        headline: quoted.headline,
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
