//! The address of a change: made of the words of its passage, so that a link to it survives a
//! rebuild, a later engine and other passages that come and go.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::ids;

/// Hexadecimal digits of the words.
const DIGITS: usize = 10;

/// What a change is called in the published format, in anchors and in links: `c`, ten hexadecimal
/// digits made of its words, and for every further passage of the same words its number, as in
/// `c05f1e27d93` and `c05f1e27d93-2`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    words: u64,
    /// How many changes before it have the same words.
    before: u32,
}

impl Address {
    /// The address of the first passage with these words.
    ///
    /// Only letters and digits count, in lower case: 64 bits of FNV-1a over their UTF-8, one blank
    /// between two runs, of which the lower 40 bits are kept. Two of ten thousand passages with
    /// other words have the same digits in one comparison of twenty thousand; then they are
    /// numbered like equal ones.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let runs = text.split(|c: char| !c.is_alphanumeric());
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut see = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        for run in runs.filter(|run| !run.is_empty()) {
            for c in run.chars() {
                if c.is_ascii() {
                    see(c.to_ascii_lowercase() as u8);
                    continue;
                }
                for lower in c.to_lowercase() {
                    lower.encode_utf8(&mut [0; 4]).bytes().for_each(&mut see);
                }
            }
            see(b' ');
        }
        Self {
            words: hash % (1 << (4 * DIGITS)),
            before: 0,
        }
    }

    /// The address where this many earlier passages have the same words.
    #[must_use]
    pub fn after(self, before: u32) -> Self {
        Self { before, ..self }
    }

    /// Reads what stands behind the `c`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (words, before) = match text.split_once('-') {
            Some((words, number)) => (words, number.parse::<u32>().ok()?.checked_sub(1)?),
            None => (text, 0),
        };
        let address = Self {
            words: u64::from_str_radix(words, 16).ok()?,
            before,
        };
        // Another way to write the same is none.
        (address.to_string().get(1..) == Some(text)).then_some(address)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "c{:0DIGITS$x}", self.words)?;
        match self.before {
            0 => Ok(()),
            before => write!(f, "-{}", u64::from(before) + 1),
        }
    }
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        ids::write(self, s)
    }
}

impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        ids::read('c', Self::parse, d)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_made_of_the_words_alone() {
        let written = Address::new("We keep “your name”.").to_string();
        assert_eq!(written, Address::new("we  keep your\u{a0}NAME").to_string());
        assert_ne!(written, Address::new("We keep your names.").to_string());
        assert_ne!(written, Address::new("We keep yourname.").to_string());
    }

    /// Links that are out in the world must lead there for ever: this never changes.
    #[test]
    fn an_address_stays_what_it_is() {
        assert_eq!(
            Address::new("We keep your name.").to_string(),
            "ca68807ecf0"
        );
        assert_eq!(
            Address::new("We keep your name.").after(1).to_string(),
            "ca68807ecf0-2"
        );
        assert_eq!(Address::new("—").to_string(), "ce484222325");
    }

    #[test]
    fn an_address_is_read_as_it_is_written_and_no_other_way() {
        for before in [0, 1, 40] {
            let address = Address::new("text").after(before);
            assert_eq!(Address::parse(&address.to_string()[1..]), Some(address));
        }
        for odd in [
            "",
            "1",
            "05f1e27d9",
            "05F1E27D93",
            "05f1e27d93-1",
            "05f1e27d93-",
            "+5f1e27d93",
            "05f1e27d93-02",
        ] {
            assert_eq!(Address::parse(odd), None, "{odd}");
        }
    }
}
