//! Second step: blocks that share much of their wording, at any position.
//!
//! Candidates come from an index; each small group of competing candidates is then matched
//! optimally.

use std::collections::{BTreeMap, BTreeSet};

use pathfinding::{kuhn_munkres::kuhn_munkres, matrix::Matrix};

use crate::{
    blocks::matching::{Matching, Side},
    limits::OPTIMAL_ASSIGNMENT,
    passages::{index::Index, profile::Space},
};

/// Lowest similarity at which two blocks are the same passage even if they are far apart (the
/// threshold for moved paragraphs in wikidiff2).
const ANYWHERE: f32 = 0.4;
/// Number of candidates that are scored in full for each block.
const PARTNERS: usize = 8;
/// Bonus for the same heading, and below for the same relative position: enough to break ties
/// between equally similar blocks, too little to match unrelated ones.
const SAME_HEADING: f32 = 0.05;
const SAME_PLACE: f32 = 0.02;

#[derive(Clone, Copy, Debug)]
struct Edge {
    old: usize,
    new: usize,
    score: f32,
}

/// Matches free blocks that are similar enough. Sets `matching.is_coarse` if a group of competing
/// blocks was too large for an optimal assignment.
pub(crate) fn join_similar(old: &Side<'_>, new: &Side<'_>, space: &Space, matching: &mut Matching) {
    let edges = edges(old, new, space, matching);
    for group in components(edges) {
        let olds = positions(group.iter().map(|e| e.old));
        let news = positions(group.iter().map(|e| e.new));
        let many = olds.len().max(news.len()) > OPTIMAL_ASSIGNMENT;
        matching.is_coarse |= many;
        let pairs = if many {
            greedy(&group)
        } else {
            assign(&group, &olds, &news)
        };
        for (a, b) in pairs {
            matching.join(a, b);
        }
    }
}

/// Returns the pairs of free blocks that are similar enough.
fn edges(old: &Side<'_>, new: &Side<'_>, space: &Space, matching: &Matching) -> Vec<Edge> {
    let index = Index::new(space, matching.free_new().map(|b| (b, new.profile(b))));
    let mut edges = Vec::new();
    for a in matching.free_old() {
        for b in index.sharing_most(old.profile(a), PARTNERS) {
            let similarity = space.similarity(old.profile(a), new.profile(b));
            if similarity >= ANYWHERE {
                let score = similarity + tie_breaker(old, new, a, b);
                edges.push(Edge {
                    old: a,
                    new: b,
                    score,
                });
            }
        }
    }
    edges
}

/// Returns the bonus for the old block `a` and the new block `b`.
fn tie_breaker(old: &Side<'_>, new: &Side<'_>, a: usize, b: usize) -> f32 {
    let heading = if old.heading(a) == new.heading(b) {
        SAME_HEADING
    } else {
        0.0
    };
    heading + SAME_PLACE * (1.0 - (old.place(a) - new.place(b)).abs())
}

/// Splits the edges into connected components: blocks that compete, directly or through others.
fn components(mut edges: Vec<Edge>) -> Vec<Vec<Edge>> {
    // Union-find; the root of an old block is the smallest old block it competes with.
    let mut root: BTreeMap<usize, usize> = edges.iter().map(|e| (e.old, e.old)).collect();
    fn find(root: &mut BTreeMap<usize, usize>, mut a: usize) -> usize {
        while let Some(&up) = root.get(&a).filter(|&&up| up != a) {
            let above = root.get(&up).copied().unwrap_or(up);
            root.insert(a, above);
            a = up;
        }
        a
    }
    let mut first_at: BTreeMap<usize, usize> = BTreeMap::new();
    for edge in &edges {
        let first = *first_at.entry(edge.new).or_insert(edge.old);
        let (x, y) = (find(&mut root, first), find(&mut root, edge.old));
        root.insert(x.max(y), x.min(y));
    }
    edges.sort_by_key(|e| (find(&mut root, e.old), e.old, e.new));
    let mut groups: Vec<(usize, Vec<Edge>)> = Vec::new();
    for edge in edges {
        let key = find(&mut root, edge.old);
        match groups.last_mut() {
            Some((last, group)) if *last == key => group.push(edge),
            _ => groups.push((key, vec![edge])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Returns the positions sorted, each once.
fn positions(all: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut all: Vec<usize> = all.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Returns the one-to-one pairs with the highest total score. `olds` and `news` are the sorted
/// positions of the blocks in `group`.
fn assign(group: &[Edge], olds: &[usize], news: &[usize]) -> Vec<(usize, usize)> {
    // The matrix needs at least as many columns as rows. One extra column of score 0 per row lets
    // any row stay without a partner.
    let mut scores = Matrix::new(olds.len(), news.len() + olds.len(), 0_i64);
    for edge in group {
        if let (Ok(row), Ok(column)) =
            (olds.binary_search(&edge.old), news.binary_search(&edge.new))
        {
            scores[(row, column)] = (edge.score * 10_000.0) as i64;
        }
    }
    let (_, columns) = kuhn_munkres(&scores);
    let mut out = Vec::new();
    for (row, column) in columns.into_iter().enumerate() {
        if column < news.len() && scores[(row, column)] > 0 {
            out.push((olds[row], news[column]));
        }
    }
    out
}

/// Pairs the blocks of a group one-to-one, highest score first.
fn greedy(group: &[Edge]) -> Vec<(usize, usize)> {
    let mut edges = group.to_vec();
    edges.sort_by(|x, y| {
        y.score
            .total_cmp(&x.score)
            .then((x.old, x.new).cmp(&(y.old, y.new)))
    });
    let (mut olds, mut news) = (BTreeSet::new(), BTreeSet::new());
    let mut out = Vec::new();
    for edge in edges {
        if !olds.contains(&edge.old) && !news.contains(&edge.new) {
            olds.insert(edge.old);
            news.insert(edge.new);
            out.push((edge.old, edge.new));
        }
    }
    out
}
