//! The text layer: what every phase knows about words, sentences and languages.
//!
//! | question | file |
//! |---|---|
//! | Where does a word begin and end, and how many are there? | `lexer.rs` |
//! | Where is a sentence split? | `sentence.rs` |
//! | Is this another form of that word? | `stem.rs` |
//! | In which language is this? | `detection.rs` |
//! | What belongs to a language? | `language.rs`, `languages/*.toml` |
//! | Which words date a text, begin a title, bind a sentence? | `lists.rs` |
//! | Which words speak of the same thing? | `thesaurus.rs` |
//! | Is this an address? Which script is this letter of? | `address.rs`, `script.rs` |
//!
//! It knows nothing of documents, and nothing here depends on a clock, a file or a locale.

pub mod address;
pub mod detection;
pub mod hash;
pub mod language;
pub mod lexer;
pub mod lists;
mod pack;
pub mod script;
pub mod sentence;
pub mod sorting;
pub mod stem;
pub mod thesaurus;

pub use language::Language;
pub use pack::Readability;
