//! How the time grows with the text: an exponent near 1 means that twice the text takes twice
//! the time. Printed as figures; a timed test would fail on a busy machine and prove nothing.

#![allow(clippy::print_stdout, reason = "the figures are the result")]

mod support;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use support::{Pair, everything_replaced, revision, shuffled_paragraphs, word_salad};

/// Bytes of one version.
const SIZES: [usize; 6] = [10_000, 30_000, 100_000, 300_000, 1_000_000, 2_000_000];
/// Each size is measured until this much time has gone, at the least once.
const LONG_ENOUGH: Duration = Duration::from_millis(1_500);

/// Makes a pair of this name and size.
type Make = fn(&'static str, usize) -> Pair;

fn main() {
    let shapes: [(&str, Make); 3] = [
        ("revision", revision),
        ("shuffled paragraphs", shuffled_paragraphs),
        ("everything replaced", everything_replaced),
    ];
    for (shape, make) in shapes {
        println!("\n{shape}: time to read and compare two versions");
        println!("{:>12}{:>14}{:>14}", "bytes each", "ms", "MB/s");
        let points = SIZES.map(|size| measure(&make("", size)));
        let (first, last) = (points[0], points[points.len() - 1]);
        println!(
            "grows with the text to the power of {:.2}, over all sizes {:.2}",
            exponent(first, last),
            slope(&points)
        );
    }
    println!("\nwords in no order, nothing to match");
    measure(&word_salad("", 5_000_000));
}

/// Bytes and seconds, as the logarithms of both; prints them.
fn measure(pair: &Pair) -> (f64, f64) {
    let start = Instant::now();
    let mut best = f64::INFINITY;
    while best.is_infinite() || start.elapsed() < LONG_ENOUGH {
        let run = Instant::now();
        black_box(pair.compare());
        best = best.min(run.elapsed().as_secs_f64());
    }
    let bytes = pair.bytes() as f64;
    println!(
        "{:>12}{:>14.1}{:>14.2}",
        pair.bytes() / 2,
        best * 1e3,
        bytes / best / 1e6
    );
    (bytes.ln(), best.ln())
}

/// The power that leads from the smallest to the largest.
fn exponent(first: (f64, f64), last: (f64, f64)) -> f64 {
    (last.1 - first.1) / (last.0 - first.0)
}

/// The power that fits all points best (least squares).
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|p| p.0), mean(|p| p.1));
    let both: f64 = points.iter().map(|p| (p.0 - x) * (p.1 - y)).sum();
    let square: f64 = points.iter().map(|p| (p.0 - x) * (p.0 - x)).sum();
    both / square
}
