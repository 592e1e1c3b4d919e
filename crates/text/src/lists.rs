//! Lists of words in all languages at once, for what is read before the language is known: dates,
//! titles, addresses. All are in lower case.

use crate::pack;

/// Words beside a date by which it is the one that the text takes effect on.
pub const EFFECTIVE: &[&str] = &pack::EFFECTIVE;
/// Words beside a date by which it is the one of a change.
pub const UPDATED: &[&str] = &pack::UPDATED;
/// Words beside a date by which it is the one of publication.
pub const PUBLISHED: &[&str] = &pack::PUBLISHED;
/// Labels of a date that count only where nothing else stands beside it.
pub const DATE_LABELS: &[&str] = &pack::DATE_LABELS;
/// What stands behind the numbers of year, month and day.
pub const DATE_SIGNS: &[[char; 3]] = &pack::DATE_SIGNS;
/// What may stand between the number of a day and its month.
pub const DATE_FILLERS: &[&str] = &pack::DATE_FILLERS;
/// What may stand right behind the number of a day.
pub const ORDINALS: &[&str] = &pack::ORDINALS;
/// Words for the policy itself.
pub const OWN_NAMES: &[&str] = &pack::OWN_NAMES;
/// Words for laws and other documents.
pub const OTHER_TEXTS: &[&str] = &pack::OTHER_TEXTS;
/// What a version of the policy is called that is still to come.
pub const COMING: &[&str] = &pack::COMING;
/// Words that point to the text in which they stand.
pub const POINTING: &[&str] = &pack::POINTING;
/// Words that begin a sentence and hardly ever a title.
pub const SENTENCE_STARTS: &[&str] = &pack::SENTENCE_STARTS;
/// Last words of the names of companies.
pub const COMPANIES: &[&str] = &pack::COMPANIES;
/// What numbered parts of a document are called.
pub const DIVISIONS: &[&str] = &pack::DIVISIONS;
/// Titles that announce a table of contents.
pub const CONTENTS: &[&str] = &pack::CONTENTS;
/// What the title of an earlier version of the same text begins with.
pub const EARLIER: &[&str] = &pack::EARLIER;
/// Words for a page, beside the number at its foot.
pub const PAGES: &[&str] = &pack::PAGES;
/// What the name of a banner that asks about cookies says it is about.
pub const BANNER_SUBJECTS: &[&str] = &pack::BANNER_SUBJECTS;
/// What the name of a banner may hold.
pub const BANNER_SHAPES: &[&str] = &pack::BANNER_SHAPES;
/// Words of the name of a banner.
pub const BANNER_WORDS: &[&str] = &pack::BANNER_WORDS;
/// Whole titles of error pages and checks for robots.
pub const ERROR_TITLES: &[&str] = &pack::ERROR_TITLES;
/// What only error pages and checks for robots say.
pub const ERROR_SIGNS: &[&str] = &pack::ERROR_SIGNS;
/// Whole titles of pages to log in or to consent.
pub const WALL_TITLES: &[&str] = &pack::WALL_TITLES;
/// What only pages to log in or to consent say.
pub const WALL_SIGNS: &[&str] = &pack::WALL_SIGNS;
/// What stands for an at sign in an address that is spelt out.
pub const AT: &[&str] = &pack::AT;
/// What stands for a dot in an address that is spelt out.
pub const DOT: &[&str] = &pack::DOT;
/// Parts of a web address that only pages on data protection have.
pub const POLICY_ADDRESSES: &[&str] = &pack::POLICY_ADDRESSES;
/// What an e-mail address begins with that goes to the data protection officer.
pub const DPO: &[&str] = &pack::DPO;
/// What an e-mail address begins with that goes to the office for data protection.
pub const PRIVACY: &[&str] = &pack::PRIVACY;
/// What an e-mail address begins with that goes to the office for security.
pub const SECURITY: &[&str] = &pack::SECURITY;
/// What an e-mail address begins with that goes to an office for the press, applicants or the police.
pub const FOR_OTHERS: &[&str] = &pack::FOR_OTHERS;

/// The month, 1 to 12, that a word in any case names.
#[must_use]
pub fn month(word: &str) -> Option<i8> {
    /// Bytes of the longest name.
    const LONGEST: usize = 12;
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let found = pack::MONTHS.binary_search_by(|(name, _)| (*name).cmp(&word));
    found.ok().map(|at| pack::MONTHS[at].1)
}

/// True for a lower-case word that comes and goes without changing what is said.
#[must_use]
pub fn is_neutral(word: &str) -> bool {
    pack::holds(&pack::NEUTRAL, word)
}

/// True for a lower-case word by which a sentence denies.
#[must_use]
pub fn is_denying(word: &str) -> bool {
    word.ends_with("n't") || pack::holds(&pack::DENYING, word)
}

/// True for a lower-case word that binds sentences together and says little about their subject.
#[must_use]
pub fn is_small_word(word: &str) -> bool {
    pack::holds(&pack::SMALL_WORDS, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_named_in_any_language_and_case() {
        assert_eq!(month("OCTOBER"), Some(10));
        assert_eq!(month("März"), Some(3));
        assert_eq!(month("févr"), Some(2));
        assert_eq!(month("day"), None);
    }

    #[test]
    fn what_only_tells_a_language_binds_no_sentence() {
        assert!(is_small_word("the") && is_small_word("über"));
        assert!(!is_small_word("dati"));
    }
}
