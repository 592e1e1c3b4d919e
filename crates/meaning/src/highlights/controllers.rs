//! A new controller: whom the reader deals with, in law.

use super::{
    ground::{Candidate, Ground},
    ranking,
    wording::{TERM, with_list},
};
use crate::{
    facts::{Controller, controllers, names_company},
    words::text::Text,
};
use model::{BlockId, ChangeId, Topic};

/// A company that is named as controller now and was not named at all before.
pub(super) fn candidates(ground: &Ground<'_, '_>) -> Option<Candidate> {
    let (old, new) = (controllers(ground.old), controllers(ground.new));
    let came = only_here(&new, ground.old);
    let gone = only_here(&old, ground.new);
    if came.is_empty() {
        return None;
    }
    let mut changes = changes(ground, &ground.of_new, &came);
    if changes.is_empty() {
        return None;
    }
    changes.extend(self::changes(ground, &ground.of_old, &gone));
    changes.dedup();
    let names = |of: &[&Controller]| -> Vec<String> { of.iter().map(|c| c.name.clone()).collect() };
    let say = ground.headlines;
    let headline = match names(&gone).join(", ") {
        // Many that were named before leave no room for who is named now.
        before if before.is_empty() || before.chars().count() > TERM => {
            with_list(&|l| say.controller_named(l), &names(&came))
        }
        before => with_list(&|l| say.controller_changed(l, &before), &names(&came)),
    };
    Some(Candidate {
        importance: ranking::CONTROLLER,
        highlight: ground.highlight(headline, Topic::Contact, changes, Vec::new()),
    })
}

/// The controllers that the other version does not name.
fn only_here<'c>(named: &'c [Controller], other: &Text<'_>) -> Vec<&'c Controller> {
    let here = named.iter().filter(|c| !names_company(other, &c.name));
    here.collect()
}

/// The changes that carry these names.
fn changes(
    ground: &Ground<'_, '_>,
    map: &[Option<ChangeId>],
    named: &[&Controller],
) -> Vec<ChangeId> {
    let change = |block: BlockId| map.get(block.index()).copied().flatten();
    let carried = named.iter().filter_map(|c| change(c.block));
    carried.filter(|c| !ground.is_same_text(*c)).collect()
}
