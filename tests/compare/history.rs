//! Since when each passage has stood there, and which ones came back.

#![allow(
    clippy::unwrap_used,
    reason = "a helper of a test may fail as the test does"
)]

use std::path::{Path, PathBuf};

use crate::support::{markdown, read, shared};
use policy_diff::{
    compare::{
        compare,
        history::{name_date, split_ending, trace},
    },
    model::{Comparison, Document, History, Passage, Return},
};

/// Versions with their comparisons and their history.
struct Traced {
    names: Vec<String>,
    documents: Vec<Document>,
    comparisons: Vec<Comparison>,
    history: History,
}

impl Traced {
    fn new(names: Vec<String>, documents: Vec<Document>) -> Self {
        let pairs = documents.windows(2);
        let comparisons: Vec<_> = pairs.map(|pair| compare(&pair[0], &pair[1])).collect();
        let history = trace(&documents, &comparisons);
        assert_eq!(
            history.passages.len(),
            documents.last().map_or(0, |d| d.blocks.len())
        );
        Self {
            names,
            documents,
            comparisons,
            history,
        }
    }

    /// The files of a folder; undated ones first.
    fn folder(folder: &Path) -> Self {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| !file.ends_with("SOURCE.txt"));
        let stem = |file: &Path| {
            let name = file.file_name().unwrap().to_string_lossy();
            split_ending(&name).0.to_owned()
        };
        files.sort_by_key(|file| (name_date(&stem(file)), stem(file)));
        let documents = files.iter().map(|file| read(file)).collect();
        Self::new(files.iter().map(|file| stem(file)).collect(), documents)
    }

    fn of(sources: &[&str]) -> Self {
        let names = (0..sources.len()).map(|at| format!("v{at}")).collect();
        Self::new(names, sources.iter().map(|s| markdown(s)).collect())
    }

    /// The passage of the latest version that begins with these words.
    #[track_caller]
    fn passage(&self, beginning: &str) -> &Passage {
        let blocks = &self.documents.last().unwrap().blocks;
        let found = blocks.iter().position(|b| b.text.starts_with(beginning));
        &self.history.passages[found.expect(beginning)]
    }

    /// First version, since, wording since, and the steps as `kind version`.
    #[track_caller]
    fn told(&self, beginning: &str) -> String {
        let passage = self.passage(beginning);
        let mut told = [passage.first, passage.since, passage.worded]
            .map(|version| self.names[version].as_str())
            .join(" / ");
        for step in &passage.steps {
            let change = self.comparisons[step.comparison].change(step.change);
            let version = &self.names[step.version()];
            told.push_str(&format!(", {} {version}", change.kind.key()));
        }
        told
    }

    fn returned(&self, found: &Return) -> String {
        let text = &self.documents[found.version].block(found.block).text;
        let words: Vec<&str> = text.split(' ').take(3).collect();
        let [version, earlier, gone] = [found.version, found.earlier, found.gone.version()]
            .map(|version| self.names[version].as_str());
        let kind = found.kind.key();
        format!(
            "{} …: {kind} {version}, as {earlier}, gone {gone}",
            words.join(" ")
        )
    }

    fn returns(&self) -> Vec<String> {
        let returns = self.history.returns.iter();
        returns.map(|found| self.returned(found)).collect()
    }

    /// Of every return: same words, in a later version, and none of them in between.
    fn holds(&self) {
        for found in &self.history.returns {
            let block = self.documents[found.version].block(found.block);
            let earlier = self.documents[found.earlier].block(found.earlier_block);
            assert_eq!(block.normal, earlier.normal);
            assert!(found.earlier + 1 < found.version);
            for between in &self.documents[found.earlier + 1..found.version] {
                assert!(between.blocks.iter().all(|b| b.normal != block.normal));
            }
            let back = self.comparisons[found.back.comparison].change(found.back.change);
            assert!(back.new.contains(&found.block));
            let gone = self.comparisons[found.gone.comparison].change(found.gone.change);
            assert!(gone.old.contains(&found.earlier_block));
        }
        let latest = self.documents.last().unwrap();
        for (passage, block) in self.history.passages.iter().zip(&latest.blocks) {
            assert!(passage.first <= passage.since && passage.since <= passage.worded);
            assert!(passage.steps.is_sorted());
            for since in &self.documents[passage.worded..] {
                let stands = since.blocks.iter().any(|b| b.normal == block.normal);
                assert!(stands, "{}", block.text);
            }
        }
    }
}

