//! What is known of each language, as the build made it of the files under `languages`.
//!
//! A [`Pack`] is asked where the language of a text is known. The lists hold the words of all
//! languages: a document is read, and its versions are put in order by their dates, before
//! anybody knows in which language it is.

include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// One language.
#[derive(Debug)]
pub(crate) struct Pack {
    /// BCP 47 tag.
    pub(crate) tag: &'static str,
    /// Words before an apostrophe that are words of their own.
    pub(crate) elisions: &'static [&'static str],
    /// Abbreviations that are followed by more of their sentence.
    pub(crate) abbreviations: &'static [&'static str],
    /// Abbreviations that may end a sentence.
    pub(crate) final_abbreviations: &'static [&'static str],
    /// Words that open sentences far more often than they follow a name.
    pub(crate) openers: &'static [&'static str],
    /// A number with a dot ends no sentence: "3. März".
    pub(crate) dotted_ordinals: bool,
    /// `03/04/2019` can be March.
    pub(crate) month_first: bool,
    pub(crate) readability: Option<Readability>,
}

/// How hard a text of the language reads: a start, minus words per sentence and syllables per
/// word by their weights.
#[derive(Debug)]
pub struct Readability {
    /// Name of the measure.
    pub name: &'static str,
    /// The score of a text without words.
    pub start: f64,
    /// Weight of the mean number of words in a sentence.
    pub sentence: f64,
    /// Weight of the mean number of syllables in a word.
    pub syllable: f64,
    /// Letters that sound, in lower case.
    pub vowels: &'static str,
    /// Ends that are not spoken behind a consonant, longest first.
    pub silent_ends: &'static [&'static str],
    /// How many words a reader reads in a minute.
    pub words_per_minute: usize,
}

/// True where a sorted list holds the word.
pub(crate) fn holds(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}
