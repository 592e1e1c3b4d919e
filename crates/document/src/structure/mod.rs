//! From a flat list of pieces to sections and blocks, the same for every form.

pub(crate) mod archive;
pub(crate) mod builder;
pub(crate) mod contents;
pub(crate) mod headings;
pub(crate) mod titles;
