//! Finds which items of a list kept their order; all others moved.

/// Returns the positions in `items` that form the heaviest increasing subsequence, in order.
///
/// `items` are `(place in the other document, weight)` in this document's order; places are
/// distinct. O(n log n), with a Fenwick tree of maxima.
pub(crate) fn heaviest_in_order(items: &[(usize, u64)]) -> Vec<usize> {
    let size = items.iter().map(|&(place, _)| place + 1).max().unwrap_or(0);
    // best[p] covers a range of places below p: the weight of the heaviest chain, and its last item.
    let mut best: Vec<(u64, Option<usize>)> = vec![(0, None); size + 1];
    let mut before: Vec<Option<usize>> = vec![None; items.len()];
    for (at, &(place, weight)) in items.iter().enumerate() {
        let (mut reached, mut last) = (0, None);
        let mut p = place;
        while p > 0 {
            if best[p].0 > reached {
                (reached, last) = best[p];
            }
            p -= p & p.wrapping_neg();
        }
        before[at] = last;
        let chain = reached + weight;
        let mut p = place + 1;
        while p <= size {
            if chain > best[p].0 {
                best[p] = (chain, Some(at));
            }
            p += p & p.wrapping_neg();
        }
    }
    let mut end = best
        .iter()
        .max_by_key(|(weight, _)| *weight)
        .and_then(|&(_, at)| at);
    let mut out = Vec::new();
    while let Some(at) = end {
        out.push(at);
        end = before[at];
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::heaviest_in_order;

    #[test]
    fn one_item_that_jumped_is_left_out() {
        assert_eq!(
            heaviest_in_order(&[(0, 5), (4, 5), (1, 5), (2, 5), (3, 5)]),
            [0, 2, 3, 4]
        );
    }

    #[test]
    fn weight_decides_which_of_two_moved() {
        assert_eq!(heaviest_in_order(&[(1, 2), (0, 9)]), [1]);
    }

    #[test]
    fn nothing_in_nothing_out() {
        assert!(heaviest_in_order(&[]).is_empty());
    }
}
