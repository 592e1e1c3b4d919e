//! `policy-diff compare --batch`: many pairs, one a line, on all cores.
//!
//! Lines come out in the order in which they went in, each as soon as it and all before it are
//! done. Only a few lines for each core are in memory at a time, however long the input is.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Write},
    panic::{self, AssertUnwindSafe},
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

use policy_diff::{compare::compare, document, meaning, model::Document, report::json};
use serde::Serialize;
use serde_json::Value;

use crate::files::{Failure, STACK};

/// Lines in flight for each core: enough to keep it busy while a long one holds up the order.
const LINES_PER_CORE: usize = 4;

/// The name of a text that is given without one: its content says how it is read.
const UNNAMED: &str = "";

/// Endings by which a name is that of a policy's file.
const ENDINGS: [&str; 5] = [".md", ".markdown", ".html", ".htm", ".txt"];

/// Compares every line of a file, or of standard input for `-`.
pub fn run(file: &str) -> Result<(), Failure> {
    let input: Box<dyn BufRead + Send> = if file == "-" {
        Box::new(BufReader::new(io::stdin()))
    } else {
        let opened = File::open(file);
        let opened = opened.and_then(|opened| match opened.metadata()?.is_dir() {
            true => Err(io::ErrorKind::IsADirectory.into()),
            false => Ok(opened),
        });
        Box::new(BufReader::new(opened.map_err(|error| {
            Failure::Input(format!("{file} cannot be read: {error}."))
        })?))
    };
    let (mut lines, mut failed) = (0_usize, 0_usize);
    let mut stdout = io::stdout().lock();
    let answers = answers(input)
        .map_err(|error| Failure::Input(format!("No thread could be started: {error}.")))?;
    for answer in answers {
        lines += 1;
        let Ok(answer) = answer.recv() else {
            failed += 1;
            continue;
        };
        failed += usize::from(!answer.done);
        stdout.write_all(answer.text.as_bytes())?;
        stdout.write_all(b"\n")?;
        stdout.flush()?;
    }
    match failed {
        0 => Ok(()),
        _ => Err(Failure::Input(format!(
            "{failed} of {lines} lines could not be compared; their output says why."
        ))),
    }
}

/// What is printed for a line.
struct Answer {
    text: String,
    /// False for an error.
    done: bool,
}

/// A line, and where its answer goes.
struct Task {
    number: usize,
    line: io::Result<Vec<u8>>,
    answer: SyncSender<Answer>,
}

/// Starts the work; gives a receiver for each line, in order.
///
/// The threads are not waited for: when nobody reads the output any more, the one that reads
/// the input may still be waiting for a line, and the tool ends without it.
fn answers(input: Box<dyn BufRead + Send>) -> io::Result<Receiver<Receiver<Answer>>> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let (order, ordered) = sync_channel(cores * LINES_PER_CORE);
    let (tasks, waiting) = sync_channel::<Task>(cores);
    let waiting = Arc::new(Mutex::new(waiting));
    for _ in 0..cores {
        let waiting = Arc::clone(&waiting);
        spawn(move || work(&waiting))?;
    }
    spawn(move || hand_out(input, &order, &tasks))?;
    Ok(ordered)
}

fn spawn(body: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new()
        .stack_size(STACK)
        .spawn(body)
        .map(drop)
}

fn hand_out(
    mut input: Box<dyn BufRead + Send>,
    order: &SyncSender<Receiver<Answer>>,
    tasks: &SyncSender<Task>,
) {
    for number in 1.. {
        let mut line = Vec::new();
        let line = match input.read_until(b'\n', &mut line) {
            Ok(0) => return,
            Ok(_) if line.trim_ascii().is_empty() => continue,
            Ok(_) => Ok(line),
            Err(error) => Err(error),
        };
        let is_last = line.is_err();
        let (answer, receiver) = sync_channel(1);
        let task = Task {
            number,
            line,
            answer,
        };
        if order.send(receiver).is_err() || tasks.send(task).is_err() || is_last {
            return;
        }
    }
}

fn work(waiting: &Mutex<Receiver<Task>>) {
    loop {
        let next = waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .recv();
        let Ok(task) = next else { return };
        // A fault in the engine must cost one line, not those after it.
        let answer = panic::catch_unwind(AssertUnwindSafe(|| answer(task.number, &task.line)));
        let answer = answer.unwrap_or_else(|_| {
            refusal(
                task.number,
                None,
                "The comparison failed. Please report it.",
            )
        });
        let _ = task.answer.send(answer);
    }
}

