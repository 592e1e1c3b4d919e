//! Maps for the inner loops of a comparison.
//!
//! The standard map draws its keys at random, which a browser module would have to ask for, and
//! its hash is made to withstand attackers, which costs more here than all else that is done with
//! a word. Nothing ever walks through such a map, so its order cannot reach the output.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// A map that is only ever looked up in.
pub(crate) type Lookup<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// Multiplies and folds eight bytes at a time (the method of `rustc-hash`).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quick(u64);

/// An odd number without pattern: the digits of the golden ratio.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
/// Brings the well-mixed high bits down to where the map looks.
const SPREAD: u32 = 26;

impl Quick {
    fn add(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(FACTOR);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let mut eights = bytes.chunks_exact(8);
        for eight in &mut eights {
            let mut value = [0; 8];
            value.copy_from_slice(eight);
            self.add(u64::from_le_bytes(value));
        }
        let rest = eights.remainder();
        if !rest.is_empty() {
            let mut value = [0; 8];
            value[..rest.len()].copy_from_slice(rest);
            self.add(u64::from_le_bytes(value));
        }
    }

    fn write_u8(&mut self, value: u8) {
        self.add(u64::from(value));
    }

    fn write_u32(&mut self, value: u32) {
        self.add(u64::from(value));
    }

    fn write_u64(&mut self, value: u64) {
        self.add(value);
    }

    fn finish(&self) -> u64 {
        self.0.rotate_left(SPREAD)
    }
}
