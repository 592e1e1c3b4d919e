//! How long versions are to read and how hard, in sentences: the same on the page and in reports.

use super::view::{Wording, plural};
use model::{Readability, ReadingHelp};

/// Points between which a text reads about as easily: half of the bands of ten into which the
/// measures' authors divided their scales.
const SAME: i32 = 5;

/// What is said of one version: its time to read, and its readability where it has been measured.
#[must_use]
pub fn reading_of(help: &ReadingHelp, wording: Wording) -> Vec<String> {
    let locale = wording.locale;
    let mut lines = vec![locale.reading_one(&minutes(help, wording), &wording.words(help.words))];
    if let (Some(measure), Some(score)) = (help.measure, help.score) {
        lines.push(locale.ease_one(name(measure), &score.to_string()));
    }
    lines
}

/// What is said of two versions, and how the second reads beside the first. Scales of two
/// languages are not compared.
#[must_use]
pub fn reading_of_both(old: &ReadingHelp, new: &ReadingHelp, wording: Wording) -> Vec<String> {
    let locale = wording.locale;
    let mut lines = vec![locale.reading_both(
        &minutes(old, wording),
        &wording.words(old.words),
        &minutes(new, wording),
        &wording.words(new.words),
    )];
    if let (Some(measure), Some(before), Some(now)) = (new.measure, old.score, new.score)
        && old.measure == new.measure
    {
        let change = match now - before {
            SAME.. => locale.ease_easier(),
            n if n <= -SAME => locale.ease_harder(),
            _ => locale.ease_same(),
        };
        let (before, now) = (before.to_string(), now.to_string());
        lines.push(locale.ease_both(name(measure), &before, &now, change));
    }
    lines
}

fn minutes(help: &ReadingHelp, wording: Wording) -> String {
    let shown = wording.number(help.minutes);
    wording.locale.minutes(plural(help.minutes), &shown)
}

/// The measure by the names of its authors.
fn name(measure: Readability) -> &'static str {
    match measure {
        Readability::Flesch => "Flesch",
        Readability::Amstad => "Amstad",
        Readability::KandelMoles => "Kandel and Moles",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use messages::Locale;

    fn help(words: usize, minutes: usize, score: Option<i32>) -> ReadingHelp {
        ReadingHelp {
            words,
            minutes,
            measure: score.map(|_| Readability::Flesch),
            score,
        }
    }

    fn both(old: &ReadingHelp, new: &ReadingHelp) -> String {
        reading_of_both(old, new, Wording::plain(Locale::En)).join(" ")
    }

    #[test]
    fn a_longer_and_harder_version() {
        assert_eq!(
            both(&help(200, 1, Some(60)), &help(1200, 6, Some(40))),
            "About 1 minute to read (200 words) before, about 6 minutes (1200 words) now. \
             Readability by Flesch: 60 before, 40 now, harder to read (100 is very easy, 0 very \
             hard)."
        );
    }

    #[test]
    fn small_differences_are_none() {
        let text = both(&help(200, 1, Some(60)), &help(200, 1, Some(56)));
        assert!(text.contains("about as easy to read"), "{text}");
    }

    #[test]
    fn scales_of_two_languages_are_not_compared() {
        let mut german = help(200, 1, Some(60));
        german.measure = Some(Readability::Amstad);
        assert!(!both(&german, &help(200, 1, Some(10))).contains("Readability"));
        assert!(!both(&help(20, 1, None), &help(200, 1, Some(10))).contains("Readability"));
    }
}
