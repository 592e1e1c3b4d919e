//! Any two texts: a raw pair where the input holds the line that divides one, else a policy put
//! together from seed paragraphs and an edit script.
//!
//! Raw bytes alone were rejected: mutation seldom moves a paragraph whole, and never a section.
//! Repetition is an edit of its own, so that a small input can make a large text and slow
//! comparisons are found. `cargo fuzz fmt compare FILE` prints an input as the pair it stands for,
//! which is the form in which findings are kept.

#![no_main]

#[path = "../../tests/support/invariants.rs"]
mod invariants;
mod script;

use std::fmt;

use arbitrary::{Arbitrary, Unstructured};

struct Pair {
    old: String,
    new: String,
}

impl<'a> Arbitrary<'a> for Pair {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        let bytes = u.bytes(u.len())?;
        let text = String::from_utf8_lossy(bytes);
        let (old, new) = match text.split_once(invariants::DIVIDER) {
            Some((old, new)) => (old.to_owned(), new.to_owned()),
            None => script::Script::arbitrary_take_rest(Unstructured::new(bytes))?.texts(),
        };
        Ok(Self { old, new })
    }

    fn arbitrary_take_rest(mut u: Unstructured<'a>) -> arbitrary::Result<Self> {
        Self::arbitrary(&mut u)
    }
}

impl fmt::Debug for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.old, invariants::DIVIDER, self.new)
    }
}

libfuzzer_sys::fuzz_target!(|pair: Pair| invariants::any_pair(&pair.old, &pair.new));
