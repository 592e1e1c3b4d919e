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
    told_once(ground, highlights.map(wording::fitted))
}

/// Equal headlines as one, with the number of places where there is room for it: a page that holds a
/// text three times loses it three times.
fn told_once(
    ground: &Ground<'_, '_>,
    highlights: impl Iterator<Item = Highlight>,
) -> Vec<Highlight> {
    let mut told: Vec<(Highlight, usize)> = Vec::new();
    for highlight in highlights {
        match told
            .iter_mut()
            .find(|(t, _)| t.headline == highlight.headline)
        {
            Some((same, count)) => {
                *count += 1;
                same.changes.extend(highlight.changes);
                same.facts.extend(highlight.facts);
            }
            None => told.push((highlight, 1)),
        }
    }
    let counted = |(mut highlight, count): (Highlight, usize)| {
        if count > 1 {
            let count = count.to_string();
            let repeated = ground.headlines.repeated(&highlight.headline, &count);
            if wording::fits(&repeated) {
                highlight.headline = repeated;
            }
        }
        highlight
    };
    told.into_iter().map(counted).collect()
}
