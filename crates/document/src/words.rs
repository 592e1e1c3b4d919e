//! How much text there is, in words, for scripts with and without spaces.

/// Words of a text; marks that stand alone are none. Scripts that do not set spaces count two
/// characters a word, which is about the mean of Chinese and Japanese.
#[must_use]
pub fn count(text: &str) -> usize {
    if text.is_ascii() {
        let runs = text.split_ascii_whitespace();
        return runs
            .filter(|run| run.bytes().any(|b| b.is_ascii_alphanumeric()))
            .count();
    }
    let mut words = 0;
    let mut unspaced = 0_usize;
    let mut in_word = false;
    for c in text.chars() {
        if is_unspaced(c) {
            unspaced += 1;
            in_word = false;
        } else if c.is_whitespace() {
            in_word = false;
        } else if c.is_alphanumeric() && !in_word {
            words += 1;
            in_word = true;
        }
    }
    words + unspaced.div_ceil(2)
}

/// Kana, Chinese characters and Thai.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{e4e}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn words_are_counted_with_and_without_spaces() {
        assert_eq!(count("we don't - ever - sell e-mail"), 5);
        assert_eq!(count(""), 0);
        assert_eq!(count("個人情報の取り扱い"), 5);
        assert_eq!(count("Cookie 使用"), 2);
    }
}
