//! One hash that is the same on every machine and with every version of the standard library.

/// FNV-1a over some numbers: bytes, or what stands for a word each.
pub fn fnv(numbers: impl IntoIterator<Item = u64>) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325;
    numbers.into_iter().fold(start, |hash, number| {
        (hash ^ number).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_hash_of_bytes_is_the_published_one() {
        let hash = |text: &str| super::fnv(text.bytes().map(u64::from));
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }
}