fn answer(number: usize, line: &io::Result<Vec<u8>>) -> Answer {
    let line = match line {
        Ok(line) => line,
        Err(error) => {
            let reason = format!("The input cannot be read: {error}.");
            return refusal(number, None, &reason);
        }
    };
    let object = match parse(line) {
        Ok(object) => object,
        Err(reason) => return refusal(number, None, &reason),
    };
    let id = object
        .get("id")
        .filter(|id| id.is_string() || id.is_number());
    match id {
        Some(id) => {
            compared(id, &object).unwrap_or_else(|reason| refusal(number, Some(id), &reason))
        }
        None => refusal(
            number,
            None,
            "There is no `id` that is a string or a number.",
        ),
    }
}

fn parse(line: &[u8]) -> Result<Value, String> {
    let text = std::str::from_utf8(line).map_err(|_| "The line is not UTF-8.".to_owned())?;
    // A mark of byte order may begin a file; JSON does not know it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value: Value =
        serde_json::from_str(text).map_err(|error| format!("The line is not JSON: {error}."))?;
    match value.is_object() {
        true => Ok(value),
        false => Err("The line is not a JSON object.".to_owned()),
    }
}

fn compared(id: &Value, object: &Value) -> Result<Answer, String> {
    let old = version("old", object.get("old"))?;
    let new = version("new", object.get("new"))?;
    let comparison = compare(&old, &new);
    let meaning = meaning::weigh(&old, &new, &comparison);
    let comparison = json::comparison(&old, &new, &comparison, &meaning);
    let text = serde_json::to_string(&Compared { id, comparison });
    let text = text.map_err(|error| error.to_string())?;
    Ok(Answer { text, done: true })
}

/// A comparison with the id of its line before everything else.
#[derive(Serialize)]
struct Compared<'a, C> {
    id: &'a Value,
    #[serde(flatten)]
    comparison: C,
}

fn refusal(number: usize, id: Option<&Value>, reason: &str) -> Answer {
    /// Written in this order.
    #[derive(Serialize)]
    struct Refusal<'a> {
        id: Option<&'a Value>,
        line: usize,
        error: &'a str,
    }
    let refusal = Refusal {
        id,
        line: number,
        error: reason,
    };
    Answer {
        text: serde_json::to_string(&refusal).unwrap_or_default(),
        done: false,
    }
}

/// Reads one side of a pair.
fn version(side: &str, value: Option<&Value>) -> Result<Document, String> {
    let (name, bytes) = match value {
        Some(Value::String(text)) if is_text(text) => (UNNAMED, text.clone().into_bytes()),
        Some(Value::String(path)) => (path.as_str(), file(side, path)?),
        Some(Value::Object(fields)) => {
            let field = |name: &str| fields.get(name).and_then(Value::as_str);
            match (field("path"), field("text")) {
                (Some(path), None) => (path, file(side, path)?),
                (None, Some(text)) => (
                    field("name").unwrap_or(UNNAMED),
                    text.to_owned().into_bytes(),
                ),
                _ => return Err(format!("`{side}` needs either a `path` or a `text`.")),
            }
        }
        Some(_) => return Err(format!("`{side}` is neither a string nor an object.")),
        None => return Err(format!("There is no `{side}`.")),
    };
    let document = document::read(name, &bytes);
    if document.blocks.is_empty() {
        let problem = document.problems.first().map(|p| p.message.as_str());
        let reason = problem.unwrap_or("There is no text in it.");
        return Err(format!("`{side}` cannot be used. {reason}"));
    }
    Ok(document)
}

fn file(side: &str, path: &str) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("`{side}`: {path} cannot be read: {error}."))
}

/// True where a string is a text and no path: a path has no line breaks, and what has blanks is a
/// sentence unless it ends as a policy's file does or there is such a file.
fn is_text(string: &str) -> bool {
    let named = string.to_ascii_lowercase();
    string.is_empty()
        || string.contains('\n')
        || (string.contains(char::is_whitespace)
            && !ENDINGS.iter().any(|ending| named.ends_with(ending))
            && !Path::new(string).exists())
}
