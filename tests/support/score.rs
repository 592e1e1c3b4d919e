//! Figures that say how far two sets agree.

use std::{collections::BTreeSet, iter::Sum};

/// How many things were found rightly, found wrongly, and missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub right: usize,
    pub extra: usize,
    pub missing: usize,
}

impl Tally {
    /// Compares what was found with what should be.
    pub fn of<T: Ord>(found: &BTreeSet<T>, wanted: &BTreeSet<T>) -> Self {
        let right = found.intersection(wanted).count();
        Self {
            right,
            extra: found.len() - right,
            missing: wanted.len() - right,
        }
    }

    /// Share of what was found that is right; 1 where nothing was found.
    pub fn precision(self) -> f64 {
        share(self.right, self.right + self.extra)
    }

    /// Share of what should be found that was; 1 where nothing should be.
    pub fn recall(self) -> f64 {
        share(self.right, self.right + self.missing)
    }

    /// The harmonic mean of both; 1 where nothing was found and nothing should be.
    pub fn f1(self) -> f64 {
        share(2 * self.right, 2 * self.right + self.extra + self.missing)
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            right: sum.right + one.right,
            extra: sum.extra + one.extra,
            missing: sum.missing + one.missing,
        })
    }
}

/// The mean of figures; 1 where there are none.
pub fn mean(figures: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = figures.len();
    if count == 0 {
        1.0
    } else {
        figures.sum::<f64>() / count as f64
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}
