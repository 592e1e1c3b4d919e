//! What meaning costs beside the comparison, both in one run on the same documents: a reader
//! should not wait longer to be told what a change means than to be shown it.
//!
//! Printed as figures, since only their ratio holds on another machine. The two take turns, so
//! that a busy machine slows both.

#![allow(clippy::print_stdout, reason = "the figures are the result")]

mod support;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use policy_diff::{compare::compare, meaning::weigh};
use support::{Pair, published_pairs, revision};

/// Each pair is measured until this much time has gone.
const LONG_ENOUGH: Duration = Duration::from_secs(2);

fn main() {
    let mut pairs = published_pairs();
    pairs.push(revision("revision-200-kb", 200_000));
    println!(
        "{:<20}{:>8}{:>14}{:>14}{:>10}",
        "pair", "KB", "compare, ms", "meaning, ms", "ratio"
    );
    let ratios: Vec<f64> = pairs.iter().map(measure).collect();
    let mean = ratios.iter().map(|r| r.ln()).sum::<f64>() / ratios.len() as f64;
    println!("meaning / compare, geometric mean: {:.2}", mean.exp());
}

/// Prints the shortest time of both; their ratio.
fn measure(pair: &Pair) -> f64 {
    let (old, new) = pair.read();
    let comparison = compare(&old, &new);
    let start = Instant::now();
    let (mut comparing, mut weighing) = (f64::INFINITY, f64::INFINITY);
    while weighing.is_infinite() || start.elapsed() < LONG_ENOUGH {
        comparing = comparing.min(seconds(|| compare(&old, &new)));
        weighing = weighing.min(seconds(|| weigh(&old, &new, &comparison)));
    }
    let ratio = weighing / comparing;
    println!(
        "{:<20}{:>8}{:>14.2}{:>14.2}{:>10.2}",
        pair.name,
        pair.bytes() / 1000,
        comparing * 1e3,
        weighing * 1e3,
        ratio
    );
    ratio
}

/// How long it takes.
fn seconds<T>(run: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    black_box(run());
    start.elapsed().as_secs_f64()
}
