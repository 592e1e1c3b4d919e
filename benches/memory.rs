//! How much memory reading and comparing take at the most, as a multiple of the two texts.
//!
//! Measured by counting allocations: what the operating system reports holds the program itself
//! and whatever the allocator did not give back.

#![allow(clippy::print_stdout, reason = "the figures are the result")]

mod support;

use std::hint::black_box;

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() {
    println!(
        "\n{:<30}{:>14}{:>14}{:>10}",
        "pair", "bytes", "peak bytes", "times"
    );
    for pair in support::pairs() {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        black_box(pair.compare());
        let peak = MEMORY.peak_usage().saturating_sub(before);
        println!(
            "{:<30}{:>14}{:>14}{:>10.1}",
            pair.name,
            pair.bytes(),
            peak,
            peak as f64 / pair.bytes() as f64
        );
    }
}