fn orchard() -> Traced {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/history/orchard");
    Traced::folder(&folder)
}

#[test]
fn each_passage_has_its_first_version_and_its_steps() {
    let traced = orchard();
    traced.holds();
    let check = |beginning, expected| assert_eq!(traced.told(beginning), expected, "{beginning}");
    check("Orchard sells", "first / first / first");
    check(
        "We lend the list",
        "first / first / first, moved 2020-06-15",
    );
    check(
        "We keep the records",
        "first / first / 2022-01-10, edited 2019-03-01, edited 2020-06-15, split 2022-01-10",
    );
    check(
        "You may complain",
        "2022-01-10 / 2022-01-10 / 2022-01-10, added 2022-01-10",
    );
    check(
        "Our pages count",
        "first / 2020-06-15 / 2020-06-15, removed 2019-03-01, added 2020-06-15",
    );
}

#[test]
fn passages_that_come_back_are_recognised() {
    assert_eq!(
        orchard().returns(),
        [
            "Our pages count …: restored 2020-06-15, as first, gone 2019-03-01",
            "We keep the …: changed-back 2022-01-10, as first, gone 2019-03-01",
        ]
    );
}

const KEPT: &str = "We keep the records of your orders for two years after the delivery.";
const LONGER: &str = "We keep the records of your orders for nine years after the delivery.";

#[test]
fn quotes_and_case_do_not_hide_a_return() {
    let again = KEPT.replace("two years", "two  years").replace('k', "K");
    let traced = Traced::of(&[KEPT, LONGER, &again]);
    traced.holds();
    assert_eq!(
        traced.returns(),
        ["We Keep the …: changed-back v2, as v0, gone v1"]
    );
}

#[test]
fn back_and_forth_is_told_each_time() {
    let traced = Traced::of(&[KEPT, LONGER, KEPT, LONGER, LONGER, KEPT]);
    traced.holds();
    assert_eq!(
        traced.returns(),
        [
            "We keep the …: changed-back v2, as v0, gone v1",
            "We keep the …: changed-back v3, as v1, gone v2",
            "We keep the …: changed-back v5, as v2, gone v3",
        ]
    );
    assert_eq!(
        traced.told("We keep"),
        "v0 / v0 / v5, edited v1, edited v2, edited v3, edited v5"
    );
}

#[test]
fn what_never_went_has_not_come_back() {
    let other = "Our drivers see nothing of you but the address on the parcel they carry.";
    let traced = Traced::of(&[
        &format!("{KEPT}\n\n{other}\n"),
        &format!("{other}\n\n{KEPT}\n"),
        &format!("{KEPT}\n\n{other}\n"),
        &format!("{KEPT}\n\n{other}\n\n{KEPT}\n"),
    ]);
    traced.holds();
    assert_eq!(traced.returns(), [""; 0]);
}

#[test]
fn a_label_that_comes_up_again_is_no_return() {
    let traced = Traced::of(&[
        &format!("{KEPT}\n\n- Voucher\n"),
        KEPT,
        &format!("{KEPT}\n\n- Voucher\n"),
    ]);
    assert_eq!(traced.returns(), [""; 0]);
    assert_eq!(traced.told("Voucher"), "v2 / v2 / v2, added v2");
}

#[test]
fn one_version_none_and_missing_comparisons_are_histories_too() {
    assert_eq!(trace(&[], &[]), History::default());
    let one = Traced::of(&[KEPT]);
    assert_eq!(one.told("We keep"), "v0 / v0 / v0");
    let documents = [markdown(KEPT), markdown(LONGER)];
    assert_eq!(trace(&documents, &[]).passages.len(), 1);
}

