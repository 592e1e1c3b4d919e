//! The command-line tool: reads files, calls the library, prints.
//!
//! All that is environmental (files, standard input, exit status) is here and nowhere else. There
//! is no clock: a calendar file needs the day of sending from whoever asks for it.

use std::{
    fs,
    io::{self, Read, Write},
    process::ExitCode,
};

use clap::{
    Args, CommandFactory, Parser, Subcommand, ValueEnum, builder::PossibleValuesParser,
    error::ErrorKind,
};
use policy_diff::{
    compare::compare,
    document::{self, Date, Document},
    meaning,
    messages::Locale,
    report::{self, json},
    rights::{self, Details, Options},
};
use serde::Serialize;

/// Shows what changed in a privacy policy and drafts the fitting data-protection request.
///
/// FILE is Markdown, HTML or plain text; `-` reads standard input. Nothing is sent anywhere.
///
/// Exit status: 0 done, also where nothing changed; 1 an input could not be used, with the
/// reason on standard error; 2 wrong usage.
#[derive(Parser)]
#[command(name = "policy-diff", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say what one version of a policy contains.
    Read {
        /// The policy; `-` for standard input.
        file: String,
        /// What to print.
        #[arg(long, value_enum, default_value_t)]
        format: ReadFormat,
    },
    /// Say what changed from one version to another.
    Compare {
        /// The old version; `-` for standard input.
        old: String,
        /// The new version; `-` for standard input.
        new: String,
        /// What to print.
        #[arg(long, value_enum, default_value_t)]
        format: CompareFormat,
    },
    /// Draft a request under a policy. Information, not legal advice.
    Rights(RightsArgs),
}

