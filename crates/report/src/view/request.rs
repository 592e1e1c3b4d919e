//! The sentences around a request.

use messages::Locale;
use model::request::{Request, Term, Unit};

/// When an answer is due, sentence by sentence.
#[must_use]
pub fn deadlines(request: &Request, locale: Locale) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(confirm) = &request.confirm {
        lines.push(locale.deadline_confirm(&term(confirm.term, locale), confirm.source));
    }
    match &request.deadline {
        Some(deadline) => {
            lines.push(locale.deadline_term(&term(deadline.term, locale), deadline.source));
            let extension = deadline.extension.map(|extension| term(extension, locale));
            lines.extend(extension.map(|extension| locale.deadline_extension(&extension)));
        }
        None => lines.push(locale.deadline_none().to_owned()),
    }
    lines
}

fn term(term: Term, locale: Locale) -> String {
    let count = i64::from(term.count);
    match term.unit {
        Unit::Months => locale.term_months(count),
        Unit::Days => locale.term_days(count),
        Unit::BusinessDays => locale.term_business_days(count),
        Unit::WorkingDays => locale.term_working_days(count),
    }
}
