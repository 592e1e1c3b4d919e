//! The ids of sections, blocks and facts, in code and in the published format.
//!
//! In code an id is a position. In the published format it is a name: a letter for what it names
//! and the position, `s3`, `b12`, `f0`; and before it whose it is, so that no two ids of one
//! output are equal: `o` and `n` for the old and the new version of a comparison, `v2` for a
//! version of a history, nothing for a document alone.
//!
//! A block does not know in which version it stands, and serde hands nothing down that could
//! tell it. So the [`Owner`] stands in a variable of the thread while a part of an output is
//! written or read ([`owned`]). Rejected: ids that carry their owner, which every phase would
//! have to keep right and none but the format needs; a second set of types for the format.

use std::{cell::Cell, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Whose the ids in a part of an output are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Owner {
    /// A document alone.
    #[default]
    Alone,
    /// The old version of a comparison.
    Old,
    /// The new version of a comparison.
    New,
    /// The version of a history with this position.
    Version(u32),
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Alone => Ok(()),
            Self::Old => f.write_str("o"),
            Self::New => f.write_str("n"),
            Self::Version(position) => write!(f, "v{position}"),
        }
    }
}

/// The owners that hold in a part of an output: of what stands there itself, and of the two sides
/// of a comparison in it.
#[derive(Clone, Copy, Debug)]
pub struct Owners {
    /// Of ids that belong to no side.
    pub here: Owner,
    /// Of ids on the old side.
    pub old: Owner,
    /// Of ids on the new side.
    pub new: Owner,
}

impl Owners {
    const OUTERMOST: Self = Self {
        here: Owner::Alone,
        old: Owner::Old,
        new: Owner::New,
    };

    /// The owners of what is being written or read.
    #[must_use]
    pub fn current() -> Self {
        CURRENT.get()
    }
}

thread_local! {
    static CURRENT: Cell<Owners> = const { Cell::new(Owners::OUTERMOST) };
}

/// Writes or reads a part of an output in which these owners hold.
pub fn owned<T>(owners: Owners, part: impl FnOnce() -> T) -> T {
    /// Puts the owners back, also where `part` panics.
    struct Before(Owners);
    impl Drop for Before {
        fn drop(&mut self) {
            CURRENT.set(self.0);
        }
    }
    let _before = Before(CURRENT.replace(owners));
    part()
}

/// For `serde(with)`: a value whose ids are those of one side.
macro_rules! side {
    ($side:ident) => {
        /// For `serde(with)`: a value whose ids are those of this side of a comparison.
        pub mod $side {
            use super::{Deserialize, Deserializer, Owners, Serialize, Serializer, owned};

            fn owners() -> Owners {
                let current = Owners::current();
                Owners {
                    here: current.$side,
                    ..current
                }
            }

            /// Writes it.
            ///
            /// # Errors
            /// Those of writing the value.
            pub fn serialize<T: Serialize, S: Serializer>(
                value: &T,
                s: S,
            ) -> Result<S::Ok, S::Error> {
                owned(owners(), || value.serialize(s))
            }

            /// Reads it.
            ///
            /// # Errors
            /// Those of reading the value; an id of another owner is one.
            pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
                d: D,
            ) -> Result<T, D::Error> {
                owned(owners(), || T::deserialize(d))
            }
        }
    };
}

side!(old);
side!(new);

/// Writes an id with its owner before it.
pub(crate) fn write<S: Serializer>(id: impl fmt::Display, s: S) -> Result<S::Ok, S::Error> {
    s.collect_str(&format_args!("{}{id}", Owners::current().here))
}

/// Reads an id: what stands behind its owner and its letter.
pub(crate) fn read<'de, D: Deserializer<'de>, T>(
    letter: char,
    rest: fn(&str) -> Option<T>,
    d: D,
) -> Result<T, D::Error> {
    let text = String::deserialize(d)?;
    let owner = Owners::current().here.to_string();
    let own = text.strip_prefix(&owner);
    let own = own.and_then(|own| rest(own.strip_prefix(letter)?));
    own.ok_or_else(|| {
        D::Error::custom(format_args!(
            "\"{text}\" is no id that begins with \"{owner}{letter}\""
        ))
    })
}

/// A position as it stands in ids: `None` for another way to write the same number.
fn position(digits: &str) -> Option<u32> {
    let is_plain =
        digits.bytes().all(|b| b.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    digits.parse().ok().filter(|_| is_plain)
}

/// Writes types for positions in a list.
macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The id of what has this position.
            #[must_use]
            pub fn at(position: usize) -> Self {
                debug_assert!(u32::try_from(position).is_ok(), "no list is that long");
                Self(position as u32)
            }

            /// The position.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+ };
}

/// Gives ids their letter in the published format.
macro_rules! published {
    ($($name:ident $letter:literal),+ $(,)?) => { $(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}{}", $letter, self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                write(self, s)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                read($letter, position, d).map(Self)
            }
        }
    )+ };
}

ids! {
    /// Position of a section in [`crate::Document::sections`].
    SectionId,
    /// Position of a block in [`crate::Document::blocks`].
    BlockId,
    /// Position of a fact in [`crate::Reading::facts`].
    FactId,
    /// Position of a change in [`crate::Comparison::changes`]. In the published format a change
    /// goes by its [`crate::Address`].
    ChangeId,
}

published!(SectionId 's', BlockId 'b', FactId 'f');
