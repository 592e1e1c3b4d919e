//! Cuts comparison forms into sentences, the unit in which content travels between sections.

/// Words that end in a full stop without ending a sentence.
const ABBREVIATIONS: [&str; 22] = [
    "e.g", "i.e", "etc", "inc", "ltd", "co", "corp", "no", "art", "sec", "vs", "u.s", "u.k", "mr",
    "ms", "dr", "st", "z.b", "bzw", "abs", "d.h", "p.o",
];

/// The sentences of a text in comparison form, without white space at their ends.
pub(super) fn sentences(normal: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in normal.char_indices() {
        let end = at + c.len_utf8();
        if matches!(c, '.' | '!' | '?' | ';')
            && normal[end..].starts_with([' ', '"', ')'])
            && !abbreviates(&normal[start..at])
        {
            out.push(normal[start..end].trim());
            start = end;
        }
    }
    out.push(normal[start..].trim());
    out.retain(|s| s.chars().any(char::is_alphanumeric));
    out
}

fn abbreviates(before: &str) -> bool {
    let word = before.rsplit([' ', '(']).next().unwrap_or_default();
    ABBREVIATIONS.contains(&word) || word.chars().count() == 1
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn abbreviations_do_not_end_sentences() {
        assert_eq!(
            sentences("we use e.g. cookies, logs etc. in the u.s. today. you may object; we stop."),
            [
                "we use e.g. cookies, logs etc. in the u.s. today.",
                "you may object;",
                "we stop."
            ]
        );
    }
}
