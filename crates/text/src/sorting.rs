//! One sort for lists that are short or rarely sorted.
//!
//! The library's own methods put a copy of the whole sort into the program for each type and key:
//! thirty-six of them were a tenth of what a browser downloads. Here the positions are sorted, by the
//! same method, and the items follow. Lists of which a comparison has many, or long ones, are sorted
//! by the library directly.
//!
//! A leaf module: every layer may use it, it uses none of them.

use std::{cmp::Ordering, collections::BTreeSet, mem};

/// The different items. Collecting into a set would sort first, by a copy of the library's sort.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

/// Sorts by a key; items with equal keys stay in order.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by comparing; equal items stay in order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let by_position = |a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    let order = positions(items.len(), &by_position);
    let mut taken: Vec<Option<T>> = mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| taken.get_mut(at)?.take()));
}

/// The only sort: of the positions below `count`.
fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|a, b| compare(*a, *b));
    positions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_in_order() {
        let mut items = vec!["bb", "a", "cc", "dd", "e", ""];
        sort_by_key(&mut items, |item| item.len());
        assert_eq!(items, ["", "a", "e", "bb", "cc", "dd"]);
        sort_by(&mut items, |a, b| b.cmp(a));
        assert_eq!(items, ["e", "dd", "cc", "bb", "a", ""]);
    }

    #[test]
    fn nothing_is_sorted_too() {
        let mut none: Vec<u8> = Vec::new();
        sort_by_key(&mut none, |item| *item);
        assert!(none.is_empty());
    }
}
