//! Any bytes, read under each name a policy may come with.

#![no_main]

#[path = "../../tests/support/invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| invariants::any_bytes(bytes));
