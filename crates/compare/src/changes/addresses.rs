//! Gives every change its address: made of what the passage says in the new version, and in the
//! old one where it is gone. So the address outlives another choice of the old version, and any
//! other opinion on what the passage was before.

use std::collections::BTreeMap;

use model::{Address, Change, Op};

/// Fills the addresses in, once the words are final.
pub(crate) fn assign(changes: &mut [Change]) {
    let mut taken: BTreeMap<Address, u32> = BTreeMap::new();
    for change in changes {
        let other = match change.new.is_empty() {
            true => Op::Insert,
            false => Op::Delete,
        };
        let own = change.segments.iter().filter(|s| s.op != other);
        let text: String = own.map(|s| s.text.as_str()).collect();
        let first = Address::new(&text);
        let before = taken.entry(first).or_default();
        change.address = first.after(*before);
        *before += 1;
    }
}
