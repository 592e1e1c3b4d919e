//! The figures as Markdown, for the terminal and for `docs/benchmarks.md`.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path, thread};

use serde::Deserialize;

use super::{DIFFERS, Differ, LIMIT, pairs::Pair};
use crate::Result;

/// Pairs with a text over this many bytes are what the summary counts: below it every differ
/// answers at once.
const LARGE: usize = 10_000;

/// What the documentation holds between is replaced.
const BEGIN: &str = "<!-- written by `cargo xtask bench-peers` -->";
const END: &str = "<!-- end of what `cargo xtask bench-peers` writes -->";

/// The figures that the browser's half hands over.
#[derive(Deserialize)]
pub struct Measured {
    browser: String,
    pairs: Vec<PairFigures>,
}

#[derive(Deserialize)]
struct PairFigures {
    name: String,
    differs: BTreeMap<String, Outcome>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Outcome {
    Done(Figures),
    Failed { error: String },
    Over {},
}

#[derive(Deserialize)]
struct Figures {
    times: Vec<f64>,
    operations: usize,
    kept: f64,
    moves: usize,
}

impl Outcome {
    /// Median in milliseconds; a differ that was stopped is taken at the limit, which favours it.
    fn median(&self) -> Option<f64> {
        match self {
            Self::Done(figures) => quantile(&figures.times, 0.5),
            Self::Failed { .. } => None,
            Self::Over {} => Some(f64::from(LIMIT) * 1000.0),
        }
    }
}

/// The nearest rank, so that every figure is one that was measured.
fn quantile(times: &[f64], share: f64) -> Option<f64> {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied()
}

/// All tables.
///
/// # Errors
/// That figures of a pair are missing.
pub fn write(measured: &Measured, pairs: &[Pair], rounds: u32) -> Result<String> {
    if measured.pairs.len() != pairs.len() {
        return Err("figures of some pairs are missing".into());
    }
    let sizes: Vec<usize> = pairs.iter().map(Pair::size).collect();
    Ok(report(measured, &sizes, rounds))
}

fn report(measured: &Measured, sizes: &[usize], rounds: u32) -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut out = format!(
        "Chromium {}, {cores} logical processors, up to {rounds} rounds.\n\n",
        measured.browser
    );
    summary(&mut out, measured, sizes);
    out.push_str("\n### Milliseconds: median / 95th percentile\n\n");
    table(&mut out, measured, sizes, time);
    out.push_str("\n### Operations, kept share of the old text, passages found moved\n\n");
    table(&mut out, measured, sizes, result);
    failures(&mut out, measured);
    out
}

fn summary(out: &mut String, measured: &Measured, sizes: &[usize]) {
    let large: Vec<&PairFigures> = measured
        .pairs
        .iter()
        .zip(sizes)
        .filter(|(_, size)| **size > LARGE)
        .map(|(pair, _)| pair)
        .collect();
    let all: Vec<&PairFigures> = measured.pairs.iter().collect();
    for own in DIFFERS.iter().filter(|differ| differ.own) {
        let wins = |pairs: &[&PairFigures]| {
            let won = pairs.iter().filter(|pair| faster(pair, own).is_empty());
            format!("{} of {}", won.count(), pairs.len())
        };
        let name = if own.key == DIFFERS[0].key {
            own.label.to_owned()
        } else {
            format!("{} {}", DIFFERS[0].label, own.label)
        };
        let _ = writeln!(
            out,
            "* {name} is the fastest on {} pairs over 10 KB, on {} in all.",
            wins(&large),
            wins(&all)
        );
    }
    out.push_str("\n| against | pairs | its time / ours, geometric mean | stopped | faster on |\n");
    out.push_str("|---|---:|---:|---:|---|\n");
    for peer in DIFFERS.iter().filter(|differ| !differ.own) {
        against(out, peer, &all);
    }
}

/// Milliseconds that the browser's clock cannot tell from none.
const CLOCK: f64 = 0.1;

