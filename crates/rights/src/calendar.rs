//! A calendar file with the day on which an answer is due (RFC 5545).
//!
//! It has one all-day entry and is made on the reader's own device. There is no alarm, because
//! calendars have settings for that.

use super::deadline::due;
use super::{
    data::{law, wording},
    mail::clean_line,
};
use model::Date;
use model::request::{Request, Unit};

/// Most bytes on one line; longer lines are folded.
const LINE: usize = 75;

/// Returns a calendar file for a request that was sent on the day `sent`, or `None` if the request
/// has no deadline.
///
/// The day of receipt is unknown, so the term is counted from the day of sending, and the entry
/// says so. `created` is the day on which the file is made; `language` is the BCP 47 tag of its
/// texts.
#[must_use]
pub fn ics(request: &Request, sent: Date, created: Date, language: &str) -> Option<String> {
    let deadline = request.deadline?;
    let last = due(&deadline, sent)?;
    let wording = wording(language);
    let subject = clean_line(&request.subject);
    let summary = wording.calendar("summary", &[("subject", &subject)])?;
    let mut description = wording.calendar(
        "description",
        &[
            ("sent", wording.date(sent).as_str()),
            ("term", wording.term(deadline.term).as_str()),
            ("source", deadline.source),
        ],
    )?;
    let extended = last
        .extended
        .map(|day| wording.date(day))
        .unwrap_or_default();
    let holidays = if counts_workdays(deadline.term.unit) {
        "yes"
    } else {
        ""
    };
    let law = law(request.law);
    let counting = law
        .and_then(|l| l.counting)
        .map_or("", |rule| rule.text.get(language));
    for (key, values) in [
        ("extended", [("date", extended.as_str())]),
        ("holidays", [("business-days", holidays)]),
        ("counting", [("rule", counting)]),
    ] {
        if values.iter().all(|(_, value)| !value.is_empty())
            && let Some(text) = wording.calendar(key, &values)
        {
            description.push('\n');
            description.push_str(&text);
        }
    }
    let day = |date: Date| format!("{:04}{:02}{:02}", date.year(), date.month(), date.day());
    let mut file = String::new();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//policy-diff//policy-diff//EN",
        "BEGIN:VEVENT",
    ] {
        push(&mut file, line, "");
    }
    push(&mut file, "UID:", &uid(request, sent));
    push(&mut file, "DTSTAMP:", &format!("{}T000000Z", day(created)));
    push(&mut file, "DTSTART;VALUE=DATE:", &day(last.on));
    push(&mut file, "SUMMARY:", &escape(&summary));
    push(&mut file, "DESCRIPTION:", &escape(&description));
    for line in ["TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR"] {
        push(&mut file, line, "");
    }
    Some(file)
}

fn counts_workdays(unit: Unit) -> bool {
    matches!(unit, Unit::BusinessDays | Unit::WorkingDays)
}

/// Returns the id of the entry. It depends only on the request and the day of sending, so that
/// importing a file twice makes one entry.
fn uid(request: &Request, sent: Date) -> String {
    let to = request.to.as_deref().unwrap_or_default();
    let named = [request.law, request.request, to].join("\n");
    let hash = text::hash::fnv(named.bytes().map(u64::from));
    format!("{}-{sent}-{hash:016x}@policy-diff.invalid", request.request)
}

/// Escapes a text for a value as RFC 5545 requires.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Adds one content line, folded at [`LINE`] bytes between characters.
fn push(file: &mut String, name: &str, value: &str) {
    let mut width = 0;
    for c in name.chars().chain(value.chars()) {
        if width + c.len_utf8() > LINE {
            file.push_str("\r\n ");
            width = 1;
        }
        file.push(c);
        width += c.len_utf8();
    }
    file.push_str("\r\n");
}
