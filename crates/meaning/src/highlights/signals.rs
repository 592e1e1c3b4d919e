//! What an attentive reader checks about the change itself: does the printed date tell of it,
//! and did what looks changed only move?

use super::{
    cut::cut,
    ground::{Candidate, Ground},
    ranking::{DATE_KEPT, MOVED, ONLY_THE_DATE, PART_DATED, RETURNED, weigh},
    wording::{TERM, with_list, with_text},
};
use crate::words::Words;
use model::{
    ChangeId, ChangeKind, Date, DateMention, DateRole, Document, Fact, FactKind, FactStatus,
    Returned, Statement, Topic, Weight,
};
use std::collections::BTreeSet;
use text::sorting::{set, sort_by_key};

pub(super) fn candidates(ground: &Ground<'_, '_>) -> Vec<Candidate> {
    let signals = [
        only_the_date(ground),
        date_kept(ground),
        part_dated(ground),
        returned(ground),
        moved(ground),
    ];
    signals.into_iter().flatten().collect()
}

/// Passages that are back to the words of an earlier version: quoted is the one that matters
/// most, its change shows what stood there in between.
fn returned(ground: &Ground<'_, '_>) -> Option<Candidate> {
    let passage = |r: &Returned| ground.new.passages.get(r.block.index());
    let weight =
        |r: &&Returned| passage(r).map_or(0, |p| weigh(&Words::new(&p.block.text, p.language)));
    let all = ground.returned.iter();
    let first = all.rev().max_by_key(weight)?;
    let text = passage(first)?.block.text.as_str();
    let mut changes: Vec<_> = ground.returned.iter().map(|r| r.change).collect();
    sort_by_key(&mut changes, |change| (*change != first.change, *change));
    changes.dedup();
    let count = ground.returned.len();
    let (say, version) = (ground.headlines, cut(&first.earlier, TERM));
    let write = |q: &str| match count {
        1 => say.returned(&version, q),
        _ => say.returned_more(&version, q, &count.to_string()),
    };
    let headline = with_text(&write, text);
    Some(Candidate {
        importance: RETURNED,
        highlight: ground.highlight(headline, Topic::PolicyChange, changes, Vec::new()),
    })
}

/// The printed date moved and nothing else did.
fn only_the_date(ground: &Ground<'_, '_>) -> Option<Candidate> {
    let changed: Vec<_> = changed(ground).collect();
    let dates_only = changed.iter().all(|(_, weight)| *weight == Weight::Date);
    let position = date_fact(ground, FactStatus::Changed)?;
    let new = ground.facts.get(position)?.new?;
    let date = date(ground.new_reading.facts.get(new)?)?;
    dates_only.then(|| Candidate {
        importance: ONLY_THE_DATE,
        highlight: ground.highlight(
            ground.headlines.date_only(&date),
            Topic::PolicyChange,
            changed.iter().map(|(id, _)| *id).collect(),
            vec![position],
        ),
    })
}

/// The text changed in substance and the printed date did not.
fn date_kept(ground: &Ground<'_, '_>) -> Option<Candidate> {
    let position = date_fact(ground, FactStatus::Kept)?;
    if has_other_date(ground) {
        return None;
    }
    let new = ground.facts.get(position)?.new?;
    let date = date(ground.new_reading.facts.get(new)?)?;
    let mut weights = changed(ground).map(|(_, weight)| weight);
    weights
        .any(|weight| weight == Weight::Substantive)
        .then(|| Candidate {
            importance: DATE_KEPT,
            highlight: ground.highlight(
                ground.headlines.date_kept(&date),
                Topic::PolicyChange,
                Vec::new(),
                vec![position],
            ),
        })
}

/// Whether the new version gives itself, or a text in the same file, a day that the old one does not.
fn has_other_date(ground: &Ground<'_, '_>) -> bool {
    let days = |document: &Document| -> BTreeSet<Date> {
        let own = document
            .dates
            .iter()
            .filter(|m| m.role != DateRole::Archived);
        set(own.map(|mention| mention.date))
    };
    let old = days(ground.old.document);
    days(ground.new.document)
        .iter()
        .any(|day| !old.contains(day))
}

/// Another text in the same file has a new date: a notice for one country.
fn part_dated(ground: &Ground<'_, '_>) -> Option<Candidate> {
    let (old, new) = (ground.old.document, ground.new.document);
    let mut others = new
        .dates
        .iter()
        .filter(|m| Some(m.date) != new.effective_date);
    others.find_map(|mention| {
        let change = ground.change_of(&mention.evidence, true)?;
        let blocks = &ground.comparison.changes.get(change.index())?.old;
        let stood_there = |m: &&DateMention| m.evidence.block.is_some_and(|b| blocks.contains(&b));
        let before = old.dates.iter().find(stood_there)?;
        let section = new.block(mention.evidence.block?).section;
        let heading = cut(&new.section(section).heading, TERM);
        let is_told = before.date != mention.date && mention.role == before.role;
        (is_told && !heading.is_empty()).then(|| Candidate {
            importance: PART_DATED,
            highlight: ground.highlight(
                ground.headlines.part_date_changed(
                    &heading,
                    &mention.date.to_string(),
                    &before.date.to_string(),
                ),
                Topic::PolicyChange,
                vec![change],
                Vec::new(),
            ),
        })
    })
}

/// Sections that stand elsewhere now and say the same.
fn moved(ground: &Ground<'_, '_>) -> Option<Candidate> {
    let links = ground.comparison.sections.links.iter();
    let sections = links
        .filter(|l| l.moved && !l.edited)
        .filter_map(|l| ground.new.document.sections.get(l.new.index()))
        .filter(|s| !s.heading.is_empty() && !s.blocks.is_empty());
    let sections: Vec<_> = sections.collect();
    let headings: Vec<String> = sections.iter().map(|s| s.heading.clone()).collect();
    let mut changes: Vec<ChangeId> = sections
        .iter()
        .flat_map(|s| s.block_ids())
        .filter_map(|b| ground.of_new.get(b.index()).copied().flatten())
        .collect();
    changes.dedup();
    let headline = with_list(&|l| ground.headlines.section_moved(l), &headings);
    (!headings.is_empty()).then(|| Candidate {
        importance: MOVED,
        highlight: ground.highlight(headline, Topic::Other, changes, Vec::new()),
    })
}

/// The changes whose words differ, with their weights.
fn changed<'g>(ground: &'g Ground<'_, '_>) -> impl Iterator<Item = (ChangeId, Weight)> + 'g {
    let changes = ground.comparison.changes.iter().enumerate();
    let changes = changes.filter(|(_, c)| {
        !matches!(
            c.kind,
            ChangeKind::Unchanged | ChangeKind::Moved | ChangeKind::Reformatted
        )
    });
    changes.map(|(i, c)| (ChangeId::at(i), c.weight))
}

/// The day that a fact states.
fn date(fact: &Fact) -> Option<String> {
    match fact.statement {
        Statement::EffectiveDate { date } => Some(date.to_string()),
        _ => None,
    }
}

fn date_fact(ground: &Ground<'_, '_>, status: FactStatus) -> Option<usize> {
    ground
        .facts
        .iter()
        .position(|f| f.kind == FactKind::EffectiveDate && f.change == status)
}
