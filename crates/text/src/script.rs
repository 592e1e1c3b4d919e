//! Scripts: which letters are set without spaces, which characters nobody sees, and which
//! languages show by their letters alone.

/// True for kana, Chinese characters and Thai, between which no space is set.
#[must_use]
pub fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{e4e}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// True for the letters of [`is_unspaced`] and for the marks that are set between them.
pub(crate) fn is_unspaced_or_mark(c: char) -> bool {
    is_unspaced(c) || matches!(c, '\u{3000}'..='\u{3040}' | '\u{ff01}'..='\u{ff60}')
}

/// True for Hangul and Arabic, whose particles stand right behind a foreign word.
pub(crate) fn has_particles(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{ac00}'..='\u{d7af}')
}

/// True for zero-width and soft characters that no reader sees, and for directional marks.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// How many letters of a text belong to scripts that one language, or nearly one, uses.
#[derive(Debug, Default)]
pub(crate) struct Scripts {
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
    /// Counts the letters of one word.
    pub(crate) fn see(&mut self, word: &str) {
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

    /// BCP 47 tag of the language whose script most letters are of.
    pub(crate) fn decided(&self) -> Option<&'static str> {
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