#[test]
fn the_same_version_again_changes_nothing() {
    let traced = Traced::of(&[KEPT, KEPT, KEPT]);
    assert_eq!(traced.told("We keep"), "v0 / v0 / v0");
    assert_eq!(traced.returns(), [""; 0]);
}

/// A folder of real policies, with what holds of every history checked.
fn corpus(organisation: &str) -> Option<Traced> {
    let traced = Traced::folder(&shared(&format!("corpus/{organisation}"))?);
    traced.holds();
    Some(traced)
}

#[test]
fn github_has_kept_little_of_its_first_words() {
    let Some(traced) = corpus("github") else {
        return;
    };
    assert_eq!(traced.names.len(), 7);
    assert_eq!(
        traced.told("This Privacy Statement is licensed"),
        "2017-10-12 / 2017-10-12 / 2017-10-12"
    );
    let worded = |beginning| traced.names[traced.passage(beginning).worded].as_str();
    assert_eq!(worded("Section | What can you find there?"), "2018-05-29");
    assert_eq!(
        worded("You may also contact our Data Protection"),
        "2022-09-01"
    );
    assert_eq!(worded("For translations of this statement"), "2021-12-14");
    // One version had "(add link)" in place of the link.
    assert_eq!(
        traced.returns(),
        ["Cliquez ici pour …: changed-back 2021-12-14, as 2019-09-13, gone 2019-11-13"]
    );
}

#[test]
fn firefox_was_rewritten_in_2025() {
    let Some(traced) = corpus("mozilla-firefox") else {
        return;
    };
    assert_eq!(traced.names.len(), 8);
    let worded = |beginning| traced.names[traced.passage(beginning).worded].as_str();
    assert_eq!(
        worded("This Privacy Notice is for the most recent"),
        "2019-11-25"
    );
    assert_eq!(worded("If you choose to enable the Shake"), "2025-12-17");
    assert_eq!(worded("If you sign up for a Mozilla account"), "2025-03-03");
    assert_eq!(traced.returns(), [""; 0]);
}

#[test]
fn real_passages_come_back() {
    let holds = |organisation, expected: &str| {
        let Some(traced) = corpus(organisation) else {
            return;
        };
        let returns = traced.returns();
        assert!(returns.iter().any(|told| told == expected), "{returns:#?}");
    };
    holds(
        "basecamp",
        "Right to Complain. …: changed-back 2022-07-18, as 2020-03-27, gone 2020-04-10",
    );
    holds(
        "automattic",
        "August 22, 2017: …: restored 2023-07-12, as 2018-01-04, gone 2018-05-14",
    );
    holds(
        "mozilla-firefox-de",
        "Standortdaten: Firefox sendet …: changed-back 2024-05-16, as 2023-09-19, gone 2023-10-31",
    );
}

#[test]
fn a_short_passage_comes_back_below_its_own_heading() {
    let whole = "# Choir\n\nWe keep letters of singers for two years.\n\n## Fees\n\nNobody pays.\n";
    let without = "# Choir\n\nWe keep letters of singers for two years.\n";
    let elsewhere = whole.replace("Fees", "Tickets");
    let traced = Traced::of(&[whole, without, whole]);
    assert_eq!(
        traced.returns(),
        ["Nobody pays. …: restored v2, as v0, gone v1"]
    );
    assert_eq!(Traced::of(&[whole, without, &elsewhere]).returns(), [""; 0]);
}

#[test]
fn the_short_passage_of_a_fault_comes_back() {
    let Some(folder) = shared("faults/38-history-short-return") else {
        return;
    };
    let versions = ["2020-05-01", "2021-05-01", "2022-05-01"];
    let documents = versions.map(|version| read(&folder.join(format!("{version}.md"))));
    let traced = Traced::new(versions.map(str::to_owned).to_vec(), documents.to_vec());
    assert_eq!(
        traced.returns(),
        ["We sell nothing. …: restored 2022-05-01, as 2020-05-01, gone 2021-05-01"]
    );
}
