//! The figures themselves, on sets small enough to check by hand.

use std::collections::BTreeSet;

use crate::support::score::{Tally, mean};

fn set(items: &[u8]) -> BTreeSet<u8> {
    items.iter().copied().collect()
}

#[test]
fn half_right_both_ways_is_a_half() {
    let tally = Tally::of(&set(&[1, 2]), &set(&[2, 3]));
    assert_eq!(
        (tally.precision(), tally.recall(), tally.f1()),
        (0.5, 0.5, 0.5)
    );
}

#[test]
fn nothing_wanted_and_nothing_found_is_right() {
    assert_eq!(Tally::of(&set(&[]), &set(&[])).f1(), 1.0);
}

#[test]
fn what_is_extra_costs_precision_alone() {
    let tally = Tally::of(&set(&[1, 2]), &set(&[1]));
    assert_eq!((tally.precision(), tally.recall()), (0.5, 1.0));
}

#[test]
fn counting_together_lets_large_pairs_weigh_more_than_the_mean_does() {
    let (large, small) = (
        Tally::of(&set(&[1, 2, 3]), &set(&[1, 2, 3])),
        Tally::of(&set(&[]), &set(&[1])),
    );
    let together: Tally = [large, small].into_iter().sum();
    assert_eq!(together.recall(), 0.75);
    assert_eq!(mean([large, small].iter().map(|t| t.recall())), 0.5);
}
