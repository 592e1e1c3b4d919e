//! Sets of small numbers.
//!
//! What is asked for each word of a text is asked millions of times: a bit answers it in one
//! step, and thirteen machine words hold all sets of words that a vocabulary knows.

/// A set of numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bits(Vec<u64>);

/// Numbers in one element.
const WIDTH: usize = 64;

impl Bits {
    /// An empty set with room for numbers below `count`; without room nothing can be put in.
    pub(crate) fn with_room(count: usize) -> Self {
        Self(vec![0; count.div_ceil(WIDTH)])
    }

    pub(crate) fn insert(&mut self, number: usize) {
        if let Some(element) = self.0.get_mut(number / WIDTH) {
            *element |= 1 << (number % WIDTH);
        }
    }

    pub(crate) fn holds(&self, number: usize) -> bool {
        let element = self.0.get(number / WIDTH).copied().unwrap_or(0);
        element >> (number % WIDTH) & 1 == 1
    }

    /// Adds all of another set.
    pub(crate) fn extend(&mut self, other: &Self) {
        for (own, others) in self.0.iter_mut().zip(&other.0) {
            *own |= others;
        }
    }

    /// The numbers in both sets, in order.
    pub(crate) fn shared(&self, other: &Self) -> impl Iterator<Item = usize> {
        let both = self.0.iter().zip(&other.0).enumerate();
        both.flat_map(|(at, (own, others))| numbers(at * WIDTH, own & others))
    }

    /// The numbers in it, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        let elements = self.0.iter().enumerate();
        elements.flat_map(|(at, element)| numbers(at * WIDTH, *element))
    }
}

/// The numbers of one element, whose first bit stands for `first`.
fn numbers(first: usize, element: u64) -> impl Iterator<Item = usize> {
    let mut left = element;
    std::iter::from_fn(move || {
        let lowest = left.trailing_zeros() as usize;
        // Clears the lowest bit.
        left &= left.wrapping_sub(1);
        (lowest < WIDTH).then_some(first + lowest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bits(numbers: &[usize]) -> Bits {
        let mut bits = Bits::with_room(200);
        for number in numbers {
            bits.insert(*number);
        }
        bits
    }

    #[test]
    fn what_was_put_in_is_held() {
        let set = bits(&[0, 63, 64, 199]);
        let held: Vec<_> = (0..300).filter(|n| set.holds(*n)).collect();
        assert_eq!(held, [0, 63, 64, 199]);
        assert!(!Bits::default().holds(0));
    }

    #[test]
    fn numbers_come_in_order() {
        let set = bits(&[199, 0, 64, 5, 127, 63, 128]);
        let all: Vec<_> = set.iter().collect();
        assert_eq!(all, [0, 5, 63, 64, 127, 128, 199]);
    }

    #[test]
    fn sets_are_joined() {
        let mut set = bits(&[1]);
        set.extend(&bits(&[2, 130]));
        assert_eq!(set, bits(&[1, 2, 130]));
        let shared: Vec<_> = set.shared(&bits(&[0, 2, 130, 131])).collect();
        assert_eq!(shared, [2, 130]);
    }
}
