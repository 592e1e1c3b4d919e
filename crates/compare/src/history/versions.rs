//! What a file's name says about the version in it. The page's catalogue and the command line
//! share these rules, so that both put versions into the same order.

use model::Date;

/// File extensions of versions, most preferred first: Markdown is what publishers write
/// themselves.
pub const ENDINGS: [&str; 4] = ["md", "html", "htm", "txt"];

/// Name of the file with the settings of an organisation, in the same folder as its versions.
pub const SETTINGS: &str = "organisation.toml";

/// Names, without extension, of files that accompany versions.
const NOTES: [&str; 6] = [
    "source", "sources", "readme", "license", "licence", "notice",
];

/// Whether a file name cannot be a version: that of a hidden file or of a note, such as a readme.
#[must_use]
pub fn is_note(file: &str) -> bool {
    let stem = file.split('.').next().unwrap_or("").to_ascii_lowercase();
    file.starts_with('.') || NOTES.contains(&stem.as_str())
}

/// Returns a file's name without its extension, and the extension in lower case if it is one of
/// [`ENDINGS`].
#[must_use]
pub fn split_ending(file: &str) -> (&str, Option<String>) {
    let Some((stem, ending)) = file.rsplit_once('.') else {
        return (file, None);
    };
    let ending = ending.to_ascii_lowercase();
    let known = ENDINGS.contains(&ending.as_str());
    (stem, known.then_some(ending))
}

/// Returns the sort key of a file name: by name without extension, then by position in
/// [`ENDINGS`].
#[must_use]
pub fn preference(file: &str) -> (String, Option<usize>) {
    let (stem, ending) = split_ending(file);
    let rank = ENDINGS
        .iter()
        .position(|known| Some(*known) == ending.as_deref());
    (stem.to_owned(), rank)
}

/// Returns the date that a version is named by, or `None` if `name` is not exactly `YYYY-MM-DD`.
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
