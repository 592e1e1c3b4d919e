//! `policy-diff history`: all versions of a policy in a folder.

use std::{fs, io, path::Path};

use clap::Args;
use policy_diff::{
    compare::{compare, history},
    document,
    meaning::{self, Vocabularies},
    messages::Locale,
    model::{Comparison, Date, Document, History, Meaning, Reading, Returned},
    report::{self, Timeline, json},
};
use rayon::{ThreadPoolBuilder, prelude::*};

use crate::{
    files::{Failure, STACK, note, print, print_json},
    format::Format,
};

#[derive(Args)]
pub struct Arguments {
    /// The folder with the versions: `2019-11-26.md`, `2021-01-01.html`, `first.txt`.
    ///
    /// A version is dated by its name; one without a date there goes by the date of its text, or
    /// before all others. Notes (SOURCE, README, LICENSE, NOTICE) and hidden files are passed
    /// over; a file that cannot be used is named on standard error, and the rest goes on.
    dir: String,
    /// What to print.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Reads the versions, compares neighbours and prints what became of the passages.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let versions = versions(&arguments.dir)?;
    let (names, documents): (Vec<String>, Vec<Document>) = versions
        .into_iter()
        .map(|version| (version.name, version.document))
        .unzip();
    let pairs: Vec<Pair<'_>> = documents.windows(2).filter_map(Pair::new).collect();
    let threads = ThreadPoolBuilder::new().stack_size(STACK).build();
    let threads =
        threads.map_err(|error| Failure::Input(format!("No thread could be started: {error}.")))?;
    let comparisons: Vec<Comparison> = threads.install(|| {
        let pairs = pairs.par_iter();
        pairs.map(|pair| compare(pair.old, pair.new)).collect()
    });
    let traced = history::trace(&documents, &comparisons);
    let returned: Vec<_> = (0..comparisons.len())
        .map(|at| returned(&traced, at, &names))
        .collect();
    // Neighbours share most passages, and a version is read once for both of its comparisons.
    let weighed = |(comparisons, (at, returned)): (&[Comparison], (usize, &[Vec<Returned>]))| {
        let documents = &documents[at..=at + comparisons.len()];
        Vocabularies::built_in().weigh_all(documents, comparisons, returned)
    };
    let run = comparisons
        .len()
        .div_ceil(threads.current_num_threads())
        .max(1);
    let meanings: Vec<Meaning> = threads.install(|| {
        let starts = returned.par_chunks(run).enumerate();
        let runs = starts.map(|(part, returned)| (part * run, returned));
        comparisons
            .par_chunks(run)
            .zip(runs)
            .flat_map_iter(weighed)
            .collect()
    });
    let readings = readings(&documents, &meanings);
    let timeline = Timeline {
        names: &names,
        documents: &documents,
        readings: &readings,
        comparisons: &comparisons,
        meanings: &meanings,
        history: &traced,
    };
    match arguments.format {
        Format::Text => print(&report::history(&timeline, Locale::default()).to_text()),
        Format::Json => print_json(&json::history(&timeline)),
    }
}

/// Two neighbouring versions.
struct Pair<'d> {
    old: &'d Document,
    new: &'d Document,
}

impl<'d> Pair<'d> {
    fn new(window: &'d [Document]) -> Option<Self> {
        match window {
            [old, new] => Some(Self { old, new }),
            _ => None,
        }
    }
}

/// What came back in the comparison at this position.
fn returned(traced: &History, at: usize, names: &[String]) -> Vec<Returned> {
    let here = traced.returns.iter().filter(|r| r.back.comparison == at);
    here.map(|found| Returned {
        change: found.back.change,
        block: found.block,
        earlier: names.get(found.earlier).cloned().unwrap_or_default(),
    })
    .collect()
}

/// What each version says, as the comparisons have found it.
fn readings(documents: &[Document], meanings: &[Meaning]) -> Vec<Reading> {
    let first = match (meanings.first(), documents.first()) {
        (Some(meaning), _) => Some(meaning.old.clone()),
        (None, Some(document)) => Some(meaning::read(document)),
        (None, None) => None,
    };
    let others = meanings.iter().map(|meaning| meaning.new.clone());
    first.into_iter().chain(others).collect()
}

struct Version {
    name: String,
    /// By its name, else by its text.
    date: Option<Date>,
    document: Document,
}

/// The versions in a folder, oldest first.
fn versions(dir: &str) -> Result<Vec<Version>, Failure> {
    let unreadable = |error| Failure::Input(format!("{dir} cannot be read: {error}."));
    let mut names = fs::read_dir(dir)
        .map_err(unreadable)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<Vec<String>>>()
        .map_err(unreadable)?;
    names.retain(|name| !history::is_note(name));
    names.sort_by_cached_key(|name| history::preference(name));
    let mut versions: Vec<Version> = Vec::new();
    for name in names {
        match version(Path::new(dir), &name, &versions) {
            Ok(version) => versions.extend(version),
            Err(reason) => note(&format!("{name} {reason}")),
        }
    }
    if versions.is_empty() {
        return Err(Failure::Input(format!(
            "{dir} holds no version of a policy that can be used."
        )));
    }
    versions.sort_by(|a, b| (a.date, &a.name).cmp(&(b.date, &b.name)));
    Ok(versions)
}

/// Reads one version; `None` for settings, which are no version and no fault.
fn version(dir: &Path, file: &str, others: &[Version]) -> Result<Option<Version>, String> {
    if file == history::SETTINGS {
        return Ok(None);
    }
    let path = dir.join(file);
    let unreadable = |error| format!("cannot be read: {error}.");
    let metadata = fs::metadata(&path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err("is passed over: it is no file.".to_owned());
    }
    let (name, Some(_)) = history::split_ending(file) else {
        let endings = history::ENDINGS.join(", ");
        return Err(format!("is passed over: it ends in none of {endings}."));
    };
    if others.iter().any(|other| other.name == name) {
        return Err(format!(
            "is passed over: there is another version named {name}."
        ));
    }
    let bytes = fs::read(&path).map_err(unreadable)?;
    let document = document::read(file, &bytes);
    let mut problems = document.problems.iter().map(|p| p.message.as_str());
    if document.blocks.is_empty() {
        let reason = problems.next().unwrap_or("There is no text in it.");
        return Err(format!("cannot be used. {reason}"));
    }
    for problem in problems {
        note(&format!("{file}: {problem}"));
    }
    Ok(Some(Version {
        name: name.to_owned(),
        date: history::name_date(name).or(document.effective_date),
        document,
    }))
}
