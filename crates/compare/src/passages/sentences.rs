//! Where the sentences of a passage end in its comparison form; they are the unit in which
//! content travels between sections.
//!
//! A comparison form has no capitals, which tell where sentences begin. So sentences are cut in
//! the text as published, and their ends are carried over by counting runs of visible characters.
//! Cutting comparison forms by rules of their own was rejected: what is said to have moved should
//! be the sentences that are quoted.

use text::{
    Language,
    script::is_invisible,
    sentence::{abbreviates, ends_without_space, sentences},
};

/// How many runs of the comparison form stand before each end of a sentence within the passage.
pub(crate) fn ends(published: &str, normal: &str, language: Language) -> Vec<usize> {
    let sentences = sentences(published, language);
    let Some((_, inner)) = sentences.split_last() else {
        return Vec::new();
    };
    let mut left = inner;
    let (mut ends, mut runs, mut at) = (Vec::new(), 0, 0);
    for run in published.split(char::is_whitespace) {
        runs += usize::from(begins_run(run) || runs == 0 && !run.is_empty());
        let end = at + run.len();
        while let Some((next, rest)) = left.split_first()
            && next.end <= end
        {
            // Between letters without spaces a run goes on behind its sentence.
            if next.end == end {
                ends.push(runs);
            }
            left = rest;
        }
        at = end + published[end..].chars().next().map_or(0, char::len_utf8);
    }
    // The number of a list item is no part of the comparison form.
    let dropped = runs.saturating_sub(normal.split(' ').count());
    ends.into_iter()
        .filter_map(|end| end.checked_sub(dropped))
        .collect()
}

/// True where the comparison form keeps the space before a run.
fn begins_run(run: &str) -> bool {
    let first = run.chars().find(|c| !is_invisible(*c));
    first.is_some_and(|c| !matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '…'))
}

/// The positions behind which a run of the comparison form begins a new part of the passage,
/// whatever stands around it: clauses of a sentence, what a mark closes that may end one, and
/// sentences in scripts without spaces. Such parts are finer than sentences and never reach across
/// an end of one. Quotes and brackets that follow belong to the next part, which costs nothing,
/// since they are no words.
pub(crate) fn breaks(run: &str, language: Language) -> impl Iterator<Item = usize> {
    let mut start = 0;
    run.char_indices().filter_map(move |(at, c)| {
        let end = at + c.len_utf8();
        let is_last = || matches!(run.as_bytes().get(end), None | Some(b'"' | b')'));
        let breaks = match c {
            '；' => true,
            ';' | '؛' => is_last(),
            '.' | '!' | '?' => is_last() && !abbreviates(&run[start..at], language),
            _ => ends_without_space(c),
        };
        if breaks {
            start = end;
        }
        breaks.then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(published: &str, expected: &[usize]) {
        let normal = document::normalise(published);
        let found = ends(published, &normal, Language::ENGLISH);
        assert_eq!(found, expected, "{normal}");
    }

    #[test]
    fn sentences_end_where_they_do_in_the_published_text() {
        check("We use e.g. Cookies. You may object. So be it.", &[4, 7]);
        check("One sentence only.", &[]);
        check("", &[]);
        check("It is in the U.S. today. It stays.", &[6]);
    }

    #[test]
    fn runs_that_the_comparison_form_lacks_are_not_counted() {
        check("1. We keep it. \u{200b} Why ? Because.", &[3, 4]);
        check("• Names … and more. Others.", &[3]);
    }

    #[test]
    fn a_sentence_without_a_space_behind_it_ends_inside_its_run() {
        check("保存します。Cookie を使う。終わり です。", &[]);
        assert_eq!(
            breaks("保存します。販売しません。", Language::ENGLISH).count(),
            2
        );
    }

    #[test]
    fn parts_end_at_semicolons_and_at_marks_that_may_end_a_sentence() {
        let text = "we use e.g. cookies, logs (etc. too) today. you may object; \"stop!\" a.b p. 3";
        let broken: Vec<&str> = text
            .split(' ')
            .filter(|run| breaks(run, Language::ENGLISH).count() > 0)
            .collect();
        assert_eq!(broken, ["today.", "object;", "\"stop!\""]);
        assert_eq!(
            breaks("stop!\"", Language::ENGLISH).collect::<Vec<_>>(),
            [5]
        );
    }
}
