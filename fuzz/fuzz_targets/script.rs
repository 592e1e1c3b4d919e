//! A policy put together from seed paragraphs, and the edits that make its next version.

use arbitrary::Arbitrary;

/// Sentences of an invented seed library; some share much, as policies do.
const SENTENCES: [&str; 24] = [
    "We keep order records for seven years because tax law requires it.",
    "We keep order records for ten years because tax law requires it.",
    "Order records stay in a locked ledger.",
    "We do not sell your personal data.",
    "We may share your personal data with partners who send our parcels.",
    "We may share personal information with partners, unless you object.",
    "You may ask us to delete your account at any time.",
    "You may ask us to correct or delete your account.",
    "Write to seeds@library.example if anything here worries you.",
    "Our data protection officer reads dpo@library.example.",
    "A single cookie remembers which language you picked.",
    "The “Services” aren’t ours – they’re yours.",
    "The \"Services\" aren't ours - they're yours.",
    "Last updated: 3 May 2020",
    "Effective date: November 26, 2019",
    "This policy was updated on 2021-02-28.",
    "Wir speichern Ihre Daten nur so lange, wie es nötig ist.",
    "Nous conservons vos données pendant 13 mois.",
    "当社は個人データを保存しません。",
    "نحن لا نبيع بياناتك الشخصية.",
    "See [our list](https://library.example/list?a=1) and **nothing else**.",
    "See [our list](https://other.example/list) and *nothing else*.",
    "* not a list, `code`, <b>bold</b> &amp; more",
    "Under 13s must not use the shop: we ask for their parents’ consent.",
];

const HEADINGS: [&str; 10] = [
    "Privacy Policy",
    "What we collect",
    "Information we collect",
    "Cookies",
    "Sharing",
    "Who we share it with",
    "How long we keep it",
    "Your rights",
    "Your choices",
    "Contact us",
];

/// Longest text a script may grow to: enough for quadratic work to show, small enough that
/// linear work stays under the fuzzer's time limit.
const LONGEST: usize = 60_000;

#[derive(Arbitrary, Clone, Debug)]
enum Piece {
    Heading { level: u8, which: u8 },
    Paragraph(Vec<u8>),
    Item { depth: u8, which: u8 },
    Row(u8, u8),
    Quote(u8),
    BoldLine(u8),
    Words(Vec<u8>),
    Raw(String),
}

#[derive(Arbitrary, Debug)]
enum Edit {
    Remove(u8),
    Insert(u8, Piece),
    Swap(u8, u8),
    Rotate(u8),
    Cut(u8),
    Join(u8),
    Repeat { at: u8, times: u8, alter: bool },
    Replace { at: u8, which: u8 },
    Rename(u8, u8),
    Term { old: u8, new: u8 },
    Requote,
    Uppercase(u8),
}

#[derive(Arbitrary, Debug)]
pub struct Script {
    pieces: Vec<Piece>,
    before: Vec<Edit>,
    edits: Vec<Edit>,
}

impl Script {
    /// The two versions, as Markdown.
    pub fn texts(self) -> (String, String) {
        let mut lines: Vec<String> = self.pieces.iter().map(Piece::markdown).collect();
        self.before.iter().for_each(|edit| edit.apply(&mut lines));
        let old = lines.concat();
        self.edits.iter().for_each(|edit| edit.apply(&mut lines));
        (old, lines.concat())
    }
}

fn pick<'a>(list: &[&'a str], which: u8) -> &'a str {
    list[usize::from(which) % list.len()]
}

impl Piece {
    fn markdown(&self) -> String {
        let sentence = |which: &u8| pick(&SENTENCES, *which);
        match self {
            Self::Heading { level, which } => {
                let marks = "#".repeat(usize::from(level % 6) + 1);
                format!("{marks} {}\n\n", pick(&HEADINGS, *which))
            }
            Self::Paragraph(which) => {
                let all: Vec<&str> = which.iter().map(sentence).collect();
                format!("{}\n\n", all.join(" "))
            }
            Self::Item { depth, which } => {
                let indent = "  ".repeat(usize::from(depth % 4));
                format!("{indent}- {}\n", sentence(which))
            }
            Self::Row(a, b) => {
                format!("\n| a | b |\n|---|---|\n| {} | {} |\n\n", sentence(a), sentence(b))
            }
            Self::Quote(which) => format!("> {}\n\n", sentence(which)),
            Self::BoldLine(which) => format!("**{}**\n\n", pick(&HEADINGS, *which)),
            Self::Words(which) => {
                let words: Vec<&str> = which
                    .iter()
                    .filter_map(|w| {
                        let words = sentence(&(w / 8)).split(' ');
                        words.clone().nth(usize::from(w % 8)).or_else(|| words.last())
                    })
                    .collect();
                format!("{}\n\n", words.join(" "))
            }
            Self::Raw(text) => text.clone(),
        }
    }
}

impl Edit {
    fn apply(&self, lines: &mut Vec<String>) {
        if let Self::Insert(at, piece) = self {
            let at = usize::from(*at) % (lines.len() + 1);
            lines.insert(at, piece.markdown());
        }
        if lines.is_empty() {
            return;
        }
        let count = lines.len();
        let place = |at: &u8| usize::from(*at) % count;
        match self {
            Self::Insert(..) => {}
            Self::Remove(at) => drop(lines.remove(place(at))),
            Self::Swap(a, b) => lines.swap(place(a), place(b)),
            Self::Rotate(by) => lines.rotate_left(place(by)),
            Self::Cut(at) => {
                let line = &mut lines[place(at)];
                *line = line.replacen(". ", ".\n\n", 1);
            }
            Self::Join(at) => {
                let line = &mut lines[place(at)];
                let length = line.trim_end().len();
                line.truncate(length);
                line.push(' ');
            }
            Self::Repeat { at, times, alter } => {
                let at = place(at);
                let line = lines[at].clone();
                let total: usize = lines.iter().map(String::len).sum();
                let room = LONGEST.saturating_sub(total) / line.len().max(1);
                for n in 0..usize::from(*times).min(room) {
                    let copy = match alter {
                        true => line.replacen(' ', &format!(" {n} "), 1),
                        false => line.clone(),
                    };
                    lines.insert(at, copy);
                }
            }
            Self::Replace { at, which } => {
                let line = &mut lines[place(at)];
                let with = pick(&SENTENCES, *which).split(' ').next().unwrap_or_default();
                let word = line.split(' ').nth(1).unwrap_or_default().to_owned();
                *line = line.replacen(&word, with, 1);
            }
            Self::Rename(at, which) => {
                let line = &mut lines[place(at)];
                if line.starts_with('#') {
                    *line = format!("## {}\n\n", pick(&HEADINGS, *which));
                }
            }
            Self::Term { old, new } => {
                const TERMS: [&str; 5] =
                    ["personal data", "personal information", "account", "order records", "We"];
                let (old, new) = (pick(&TERMS, *old), pick(&TERMS, *new));
                lines.iter_mut().for_each(|l| *l = l.replace(old, new));
            }
            Self::Requote => lines
                .iter_mut()
                .for_each(|l| *l = l.replace(['“', '”'], "\"").replace('’', "'")),
            Self::Uppercase(at) => {
                let line = &mut lines[place(at)];
                *line = line.to_uppercase();
            }
        }
    }
}
