//! Changes: do the headlines tell what a careful reader would tell of two versions, and only that?
//!
//! A headline tells a listed change where what it quotes and the sentence of the change's quote
//! share five words in a row, or one holds the other. Of as many changes as so many headlines could
//! tell one by one, the share that they do tell is the figure.

use std::{collections::BTreeSet, path::Path};

use policy_diff::{
    compare::compare,
    meaning,
    model::{Comparison, Document, Highlight, Meaning, Op},
};
use serde_json::Value;

use crate::support::{
    self,
    labels::{document, files, json},
};

/// Words in a row that two texts share if they speak of the same.
const SHARED: usize = 5;

/// Least share of the first-rate changes in five and in twelve headlines, of those of weight 2 and
/// up in twelve, and of the first twelve headlines that tell something listed.
const FLOORS: [f64; 4] = [0.35, 0.45, 0.68, 0.72];
/// Most of the first twelve headlines, over all pairs, that tell something not worth it.
const UNWORTHY: usize = 24;

/// How many of how many.
#[derive(Clone, Copy, Default)]
struct Share {
    part: usize,
    whole: usize,
}

impl Share {
    fn add(&mut self, (part, whole): (usize, usize)) {
        self.part += part;
        self.whole += whole;
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of a few hundred")]
    fn value(self) -> f64 {
        self.part as f64 / self.whole.max(1) as f64
    }
}

#[test]
fn headlines_tell_what_careful_readers_would() {
    let Some(folder) = support::shared("gold2/changes") else {
        return;
    };
    let only = std::env::var("POLICY_DIFF_ONLY").unwrap_or_default();
    println!(
        "\n{:30} {:>13} {:>9} {:>13} {:>10} {:>9} {:>4}",
        "changes told", "first-rate@5", "@12", "weight 2+@12", "headlines", "unworthy", "all"
    );
    let (mut shares, mut unworthy) = ([Share::default(); 4], 0);
    for path in files(&folder) {
        if !path.to_string_lossy().contains(&only) {
            continue;
        }
        let (figures, bad) = score(&path);
        shares.iter_mut().zip(figures).for_each(|(s, f)| s.add(f));
        unworthy += bad;
    }
    let values = shares.map(Share::value);
    println!(
        "first-rate changes in the first five {:.3}, in twelve {:.3}; of weight 2 and up in twelve \
         {:.3}; of the first twelve headlines {:.3} tell something listed, {unworthy} something not \
         worth it",
        values[0], values[1], values[2], values[3],
    );
    if only.is_empty() {
        for (value, floor) in values.iter().zip(FLOORS) {
            assert!(*value >= floor, "{value:.3} is below {floor}");
        }
        assert!(unworthy <= UNWORTHY, "{unworthy} are not worth telling");
    }
}

/// The four shares of one pair, and how many headlines tell something not worth it.
fn score(path: &Path) -> ([(usize, usize); 4], usize) {
    let gold = json(path);
    let file = |key: &str| support::read(&document(path, gold[key].as_str().unwrap_or_default()));
    let (old, new) = (file("old"), file("new"));
    let comparison = compare(&old, &new);
    let meaning = meaning::weigh(&old, &new, &comparison);
    let sentences: Vec<_> = sentences(&[&old, &new]).iter().map(|s| words(s)).collect();
    let changes = gold["changes"].as_array().cloned().unwrap_or_default();
    let wide: Vec<Vec<Vec<String>>> = changes
        .iter()
        .map(|change| {
            let quotes = ["old", "new"].iter().flat_map(|side| texts(&change[*side]));
            quotes
                .flat_map(|quote| around(&quote, &sentences))
                .collect()
        })
        .collect();
    let said = |highlight: &Highlight| -> Vec<Vec<String>> {
        let texts = said(highlight, &comparison, &meaning);
        texts.iter().map(|text| words(text)).collect()
    };
    let said: Vec<_> = meaning.highlights.iter().map(said).collect();
    let tells: Vec<Vec<bool>> = said
        .iter()
        .map(|said| wide.iter().map(|wide| any_near(wide, said)).collect())
        .collect();
    let heavy = |at: usize, least: i64| changes[at]["weight"].as_i64().unwrap_or(0) >= least;
    let told = |count: usize, least: i64| {
        let all = (0..changes.len()).filter(|at| heavy(*at, least));
        let whole = count.min(all.clone().count());
        let first = &tells[..count.min(tells.len())];
        let part = all.filter(|at| first.iter().any(|t| t[*at])).count();
        (part.min(whole), whole)
    };
    let first = tells.iter().zip(&said).take(12);
    let good = first.clone().filter(|(t, _)| t.contains(&true)).count();
    let idle: Vec<Vec<String>> = gold["not_worth"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|item| ["old", "new"].map(|side| words(item[side].as_str().unwrap_or(""))))
        .filter(|words| !words.is_empty())
        .collect();
    let is_idle = |(tells, said): &(&Vec<bool>, &Vec<Vec<String>>)| {
        !tells.contains(&true) && any_near(&idle, said)
    };
    let unworthy = first.clone().filter(is_idle).count();
    let figures = [told(5, 3), told(12, 3), told(12, 2), (good, first.count())];
    let of = |(part, whole): (usize, usize)| format!("{part}/{whole}");
    println!(
        "{:30} {:>13} {:>9} {:>13} {:>10} {unworthy:>9} {:>4}",
        path.file_stem().unwrap_or_default().to_string_lossy(),
        of(figures[0]),
        of(figures[1]),
        of(figures[2]),
        of(figures[3]),
        meaning.highlights.len(),
    );
    if std::env::var_os("POLICY_DIFF_DETAIL").is_some() {
        for at in (0..changes.len()).filter(|at| heavy(*at, 3)) {
            if !tells.iter().take(12).any(|t| t[at]) {
                println!("    not told {}", changes[at]["tell"]);
            }
        }
        for (tells, highlight) in tells.iter().zip(&meaning.highlights).take(12) {
            if !tells.contains(&true) {
                println!("    told     {}", highlight.headline);
            }
        }
    }
    (figures, unworthy)
}

/// What a headline says in the policies' words: the quotes of its facts and its own; where it has
/// none, what came and went in its changes.
fn said(highlight: &Highlight, comparison: &Comparison, meaning: &Meaning) -> Vec<String> {
    let facts = highlight.facts.iter().map(|at| &meaning.facts[*at]);
    let mut said: Vec<String> = facts
        .flat_map(|fact| {
            let old = fact.old.map(|at| &meaning.old.facts[at]);
            let new = fact.new.map(|at| &meaning.new.facts[at]);
            [old, new]
        })
        .flatten()
        .map(|fact| fact.evidence.quote.clone())
        .collect();
    let mut parts = highlight.headline.split(['“', '„', '«', '”', '»', '"']);
    parts.next();
    for quote in parts.step_by(2) {
        let pieces = quote.split('…').map(str::trim);
        said.extend(
            pieces
                .filter(|p| p.split_whitespace().count() > 2)
                .map(str::to_owned),
        );
    }
    if said.is_empty() {
        for id in &highlight.changes {
            let segments = &comparison.change(*id).segments;
            for other in [Op::Insert, Op::Delete] {
                let side = segments.iter().filter(|s| s.op != other);
                said.push(side.map(|s| s.text.as_str()).collect());
            }
        }
    }
    said
}

/// Every sentence of the documents.
fn sentences(documents: &[&Document]) -> Vec<String> {
    let blocks = documents.iter().flat_map(|document| &document.blocks);
    let mut all = Vec::new();
    for block in blocks {
        let mut rest = block.text.as_str();
        while let Some(end) = rest.find(['.', '!', '?', ';']).map(|at| at + 1) {
            let (sentence, tail) = rest.split_at(end);
            if !tail.starts_with(char::is_whitespace) && !tail.is_empty() {
                // A mark inside a word ends nothing: the sentence goes on to the next one.
                let next = tail.find(char::is_whitespace).unwrap_or(tail.len());
                all.push(rest[..end + next].to_owned());
                rest = &tail[next..];
                continue;
            }
            all.push(sentence.to_owned());
            rest = tail;
        }
        all.push(rest.to_owned());
    }
    all
}

/// The words of a quote, and of every sentence that holds it.
fn around(quote: &str, sentences: &[Vec<String>]) -> Vec<Vec<String>> {
    let own = words(quote);
    let holding = sentences
        .iter()
        .filter(|s| !own.is_empty() && holds(s, &own));
    [&own].into_iter().chain(holding).cloned().collect()
}

fn holds(long: &[String], short: &[String]) -> bool {
    long.windows(short.len().max(1)).any(|run| run == short)
}

fn any_near(some: &[Vec<String>], others: &[Vec<String>]) -> bool {
    some.iter().any(|a| others.iter().any(|b| is_near(a, b)))
}

fn is_near(a: &[String], b: &[String]) -> bool {
    let length = SHARED.min(a.len()).min(b.len());
    if length == 0 {
        return false;
    }
    let runs: BTreeSet<&[String]> = a.windows(length).collect();
    b.windows(length).any(|run| runs.contains(run))
}

/// The words of a text in lower case, without marks.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '_');
    let words = words.map(|w| w.trim_matches('_'));
    words.filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn texts(value: &Value) -> Vec<String> {
    let list = value.as_array().into_iter().flatten();
    list.filter_map(|v| v.as_str().map(str::to_owned)).collect()
}
