//! From bytes to text that a reader of one form can take: encoding, form, front matter,
//! templates, and where each character of the prepared text stood in the source.

pub(crate) mod attribute;
pub(crate) mod declared;
pub(crate) mod decode;
pub(crate) mod edit;
pub(crate) mod format;
pub(crate) mod front_matter;
pub(crate) mod prepare;
pub(crate) mod templates;
