//! Enums whose values have names in data: said once, used by code and by the published format.

use serde::Deserialize;

/// Writes an enum whose values have fixed names, with `ALL`, `key` and `from_key`.
macro_rules! keyed_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }
        impl $name {
            /// Every value, in a fixed order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The fixed name used in data.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// The value with this name.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$variant),)+ _ => None }
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.key())
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let key = $crate::keyed::Key::deserialize(d)?.0;
                Self::from_key(&key).ok_or_else(|| serde::de::Error::custom($crate::keyed::unknown(stringify!($name), &key)))
            }
        }
    };
}

pub(crate) use keyed_enum;

/// A name in data. Reading it is compiled once for all enums; serde's own derivation compiles it
/// for each of them, which the page has to load.
#[derive(Deserialize)]
pub(crate) struct Key(pub(crate) String);

pub(crate) fn unknown(of: &str, key: &str) -> String {
    format!("\"{key}\" is no name of {of}")
}
