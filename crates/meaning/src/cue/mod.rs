//! What is looked for: the phrases of the vocabularies, and how they are found in a sentence.

pub(crate) mod bits;
pub(crate) mod forms;
pub(crate) mod patterns;
pub(crate) mod phrases;
pub(crate) mod vocabulary;
