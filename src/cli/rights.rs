//! `policy-diff rights`: a request under a policy, in the form that is asked for.

use clap::{Args, ValueEnum, builder::PossibleValuesParser};
use policy_diff::{
    meaning,
    messages::Locale,
    model::{
        Date,
        request::{Details, Options},
    },
    report::{self, json},
    rights,
};

use crate::files::{Failure, load, note, print, print_json};

#[derive(Args)]
pub struct Arguments {
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
    format: Format,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
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

/// Composes the request and prints it.
pub fn run(args: Arguments) -> Result<(), Failure> {
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
        Format::Text => print(&report::request(&document, &request, Locale::default()).to_text()),
        Format::Json => print_json(&json::request(&request)),
        Format::Mailto => print_link(&request),
        Format::Eml => print_message(&request),
        Format::Ics => print_calendar(&request, args.sent, &options.language),
    }
}

const NO_ADDRESS: &str = "This policy names no e-mail address for this request, and none is guessed. Give one with --recipient.";

fn print_link(request: &model::request::Request) -> Result<(), Failure> {
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

fn print_message(request: &model::request::Request) -> Result<(), Failure> {
    if request.to.is_none() {
        note(NO_ADDRESS);
    }
    let message = rights::eml(request.to.as_deref(), &request.subject, &request.body)
        .ok_or_else(|| Failure::Input(NO_ADDRESS.to_owned()))?;
    print(&message)
}

fn print_calendar(
    request: &model::request::Request,
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
