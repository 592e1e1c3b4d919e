//! The language of a text nobody declared, from its most frequent small words.
//!
//! Trigram models were rejected for their size; a policy has hundreds of articles and
//! conjunctions, which decide alone.

/// Words that are frequent in one language and rare in the others of the list.
const PROFILES: [(&str, &str); 13] = [
    (
        "en",
        "the and of to you your we our is are with for this that or by be not it as from",
    ),
    (
        "de",
        "der die und das wir ihre sie nicht mit den ist werden von zu ein eine oder für auf dem durch",
    ),
    (
        "fr",
        "les des vous nous vos et la est pour que par dans votre sur une aux ou ces pas du nos",
    ),
    (
        "es",
        "los las que usted para una por del con sus nuestra nuestros y el es su como puede más o",
    ),
    (
        "it",
        "che di gli della dei il per sono nostri una del con nel alla dati questo nostro le è o",
    ),
    (
        "nl",
        "het een van wij uw en zijn voor met niet dat te worden deze ons onze kunnen op of door",
    ),
    (
        "pt",
        "que os você para uma dos das não com nosso nossos seus sua por como em e ou ao são",
    ),
    (
        "pl",
        "nie się na do jest oraz przez w z że dane lub które być może są o od jako tym",
    ),
    (
        "sv",
        "och att det som vi för är av din dina till med inte eller kan den om på ett har",
    ),
    (
        "da",
        "og at det som vi for er af din dine til med ikke eller kan den om på et har",
    ),
    (
        "fi",
        "ja on ei se että tai voi joka sekä ovat voimme jos kun niiden tämä mukaan kuin myös meidän",
    ),
    (
        "cs",
        "a je se na že v o které nebo pro jsou vaše jako být může osobní údaje do k při",
    ),
    (
        "tr",
        "ve bir bu için ile olarak veya da daha kişisel olan gibi biz tarafından en sizin ne her de",
    ),
];

/// Words read: more do not change the answer.
const ENOUGH: usize = 2_000;

/// The language of a text as a BCP 47 tag; `und` where there is too little to tell.
pub(super) fn detect<'a>(texts: impl Iterator<Item = &'a str>) -> &'static str {
    let mut counts = [0_usize; PROFILES.len()];
    let mut scripts = Scripts::default();
    let mut words = 0;
    let known = known_words();
    for word in texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())) {
        if word.is_empty() {
            continue;
        }
        words += 1;
        if words > ENOUGH {
            break;
        }
        scripts.see(word);
        let Some(word) = packed(word) else { continue };
        let first = known.partition_point(|(known, _)| *known < word);
        let same = known.iter().skip(first);
        for (_, language) in same.take_while(|(known, _)| *known == word) {
            if let Some(count) = counts.get_mut(*language) {
                *count += 1;
            }
        }
    }
    if let Some(tag) = scripts.decided() {
        return tag;
    }
    let best = counts
        .iter()
        .zip(PROFILES)
        .rev()
        .max_by_key(|(count, _)| **count);
    match best {
        // One word in ten is far below what any of these languages has and above what chance gives.
        Some((count, (tag, _))) if *count >= 3 && *count * 10 >= words => tag,
        _ => "und",
    }
}

/// A word in lower case as one number, to be compared at one blow; `None` where it is longer than
/// any word of the profiles.
fn packed(word: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    let place = bytes.get_mut(..word.len())?;
    if word.is_ascii() {
        place.copy_from_slice(word.as_bytes());
        place.make_ascii_lowercase();
    } else {
        let lower = word.to_lowercase();
        bytes
            .get_mut(..lower.len())?
            .copy_from_slice(lower.as_bytes());
    }
    Some(u128::from_be_bytes(bytes))
}

/// Every word of the profiles with its language, in order.
fn known_words() -> Vec<(u128, usize)> {
    let of = |(language, (_, words)): (usize, &(&str, &'static str))| {
        let words = words.split(' ').filter_map(packed);
        words.map(move |word| (word, language)).collect::<Vec<_>>()
    };
    let mut known: Vec<_> = PROFILES.iter().enumerate().flat_map(of).collect();
    known.sort_unstable();
    // "nous" and "una" stand twice in a profile and still say one thing.
    known.dedup();
    known
}

/// Letters of scripts that one language, or nearly one, uses.
#[derive(Debug, Default)]
struct Scripts {
    letters: usize,
    kana: usize,
    han: usize,
    hangul: usize,
    cyrillic: usize,
    ukrainian: usize,
    greek: usize,
    arabic: usize,
    hebrew: usize,
}

impl Scripts {
    fn see(&mut self, word: &str) {
        if word.is_ascii() {
            self.letters += word.len();
            return;
        }
        for c in word.chars() {
            self.letters += 1;
            match c {
                '\u{3040}'..='\u{30ff}' => self.kana += 1,
                '\u{4e00}'..='\u{9fff}' => self.han += 1,
                '\u{ac00}'..='\u{d7af}' => self.hangul += 1,
                'і' | 'ї' | 'є' | 'ґ' => self.ukrainian += 1,
                '\u{400}'..='\u{4ff}' => self.cyrillic += 1,
                '\u{370}'..='\u{3ff}' => self.greek += 1,
                '\u{600}'..='\u{6ff}' => self.arabic += 1,
                '\u{590}'..='\u{5ff}' => self.hebrew += 1,
                _ => {}
            }
        }
    }

    fn decided(&self) -> Option<&'static str> {
        let most = |count: usize| count * 2 > self.letters;
        if self.letters == 0 {
            None
        } else if self.kana > 0 && most(self.kana + self.han) {
            Some("ja")
        } else if most(self.han) {
            Some("zh")
        } else if most(self.hangul) {
            Some("ko")
        } else if most(self.cyrillic + self.ukrainian) {
            // About one Ukrainian letter in twelve is one that Russian does not have.
            Some(if self.ukrainian * 40 > self.cyrillic {
                "uk"
            } else {
                "ru"
            })
        } else if most(self.greek) {
            Some("el")
        } else if most(self.arabic) {
            Some("ar")
        } else if most(self.hebrew) {
            Some("he")
        } else {
            None
        }
    }
}

/// A declared language as a tag with the usual separators; `None` for what is no tag.
pub(super) fn declared(value: &str) -> Option<String> {
    let tag = value.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let primary = parts.next()?;
    let shaped =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    let rest = parts
        .all(|p| !p.is_empty() && p.len() <= 8 && p.bytes().all(|b| b.is_ascii_alphanumeric()));
    (shaped && rest).then_some(tag)
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
            "Wij verwerken de gegevens die u ons geeft en gebruiken het niet voor een ander doel.",
            "nl",
        );
        check("個人情報の取り扱いについて説明します。", "ja");
        check("Мы обрабатываем данные, которые вы нам передаёте.", "ru");
    }

    #[test]
    fn no_known_word_is_too_long_to_be_looked_up() {
        let words = |(_, words): &(&str, &'static str)| words.split(' ').collect::<Vec<_>>();
        assert!(
            PROFILES
                .iter()
                .flat_map(words)
                .all(|word| packed(word).is_some())
        );
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
    fn declared_tags_are_taken_in_the_usual_spelling() {
        assert_eq!(declared("de_DE"), Some("de-DE".to_owned()));
        assert_eq!(declared("en"), Some("en".to_owned()));
        assert_eq!(declared("english language"), None);
    }
}
