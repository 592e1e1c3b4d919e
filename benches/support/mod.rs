//! The pairs of texts that are measured.

#![allow(dead_code, reason = "each benchmark uses its part of this module")]

pub mod prose;
pub mod random;

use std::path::Path;

use policy_diff::{
    compare::compare,
    document::read,
    model::{Comparison, Document},
};
use prose::{Section, Writer, markdown};
use random::Random;

/// Two versions of a policy in Markdown.
pub struct Pair {
    pub name: &'static str,
    pub old: String,
    pub new: String,
}

impl Pair {
    /// Bytes of both versions.
    pub fn bytes(&self) -> usize {
        self.old.len() + self.new.len()
    }

    /// Both versions, read.
    pub fn read(&self) -> (Document, Document) {
        let document = |text: &str| read("policy.md", text.as_bytes());
        (document(&self.old), document(&self.new))
    }

    /// What a reader waits for: both versions read and compared.
    pub fn compare(&self) -> Comparison {
        let (old, new) = self.read();
        compare(&old, &new)
    }
}

/// Pairs of every shape that has been slow in some tool; texts that lie outside the project are
/// passed over with a line that says so.
pub fn pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    pairs.extend(published(
        "numfocus",
        "corpus/numfocus/2018-01-12.md",
        "corpus/numfocus/2019-11-26.md",
    ));
    pairs.extend(published(
        "github-2022",
        "corpus/github/2021-12-14.md",
        "corpus/github/2022-04-29.md",
    ));
    let bing = "memos/bing-revises-its-data-retention-policy";
    pairs.extend(published(
        "bing-350-kb",
        &format!("{bing}/before.md"),
        &format!("{bing}/after.md"),
    ));
    pairs.push(revision("revision-2-mb", 2_000_000));
    pairs.push(shuffled_paragraphs("shuffled-paragraphs-200-kb", 200_000));
    pairs.push(everything_replaced("everything-replaced-200-kb", 200_000));
    pairs.push(giant_paragraph("giant-paragraph-200-kb", 200_000));
    pairs.push(list_items("list-items-10000", 10_000));
    pairs
}

/// Published pairs of several lengths and languages.
pub fn published_pairs() -> Vec<Pair> {
    let bing = "memos/bing-revises-its-data-retention-policy";
    let all = [
        ("numfocus", "corpus/numfocus", "2018-01-12", "2019-11-26"),
        ("loomio", "corpus/loomio", "2019-03-21", "2022-10-24"),
        ("github-2022", "corpus/github", "2022-04-29", "2022-09-01"),
        (
            "automattic",
            "corpus/automattic",
            "2023-11-02",
            "2025-12-11",
        ),
        (
            "mozilla-de",
            "corpus/mozilla-firefox-de",
            "2025-06-04",
            "2025-12-17",
        ),
        (
            "mozilla-fr",
            "corpus/mozilla-firefox-fr",
            "2025-06-04",
            "2025-12-17",
        ),
        ("bing-350-kb", bing, "before", "after"),
    ];
    let pairs = all.into_iter().filter_map(|(name, folder, old, new)| {
        let path = |version: &str| [folder, "/", version, ".md"].concat();
        published(name, &path(old), &path(new))
    });
    pairs.collect()
}

/// A pair of published policies beside the project.
fn published(name: &'static str, old: &str, new: &str) -> Option<Pair> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let text = |path: &str| std::fs::read_to_string(shared.join(path)).ok();
    let pair = text(old).zip(text(new));
    if pair.is_none() {
        eprintln!("{name} is passed over: ../shared/{old} is not there");
    }
    let (old, new) = pair?;
    Some(Pair { name, old, new })
}

/// An ordinary revision of a policy of this size.
pub fn revision(name: &'static str, bytes: usize) -> Pair {
    let mut writer = Writer::new(1);
    let sections = writer.sections(bytes);
    let revised = writer.revised(&sections);
    pair(name, &sections, &revised)
}

/// The same paragraphs in another order, across all sections.
pub fn shuffled_paragraphs(name: &'static str, bytes: usize) -> Pair {
    let sections = Writer::new(2).sections(bytes);
    let mut passages: Vec<_> = sections.iter().flat_map(|s| s.passages.clone()).collect();
    Random::new(3).shuffle(&mut passages);
    let mut passages = passages.into_iter();
    let shuffled: Vec<Section> = sections
        .iter()
        .map(|section| Section {
            heading: section.heading.clone(),
            passages: passages.by_ref().take(section.passages.len()).collect(),
        })
        .collect();
    pair(name, &sections, &shuffled)
}

/// Two policies that share nothing but the language.
pub fn everything_replaced(name: &'static str, bytes: usize) -> Pair {
    pair(
        name,
        &Writer::new(4).sections(bytes),
        &Writer::new(5).sections(bytes),
    )
}

/// One paragraph, with a word in twelve replaced.
pub fn giant_paragraph(name: &'static str, bytes: usize) -> Pair {
    let mut writer = Writer::new(6);
    let mut text = String::new();
    while text.len() < bytes {
        text.push_str(&writer.sentence());
        text.push(' ');
    }
    let old = prose::Passage {
        text,
        is_item: false,
    };
    let new = writer.edited(&old);
    let (old, new) = (old.text, new.text);
    Pair { name, old, new }
}

/// One list under one heading, one item in ten edited, one in fifty moved.
pub fn list_items(name: &'static str, count: usize) -> Pair {
    let mut writer = Writer::new(7);
    let item = |writer: &mut Writer| prose::Passage {
        text: writer.sentence(),
        is_item: true,
    };
    let old: Vec<_> = (0..count).map(|_| item(&mut writer)).collect();
    let mut new = old.clone();
    for at in 0..count {
        if writer.random.happens(0.1) {
            new[at] = writer.edited(&new[at]);
        }
        if writer.random.happens(0.02) {
            let other = writer.random.below(count);
            new.swap(at, other);
        }
    }
    let list = |passages| {
        vec![Section {
            heading: "What we collect".to_owned(),
            passages,
        }]
    };
    pair(name, &list(old), &list(new))
}

/// Words in no order, without headings, every line its own: nothing can be matched.
pub fn word_salad(name: &'static str, bytes: usize) -> Pair {
    let salad = |seed| {
        let mut writer = Writer::new(seed);
        let mut text = String::new();
        while text.len() < bytes {
            let length = writer.random.between(1, 200);
            for _ in 0..length {
                text.push_str(&writer.word());
                text.push(' ');
            }
            text.push_str("\n\n");
        }
        text
    };
    Pair {
        name,
        old: salad(8),
        new: salad(9),
    }
}

fn pair(name: &'static str, old: &[Section], new: &[Section]) -> Pair {
    Pair {
        name,
        old: markdown(old),
        new: markdown(new),
    }
}
