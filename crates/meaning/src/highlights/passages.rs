//! Headlines that quote what was reworded, added or removed.
//!
//! One headline a section: ten highlights then cover most of a rewrite, and the reader sees
//! where to look. It says how many changes it stands for; [`super::quotes`] chooses the quote.

use std::collections::BTreeMap;

use super::{
    cut::cut,
    edits::{Edit, edits, spread},
    examples::examples,
    ground::{Candidate, Ground},
    modality::{self, Shift},
    quotes::{quoted, takes_back},
    ranking::{self, weigh},
    spots::{Place, Spot, place, spot},
    stock::{Side, is_said},
    turns::is_trivial,
    wording::{TERM, with_quote},
};
use crate::{
    languages::changes::CONDITIONS,
    words::{Dictionary, Words, text::Text},
};
use model::{BlockId, Change, ChangeId, ChangeKind, Term, Topic, Weight};
use text::sorting::sort_by_key;

pub(super) fn candidates(ground: &Ground<'_, '_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let changes = ground.comparison.changes.iter().enumerate();
    let changes = changes.filter(|(_, change)| has_other_words(change));
    let spreads: Vec<_> = changes.map(|(at, c)| (at, c, spread(c))).collect();
    let mut by_place: BTreeMap<Place, Group<'_>> = BTreeMap::new();
    for (position, change, spread) in &spreads {
        let id = ChangeId::at(*position);
        let language = language(ground, change);
        let edits = edits(spread, language, |text| {
            ground.cutter.look_up(text, language)
        });
        // What came back is told as that.
        let is_back = ground.returned.iter().any(|r| r.change == id);
        let is_quoted = change.weight == Weight::Substantive && !is_back;
        let place = place(ground, change).filter(|_| is_quoted);
        for edit in edits.into_iter().filter(is_no_term) {
            if stands_elsewhere(ground, &edit) || is_trivial(&edit) {
                if let Some(place) = place {
                    by_place.entry(place).or_default().restated.push(id);
                }
                continue;
            }
            // What has a headline of its own is not quoted for its section again.
            if let Some(own) = shift(ground, id, &edit).or_else(|| examples(ground, id, &edit)) {
                found.push(own);
            } else if let Some(place) = place {
                let group = by_place.entry(place).or_default();
                group.spots.push(spot(id, edit));
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
fn language<'d>(ground: &Ground<'_, 'd>, change: &Change) -> Dictionary<'d> {
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

/// What changed in a section.
#[derive(Default)]
struct Group<'v> {
    /// What may be quoted for it.
    spots: Vec<Spot<'v>>,
    /// Changes in which a sentence only went elsewhere, or is the same in other words: the
    /// headline stands for them too, but none of them is called new or gone.
    restated: Vec<ChangeId>,
}

/// Not only phrases replaced throughout.
fn is_no_term(edit: &Edit<'_>) -> bool {
    !edit.pieces.iter().all(|p| p.is_term)
}

/// True for a new or removed sentence that the other version has too, or whose statements it
/// makes in other words: rights that it grants, a denial of sale.
fn stands_elsewhere(ground: &Ground<'_, '_>, edit: &Edit<'_>) -> bool {
    let (side, reading) = match (edit.is_added(), edit.is_removed()) {
        (true, _) => (Side::Old, ground.old_reading),
        (_, true) => (Side::New, ground.new_reading),
        _ => return false,
    };
    is_said(reading, edit.sentence()) || ground.stock.holds(side, edit.sentence())
}

/// One headline for all that changed in a section, with the quote that tells most of it.
fn section(ground: &Ground<'_, '_>, place: Place, group: &Group<'_>) -> Option<Candidate> {
    let spots = &group.spots;
    let mut changes: Vec<_> = spots.iter().map(|p| p.change).collect();
    changes.dedup();
    let count = changes.len();
    changes.extend(&group.restated);
    changes.sort_unstable();
    changes.dedup();
    let most = spots.iter().map(|p| p.score).max()?;
    let candidates = spots.iter().map(|s| (s, quoted(ground, place, s, count)));
    // Of equals the first in reading order.
    let (best, quoted) = candidates.rev().max_by_key(|(_, quoted)| quoted.told)?;
    // A mere label, of a link or a row, is no news.
    if !quoted.says {
        return None;
    }
    let importance = ranking::section(most, changes.len(), takes_back(best));
    let topic = ground.topic(best.change, best.edit.sentence());
    // What is quoted comes first.
    sort_by_key(&mut changes, |change| *change != best.change);
    Some(Candidate {
        importance,
        highlight: ground.highlight(quoted.headline, topic, changes, Vec::new()),
    })
}

/// A headline for a shift of modality, negation or condition.
fn shift(ground: &Ground<'_, '_>, change: ChangeId, edit: &Edit<'_>) -> Option<Candidate> {
    let Shift {
        old,
        new,
        quote,
        focus,
    } = modality::shift(edit)?;
    let say = ground.headlines;
    let (shown_old, shown_new) = (cut(&old, TERM), cut(&new, TERM));
    let write = |q: &str| match (shown_old.as_str(), shown_new.as_str()) {
        ("", new) => say.word_added(new, q),
        (old, "") => say.word_removed(old, q),
        (old, new) => say.word_replaced(new, old, q),
    };
    let headline = with_quote(&write, quote.text(), focus, edit.language);
    let topic = ground.topic(change, quote);
    let is_condition = |text: &str| Words::new(text, edit.language).has(&CONDITIONS);
    let is_condition = is_condition(&old) || is_condition(&new);
    Some(Candidate {
        importance: ranking::shift(is_condition, weigh(quote)),
        highlight: ground.highlight(headline, topic, vec![change], Vec::new()),
    })
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
        let ids = changes.map(|(i, _)| ChangeId::at(i));
        let changes = ids.collect();
        let (old, new) = (cut(&term.old, TERM), cut(&term.new, TERM));
        let (say, count) = (ground.headlines, term.count.to_string());
        let headline = if is_own_name(ground, term) {
            say.term_name(&old, &new, &count)
        } else if says(ground.new, &term.old) {
            say.term_often(&new, &old, &count)
        } else {
            say.term(&new, &old, &count)
        };
        Candidate {
            importance: ranking::TERM_REPLACED,
            highlight: ground.highlight(headline, Topic::Other, changes, Vec::new()),
        }
    });
    found.collect()
}

/// Whether a term that was replaced is what the organisation calls itself: written with a capital
/// letter everywhere, in the title too.
fn is_own_name(ground: &Ground<'_, '_>, term: &Term) -> bool {
    let named = |text: &Text<'_>, name: &str| {
        let title = text.document.title.as_deref().unwrap_or_default();
        name.starts_with(char::is_uppercase) && holds(title, name)
    };
    named(ground.old, &term.old) && named(ground.new, &term.new)
}

/// Whether a document still says a phrase.
fn says(text: &Text<'_>, phrase: &str) -> bool {
    let phrase = document::normalise(phrase);
    let mut blocks = text.document.blocks.iter();
    blocks.any(|block| holds(&block.normal, &phrase))
}

/// Whether a text holds a phrase as whole words.
fn holds(text: &str, phrase: &str) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(phrase).any(|(at, _)| {
        let behind = text.get(at + phrase.len()..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        !inside(before.chars().next_back()) && !inside(behind.chars().next())
    })
}
