//! The ways in which policies say a thing: are they read, and what only looks like them is not?
//!
//! Each file of `tests/fixtures/sentences` holds invented texts for one language and one kind of
//! fact; the format is in its `README.md`. Labels of whole policies cannot do this: a dozen of
//! them holds the habits of a dozen writers.

#![allow(clippy::print_stdout, reason = "the table is what this prints")]

use crate::support;
use std::{collections::BTreeSet, path::Path};

use policy_diff::{
    meaning,
    model::{Fact, FactKind},
    report::value_in_data,
};
use serde::Deserialize;

/// One file: texts that state facts of a kind, and texts that do not.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentences {
    /// Least share of `said` that must be read.
    floor: f64,
    said: Vec<Case>,
    unsaid: Vec<String>,
}

/// A text and all values of the kind that it states.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    says: BTreeSet<String>,
    text: String,
}

/// What was counted in one file.
struct Score {
    name: String,
    said: usize,
    read: usize,
    false_reads: usize,
    floor: f64,
}

impl Score {
    #[expect(clippy::cast_precision_loss, reason = "counts of a few hundred")]
    fn share(&self) -> f64 {
        self.read as f64 / self.said.max(1) as f64
    }

    fn holds(&self) -> bool {
        self.share() >= self.floor && self.false_reads == 0
    }
}

/// Words before each text that show its language to the detection.
pub(crate) const FILLERS: [(&str, &str); 3] = [
    (
        "en",
        "This is what we do and how it is with the things that are here for you.",
    ),
    (
        "de",
        "Wir erklären hier, wie wir mit den Dingen umgehen und was das für die Leser ist.",
    ),
    (
        "fr",
        "Nous expliquons ici ce que nous faisons et ce que cela est pour les lecteurs dans la suite.",
    ),
];

#[test]
fn what_is_said_is_read_and_nothing_else() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sentences");
    let only = std::env::var("POLICY_DIFF_ONLY").unwrap_or_default();
    let mut scores = Vec::new();
    for (language, filler) in FILLERS {
        for path in support::folder(&root.join(language)) {
            if path.to_string_lossy().contains(&only) {
                scores.push(score(&path, language, filler));
            }
        }
    }
    println!("{:24} {:>6} {:>6} {:>6}", "", "said", "read", "false");
    for score in &scores {
        let Score {
            name,
            said,
            read,
            false_reads,
            ..
        } = score;
        println!("{name:24} {said:6} {read:6} {false_reads:6}");
    }
    let below: Vec<_> = scores.iter().filter(|s| !s.holds()).collect();
    let below: Vec<_> = below.iter().map(|s| &s.name).collect();
    assert!(below.is_empty(), "below their floors: {below:?}");
}

fn score(path: &Path, language: &str, filler: &str) -> Score {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{language}/{stem}");
    let kind = FactKind::from_key(&stem).unwrap_or_else(|| panic!("{name} is no kind of fact"));
    let source = std::fs::read_to_string(path).expect("a readable file");
    let sentences: Sentences = toml::from_str(&source).unwrap_or_else(|e| panic!("{name}: {e}"));
    let mut score = Score {
        name,
        said: sentences.said.len(),
        read: 0,
        false_reads: 0,
        floor: sentences.floor,
    };
    for Case { says, text } in &sentences.said {
        let read = read(language, filler, text, kind);
        if read == *says {
            score.read += 1;
        } else {
            println!("  {}: {text}", score.name);
            for missed in says.difference(&read) {
                println!("    missed {missed}");
            }
            for wrong in read.difference(says) {
                println!("    wrong {wrong}");
            }
        }
    }
    for text in &sentences.unsaid {
        for value in read(language, filler, text, kind) {
            println!("  {}: {text}\n    false {value}", score.name);
            score.false_reads += 1;
        }
    }
    score
}

/// The values of a kind that are read from a text in the language.
fn read(language: &str, filler: &str, text: &str, kind: FactKind) -> BTreeSet<String> {
    let source = [filler, "\n\n", text].concat();
    let document = support::markdown(&source);
    assert_eq!(document.language, language, "in: {text}");
    let facts = meaning::read(&document).facts;
    let of_kind = facts.iter().filter(|f| f.kind() == kind);
    let value = |fact: &Fact| {
        let block = fact.evidence.block.map(|b| &document.block(b).text);
        let quoted = block.is_none_or(|text| text.contains(&fact.evidence.quote));
        assert!(quoted, "no exact quote: {}", fact.evidence.quote);
        value_in_data(&fact.statement).into_owned()
    };
    of_kind.map(value).collect()
}
