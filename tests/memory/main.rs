//! Memory is bounded by the length of the two texts, whatever is in them: counted at the
//! allocator, so that the figures are the same on every machine.

#[path = "../support/mod.rs"]
mod support;

use peak_alloc::PeakAlloc;
use policy_diff::compare::compare;
use support::markdown;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Times both texts that may be in use at once.
const TIMES: usize = 60;

/// Alone in its file, and one test for all: what runs beside it would be counted along.
#[test]
fn memory_stays_within_a_multiple_of_both_texts() {
    let sentence = "We keep your data for as long as we need it and no longer. ";
    let item = |n: usize| format!("- We keep item {n} of {} for {} days.\n", n % 7, n % 31);
    let section = |n: usize| {
        format!(
            "## Part {n}\n\nWe keep the data of part {} here.\n\n",
            n % 9
        )
    };
    let japanese = "当館は、お名前、ご住所、電話番号を取得します。";
    let backwards = |text: String| text.split_inclusive('\n').rev().collect::<String>();
    let items: String = (0..3_000).map(item).collect();
    let sections: String = (0..2_000).map(section).collect();
    let pairs = [
        (
            "one paragraph",
            sentence.repeat(2_000),
            sentence.replace("data", "name").repeat(2_000),
        ),
        ("items backwards", items.clone(), backwards(items)),
        ("sections backwards", sections.clone(), backwards(sections)),
        (
            "one word",
            "data ".repeat(20_000),
            "data we ".repeat(10_000),
        ),
        (
            "no spaces",
            japanese.repeat(1_000),
            japanese.replace("電話", "口座").repeat(1_000),
        ),
        (
            "headings alone",
            "## Cookies\n\n".repeat(5_000),
            "## Sharing\n\n".repeat(5_000),
        ),
    ];
    for (name, old, new) in pairs {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let comparison = compare(&markdown(&old), &markdown(&new));
        let peak = MEMORY.peak_usage().saturating_sub(before);
        drop(comparison);
        let bytes = old.len() + new.len();
        assert!(
            peak <= TIMES * bytes,
            "{name}: {} times the texts",
            peak / bytes
        );
    }
}
