//! The text layer: what every phase knows about words and lists of them.

pub mod sorting;
