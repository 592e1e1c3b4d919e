//! What all commands share: reading files, printing, and why there is nothing to print.

use std::{
    fs,
    io::{self, Read, Write},
};

use policy_diff::{document, model::Document};
use serde::Serialize;

/// As much stack as the main thread has, so that a text is read the same in every thread.
pub const STACK: usize = 8 << 20;

/// Why there is nothing to print.
pub enum Failure {
    /// An input could not be used.
    Input(String),
    /// The options do not go together.
    Usage(String),
    /// Nobody reads the output any more, which is no fault.
    Closed,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Input(format!("The output could not be written: {error}.")),
        }
    }
}

/// Reads a file that can be used; what could not be read well in it goes to standard error.
pub fn load(file: &str) -> Result<Document, Failure> {
    let is_input = file == "-";
    let (name, shown) = if is_input {
        ("", "standard input")
    } else {
        (file, file)
    };
    let bytes = if is_input {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    let bytes =
        bytes.map_err(|error| Failure::Input(format!("{shown} cannot be read: {error}.")))?;
    let document = document::read(name, &bytes);
    let mut problems = document.problems.iter().map(|p| p.message.as_str());
    if document.blocks.is_empty() {
        let reason = problems.next().unwrap_or("There is no text in it.");
        return Err(Failure::Input(format!("{shown} cannot be used. {reason}")));
    }
    for problem in problems {
        note(&format!("{shown}: {problem}"));
    }
    Ok(document)
}

/// Writes to standard output.
pub fn print(output: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(output.as_bytes())?;
    Ok(stdout.flush()?)
}

/// Writes data to standard output.
pub fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let mut output =
        serde_json::to_string_pretty(value).map_err(|error| Failure::Input(error.to_string()))?;
    output.push('\n');
    print(&output)
}

/// Says something on standard error; if that is closed, nobody is there to tell.
pub fn note(message: &str) {
    let _ = writeln!(io::stderr(), "policy-diff: {message}");
}
