//! Turns bytes into text that a reader for one format understands: encoding, format, front
//! matter, templates, and the position of each character of the prepared text in the source.

pub(crate) mod attribute;
pub(crate) mod declared;
pub(crate) mod decode;
pub(crate) mod edit;
pub(crate) mod emphasis;
pub(crate) mod format;
pub(crate) mod front_matter;
pub(crate) mod links;
pub(crate) mod prepare;
pub(crate) mod signs;
pub(crate) mod targets;
pub(crate) mod templates;
