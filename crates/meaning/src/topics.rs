//! What a block is about.
//!
//! Cue phrases vote; the heading votes too, as authors say there what a section is for. A
//! classifier learnt from an annotated corpus was rejected: its weights would be the largest
//! part of the download, and nobody could say why it decided as it did.

use crate::{
    cue::phrases::Cues,
    languages::topics::{WEIGHT_1, WEIGHT_2, WEIGHT_3, WEIGHT_4, WEIGHT_6},
    words::{
        Words,
        text::{Passage, Text},
    },
};
use model::Topic;

/// Votes a block needs to be about a topic: one phrase of its own that mostly means it (twice 2),
/// or a heading that says it outright (once 3). A phrase that only leans (twice 1) is too little.
const ENOUGH: u32 = 3;

/// The tables of phrases by topic, and what a phrase of each counts: 6 and 4 for the very name of a
/// topic, 3 where it says it outright, 2 where it mostly means it, 1 where it only leans.
const TABLES: [(&Cues, u32); 5] = [
    (&WEIGHT_6, 6),
    (&WEIGHT_4, 4),
    (&WEIGHT_3, 3),
    (&WEIGHT_2, 2),
    (&WEIGHT_1, 1),
];

/// Topics of every block, by block position.
pub(super) fn read(text: &Text<'_>) -> Vec<Vec<Topic>> {
    text.passages.iter().map(topics).collect()
}

fn topics(passage: &Passage<'_>) -> Vec<Topic> {
    let mut votes = [0_u32; Topic::ALL.len()];
    for sentence in &passage.sentences {
        vote(&sentence.words, 2, &mut votes);
    }
    // Halved: a heading counts for every block under it, so it must not drown their own words.
    vote(&passage.heading, 1, &mut votes);
    rank(&votes)
}

/// The topic of a single passage of text, if one fits.
pub(super) fn topic_of(words: &Words<'_>) -> Option<Topic> {
    let mut votes = [0; Topic::ALL.len()];
    vote(words, 2, &mut votes);
    rank(&votes).first().copied()
}

fn vote(words: &Words<'_>, factor: u32, votes: &mut [u32; Topic::ALL.len()]) {
    for (table, weight) in TABLES {
        let topics = table.find_all(words);
        for topic in topics.filter_map(|(key, _)| Topic::from_key(key)) {
            votes[topic as usize] += weight * factor;
        }
    }
}

/// Topics with enough votes and at least half of the winner's, most votes first.
fn rank(votes: &[u32; Topic::ALL.len()]) -> Vec<Topic> {
    let best = votes.iter().copied().max().unwrap_or(0);
    let fits = |v: u32| v >= ENOUGH && v * 2 >= best;
    let mut ranked: Vec<_> = Topic::ALL
        .iter()
        .map(|t| (votes[*t as usize], *t))
        .collect();
    ranked.retain(|(v, _)| fits(*v));
    ranked.sort_by_key(|(v, t)| (u32::MAX - v, *t));
    ranked.into_iter().map(|(_, t)| t).collect()
}