/// One line on one of the others.
fn against(out: &mut String, peer: &Differ, pairs: &[&PairFigures]) {
    let ratios: Vec<(f64, &str)> = pairs
        .iter()
        .filter_map(|pair| {
            let own = pair.differs.get(DIFFERS[0].key)?.median()?;
            let other = pair.differs.get(peer.key)?.median()?;
            Some((other.max(CLOCK) / own.max(CLOCK), pair.name.as_str()))
        })
        .collect();
    let logarithms: f64 = ratios.iter().map(|(ratio, _)| ratio.ln()).sum();
    let mean = (logarithms / ratios.len().max(1) as f64).exp();
    let stopped = pairs
        .iter()
        .filter(|pair| matches!(pair.differs.get(peer.key), Some(Outcome::Over {})))
        .count();
    let faster: Vec<String> = ratios
        .iter()
        .filter(|(ratio, _)| *ratio < 1.0)
        .map(|(ratio, name)| format!("{name} ({ratio:.2})"))
        .collect();
    let faster = match faster.len() {
        0 => "none".to_owned(),
        _ => faster.join(", "),
    };
    let least = if stopped > 0 { "over " } else { "" };
    let _ = writeln!(
        out,
        "| {} | {} | {least}{mean:.1} | {stopped} | {faster} |",
        peer.label,
        ratios.len()
    );
}

/// The others that took less time on a pair; where the engine itself gave nothing, all of them.
fn faster<'a>(pair: &PairFigures, own: &Differ) -> Vec<&'a str> {
    let median = |differ: &Differ| pair.differs.get(differ.key).and_then(Outcome::median);
    let own = median(own).unwrap_or(f64::INFINITY);
    let others = DIFFERS.iter().filter(|differ| !differ.own);
    others
        .filter(|differ| median(differ).is_some_and(|time| time < own))
        .map(|differ| differ.key)
        .collect()
}

fn table(out: &mut String, measured: &Measured, sizes: &[usize], cell: fn(&Outcome) -> String) {
    let mut rows = vec![vec!["pair".to_owned(), "KB".to_owned()]];
    rows[0].extend(DIFFERS.iter().map(|differ| differ.label.to_owned()));
    for (pair, size) in measured.pairs.iter().zip(sizes) {
        let mut row = vec![pair.name.clone(), size.div_ceil(1000).to_string()];
        row.extend(DIFFERS.iter().map(|differ| {
            let outcome = pair.differs.get(differ.key);
            outcome.map_or_else(|| "–".to_owned(), cell)
        }));
        rows.push(row);
    }
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    for (number, row) in rows.iter().enumerate() {
        for (position, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let _ = match position {
                0 => write!(out, "| {cell:<width$} "),
                _ => write!(out, "| {cell:>width$} "),
            };
        }
        out.push_str("|\n");
        if number == 0 {
            let rules = widths.iter().enumerate().map(|(position, width)| {
                let end = if position == 0 { "-" } else { ":" };
                format!("|{}{end}", "-".repeat(width + 1))
            });
            out.extend(rules);
            out.push_str("|\n");
        }
    }
}

fn time(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Done(figures) => {
            let shown = |share| quantile(&figures.times, share).unwrap_or(f64::NAN);
            format!("{} / {}", rounded(shown(0.5)), rounded(shown(0.95)))
        }
        Outcome::Failed { .. } => "failed".to_owned(),
        Outcome::Over {} => format!(">{LIMIT} s"),
    }
}

/// Three digits are as much as a busy machine can tell.
fn rounded(milliseconds: f64) -> String {
    match milliseconds {
        time if time < 10.0 => format!("{time:.1}"),
        time => format!("{time:.0}"),
    }
}

fn result(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Done(figures) => format!(
            "{}, {:.0} %, {}",
            figures.operations,
            figures.kept * 100.0,
            figures.moves
        ),
        Outcome::Failed { .. } | Outcome::Over {} => "–".to_owned(),
    }
}

