//! Finds which section and which block of the old version became which of the new one, and which
//! words changed inside them.

mod blocks;
mod changes;
pub mod history;
mod limits;
mod mirror;
mod passages;
mod redline;
mod sections;

pub use changes::weights::link_targets;

use blocks::datelines::Datelines;
use blocks::matching::{Group, Matching, Side};
use model::{Comparison, Document, Limit, Sections};
use passages::texts::Texts;

/// Compares two versions. Swapping them mirrors the result.
///
/// Work is limited by counting it, never by a clock, so the result is the same on every machine.
/// If a limit made the result coarser, [`Comparison::problems`] says so.
#[must_use]
pub fn compare(old: &Document, new: &Document) -> Comparison {
    let (groups, sections, mut problems) = if in_canonical_order(old, new) {
        correspondence(old, new)
    } else {
        let (groups, sections, problems) = correspondence(new, old);
        (
            groups.into_iter().map(Group::mirrored).collect(),
            mirror::sections(sections),
            problems,
        )
    };
    let mut changes = changes::list(old, new, &groups);
    if changes.iter().any(redline::is_coarse) {
        problems.push(Limit::Words);
    }
    let renumbered = changes::numbering::Renumbered::new(old, new, &sections, &groups);
    changes
        .iter_mut()
        .for_each(|change| renumbered.fold(change));
    let terms = changes::terms::find(old, &mut changes);
    let dates = (Datelines::of(old), Datelines::of(new));
    for change in &mut changes {
        change.weight = changes::weights::weigh(&dates.0, &dates.1, change);
    }
    changes::addresses::assign(&mut changes);
    let totals = changes::totals::count(old, new, &changes);
    Comparison {
        sections,
        changes,
        terms,
        totals,
        problems,
    }
}

/// Whether the text of `old` sorts before that of `new`, or equals it.
///
/// Matching breaks ties by position, so its result would depend on which version is called old. It
/// is therefore always run in the order of the two texts.
fn in_canonical_order<'a>(old: &'a Document, new: &'a Document) -> bool {
    let texts = |d: &'a Document| d.blocks.iter().map(|b| b.normal.as_str());
    texts(old).le(texts(new))
}

/// Matches blocks, then sections; returns both with the limits that were reached.
fn correspondence(old: &Document, new: &Document) -> (Vec<Group>, Sections, Vec<Limit>) {
    let texts = Texts::new(old, new);
    let space = &texts.space;
    let (old, new) = Side::both(old, new, &texts);
    let mut matching = Matching::new(old.len(), new.len());
    blocks::anchors::join_equal(&old, &new, &mut matching);
    blocks::candidates::join_similar(&old, &new, space, &mut matching);
    blocks::gaps::join_between(&old, &new, space, &mut matching);
    blocks::counterparts::join_datelines(&old, &new, &mut matching);
    let mut groups = blocks::regroup::groups(&old, &new, space, &matching);
    let flow = sections::flow::measure(&old, &new, &groups);
    let sections = sections::links::link(&old, &new, &flow);
    let is_coarse = blocks::counterparts::join_evidence(&old, &new, &sections, &mut groups);
    blocks::moves::mark(&old, &new, &sections, &mut groups);
    let problems = (matching.is_coarse || is_coarse).then_some(Limit::Passages);
    (groups, sections, problems.into_iter().collect())
}
