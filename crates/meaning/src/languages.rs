//! The places of all tables of a vocabulary, by group and name, as the build wrote them.
//!
//! What a policy says is found by phrases, and phrases belong to a language. Tables that mix
//! languages were rejected: "die" is an article in one and a verb in another, and every
//! language would slow down all others.

include!(concat!(env!("OUT_DIR"), "/tables.rs"));