fn failures(out: &mut String, measured: &Measured) {
    for pair in &measured.pairs {
        for (differ, outcome) in &pair.differs {
            if let Outcome::Failed { error } = outcome {
                let _ = writeln!(out, "\n{differ} failed on {}: {error}", pair.name);
            }
        }
    }
}

/// Replaces the part of the documentation that this command writes.
///
/// # Errors
/// That the file or its marks are missing.
pub fn put(file: &Path, report: &str) -> Result<()> {
    let fail = |reason: &dyn std::fmt::Display| format!("{}: {reason}", file.display());
    let text = fs::read_to_string(file).map_err(|error| fail(&error))?;
    let replaced = replace(&text, report)
        .ok_or_else(|| fail(&format!("the line {BEGIN} or the line {END} is missing")))?;
    fs::write(file, replaced).map_err(|error| fail(&error))?;
    println!("Wrote {}", file.display());
    Ok(())
}

fn replace(text: &str, report: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{report}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RESULTS: &str = r#"{"browser": "1.0", "pairs": [
        {"name": "a", "differs": {
            "policy-diff": {"times": [3.0, 2.0, 4.0], "operations": 5, "kept": 0.5, "moves": 1},
            "diff": {"times": [8.0], "operations": 9, "kept": 0.25, "moves": 0},
            "node-htmldiff": {"over": true},
            "htmldiff-js": {"error": "out of memory"}}},
        {"name": "b", "differs": {
            "policy-diff": {"times": [4.0], "operations": 1, "kept": 1, "moves": 0},
            "diff": {"times": [2.0], "operations": 1, "kept": 1, "moves": 0}}}]}"#;

    fn lines() -> String {
        let measured: Measured = serde_json::from_str(RESULTS).unwrap();
        report(&measured, &[20_000, 500], 3)
    }

    #[test]
    fn quantiles_are_measured_values() {
        assert_eq!(quantile(&[4.0, 1.0, 2.0, 3.0], 0.5), Some(2.0));
        assert_eq!(quantile(&[4.0, 1.0, 2.0], 0.95), Some(4.0));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn the_summary_says_where_others_are_faster() {
        let text = lines();
        let holds = |line: &str| assert!(text.contains(line), "{line}\n{text}");
        holds("* policy-diff is the fastest on 1 of 1 pairs over 10 KB, on 1 of 2 in all.");
        // 8 / 3 and 2 / 4 multiply to 4 / 3.
        holds("| diff (diffWords) | 2 | 1.2 | 0 | b (0.50) |");
        holds("| node-htmldiff | 1 | over 1666.7 | 1 | none |");
        holds("htmldiff-js failed on a: out of memory");
    }

    #[test]
    fn rows_show_times_and_results() {
        let text = lines();
        let rows: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("| a"))
            .collect();
        let cells = |row: &str| -> Vec<String> {
            let cells = row.trim_matches('|').split('|');
            cells.map(|cell| cell.trim().to_owned()).collect()
        };
        assert_eq!(
            cells(rows[1]),
            [
                "a",
                "20",
                "3.0 / 4.0",
                "–",
                "8.0 / 8.0",
                "–",
                "–",
                ">5 s",
                "failed"
            ]
        );
        assert_eq!(
            cells(rows[2]),
            [
                "a",
                "20",
                "5, 50 %, 1",
                "–",
                "9, 25 %, 0",
                "–",
                "–",
                "–",
                "–"
            ]
        );
    }

    #[test]
    fn only_the_own_part_of_the_file_is_replaced() {
        let file = format!("before\n{BEGIN}\nold\n{END}\nafter\n");
        let expected = format!("before\n{BEGIN}\n\nnew\n\n{END}\nafter\n");
        assert_eq!(replace(&file, "new\n"), Some(expected));
        assert_eq!(replace("no marks", "new"), None);
    }
}
