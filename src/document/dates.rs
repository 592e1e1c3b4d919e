//! Dates that a policy gives itself.

const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janvier", "jan", "jän", "jänner"],
    &["february", "februar", "février", "fevrier", "feb"],
    &["march", "märz", "mars", "mar"],
    &["april", "avril", "apr"],
    &["may", "mai"],
    &["june", "juni", "juin", "jun"],
    &["july", "juli", "juillet", "jul"],
    &["august", "août", "aout", "aug"],
    &["september", "septembre", "sept", "sep"],
    &["october", "oktober", "octobre", "oct", "okt"],
    &["november", "novembre", "nov"],
    &["december", "dezember", "décembre", "decembre", "dec", "dez"],
];

/// The month, 1 to 12, that a word names in English, German or French.
pub(super) fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches(['.', ',']).to_lowercase();
    (1..)
        .zip(MONTHS)
        .find(|(_, names)| names.contains(&word.as_str()))
        .map(|(n, _)| n)
}

/// Whether a word names a month.
pub(super) fn is_month(word: &str) -> bool {
    month(word).is_some()
}
