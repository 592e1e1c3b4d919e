//! What a comparison does at the bounds on its work: the result is coarser, complete all the same,
//! and says so; on the near side of each bound it says nothing.

use crate::support::{
    invariants::{is_complete, mirrors},
    markdown,
};
use policy_diff::{
    compare::compare,
    model::{Comparison, Document, Limit, Weight},
};

/// Compares in both directions, checks what holds for any comparison, and returns the problems.
fn problems(old: &str, new: &str) -> Vec<Limit> {
    let (old, new) = (markdown(old), markdown(new));
    let comparison = sound(&old, &new);
    comparison.problems
}

fn sound(old: &Document, new: &Document) -> Comparison {
    let comparison = compare(old, new);
    is_complete(old, new, &comparison);
    let back = compare(new, old);
    mirrors(&comparison, &back);
    assert_eq!(comparison.problems, back.problems);
    comparison
}

/// Words that no other call with another seed gives: passages of them share nothing.
fn words(seed: usize, count: usize) -> String {
    let word = |n: usize| {
        let letters = format!("{:07}", (seed * 100_003 + n) % 9_999_991);
        let letter = |digit: u8| char::from(b'a' + digit - b'0');
        letters.bytes().map(letter).collect::<String>()
    };
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

/// So many lines that differ from each other in one word, the same one for `last`.
fn alike(count: usize, last: &str) -> String {
    let line = |n: usize| {
        format!(
            "Our garden keeps the seed record of bed {} under lock {last}.\n\n",
            words(n, 1)
        )
    };
    (0..count).map(line).collect()
}

#[test]
fn a_few_passages_that_compete_are_assigned_without_complaint() {
    assert_eq!(problems(&alike(30, "today"), &alike(30, "always")), []);
}

#[test]
fn passages_beyond_the_optimal_assignment_are_a_problem_of_passages() {
    assert_eq!(
        problems(&alike(60, "today"), &alike(60, "always")),
        [Limit::Passages]
    );
}

/// So many passages of ten words between two that stay.
fn rewritten(from: usize, count: usize) -> String {
    let passages: String = (from..from + count)
        .map(|n| format!("We {}.\n\n", words(n, 9)))
        .collect();
    format!("We lend seeds to gardens.\n\n{passages}Write to the seed library.\n")
}

#[test]
fn a_rewritten_run_is_looked_through() {
    assert_eq!(problems(&rewritten(0, 150), &rewritten(1_000, 150)), []);
}

#[test]
fn a_rewritten_run_beyond_its_table_is_a_problem_of_passages() {
    let (old, new) = (rewritten(0, 260), rewritten(1_000, 260));
    assert_eq!(problems(&old, &new), [Limit::Passages]);
}

#[test]
fn a_long_passage_that_stays_is_not_a_problem() {
    let whole = words(1, 9_000);
    assert_eq!(problems(&whole, &format!("{whole} and more")), []);
}

#[test]
fn a_passage_too_long_to_compare_is_a_problem_of_words() {
    // The same words backwards: nothing to cut at, and too much to search.
    let forwards = words(1, 7_000);
    let backwards: Vec<&str> = forwards.rsplit(' ').collect();
    let (old, new) = (markdown(&forwards), markdown(&backwards.join(" ")));
    let comparison = sound(&old, &new);
    assert_eq!(comparison.problems, [Limit::Words]);
    assert_eq!(comparison.changes[0].weight, Weight::Substantive);
}

#[test]
fn both_bounds_are_told_each_once() {
    let forwards = words(1, 7_000);
    let backwards: Vec<&str> = forwards.rsplit(' ').collect();
    let old = format!("{}{forwards}\n", alike(60, "today"));
    let new = format!("{}{}\n", alike(60, "always"), backwards.join(" "));
    assert_eq!(problems(&old, &new), [Limit::Passages, Limit::Words]);
}

#[test]
fn passages_beyond_the_search_for_evidence_are_a_problem_of_passages() {
    // Nothing but the heading says that one section became the other.
    let section = |from: usize, count: usize| {
        let passages = (from..from + count).map(|n| format!("We {}.\n\n", words(n, 9)));
        format!("## How we use cookies\n\n{}", passages.collect::<String>())
    };
    assert_eq!(problems(&section(0, 90), &section(1_000, 90)), []);
    let (old, new) = (section(0, 120), section(1_000, 120));
    assert_eq!(problems(&old, &new), [Limit::Passages]);
}

/// Lines that date the policy, so many that whoever walked all dates for each would walk
/// hundreds of millions.
#[test]
fn a_change_log_of_many_dates_is_compared() {
    let log = |first: usize| -> String {
        let line = |n: usize| {
            let (year, month, day) = (1990 + n / 336 % 100, n / 28 % 12 + 1, n % 28 + 1);
            format!("- Last updated: {year}-{month:02}-{day:02}\n")
        };
        (first..first + 15_000).map(line).collect()
    };
    let (old, new) = (markdown(&log(0)), markdown(&log(5)));
    assert_eq!(old.dates.len(), 15_000);
    let comparison = compare(&old, &new);
    is_complete(&old, &new, &comparison);
    let dates = |c: &model::Change| c.weight == Weight::Date;
    assert!(comparison.changes.iter().any(dates));
}
