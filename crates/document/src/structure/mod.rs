//! Turns a flat list of pieces into sections and blocks, in the same way for every format.

pub(crate) mod archive;
pub(crate) mod builder;
mod classes;
pub(crate) mod contents;
pub(crate) mod headings;
mod labels;
mod levels;
mod lines;
pub(crate) mod parts;
pub(crate) mod titles;
