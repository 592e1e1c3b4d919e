//! Cuts comparison forms into sentences, the unit in which content travels between sections.

/// Words that end in a full stop without ending a sentence.
const ABBREVIATIONS: [&str; 22] = [
    "e.g", "i.e", "etc", "inc", "ltd", "co", "corp", "no", "art", "sec", "vs", "u.s", "u.k", "mr",
    "ms", "dr", "st", "z.b", "bzw", "abs", "d.h", "p.o",
];

/// Where sentences end in a run of characters without white space that is followed by some: the
/// positions behind their marks. Quotes and brackets that follow belong to the next sentence,
/// which costs nothing, since they are no words.
pub(crate) fn ends(run: &str) -> impl Iterator<Item = usize> {
    let mut start = 0;
    run.char_indices().filter_map(move |(at, c)| {
        let end = at + c.len_utf8();
        let ends = match c {
            // In scripts without spaces the next sentence follows at once.
            '。' | '！' | '？' | '；' => true,
            '.' | '!' | '?' | ';' | '؟' | '؛' | '۔' => {
                matches!(run.as_bytes().get(end), None | Some(b'"' | b')'))
                    && !abbreviates(&run[start..at])
            }
            _ => false,
        };
        if ends {
            start = end;
        }
        ends.then_some(end)
    })
}

fn abbreviates(before: &str) -> bool {
    let word = before.rsplit('(').next().unwrap_or_default();
    ABBREVIATIONS.contains(&word) || word.chars().count() == 1
}

#[cfg(test)]
mod tests {
    use super::ends;

    #[test]
    fn abbreviations_do_not_end_sentences() {
        let text =
            "we use e.g. cookies, logs (etc. too) in the u.s. today. you may object; \"stop!\" a.b";
        let last: Vec<&str> = text
            .split(' ')
            .filter(|run| ends(run).count() > 0)
            .collect();
        assert_eq!(last, ["today.", "object;", "\"stop!\""]);
    }

    #[test]
    fn sentences_end_in_every_script() {
        assert_eq!(ends("保存します。販売しません。").count(), 2);
        assert_eq!(ends("العنوان؟").count(), 1);
    }

    #[test]
    fn a_sentence_ends_before_its_closing_quote() {
        assert_eq!(ends("stop!\"").collect::<Vec<_>>(), [5]);
    }
}
