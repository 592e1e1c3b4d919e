//! In which language a text is.
//!
//! A language shows by its most frequent small words. Trigram models were rejected for their
//! size; a policy has hundreds of articles and conjunctions, which decide alone.

use crate::{
    language::{COUNT, Language},
    lexer::bare_words,
    pack::{LONGEST_TELLING, PACKS, TELLING},
    script::Scripts,
};

/// How many words of a text show each language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown([u32; COUNT]);

/// Words that a passage needs before it can be in another language than its document.
const ENOUGH: u32 = 4;

impl Shown {
    /// The languages that the words of a text show.
    #[must_use]
    pub fn by(text: &str) -> Self {
        let mut shown = Self::default();
        bare_words(text).for_each(|word| shown.see(word));
        shown
    }

    fn see(&mut self, word: &str) {
        let mut languages = languages_of(word);
        while languages != 0 {
            self.0[languages.trailing_zeros() as usize] += 1;
            // Clears the lowest bit.
            languages &= languages - 1;
        }
    }

    /// Adds the words of another text.
    pub fn add(&mut self, other: &Self) {
        for (own, others) in self.0.iter_mut().zip(other.0) {
            *own += others;
        }
    }

    /// The language of a passage with these words in a document in language `own`: another one
    /// only where its words are there and outnumber those of the document's language two to one,
    /// as quotes and names of other languages hold a few.
    #[must_use]
    pub fn language(&self, own: Language) -> Language {
        let counts = &self.0;
        let few = counts[own.0];
        let most = (0..COUNT).max_by_key(|at| (counts[*at], COUNT - at));
        let other = most.filter(|at| counts[*at] >= ENOUGH && counts[*at] > few * 2);
        other.map_or(own, Language)
    }
}

/// The languages that a word shows, a bit for each.
fn languages_of(word: &str) -> u32 {
    let mut buffer = [0; LONGEST_TELLING];
    let lower;
    let word = if word.is_ascii() {
        let Some(ascii) = buffer.get_mut(..word.len()) else {
            return 0;
        };
        ascii.copy_from_slice(word.as_bytes());
        ascii.make_ascii_lowercase();
        &*ascii
    } else {
        lower = word.to_lowercase();
        lower.as_bytes()
    };
    let found = TELLING.binary_search_by(|(known, _)| known.as_bytes().cmp(word));
    found.map_or(0, |at| TELLING[at].1)
}

/// The language of some texts as a BCP 47 tag; `und` where there is too little to tell.
pub fn detect<'a>(texts: impl Iterator<Item = &'a str>) -> &'static str {
    /// Words read: more do not change the answer.
    const ENOUGH: usize = 2_000;
    let mut shown = Shown::default();
    let mut scripts = Scripts::default();
    let mut words = 0;
    for word in texts.flat_map(bare_words).take(ENOUGH) {
        words += 1;
        scripts.see(word);
        shown.see(word);
    }
    if let Some(tag) = scripts.decided() {
        return tag;
    }
    let counts = shown.0.iter().zip(&PACKS).rev();
    match counts.max_by_key(|(count, _)| **count) {
        // One word in ten is far below what any of these languages has and above what chance gives.
        Some((&count, pack)) if count >= 3 && count * 10 >= words => pack.tag,
        _ => "und",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(detect(std::iter::once(text)), expected);
    }

    #[test]
    fn languages_are_told_by_their_small_words() {
        check(
            "We collect the data that you give to us and use it for our services.",
            "en",
        );
        check(
            "Wir verarbeiten die Daten, die Sie uns geben, und nutzen sie nicht für Werbung.",
            "de",
        );
        check(
            "Nous traitons les données que vous nous donnez dans le cadre de nos services.",
            "fr",
        );
        check(
            "Tratamos los datos que usted nos da para prestar nuestros servicios y nada más.",
            "es",
        );
        check(
            "Esta política de privacidad explica la forma en que recogemos y usamos la información de \
             las personas que visitan nuestra página de Internet y la base de la ley que lo permite.",
            "es",
        );
        check(
            "A presente política de privacidade explica de que forma a empresa de que é cliente trata \
             os dados e a base da lei que o permite.",
            "pt",
        );
        check(
            "Wij verwerken de gegevens die u ons geeft en gebruiken het niet voor een ander doel.",
            "nl",
        );
        check("個人情報の取り扱いについて説明します。", "ja");
        check("Мы обрабатываем данные, которые вы нам передаёте.", "ru");
    }

    #[test]
    fn too_little_text_has_no_language() {
        check("", "und");
        check("1234 5678", "und");
        check(
            "Lorem ipsum dolor sit amet consectetur adipiscing elit",
            "und",
        );
    }

    #[test]
    fn a_passage_may_be_in_another_language_than_its_document() {
        let check = |own: &str, text: &str, expected: &str| {
            let own = Language::of_tag(own).unwrap_or_default();
            assert_eq!(Shown::by(text).language(own).tag(), expected, "{text}");
        };
        let text = "Wir speichern die Daten, und Sie können sie bei uns löschen.";
        check("en-GB", text, "de");
        let text = "WIR speichern DIE Daten, und SIE können sie bei uns löschen.";
        check("en", text, "de");
        let text = "We use the service “Die Daten der Welt” and keep it.";
        check("en", text, "en");
    }
}