#[derive(Args)]
struct RightsArgs {
    /// The policy; `-` for standard input.
    file: String,
    /// The law that the letter names; `none` names no law.
    #[arg(long, value_parser = PossibleValuesParser::new(rights::laws().iter().map(|l| l.key)))]
    law: String,
    /// What to ask for.
    #[arg(long, value_parser = PossibleValuesParser::new(rights::request_keys()))]
    request: String,
    /// Your name, to sign with.
    #[arg(long, default_value = "", hide_default_value = true)]
    name: String,
    /// The address by which they know you.
    #[arg(long, default_value = "", hide_default_value = true)]
    email: String,
    /// What exactly you want, or what helps to find your data.
    #[arg(long, default_value = "", hide_default_value = true)]
    detail: String,
    /// Where you live, as in `DE` or `US-CA` (ISO 3166): decides the authority.
    #[arg(long, value_name = "CODE")]
    place: Option<String>,
    /// Write to this address instead of the one that the policy names.
    #[arg(long, value_name = "ADDRESS")]
    recipient: Option<String>,
    /// The day on which you send it, YYYY-MM-DD: decides what is in force; needed for `ics`.
    #[arg(long, value_name = "DATE", value_parser = day)]
    sent: Option<Date>,
    /// Language of the letter, as in `en`; without it the policy's own, if there are letters in it.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// What to print.
    #[arg(long, value_enum, default_value_t)]
    format: RightsFormat,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum ReadFormat {
    /// For reading.
    #[default]
    Text,
    /// For programs.
    Json,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum CompareFormat {
    /// For reading.
    #[default]
    Text,
    /// For programs.
    Json,
    /// For notes and repositories.
    Markdown,
    /// A page of its own, without script or style.
    Html,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum RightsFormat {
    /// For reading: why, to whom, the letter, the deadline.
    #[default]
    Text,
    /// For programs.
    Json,
    /// The mail link alone.
    Mailto,
    /// A message file that mail programs open as a draft.
    Eml,
    /// A calendar file with the deadline; needs `--sent`.
    Ics,
}

/// A day as `YYYY-MM-DD`.
fn day(text: &str) -> Result<Date, String> {
    let date = text.parse().ok().filter(|_| text.len() == 10);
    date.ok_or_else(|| "a day of the calendar is written YYYY-MM-DD".to_owned())
}

/// Why there is nothing to print.
enum Failure {
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

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Read { file, format } => read(&file, format),
        Command::Compare { old, new, format } => compare_files(&old, &new, format),
        Command::Rights(args) => draft(args),
    };
    match result {
        Ok(()) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(Failure::Input(reason)) => {
            note(&reason);
            ExitCode::from(1)
        }
        Err(Failure::Usage(reason)) => Cli::command()
            .error(ErrorKind::ValueValidation, reason)
            .exit(),
    }
}

fn read(file: &str, format: ReadFormat) -> Result<(), Failure> {
    let document = load(file)?;
    let reading = meaning::read(&document);
    match format {
        ReadFormat::Text => {
            print(&report::document(&document, &reading, Locale::default()).to_text())
        }
        ReadFormat::Json => print_json(&json::document(&document, &reading)),
    }
}

fn compare_files(old: &str, new: &str, format: CompareFormat) -> Result<(), Failure> {
    if old == "-" && new == "-" {
        return Err(Failure::Usage(
            "standard input can be only one of the two versions".to_owned(),
        ));
    }
    let (old, new) = (load(old)?, load(new)?);
    let comparison = compare(&old, &new);
    let meaning = meaning::weigh(&old, &new, &comparison);
    let page = || report::comparison(&old, &new, &comparison, &meaning, Locale::default());
    match format {
        CompareFormat::Text => print(&page().to_text()),
        CompareFormat::Json => print_json(&json::comparison(&old, &new, &comparison, &meaning)),
        CompareFormat::Markdown => print(&page().to_markdown()),
        CompareFormat::Html => print(&page().to_html()),
    }
}

fn draft(args: RightsArgs) -> Result<(), Failure> {
    let document = load(&args.file)?;
    let reading = meaning::read(&document);
    let options = Options {
        law: args.law,
        request: args.request,
        place: args.place,
        language: args.language.unwrap_or_else(|| document.language.clone()),
        recipient: args.recipient,
        today: args.sent,
        details: Details {
            name: args.name,
            email: args.email,
            detail: args.detail,
        },
    };
    let request = rights::compose(&document, &reading, &options)
        .map_err(|error| Failure::Usage(error.to_string()))?;
    match args.format {
        RightsFormat::Text => {
            print(&report::request(&document, &request, Locale::default()).to_text())
        }
        RightsFormat::Json => print_json(&json::request(&request)),
        RightsFormat::Mailto => print_link(&request),
        RightsFormat::Eml => print_message(&request),
        RightsFormat::Ics => print_calendar(&request, args.sent, &options.language),
    }
}

const NO_ADDRESS: &str = "This policy names no e-mail address for this request, and none is guessed. Give one with --recipient.";

fn print_link(request: &rights::Request) -> Result<(), Failure> {
    let link = request
        .mailto
        .as_deref()
        .ok_or_else(|| Failure::Input(NO_ADDRESS.to_owned()))?;
    if !request.mailto_complete {
        note(
            "The letter is too long for a mail link; the link carries address and subject only. Use --format eml or text for the letter.",
        );
    }
    print(&format!("{link}\n"))
}

fn print_message(request: &rights::Request) -> Result<(), Failure> {
    if request.to.is_none() {
        note(NO_ADDRESS);
    }
    let message = rights::eml(request.to.as_deref(), &request.subject, &request.body)
        .ok_or_else(|| Failure::Input(NO_ADDRESS.to_owned()))?;
    print(&message)
}

fn print_calendar(
    request: &rights::Request,
    sent: Option<Date>,
    language: &str,
) -> Result<(), Failure> {
    let sent = sent.ok_or_else(|| {
        Failure::Usage("a calendar file needs the day of sending: --sent YYYY-MM-DD".to_owned())
    })?;
    let calendar = rights::ics(request, sent, sent, language).ok_or_else(|| {
        Failure::Usage("no law sets a date for the answer to this request".to_owned())
    })?;
    print(&calendar)
}

/// Reads a file that can be used; what could not be read well in it goes to standard error.
fn load(file: &str) -> Result<Document, Failure> {
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
    let document = document::read_on(document::NATIVE, name, &bytes);
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

fn print(output: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(output.as_bytes())?;
    Ok(stdout.flush()?)
}

fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let mut output =
        serde_json::to_string_pretty(value).map_err(|error| Failure::Input(error.to_string()))?;
    output.push('\n');
    print(&output)
}

/// Says something on standard error; if that is closed, nobody is there to tell.
fn note(message: &str) {
    let _ = writeln!(io::stderr(), "policy-diff: {message}");
}
