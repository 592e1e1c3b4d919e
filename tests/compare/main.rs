//! What became of one text in another: words, passages, sections, and whole histories.

mod faults;
mod fuzz_findings;
mod gold;
mod history;
mod limits;
mod moves;
mod numbering;
mod passages;
mod properties;
mod real;
mod scripts;
#[path = "../support/mod.rs"]
mod support;
mod tricky_cases;
mod words;
