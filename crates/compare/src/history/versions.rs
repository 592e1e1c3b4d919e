//! What a file's name says about the version in it: the same for the page's catalogue and for the
//! command line, so that both put versions into one order.

use model::Date;

/// Endings of versions, the preferred one first: Markdown is what publishers write themselves.
pub const ENDINGS: [&str; 4] = ["md", "html", "htm", "txt"];

/// The file that says things about an organisation, beside its versions.
pub const SETTINGS: &str = "organisation.toml";

/// Names of files that accompany versions.
const NOTES: [&str; 6] = [
    "source", "sources", "readme", "license", "licence", "notice",
];

/// True for files that are plainly no versions: notes on them, and hidden files.
#[must_use]
pub fn is_note(file: &str) -> bool {
    let stem = file.split('.').next().unwrap_or("").to_ascii_lowercase();
    file.starts_with('.') || NOTES.contains(&stem.as_str())
}

/// A file's name without its ending, and the ending in lower case where versions may have it.
#[must_use]
pub fn split_ending(file: &str) -> (&str, Option<String>) {
    match file.rsplit_once('.') {
        Some((stem, ending)) => {
            let ending = ending.to_ascii_lowercase();
            let known = ENDINGS.contains(&ending.as_str());
            (stem, known.then_some(ending))
        }
        None => (file, None),
    }
}

/// Sorts files so that of two with the same version name the preferred ending comes first.
#[must_use]
pub fn preference(file: &str) -> (String, Option<usize>) {
    let (stem, ending) = split_ending(file);
    let rank = ENDINGS
        .iter()
        .position(|known| Some(*known) == ending.as_deref());
    (stem.to_owned(), rank)
}

/// The date that a version's name is, where it is one, written in full.
#[must_use]
pub fn name_date(name: &str) -> Option<Date> {
    let date: Date = name.parse().ok()?;
    (date.to_string() == name).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_days_of_the_calendar_are_dates() {
        assert_eq!(name_date("2020-02-29").map(Date::day), Some(29));
        for name in ["2020-02-30", "2020-2-9", "2020-02-29b", "first", ""] {
            assert_eq!(name_date(name), None, "{name}");
        }
    }

    #[test]
    fn names_are_told_apart_from_notes() {
        assert!(
            ["SOURCE.txt", "readme.md", ".hidden.md"]
                .iter()
                .all(|n| is_note(n))
        );
        assert!(!is_note("2020-01-01.md"));
        assert_eq!(split_ending("a.b.HTML"), ("a.b", Some("html".to_owned())));
        assert_eq!(split_ending("a.pdf"), ("a", None));
        assert!(preference("a.md") < preference("a.txt"));
    }
}
