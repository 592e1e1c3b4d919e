//! Passages as lists of numbers: each run of characters is cut and looked up once for both
//! versions, and each passage gets its profile when it is first asked for.

pub(crate) mod index;
pub(crate) mod interned;
pub(crate) mod profile;
pub(crate) mod sentences;
pub(crate) mod texts;
