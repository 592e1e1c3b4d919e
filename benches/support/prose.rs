//! Prose that behaves like that of policies: a few words very often, many words once or twice,
//! paragraphs and lists of ordinary length under headings.
//!
//! Uniformly random words were rejected: they have no boilerplate, which is what an index by rare
//! words has to cope with.

use super::random::Random;

/// The frequent end of the vocabulary, most frequent first.
const COMMON: &str = "the to and of you we your or our for information in with that may are data \
    personal this on is as services use by us not other from any if about it collect these will \
    have when such can which account an be policy third provide law service parties cookies \
    privacy how who they their at access website share example people to send rights contact \
    including request device email time do address one only also browser more so security \
    delete legal payment make there some keep company against visit protect where purposes \
    while consent country transfer record page agree notice before name need change store";

/// Words that follow the common ones; made of syllables, as a stand-in for names and rarities.
const RARE: usize = 12_000;

const SYLLABLES: [&str; 32] = [
    "ba", "cor", "del", "en", "fi", "gra", "ho", "in", "ju", "ka", "lor", "me", "nus", "or", "pel",
    "qua", "ri", "sta", "tor", "un", "ver", "wil", "xa", "yon", "zet", "tri", "plo", "mar", "shi",
    "cle", "dro", "bis",
];

/// A paragraph or a list item.
#[derive(Clone)]
pub struct Passage {
    pub text: String,
    pub is_item: bool,
}

/// A heading with what stands under it.
#[derive(Clone)]
pub struct Section {
    pub heading: String,
    pub passages: Vec<Passage>,
}

/// Writes prose.
pub struct Writer {
    words: Vec<String>,
    pub random: Random,
}

impl Writer {
    pub fn new(seed: u64) -> Self {
        let rare = (0..RARE).map(rare_word);
        let words = COMMON.split_whitespace().map(str::to_owned).chain(rare);
        Self {
            words: words.collect(),
            random: Random::new(seed),
        }
    }

    /// A word; the n-th of the vocabulary comes about 1/n as often as the first (Zipf's law).
    pub fn word(&mut self) -> String {
        let rank = (self.words.len() as f64).powf(self.random.share()) as usize;
        self.words[rank.min(self.words.len()) - 1].clone()
    }

    pub fn sentence(&mut self) -> String {
        let length = self.random.between(6, 30);
        let mut words: Vec<String> = (0..length).map(|_| self.word()).collect();
        if length > 12 {
            words[length / 2].push(',');
        }
        let mut sentence = capitalised(&words.join(" "));
        sentence.push('.');
        sentence
    }

    pub fn paragraph(&mut self) -> String {
        let sentences = self.random.between(1, 6);
        let sentences: Vec<String> = (0..sentences).map(|_| self.sentence()).collect();
        sentences.join(" ")
    }

    pub fn heading(&mut self) -> String {
        let length = self.random.between(2, 6);
        let words: Vec<String> = (0..length).map(|_| self.word()).collect();
        capitalised(&words.join(" "))
    }

    /// A section of about the size that sections of policies have.
    pub fn section(&mut self) -> Section {
        let mut passages = Vec::new();
        for _ in 0..self.random.between(1, 6) {
            passages.push(Passage {
                text: self.paragraph(),
                is_item: false,
            });
            if self.random.happens(0.25) {
                for _ in 0..self.random.between(3, 9) {
                    passages.push(Passage {
                        text: self.sentence(),
                        is_item: true,
                    });
                }
            }
        }
        Section {
            heading: self.heading(),
            passages,
        }
    }

    /// Sections that make up about this many bytes of Markdown.
    pub fn sections(&mut self, bytes: usize) -> Vec<Section> {
        let mut sections = Vec::new();
        let mut length = 0;
        while length < bytes {
            let section = self.section();
            length += section.markdown().len();
            sections.push(section);
        }
        sections
    }

    /// What a revision of a policy does: most passages stay, some change in a few words, few go,
    /// come or move; now and then a heading is renamed.
    pub fn revised(&mut self, sections: &[Section]) -> Vec<Section> {
        let mut out = Vec::new();
        let mut in_transit = None;
        for section in sections {
            let mut section = section.clone();
            if self.random.happens(0.05) {
                section.heading = self.heading();
            }
            let mut passages = Vec::new();
            for passage in section.passages {
                match self.random.below(100) {
                    0..2 => {}
                    2..4 => in_transit = Some(passage),
                    4..16 => passages.push(self.edited(&passage)),
                    _ => passages.push(passage),
                }
                if self.random.happens(0.02) {
                    let text = self.paragraph();
                    passages.push(Passage {
                        text,
                        is_item: false,
                    });
                }
            }
            if self.random.happens(0.2) {
                passages.extend(in_transit.take());
            }
            section.passages = passages;
            out.push(section);
        }
        out
    }

    /// The passage with some of its words replaced.
    pub fn edited(&mut self, passage: &Passage) -> Passage {
        let mut words: Vec<String> = passage.text.split(' ').map(str::to_owned).collect();
        for _ in 0..1 + words.len() / 12 {
            let at = self.random.below(words.len());
            words[at] = self.word();
        }
        Passage {
            text: words.join(" "),
            is_item: passage.is_item,
        }
    }
}

impl Section {
    pub fn markdown(&self) -> String {
        let mut out = format!("## {}\n", self.heading);
        let mut in_list = false;
        for passage in &self.passages {
            if !(in_list && passage.is_item) {
                out.push('\n');
            }
            if passage.is_item {
                out.push_str("* ");
            }
            out.push_str(&passage.text);
            out.push('\n');
            in_list = passage.is_item;
        }
        out
    }
}

/// A policy in Markdown.
pub fn markdown(sections: &[Section]) -> String {
    let sections: Vec<String> = sections.iter().map(Section::markdown).collect();
    format!("# Privacy Policy\n\n{}", sections.join("\n"))
}

/// Different numbers give different words.
fn rare_word(number: usize) -> String {
    let base = SYLLABLES.len();
    let syllables = [number / base / base, number / base % base, number % base];
    syllables.iter().map(|&s| SYLLABLES[s % base]).collect()
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}
