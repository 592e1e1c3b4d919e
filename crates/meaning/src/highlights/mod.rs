//! The changes worth telling first, each in one sentence that rests on what it names.
//!
//! Two sources: typed facts, which can be stated ("Data is kept 38 months"), and reworded,
//! new or missing sentences, which are quoted. Facts come first because they need no reading
//! between the lines; quotes are ranked by what they speak of.

mod controllers;
mod cut;
mod edits;
mod endings;
mod examples;
mod frames;
mod ground;
mod groups;
mod items;
mod modality;
mod parts;
mod passages;
mod periods;
mod quotes;
mod ranking;
mod signals;
mod spots;
mod statements;
mod stock;
mod turns;
mod wording;

use model::Highlight;
use text::sorting::sort_by_key;

pub(super) use ground::{Ground, change_of_block};
pub(super) use stock::Stock;

/// Most important first.
pub(super) fn highlights(ground: &Ground<'_, '_>) -> Vec<Highlight> {
    let mut candidates = statements::candidates(ground);
    candidates.extend(passages::candidates(ground));
    candidates.extend(passages::terms(ground));
    candidates.extend(controllers::candidates(ground));
    candidates.extend(signals::candidates(ground));
    // A stable sort: equals stay in the order of the new text.
    sort_by_key(&mut candidates, |c| u32::MAX - c.importance);
    let highlights = candidates.into_iter().map(|c| c.highlight);
    highlights.map(wording::fitted).collect()
}
